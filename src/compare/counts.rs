//! Numbers beside the propositions: what is counted stays comparable where the tree lost the verb.

use super::calendar;
use super::facts::Fact;
use super::lexis::Lexis;
use super::terms::{Reader, tidy};
use crate::claims::{Bound, Mode, Quantity, uncounted};
use crate::english::decimal;
use crate::tags::Upos;
use crate::text::{BlockKind, ClaimIx, Gather, Span, TokenIx, sort_unique};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Tokens either side of a number in which its verb is looked for.
const WINDOW: usize = 7;

/// Numbers that no proposition holds, each with the words around it: what is counted stays comparable where the tree
/// lost the verb. Those beside no word for a happening are `loose`. The article's own begin at `first`.
pub(super) fn counts(r: &Reader<'_>, lexis: &mut Lexis<'_>, first: usize, out: &mut Vec<Fact>, loose: &mut Vec<Fact>) {
    let a = r.a;
    let p = &a.parse;
    let held: BTreeSet<Span> = out[first..].iter().flat_map(|f| f.quantities.iter().map(|q| q.span)).into_set();
    let mut numbers: Vec<(usize, Quantity)> = Vec::new();
    for (c, claim) in a.claims.iter().enumerate().filter(|(_, c)| c.mode != Mode::Caption) {
        numbers.extend(claim.quantities.iter().filter(|q| !held.contains(&q.span)).map(|q| (c, q.clone())));
    }
    numbers.extend(magnitudes(r));
    let told = Told::new(&out[first..]);
    numbers.extend(calendar::times(r, lexis, &told, loose));
    numbers.extend(bare(r, lexis, &told, loose));
    for (c, q) in &numbers {
        let at = p.token_from(q.span.start);
        if at >= p.len() {
            continue;
        }
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
        let hour = lexis.hour(&q.unit);
        let to = if told.is_some() && !hour { &mut *out } else { &mut *loose };
        let key = p.span_of(near.start.max(at.min(deed).saturating_sub(2))..near.end.min(at.max(deed) + 3));
        to.push(Fact { key, terms, ..figure(r, lexis, ClaimIx::new(*c), at, deed, q.clone()) });
    }
}

/// A fact that holds one figure, at token `at`, and no more; `deed` tells what was done.
pub(super) fn figure(r: &Reader<'_>, lexis: &mut Lexis<'_>, ix: ClaimIx, at: usize, deed: usize, q: Quantity) -> Fact {
    let p = &r.a.parse;
    let claim = &r.a.claims[ix.ix()];
    let token = &p.tokens.tokens[at];
    Fact {
        article: r.article,
        claim: ix,
        sentence: token.sentence.0,
        said: claim.span,
        at: deed,
        predicate: r.term(lexis, deed),
        negative: false,
        modality: claim.modality,
        fillers: Vec::new(),
        terms: Vec::new(),
        units: vec![lexis.of_lemma(&q.unit)],
        key: q.span,
        quantities: vec![q],
        times: Vec::new(),
        speaker: None,
        source: claim.source.as_ref().map(|s| s.text.clone()),
        clear: false,
        quoted: false,
        display: p.tokens.sentence_of(TokenIx::new(at)).kind != BlockKind::Body,
        infinitive: false,
        light: false,
        long: true,
        denied: false,
        nominal: false,
        passive: true,
        verb: None,
        aim: None,
    }
}

/// Numbers of which nothing beside them says what they count, as the times are.
fn bare(r: &Reader<'_>, lexis: &mut Lexis<'_>, told: &Told<'_>, loose: &mut Vec<Fact>) -> Vec<(usize, Quantity)> {
    let (p, english) = (&r.a.parse, r.d.english);
    let timexes = r.d.timeline.timexes_in(r.article);
    let mut counted: Vec<Span> = r.a.claims.iter().flat_map(|c| &c.quantities).map(|q| q.span).collect();
    sort_unique(&mut counted);
    let mut beside = Vec::new();
    for (t, q) in uncounted(&english.claims, p, timexes, &counted) {
        let Some(claim) = r.claim_at(t) else { continue };
        let words = t..p.tokens.tokens.partition_point(|x| x.span.start < q.span.end);
        match told.with_figure(r, lexis, words, claim, &q) {
            Some(fact) => loose.push(fact),
            None => beside.push((claim.ix(), q)),
        }
    }
    beside
}

/// The statements of an article by the token that tells each.
pub(super) struct Told<'f>(BTreeMap<usize, &'f Fact>);

impl<'f> Told<'f> {
    fn new(facts: &'f [Fact]) -> Self {
        let mut by_token = BTreeMap::new();
        for f in facts.iter().filter(|f| f.aim.is_none()) {
            by_token.entry(f.at).or_insert(f);
        }
        Self(by_token)
    }

    /// A figure of `claim` alone in the statement whose predicate is the nearest above its words.
    pub(super) fn with_figure(
        &self,
        r: &Reader<'_>,
        lexis: &mut Lexis<'_>,
        words: Range<usize>,
        claim: ClaimIx,
        q: &Quantity,
    ) -> Option<Fact> {
        let p = &r.a.parse;
        let top = words.clone().find(|&t| p.head(t).is_none_or(|h| !words.contains(&h)))?;
        let teller = std::iter::successors(Some(top), |&h| p.head(h)).take(4).find_map(|h| self.0.get(&h).copied())?;
        Some(Fact { units: vec![lexis.of_lemma(&q.unit)], quantities: vec![q.clone()], claim, ..teller.clone() })
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
