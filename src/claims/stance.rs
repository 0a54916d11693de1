//! Affirmed or denied, how sure, how hedged.

use super::outline::Outline;
use super::{Modality, Polarity};
use crate::english::{ClaimsWords, Sureness, Turn};
use crate::syntax::Deprel;
use crate::text::Span;
use std::ops::Range;

/// Levels that a clause looks up for words that turn it; deeper nesting is rare and reads as certain.
const LEVELS: usize = 4;

/// How a clause is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stance {
    /// Affirmed or denied.
    pub(super) polarity: Polarity,
    /// How sure.
    pub(super) modality: Modality,
}

/// The stance of the clause headed by `p`, with what governs it up to `top` (not looked beyond).
pub(super) fn stance(words: &ClaimsWords, o: &Outline<'_>, p: usize, top: usize) -> Stance {
    let mut negative = denied(words, o, p);
    let mut modality = sureness(words, o, p);
    let mut at = p;
    for _ in 0..LEVELS {
        if at == top {
            break;
        }
        let Some(h) = o.parse.head(at) else { break };
        if o.is(at, &[Deprel::Conj]) {
            // A conjunct shares the negation and the modal of the first verb only if it has no subject of its own.
            if o.child(at, &[Deprel::Nsubj, Deprel::NsubjPass]).is_none() {
                modality = modality.max_doubt(sureness(words, o, h));
            }
        } else if o.is(at, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Obj, Deprel::Acl]) {
            match words.turns.get(o.parse.lemma(h)) {
                Some(Turn::Fails | Turn::Prevents) => negative = !negative,
                Some(Turn::Plans) => modality = modality.max_doubt(Modality::Planned),
                None => {}
            }
            if explicit_negation(words, o, h) {
                negative = !negative;
            }
            modality = modality.max_doubt(sureness(words, o, h));
        } else {
            break;
        }
        at = h;
    }
    let polarity = if negative { Polarity::Negative } else { Polarity::Positive };
    Stance { polarity, modality }
}

/// True if the clause headed by `p` denies: a negator, a verb of failing, "too early to".
fn denied(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> bool {
    let fails = words.turns.get(o.parse.lemma(p)) == Some(Turn::Fails);
    let too = o.children(p).any(|c| words.too.has(o.parse.form(c)))
        && o.child(p, &[Deprel::Xcomp, Deprel::Advcl, Deprel::Csubj, Deprel::Ccomp]).is_some();
    explicit_negation(words, o, p) != (fails || too)
}

/// True if a negator hangs on `p`, or stands as the determiner of one of its arguments.
pub(super) fn explicit_negation(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> bool {
    let mut negative = false;
    for c in o.children(p) {
        if negates(words, o, c) {
            negative = !negative;
        } else if o.is(c, &[Deprel::Obj, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obl]) {
            let det = o.children(c).find(|&d| o.is(d, &[Deprel::Det, Deprel::Advmod]) && negates(words, o, d));
            if det.is_some() && !words.unnegators.has(o.parse.form(c)) {
                negative = !negative;
            }
        }
    }
    negative
}

fn negates(words: &ClaimsWords, o: &Outline<'_>, t: usize) -> bool {
    let last = t + 1 >= o.parse.len();
    words.negators.has(o.parse.form(t)) && (last || !words.unnegators.has(o.parse.form(t + 1)))
}

fn sureness(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> Modality {
    let mut modality = Modality::Certain;
    for c in o.children(p).filter(|&c| o.is(c, &[Deprel::Aux, Deprel::Advmod])) {
        if let Some(sure) = words.sureness.get(o.parse.lemma(c)).or_else(|| words.sureness.get(o.parse.form(c))) {
            modality = modality.max_doubt(match sure {
                Sureness::Possible => Modality::Possible,
                Sureness::Probable => Modality::Probable,
                Sureness::Planned => Modality::Planned,
            });
        }
    }
    modality
}

impl Modality {
    /// The less certain of the two.
    fn max_doubt(self, other: Modality) -> Modality {
        let rank = |m| match m {
            Modality::Certain => 0,
            Modality::Planned => 1,
            Modality::Probable => 2,
            Modality::Possible => 3,
            Modality::Asked => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

/// Hedging words among some tokens.
pub(super) fn hedges(words: &ClaimsWords, o: &Outline<'_>, tokens: Range<usize>) -> Vec<Span> {
    tokens
        .filter(|&t| words.hedges.has(o.parse.form(t)) || words.hedges.has(o.parse.lemma(t)))
        .map(|t| o.parse.span(t))
        .collect()
}
