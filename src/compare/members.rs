//! Which facts answer one question: the first two, and what joins them.

use super::facts::Fact;
use super::group::Findings;
use super::relate::Pair;
use super::rules::{figures_apart, other_toll};
use super::{Relation, SlotKind};
use crate::text::{Arrange, ArticleIx, Span};
use std::collections::BTreeMap;

/// Most facts of a group: a larger one is a topic, not a question.
const LARGEST: usize = 12;
/// Likeness from which an agreement brings a statement into a difference.
const SURE: f32 = 0.62;
/// Score below which hours may be of two steps of what happened.
const STEPS: f32 = 0.46;

/// A figure or time, by the article and where the words that give it begin.
pub(super) type Figure = (ArticleIx, u32);

/// The pairs, by what they set side by side.
#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) pairs: &'a [Pair],
    pub(super) by_fact: BTreeMap<usize, Vec<usize>>,
    pub(super) by_figure: BTreeMap<Figure, Vec<usize>>,
}

/// A fact of a group, with the figure or time of it that is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) fact: usize,
    pub(super) figure: Option<Span>,
}

impl Told {
    /// That of a fact which a pair sets against another.
    fn by(p: &Pair, fact: usize) -> Self {
        Self { fact, figure: p.figures.map(|(s, t)| if p.a == fact { s } else { t }) }
    }

    /// Its figure, whichever statement holds it.
    pub(super) fn figure(self, facts: &[Fact]) -> Option<Figure> {
        Some((facts[self.fact].article, self.figure?.start))
    }
}

/// The figures of a pair that sets two side by side.
pub(super) fn figures<'a>(p: &'a Pair, facts: &'a [Fact]) -> impl Iterator<Item = Figure> + use<'a> {
    p.figures.into_iter().flat_map(|(s, t)| [(facts[p.a].article, s.start), (facts[p.b].article, t.start)])
}

/// What a figure or time is, to be held against another of the same unit: only such are set side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Number(f64),
    /// A time in EDTF.
    Time(&'a str),
}

/// What a fact's figure or time is.
pub(super) fn value(f: &Fact, figure: Span) -> Option<Value<'_>> {
    let counted = f.quantities.iter().find(|q| q.span == figure).map(|q| Value::Number(q.value));
    counted.or_else(|| f.times.iter().find(|t| t.0 == figure).map(|t| Value::Time(&t.1.edtf)))
}

/// Pairs, the surest first.
pub(super) fn nearest(mut near: Vec<&Pair>) -> Vec<&Pair> {
    near.arrange_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    near
}

/// The first two, and those that stand to either of them as they do to each other, or agree; nearest first. Each with the
/// figure that it gives.
pub(super) fn members(
    of: Findings<'_>,
    index: &Index<'_>,
    asked: &[usize],
    first: &Pair,
    free: impl Fn(usize) -> bool,
) -> Vec<Told> {
    let mut members = vec![Told::by(first, first.a)];
    members.extend((first.b != first.a).then(|| Told::by(first, first.b)));
    let pair = |&i: &usize| &index.pairs[i];
    let near = nearest([first.a, first.b].iter().flat_map(|f| &index.by_fact[f]).map(pair).collect());
    // And those of which the same is asked in the same words.
    let asked = asked.iter().take(4 * LARGEST).map(pair).filter(|p| p.slot == first.slot);
    // And those that set the same figure against another, or give it, too.
    let own = matches!(first.slot, Some(SlotKind::Quantity | SlotKind::Time));
    let shared = figures(first, of.facts)
        .filter(|_| own)
        .filter_map(|f| index.by_figure.get(&f))
        .flat_map(|pairs| pairs.iter().take(4 * LARGEST))
        .map(pair);
    let shared = nearest(shared.collect());
    let near = near.into_iter().chain(asked).map(|p| (p, false)).chain(shared.into_iter().map(|p| (p, true)));
    for (p, shared, other) in near.flat_map(|(p, shared)| [(p, shared, p.a), (p, shared, p.b)]) {
        let fact = &of.facts[other];
        let told = |m: &Told| {
            let f = &of.facts[m.fact];
            (f.article, f.sentence) == (fact.article, fact.sentence)
        };
        // What one article says twice is its own affair.
        let inside = of.facts[first.a].article == of.facts[first.b].article && first.slot == Some(SlotKind::Source);
        // Who agrees with one side joins it if he does so for sure; numbers and days must be his own.
        let sure = if own { shared } else { p.score >= SURE };
        let joins = first.slot.is_none() || p.relation != Relation::Agree || sure;
        let fits = joins
            && (p.relation == Relation::Agree || p.slot == first.slot)
            && (!inside || fact.article == of.facts[first.a].article);
        if members.len() >= LARGEST || !fits || !free(other) || members.iter().any(told) {
            continue;
        }
        // One that gives another figure agrees with one of them only.
        let words = |f: &Fact| f.key.of(of.texts[f.article.ix()]);
        let parts = |m: &Told| figures_apart(of.lexis, words(fact), words(&of.facts[m.fact]));
        if first.slot.is_none() && members.iter().any(parts) {
            continue;
        }
        // Who was hurt is not who died.
        if first.slot == Some(SlotKind::Quantity)
            && members.iter().any(|m| other_toll(of.lexis, fact, &of.facts[m.fact]))
        {
            continue;
        }
        // Hours that may be of two steps join none that are surely of one.
        if first.slot == Some(SlotKind::Time) && p.score < STEPS && first.score >= STEPS {
            continue;
        }
        // An article that has given a figure gives another of something else.
        let joining = Told::by(p, other);
        let figure = joining.figure.and_then(|s| value(fact, s));
        let twofold = |m: &Told| {
            let f = &of.facts[m.fact];
            f.article == fact.article && m.figure.and_then(|s| value(f, s)) != figure
        };
        if first.slot == Some(SlotKind::Quantity)
            && figure.is_some()
            && p.relation != Relation::Agree
            && members.iter().any(twofold)
        {
            continue;
        }
        members.push(joining);
    }
    members
}
