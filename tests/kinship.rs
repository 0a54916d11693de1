//! How articles stand to each other: copies, rewritings, other stories.

use synoptic::view::{Article, ArticleInput, View};

const WIRE: &str = "The river rose by two metres in the night and flooded the lower town, the mayor said on Monday. Hundreds of people were \
    taken to a school that stands on the hill above the old bridge and the mill. The governor said that the army would bring boats and \
    tents to the town before the end of the week. Two bridges were closed, and trains to the coast will not run until the water has gone.";

fn articles(inputs: &[(&str, &str)]) -> Vec<Article> {
    let mut view = View::default();
    for (outlet, text) in inputs {
        let outlet = Some((*outlet).to_owned()).filter(|o| !o.is_empty());
        view.add(&ArticleInput { text: Some((*text).to_owned()), outlet, ..ArticleInput::default() }).unwrap();
    }
    view.articles()
}

#[test]
fn copies_are_seen_in_either_order() {
    let longer =
        format!("{WIRE} A second wave of rain is expected on Thursday, when the dam upstream will have to be opened.");
    for (first, second) in [(WIRE, longer.as_str()), (&longer, WIRE)] {
        let found = articles(&[("Post", first), ("Gazette", second)]);
        let shorter = found
            .iter()
            .find(|a| a.outlet.as_ref().unwrap().name == if first == WIRE { "Post" } else { "Gazette" })
            .unwrap();
        assert_eq!(shorter.depends_on.len(), 1);
        assert!(shorter.depends_on[0].why.starts_with("nearly the same text"), "{}", shorter.depends_on[0].why);
        assert!(
            found.iter().all(|a| a.depends_on.len() == 1 && a.depends_on[0].mutual),
            "no date says which came first"
        );
    }
}

#[test]
fn which_copy_came_first() {
    let (monday, tuesday) = (Some("2031-03-03"), Some("2031-03-04"));
    let longer = format!("{WIRE} Rain is expected on Thursday.");
    let interview = "The minister Ana Sousa had known of the leak for a year. Sousa told the Gazette that she had warned the company \
        twice. Ana Sousa told the Gazette that nobody had listened.";
    let copy = format!("{interview} The company did not answer.");
    for (gazette, post, depends) in [
        // By date, whoever is the longer.
        ((WIRE, monday), (longer.as_str(), tuesday), "Post"),
        ((WIRE, tuesday), (longer.as_str(), monday), "Gazette"),
        // By who names whom, without dates; not against them.
        ((interview, None), (copy.as_str(), None), "Post"),
        ((interview, tuesday), (copy.as_str(), monday), "Gazette"),
        // One day, nobody named: not known.
        ((WIRE, monday), (WIRE, monday), "both"),
    ] {
        let mut view = View::default();
        for (outlet, (text, published)) in [("Gazette", gazette), ("Post", post)] {
            let given = |s: &str| Some(s.to_owned());
            let published = published.map(str::to_owned);
            view.add(&ArticleInput { text: given(text), outlet: given(outlet), published, ..ArticleInput::default() })
                .unwrap();
        }
        let found = view.articles();
        let who: Vec<_> = (found.iter().filter(|a| !a.depends_on.is_empty()))
            .map(|a| (a.outlet.as_ref().unwrap().name.as_str(), a.depends_on[0].mutual))
            .collect();
        let want = if depends == "both" { vec![("Gazette", true), ("Post", true)] } else { vec![(depends, false)] };
        assert_eq!(who, want, "{gazette:?} {post:?}");
    }
}

#[test]
fn a_rewriting_names_its_source() {
    let interview = "The minister Ana Sousa had known of the leak for a year. Sousa told the Gazette that she had warned the company twice. \
        Ana Sousa told the Gazette that nobody had listened.";
    let rewriting = "A minister has spoken of a leak that was long known. Ana Sousa told the Gazette that two warnings had been given.";
    let found = articles(&[("Gazette", interview), ("Post", rewriting)]);
    assert!(found[0].depends_on.is_empty());
    assert_eq!(found[1].depends_on.iter().map(|d| d.article.as_str()).collect::<Vec<_>>(), [found[0].id.as_str()]);
}

#[test]
fn other_reports_stand_alone() {
    let other = "Voters in the islands go to the polls on Sunday for the third time in two years. The party of the prime minister leads in most \
        surveys, but one voter in four is undecided. The opposition has promised lower taxes and a new airport.";
    let found = articles(&[("Post", WIRE), ("Gazette", other)]);
    assert!(found.iter().all(|a| a.depends_on.is_empty()));
}

#[test]
fn copies_are_seen_however_many() {
    for n in [2, 24, 25, 60] {
        let texts: Vec<String> = (0..n).map(|i| format!("{WIRE} This is edition {i} of the day.")).collect();
        let found = articles(&texts.iter().map(|t| ("", t.as_str())).collect::<Vec<_>>());
        let depend = found.iter().filter(|a| a.depends_on.iter().any(|d| d.mutual)).count();
        assert_eq!(depend, n, "of {n}");
    }
}
