//! From pairs of facts to groups with sides.

use super::facts::{Fact, Filler};
use super::lexis::Lexis;
use super::members::{Figure, Index, ends, members, nearest, value};
use super::phrase::clip;
use super::relate::Pair;
use super::shown::shown;
use super::twins::{Twins, moved};
use super::{ArticleClaims, DiffersIn, Group, Kinship, Member, Relation, Side, SlotKind, Strength};
use crate::text::{Arrange, ArticleIx, Span, sort_unique};
use std::collections::{BTreeMap, BTreeSet};

/// Most statements under one question that a further one is held against.
const ASKED: usize = 64;
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
        for (f, figure) in ends(p) {
            by_figure.entry((of.facts[f].article, figure.start)).or_default().push(i);
        }
    }
    let index = Index { pairs: &pairs, by_fact, by_figure };
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
        // A figure answers one question, whichever statement holds it; its number is that of the first pair that gives it.
        let number = |f: usize, s: Span| {
            let figure = (of.facts[f].article, s.start);
            let pair = index.by_figure.get(&figure).map_or(0, |pairs| pairs[0]);
            let p = &pairs[pair];
            let first = ends(p).next().is_some_and(|(f, s)| (of.facts[f].article, s.start) == figure);
            (slot, of.facts.len() + 2 * pair + usize::from(first))
        };
        if slot.is_some() && ends(first).any(|(f, s)| taken.contains(&number(f, s))) {
            continue;
        }
        // Two sentences that agree are set side by side once.
        if slot.is_none() && met.contains(&ordered(at(first.a), at(first.b))) {
            continue;
        }
        let asked = by_matter.get(first.matter.as_str());
        let asked = asked.map(Vec::as_slice).unwrap_or_default();
        let with_figures = members(of, &index, asked, first, |f| !taken.contains(&(slot, f)));
        let members: Vec<usize> = with_figures.iter().map(|m| m.0).collect();
        // Who gives both figures tells of two things.
        let given = |m: &(usize, Option<Span>)| Some((of.facts[m.0].article, value(&of.facts[m.0], m.1?)?));
        let both = |a: usize, b: usize| {
            let (a, b) = (given(&with_figures[a]), given(&with_figures[b]));
            a.zip(b).is_some_and(|(a, b)| with_figures[2..].iter().any(|m| given(m) == Some((a.0, b.1))))
        };
        if slot == Some(SlotKind::Quantity) && with_figures.len() > 2 && (both(0, 1) || both(1, 0)) {
            continue;
        }
        taken.extend(members.iter().map(|&m| (slot, m)));
        for (i, &m) in members.iter().enumerate() {
            met.extend(members[..i].iter().map(|&n| ordered(at(m), at(n))));
        }
        // One question about one sentence is asked once.
        let asked = known.entry(first.question.as_str()).or_default();
        if !members.iter().any(|&m| asked.iter().rev().take(ASKED).any(|&n| at(n) == at(m))) {
            taken.extend(with_figures.iter().filter_map(|&(m, s)| Some(number(m, s?))));
            out.push(build(of, &with_figures, &index, first));
        }
        asked.extend(members);
    }
    out.arrange_by_key(|g: &Group| (g.relation, std::cmp::Reverse(g.strength)));
    out
}

fn ordered<T: Ord>(a: T, b: T) -> (T, T) {
    if a <= b { (a, b) } else { (b, a) }
}

fn build(of: Findings<'_>, with_figures: &[(usize, Option<Span>)], index: &Index<'_>, first: &Pair) -> Group {
    let Findings { facts, kinship, .. } = of;
    let of_all = of;
    let members: &[usize] = &with_figures.iter().map(|m| m.0).collect::<Vec<_>>();
    let place = |f: usize| members.iter().position(|&m| m == f);
    let mut inner: Vec<&Pair> = Vec::new();
    for &m in members {
        for &i in &index.by_fact[&m] {
            let p = &index.pairs[i];
            if p.a == m && place(p.b).is_some() && (p.relation == Relation::Agree || p.slot == first.slot) {
                inner.push(p);
            }
        }
    }
    let inner = nearest(inner);
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
    // Of yes and no there are two sides, and of one's own will and another's: what is set against the same says the same.
    if first.slot == Some(SlotKind::Polarity) || first.slot == Some(SlotKind::Agent) && !first.matter.is_empty() {
        let against = inner.iter().filter(|p| p.relation != Relation::Agree);
        let against: Vec<_> = against.flat_map(|p| [(p.a, p.b), (p.b, p.a)]).collect();
        for &(a, to) in &against {
            one.extend(against.iter().filter(|o| o.1 == to && o.0 != a).map(|o| (a, o.0)));
        }
    }
    // Who gives the same figure stands on one side.
    if matches!(first.slot, Some(SlotKind::Quantity | SlotKind::Time)) {
        let same = |x: &(usize, Option<Span>), y: &(usize, Option<Span>)| match (x.1, y.1) {
            (Some(p), Some(q)) => value(&facts[x.0], p).is_some_and(|v| value(&facts[y.0], q) == Some(v)),
            _ => same_figure(&facts[x.0], &facts[y.0]),
        };
        for (i, a) in with_figures.iter().enumerate() {
            one.extend(with_figures[..i].iter().filter(|b| same(a, b)).map(|b| (b.0, a.0)));
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
    for (key, &(m, figure)) in key.iter_mut().zip(with_figures) {
        *key = whole(of.texts[facts[m].article.ix()], figure.map_or(*key, |s| key.cover(s)));
    }
    // Aims, reasons and quotations are shown as they are; two sides of one sentence, too.
    let as_told = matches!(first.slot, Some(SlotKind::Purpose | SlotKind::Cause | SlotKind::Quotation));
    let wide = |f: &Fact, key: Span| shown(&of.articles[f.article.ix()].parse, key);
    let whole: Vec<(ArticleIx, Span)> =
        key.iter().zip(members).map(|(&k, &m)| (facts[m].article, wide(&facts[m], k))).collect();
    let narrow: Vec<bool> = (0..side.len())
        .map(|i| {
            let meets = |j: usize| side[i] != side[j] && whole[i].0 == whole[j].0 && whole[i].1.overlaps(whole[j].1);
            as_told || relation != Relation::Agree && (0..side.len()).any(meets)
        })
        .collect();
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
                    let key = if narrow[i] { key } else { wide(f, key) };
                    told.push(Member { article: f.article, claim: f.claim, key });
                }
            }
            told.arrange_by_key(|m| (m.article, m.key));
            // What an article says once stands there once.
            let mut last: Option<Member> = None;
            told.retain(|m| {
                let again = last.is_some_and(|l| l.article == m.article && l.key.overlaps(m.key));
                last = if again { last } else { Some(*m) };
                !again
            });
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
