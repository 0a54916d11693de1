//! What one instance labels another reads: the same findings, with less work.

mod common;

use common::{findings, html, seeds, text};
use synoptic::view::{ArticleInput, View, label};

/// The same findings whether an input's labels are brought or made.
fn check(inputs: &[ArticleInput]) {
    let (mut plain, mut helped) = (View::default(), View::default());
    for input in inputs {
        let labels = label(input).unwrap();
        assert_eq!(plain.add(input).unwrap(), helped.add_labelled(input, &labels).unwrap());
    }
    assert_eq!(findings(&mut plain), findings(&mut helped));
}

#[test]
fn the_same_findings() {
    check(&seeds().iter().map(|(_, t)| text(t)).collect::<Vec<_>>());
    let page = "<html><head><title>Vote</title></head><body><article><h1>Council votes for a new bridge over the river Ilm</h1>\
        <p>The council of Weimar voted for the bridge on Monday, Mayor Anna Ek said.</p><p>It will cost 12 million euros.</p>\
        </article></body></html>";
    let dated = ArticleInput { published: Some("2024-05-07".into()), title: Some("Vote".into()), ..html(page) };
    check(&[html(page), dated, text("Le conseil municipal a voté lundi pour le pont, a dit la maire de la ville.")]);
}

#[test]
fn what_is_no_label_of_this_input_is_passed_over() {
    let (mut plain, other) =
        (View::default(), text("The mayor of Weimar said on Monday that the bridge will be built."));
    let input = text("The court in Jena ruled on Friday.\n\nJudge Ada Moll said that the law must go.");
    plain.add(&input).unwrap();
    let want = findings(&mut plain);
    let own = label(&input).unwrap();
    let mut changed = own.clone();
    changed[20] ^= 1;
    for labels in [&label(&other).unwrap(), &changed, &own[..own.len() - 1], &own[1..], &[7; 9], &[]] {
        let mut view = View::default();
        view.add_labelled(&input, labels).unwrap();
        assert_eq!(findings(&mut view), want);
    }
}
