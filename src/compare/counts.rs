//! Numbers beside the propositions: what is counted stays comparable where the tree lost the verb.

use super::facts::Fact;
use super::lexis::Lexis;
use super::terms::{Reader, tidy};
use crate::claims::{Bound, Mode, Quantity};
use crate::english::decimal;
use crate::tags::Upos;
use crate::text::{BlockKind, ClaimIx, Span, TokenIx};
use crate::times::Timex;
use std::collections::BTreeSet;

/// Tokens either side of a number in which its verb is looked for.
const WINDOW: usize = 7;

/// Numbers that no proposition holds, each with the words around it: what is counted stays comparable where the tree
/// lost the verb. Those beside no word for a happening are `loose`.
pub(super) fn counts(r: &Reader<'_>, lexis: &mut Lexis<'_>, out: &mut Vec<Fact>, loose: &mut Vec<Fact>) {
    let (a, article) = (r.a, r.article);
    let p = &a.parse;
    let held: BTreeSet<Span> =
        out.iter().filter(|f| f.article == article).flat_map(|f| f.quantities.iter().map(|q| q.span)).collect();
    let mut numbers: Vec<(usize, Quantity)> = Vec::new();
    for (c, claim) in a.claims.iter().enumerate().filter(|(_, c)| c.mode != Mode::Caption) {
        numbers.extend(claim.quantities.iter().filter(|q| !held.contains(&q.span)).map(|q| (c, q.clone())));
    }
    numbers.extend(magnitudes(r));
    numbers.extend(hours(r));
    for (c, q) in &numbers {
        let claim = &a.claims[*c];
        let at = p.tokens.tokens.partition_point(|t| t.span.end <= q.span.start);
        let Some(first) = p.tokens.tokens.get(at) else { continue };
        let sentence = p.sentence_tokens(at);
        let near = at.saturating_sub(WINDOW).max(sentence.start)..(at + WINDOW).min(sentence.end);
        let mut terms = Vec::new();
        for t in near.clone() {
            r.add(lexis, t, &mut terms);
        }
        // The nearest word for a happening stands in for the verb.
        let quake = q.unit == r.d.english.compare.magnitude;
        let near = if quake { sentence.clone() } else { near };
        let strong = |t: usize| !quake || r.happening(t).is_some_and(|k| k.name == "quake");
        let deed = near.clone().filter(|&t| strong(t)).min_by_key(|&t| (r.happening(t).is_none(), t.abs_diff(at)));
        let told = deed.filter(|&t| r.happening(t).is_some());
        let verb = || near.clone().filter(|&t| p.upos(t) == Upos::Verb).min_by_key(|&t| t.abs_diff(at));
        let Some(deed) = told.or_else(verb).or(deed) else { continue };
        tidy(&mut terms);
        let hour = q.unit == r.d.english.compare.hour;
        let to = if told.is_some() && !hour { &mut *out } else { &mut *loose };
        to.push(Fact {
            article,
            claim: ClaimIx::new(*c),
            sentence: first.sentence.0,
            said: claim.span,
            at: deed,
            predicate: lexis.of_lemma(&r.lemma(deed)),
            negative: false,
            modality: claim.modality,
            fillers: Vec::new(),
            terms,
            units: vec![lexis.of_lemma(&q.unit)],
            quantities: vec![q.clone()],
            times: Vec::new(),
            speaker: None,
            source: claim.source.as_ref().map(|s| s.text.clone()),
            clear: false,
            quoted: false,
            key: p.span_of(near.start.max(at.min(deed).saturating_sub(2))..near.end.min(at.max(deed) + 3)),
            display: p.tokens.sentence_of(TokenIx::new(at)).kind != BlockKind::Body,
            infinitive: false,
            light: false,
            long: true,
            denied: false,
            nominal: false,
            passive: true,
            verb: None,
            aim: None,
        });
    }
}

/// The strength of an earthquake: a number below ten with a decimal, in a sentence that speaks of one.
fn magnitudes(r: &Reader<'_>) -> Vec<(usize, Quantity)> {
    let p = &r.a.parse;
    let quake = |t: usize| r.happening(t).is_some_and(|k| k.name == "quake");
    let scale = |t: usize| p.form(t).split('-').next().and_then(decimal);
    let mut out = Vec::new();
    for t in (0..p.len()).filter(|&t| p.form(t).contains('.') && p.form(t).starts_with(|c: char| c.is_ascii_digit())) {
        let Some(value) = scale(t).filter(|&v| (1.0..10.0).contains(&v)) else { continue };
        if let Some(c) = r.claim_at(t).filter(|_| p.sentence_tokens(t).any(quake)) {
            let unit = r.d.english.compare.magnitude.to_owned();
            out.push((c.ix(), Quantity { span: p.span(t), value, unit, bound: Bound::Exact }));
        }
    }
    out
}

/// Times of day as figures, in minutes from midnight: two accounts of one moment need not share a verb, and often no day.
fn hours(r: &Reader<'_>) -> Vec<(usize, Quantity)> {
    let p = &r.a.parse;
    let timexes = r.d.timeline.timexes.get(r.article.ix()).map(Vec::as_slice).unwrap_or_default();
    // Hours of a zone are moments, not figures: 10:00 in one is 09:00 in another.
    let minutes = |x: &Timex| x.clock().filter(|c| c.1.is_none()).map(|c| f64::from(c.0));
    let mut out = Vec::new();
    for x in timexes.iter().filter(|x| !x.tokens.is_empty() && x.tokens.end <= p.len()) {
        let (Some(value), Some(c)) = (minutes(x), r.claim_at(x.tokens.start)) else { continue };
        let unit = r.d.english.compare.hour.to_owned();
        out.push((c.ix(), Quantity { span: x.span, value, unit, bound: Bound::Exact }));
    }
    out
}
