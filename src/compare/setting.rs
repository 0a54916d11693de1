//! When each sentence of a dossier is set: the days it names.

use super::ArticleClaims;
use super::facts::Fact;
use super::relate::Two;
use crate::dates::DayRange;
use crate::events::Timeline;
use crate::text::{ArticleIx, Span};
use crate::times::{Timex, TimexKind};
use crate::tokens::Tokens;
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of days longer than this places nothing.
const LONGEST: i32 = 400;
/// Days between two settings from which they are two times.
const APART: i32 = 14;
/// Days of what is told by the year.
const YEAR: i32 = 300;
/// Days before publication from which a sentence tells of the past of its story.
const PAST: i32 = 45;

/// The days that sentences name.
#[derive(Debug, Default)]
pub(super) struct Settings {
    sentences: BTreeMap<(ArticleIx, u32), Vec<DayRange>>,
    /// Sentences that their words set in the past, though no day is known.
    past: BTreeSet<(ArticleIx, u32)>,
    /// Sentences with a weekday that nothing places: of these days, whatever was told before.
    fresh: BTreeSet<(ArticleIx, u32)>,
    /// Where days stand that are counted from another ("today", "10 days later", "last week").
    reckoned: BTreeSet<(ArticleIx, u32)>,
    /// Per article: the last day that it names.
    last: BTreeMap<ArticleIx, DayRange>,
}

impl Settings {
    /// Reads them off the resolved time expressions.
    pub(super) fn new(articles: &[ArticleClaims<'_>], timeline: &Timeline) -> Self {
        let mut out = Self::default();
        for (a, timexes) in timeline.timexes.iter().enumerate().take(articles.len()) {
            let published = timeline.published.get(a).map(|p| p.range.clone()).unwrap_or_default();
            // Where nothing tells the year of the story, a year that is named is another.
            let open = published.earliest.is_none() || published.latest.is_none();
            let untold = |x: &Timex| x.range.is_none() && x.meaning.year.is_none();
            let undated = open && timexes.iter().any(|x| untold(x) && x.meaning.weekday.is_some());
            // "In 2014" of an article of today, which tells its own time by the clock, the part of the day, the day without its year.
            let near = open && timexes.iter().any(|x| untold(x) && matches!(x.kind, TimexKind::Date | TimexKind::Time));
            for x in timexes {
                let Some(token) = articles[a].parse.tokens.tokens.get(x.tokens.start) else { continue };
                let (article, sentence) = (ArticleIx::new(a), token.sentence.0);
                if x.meaning.is_reckoned() {
                    out.reckoned.insert((article, x.span.start));
                }
                if untold(x) && x.meaning.weekday.is_some() {
                    out.fresh.insert((article, sentence));
                }
                let year_alone = x.meaning.year.is_some() && x.meaning.month.is_none() && x.meaning.last_year.is_none();
                if undated && x.meaning.year.is_some()
                    || near && year_alone
                    || x.range.is_none() && x.tells_years_back()
                {
                    out.past.insert((article, sentence));
                }
                let short = |r: &&DayRange| r.days().is_some_and(|n| n <= LONGEST);
                let Some(range) = x.range.as_ref().filter(short) else { continue };
                out.sentences.entry((article, sentence)).or_default().push(range.clone());
                let last = out.last.entry(article).or_insert_with(|| range.clone());
                if range.earliest > last.earliest {
                    *last = range.clone();
                }
            }
            out.carry(articles[a].parse.tokens, ArticleIx::new(a), &published);
        }
        out
    }

    /// A sentence without a day goes on telling of the past that the one before it in its paragraph was set in.
    fn carry(&mut self, tokens: &Tokens, article: ArticleIx, published: &DayRange) {
        let mut past: Option<(usize, Vec<DayRange>)> = None;
        for (i, s) in tokens.sentences.iter().enumerate() {
            let at = (article, i as u32);
            if let Some(own) = self.sentences.get(&at) {
                let back = self.past.contains(&at) || long_before(own, published);
                past = back.then(|| (s.block, own.clone()));
            } else if self.past.contains(&at) {
                past = Some((s.block, Vec::new()));
            } else if self.fresh.contains(&at) {
                past = None;
            } else if let Some((_, days)) = past.as_ref().filter(|p| p.0 == s.block) {
                if !days.is_empty() {
                    self.sentences.insert(at, days.clone());
                }
                self.past.insert(at);
            }
        }
    }

    /// True if a fact's sentence is set in the past by its words, or those before it, alone.
    pub(super) fn is_past(&self, f: &Fact) -> bool {
        self.past.contains(&(f.article, f.sentence))
    }

    /// True if the day at a place of an article is counted from another.
    pub(super) fn is_reckoned(&self, article: ArticleIx, time: Span) -> bool {
        self.reckoned.contains(&(article, time.start))
    }

    /// How two facts are set: without days; one of them, lately or in the past; on days that meet, or apart.
    pub(super) fn stand(&self, two: Two<'_>) -> u8 {
        let (a, b) = (self.of(two.x), self.of(two.y));
        let past =
            |f: &Fact, days: &[DayRange]| long_before(days, self.told_at(f, &two.scene.published[f.article.ix()]));
        match (a.is_empty(), b.is_empty()) {
            (true, true) => u8::from(self.is_past(two.x) != self.is_past(two.y)) * 7,
            (true, false) => 1 + u8::from(past(two.y, b)),
            (false, true) => 1 + u8::from(past(two.x, a)),
            (false, false) => match far_apart(a, b) {
                true => 6,
                false => 3 + u8::from(past(two.x, a)) + u8::from(past(two.y, b)),
            },
        }
    }

    /// The days that a fact's sentence names.
    pub(super) fn of(&self, f: &Fact) -> &[DayRange] {
        self.sentences.get(&(f.article, f.sentence)).map(Vec::as_slice).unwrap_or_default()
    }

    /// When a fact's article came out, or the last day that it names where that is unknown.
    pub(super) fn told_at<'a>(&'a self, f: &Fact, published: &'a DayRange) -> &'a DayRange {
        if published.earliest.is_some() { published } else { self.last.get(&f.article).unwrap_or(published) }
    }
}

/// True if no day of the one lies near a day of the other.
pub(super) fn far_apart(a: &[DayRange], b: &[DayRange]) -> bool {
    // "this year" and "last year" are two times, though they touch.
    let years = |x: &DayRange, y: &DayRange| is_year(x) && is_year(y) && !x.meets(y);
    !a.is_empty() && !b.is_empty() && a.iter().all(|x| b.iter().all(|y| gap(x, y) >= APART || years(x, y)))
}

/// True if all that is named lies well before a day of publication.
pub(super) fn long_before(days: &[DayRange], published: &DayRange) -> bool {
    let past = |d: &DayRange| before(d, published) >= PAST || is_year(d) && before(d, published) > 0;
    !days.is_empty() && days.iter().all(past)
}

/// Told by the year.
fn is_year(d: &DayRange) -> bool {
    d.days().is_some_and(|n| n >= YEAR)
}

/// Days between two ranges, 0 if they meet or an end is open.
fn gap(x: &DayRange, y: &DayRange) -> i32 {
    before(x, y).max(before(y, x))
}

/// Days from the end of the first to the beginning of the second, 0 if it does not lie before.
fn before(x: &DayRange, y: &DayRange) -> i32 {
    match (x.latest, y.earliest) {
        (Some(end), Some(start)) => (start - end).get_days().max(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_apart() {
        let r = |iso: &[&str]| -> Vec<DayRange> { iso.iter().map(|d| DayRange::parse(d).unwrap()).collect() };
        // ok: two months, two years
        assert!(far_apart(&r(&["2021-03-02"]), &r(&["2021-05"])));
        assert!(far_apart(&r(&["2020"]), &r(&["2021"])));
        assert!(long_before(&r(&["2020"]), &r(&["2021-01-12"])[0]));
        assert!(long_before(&r(&["2019"]), &r(&["2021-03-02"])[0]));
        // no: a day, one of several days, nothing named
        assert!(!far_apart(&r(&["2021-03-02"]), &r(&["2021-03-03"])));
        assert!(!far_apart(&r(&["2019", "2021-03-02"]), &r(&["2021-03-05"])));
        assert!(!far_apart(&[], &r(&["2021-03-05"])));
        assert!(!long_before(&r(&["2021-02-27"]), &r(&["2021-03-02"])[0]));
    }
}
