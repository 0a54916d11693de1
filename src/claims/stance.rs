//! Affirmed or denied, how sure, how hedged.

use super::outline::Outline;
use super::{Modality, Polarity};
use crate::english::{ClaimsWords, Effect, Reports, Sureness, Turn};
use crate::syntax::Deprel;
use crate::tags::Upos;
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

/// The stance of the clause headed by `p`, in its own words.
pub(super) fn stance(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> Stance {
    let refuses = turn(words, o, p).is_some_and(|t| t.denies);
    let negative = denied(words, o, p) != refuses;
    Stance::new(negative, sureness(words, o, p).max_doubt(marked(words, o, p)))
}

/// The stance of the proposition told by `p`, with what the words that govern it entail of it.
pub(super) fn embedded(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> Stance {
    let mut negative = denied(words, o, p);
    let mut modality = sureness(words, o, p).max_doubt(marked(words, o, p));
    let mut at = p;
    for _ in 0..LEVELS {
        let Some(h) = o.parse.head(at) else { break };
        let governed = o.is(at, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Csubj, Deprel::Acl]);
        if o.is(at, &[Deprel::Conj]) {
            // A conjunct shares the modal of the first verb only if it has no subject of its own.
            if o.child(at, &[Deprel::Nsubj, Deprel::NsubjPass]).is_none() {
                modality = modality.max_doubt(sureness(words, o, h));
                negative |= shared_negation(words, o, h, at);
            }
        } else if governed {
            let denied = explicit_negation(words, o, h);
            match turn(words, o, h) {
                Some(t) => match if denied { t.negated } else { t.affirmed } {
                    Effect::Holds => {}
                    Effect::Fails => negative = !negative,
                    Effect::Open => {
                        let left = if t.plans { Modality::Planned } else { Modality::Possible };
                        modality = modality.max_doubt(left);
                    }
                },
                None if denied && o.is(at, &[Deprel::Xcomp]) => negative = !negative,
                // "did not think that": the negation is meant for what is thought; "did not say that" leaves it open.
                None if denied && words.reports.get(o.parse.lemma(h)).is_some_and(|r| r.any(Reports::HOLDS)) => {
                    negative = !negative;
                }
                // "did not say why he was dismissed": he was.
                None if denied && o.children(at).any(|c| c < at && words.given.has(o.parse.form(c))) => {}
                None if denied => modality = modality.max_doubt(Modality::Possible),
                None if o.is(at, &[Deprel::Xcomp]) && hearsay(words, o, h) => {
                    modality = modality.max_doubt(Modality::Probable);
                }
                None => {}
            }
            if !o.is(at, &[Deprel::Ccomp]) {
                modality = modality.max_doubt(sureness(words, o, h));
            }
        } else if at == p && o.is(at, &[Deprel::Obj, Deprel::NsubjPass]) {
            // "prevented the attack"
            let kept = turn(words, o, h).is_some_and(|t| t.things);
            if kept && !explicit_negation(words, o, h) {
                negative = !negative;
            }
            if kept {
                modality = modality.max_doubt(sureness(words, o, h));
            }
            break;
        } else {
            break;
        }
        at = h;
    }
    Stance::new(negative, modality)
}

/// True if `h` tells as hearsay what it governs.
fn hearsay(words: &ClaimsWords, o: &Outline<'_>, h: usize) -> bool {
    words.hearsay(o.parse.lemma(h), o.child(h, &[Deprel::AuxPass, Deprel::NsubjPass]).is_some())
}

/// What the verb, noun or adjective `h` entails of what it governs; a verb with a particle is one word.
fn turn(words: &ClaimsWords, o: &Outline<'_>, h: usize) -> Option<Turn> {
    match o.child(h, &[Deprel::CompoundPrt]) {
        Some(particle) => words.turns.get(&format!("{} {}", o.parse.lemma(h), o.parse.lemma(particle))),
        None => words.turns.get(o.parse.lemma(h)),
    }
}

/// What the mark of a clause tells: a condition or an aim is no happening yet, "whether" asks.
fn marked(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> Modality {
    let mark = o.child(p, &[Deprel::Mark]).map(|m| o.parse.form(m)).unwrap_or_default();
    if words.askers.has(mark) {
        Modality::Asked
    } else if words.conditionals.has(mark) {
        Modality::Possible
    } else if words.to.has(mark) && o.is(p, &[Deprel::Advcl, Deprel::Root]) {
        Modality::Planned
    } else {
        Modality::Certain
    }
}

/// True if the clause headed by `p` denies: a negator, "too early to".
fn denied(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> bool {
    let too = o.children(p).any(|c| words.too.has(o.parse.form(c)))
        && o.child(p, &[Deprel::Xcomp, Deprel::Advcl, Deprel::Csubj, Deprel::Ccomp]).is_some();
    explicit_negation(words, o, p) != too
}

/// True if what denies the verb `h` denies the one joined to it at `c` as well: "nobody was hurt or killed", "did not stop or
/// turn"; "did not stop and drove on" does not.
fn shared_negation(words: &ClaimsWords, o: &Outline<'_>, h: usize, c: usize) -> bool {
    let or = o.children(c).any(|d| o.is(d, &[Deprel::Cc]) && words.ors.has(o.parse.form(d)));
    let subject = o.children(h).filter(|&s| o.is(s, &[Deprel::Nsubj, Deprel::NsubjPass]));
    let none = subject.into_iter().any(|s| negates(words, o, s) || o.children(s).any(|d| negates(words, o, d)));
    (or || none) && explicit_negation(words, o, h)
}

/// True if a negator hangs on `p`, or stands as the determiner of one of its arguments.
pub(super) fn explicit_negation(words: &ClaimsWords, o: &Outline<'_>, p: usize) -> bool {
    let mut negative = false;
    for c in o.children(p) {
        if negates(words, o, c) {
            negative = !negative;
        } else if o.is(c, &[Deprel::Obj, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obl]) {
            // "jailed for life with no chance of parole": he is jailed.
            if o.is(c, &[Deprel::Obl]) && o.children(c).any(|d| d < c && words.with.has(o.parse.form(d))) {
                continue;
            }
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
    for c in o.children(p).filter(|&c| o.is(c, &[Deprel::Aux, Deprel::Advmod, Deprel::Amod])) {
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

impl Stance {
    fn new(negative: bool, modality: Modality) -> Self {
        Self { polarity: if negative { Polarity::Negative } else { Polarity::Positive }, modality }
    }
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
        // "May" is a month.
        .filter(|&t| o.parse.upos(t) != Upos::Propn)
        .filter(|&t| words.hedges.has(o.parse.form(t)) || words.hedges.has(o.parse.lemma(t)))
        .map(|t| o.parse.span(t))
        .collect()
}
