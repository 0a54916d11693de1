//! One speaker's words, as two articles give them.

use super::finding;
use super::guards::ONE;
use crate::compare::facts::Fact;
use crate::compare::lexis::Lexis;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;

/// One speaker's words, quoted in two ways or here quoted and there paraphrased.
pub(super) fn quotation(two: Two<'_>) -> Option<Finding> {
    let (x, y, score) = (two.x, two.y, two.like.score);
    let who = x.speaker.filter(|&e| Some(e) == y.speaker)?;
    let (a, b) = (two.of_x(x.key), two.of_y(y.key));
    // Cut shorter is not said otherwise.
    let (whole_a, whole_b) = (two.said_x(), two.said_y());
    let same = within(two.lexis(), a, whole_b) || within(two.lexis(), b, whole_a);
    // What is put in one's own words is told otherwise only where both choose a word that the other has none for.
    let own = |f: &Fact, of: &Fact| f.terms.iter().any(|&t| of.terms.iter().all(|&u| two.lexis().like(t, u) < ONE));
    let (a_own, b_own) = (own(x, y), own(y, x));
    let turned = x.negative != y.negative;
    let differ = match x.quoted == y.quoted {
        true => x.quoted && score < 0.95 && (a_own || b_own || turned),
        false => a_own && b_own || turned,
    };
    if two.inside || !differ || same || score < 0.5 || !x.long || !y.long {
        return None;
    }
    let who = &two.scene.names[who.ix()];
    let why = if x.quoted == y.quoted { say::quotation(who) } else { say::paraphrase(who) };
    Some(finding(two, Relation::Differ, SlotKind::Quotation, why, say::which_words(who)))
}

/// True if all words of `a` stand in `b`, whatever their marks, endings, figures and whom they call "I" or "he".
fn within(lexis: &Lexis<'_>, a: &str, b: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        let bare = |w: &str| w.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
        s.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect()
    };
    let b = words(b);
    let spelt = |w: &str, v: &str| w == v || v.chars().count() > 4 && w.chars().take(4).eq(v.chars().take(4));
    words(a).iter().all(|w| lexis.pronoun(w) || b.iter().any(|v| spelt(w, v)))
}
