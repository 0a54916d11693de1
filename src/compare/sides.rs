//! The sides of a group: who stands with whom, and which words are shown of each.

use super::facts::{Fact, Filler};
use super::group::Findings;
use super::members::{Told, value};
use super::phrase::clip;
use super::relate::Pair;
use super::shown::shown;
use super::twins::moved;
use super::{Member, Relation, Side, SlotKind};
use crate::text::{Arrange, Span, sort_unique};

/// Most words of a side's heading.
const SAYS: usize = 14;

/// The facts of a group, and the pairs between them, the surest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Round<'a> {
    pub(super) of: Findings<'a>,
    pub(super) told: &'a [Told],
    pub(super) inner: &'a [&'a Pair],
    /// The pair that the group began with.
    pub(super) first: &'a Pair,
}

/// The sides of a group, each with what it says; one side where all agree.
pub(super) fn sides(round: Round<'_>) -> Vec<Side> {
    let parted = round.parted();
    let keys = round.keys();
    let narrow = round.narrow(&parted, &keys);
    let all: Vec<usize> = (0..parted.len()).collect();
    if round.first.relation == Relation::Agree {
        return vec![round.side(&all, &keys, &narrow)];
    }
    let mut labels = parted.clone();
    sort_unique(&mut labels);
    let on = |l: usize| all.iter().copied().filter(|&i| parted[i] == l).collect::<Vec<_>>();
    labels.into_iter().map(|l| round.side(&on(l), &keys, &narrow)).collect()
}

impl<'a> Round<'a> {
    fn fact(self, i: usize) -> &'a Fact {
        &self.of.facts[self.told[i].fact]
    }

    fn place(self, fact: usize) -> Option<usize> {
        self.told.iter().position(|t| t.fact == fact)
    }

    /// On which side each stands: with those that agree, the nearest first, never with one that differs.
    fn parted(self) -> Vec<usize> {
        let mut side: Vec<usize> = (0..self.told.len()).collect();
        let apart = |side: &[usize], x: usize, y: usize| {
            self.inner.iter().any(|p| {
                let (Some(i), Some(j)) = (self.place(p.a), self.place(p.b)) else { return false };
                p.relation != Relation::Agree && (side[i] == x && side[j] == y || side[i] == y && side[j] == x)
            })
        };
        for (a, b) in self.at_one() {
            let (Some(i), Some(j)) = (self.place(a), self.place(b)) else { continue };
            let (x, y) = (side[i], side[j]);
            if x != y && !apart(&side, x, y) {
                side.iter_mut().filter(|s| **s == y).for_each(|s| *s = x);
            }
        }
        side
    }

    /// Facts that may stand on one side, the surest first.
    fn at_one(self) -> Vec<(usize, usize)> {
        let Self { told, inner, first, .. } = self;
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
            for (i, a) in told.iter().enumerate() {
                one.extend(told[..i].iter().filter(|b| self.same_figure(a, b)).map(|b| (b.fact, a.fact)));
            }
        }
        one
    }

    /// Both give one figure; where none is asked of one of them, each holds one only, and the same.
    fn same_figure(self, x: &Told, y: &Told) -> bool {
        let (f, g) = (&self.of.facts[x.fact], &self.of.facts[y.fact]);
        if let (Some(p), Some(q)) = (x.figure, y.figure) {
            return value(f, p).is_some_and(|v| value(g, q) == Some(v));
        }
        match (f.quantities.as_slice(), g.quantities.as_slice()) {
            ([p], [q]) => p.value == q.value && p.bound == q.bound && f.units == g.units,
            _ => false,
        }
    }

    /// The decisive words of each: those of the surest pair, with the figure.
    fn keys(self) -> Vec<Span> {
        let mut keys: Vec<Span> = (0..self.told.len()).map(|i| self.fact(i).key).collect();
        for p in self.inner.iter().rev() {
            for (fact, key) in [(p.a, p.keys.0), (p.b, p.keys.1)] {
                if let Some(i) = self.place(fact) {
                    keys[i] = key;
                }
            }
        }
        for (i, (key, told)) in keys.iter_mut().zip(self.told).enumerate() {
            let text = self.of.texts[self.fact(i).article.ix()];
            *key = whole_word(text, told.figure.map_or(*key, |s| key.cover(s)));
        }
        keys
    }

    /// Which are shown by their key alone: aims, reasons and quotations, and two sides of one sentence.
    fn narrow(self, parted: &[usize], keys: &[Span]) -> Vec<bool> {
        let as_told = matches!(self.first.slot, Some(SlotKind::Purpose | SlotKind::Cause | SlotKind::Quotation));
        let wide: Vec<_> =
            keys.iter().enumerate().map(|(i, &k)| (self.fact(i).article, self.wide(self.fact(i), k))).collect();
        let narrow = |i: usize| {
            let meets = |j: usize| parted[i] != parted[j] && wide[i].0 == wide[j].0 && wide[i].1.overlaps(wide[j].1);
            as_told || self.first.relation != Relation::Agree && (0..parted.len()).any(meets)
        };
        (0..parted.len()).map(narrow).collect()
    }

    fn wide(self, f: &Fact, key: Span) -> Span {
        shown(&self.of.articles[f.article.ix()].parse, key)
    }

    /// One side, of those facts, with all that say the same in the same words.
    fn side(self, on: &[usize], keys: &[Span], narrow: &[bool]) -> Side {
        let head = on.iter().copied().min_by_key(|&i| (self.fact(i).article, keys[i])).unwrap_or(0);
        let mut members: Vec<Member> = Vec::new();
        for &i in on {
            let fact = self.fact(i);
            let own = [(fact, keys[i])].into_iter();
            let twins = self.of.twins.of(self.told[i].fact).iter().map(|&t| &self.of.facts[t]);
            for (f, key) in own.chain(twins.map(|t| (t, moved(keys[i], fact, t)))) {
                let key = if narrow[i] { key } else { self.wide(f, key) };
                members.push(Member { article: f.article, claim: f.claim, key });
            }
        }
        members.arrange_by_key(|m| (m.article, m.key));
        // What an article says once stands there once.
        let mut last: Option<Member> = None;
        members.retain(|m| {
            let again = last.is_some_and(|l| l.article == m.article && l.key.overlaps(m.key));
            last = if again { last } else { Some(*m) };
            !again
        });
        Side { says: says(self.of, self.fact(head), keys[head]), members }
    }
}

/// A stretch that begins inside a word with hyphens, from the beginning of that word: "fifty-three" is not "three".
fn whole_word(text: &str, key: Span) -> Span {
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
