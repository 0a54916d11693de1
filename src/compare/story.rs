//! Articles of a dossier that are about something else.

use super::lineage::Texts;
use super::{ArticleClaims, Kinship};
use crate::articles::Published;
use crate::dates::{Date, DayRange};
use crate::tags::Upos;
use crate::text::{Arrange, Gather, hash};
use std::collections::BTreeMap;

/// An article nearer than this to the middle of the others is never set apart (cosine).
const NEAR: f64 = 0.3;
/// Nor is one that is at least this part of the usual nearness.
const USUAL: f64 = 0.62;
/// An article farther than this from all others is another story, whatever is usual.
const APART: f64 = 0.08;
/// Fewest content words to judge by what is usual.
const WORDS: usize = 40;
/// Fewest content words to judge by nearness alone.
const CLEAR: usize = 12;
/// How often what is usual is measured again.
const ROUNDS: usize = 3;
/// Articles that came out this many days apart may tell two stories.
const DAYS: i32 = 28;
/// Part of the usual nearness from which on an article of another time still tells the same story.
const FOLLOWS: f64 = 0.7;
/// A name tells more of a story than another word.
const NAME: f64 = 2.0;

/// Per article: why it is about something else, if it is, and its nearness to the others as part of what is usual.
///
/// Each article's content words (names double) make a vector; an article that lies far from the sum of the others,
/// measured by what is usual in the dossier, is set apart. What is set apart says nothing of what is usual: the rest is
/// measured again without it.
pub(super) fn others(articles: &[ArticleClaims<'_>], texts: &Texts) -> (Vec<Option<String>>, Vec<f64>) {
    let vectors: Vec<BTreeMap<u64, f64>> = (0..articles.len()).map(|a| vector(&articles[a], texts, a)).collect();
    let mut gone = vec![false; articles.len()];
    for _ in 0..ROUNDS {
        let (near, usual, judged) = nearnesses(&vectors, &gone);
        // Of a text in another language nothing is known that others could be near to.
        let told = (0..articles.len()).filter(|&a| !gone[a] && vectors[a].len() >= CLEAR).count();
        let far = |a: usize| {
            let clear = near[a] < APART && vectors[a].len() >= CLEAR && told > 1;
            let unusual = judged > 2 && near[a] < NEAR && near[a] < USUAL * usual;
            clear || vectors[a].len() >= WORDS && unusual
        };
        let found: Vec<usize> = (0..articles.len()).filter(|&a| !gone[a] && far(a)).collect();
        // Where all lie apart, none is the story that the others are not.
        if found.is_empty() || gone.iter().filter(|g| !**g).count() == found.len() && articles.len() > 2 {
            break;
        }
        found.into_iter().for_each(|a| gone[a] = true);
    }
    let why = |a: usize| {
        let names = own_names(&articles[a], &vectors, a);
        let about = if names.is_empty() { String::new() } else { format!("; only it names {}", names.join(", ")) };
        format!("shares few words and names with the other articles{about}")
    };
    let (near, usual, _) = nearnesses(&vectors, &gone);
    let relative = |a: usize| if vectors[a].len() >= WORDS && usual > 0.0 { near[a] / usual } else { 1.0 };
    ((0..articles.len()).map(|a| gone[a].then(|| why(a))).collect(), (0..articles.len()).map(relative).collect())
}

/// Each article's nearness to those that are not gone, what is usual among these, and how many are long enough to judge by.
fn nearnesses(vectors: &[BTreeMap<u64, f64>], gone: &[bool]) -> (Vec<f64>, f64, usize) {
    let mut centre: BTreeMap<u64, f64> = BTreeMap::new();
    for (v, _) in vectors.iter().zip(gone).filter(|(_, gone)| !**gone) {
        for (&k, &w) in v {
            *centre.entry(k).or_default() += w;
        }
    }
    let square = centre.values().map(|w| w * w).sum();
    let near: Vec<f64> = vectors.iter().zip(gone).map(|(v, &gone)| nearness(v, !gone, &centre, square)).collect();
    let judged = |a: &usize| !gone[*a] && vectors[*a].len() >= WORDS;
    let mut sorted: Vec<f64> = (0..near.len()).filter(judged).map(|a| near[a]).collect();
    sorted.arrange_by(f64::total_cmp);
    (near, sorted.get(sorted.len() / 2).copied().unwrap_or(0.0), sorted.len())
}

/// Sets apart the articles that came out weeks before or after most of the others and share fewer words with them than
/// is usual: what is written of the same people and places at another time mostly tells what happened then. True if any is.
pub fn apart_in_time(published: &[Published], kinship: &mut Kinship) -> bool {
    let judged: Vec<usize> = (0..published.len()).filter(|&a| kinship.other_story[a].is_none()).collect();
    let sorted = |day: fn(&DayRange) -> Option<Date>| {
        let mut days: Vec<Date> = judged.iter().filter_map(|&a| day(&published[a].range)).collect();
        days.arrange();
        days
    };
    let (first, last) = (sorted(|r| r.earliest), sorted(|r| r.latest));
    let dated = first.len().max(last.len());
    let mut any = false;
    for &a in &judged {
        let range = &published[a].range;
        // How many surely came out that long before, and after.
        let before = range.earliest.map_or(0, |e| last.partition_point(|&l| (e - l).get_days() >= DAYS));
        let after = range.latest.map_or(0, |l| first.len() - first.partition_point(|&f| (f - l).get_days() < DAYS));
        let (n, side) = if before > after { (before, "later") } else { (after, "earlier") };
        if n < 2 || n * 3 <= (dated - 1) * 2 || kinship.nearness[a] >= FOLLOWS {
            continue;
        }
        kinship.other_story[a] = Some(format!(
            "came out at least {DAYS} days {side} than most of the other articles, and shares fewer words and names with them"
        ));
        any = true;
    }
    any
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
        counts.into_iter().map(|(k, (n, weight))| (k, weight * (1.0 + n.ln()))).into_map();
    let length = found.values().map(|w| w * w).sum::<f64>().sqrt();
    found.values_mut().for_each(|w| *w /= length.max(f64::MIN_POSITIVE));
    found
}

/// Cosine of an article with the sum `centre` of all others; its own words are left out if they are `inside` of that.
/// `square` is the square of the sum's length, so that only the article's own words are looked at.
fn nearness(own: &BTreeMap<u64, f64>, inside: bool, centre: &BTreeMap<u64, f64>, square: f64) -> f64 {
    let part = f64::from(u8::from(inside));
    let (mut dot, mut rest) = (0.0, square);
    for (k, w) in own {
        let all = centre.get(k).copied().unwrap_or(0.0);
        let other = all - part * w;
        dot += w * other;
        rest += other * other - all * all;
    }
    // Of what is no more than the error of the sum nothing is left.
    if rest > 1e-9 * square { dot / rest.sqrt() } else { 0.0 }
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
    names.arrange_by_key(|&(n, form)| (std::cmp::Reverse(n), form));
    names.into_iter().take(3).map(|(_, form)| form.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Publication dates with the nearness of each article → which are set apart.
    fn check(articles: &[(&str, f64)], want: &[usize]) {
        let published: Vec<Published> = (articles.iter())
            .map(|(iso, _)| Published { range: DayRange::parse(iso).unwrap_or_default(), ..Published::default() })
            .collect();
        let mut kinship = Kinship {
            other_story: vec![None; articles.len()],
            nearness: articles.iter().map(|a| a.1).collect(),
            ..Kinship::default()
        };
        apart_in_time(&published, &mut kinship);
        let found: Vec<usize> = (0..articles.len()).filter(|&a| kinship.other_story[a].is_some()).collect();
        assert_eq!(found, want, "{articles:?}");
    }

    #[test]
    fn stories_of_another_time() {
        // ok: months later, a year earlier
        check(&[("2021-03-02", 1.0), ("2021-03-04", 0.9), ("2021-03", 1.0), ("2021-09-12", 0.6)], &[3]);
        check(&[("2020-03-02", 0.6), ("2021-03-04", 0.9), ("2021-03-02", 1.0), ("", 1.0)], &[0]);
        // no: as near as the others (a verdict on the same deed), days later, no date, two articles only
        check(&[("2021-03-02", 1.0), ("2021-03-04", 0.9), ("2021-03", 1.0), ("2021-09-12", 0.95)], &[]);
        check(&[("2021-03-02", 1.0), ("2021-03-04", 0.9), ("2021-03-20", 0.5)], &[]);
        check(&[("2021-03-02", 1.0), ("2021-03-04", 0.9), ("", 0.5)], &[]);
        check(&[("2021-03-02", 1.0), ("2021-09-12", 0.5)], &[]);
    }
}
