//! Facts that a noun tells: "the collapse of the bank", "Lima's backing for the deal", "a possible strike".

use super::clauses::{trim, with_denial};
use super::facts::{Fact, Filler, is_infinitive};
use super::lexis::Lexis;
use super::terms::{Reader, tidy};
use crate::claims::{Modality, PredicateKind, SlotName};
use crate::english::{SlotCue, Sureness};
use crate::syntax::{Deprel as D, Parse};
use crate::tags::Upos;
use crate::text::{BlockKind, ClaimIx, Span, TokenIx};

/// Most words of a nominal key.
const KEY_WORDS: usize = 14;
/// Words below which a key is drawn on, and how far.
const FEW: usize = 4;
const ENOUGH: usize = 9;

/// Adds the facts told by nouns for happenings that have somebody or something hanging on them.
pub(super) fn facts(r: &Reader<'_>, lexis: &mut Lexis<'_>, out: &mut Vec<Fact>) {
    let a = r.a;
    let p = &a.parse;
    let propositions = a.claims.iter().flat_map(|c| &c.propositions);
    let mut told: Vec<usize> = propositions.filter(|x| x.kind != PredicateKind::Nominal).map(|x| x.predicate).collect();
    told.sort_unstable();
    for t in 0..p.len() {
        if p.upos(t) != Upos::Noun || told.binary_search(&t).is_ok() || r.happening(t).is_none() {
            continue;
        }
        let Some(c) = r.claim_at(t) else { continue };
        out.extend(fact(r, lexis, t, c));
    }
}

fn fact(r: &Reader<'_>, lexis: &mut Lexis<'_>, t: usize, claim: ClaimIx) -> Option<Fact> {
    let (a, p) = (r.a, &r.a.parse);
    let mut fillers = Vec::new();
    for c in p.children(t) {
        let name = match p.deprel(c) {
            D::NmodPoss => SlotName::Agent,
            D::Nmod => preposition(r, p, t, c),
            D::Compound | D::Amod if r.named(c).is_some() => SlotName::Agent,
            _ => continue,
        };
        let reach = p.subtree(c);
        let from = reach.clone().find(|&x| !matches!(p.deprel(x), D::Case | D::Det)).unwrap_or(c).min(c);
        let span = p.span_of(from..reach.end);
        let terms = r.party(lexis, c, span);
        fillers.push(Filler::of(r, lexis, name, c, span, terms));
    }
    // "Lima signalled its backing": the verb's subject is the one who backs.
    let verb = p.head(t).filter(|&h| p.deprel(t) == D::Obj && p.upos(h) == Upos::Verb);
    if let Some(v) = verb
        && !fillers.iter().any(|f| f.name == SlotName::Agent)
        && let Some(s) = a.claims[claim.ix()].propositions.iter().find(|x| x.predicate == v)
        && let Some(s) = s.slots.iter().find(|s| s.name == SlotName::Agent)
    {
        let terms = r.party(lexis, s.head, s.span);
        fillers.push(Filler::of(r, lexis, SlotName::Agent, s.head, s.span, terms));
    }
    let reach = reach(p, t);
    let mut terms = Vec::new();
    for x in reach.clone() {
        r.add(lexis, x, &mut terms);
    }
    terms.extend(fillers.iter().flat_map(|f| f.terms.iter().copied()));
    tidy(&mut terms);
    if terms.len() < 2 {
        return None;
    }
    let (negative, governor) = prevented(r, p, t);
    let key = with_denial(r, key(p, verb, reach, t));
    // "to prevent a collapse": an aim tells nothing of whether it came about.
    let told = |g: usize| a.claims.iter().flat_map(|c| &c.propositions).find(|x| x.predicate == g).map(|x| x.modality);
    let governed = governor.and_then(told).filter(|m| *m != Modality::Certain);
    let infinitive = governor.is_some_and(|g| is_infinitive(p, g) || negative && told(g).is_none());
    Some(Fact {
        article: r.article,
        claim,
        sentence: p.tokens.tokens[t].sentence.0,
        said: r.a.claims[claim.ix()].span,
        at: t,
        predicate: r.term(lexis, t),
        negative,
        modality: governed.unwrap_or_else(|| sureness(r, p, t)),
        fillers,
        terms,
        quantities: Vec::new(),
        times: Vec::new(),
        speaker: None,
        source: a.claims[claim.ix()].source.as_ref().map(|s| s.text.clone()),
        clear: false,
        quoted: false,
        key,
        display: p.tokens.sentence_of(TokenIx::new(t)).kind != BlockKind::Body,
        infinitive,
        light: false,
        long: key.of(p.text).split_whitespace().nth(3).is_some(),
        units: Vec::new(),
        denied: super::facts::denied(r, t),
        nominal: true,
        passive: false,
        verb: None,
        aim: None,
    })
}

/// The noun's phrase without clauses that hang on it.
fn reach(p: &Parse<'_>, t: usize) -> std::ops::Range<usize> {
    let mut r = p.subtree(t);
    for c in p.children(t) {
        if matches!(p.deprel(c), D::AclRelcl | D::Acl | D::Appos | D::Parataxis | D::Conj) && c > t {
            r.end = r.end.min(p.subtree(c).start.max(t + 1));
        }
    }
    while r.end > t + 1 && matches!(p.upos(r.end - 1), Upos::Punct | Upos::Cconj) {
        r.end -= 1;
    }
    r.end = r.end.min(r.start + KEY_WORDS).max(t + 1);
    r
}

/// The phrase, with the verb that it completes where that stands near.
fn key(p: &Parse<'_>, verb: Option<usize>, r: std::ops::Range<usize>, t: usize) -> Span {
    match verb {
        Some(v) if v < r.start && r.start - v <= 4 => trim(p, v..r.end, t),
        _ => {
            let first = r.clone().find(|&x| p.deprel(x) != D::Case || x >= t).unwrap_or(t);
            // A bare noun tells little without what is said of it.
            let sentence = p.sentence_tokens(t).end;
            let on = |x: &usize| p.upos(*x) != Upos::Punct;
            let far =
                (r.end..sentence).take_while(on).take(ENOUGH.saturating_sub(r.len())).last().map_or(r.end, |x| x + 1);
            trim(p, first..if r.len() < FEW { far } else { r.end }, t)
        }
    }
}

fn preposition(r: &Reader<'_>, p: &Parse<'_>, t: usize, c: usize) -> SlotName {
    let words = &r.d.english.claims;
    let Some(case) = p.child(c, D::Case).map(|k| p.form(k)) else { return SlotName::Manner };
    if words.by.has(case) {
        // "the collapse of the bank" is its own, "support of the bank" is given to it.
        let compare = &r.d.english.compare;
        let own = compare.by == case || r.happening(t).is_some_and(|k| k.traits.contains("self"));
        return if own { SlotName::Agent } else { SlotName::Patient };
    }
    match words.slots.get(case) {
        Some(SlotCue::Place) => SlotName::Place,
        Some(SlotCue::Company) => SlotName::Recipient,
        _ => SlotName::Patient,
    }
}

/// Whether a negator stands before it, or what it hangs on fails or lacks it; and the verb it hangs on.
fn prevented(r: &Reader<'_>, p: &Parse<'_>, t: usize) -> (bool, Option<usize>) {
    let words = &r.d.english.claims;
    let few = &r.d.english.compare.scant;
    let own = p.children(t).any(|c| c < t && (words.negators.has(p.form(c)) || few.has(p.form(c))));
    let mut at = t;
    for _ in 0..3 {
        let Some(h) = p.head(at) else { break };
        match (p.deprel(at), p.upos(h)) {
            (D::Obj, Upos::Verb) => {
                let turned = words.denies(p.lemma(h));
                // "had no part in the plan" denies it, "did not question the plan" does not.
                let compare = &r.d.english.compare;
                let carries = turned || compare.support.has(p.lemma(h)) || compare.light.has(p.lemma(h));
                let denied = carries && p.children(h).any(|c| words.negators.has(p.form(c)));
                return (own != (turned != denied), Some(h));
            }
            (D::Nmod, _) => at = h,
            _ => break,
        }
    }
    (own, None)
}

/// How sure its adjectives make it.
fn sureness(r: &Reader<'_>, p: &Parse<'_>, t: usize) -> Modality {
    let words = &r.d.english.claims;
    let sure = p.children(t).filter(|&c| p.deprel(c) == D::Amod).find_map(|c| words.sureness.get(p.lemma(c)));
    match sure {
        Some(Sureness::Possible) => Modality::Possible,
        Some(Sureness::Probable) => Modality::Probable,
        Some(Sureness::Planned) => Modality::Planned,
        None => Modality::Certain,
    }
}
