//! From pairs of facts to groups with sides.

use super::facts::Fact;
use super::relate::Pair;
use super::{DiffersIn, Group, Kinship, Member, Relation, Side, Strength};
use crate::english::say;
use crate::text::{ArticleIx, Span};
use std::collections::BTreeMap;

/// Most facts of a group: a larger one is a topic, not a question.
const LARGEST: usize = 12;
/// Most words of a side's heading.
const SAYS: usize = 14;

/// Groups the pairs, strongest first. A fact joins one group only.
pub(super) fn group(facts: &[Fact], mut pairs: Vec<Pair>, texts: &[&str], kinship: &Kinship) -> Vec<Group> {
    pairs.sort_by(|p, q| {
        (p.relation, q.score, p.a, p.b)
            .partial_cmp(&(q.relation, p.score, q.a, q.b))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut by_fact: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, p) in pairs.iter().enumerate() {
        by_fact.entry(p.a).or_default().push(i);
        by_fact.entry(p.b).or_default().push(i);
    }
    let mut taken = vec![false; facts.len()];
    let mut out = Vec::new();
    for first in &pairs {
        if taken[first.a] || taken[first.b] {
            continue;
        }
        let mut members = vec![first.a, first.b];
        // Those that stand in a relation to either of the first two, nearest first.
        let mut near: Vec<&Pair> = [first.a, first.b].iter().flat_map(|f| &by_fact[f]).map(|&i| &pairs[i]).collect();
        near.sort_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
        for p in near {
            let other = if members[..2].contains(&p.a) { p.b } else { p.a };
            let slot = |p: &Pair| p.differs_in.as_ref().map(|d| d.slot);
            let fits = p.relation == Relation::Agree || slot(p) == slot(first);
            if members.len() < LARGEST && fits && !taken[other] && !members.contains(&other) {
                members.push(other);
            }
        }
        for &m in &members {
            taken[m] = true;
        }
        out.push(build(facts, &members, &pairs, &by_fact, first, texts, kinship));
    }
    out.sort_by_key(|g: &Group| (g.relation, std::cmp::Reverse(g.strength)));
    out
}

fn build(
    facts: &[Fact],
    members: &[usize],
    pairs: &[Pair],
    by_fact: &BTreeMap<usize, Vec<usize>>,
    first: &Pair,
    texts: &[&str],
    kinship: &Kinship,
) -> Group {
    let place = |f: usize| members.iter().position(|&m| m == f);
    let mut inner: Vec<&Pair> = Vec::new();
    for &m in members {
        for &i in &by_fact[&m] {
            let p = &pairs[i];
            if p.a == m && place(p.b).is_some() {
                inner.push(p);
            }
        }
    }
    inner.sort_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    // Sides: those that agree, the nearest first, never two that differ.
    let mut side: Vec<usize> = (0..members.len()).collect();
    let apart = |side: &[usize], x: usize, y: usize| {
        inner.iter().any(|p| {
            let (Some(i), Some(j)) = (place(p.a), place(p.b)) else { return false };
            p.relation != Relation::Agree && (side[i] == x && side[j] == y || side[i] == y && side[j] == x)
        })
    };
    for p in inner.iter().filter(|p| p.relation == Relation::Agree) {
        let (Some(i), Some(j)) = (place(p.a), place(p.b)) else { continue };
        let (x, y) = (side[i], side[j]);
        if x != y && !apart(&side, x, y) {
            side.iter_mut().filter(|s| **s == y).for_each(|s| *s = x);
        }
    }
    let relation = inner.iter().map(|p| p.relation).min().unwrap_or(first.relation);
    let mut key: Vec<Span> = members.iter().map(|&m| facts[m].key).collect();
    for p in inner.iter().rev() {
        if let Some((ka, kb)) = p.keys {
            key[place(p.a).unwrap_or(0)] = ka;
            key[place(p.b).unwrap_or(0)] = kb;
        }
    }
    let mut labels = side.clone();
    labels.sort_unstable();
    labels.dedup();
    let sides: Vec<Side> = labels
        .iter()
        .map(|&l| {
            let mut of: Vec<usize> =
                (0..members.len()).filter(|&i| relation == Relation::Agree || side[i] == l).collect();
            of.sort_by_key(|&i| (facts[members[i]].article, key[i]));
            let head = of[0];
            Side {
                says: clip(key[head].of(texts[facts[members[head]].article.ix()])),
                members: of
                    .iter()
                    .map(|&i| Member {
                        article: facts[members[i]].article,
                        claim: facts[members[i]].claim,
                        key: key[i],
                    })
                    .collect(),
            }
        })
        .take(if relation == Relation::Agree { 1 } else { usize::MAX })
        .collect();
    let mut differs_in: Vec<DiffersIn> = Vec::new();
    for d in std::iter::once(first).chain(inner.iter().copied()).filter_map(|p| p.differs_in.as_ref()) {
        if relation != Relation::Agree && !differs_in.iter().any(|x| x.slot == d.slot) {
            differs_in.push(d.clone());
        }
    }
    let mut articles: Vec<ArticleIx> = members.iter().map(|&m| facts[m].article).collect();
    articles.sort_unstable();
    articles.dedup();
    let topic = clip(facts[first.a].key.of(texts[facts[first.a].article.ix()]));
    let question = first.question.clone().unwrap_or_else(|| say::did(&topic));
    Group {
        question,
        topic,
        relation,
        strength: match first.score {
            s if s >= 0.62 => Strength::Strong,
            s if s >= 0.5 => Strength::Medium,
            _ => Strength::Weak,
        },
        differs_in,
        sides,
        same_source: articles.len() > 1 && one_voice(&articles, kinship),
        within: (articles.len() == 1).then(|| articles[0]),
    }
}

/// True if the articles all hang together by dependence.
fn one_voice(articles: &[ArticleIx], kinship: &Kinship) -> bool {
    let mut known = vec![articles[0]];
    let mut at = 0;
    while at < known.len() {
        for d in &kinship.depends {
            for (x, y) in [(d.article, d.on), (d.on, d.article)] {
                if x == known[at] && !known.contains(&y) {
                    known.push(y);
                }
            }
        }
        at += 1;
    }
    articles.iter().all(|a| known.contains(a))
}

/// At most [`SAYS`] words.
fn clip(words: &str) -> String {
    words.split_whitespace().take(SAYS).collect::<Vec<_>>().join(" ")
}
