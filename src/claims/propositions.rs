//! Who did what to whom, when, where, why, by what means.

use super::attribute::Context;
use super::stance::stance;
use super::{Proposition, Slot, SlotName};
use crate::english::SlotCue;
use crate::entities::{MentionKind, Mentions};
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{MentionIx, TimexIx};
use crate::times::Timex;
use std::ops::Range;

/// The propositions of some content, the main one first, then in text order.
pub(super) fn propositions(
    cx: Context<'_>,
    mentions: &Mentions,
    timexes: &[Timex],
    content: &[Range<usize>],
) -> Vec<Proposition> {
    let p = &cx.outline.parse;
    let inside = |t: usize| content.iter().any(|r| r.contains(&t));
    let mut out = Vec::new();
    for t in content.iter().cloned().flatten() {
        if is_predicate(cx, t) {
            out.push(proposition(cx, mentions, timexes, t, &inside));
        }
    }
    // Main first: the predicate whose head lies outside the content.
    if let Some(main) = out.iter().position(|x| p.head(x.predicate).is_none_or(|h| !inside(h))) {
        let first = out.remove(main);
        out.insert(0, first);
    }
    out
}

/// A verb that heads a clause, or a word with a copula.
fn is_predicate(cx: Context<'_>, t: usize) -> bool {
    let (o, p) = (cx.outline, &cx.outline.parse);
    match p.upos(t) {
        Upos::Verb => !o.is(t, &[D::Amod, D::Compound, D::Case, D::Fixed, D::Mark]),
        Upos::Noun | Upos::Adj | Upos::Propn | Upos::Pron | Upos::Num => o.child(t, &[D::Cop]).is_some(),
        _ => false,
    }
}

fn proposition(
    cx: Context<'_>,
    mentions: &Mentions,
    timexes: &[Timex],
    v: usize,
    inside: &impl Fn(usize) -> bool,
) -> Proposition {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mut slots = Vec::new();
    let passive = o.child(v, &[D::AuxPass, D::NsubjPass]).is_some();
    let mut add = |name: SlotName, head: usize, tokens: Range<usize>| {
        let range = own(cx, head, v, tokens);
        slots.push(Slot {
            name,
            span: p.span_of(range.clone()),
            head,
            mention: mention_at(mentions, head, &range),
            timex: timex_in(timexes, &range),
        });
    };
    if let Some(s) = subject(cx, v) {
        add(if passive { SlotName::Patient } else { SlotName::Agent }, s, o.extent(s));
    }
    for c in o.children(v) {
        let r = o.extent(c);
        match p.deprel(c) {
            D::Obj => {
                add(SlotName::Patient, c, r);
                // "planned a campaign to overthrow him": the object's infinitive tells the aim.
                let aim = o.children(c).find(|&a| p.deprel(a) == D::Acl && p.feats(a).has(Feats::INFINITIVE));
                if let Some(aim) = aim {
                    add(SlotName::Purpose, aim, o.extent(aim));
                }
            }
            D::Iobj => add(SlotName::Recipient, c, r),
            D::OblAgent => add(SlotName::Agent, c, r),
            D::OblUnmarked | D::NmodUnmarked => add(SlotName::Time, c, r),
            D::Obl => {
                let name = oblique(cx, timexes, c, &r);
                add(name, c, r);
            }
            D::Advcl => {
                let name = adverbial(cx, c);
                add(name, c, r);
            }
            D::Xcomp if cx.words.aims.has(p.lemma(v)) => add(SlotName::Purpose, c, r),
            D::Ccomp | D::Xcomp if inside(c) => add(SlotName::Outcome, c, r),
            _ => {}
        }
    }
    let span = {
        let mut r = v..v + 1;
        if let Some(t) = o.child(v, &[D::CompoundPrt]).filter(|&t| t > v && t - v < 4) {
            r.end = t + 1;
        }
        p.span_of(r)
    };
    let particle = o.child(v, &[D::CompoundPrt]).map(|t| p.lemma(t));
    let lemma = match particle {
        Some(prt) => format!("{} {prt}", p.lemma(v)),
        None => p.lemma(v).to_owned(),
    };
    let put = stance(cx.words, o, v, usize::MAX);
    Proposition { predicate: v, span, lemma, slots, polarity: put.polarity, modality: put.modality }
}

/// The words of a slot without its preposition and without the predicate.
fn own(cx: Context<'_>, head: usize, v: usize, mut r: Range<usize>) -> Range<usize> {
    let o = cx.outline;
    while r.start < head && o.is(r.start, &[D::Case, D::Mark, D::Punct, D::Cc]) {
        r.start += 1;
    }
    if r.contains(&v) && v != head {
        r = if head < v { r.start..v } else { v + 1..r.end };
    }
    if !r.contains(&head) {
        r = head..head + 1;
    }
    r
}

/// A verb's subject, its own or shared with the verb it is conjoined to or completes.
pub(super) fn subject(cx: Context<'_>, v: usize) -> Option<usize> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mut at = v;
    for _ in 0..5 {
        if let Some(s) = o.child(at, &[D::Nsubj, D::NsubjPass]) {
            // A relative pronoun gives way to its noun.
            if p.upos(s) == Upos::Pron && p.deprel(at) == D::AclRelcl {
                return p.head(at);
            }
            return Some(s);
        }
        let head = p.head(at)?;
        at = match p.deprel(at) {
            D::Xcomp => match o.child(head, &[D::Obj, D::Iobj]) {
                Some(x) if at == v && x < v => return Some(x),
                _ => head,
            },
            D::Conj | D::Advcl if p.upos(head) == Upos::Verb => head,
            D::Acl if p.upos(head).is_nominal() && at == v => return Some(head),
            _ => return None,
        };
    }
    None
}

fn oblique(cx: Context<'_>, timexes: &[Timex], c: usize, r: &Range<usize>) -> SlotName {
    let (o, p) = (cx.outline, &cx.outline.parse);
    if timex_in(timexes, r).is_some_and(|t| timexes[t.ix()].tokens.contains(&c)) {
        return SlotName::Time;
    }
    if cx.words.efforts.has(p.lemma(c)) && o.child(c, &[D::Acl, D::Advcl, D::Xcomp]).is_some() {
        return SlotName::Purpose;
    }
    let case = o.child(c, &[D::Case]).map(|k| p.form(k)).unwrap_or_default();
    match cx.words.slots.get(case) {
        Some(SlotCue::Place) => SlotName::Place,
        Some(SlotCue::Means) => SlotName::Means,
        Some(SlotCue::Cause) => SlotName::Cause,
        Some(SlotCue::Purpose) if p.upos(c) == Upos::Noun => SlotName::Purpose,
        Some(SlotCue::Purpose | SlotCue::Recipient | SlotCue::Company) => SlotName::Recipient,
        None => SlotName::Manner,
    }
}

fn adverbial(cx: Context<'_>, c: usize) -> SlotName {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mark = o.child(c, &[D::Mark]).map(|m| p.form(m)).unwrap_or_default();
    if cx.words.to.has(mark) {
        return SlotName::Purpose;
    }
    match cx.words.slots.get(mark) {
        Some(SlotCue::Cause) => SlotName::Cause,
        Some(SlotCue::Means) => SlotName::Means,
        Some(SlotCue::Purpose) => SlotName::Purpose,
        _ => SlotName::Manner,
    }
}

/// The mention whose head is the slot's; a name before a description.
fn mention_at(mentions: &Mentions, head: usize, r: &Range<usize>) -> Option<MentionIx> {
    let from = mentions.mentions.partition_point(|m| m.tokens.start < r.start);
    (mentions.mentions[from..].iter().enumerate())
        .take_while(|(_, m)| m.tokens.start < r.end)
        .filter(|(_, m)| m.head == head)
        .min_by_key(|(i, m)| (m.kind != MentionKind::Name, *i))
        .map(|(i, _)| MentionIx::new(from + i))
}

fn timex_in(timexes: &[Timex], r: &Range<usize>) -> Option<TimexIx> {
    let i = timexes.partition_point(|t| t.tokens.start < r.start);
    timexes.get(i).filter(|t| t.tokens.end <= r.end).map(|_| TimexIx::new(i))
}
