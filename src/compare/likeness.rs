//! How alike two facts are: the measures that the rules read.

use super::facts::{Fact, Filler};
use super::lexis::{Lexis, Term};
use crate::claims::SlotName;

/// Telling matches that likeness must rest on to count in full.
const FEW: f32 = 2.0;

/// Two facts measured against each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    /// Words, predicates and parties together, 0 to 1, less where it rests on few matches.
    pub(super) score: f32,
    /// Of the words and entities alone.
    pub(super) words: f32,
    /// How much the match rests on: 1 for two telling matches or more.
    pub(super) ground: f32,
    /// Of the predicates.
    pub(super) predicate: f32,
    /// Of who does it; `None` where one does not say.
    pub(super) agent: Option<f32>,
    /// Of whom it is done to.
    pub(super) patient: Option<f32>,
    /// The best match among agents and patients, whichever the slot.
    pub(super) party: f32,
    /// Of all but the predicates and who does it; `None` where one says no more than that.
    pub(super) rest: Option<f32>,
}

/// Measures two facts.
pub(super) fn likeness(lexis: &Lexis<'_>, a: &Fact, b: &Fact) -> Likeness {
    let (words, weight) = lexis.matched(&a.terms, &b.terms);
    let ground = (weight / (FEW * lexis.unit())).min(1.0);
    let predicate = lexis.like(a.predicate, b.predicate);
    let agent = slot(lexis, a, b, SlotName::Agent);
    let patient = slot(lexis, a, b, SlotName::Patient);
    let (mut met, mut asked) = (0.0, 0.0);
    for x in [agent, patient].into_iter().flatten() {
        asked += 1.0;
        met += x;
    }
    let parts = if asked > 0.0 { met / asked } else { words };
    let score = (0.6 * words + 0.2 * predicate + 0.2 * parts) * ground;
    Likeness { score, words, ground, predicate, agent, patient, party: party(lexis, a, b), rest: rest(lexis, a, b) }
}

fn slot(lexis: &Lexis<'_>, a: &Fact, b: &Fact, name: SlotName) -> Option<f32> {
    match (a.filler(name), b.filler(name)) {
        (Some(x), Some(y)) => Some(alike(lexis, x, y)),
        _ => None,
    }
}

fn rest(lexis: &Lexis<'_>, a: &Fact, b: &Fact) -> Option<f32> {
    let own = |f: &Fact| -> Vec<Term> {
        let agent = f.filler(SlotName::Agent).map(|x| x.terms.as_slice()).unwrap_or_default();
        f.terms.iter().copied().filter(|t| *t != f.predicate && agent.binary_search(t).is_err()).collect()
    };
    let (x, y) = (own(a), own(b));
    (!x.is_empty() && !y.is_empty()).then(|| lexis.overlap(&x, &y))
}

/// How alike two fillers are.
pub(super) fn alike(lexis: &Lexis<'_>, x: &Filler, y: &Filler) -> f32 {
    // "Russia" and "Russia's intelligence service": a body and a part of it act as one.
    let part = |x: &Filler, y: &Filler| if x.body && y.terms.binary_search(&x.term).is_ok() { 0.75 } else { 0.0 };
    // "his army" and "the army's divisions": descriptions of one kind may be of one.
    let kin = if x.named || y.named { 0.0 } else { 0.8 * lexis.like(x.head, y.head) };
    lexis.like(x.term, y.term).max(kin).max(lexis.overlap(&x.terms, &y.terms)).max(part(x, y)).max(part(y, x))
}

/// The best match among agents and patients, each with the same slot of the other or, for passives and nouns, with the
/// other slot.
fn party(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> f32 {
    let parties = |f: &Fact| -> Vec<usize> {
        (0..f.fillers.len()).filter(|&i| matches!(f.fillers[i].name, SlotName::Agent | SlotName::Patient)).collect()
    };
    let crossed = if x.nominal || y.nominal { 1.0 } else { 0.8 };
    let mut best = 0f32;
    for i in parties(x) {
        for j in parties(y) {
            let (p, q) = (&x.fillers[i], &y.fillers[j]);
            let same_slot = if p.name == q.name { 1.0 } else { crossed };
            best = best.max(alike(lexis, p, q) * same_slot);
        }
    }
    best
}
