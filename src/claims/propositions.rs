//! Who did what to whom, when, where, why, by what means.

use super::attribute::Context;
use super::predicates::{self, nominal};
use super::slots::{Filling, fill, fill_noun};
use super::stance::embedded;
use super::{PredicateKind, Proposition, SlotName};
use crate::english::SlotCue;
use crate::entities::Mentions;
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::times::Timex;
use std::ops::Range;

/// Most heads looked up from a phrase of purpose to what it is the purpose of.
const LEVELS: usize = 6;

/// The propositions of some content, the main one first, then in text order.
pub(super) fn propositions(
    cx: Context<'_>,
    mentions: &Mentions,
    timexes: &[Timex],
    content: &[Range<usize>],
) -> Vec<Proposition> {
    let p = &cx.outline.parse;
    let inside = |t: usize| content.iter().any(|r| r.contains(&t));
    let filling = Filling { cx, mentions, timexes };
    let mut out = Vec::new();
    for t in content.iter().cloned().flatten() {
        out.extend(proposition(filling, t, &inside));
    }
    for t in content.iter().cloned().flatten() {
        from_afar(filling, t, &mut out);
    }
    // Main first: the predicate whose head lies outside the content.
    let top = |x: &Proposition| p.head(x.predicate).is_none_or(|h| !inside(h));
    let main = out.iter().position(|x| top(x) && x.kind != PredicateKind::Nominal).or_else(|| out.iter().position(top));
    if let Some(main) = main {
        let first = out.remove(main);
        out.insert(0, first);
    }
    out
}

fn proposition(f: Filling<'_>, t: usize, inside: &impl Fn(usize) -> bool) -> Option<Proposition> {
    let (cx, o, p) = (f.cx, f.cx.outline, &f.cx.outline.parse);
    let mut kind = predicates::kind(cx, t)?;
    let mut slots = Vec::new();
    let mut span = t..t + 1;
    let mut lemma = p.lemma(t).to_owned();
    match kind {
        PredicateKind::Nominal => {
            // The verb that only carries it tells it.
            if carrier(cx, t).is_some_and(inside) {
                return None;
            }
            let noun = nominal(cx, t)?;
            fill_noun(f, t, noun, &mut slots);
            let bare = |name: SlotName| matches!(name, SlotName::Time | SlotName::Manner);
            if slots.iter().all(|s| bare(s.name)) {
                return None;
            }
            noun.verb.clone_into(&mut lemma);
        }
        PredicateKind::Verb | PredicateKind::State => {
            if let Some(particle) = o.child(t, &[D::CompoundPrt]) {
                if particle > t && particle - t < 4 {
                    span.end = particle + 1;
                }
                lemma = format!("{lemma} {}", p.lemma(particle));
            }
            if let Some(verb) = predicates::participle(cx, t) {
                lemma = verb;
                kind = PredicateKind::Verb;
            }
            fill(f, t, inside, &mut slots);
            let carried = o.children(t).find(|&c| carrier(cx, c) == Some(t));
            if let Some((noun, what)) = carried.and_then(|c| Some((c, nominal(cx, c)?))) {
                what.verb.clone_into(&mut lemma);
                slots.retain(|s| s.head != noun);
                fill_noun(f, noun, what, &mut slots);
                span = span.start.min(noun)..span.end.max(noun + 1);
            }
        }
    }
    let put = embedded(cx.words, o, t);
    Some(Proposition {
        predicate: t,
        span: p.span_of(span),
        lemma,
        kind,
        slots,
        polarity: put.polarity,
        modality: put.modality,
    })
}

/// The verb that only carries a noun of a happening: "launched an attack", "talks were held", "there was a clash".
fn carrier(cx: Context<'_>, noun: usize) -> Option<usize> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    nominal(cx, noun)?;
    let v = p.head(noun)?;
    if o.is(noun, &[D::Nsubj]) && o.child(v, &[D::Expl]).is_some() {
        return Some(v);
    }
    let object = o.is(noun, &[D::Obj, D::NsubjPass]);
    (object && p.upos(v) == Upos::Verb && cx.words.support.has(p.lemma(v))).then_some(v)
}

/// A purpose or means that hangs on a noun of the clause is that of what the clause tells: "mediated through others in
/// an effort to stop it", "sent ships to the coast to rescue them", "talks aimed at ending the war", "entered the museum
/// using a ladder".
fn from_afar(f: Filling<'_>, t: usize, out: &mut [Proposition]) {
    let (cx, o, p) = (f.cx, f.cx.outline, &f.cx.outline.parse);
    let after = |relations: &[D]| o.children(t).find(|&c| c > t && o.is(c, relations));
    let participle = o.is(t, &[D::Acl]) && p.upos(t) == Upos::Verb;
    let (name, what) = if cx.words.efforts.has(p.lemma(t)) && o.child(t, &[D::Case]).is_some() {
        (SlotName::Purpose, after(&[D::Acl, D::Advcl, D::Xcomp]))
    } else if participle && cx.words.aims.has(p.lemma(t)) {
        (SlotName::Purpose, after(&[D::Xcomp, D::Advcl, D::Obl]))
    } else if participle && p.feats(t).has(Feats::ING) && cx.words.slots.get(p.form(t)) == Some(SlotCue::Means) {
        (SlotName::Means, after(&[D::Obj]))
    } else if participle && p.feats(t).has(Feats::INFINITIVE) {
        let noun = p.head(t).filter(|&n| !cx.words.contents.has(p.lemma(n)) && nominal(cx, n).is_none());
        (SlotName::Purpose, noun.map(|_| t))
    } else {
        return;
    };
    let Some(what) = what else { return };
    let mut at = t;
    for _ in 0..LEVELS {
        let Some(h) = p.head(at) else { return };
        if let Ok(i) = out.binary_search_by_key(&h, |x| x.predicate)
            && h != what
        {
            let x = &mut out[i];
            if !x.slots.iter().any(|s| s.name == name) {
                x.slots.push(f.slot(name, what, h, o.extent(what)));
            }
            return;
        }
        at = h;
    }
}
