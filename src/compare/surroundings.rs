//! What stands around the facts: their sentences, the sentences beside these, the events that they tell of.

use super::ArticleClaims;
use super::facts::Fact;
use super::lexis::{Lexis, Term};
use super::lines::{Line, Says, Word};
use super::neighbours::Place;
use crate::events::Timeline;
use crate::linear::Vector;
use crate::linear::dot;
use crate::text::ArticleIx;
use std::collections::BTreeMap;

/// What a sentence says.
#[derive(Debug)]
struct Sentence {
    /// Names and content words, sorted.
    terms: Vec<Term>,
    direction: Box<Vector>,
    /// Numbers and times, sorted, as bits.
    figures: Vec<u64>,
    denies: bool,
}

/// How two sentences stand to each other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ties {
    /// The cosine of what they say.
    pub(super) alike: f32,
    /// How much of them is the same words, 0 to 1.
    pub(super) same: f32,
    /// The most telling name in both.
    pub(super) name: f32,
    /// How much of the sentences before and after them is the same words.
    pub(super) beside: f32,
    /// Figures: neither has any, one, both but none the same, one the same.
    pub(super) figures: u8,
    /// Neither denies something, one, both.
    pub(super) denies: u8,
    /// Words in both, and those of them that no list of common words has.
    pub(super) count: u8,
    pub(super) rare: u8,
    /// Both together.
    near: f32,
}

/// The surroundings of all facts of a dossier.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    /// By the number that each sentence has in the dossier.
    sentences: Vec<Option<Sentence>>,
    /// Per article: the number of its first sentence; at the end, of all.
    starts: Vec<u32>,
    /// Per fact: the direction of what it says.
    directions: Vec<Vector>,
    /// Per fact: whom and what it names, sorted.
    names: Vec<Vec<Term>>,
    /// Per fact: the entry of the timeline that it tells of.
    events: Vec<Option<usize>>,
    /// By the numbers of the two sentences, the lower first.
    ties: BTreeMap<(u32, u32), Ties>,
    /// The nearest that a sentence comes to any that it is compared with in an article.
    nearest: BTreeMap<(u32, ArticleIx), f32>,
}

impl Surroundings {
    /// Reads them, when the terms have been weighed.
    pub(super) fn new(
        lexis: &Lexis<'_>,
        articles: &[ArticleClaims<'_>],
        timeline: &Timeline,
        facts: &[Fact],
        rows: &[Line],
    ) -> Self {
        let sentence = |row: &Line| {
            let own = row.words.iter().filter_map(|w| match w.says {
                Says::Name(t) | Says::Content(t) => Some(t),
                _ => None,
            });
            let mut terms: Vec<Term> = own.collect();
            terms.sort_unstable();
            terms.dedup();
            let figure = |w: &Word| match w.says {
                Says::Number(n) => Some(n.to_bits()),
                Says::Time(t, ..) => Some(t),
                _ => None,
            };
            let mut figures: Vec<u64> = row.words.iter().filter_map(figure).collect();
            figures.sort_unstable();
            let denies = row.words.iter().any(|w| w.says == Says::No);
            Sentence { direction: lexis.direction(&terms), terms, figures, denies }
        };
        let mut entries: BTreeMap<(ArticleIx, u32), usize> = BTreeMap::new();
        for (i, e) in timeline.entries.iter().enumerate() {
            entries.extend(e.mentions.iter().map(|m| ((m.article, m.trigger.start), i)));
        }
        let mut starts = vec![0];
        starts.extend(articles.iter().scan(0, |all, a| {
            *all += a.parse.tokens.sentences.len() as u32;
            Some(*all)
        }));
        let mut sentences: Vec<Option<Sentence>> = Vec::new();
        sentences.resize_with(starts[articles.len()] as usize, || None);
        for row in rows {
            sentences[(starts[row.article.ix()] + row.sentence) as usize] = Some(sentence(row));
        }
        let event = |f: &Fact| entries.get(&(f.article, articles[f.article.ix()].parse.span(f.at).start)).copied();
        Self {
            sentences,
            starts,
            directions: facts.iter().map(|f| *lexis.direction(&f.terms)).collect(),
            names: facts.iter().map(|f| names(lexis, f)).collect(),
            events: facts.iter().map(event).collect(),
            ties: BTreeMap::new(),
            nearest: BTreeMap::new(),
        }
    }

    /// The number of the sentence in which a fact stands.
    fn number(&self, f: &Fact) -> u32 {
        self.starts[f.article.ix()] + f.sentence
    }

    /// Measures the sentences of two facts against each other, to know how near each comes to its nearest.
    pub(super) fn meet(&mut self, lexis: &Lexis<'_>, x: &Fact, y: &Fact) {
        let (p, q) = (self.number(x), self.number(y));
        let pair = (p.min(q), p.max(q));
        if self.ties.contains_key(&pair) {
            return;
        }
        let ties = self.measure(lexis, (x.article, x.sentence), (y.article, y.sentence));
        self.ties.insert(pair, ties);
        for (own, other) in [(p, y.article), (q, x.article)] {
            let best = self.nearest.entry((own, other)).or_default();
            *best = best.max(ties.near);
        }
    }

    /// A sentence, if anything is known of it.
    fn sentence(&self, (article, sentence): Place) -> Option<&Sentence> {
        let own = *self.starts.get(article.ix())?..*self.starts.get(article.ix() + 1)?;
        self.sentences[own.start as usize..own.end as usize].get(sentence as usize)?.as_ref()
    }

    fn measure(&self, lexis: &Lexis<'_>, p: Place, q: Place) -> Ties {
        let (Some(a), Some(b)) = (self.sentence(p), self.sentence(q)) else { return Ties::default() };
        let (same, name) = lexis.common(&a.terms, &b.terms, |t| lexis.named(t));
        let alike = cosine(&a.direction, &b.direction);
        let at = |p: Place, d: i64| self.sentence((p.0, u32::try_from(i64::from(p.1) + d).ok()?));
        let overlap = |&(d, e): &(i64, i64)| {
            at(p, d).zip(at(q, e)).map_or(0.0, |(a, b)| lexis.common(&a.terms, &b.terms, |_| false).0)
        };
        let beside = [(-1, -1), (1, 1), (-1, 0), (0, -1), (1, 0), (0, 1)];
        let shared = |counts: &dyn Fn(Term) -> bool| {
            a.terms.iter().filter(|&&t| counts(t) && b.terms.binary_search(&t).is_ok()).count().min(255) as u8
        };
        let met = a.figures.iter().any(|f| b.figures.binary_search(f).is_ok());
        Ties {
            alike,
            same,
            name,
            beside: beside.iter().map(overlap).fold(0.0, f32::max),
            figures: u8::from(!a.figures.is_empty()) + u8::from(!b.figures.is_empty()) + u8::from(met),
            denies: u8::from(a.denies) + u8::from(b.denies),
            count: shared(&|_| true),
            rare: shared(&|t| lexis.rare(t)),
            near: 0.5 * same + 0.5 * alike.max(0.0),
        }
    }

    /// How the sentences of two facts stand to each other.
    pub(super) fn ties(&self, x: &Fact, y: &Fact) -> Ties {
        let (p, q) = (self.number(x), self.number(y));
        self.ties.get(&(p.min(q), p.max(q))).copied().unwrap_or_default()
    }

    /// How near two sentences with these ties are as part of the nearest that either has in the other's article, the lesser first.
    pub(super) fn rank(&self, Ties { near, .. }: Ties, x: &Fact, y: &Fact) -> [f32; 2] {
        let part = |f: &Fact, g: &Fact| {
            let best = self.nearest.get(&(self.number(f), g.article)).copied().unwrap_or(near);
            if best > 0.0 { near / best } else { 0.0 }
        };
        let (a, b) = (part(x, y), part(y, x));
        [a.min(b), a.max(b)]
    }

    /// The cosine of what two facts say.
    pub(super) fn alike_alone(&self, a: usize, b: usize) -> f32 {
        cosine(&self.directions[a], &self.directions[b])
    }

    /// Whom and what a fact names, sorted.
    pub(super) fn names(&self, fact: usize) -> &[Term] {
        &self.names[fact]
    }

    /// Whether two facts tell of one entry of the timeline; `None` if one tells of none.
    pub(super) fn one_event(&self, a: usize, b: usize) -> Option<bool> {
        Some(self.events[a]? == self.events[b]?)
    }

    /// Where in its article a fact stands, 0 to 1.
    pub(super) fn depth(&self, f: &Fact) -> f32 {
        let length = self.starts[f.article.ix() + 1] - self.starts[f.article.ix()];
        f.sentence as f32 / length.max(1) as f32
    }
}

fn names(lexis: &Lexis<'_>, f: &Fact) -> Vec<Term> {
    let all = f.terms.iter().chain(f.fillers.iter().flat_map(|s| s.terms.iter().chain([&s.term])));
    let mut names: Vec<Term> = all.copied().filter(|&t| lexis.named(t)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn cosine(a: &Vector, b: &Vector) -> f32 {
    dot(a, b)
}
