//! Fills the slots of a proposition from what hangs on its predicate.

use super::attribute::Context;
use super::predicates::{is_passive, subject};
use super::{Slot, SlotName};
use crate::english::{Nominal, NominalKind, SlotCue};
use crate::entities::{EntityType, MentionKind, Mentions};
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{MentionIx, TimexIx};
use crate::times::Timex;
use std::ops::Range;

/// What the filling needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filling<'a> {
    pub(super) cx: Context<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) timexes: &'a [Timex],
}

impl Filling<'_> {
    /// A slot with its words: without its preposition and without the predicate `v`.
    pub(super) fn slot(self, name: SlotName, head: usize, v: usize, tokens: Range<usize>) -> Slot {
        let range = own(self.cx, head, v, tokens);
        Slot {
            name,
            span: self.cx.outline.parse.span_of(range.clone()),
            head,
            mention: mention_at(self.mentions, head, &range),
            timex: timex_in(self.timexes, &range),
        }
    }

    fn type_at(self, head: usize) -> Option<EntityType> {
        let r = self.cx.outline.extent(head);
        mention_at(self.mentions, head, &r).map(|m| self.mentions.mentions[m.ix()].label)
    }

    fn is_place(self, t: usize) -> bool {
        matches!(self.type_at(t), Some(EntityType::Gpe | EntityType::Loc | EntityType::Fac))
            || self.cx.words.places.has(self.cx.outline.parse.lemma(t))
    }

    /// True for persons, bodies and peoples.
    fn is_party(self, t: usize) -> bool {
        use EntityType::{Gpe, Norp, Org, Person};
        let p = &self.cx.outline.parse;
        matches!(self.type_at(t), Some(Person | Org | Norp | Gpe))
            || p.upos(t) == Upos::Pron
            || self.cx.words.anonymous.has(p.lemma(t))
    }

    fn is_time(self, t: usize) -> bool {
        let r = self.cx.outline.extent(t);
        let i = self.timexes.partition_point(|x| x.tokens.end <= t);
        self.timexes.get(i).is_some_and(|x| x.tokens.contains(&t) && x.tokens.start >= r.start)
    }

    /// The slot that the preposition or mark of `c` opens.
    fn cue(self, c: usize) -> Option<SlotCue> {
        let (o, p) = (self.cx.outline, &self.cx.outline.parse);
        let case = o.child(c, &[D::Case, D::Mark])?;
        self.cx.words.slots.get(p.form(case)).or_else(|| self.cx.words.slots.get(p.lemma(case)))
    }
}

/// Fills the slots of a verb, or of a word with a copula.
pub(super) fn fill(f: Filling<'_>, v: usize, inside: &impl Fn(usize) -> bool, slots: &mut Vec<Slot>) {
    let (cx, o, p) = (f.cx, f.cx.outline, &f.cx.outline.parse);
    let passive = is_passive(cx, v);
    let mut add = |name: SlotName, head: usize, tokens: Range<usize>| slots.push(f.slot(name, head, v, tokens));
    if let Some(s) = subject(cx, v) {
        add(if passive { SlotName::Patient } else { SlotName::Agent }, s, argument(f, s));
    }
    let clausal = o.child(v, &[D::Ccomp]).is_some();
    for c in o.children(v) {
        let r = o.extent(c);
        match p.deprel(c) {
            // "told reporters that"
            D::Obj if clausal => add(SlotName::Recipient, c, argument(f, c)),
            D::Obj => add(SlotName::Patient, c, argument(f, c)),
            D::Iobj => add(SlotName::Recipient, c, argument(f, c)),
            D::OblAgent => add(SlotName::Agent, c, argument(f, c)),
            D::OblUnmarked | D::NmodUnmarked if f.is_time(c) => add(SlotName::Time, c, r),
            D::OblUnmarked | D::NmodUnmarked => add(SlotName::Manner, c, r),
            D::Obl if p.upos(c) == Upos::Verb => {
                if let Some((name, head)) = adverbial(f, v, c) {
                    add(name, head, o.extent(head));
                }
            }
            D::Obl => {
                let (name, head) = oblique(f, c, passive);
                add(name, head, argument(f, head));
            }
            D::Advcl => {
                if let Some((name, head)) = adverbial(f, v, c) {
                    add(name, head, o.extent(head));
                }
            }
            D::Xcomp if cx.words.aims.has(p.lemma(v)) => add(SlotName::Purpose, c, r),
            D::Ccomp | D::Xcomp if inside(c) => add(SlotName::Outcome, c, r),
            _ => {}
        }
    }
    if o.is(v, &[D::AclRelcl, D::Acl])
        && let Some(noun) = relative_object(f, v)
    {
        add(SlotName::Patient, noun, noun_alone(f, noun));
    }
    within_arguments(f, v, slots);
}

/// The noun of "the deal that they signed" where nothing else is signed.
fn relative_object(f: Filling<'_>, v: usize) -> Option<usize> {
    let (o, p) = (f.cx.outline, &f.cx.outline.parse);
    let noun = p.head(v)?;
    let own = o.child(v, &[D::Nsubj])?;
    let relative = |t: usize| p.feats(t).has(Feats::RELATIVE);
    let object = o.child(v, &[D::Obj]);
    let free = object.is_none_or(relative) && o.child(v, &[D::Ccomp, D::Xcomp]).is_none();
    let placed = o.children(v).any(|c| relative(c) && !o.is(c, &[D::Obj, D::Nsubj]));
    (free && !placed && !relative(own) && !f.is_time(noun) && !f.is_place(noun)).then_some(noun)
}

/// Number, place and time that the tree hangs on the arguments belong to the whole: "killed 12 people in Quito".
fn within_arguments(f: Filling<'_>, v: usize, slots: &mut Vec<Slot>) {
    let (cx, o, p) = (f.cx, f.cx.outline, &f.cx.outline.parse);
    let heads: Vec<usize> = (slots.iter())
        .filter(|s| matches!(s.name, SlotName::Agent | SlotName::Patient | SlotName::Recipient) && s.head != v)
        .map(|s| s.head)
        .collect();
    for head in heads {
        for c in o.children(head) {
            let name = match p.deprel(c) {
                D::Nummod => SlotName::Quantity,
                D::Nmod | D::NmodUnmarked if f.is_time(c) && p.head(v) != Some(head) => SlotName::Time,
                D::Nmod if c > head && f.cue(c) == Some(SlotCue::Place) && f.is_place(c) => SlotName::Place,
                _ => continue,
            };
            // The argument ends before what is lifted out of it.
            let from = o.extent(c).start;
            if name != SlotName::Quantity && from > head {
                for s in slots.iter_mut().filter(|s| s.head == head) {
                    s.span.end = s.span.end.min(p.span(from - 1).end).max(p.span(head).end);
                }
            }
            if name == SlotName::Quantity || !slots.iter().any(|s| s.name == name) {
                slots.push(f.slot(name, c, v, o.extent(c)));
            }
        }
        if p.upos(head) == Upos::Num && cx.words.numbers.has(p.form(head)) {
            slots.push(f.slot(SlotName::Quantity, head, v, head..head + 1));
        }
    }
}

/// Fills the slots of a noun of a happening.
pub(super) fn fill_noun(f: Filling<'_>, n: usize, noun: Nominal, slots: &mut Vec<Slot>) {
    use NominalKind as K;
    let (cx, o, p) = (f.cx, f.cx.outline, &f.cx.outline.parse);
    let has = |slots: &[Slot], name: SlotName| slots.iter().any(|s| s.name == name);
    for c in o.children(n) {
        let r = o.extent(c);
        let name = match p.deprel(c) {
            D::NmodPoss => match noun.kind {
                K::Passive => SlotName::Patient,
                _ => SlotName::Agent,
            },
            D::Amod | D::Compound | D::NmodDesc | D::Nmod if c < n => match f.type_at(c) {
                Some(EntityType::Norp | EntityType::Gpe | EntityType::Org | EntityType::Person) => match noun.kind {
                    K::Passive => SlotName::Patient,
                    _ => SlotName::Agent,
                },
                _ => continue,
            },
            D::Nummod => SlotName::Quantity,
            D::Nmod | D::Obl | D::NmodUnmarked => {
                if f.is_time(c) {
                    SlotName::Time
                } else if let Some(name) = beside_noun(f, c, noun) {
                    name
                } else {
                    continue;
                }
            }
            D::Acl if p.feats(c).has(Feats::INFINITIVE) => {
                let content = cx.words.contents.has(p.lemma(n));
                if content { SlotName::Outcome } else { SlotName::Purpose }
            }
            _ => continue,
        };
        slots.push(f.slot(name, c, n, if o.is(c, &[D::Acl]) { r } else { argument(f, c) }));
        // "the attack on the convoy by militants", the last phrase hung on the one before
        let by = |x: &usize| o.children(*x).any(|k| o.is(k, &[D::Case]) && cx.words.agents.has(p.form(k)));
        let doer = o.children(c).filter(|&x| x > c && o.is(x, &[D::Nmod]) && name == SlotName::Patient).find(by);
        if let (Some(doer), Some(done)) = (doer, slots.last_mut()) {
            done.span.end = p.span(o.extent(doer).start.max(c + 1) - 1).end;
            slots.push(f.slot(SlotName::Agent, doer, n, argument(f, doer)));
        }
    }
    // "talks aimed to stop it": what the noun's verb tells is the aim of the talks.
    if let Some(v) = p.head(n).filter(|_| o.is(n, &[D::Nsubj, D::NsubjPass])) {
        let aims = cx.words.aims.has(p.lemma(v));
        if let Some(aim) = o.child(v, &[D::Xcomp, D::Advcl]).filter(|_| aims && !has(slots, SlotName::Purpose)) {
            slots.push(f.slot(SlotName::Purpose, aim, n, o.extent(aim)));
        }
    }
    // Who made the attempt, plan or call made what it is about.
    if !has(slots, SlotName::Agent)
        && !has(slots, SlotName::Patient)
        && let Some(v) = p.head(n).filter(|_| o.is(n, &[D::Obj]))
        && let Some(s) = subject(cx, v).filter(|_| cx.words.support.has(p.lemma(v)))
    {
        slots.push(f.slot(SlotName::Agent, s, n, argument(f, s)));
    }
}

/// The slot of a prepositional phrase beside a noun of a happening.
fn beside_noun(f: Filling<'_>, c: usize, noun: Nominal) -> Option<SlotName> {
    use NominalKind as K;
    let (o, p) = (f.cx.outline, &f.cx.outline.parse);
    let case = p.form(o.child(c, &[D::Case])?);
    let words = &f.cx.words;
    if words.of.has(case) {
        return Some(match noun.kind {
            K::Transitive | K::Passive => SlotName::Patient,
            K::Intransitive | K::Reciprocal => SlotName::Agent,
        });
    }
    if words.agents.has(case) {
        return Some(SlotName::Agent);
    }
    if words.targets.has(case) && !f.is_time(c) {
        return Some(SlotName::Patient);
    }
    match words.slots.get(case) {
        Some(SlotCue::Company) => Some(SlotName::Recipient),
        Some(SlotCue::Recipient) => Some(if f.is_place(c) { SlotName::Place } else { SlotName::Recipient }),
        Some(SlotCue::Place) => f.is_place(c).then_some(SlotName::Place),
        Some(SlotCue::Cause) => Some(SlotName::Cause),
        Some(SlotCue::Means) => Some(SlotName::Means),
        Some(SlotCue::Purpose) => Some(if f.is_party(c) { SlotName::Recipient } else { SlotName::Purpose }),
        None => None,
    }
}

/// The slot of a prepositional phrase under a verb, and the head of what fills it.
fn oblique(f: Filling<'_>, c: usize, passive: bool) -> (SlotName, usize) {
    let (o, p) = (f.cx.outline, &f.cx.outline.parse);
    let words = &f.cx.words;
    if f.is_time(c) {
        return (SlotName::Time, c);
    }
    let case = o.child(c, &[D::Case]).map(|k| p.form(k)).unwrap_or_default();
    // "in an effort to stop it", "in response to the strike": what completes the noun counts.
    if let Some(cue) = words.phrases.get(p.lemma(c)).filter(|_| !case.is_empty()) {
        let what = o.children(c).find(|&x| x > c && o.is(x, &[D::Acl, D::Advcl, D::Xcomp, D::Nmod]));
        if let Some(what) = what {
            return (plain(cue), what);
        }
    }
    if words.agents.has(case) && passive {
        return (SlotName::Agent, c);
    }
    let name = match words.slots.get(case) {
        Some(SlotCue::Place) if f.is_place(c) || !words.loose.has(case) => SlotName::Place,
        Some(SlotCue::Place) | None => SlotName::Manner,
        // "by then"
        Some(SlotCue::Means) if p.upos(c) == Upos::Adv => SlotName::Manner,
        Some(SlotCue::Means) => SlotName::Means,
        Some(SlotCue::Cause) => SlotName::Cause,
        Some(SlotCue::Purpose) if f.is_party(c) => SlotName::Recipient,
        Some(SlotCue::Purpose) => SlotName::Purpose,
        Some(SlotCue::Company) if f.is_party(c) => SlotName::Recipient,
        Some(SlotCue::Company) => SlotName::Means,
        Some(SlotCue::Recipient) if f.is_place(c) && !f.is_party(c) => SlotName::Place,
        Some(SlotCue::Recipient) => SlotName::Recipient,
    };
    (name, c)
}

fn plain(cue: SlotCue) -> SlotName {
    match cue {
        SlotCue::Place => SlotName::Place,
        SlotCue::Means | SlotCue::Company => SlotName::Means,
        SlotCue::Cause => SlotName::Cause,
        SlotCue::Purpose => SlotName::Purpose,
        SlotCue::Recipient => SlotName::Recipient,
    }
}

/// The slot of an adverbial clause under `v`, and the head of what fills it.
fn adverbial(f: Filling<'_>, v: usize, c: usize) -> Option<(SlotName, usize)> {
    let (o, p) = (f.cx.outline, &f.cx.outline.parse);
    let words = &f.cx.words;
    let first = o.children(c).find(|&m| m < c && o.is(m, &[D::Mark, D::Case]));
    let mark = first.map(|m| p.form(m)).unwrap_or_default();
    if words.to.has(mark) {
        return Some((SlotName::Purpose, c));
    }
    if words.conditionals.has(mark) {
        return None;
    }
    let adverb = o.children(c).find(|&m| m < c && o.is(m, &[D::Advmod])).map(|m| p.form(m)).unwrap_or_default();
    if words.moments.has(mark) || mark.is_empty() && words.moments.has(adverb) {
        return Some((SlotName::Time, c));
    }
    // "kept them from leaving"
    if o.is(c, &[D::Obl]) && words.slots.get(mark) == Some(SlotCue::Place) {
        return Some((SlotName::Outcome, c));
    }
    if let Some(cue) = words.slots.get(mark) {
        // "in order to", "so that"
        let purpose = o.children(c).any(|m| words.to.has(p.form(m)) && o.is(m, &[D::Mark, D::Fixed]));
        return Some((if purpose { SlotName::Purpose } else { plain(cue) }, c));
    }
    // "aimed at stopping it", "using drones"
    if words.aims.has(p.lemma(c)) {
        let what = o.children(c).find(|&x| x > c && o.is(x, &[D::Xcomp, D::Advcl, D::Obl])).unwrap_or(c);
        return Some((SlotName::Purpose, what));
    }
    if p.feats(c).has(Feats::ING) && mark.is_empty() {
        if let Some(SlotCue::Means) = words.slots.get(p.form(c)) {
            return Some((SlotName::Means, o.child(c, &[D::Obj]).unwrap_or(c)));
        }
        // "..., killing 12": what came of it.
        return Some((if c > v { SlotName::Outcome } else { SlotName::Manner }, c));
    }
    Some((SlotName::Manner, c))
}

/// A noun phrase without the clauses that hang on its end: relative ones, and what a comma sets apart.
fn argument(f: Filling<'_>, head: usize) -> Range<usize> {
    let (o, p) = (f.cx.outline, &f.cx.outline.parse);
    let mut r = o.extent(head);
    if p.upos(head) == Upos::Verb {
        return r;
    }
    for c in o.children(head).filter(|&c| c > head) {
        let from = o.extent(c).start;
        let after_comma = from > 0 && p.upos(from - 1) == Upos::Punct || p.upos(from) == Upos::Punct;
        let apart = o.is(c, &[D::AclRelcl, D::Parataxis, D::Dep])
            || o.is(c, &[D::Acl, D::Advcl]) && after_comma
            || o.is(c, &[D::Appos, D::Conj]) && p.upos(c) == Upos::Verb;
        if apart {
            r.end = r.end.min(from.max(head + 1));
        }
    }
    while r.end > head + 1 && p.upos(r.end - 1) == Upos::Punct {
        r.end -= 1;
    }
    r
}

/// A noun phrase up to its head.
fn noun_alone(f: Filling<'_>, head: usize) -> Range<usize> {
    f.cx.outline.extent(head).start..head + 1
}

/// The words of a slot without its preposition and without the predicate.
fn own(cx: Context<'_>, head: usize, v: usize, mut r: Range<usize>) -> Range<usize> {
    let o = cx.outline;
    while r.start < head && o.is(r.start, &[D::Case, D::Mark, D::Punct, D::Cc, D::Fixed]) {
        r.start += 1;
    }
    while r.end > head + 1
        && (o.is(r.end - 1, &[D::Punct]) || o.parse.head(r.end - 1) == Some(head) && o.is(r.end - 1, &[D::Case]))
    {
        r.end -= 1;
    }
    if r.contains(&v) && v != head {
        r = if head < v { r.start..v } else { v + 1..r.end };
    }
    if !r.contains(&head) {
        r = head..head + 1;
    }
    r
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
