//! The clause that a predicate stands in, and the words of it that decide.

use super::terms::Reader;
use crate::syntax::{Deprel as D, Parse};
use crate::tags::Upos;
use crate::text::{Arrange, Span};
use std::ops::Range;

/// Most words of a key, and those of them kept for its subject.
const KEY_WORDS: usize = 16;
const SUBJECT: usize = 5;
/// Tokens before a key in which what denies it is looked for.
const DENIAL: usize = 3;
/// Words of a key that are too few to tell what they are about.
const FEW: usize = 3;
/// Most words, and marks, of a subject of several parties.
const PARTIES: usize = 8;

/// The tokens of the predicate's own clause, sorted: without the clauses that are propositions of their own.
pub(super) fn clause(p: &Parse<'_>, predicate: usize) -> Vec<usize> {
    let mut out = vec![predicate];
    let mut at = 0;
    while at < out.len() && out.len() < 80 {
        let t = out[at];
        at += 1;
        for c in p.children(t) {
            let apart = match p.deprel(c) {
                D::Advcl | D::AdvclRelcl | D::AclRelcl | D::Parataxis | D::Punct => true,
                D::Ccomp => !is_phrase(p, c),
                D::Conj => p.upos(c) == Upos::Verb && t == predicate,
                _ => false,
            };
            if !apart {
                out.push(c);
            }
        }
    }
    out.arrange();
    out
}

/// A complement without a subject of its own.
fn is_phrase(p: &Parse<'_>, c: usize) -> bool {
    p.subject(c).is_none()
}

/// The words around the predicate that decide: at most [`KEY_WORDS`], unbroken.
pub(super) fn key(p: &Parse<'_>, clause: &[usize], predicate: usize) -> Span {
    let mut r: Range<usize> = predicate..predicate + 1;
    // "persuaded him that it was lost": what completes the verb belongs to it.
    let completes = p.child(predicate, D::Ccomp).filter(|&c| c > predicate).map(|c| p.subtree(c));
    let has = |t: usize| {
        clause.binary_search(&t).is_ok() || t > predicate && completes.as_ref().is_some_and(|r| r.contains(&t))
    };
    let end = p.sentence_tokens(predicate).end;
    // Room is kept for who does it.
    let before = (0..predicate).rev().take(SUBJECT).take_while(|&t| has(t)).count();
    while r.end < end
        && r.len() + before < KEY_WORDS
        && (has(r.end) || r.end + 1 < end && has(r.end + 1) && p.upos(r.end) == Upos::Punct)
    {
        r.end += 1;
    }
    while r.end > predicate + 1 && p.upos(r.end - 1) == Upos::Punct {
        r.end -= 1;
    }
    while r.start > 0 && has(r.start - 1) && r.len() < KEY_WORDS {
        r.start -= 1;
    }
    // "Chad, Niger and Mali signed": who does it is told whole, marks and all.
    let subject =
        p.children(predicate).filter(|&c| matches!(p.deprel(c), D::Nsubj | D::NsubjPass)).map(|c| p.subtree(c));
    for s in subject.filter(|s| s.end <= predicate && s.len() <= PARTIES) {
        if s.start < r.start && r.start <= s.end + 1 && r.end - s.start <= KEY_WORDS + PARTIES {
            r.start = s.start;
        }
    }
    // "was arrested and charged": a verb alone is told with the subject that it shares.
    let shares = r.len() < FEW && p.deprel(predicate) == D::Conj;
    let subject = p.head(predicate).filter(|_| shares).and_then(|h| p.subject(h));
    if let Some(start) = subject.map(|s| p.subtree(s).start).filter(|&s| s < r.start && r.end - s <= KEY_WORDS) {
        r.start = start;
    }
    trim(p, r, predicate)
}

/// The key from the subject of the verb `v` before it on, where there is room.
pub(super) fn from_subject(p: &Parse<'_>, v: usize, key: Span) -> Span {
    let subject = p.subject(v).map(|s| p.subtree(s));
    let room = |s: &Range<usize>| s.end <= v && p.token_from(key.end) - s.start <= KEY_WORDS + PARTIES;
    subject.filter(room).map_or(key, |s| p.span(s.start).cover(key))
}

/// The key with what right before it denies it: "refused to open the vault", "without a tender", "not one".
pub(super) fn with_denial(r: &Reader<'_>, key: Span) -> Span {
    let (p, words) = (&r.a.parse, &r.d.english.claims);
    let first = p.token_from(key.start);
    let sentence = p.sentence_tokens(first.min(p.len().saturating_sub(1)));
    let from = first.saturating_sub(DENIAL).max(sentence.start);
    let denies = |t: usize| words.negators.has(p.form(t)) || words.denies(p.lemma(t));
    // Nothing but small words between.
    let near =
        (from..first).rev().take_while(|&t| denies(t) || !matches!(p.upos(t), Upos::Noun | Upos::Propn | Upos::Punct));
    match near.into_iter().find(|&t| denies(t)) {
        Some(t) => p.span(t).cover(key),
        None => key,
    }
}

/// Without the words that only tie it to what stands around it.
pub(super) fn trim(p: &Parse<'_>, mut r: Range<usize>, keep: usize) -> Span {
    let before = |t: usize| {
        // "Neither of them had": who does it, not a conjunction.
        matches!(p.upos(t), Upos::Cconj | Upos::Sconj | Upos::Punct) && !matches!(p.deprel(t), D::Nsubj | D::NsubjPass)
            || p.deprel(t) == D::Mark && p.upos(t) != Upos::Part
    };
    while r.start < keep && before(r.start) {
        r.start += 1;
    }
    // "had stepped down": a particle belongs to its verb.
    let after = |t: usize| {
        matches!(p.upos(t), Upos::Adp | Upos::Det | Upos::Cconj | Upos::Sconj | Upos::Punct | Upos::Part)
            && p.deprel(t) != D::CompoundPrt
    };
    while r.end > keep + 1 && after(r.end - 1) {
        r.end -= 1;
    }
    p.span_of(r)
}
