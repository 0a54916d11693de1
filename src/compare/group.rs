//! From pairs of facts to groups with sides.

use super::facts::Fact;
use super::lexis::Lexis;
use super::members::{Figure, Index, Told, figures, members, nearest, value};
use super::relate::Pair;
use super::sides::{Round, sides};
use super::twins::Twins;
use super::{ArticleClaims, DiffersIn, Group, Kinship, Relation, SlotKind, Strength};
use crate::text::{Arrange, ArticleIx, sort_unique};
use std::collections::{BTreeMap, BTreeSet};

/// Most statements under one question that a further one is held against.
const ASKED: usize = 64;

/// What the groups are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Findings<'a> {
    pub(super) facts: &'a [Fact],
    pub(super) twins: &'a Twins,
    pub(super) lexis: &'a Lexis<'a>,
    pub(super) texts: &'a [&'a str],
    pub(super) kinship: &'a Kinship,
    pub(super) articles: &'a [ArticleClaims<'a>],
}

/// Groups the pairs, strongest first. A fact answers one question of a kind only.
pub(super) fn group(of: Findings<'_>, mut pairs: Vec<Pair>) -> Vec<Group> {
    pairs.arrange_by(|p, q| {
        let order = (p.relation, q.score, p.a, p.b).partial_cmp(&(q.relation, p.score, q.a, q.b));
        order.unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut by_fact: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, p) in pairs.iter().enumerate() {
        by_fact.entry(p.a).or_default().push(i);
        by_fact.entry(p.b).or_default().push(i);
    }
    let mut by_matter: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, p) in pairs.iter().enumerate().filter(|(_, p)| !p.matter.is_empty()) {
        by_matter.entry(p.matter.as_str()).or_default().push(i);
    }
    let mut by_figure: BTreeMap<Figure, Vec<usize>> = BTreeMap::new();
    for (i, p) in pairs.iter().enumerate() {
        figures(p, of.facts).for_each(|f| by_figure.entry(f).or_default().push(i));
    }
    let index = Index { pairs: &pairs, by_fact, by_figure };
    let mut taken: BTreeSet<(Option<SlotKind>, usize)> = BTreeSet::new();
    // A figure answers one question, whichever statement holds it.
    let mut answered: BTreeSet<(SlotKind, Figure)> = BTreeSet::new();
    let mut met: BTreeSet<((ArticleIx, u32), (ArticleIx, u32))> = BTreeSet::new();
    let mut known: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut out = Vec::new();
    for first in &pairs {
        let slot = first.slot;
        if taken.contains(&(slot, first.a)) || taken.contains(&(slot, first.b)) {
            continue;
        }
        let at = |f: usize| (of.facts[f].article, of.facts[f].sentence);
        if slot.is_some_and(|slot| figures(first, of.facts).any(|f| answered.contains(&(slot, f)))) {
            continue;
        }
        // Two sentences that agree are set side by side once.
        if slot.is_none() && met.contains(&ordered(at(first.a), at(first.b))) {
            continue;
        }
        let asked = by_matter.get(first.matter.as_str());
        let asked = asked.map(Vec::as_slice).unwrap_or_default();
        let told = members(of, &index, asked, first, |f| !taken.contains(&(slot, f)));
        let members: Vec<usize> = told.iter().map(|t| t.fact).collect();
        // Who gives both figures tells of two things.
        let given = |t: &Told| Some((of.facts[t.fact].article, value(&of.facts[t.fact], t.figure?)?));
        let both = |a: usize, b: usize| {
            let (a, b) = (given(&told[a]), given(&told[b]));
            a.zip(b).is_some_and(|(a, b)| told[2..].iter().any(|t| given(t) == Some((a.0, b.1))))
        };
        if slot == Some(SlotKind::Quantity) && told.len() > 2 && (both(0, 1) || both(1, 0)) {
            continue;
        }
        taken.extend(members.iter().map(|&m| (slot, m)));
        for (i, &m) in members.iter().enumerate() {
            met.extend(members[..i].iter().map(|&n| ordered(at(m), at(n))));
        }
        // One question about one sentence is asked once.
        let asked = known.entry(first.question.as_str()).or_default();
        if !members.iter().any(|&m| asked.iter().rev().take(ASKED).any(|&n| at(n) == at(m))) {
            answered.extend(told.iter().filter_map(|t| Some((slot?, t.figure(of.facts)?))));
            out.push(build(of, &told, &index, first));
        }
        asked.extend(members);
    }
    out.arrange_by_key(|g: &Group| (g.relation, std::cmp::Reverse(g.strength)));
    out
}

fn ordered<T: Ord>(a: T, b: T) -> (T, T) {
    if a <= b { (a, b) } else { (b, a) }
}

fn build(of: Findings<'_>, told: &[Told], index: &Index<'_>, first: &Pair) -> Group {
    let among = |fact: usize| told.iter().any(|t| t.fact == fact);
    let own = told.iter().flat_map(|t| index.by_fact[&t.fact].iter().map(|&i| (t.fact, &index.pairs[i])));
    let inner = own.filter(|(fact, p)| p.a == *fact && among(p.b));
    let inner = inner.map(|(_, p)| p).filter(|p| p.relation == Relation::Agree || p.slot == first.slot);
    let sides = sides(Round { of, told, inner: &nearest(inner.collect()), first });
    let mut articles: Vec<ArticleIx> = sides.iter().flat_map(|s| &s.members).map(|m| m.article).collect();
    sort_unique(&mut articles);
    Group {
        question: first.question.clone(),
        topic: first.topic.clone(),
        relation: first.relation,
        strength: match first.score {
            s if s >= 0.62 => Strength::Strong,
            s if s >= 0.5 => Strength::Medium,
            _ => Strength::Weak,
        },
        differs_in: first.slot.map(|slot| DiffersIn { slot, why: first.why.clone() }).into_iter().collect(),
        sides,
        same_source: articles.len() > 1 && one_voice(&articles, of.kinship),
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
