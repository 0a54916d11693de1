//! Which of the pairs that only the weights tell are kept: of two sentences the surest, of a statement the surest in each
//! article.

use super::facts::Fact;
use super::relate::Pair;
use super::{Relation, SlotKind};
use crate::text::{Arrange, Gather};
use std::collections::BTreeSet;

/// All pairs that a rule tells, and of the others those that stand for themselves.
pub(super) fn settle(facts: &[Fact], pairs: Vec<Pair>) -> Vec<Pair> {
    let sentences = |p: &Pair| {
        let at = [p.a, p.b].map(|f| (facts[f].article, facts[f].sentence));
        (at[0].min(at[1]), at[0].max(at[1]))
    };
    let (mut learnt, mut out): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(|p| p.learnt);
    // An agreement of two sentences leaves room for a figure or an hour in which they part.
    let detail =
        |p: &Pair| p.relation != Relation::Agree && matches!(p.slot, Some(SlotKind::Quantity | SlotKind::Time));
    let mut met: BTreeSet<_> = out.iter().map(|p| (sentences(p), detail(p))).into_set();
    let mut told: BTreeSet<_> = BTreeSet::new();
    learnt.arrange_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    for p in learnt {
        let both = [(p.a, facts[p.b].article), (p.b, facts[p.a].article)];
        let of = (sentences(&p), detail(&p));
        if !met.contains(&of) && !both.iter().any(|b| told.contains(b)) {
            met.insert(of);
            told.extend(both);
            out.push(p);
        }
    }
    out
}
