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

/// The facts of a pair of figures, each with its own.
pub(super) fn ends(p: &Pair) -> impl Iterator<Item = (usize, Span)> + use<> {
    let (a, b) = (p.a, p.b);
    p.figures.into_iter().flat_map(move |(s, t)| [(a, s), (b, t)])
}

/// The figure that a pair gives of a fact.
fn figure_in(p: &Pair, f: usize) -> Option<Span> {
    p.figures.map(|(s, t)| if p.a == f { s } else { t })
}

/// What a figure or time is, to be held against another.
pub(super) fn value(f: &Fact, figure: Span) -> Option<(u64, &str)> {
    let counted = f.quantities.iter().find(|q| q.span == figure).map(|q| (q.value.to_bits(), ""));
    counted.or_else(|| f.times.iter().find(|t| t.0 == figure).map(|t| (0, t.1.edtf.as_str())))
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
) -> Vec<(usize, Option<Span>)> {
    let mut members = vec![(first.a, figure_in(first, first.a))];
    members.extend((first.b != first.a).then_some((first.b, figure_in(first, first.b))));
    let pair = |&i: &usize| &index.pairs[i];
    let near = nearest([first.a, first.b].iter().flat_map(|f| &index.by_fact[f]).map(pair).collect());
    // And those of which the same is asked in the same words.
    let asked = asked.iter().take(4 * LARGEST).map(pair).filter(|p| p.slot == first.slot);
    // And those that set the same figure against another, or give it, too.
    let own = matches!(first.slot, Some(SlotKind::Quantity | SlotKind::Time));
    let shared = ends(first)
        .filter(|_| own)
        .filter_map(|(f, s)| index.by_figure.get(&(of.facts[f].article, s.start)))
        .flat_map(|pairs| pairs.iter().take(4 * LARGEST))
        .map(pair);
    let shared = nearest(shared.collect());
    let near = near.into_iter().chain(asked).map(|p| (p, false)).chain(shared.into_iter().map(|p| (p, true)));
    for (p, shared, other) in near.flat_map(|(p, shared)| [(p, shared, p.a), (p, shared, p.b)]) {
        let fact = &of.facts[other];
        let told = |m: &(usize, Option<Span>)| {
            let f = &of.facts[m.0];
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
        let parts = |m: &(usize, Option<Span>)| figures_apart(of.lexis, words(fact), words(&of.facts[m.0]));
        if first.slot.is_none() && members.iter().any(parts) {
            continue;
        }
        // Who was hurt is not who died.
        if first.slot == Some(SlotKind::Quantity) && members.iter().any(|m| other_toll(of.lexis, fact, &of.facts[m.0]))
        {
            continue;
        }
        // Hours that may be of two steps join none that are surely of one.
        if first.slot == Some(SlotKind::Time) && p.score < STEPS && first.score >= STEPS {
            continue;
        }
        // An article that has given a figure gives another of something else.
        let figure = figure_in(p, other).and_then(|s| value(fact, s));
        let twofold = |m: &(usize, Option<Span>)| {
            let f = &of.facts[m.0];
            f.article == fact.article && m.1.and_then(|s| value(f, s)) != figure
        };
        if first.slot == Some(SlotKind::Quantity)
            && figure.is_some()
            && p.relation != Relation::Agree
            && members.iter().any(twofold)
        {
            continue;
        }
        members.push((other, figure_in(p, other)));
    }
    members
}
