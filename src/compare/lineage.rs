//! Copies and rewritings: passages that two articles share, and outlets that an article names as its source.

use super::{ArticleClaims, Dependence};
use crate::english::English;
use crate::entities::{Entities, EntityType, MentionKind};
use crate::tags::Upos;
use crate::text::{Arrange, ArticleIx, Span, sort_unique, word_hash};
use std::collections::BTreeMap;

/// Words of one passage that is matched between articles (Broder's shingles).
const SHINGLE: usize = 6;
/// Articles that may share a shingle before they are set beside one of them only: copies of one text, or a set phrase,
/// which makes too small a share of any.
const CROWD: usize = 24;
/// Share of the shorter article's shingles from which on it is the same text.
const SAME_TEXT: f64 = 0.5;
/// Share from which on passages are taken over, and how many shingles that must be at least.
const TAKEN_OVER: (f64, u32) = (0.12, 25);

/// Said where copies have no order.
pub(super) const UNKNOWN: &str = "; which came first is not known";

/// The words of all articles.
pub(super) struct Texts {
    /// Per article: its words in lower case, as hashes, with their tokens.
    pub(super) words: Vec<Vec<(u64, usize)>>,
}

impl Texts {
    pub(super) fn new(articles: &[ArticleClaims<'_>]) -> Self {
        let words = |a: &ArticleClaims<'_>| {
            let n = a.parse.tokens.tokens.len();
            let solid = (0..n).filter(|&t| a.parse.form(t).contains(char::is_alphanumeric));
            solid.map(|t| (word_hash(a.parse.form(t)), t)).collect()
        };
        Self { words: articles.iter().map(words).collect() }
    }

    /// Distinct shingles of an article with the place of their first word.
    fn shingles(&self, article: usize) -> BTreeMap<u64, usize> {
        let mut found = BTreeMap::new();
        for (at, words) in self.words[article].windows(SHINGLE).enumerate() {
            let key = words.iter().fold(0u64, |h, w| h.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) ^ w.0);
            found.entry(key).or_insert(at);
        }
        found
    }
}

/// Articles that share much of their wording.
pub(super) fn copies(articles: &[ArticleClaims<'_>], texts: &Texts) -> Vec<Dependence> {
    let shingles: Vec<BTreeMap<u64, usize>> = (0..articles.len()).map(|a| texts.shingles(a)).collect();
    let mut holders: Vec<(u64, usize)> =
        shingles.iter().enumerate().flat_map(|(a, own)| own.keys().map(move |&key| (key, a))).collect();
    holders.sort_unstable();
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    // Of a crowd, the one that the others are likeliest to rest on: out first, else the longest.
    let first = |&&a: &&usize| {
        let article = &articles[a].article;
        let (words, day) = (article.span.of(articles[a].parse.text), article.published.range.earliest);
        (day.is_none(), day, std::cmp::Reverse((texts.words[a].len(), words)))
    };
    for who in holders.chunk_by(|a, b| a.0 == b.0).filter(|who| who.len() > 1) {
        let who: Vec<usize> = who.iter().map(|w| w.1).collect();
        if who.len() > CROWD {
            let Some(&head) = who.iter().min_by_key(first) else { continue };
            for &b in who.iter().filter(|&&b| b != head) {
                *shared.entry((head.min(b), head.max(b))).or_default() += 1;
            }
            continue;
        }
        for (i, &a) in who.iter().enumerate() {
            for &b in &who[i + 1..] {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    let mut found = Vec::new();
    for (&(a, b), &n) in &shared {
        let shorter = shingles[a].len().min(shingles[b].len()).max(1);
        let share = f64::from(n) / shorter as f64;
        let same = share >= SAME_TEXT && n >= 6;
        if !same && (share < TAKEN_OVER.0 || n < TAKEN_OVER.1) {
            continue;
        }
        let what = if same { "nearly the same text" } else { "whole passages in the same words" };
        let (later, ways) = match (before(articles, a, b), before(articles, b, a)) {
            (true, _) => (true, &[(b, a)][..]),
            (_, true) => (true, &[(a, b)][..]),
            _ => (false, &[(a, b), (b, a)][..]),
        };
        let how = if later { "; it came out later" } else { UNKNOWN };
        found.extend(ways.iter().map(|&(article, on)| Dependence {
            article: ArticleIx::new(article),
            on: ArticleIx::new(on),
            mutual: !later,
            why: format!("{what} ({}% of the shorter article){how}", (share * 100.0).round_ties_even() as u8),
            evidence: passages(&articles[article], texts, article, &shingles[article], &shingles[on]),
        }));
    }
    found
}

/// True if the first article is known to have come out before the second.
fn before(articles: &[ArticleClaims<'_>], first: usize, second: usize) -> bool {
    let day = |i: usize| &articles[i].article.published.range;
    matches!((day(first).latest, day(second).earliest), (Some(l), Some(e)) if l < e)
}

/// The longest shared passages, at most five.
fn passages(
    article: &ArticleClaims<'_>,
    texts: &Texts,
    a: usize,
    own: &BTreeMap<u64, usize>,
    other: &BTreeMap<u64, usize>,
) -> Vec<Span> {
    let mut starts: Vec<usize> = own.iter().filter(|(k, _)| other.contains_key(k)).map(|(_, &at)| at).collect();
    starts.arrange();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in starts {
        match runs.last_mut().filter(|r| at <= r.1) {
            Some(run) => run.1 = at + SHINGLE,
            None => runs.push((at, at + SHINGLE)),
        }
    }
    runs.arrange_by_key(|r| (std::cmp::Reverse(r.1 - r.0), r.0));
    runs.truncate(5);
    let words = &texts.words[a];
    runs.iter()
        .map(|&(from, to)| article.parse.span(words[from].1).cover(article.parse.span(words[to - 1].1)))
        .collect()
}

/// Articles that name another one's outlet as where their story comes from, and tell the same story.
pub(super) fn quoted(
    english: &English,
    articles: &[ArticleClaims<'_>],
    texts: &Texts,
    entities: &Entities,
) -> Vec<Dependence> {
    let mut outlets: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
    for (a, it) in articles.iter().enumerate() {
        let Some(outlet) = &it.article.outlet else { continue };
        let name: Vec<u64> =
            outlet.name.split([' ', '-', '\u{a0}']).map(word_hash).filter(|&h| h != word_hash("")).collect();
        if !name.is_empty() {
            outlets.entry(name).or_default().push(a);
        }
    }
    let longest = outlets.keys().map(Vec::len).max().unwrap_or(0);
    let people: Vec<Vec<usize>> = (0..articles.len()).map(|a| named(entities, articles, a)).collect();
    let mut found: Vec<Dependence> = Vec::new();
    for (b, it) in articles.iter().enumerate() {
        let own = it.article.outlet.as_ref().map(|o| word_hash(&o.name));
        let parts = parts(it, &texts.words[b]);
        for at in 0..parts.len() {
            for n in 1..=longest.min(parts.len() - at) {
                let name: Vec<u64> = parts[at..at + n].iter().map(|p| p.0).collect();
                let Some(holders) = outlets.get(&name) else { continue };
                let (first, last) = (parts[at].1, parts[at + n - 1].1);
                if !is_source(english, it, first, last) {
                    continue;
                }
                for &a in holders.iter().filter(|&&a| a != b) {
                    let theirs = articles[a].article.outlet.as_ref().map(|o| word_hash(&o.name));
                    let shared = people[b].iter().filter(|e| people[a].binary_search(e).is_ok()).count();
                    let speaks = names_itself(english, &articles[a], &texts.words[a], &name);
                    if theirs == own || !(speaks && shared >= 1 || shared >= 3) {
                        continue;
                    }
                    let span = it.parse.span(first).cover(it.parse.span(last));
                    let (article, on) = (ArticleIx::new(b), ArticleIx::new(a));
                    match found.iter_mut().find(|d| (d.article, d.on) == (article, on)) {
                        Some(d) => d.evidence.push(span),
                        None => {
                            let outlet = articles[a].article.outlet.as_ref().map_or("", |o| o.name.as_str());
                            let why = format!("names {outlet} as its source, and tells the same story");
                            found.push(Dependence { article, on, mutual: false, why, evidence: vec![span] });
                        }
                    }
                }
            }
        }
    }
    found
}

/// Words with their hyphens taken apart, so that a name is found however it was cut into tokens.
fn parts(article: &ArticleClaims<'_>, words: &[(u64, usize)]) -> Vec<(u64, usize)> {
    words
        .iter()
        .flat_map(|&(_, t)| {
            article.parse.form(t).split('-').map(word_hash).filter(|&h| h != word_hash("")).map(move |h| (h, t))
        })
        .collect()
}

/// True if the name at these tokens stands where a source stands: "told X", "according to X", "X reported".
fn is_source(english: &English, article: &ArticleClaims<'_>, first: usize, last: usize) -> bool {
    let words = &english.compare;
    let n = article.parse.tokens.tokens.len();
    let is_the = |t: usize| article.parse.upos(t) == Upos::Det;
    let before = first.checked_sub(1).and_then(|t| if is_the(t) { t.checked_sub(1) } else { Some(t) });
    let lemma = |t: usize| article.parse.lemma(t).to_lowercase();
    before.is_some_and(|t| words.before_outlet.contains(&lemma(t).as_str()))
        || (last + 1 < n && words.after_outlet.contains(&lemma(last + 1).as_str()))
}

/// True if an article names its own outlet as the one that was told.
fn names_itself(english: &English, article: &ArticleClaims<'_>, words: &[(u64, usize)], name: &[u64]) -> bool {
    let parts = parts(article, words);
    (0..parts.len().saturating_sub(name.len() - 1)).any(|at| {
        parts[at..at + name.len()].iter().zip(name).all(|(p, n)| p.0 == *n)
            && is_source(english, article, parts[at].1, parts[at + name.len() - 1].1)
    })
}

/// People and organisations that an article names, as places among the entities, sorted.
fn named(entities: &Entities, articles: &[ArticleClaims<'_>], a: usize) -> Vec<usize> {
    let mentions = &articles[a].mentions.mentions;
    let of = entities.of.get(a).map_or(&[][..], Vec::as_slice);
    let kind = |e: usize| entities.entities.get(e).map(|e| e.kind);
    let mut found: Vec<usize> = (mentions.iter().zip(of))
        .filter(|(m, _)| m.kind == MentionKind::Name)
        .filter_map(|(_, e)| e.map(|e| e.ix()))
        .filter(|&e| matches!(kind(e), Some(EntityType::Person | EntityType::Org)))
        .collect();
    sort_unique(&mut found);
    found
}
