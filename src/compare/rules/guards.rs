//! What must hold before two facts are set against each other: the conditions that the rules share.
//!
//! Two sentences about like things are mostly about two things. A difference is shown only where something beside the
//! kind of happening ties them: who, what, or when.

use crate::claims::{Modality, SlotName};
use crate::compare::facts::{Fact, Filler};
use crate::compare::lexis::Term;
use crate::compare::relate::Two;
use crate::compare::setting::{far_apart, long_before};
use crate::compare::shown;
use crate::syntax::Deprel;
use crate::tags::Feats;

/// Logarithm of the odds of one happening below which two articles are loosely tied.
const LOOSE: f64 = 0.0;
/// Articles from which on each further one asks for more, and how many do.
pub(in crate::compare) const MANY: usize = 6;
const MOST: usize = 10;
/// Likeness from which two fillers are one.
pub(super) const ONE: f32 = 0.75;

/// Told as having happened or as sure to happen.
pub(super) fn told(f: &Fact) -> bool {
    let doubt =
        matches!(f.modality, Modality::Asked | Modality::Planned) || f.modality == Modality::Possible && !f.negative;
    let sure = !doubt && !f.infinitive;
    // "refused to go" tells that he did not go, though "to go" alone tells nothing.
    sure || f.negative && f.infinitive
}

/// Told, or said of the future.
pub(super) fn stated(f: &Fact) -> bool {
    told(f) || f.modality == Modality::Planned && !f.infinitive
}

/// One tells as done what the other tells as wished, tried or planned: no agreement.
pub(super) fn half_done(two: Two<'_>) -> bool {
    let done = |f: &Fact| matches!(f.modality, Modality::Certain | Modality::Probable);
    // "opened an inquiry", "is considering an inquiry"
    let open = |f: &Fact| {
        let p = &two.scene.articles[f.article.ix()].parse;
        f.verb.is_some() && two.lexis().plans(p.lemma(f.at)) && p.child(f.at, Deprel::Ccomp).is_none()
    };
    let (x, y) = (two.x, two.y);
    done(x) != done(y) || x.infinitive != y.infinitive || x.light != y.light || open(x) != open(y)
}

/// A word of one is the opposite of one of the other, or their verbs take two sides ("granted", "refused"): no agreement.
pub(super) fn two_sides(two: Two<'_>) -> bool {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let sides = lexis.sides(x.predicate, y.predicate).is_some_and(|(a, b)| a != b);
    x.negative == y.negative && (sides || lexis.any_opposite(&x.terms, &y.terms))
}

/// Two ends of one thing: what opened at seven and closed at eight has two times.
pub(super) fn two_ends(two: Two<'_>) -> bool {
    two.lexis().opposite(two.x.predicate, two.y.predicate)
}

/// A word of one denies something ("sounded not quite right", "left without a deal"), none of the other: no agreement.
pub(super) fn half_no(two: Two<'_>) -> bool {
    let (x, y) = (two.x, two.y);
    let no = |f: &Fact| {
        let text = two.scene.texts[f.article.ix()];
        let said = Some(f.said.of(text)).filter(|s| s.split_whitespace().nth(shown::MOST).is_none());
        let words = said.unwrap_or_else(|| f.key.of(text));
        words.split(|c: char| !c.is_alphanumeric()).any(|w| two.lexis().negates(w))
    };
    !x.negative && !y.negative && no(x) != no(y)
}

/// One tells of a denial, the other of what may be denied: no agreement.
pub(super) fn one_denies(two: Two<'_>) -> bool {
    let denies = |f: &Fact| two.lexis().kind_is(f.predicate, "deny");
    denies(two.x) != denies(two.y)
}

/// Each names people or bodies, and none that the other names.
pub(super) fn strangers(two: Two<'_>) -> bool {
    let lexis = two.lexis();
    let names = |f: &Fact| -> Vec<Term> {
        let party = |p: &&Filler| matches!(p.name, SlotName::Agent | SlotName::Patient | SlotName::Recipient);
        let named = f.fillers.iter().filter(party).flat_map(|p| p.terms.iter().copied());
        named.filter(|&t| lexis.named(t) && !lexis.place(t)).collect()
    };
    let (a, b) = (names(two.x), names(two.y));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|&s| b.iter().any(|&t| lexis.like(s, t) >= 0.7))
}

/// Two articles that rather tell of two happenings: what no rule knows by other signs is not set side by side there.
pub(super) fn loose(two: Two<'_>) -> bool {
    two.scene.kinship.bond(two.x.article, two.y.article).is_some_and(|b| b.odds < LOOSE)
}

/// How much surer a pair must be where many articles are set side by side: more of them look alike by chance.
pub(super) fn more(two: Two<'_>) -> f32 {
    0.02 * two.scene.articles.len().saturating_sub(MANY).min(MOST) as f32
}

/// The same words; one word changed may turn all round.
pub(super) fn copied(two: Two<'_>) -> bool {
    two.of_x(two.x.key) == two.of_y(two.y.key)
}

/// True if a fact is set at a place that the other's article, which has places of its own, never names: it tells of
/// another happening.
pub(super) fn elsewhere(two: Two<'_>) -> bool {
    let scene = two.scene;
    let away = |f: &Fact, other: &Fact| {
        let other = other.article.ix();
        let own = f.fillers.iter().filter(|s| s.name == SlotName::Place).flat_map(|s| &s.terms);
        let own = own.filter(|&&t| scene.lexis.named(t) && scene.lexis.place(t));
        let known = |&&t: &&Term| {
            let met = |&u: &Term| scene.lexis.like(t, u) >= 0.8;
            scene.named_in[other].contains(&t) || scene.placed_in[other].iter().any(met)
        };
        let own: Vec<&Term> = own.collect();
        !scene.placed_in[other].is_empty() && !own.is_empty() && !own.iter().any(known)
    };
    away(two.x, two.y) || away(two.y, two.x)
}

/// True if one sentence is set weeks from the other, or in the past of the other's story.
pub(super) fn other_time(two: Two<'_>) -> bool {
    let settings = two.scene.settings;
    let (a, b) = (settings.of(two.x), settings.of(two.y));
    let told = |f: &Fact| settings.told_at(f, &two.scene.published[f.article.ix()]);
    let past = |own: &[_], other: &[_]| other.is_empty() && [two.x, two.y].iter().any(|f| long_before(own, told(f)));
    far_apart(a, b) || past(a, b) || past(b, a) || settings.is_past(two.x) != settings.is_past(two.y)
}

/// True for a line that is no prose: an address, a stamp.
pub(super) fn label(two: Two<'_>, f: &Fact) -> bool {
    let text = two.scene.texts[f.article.ix()];
    let from = text.get(..f.key.start as usize).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
    let line = text.get(from..).and_then(|t| t.split('\n').next()).unwrap_or("");
    // One sign is sought much sooner than several.
    let address = |(at, _): (usize, &str)| line[at..].starts_with("://") || line[..at].ends_with("http");
    line.match_indices(':').any(address) || line.contains('/') && line.matches(" / ").count() > 2
}

/// The same named party does it, or has it done to it.
pub(super) fn one_named(two: Two<'_>) -> bool {
    let lexis = two.lexis();
    let parties = |f: &Fact| -> Vec<Term> {
        let party = |p: &&Filler| matches!(p.name, SlotName::Agent | SlotName::Patient);
        f.fillers.iter().filter(party).map(|p| p.term).filter(|&t| lexis.named(t)).collect()
    };
    let (a, b) = (parties(two.x), parties(two.y));
    a.iter().any(|&s| b.iter().any(|&t| lexis.like(s, t) >= 0.8))
}

/// "would not have done": told of what did not come to be.
pub(super) fn unreal(two: Two<'_>, f: &Fact) -> bool {
    let p = &two.scene.articles[f.article.ix()].parse;
    let open = matches!(f.modality, Modality::Planned | Modality::Possible | Modality::Asked);
    open && !f.passive
        && p.feats(f.at).has(Feats::PAST_PARTICIPLE)
        && p.children(f.at).filter(|&c| p.deprel(c) == Deprel::Aux).count() > 1
}

/// Whether the claim that a fact stands in hedges it, or is somebody's charge.
pub(super) fn hedged(two: Two<'_>, f: &Fact) -> bool {
    let claim = &two.scene.articles[f.article.ix()].claims[f.claim.ix()];
    let charged = claim.cue.as_ref().is_some_and(|c| two.lexis().alleges(&c.lemma));
    charged || !claim.hedges.is_empty() || claim.modality != Modality::Certain
}

/// True if two share a word of their names: "Mt Cook" and "Aoraki Mount Cook".
pub(super) fn named_alike(a: &str, b: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        let parts = s.split(|c: char| !c.is_alphabetic());
        parts.filter(|w| w.starts_with(char::is_uppercase)).map(str::to_lowercase).collect()
    };
    let b = words(b);
    words(a).iter().any(|w| b.contains(w))
}

/// "Declined to say" and "would not say": what one verb denies, the other denies by "not".
pub(super) fn both_deny(two: Two<'_>) -> bool {
    let lemma = |f: &Fact| two.scene.articles[f.article.ix()].parse.lemma(f.at);
    let (affirmed, denied) = if two.x.negative { (two.y, two.x) } else { (two.x, two.y) };
    denied.negative && !affirmed.negative && two.lexis().denies(lemma(affirmed)) && !two.lexis().denies(lemma(denied))
}
