//! When each sentence of a dossier is set: the days it names.

use super::ArticleClaims;
use super::facts::Fact;
use crate::dates::DayRange;
use crate::events::Timeline;
use crate::text::ArticleIx;
use std::collections::BTreeMap;

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
    /// Per article: the last day that it names.
    last: BTreeMap<ArticleIx, DayRange>,
}

impl Settings {
    /// Reads them off the resolved time expressions.
    pub(super) fn new(articles: &[ArticleClaims<'_>], timeline: &Timeline) -> Self {
        let mut out = Self::default();
        for (a, timexes) in timeline.timexes.iter().enumerate().take(articles.len()) {
            for x in timexes {
                let range = x.range.as_ref().filter(|r| r.days().is_some_and(|n| n <= LONGEST));
                let token = articles[a].parse.tokens.tokens.get(x.tokens.start);
                let (Some(range), Some(token)) = (range, token) else { continue };
                let article = ArticleIx::new(a);
                out.sentences.entry((article, token.sentence.0)).or_default().push(range.clone());
                let last = out.last.entry(article).or_insert_with(|| range.clone());
                if range.earliest > last.earliest {
                    *last = range.clone();
                }
            }
        }
        out
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
    let years = |x: &DayRange, y: &DayRange| [x, y].iter().all(|r| r.days().is_some_and(|n| n >= YEAR)) && !x.meets(y);
    !a.is_empty() && !b.is_empty() && a.iter().all(|x| b.iter().all(|y| gap(x, y) >= APART || years(x, y)))
}

/// True if all that is named lies well before a day of publication.
pub(super) fn long_before(days: &[DayRange], published: &DayRange) -> bool {
    !days.is_empty() && days.iter().all(|d| before(d, published) >= PAST)
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
        assert!(long_before(&r(&["2019"]), &r(&["2021-03-02"])[0]));
        // no: a day, one of several days, nothing named
        assert!(!far_apart(&r(&["2021-03-02"]), &r(&["2021-03-03"])));
        assert!(!far_apart(&r(&["2019", "2021-03-02"]), &r(&["2021-03-05"])));
        assert!(!far_apart(&[], &r(&["2021-03-05"])));
        assert!(!long_before(&r(&["2021-02-27"]), &r(&["2021-03-02"])[0]));
    }
}
