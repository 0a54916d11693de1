//! From pairs of facts to groups with sides.

use super::facts::{Fact, Filler};
use super::lexis::Lexis;
use super::phrase::clip;
use super::relate::Pair;
use super::rules::figures_apart;
use super::twins::{Twins, moved};
use super::{DiffersIn, Group, Kinship, Member, Relation, Side, SlotKind, Strength};
use crate::text::{Arrange, ArticleIx, Span, sort_unique};
use std::collections::{BTreeMap, BTreeSet};

/// Most facts of a group: a larger one is a topic, not a question.
const LARGEST: usize = 12;
/// Most statements under one question that a further one is held against.
const ASKED: usize = 64;
/// Likeness from which an agreement brings a statement into a difference.
const SURE: f32 = 0.62;
/// Most words of a side's heading.
const SAYS: usize = 14;

/// What the groups are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Findings<'a> {
    pub(super) facts: &'a [Fact],
    pub(super) twins: &'a Twins,
    pub(super) lexis: &'a Lexis<'a>,
    pub(super) texts: &'a [&'a str],
    pub(super) kinship: &'a Kinship,
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
    let mut taken: BTreeSet<(Option<SlotKind>, usize)> = BTreeSet::new();
    let mut met: BTreeSet<((ArticleIx, u32), (ArticleIx, u32))> = BTreeSet::new();
    let mut known: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut out = Vec::new();
    for first in &pairs {
        let slot = first.slot;
        if taken.contains(&(slot, first.a)) || taken.contains(&(slot, first.b)) {
            continue;
        }
        let at = |f: usize| (of.facts[f].article, of.facts[f].sentence);
        // Two sentences that agree are set side by side once.
        if slot.is_none() && met.contains(&ordered(at(first.a), at(first.b))) {
            continue;
        }
        let asked = by_matter.get(first.matter.as_str());
        let asked = asked.map(Vec::as_slice).unwrap_or_default();
        let members = members(of, &pairs, &by_fact, asked, first, |f| !taken.contains(&(slot, f)));
        taken.extend(members.iter().map(|&m| (slot, m)));
        for (i, &m) in members.iter().enumerate() {
            met.extend(members[..i].iter().map(|&n| ordered(at(m), at(n))));
        }
        // One question about one sentence is asked once.
        let asked = known.entry(first.question.as_str()).or_default();
        if !members.iter().any(|&m| asked.iter().rev().take(ASKED).any(|&n| at(n) == at(m))) {
            out.push(build(of, &members, &pairs, &by_fact, first));
        }
        asked.extend(members);
    }
    out.arrange_by_key(|g: &Group| (g.relation, std::cmp::Reverse(g.strength)));
    out
}

fn ordered<T: Ord>(a: T, b: T) -> (T, T) {
    if a <= b { (a, b) } else { (b, a) }
}

/// The first two, and those that stand to either of them as they do to each other, or agree; nearest first.
fn members(
    of: Findings<'_>,
    pairs: &[Pair],
    by_fact: &BTreeMap<usize, Vec<usize>>,
    asked: &[usize],
    first: &Pair,
    free: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut members = vec![first.a];
    members.extend((first.b != first.a).then_some(first.b));
    let mut near: Vec<&Pair> = [first.a, first.b].iter().flat_map(|f| &by_fact[f]).map(|&i| &pairs[i]).collect();
    near.arrange_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    // And those of which the same is asked in the same words.
    near.extend(asked.iter().take(4 * LARGEST).map(|&i| &pairs[i]).filter(|p| p.slot == first.slot));
    let near = near.into_iter().flat_map(|p| [(p, p.a), (p, p.b)]);
    for (p, other) in near {
        let fact = &of.facts[other];
        let told = |&m: &usize| {
            let f = &of.facts[m];
            (f.article, f.sentence) == (fact.article, fact.sentence)
        };
        // What one article says twice is its own affair.
        let inside = of.facts[first.a].article == of.facts[first.b].article && first.slot == Some(SlotKind::Source);
        // Who agrees with one side joins it if he does so for sure; numbers and days must be his own.
        let own = matches!(first.slot, Some(SlotKind::Quantity | SlotKind::Time));
        let joins = first.slot.is_none() || p.relation != Relation::Agree || p.score >= SURE && !own;
        let fits = joins
            && (p.relation == Relation::Agree || p.slot == first.slot)
            && (!inside || fact.article == of.facts[first.a].article);
        // One that gives another figure agrees with one of them only.
        let words = |f: &Fact| f.key.of(of.texts[f.article.ix()]);
        let parts = |&m: &usize| figures_apart(of.lexis, words(fact), words(&of.facts[m]));
        let may = members.len() < LARGEST && fits && free(other) && !members.iter().any(told);
        if may && !(first.slot.is_none() && members.iter().any(parts)) {
            members.push(other);
        }
    }
    members
}

fn build(
    of: Findings<'_>,
    members: &[usize],
    pairs: &[Pair],
    by_fact: &BTreeMap<usize, Vec<usize>>,
    first: &Pair,
) -> Group {
    let Findings { facts, kinship, .. } = of;
    let of_all = of;
    let place = |f: usize| members.iter().position(|&m| m == f);
    let mut inner: Vec<&Pair> = Vec::new();
    for &m in members {
        for &i in &by_fact[&m] {
            let p = &pairs[i];
            if p.a == m && place(p.b).is_some() && (p.relation == Relation::Agree || p.slot == first.slot) {
                inner.push(p);
            }
        }
    }
    inner.arrange_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    // Sides: those that agree, the nearest first, never two that differ.
    let mut side: Vec<usize> = (0..members.len()).collect();
    let apart = |side: &[usize], x: usize, y: usize| {
        inner.iter().any(|p| {
            let (Some(i), Some(j)) = (place(p.a), place(p.b)) else { return false };
            p.relation != Relation::Agree && (side[i] == x && side[j] == y || side[i] == y && side[j] == x)
        })
    };
    let mut one: Vec<(usize, usize)> =
        inner.iter().filter(|p| p.relation == Relation::Agree).map(|p| (p.a, p.b)).collect();
    // Of yes and no there are two sides: what is set against the same says the same.
    if first.slot == Some(SlotKind::Polarity) {
        let against = inner.iter().filter(|p| p.relation != Relation::Agree);
        let against: Vec<_> = against.flat_map(|p| [(p.a, p.b), (p.b, p.a)]).collect();
        for &(a, to) in &against {
            one.extend(against.iter().filter(|o| o.1 == to && o.0 != a).map(|o| (a, o.0)));
        }
    }
    // Who gives the same figure stands on one side.
    if matches!(first.slot, Some(SlotKind::Quantity | SlotKind::Time)) {
        for (i, &a) in members.iter().enumerate() {
            one.extend(members[..i].iter().filter(|&&b| same_figure(&facts[a], &facts[b])).map(|&b| (b, a)));
        }
    }
    for (a, b) in one {
        let (Some(i), Some(j)) = (place(a), place(b)) else { continue };
        let (x, y) = (side[i], side[j]);
        if x != y && !apart(&side, x, y) {
            side.iter_mut().filter(|s| **s == y).for_each(|s| *s = x);
        }
    }
    let relation = first.relation;
    let mut key: Vec<Span> = members.iter().map(|&m| facts[m].key).collect();
    for p in inner.iter().rev() {
        key[place(p.a).unwrap_or(0)] = p.keys.0;
        key[place(p.b).unwrap_or(0)] = p.keys.1;
    }
    for (key, &m) in key.iter_mut().zip(members) {
        *key = whole(of.texts[facts[m].article.ix()], *key);
    }
    let mut labels = side.clone();
    sort_unique(&mut labels);
    let sides: Vec<Side> = labels
        .iter()
        .map(|&l| {
            let of: Vec<usize> = (0..members.len()).filter(|&i| relation == Relation::Agree || side[i] == l).collect();
            let head = of.iter().copied().min_by_key(|&i| (facts[members[i]].article, key[i])).unwrap_or(0);
            let mut told: Vec<Member> = Vec::new();
            for &i in &of {
                let fact = &facts[members[i]];
                let own = [(fact, key[i])].into_iter();
                let twins = of_all.twins.of(members[i]).iter().map(|&t| (&facts[t], moved(key[i], fact, &facts[t])));
                for (f, key) in own.chain(twins) {
                    told.push(Member { article: f.article, claim: f.claim, key });
                }
            }
            told.arrange_by_key(|m| (m.article, m.key));
            told.dedup_by_key(|m| (m.article, m.key));
            Side { says: says(of_all, &facts[members[head]], key[head]), members: told }
        })
        .take(if relation == Relation::Agree { 1 } else { usize::MAX })
        .collect();
    let differs_in = first.slot.map(|slot| DiffersIn { slot, why: first.why.clone() });
    let mut articles: Vec<ArticleIx> = sides.iter().flat_map(|s| &s.members).map(|m| m.article).collect();
    sort_unique(&mut articles);
    Group {
        question: first.question.clone(),
        topic: first.topic.clone(),
        relation,
        strength: match first.score {
            s if s >= 0.62 => Strength::Strong,
            s if s >= 0.5 => Strength::Medium,
            _ => Strength::Weak,
        },
        differs_in: differs_in.into_iter().collect(),
        sides,
        same_source: articles.len() > 1 && one_voice(&articles, kinship),
        within: (articles.len() == 1).then(|| articles[0]),
    }
}

/// Each holds one figure, and the same.
fn same_figure(x: &Fact, y: &Fact) -> bool {
    match (x.quantities.as_slice(), y.quantities.as_slice()) {
        ([p], [q]) => p.value == q.value && p.bound == q.bound && x.units == y.units,
        _ => false,
    }
}

/// A stretch that begins inside a word with hyphens, from the beginning of that word: "fifty-three" is not "three".
fn whole(text: &str, key: Span) -> Span {
    let before = text.get(..key.start as usize).unwrap_or("");
    if !before.ends_with(['-', '‑']) {
        return key;
    }
    let word = before.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '‑'));
    let start = word.map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let bare = before[start..].starts_with(char::is_alphanumeric);
    if bare { Span::new(start, key.end as usize) } else { key }
}

/// What a side says: its key, with the name before it that its words leave out or put as a pronoun.
fn says(of: Findings<'_>, f: &Fact, key: Span) -> String {
    let words = clip(key.of(of.texts[f.article.ix()]), SAYS);
    let agent = f.filler(crate::claims::SlotName::Agent).filter(|a| of.lexis.named(a.term) && f.aim.is_none());
    // Only what reads as a name.
    let name = |a: &Filler| {
        let name = of.lexis.name(a.term);
        name.starts_with(char::is_uppercase) && name.split(' ').count() <= 4
    };
    match agent.filter(|a| name(a)) {
        Some(a) if !a.named && a.span.len() <= 4 || !key.overlaps(a.span) => {
            format!("{}: {words}", of.lexis.name(a.term))
        }
        _ => words,
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
