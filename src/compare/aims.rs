//! Aims: what a deed was for, with the words around it that tell which deed.

use super::facts::{Fact, Filler};
use super::lexis::{Lexis, Term};
use super::terms::{Reader, tidy};
use crate::claims::SlotName;
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, Span};

/// Tokens before an aim in which its deed is looked for.
const WINDOW: usize = 14;
/// Most words of an aim.
const WORDS: usize = 16;

/// What a deed was for.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    /// What is done.
    pub(super) deed: Vec<Term>,
    /// The words that tell it.
    pub(super) told: Span,
    /// What it is to bring.
    pub(super) end: Vec<Term>,
    /// Its verb.
    pub(super) verb: Term,
}

/// Adds one fact for every aim among the article's own facts, which are those from `from` on.
pub(super) fn facts(r: &Reader<'_>, lexis: &mut Lexis<'_>, from: usize, out: &mut Vec<Fact>) {
    let mut aims: Vec<Fact> = Vec::new();
    for fact in &out[from..] {
        for slot in fact.fillers.iter().filter(|f| f.name == SlotName::Purpose) {
            aims.extend(aim(r, lexis, fact, slot));
        }
    }
    scan(r, lexis, from, out, &mut aims);
    // One end may hang on two verbs of its sentence: the later one is nearer.
    aims.arrange_by_key(|a| (a.key.end, a.key.start));
    aims.dedup_by(|b, a| a.key.overlaps(b.key));
    out.extend(aims);
}

/// Aims read off the order of words, which holds where the tree lost the verb: "aimed to stop", "wanted to stay".
fn scan(r: &Reader<'_>, lexis: &mut Lexis<'_>, from: usize, out: &[Fact], aims: &mut Vec<Fact>) {
    let p = &r.a.parse;
    let words = &r.d.english.claims;
    for s in p.sentences() {
        for t in s.tokens.clone() {
            // "a plan to stop it", "left to join them": the infinitive hangs on what it is for.
            let hangs = words.to.has(p.form(t)) && t > s.tokens.start && {
                let verb = p.head(t).filter(|&v| v > t && matches!(p.deprel(v), D::Acl | D::Advcl));
                verb.is_some_and(|v| p.head(v).is_some_and(|h| h < t))
            };
            let urged = |h: usize| r.happening(h).is_some_and(|k| k.name == "persuade");
            let verb = (t + 1..s.tokens.end.min(t + 4)).find(|&x| p.upos(x) == Upos::Verb);
            if hangs && verb.and_then(|v| p.head(v)).is_some_and(urged) {
                continue;
            }
            let t = if hangs { t - 1 } else { t };
            if !(hangs || words.aims.has(p.lemma(t)) || words.efforts.has(p.lemma(t))) {
                continue;
            }
            let Some(to) = (t + 1..s.tokens.end.min(t + 3)).find(|&x| words.to.has(p.form(x))) else { continue };
            let Some(verb) = (to + 1..s.tokens.end.min(to + 4)).find(|&x| p.upos(x) == Upos::Verb) else { continue };
            let at = p.span(verb);
            if aims.iter().any(|a| a.key.contains(at)) {
                continue;
            }
            // The fact whose claim tells it, for its source and article.
            let own = out[from..].iter().filter(|f| f.sentence == p.tokens.tokens[t].sentence.0);
            let Some(fact) = own.min_by_key(|f| f.key.start.abs_diff(at.start)) else { continue };
            let slot = Filler {
                name: SlotName::Purpose,
                span: at,
                term: r.term(lexis, verb),
                head: r.term(lexis, verb),
                named: false,
                body: false,
                terms: Vec::new(),
                pronoun: false,
            };
            let fact = Fact { fillers: Vec::new(), predicate: r.term(lexis, t), ..fact.clone() };
            aims.extend(aim(r, lexis, &fact, &slot));
        }
    }
}

fn aim(r: &Reader<'_>, lexis: &mut Lexis<'_>, fact: &Fact, slot: &Filler) -> Option<Fact> {
    let p = &r.a.parse;
    // What somebody is urged to do is no aim of the urging.
    if lexis.kind_is(fact.predicate, "persuade") {
        return None;
    }
    let first = p.token_from(slot.span.start);
    let sentence = p.sentence_tokens(first.min(p.len().checked_sub(1)?));
    let start = (first..sentence.end).take(WORDS).find(|&t| p.upos(t) == Upos::Verb)?;
    let words = &r.d.english.claims;
    // Only an infinitive tells an aim for sure: "for having won" tells a reason.
    if !(sentence.start.max(start.saturating_sub(3))..start).any(|t| words.to.has(p.form(t))) {
        return None;
    }
    let end = until(r, start, sentence.end);
    // "in an effort to stop": the end begins with the verb.
    let span = p.span_of(start..end);
    let from = deed_start(r, sentence.start.max(first.saturating_sub(WINDOW)), first);
    let mut deed = Vec::new();
    for t in from..first {
        r.add(lexis, t, &mut deed);
    }
    let told = deed_words(r, from, first);
    deed.extend(fact.filler(SlotName::Agent).into_iter().flat_map(|f| f.terms.iter().copied()));
    deed.push(fact.predicate);
    tidy(&mut deed);
    let mut ends = r.inside(lexis, span);
    tidy(&mut ends);
    if ends.is_empty() {
        return None;
    }
    let mut terms: Vec<Term> = deed.iter().chain(&ends).copied().collect();
    tidy(&mut terms);
    let key = if start > sentence.start && words.to.has(p.form(start - 1)) { start - 1 } else { start };
    Some(Fact {
        terms,
        key: p.span_of(key..end),
        quantities: Vec::new(),
        times: Vec::new(),
        units: Vec::new(),
        speaker: None,
        fillers: fact.fillers.iter().filter(|f| f.name != SlotName::Purpose).cloned().collect(),
        aim: Some(Aim { deed, told, end: ends, verb: r.term(lexis, start) }),
        ..fact.clone()
    })
}

/// The words from `from` that tell the deed, without those that lead over to its aim ("aimed to", "in an effort to").
fn deed_words(r: &Reader<'_>, from: usize, first: usize) -> Span {
    let p = &r.a.parse;
    let words = &r.d.english.claims;
    let ties = |t: usize| {
        words.aims.has(p.lemma(t))
            || words.efforts.has(p.lemma(t))
            || matches!(
                p.upos(t),
                Upos::Adp | Upos::Part | Upos::Det | Upos::Punct | Upos::Sconj | Upos::Cconj | Upos::Aux
            )
    };
    let end = (from..first).rev().find(|&t| !ties(t)).map_or(from, |t| t + 1);
    let start = (from..end).find(|&t| !matches!(p.upos(t), Upos::Punct | Upos::Cconj | Upos::Sconj)).unwrap_or(from);
    p.span_of(start.min(first)..end.max(start + 1).min(p.len()))
}

/// Where the words about the deed begin: after "that", and after the clause before the deed's own verb.
fn deed_start(r: &Reader<'_>, far: usize, first: usize) -> usize {
    let p = &r.a.parse;
    let words = &r.d.english.claims;
    let mut verbs = (far..first).rev().filter(|&t| p.upos(t) == Upos::Verb);
    let before = verbs.nth(1);
    let comma = before.and_then(|v| (v..first).find(|&t| p.form(t) == ","));
    let that = (far..first).rev().find(|&t| words.complementizers.has(p.form(t)) && p.deprel(t) == D::Mark);
    comma.map_or(far, |t| t + 1).max(that.map_or(far, |t| t + 1))
}

/// The end of the clause that begins at `start`: at a comma before another clause, at a full stop, or after enough words.
fn until(r: &Reader<'_>, start: usize, sentence_end: usize) -> usize {
    let p = &r.a.parse;
    let far = sentence_end.min(start + WORDS);
    let ends = |&t: &usize| {
        p.upos(t) == Upos::Punct && (breaks(r, t) || p.form(t).starts_with(['”', '"']) && t > start + 1)
            || p.feats(t).has(Feats::RELATIVE)
            || p.upos(t) == Upos::Sconj && !r.d.english.claims.complementizers.has(p.form(t))
    };
    let stop = (start + 1..far).find(ends).unwrap_or(far);
    (start + 1..stop).rev().find(|&t| !matches!(p.upos(t), Upos::Punct | Upos::Adp)).map_or(start + 1, |t| t + 1)
}

/// True for a mark after which another clause begins.
fn breaks(r: &Reader<'_>, t: usize) -> bool {
    let p = &r.a.parse;
    let next = t + 1;
    next < p.len()
        && p.form(t) == ","
        && (matches!(p.upos(next), Upos::Pron | Upos::Sconj | Upos::Adp | Upos::Verb | Upos::Det | Upos::Adv))
}
