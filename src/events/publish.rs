//! Publication dates sharpened across articles.

use super::unite::Clusters;
use super::{ArticleTimes, Event};
use crate::articles::{Basis, Published};
use crate::dates::{Date, DayRange};
use crate::tags::Feats;
use crate::times::{Anchor, Meaning, Timex, TimexKind};
use jiff::ToSpan;

/// A date known no better than this many days is worth sharpening.
const VAGUE: i32 = 31;
/// Articles on one event come out this many days around each other.
const EARLIER: i64 = 7;
const LATER: i64 = 21;
/// Who names weekdays without dates reports what is at most this many days old.
const FRESH: i64 = 5;
/// What an article tells without a year is of days no longer behind the guess when it came out, what it counts neither.
const SOON: i32 = 45;
const COUNTED: i32 = 200;
/// An event is dated well enough to count from if its days are no further apart.
const NARROW: i32 = 3;

fn precise(p: &Published) -> Option<(Date, Date)> {
    let (a, b) = (p.range.earliest?, p.range.latest?);
    ((b - a).get_days() < VAGUE).then_some((a, b))
}

/// First and last day on which articles of the story came out, as far as they tell.
pub(super) fn window(articles: &[ArticleTimes<'_>], published: &[Published]) -> Option<(Date, Date)> {
    let known = articles.iter().zip(published).filter(|(a, _)| !a.other_story).filter_map(|(_, p)| precise(p));
    known.reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
}

/// A range cut to others' bounds; `None` if nothing changes or nothing is left.
fn cut(p: &Published, first: Date, last: Date) -> Option<Published> {
    let a = p.range.earliest.map_or(first, |d| d.max(first));
    let b = p.range.latest.map_or(last, |d| d.min(last));
    if a > b || (Some(a) == p.range.earliest && Some(b) == p.range.latest) {
        return None;
    }
    Some(Published { range: DayRange::between(a, b), basis: Basis::Inferred, evidence: p.evidence.clone() })
}

/// Where an article does not tell its date, those of the others on the same event stand in; where it tells all but the
/// year, the year is theirs. True for those whose days are only such a guess.
pub(super) fn by_neighbours(articles: &[ArticleTimes<'_>], published: &mut [Published]) -> Vec<bool> {
    let mut guessed = vec![false; articles.len()];
    let Some((first, last)) = window(articles, published) else { return guessed };
    let (Ok(first), Ok(last)) = (first.checked_sub(EARLIER.days()), last.checked_add(LATER.days())) else {
        return guessed;
    };
    for ((article, p), guessed) in articles.iter().zip(published).zip(&mut guessed) {
        if !article.other_story && precise(p).is_none() && matches!(p.basis, Basis::Inferred | Basis::Unknown) {
            *p = match p.yearless() {
                Some((month, day)) => {
                    let days = (first.year()..=last.year()).filter_map(|y| Date::new(y, month, day).ok());
                    let near = days.into_iter().find(|d| (first..=last).contains(d));
                    near.map_or_else(|| p.clone(), |d| Published { range: DayRange::day(d), ..p.clone() })
                }
                None => {
                    let near = cut(p, first, last);
                    *guessed = near.is_some();
                    near.unwrap_or_else(|| p.clone())
                }
            };
        }
    }
    guessed
}

/// An article of which only a guess says when it came out is no older than what it tells as past: a day and month without
/// its year, of the year next to the others'; a day that is counted from an event. True if that is later than the guess.
/// (`tests/timeline.rs`, as the examples here are of dated articles.)
pub(super) fn later(
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    guessed: &[bool],
    counted: bool,
    published: &mut [Published],
) -> bool {
    let mut later = false;
    for (a, article) in articles.iter().enumerate().filter(|(a, _)| guessed[*a]) {
        // One that tells some date in full does so for what is long ago, and leaves out the year of what is not.
        let Some(latest) = published[a].range.latest.filter(|_| counted || published[a].evidence.is_empty()) else {
            continue;
        };
        let most = if counted { COUNTED } else { SOON };
        let mut newest = None;
        for event in article.events.iter().filter(|e| e.actual() && !e.noun) {
            let feats = article.parse.feats(event.trigger);
            if !(feats.has(Feats::PAST) || feats.has(Feats::PAST_PARTICIPLE)) {
                continue;
            }
            for time in [event.time, event.counted].into_iter().flatten() {
                let timex = &timexes[a][time.ix()];
                let day = if counted {
                    let hangs = matches!(timex.anchor, Anchor::Event { .. } | Anchor::Timex(..));
                    timex.range.as_ref().and_then(|r| r.earliest).filter(|_| hangs)
                } else {
                    // A year taken from the date before it is no year to come.
                    next(&timex.meaning, latest).filter(|_| !matches!(timex.anchor, Anchor::Timex(..)))
                };
                newest =
                    newest.max(day.filter(|d| (1..=most).contains(&(*d - latest).get_days())).map(|d| (d, timex.span)));
            }
        }
        if let Some((day, span)) = newest {
            published[a].range = DayRange::since(day);
            published[a].basis = Basis::Inferred;
            published[a].evidence.push(span);
            later = true;
        }
    }
    later
}

/// The first such day from a day on, if its year is not told.
fn next(m: &Meaning, from: Date) -> Option<Date> {
    let (month, day) = (i8::try_from(m.month?).ok()?, i8::try_from(m.day?).ok()?);
    let year = from.year() + i16::from((month, day) < (from.month(), from.day()));
    Date::new(year, month, day).ok().filter(|_| m.year.is_none() && m.rel.is_none())
}

/// An article is no older than the last day that it tells of as past.
pub(super) fn by_own_days(articles: &[ArticleTimes<'_>], timexes: &[Vec<Timex>], published: &mut [Published]) {
    for ((article, own), p) in articles.iter().zip(timexes).zip(published) {
        if !matches!(p.basis, Basis::Inferred | Basis::Unknown) {
            continue;
        }
        let (Some(from), Some(last)) = (p.range.earliest, p.range.latest) else { continue };
        // "The inquiry opens on 11 October" tells of a day to come.
        let told = |e: &&Event| e.actual() && (e.noun || !article.parse.feats(e.trigger).has(Feats::PRESENT));
        let days = article.events.iter().filter(told).filter_map(|e| own.get(e.time?.ix()));
        let stated = days.filter(|t| t.meaning.day.is_some() && t.kind != TimexKind::Duration);
        let newest = stated
            .filter_map(|t| Some((t.range.as_ref()?.earliest.filter(|d| *d <= last && *d > from)?, t.span)))
            .max();
        if let Some((day, span)) = newest
            && let Some(mut sharper) = cut(p, day, last)
        {
            sharper.evidence.push(span);
            *p = sharper;
        }
    }
}

/// Who names weekdays reports within days of the newest event that it shares with others.
pub(super) fn by_weekdays(
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    clusters: &Clusters,
    published: &mut [Published],
) {
    for (a, (article, p)) in articles.iter().zip(published).enumerate() {
        let weekday = |t: &&Timex| t.meaning.weekday.is_some() && t.meaning.rel.is_none() && t.meaning.month.is_none();
        let named: Vec<_> = timexes[a].iter().filter(weekday).map(|t| t.span).collect();
        if article.other_story || named.is_empty() || !matches!(p.basis, Basis::Inferred | Basis::Unknown) {
            continue;
        }
        let Some(last) = p.range.latest else { continue };
        let shared = (0..article.events.len())
            .filter(|e| article.events[*e].actual())
            .filter_map(|e| clusters.of(a, e))
            .filter(|c| c.several())
            .filter_map(|c| c.joint)
            .filter(|(first, end)| (*end - *first).get_days() <= NARROW)
            .map(|(_, end)| end)
            .filter(|d| *d <= last)
            .max();
        let Some(newest) = shared else { continue };
        let Ok(end) = newest.checked_add(FRESH.days()) else { continue };
        if let Some(mut sharper) = cut(p, newest, end) {
            sharper.evidence.extend(named);
            *p = sharper;
        }
    }
}

/// Of the days left, those on which a weekday that the article names as past would be more than some days ago are none:
/// then it would have said "last Sunday".
///
/// ok: `The ferry Astra sank on July 11. / Copyright 2020 The Herald. The ferry Astra sank on Saturday. The coast guard [2020-07-12 searched] the bay on Sunday.`
pub(super) fn by_week(articles: &[ArticleTimes<'_>], timexes: &[Vec<Timex>], published: &mut [Published]) {
    for ((article, own), p) in articles.iter().zip(timexes).zip(published) {
        let Some((first, last)) = precise(p).filter(|_| matches!(p.basis, Basis::Inferred | Basis::Unknown)) else {
            continue;
        };
        let bare = |t: &&Timex| t.meaning.rel.is_none() && t.meaning.month.is_none() && t.meaning.day.is_none();
        let past = |t: &&Timex| t.range.as_ref().and_then(|r| r.earliest).is_some_and(|d| d <= last);
        let told = article.events.iter().filter(|e| e.actual()).filter_map(|e| own.get(e.time?.ix()));
        let named: Vec<_> = told.filter(bare).filter(past).filter_map(|t| Some((t.meaning.weekday?, t.span))).collect();
        let fits = |day: &Date| {
            let back = |weekday: i32| (i32::from(day.weekday().to_monday_one_offset()) - weekday).rem_euclid(7);
            named.iter().all(|(weekday, _)| i64::from(back(*weekday)) <= FRESH)
        };
        let days = || (0..=(last - first).get_days()).filter_map(|n| first.checked_add(i64::from(n).days()).ok());
        if let (Some(a), Some(b)) = (days().find(fits), days().rfind(fits))
            && let Some(mut sharper) = cut(p, a, b)
        {
            let new = named.iter().map(|(_, span)| *span).filter(|span| !p.evidence.contains(span));
            sharper.evidence.extend(new);
            *p = sharper;
        }
    }
}

/// An article that looks back at the story in a bare month ("in December") came out after the following month, in which
/// it would have said "last month", and before the month comes round again.
pub(super) fn looking_back(
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    shares: impl Fn(usize, usize) -> bool,
    published: &mut [Published],
) {
    let Some((first, last)) = window(articles, published) else { return };
    for (a, (article, p)) in articles.iter().zip(published).enumerate() {
        if precise(p).is_some() || !matches!(p.basis, Basis::Inferred | Basis::Unknown) {
            continue;
        }
        for (e, event) in article.events.iter().enumerate() {
            let Some(timex) = event.time.and_then(|t| timexes[a].get(t.ix())) else { continue };
            let m = &timex.meaning;
            let bare = m.day.is_none() && m.year.is_none() && m.rel.is_none();
            let Some(month) = m.month.filter(|_| bare && event.actual()) else { continue };
            let story = [first, last].into_iter().find(|d| d.month() as i32 == month);
            let Some(story) = story.filter(|_| shares(a, e)) else { continue };
            let from = story.first_of_month().checked_add(2.months());
            let to = story.first_of_month().checked_add(1.year()).and_then(|d| d.yesterday());
            if let (Ok(from), Ok(to)) = (from, to)
                && let Some(mut sharper) = cut(p, from, to)
            {
                sharper.evidence.push(timex.span);
                *p = sharper;
            }
        }
    }
}

/// The line that states a date is an expression too.
pub(super) fn stamp(article: &ArticleTimes<'_>, published: &Published, timexes: &mut Vec<Timex>) {
    let Some(&span) = published.evidence.first().filter(|_| published.basis == Basis::Stated) else { return };
    if timexes.iter().any(|t| t.span.overlaps(span)) || published.range.edtf.is_empty() || article.parse.is_empty() {
        return;
    }
    let at = article.parse.token_from(span.start);
    let kind = if published.range.edtf.contains('T') { TimexKind::Time } else { TimexKind::Date };
    timexes.push(Timex {
        anchor: Anchor::None,
        kind,
        value: published.range.edtf.trim_end_matches('Z').to_owned(),
        range: Some(published.range.clone()),
        ..Timex::event_anchored(span, at..at, "stamp")
    });
}
