//! Who a cue names as the source.

use super::attribute::{Context, in_quote};
use super::predicates::subject;
use super::{Source, SourceKind};
use crate::english::Reports;
use crate::entities::{MentionKind, Mentions};
use crate::syntax::{Deprel as D, Parse};
use crate::tags::{Feats, Upos};
use crate::text::MentionIx;
use std::ops::Range;

/// A source's place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its head.
    pub(super) head: usize,
    /// What a relative pronoun stands for.
    pub(super) antecedent: Option<(Range<usize>, usize)>,
}

/// The subject of a verb or predicate, its own or shared, or the agent of a passive.
pub(super) fn of_verb(cx: Context<'_>, v: usize) -> Option<Found> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    if o.child(v, &[D::AuxPass, D::NsubjPass]).is_some() {
        let by = |c: &usize| o.children(*c).any(|k| o.is(k, &[D::Case]) && cx.words.agents.has(p.form(k)));
        let doer = o.child(v, &[D::OblAgent]).or_else(|| o.children(v).filter(|&c| o.is(c, &[D::Obl])).find(by));
        return doer.map(|a| phrase(cx, a, v));
    }
    // Right before the verb, "she" is its subject, whatever the tree says.
    let near = (v.saturating_sub(4)..v).rev().find(|&t| !matches!(p.upos(t), Upos::Aux | Upos::Adv | Upos::Part));
    if let Some(t) = near.filter(|&t| cx.words.pronouns.has(p.form(t)) && in_quote(cx, t) == in_quote(cx, v))
        && p.upos(v) == Upos::Verb
        && p.feats(v).has(Feats::FINITE)
    {
        return Some(Found { tokens: t..t + 1, head: t, antecedent: None });
    }
    if v > 0
        && p.feats(v).has(Feats::ING)
        && p.form(v - 1) == ","
        && o.child(v, &[D::Nsubj]).is_none()
        && let Some(s) = of_participle(cx, v)
    {
        return Some(phrase(cx, s, v));
    }
    let mut at = v;
    // Up through shared subjects: conjuncts, participles, infinitives. The bound keeps hostile chains short.
    for _ in 0..6 {
        // "A consultant close to the party, Rami Odeh, said": of two subjects the name right before the verb speaks.
        let named = |&s: &usize| s < at && o.is(s, &[D::Nsubj]) && p.upos(s) == Upos::Propn;
        let first = o.child(at, &[D::Nsubj]);
        let named = first.and_then(|first| o.children(at).rfind(named).filter(|&s| s > first));
        if let Some(s) = named.or(first).or_else(|| {
            // Above the verb itself a passive subject can be what speaks: "a statement was issued, saying ..."
            (at != v).then(|| o.child(at, &[D::NsubjPass])).flatten()
        }) {
            // Words of a quotation are no speaker of what frames it.
            if in_quote(cx, s) && !in_quote(cx, v) {
                return None;
            }
            let mut found = phrase(cx, s, v);
            if p.upos(s) == Upos::Pron
                && p.deprel(at) == D::AclRelcl
                && let Some(noun) = p.head(at).filter(|&h| h < s)
            {
                let mut from = o.extent(noun).start;
                while from < noun && o.is(from, &[D::Case, D::Punct, D::Cc]) {
                    from += 1;
                }
                found.antecedent = Some((trim(p, from..s.max(noun + 1)), noun));
            }
            return Some(found);
        }
        let head = p.head(at)?;
        match p.deprel(at) {
            D::Xcomp => match o.child(head, &[D::Obj, D::Iobj]).filter(|&x| head < x && x < at) {
                Some(x) => return Some(phrase(cx, x, v)),
                None => at = head,
            },
            D::Conj | D::Advcl | D::Parataxis => at = head,
            // "X's plan to say", "made an effort to say"
            D::Acl if p.feats(v).has(Feats::INFINITIVE) => return subject(cx, v).map(|s| phrase(cx, s, v)),
            D::Acl | D::AclRelcl if p.upos(head).is_nominal() && at == v && head < v => {
                let mut from = o.extent(head).start;
                while from < head && o.is(from, &[D::Case, D::Punct, D::Cc]) {
                    from += 1;
                }
                return Some(Found { tokens: trim(p, from..head + 1), head, antecedent: None });
            }
            _ => return None,
        }
    }
    None
}

/// "X did this, saying ...": a participle after a comma speaks for the subject of the clause before, the speaker's where
/// one speaks: `"We did," X said, adding ...`.
fn of_participle(cx: Context<'_>, v: usize) -> Option<usize> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let quoted = in_quote(cx, v);
    let sentence = p.sentence_tokens(v);
    let subjects = (sentence.start..v).filter(|&t| o.is(t, &[D::Nsubj, D::NsubjPass]) && in_quote(cx, t) == quoted);
    let mut subjects = subjects.filter_map(|t| p.head(t).filter(|&h| h < v).map(|h| (t, h)));
    let speaks = |h: usize| cx.words.reports.get(p.lemma(h)).is_some_and(|r| r.any(Reports::SAYS));
    let first = subjects.clone().next()?;
    Some(subjects.find(|&(_, h)| speaks(h) && !o.is(h, &[D::AclRelcl])).unwrap_or(first).0)
}

/// "X's claim", "a warning by X", or the subject of "issued a warning".
pub(super) fn of_noun(cx: Context<'_>, n: usize) -> Option<Found> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    if let Some(s) = o.child(n, &[D::NmodPoss]) {
        return Some(phrase(cx, s, n));
    }
    let by = |c: &usize| o.children(*c).any(|k| p.deprel(k) == D::Case && cx.words.by.has(p.form(k)));
    if let Some(s) = o.children(n).filter(|&c| p.deprel(c) == D::Nmod).find(by) {
        return Some(phrase(cx, s, n));
    }
    let verb = p.head(n).filter(|_| o.is(n, &[D::Obj, D::Obl]))?;
    of_verb(cx, verb)
}

/// A noun phrase without the words beyond its cue.
fn phrase(cx: Context<'_>, s: usize, cue: usize) -> Found {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mut r = o.extent(s);
    if r.contains(&cue) {
        r = if s < cue { r.start..cue } else { cue + 1..r.end };
    }
    // A genitive's mark and a preposition are no part of it.
    while r.start < s && o.is(r.start, &[D::Case, D::Punct, D::Cc]) {
        r.start += 1;
    }
    while r.end > s + 1 && o.is(r.end - 1, &[D::Case]) && p.head(r.end - 1) == Some(s) {
        r.end -= 1;
    }
    Found { tokens: trim(p, r), head: s, antecedent: None }
}

/// Without punctuation at either end.
pub(super) fn trim(p: &Parse<'_>, mut r: Range<usize>) -> Range<usize> {
    while r.len() > 1 && p.upos(r.start) == Upos::Punct {
        r.start += 1;
    }
    while r.len() > 1 && p.upos(r.end - 1) == Upos::Punct && p.form(r.end - 1) != ")" {
        r.end -= 1;
    }
    r
}

/// The source as claims carry it.
pub(super) fn source(cx: Context<'_>, mentions: &Mentions, found: &Found) -> Source {
    let p = &cx.outline.parse;
    let (tokens, head) = found.antecedent.clone().unwrap_or((found.tokens.clone(), found.head));
    let mention = mention_of(cx, mentions, tokens.clone(), head);
    let text = p.span_of(tokens.clone()).of(p.text).to_owned();
    Source {
        kind: kind(cx, mentions, mention, tokens, head),
        text,
        span: Some(p.span_of(tokens_shown(cx, found))).filter(|s| !s.is_empty()),
        mention,
    }
}

/// The words that name the source: "that" and "which" give way to what they stand for, a person's "who" does not.
fn tokens_shown(cx: Context<'_>, found: &Found) -> Range<usize> {
    let personal = cx.words.personal.has(cx.outline.parse.form(found.head));
    match &found.antecedent {
        Some((tokens, _)) if !personal => tokens.clone(),
        _ => found.tokens.clone(),
    }
}

/// The mention that a source phrase is: the one at its head, else one set beside it; a name first.
fn mention_of(cx: Context<'_>, mentions: &Mentions, tokens: Range<usize>, head: usize) -> Option<MentionIx> {
    let o = cx.outline;
    let beside = |t: usize| {
        t == head
            || o.parse.head(t) == Some(head) && o.is(t, &[D::Appos, D::Flat, D::NmodDesc])
            || o.parse.head(head) == Some(t) && o.is(head, &[D::Flat, D::NmodDesc])
    };
    let from = mentions.mentions.partition_point(|m| m.tokens.start < tokens.start);
    (mentions.mentions[from..].iter().enumerate())
        .take_while(|(_, m)| m.tokens.start < tokens.end)
        .filter(|(_, m)| (beside(m.head) || m.tokens.contains(&head)) && m.tokens.end <= tokens.end)
        .min_by_key(|(i, m)| (m.kind != MentionKind::Name, !m.tokens.contains(&head), *i))
        .map(|(i, _)| MentionIx::new(from + i))
}

fn kind(
    cx: Context<'_>,
    mentions: &Mentions,
    mention: Option<MentionIx>,
    tokens: Range<usize>,
    head: usize,
) -> SourceKind {
    let p = &cx.outline.parse;
    let chain = |m: MentionIx| mentions.chain.get(m.ix()).copied().unwrap_or(u32::MAX);
    let named =
        |m: MentionIx| mentions.mentions[m.ix()].kind == MentionKind::Name || cx.named.binary_search(&chain(m)).is_ok();
    if mention.is_some_and(named) {
        return SourceKind::Named;
    }
    let word = p.lemma(head);
    if cx.words.documents.has(word) {
        return SourceKind::Document;
    }
    if p.upos(head) == Upos::Propn
        || tokens
            .clone()
            .any(|t| p.upos(t) == Upos::Propn && p.head(t) == Some(head) && cx.outline.is(t, &[D::Appos, D::Flat]))
    {
        return SourceKind::Named;
    }
    if p.upos(head) == Upos::Pron && p.feats(head).has(Feats::FIRST_PERSON) {
        return SourceKind::Named;
    }
    SourceKind::Anonymous
}
