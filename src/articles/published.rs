//! The publication date, from what stands on the page outside the body.

use super::stamp::order::Order;
use super::stamp::{self, Stamp, Written};
use super::{Basis, Given, Published};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::text::{Note, Span};

/// Where a page may say when it came out.
pub(super) struct Clues<'a> {
    pub(super) english: &'a English,
    pub(super) text: &'a str,
    pub(super) order: Order,
    pub(super) stamps: &'a [Stamp],
    /// The day in the dateline; seldom with a year.
    pub(super) dateline: Option<Written>,
    pub(super) captions: &'a [Span],
    pub(super) copyrights: &'a [Span],
}

/// A day that the calendar has not is told, and not made into a date.
pub(super) fn impossible(text: &str, span: Span) -> Note {
    let message = format!(
        "“{}” is no day of the calendar, so the publication date was left open. Correct it by hand if you know it.",
        span.of(text)
    );
    Note { code: "impossible-date", message, span: Some(span) }
}

/// What the caller gave goes before all else.
pub(super) fn given(given: &Given) -> Option<Published> {
    let range = DayRange::parse(given.published.as_deref()?)?;
    Some(Published { range, basis: Basis::Given, evidence: Vec::new() })
}

/// The day in the article's address, where nothing better is known.
pub(super) fn from_address(given: &Given, known: &Published) -> Option<Published> {
    let range = stamp::in_address(given.url.as_deref()?)?;
    let weaker = matches!(known.basis, Basis::Inferred | Basis::Unknown);
    weaker.then(|| Published { range, basis: Basis::Inferred, evidence: known.evidence.clone() })
}

/// A stamp is what the article states; a dateline's day, a copyright's year and the date under a
/// picture only bound the day: no article is older than the pictures in it.
pub(super) fn from_page(clues: &Clues<'_>) -> Published {
    let dated = |s: &&Stamp| s.date.year.is_some();
    let best = (clues.stamps.iter().filter(dated))
        .min_by_key(|s| (s.update, !s.cued, s.date.day.is_none(), s.date.time.is_none()));
    if let Some((range, stamp)) = best.and_then(|s| Some((s.date.range()?, s))) {
        let basis = if stamp.date.swappable || stamp.date.by_habit { Basis::Inferred } else { Basis::Stated };
        return Published { range, basis, evidence: vec![stamp.date.span] };
    }
    let mut evidence = Vec::new();
    let mut range = DayRange::default();
    let narrow = |range: &mut DayRange, with: DayRange, span: Span, evidence: &mut Vec<Span>| {
        if let Some(both) = meet(range, &with) {
            *range = both;
            evidence.push(span);
        }
    };
    for &caption in clues.captions {
        let dates = stamp::dates_in(clues.english, clues.text, caption, clues.order);
        // The latest date in it is the one that bounds.
        let latest = dates.into_iter().filter_map(|d| Some((d.range()?.earliest?, d.span))).max();
        if let Some((day, span)) = latest {
            narrow(&mut range, from(day), span, &mut evidence);
        }
    }
    let year = clues.copyrights.iter().find_map(|&c| stamp::copyright_year(clues.text, c));
    if let Some((year, span)) = year.and_then(|(y, s)| Some((DayRange::parse(&format!("{y:04}"))?, s))) {
        narrow(&mut range, year, span, &mut evidence);
    }
    let partial = clues.dateline.clone().or_else(|| clues.stamps.first().map(|s| s.date.clone()));
    if let Some(day) = partial {
        let year = day
            .year
            .or_else(|| range.earliest.filter(|e| range.latest.is_some_and(|l| l.year() == e.year())).map(Date::year));
        let full = Written { year, ..day.clone() }.range();
        match full {
            Some(full) => narrow(&mut range, full, day.span, &mut evidence),
            None if range == DayRange::default() => {
                range.edtf =
                    format!("XXXX-{:02}-{}", day.month, day.day.map_or("XX".to_owned(), |d| format!("{d:02}")));
                evidence.push(day.span);
            }
            None => evidence.push(day.span),
        }
    }
    let basis = if range == DayRange::default() { Basis::Unknown } else { Basis::Inferred };
    Published { range, basis, evidence }
}

fn from(day: Date) -> DayRange {
    DayRange::since(day)
}

fn meet(a: &DayRange, b: &DayRange) -> Option<DayRange> {
    if *a == DayRange::default() { Some(b.clone()) } else { a.meet(b) }
}
