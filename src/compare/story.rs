//! Articles of a dossier that are about something else.

use super::ArticleClaims;
use super::lineage::{Texts, hash};
use crate::tags::Upos;
use std::collections::BTreeMap;

/// An article nearer than this to the middle of the others is never set apart (cosine).
const NEAR: f64 = 0.3;
/// Nor is one that is at least this part of the usual nearness.
const USUAL: f64 = 0.62;
/// Of two articles, those farther apart than this are two stories.
const APART: f64 = 0.08;
/// Fewest content words to judge by.
const WORDS: usize = 40;
/// A name tells more of a story than another word.
const NAME: f64 = 2.0;

/// Per article: why it is about something else, if it is.
///
/// Each article's content words (names double) make a vector; an article that lies far from the
/// sum of the others, measured by what is usual in the dossier, is set apart.
pub(super) fn others(articles: &[ArticleClaims<'_>], texts: &Texts) -> Vec<Option<String>> {
    let vectors: Vec<BTreeMap<u64, f64>> = (0..articles.len()).map(|a| vector(&articles[a], texts, a)).collect();
    let mut centre: BTreeMap<u64, f64> = BTreeMap::new();
    for v in &vectors {
        for (&k, &w) in v {
            *centre.entry(k).or_default() += w;
        }
    }
    let judged = |a: usize| vectors[a].len() >= WORDS;
    let near: Vec<f64> = vectors.iter().map(|v| nearness(v, &centre)).collect();
    let mut sorted: Vec<f64> = (0..near.len()).filter(|&a| judged(a)).map(|a| near[a]).collect();
    sorted.sort_by(f64::total_cmp);
    let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let apart = |a: usize| match sorted.len() {
        0 | 1 => false,
        2 => near[a] < APART,
        _ => near[a] < NEAR && near[a] < USUAL * usual,
    };
    let why = |a: usize| {
        let names = own_names(&articles[a], &vectors, a);
        let about = if names.is_empty() { String::new() } else { format!("; only it names {}", names.join(", ")) };
        format!("shares few words and names with the other articles{about}")
    };
    (0..articles.len()).map(|a| (judged(a) && apart(a)).then(|| why(a))).collect()
}

/// Content words of unit length, counts damped.
fn vector(article: &ArticleClaims<'_>, texts: &Texts, a: usize) -> BTreeMap<u64, f64> {
    let mut counts: BTreeMap<u64, (f64, f64)> = BTreeMap::new();
    for &(_, t) in &texts.words[a] {
        let weight = match article.parse.upos(t) {
            Upos::Propn => NAME,
            Upos::Noun | Upos::Verb | Upos::Adj => 1.0,
            _ => continue,
        };
        let key = hash(article.parse.lemma(t).chars().flat_map(char::to_lowercase));
        let entry = counts.entry(key).or_insert((0.0, weight));
        entry.0 += 1.0;
        entry.1 = entry.1.max(weight);
    }
    let mut found: BTreeMap<u64, f64> =
        counts.into_iter().map(|(k, (n, weight))| (k, weight * (1.0 + n.ln()))).collect();
    let length = found.values().map(|w| w * w).sum::<f64>().sqrt();
    found.values_mut().for_each(|w| *w /= length.max(f64::MIN_POSITIVE));
    found
}

/// Cosine of an article with the sum of all others.
fn nearness(own: &BTreeMap<u64, f64>, centre: &BTreeMap<u64, f64>) -> f64 {
    let rest = |k: &u64| centre.get(k).copied().unwrap_or(0.0) - own.get(k).copied().unwrap_or(0.0);
    let dot: f64 = own.iter().map(|(k, w)| w * rest(k)).sum();
    let length = centre.keys().map(|k| rest(k).powi(2)).sum::<f64>().sqrt();
    if length > 0.0 { dot / length } else { 0.0 }
}

/// Up to three names that no other article has, most used first.
fn own_names(article: &ArticleClaims<'_>, vectors: &[BTreeMap<u64, f64>], a: usize) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for t in (0..article.parse.tokens.tokens.len()).filter(|&t| article.parse.upos(t) == Upos::Propn) {
        *counts.entry(article.parse.form(t)).or_default() += 1;
    }
    let key = |form: &str| hash(form.chars().flat_map(char::to_lowercase));
    let alone =
        |form: &str| form.len() > 2 && vectors.iter().enumerate().all(|(b, v)| b == a || !v.contains_key(&key(form)));
    let mut names: Vec<(u32, &str)> =
        counts.into_iter().filter(|&(form, n)| n > 1 && alone(form)).map(|(f, n)| (n, f)).collect();
    names.sort_by_key(|&(n, form)| (std::cmp::Reverse(n), form));
    names.into_iter().take(3).map(|(_, form)| form.to_owned()).collect()
}
