//! Times as figures: hours of the day in minutes, days of the year, the month and the week by number.
//!
//! Two accounts of one moment need not share a verb, and a day is often told without its year: what is compared is what
//! both give, a weekday with a weekday, a day of the year with a day of the year.

use super::counts::Told;
use super::facts::Fact;
use super::lexis::Lexis;
use super::terms::Reader;
use crate::claims::{Bound, Quantity};
use crate::english::events::Tie;
use crate::syntax::Parse;
use crate::times::{Timex, TimexKind};

/// How many days a month is reckoned at, so that days of two months lie apart about as they should.
const MONTH: f64 = 30.5;
/// Days of a year and of a week.
const YEAR: f64 = 366.0;
const WEEK: f64 = 7.0;

/// A calendar figure's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cycle {
    /// A day of the year.
    Day,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
}

impl Cycle {
    pub(super) const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Weekday];

    /// Days between two figures, the shorter way round.
    pub(super) fn apart(self, p: f64, q: f64) -> f32 {
        let apart = (p - q).abs();
        let days = match self {
            Self::Day => apart.min(YEAR - apart),
            Self::Month => apart.min(12.0 - apart) * MONTH,
            Self::Weekday => apart.min(WEEK - apart),
        };
        days as f32
    }
}

/// The times of an article as figures: each in the statement that its words belong to, where one of `told` holds them
/// (a fact with that figure alone, to `loose`), else beside its claim.
pub(super) fn times(
    r: &Reader<'_>,
    lexis: &mut Lexis<'_>,
    told: &Told<'_>,
    loose: &mut Vec<Fact>,
) -> Vec<(usize, Quantity)> {
    let p = &r.a.parse;
    let timexes = r.d.timeline.timexes_in(r.article);
    let mut beside = Vec::new();
    for x in timexes.iter().filter(|x| !x.tokens.is_empty() && x.tokens.end <= p.len()) {
        let Some(claim) = r.claim_at(x.tokens.start) else { continue };
        let mut place = |q: &Quantity| {
            let fact = told.with_figure(r, lexis, x.tokens.clone(), claim, q);
            let placed = fact.is_some();
            loose.extend(fact);
            placed
        };
        // Days stand in every second sentence: without a statement they tell nothing.
        beside.extend(hour(r, x).filter(|q| !place(q)).map(|q| (claim.ix(), q)));
        if let Some(q) = day(r, x) {
            place(&q);
        }
    }
    beside
}

/// The hour, in minutes from midnight. Hours of a zone are moments, not figures: 10:00 in one is 09:00 in another.
fn hour(r: &Reader<'_>, x: &Timex) -> Option<Quantity> {
    let (minutes, _) = x.clock().filter(|c| c.1.is_none())?;
    let unit = r.d.english.compare.hours[usize::from(x.meaning.either_half())].to_owned();
    Some(Quantity { span: x.span, value: f64::from(minutes), unit, bound: Bound::Exact })
}

/// The day, the month or the weekday that an expression gives.
fn day(r: &Reader<'_>, x: &Timex) -> Option<Quantity> {
    if !matches!(x.kind, TimexKind::Date | TimexKind::Time) || x.impossible {
        return None;
    }
    let (cycle, value) = read(&x.value)?;
    let (p, events) = (&r.a.parse, &r.d.english.events);
    let before = word_before(p, x);
    let bound = match events.ties.iter().find(|(w, _)| w.eq_ignore_ascii_case(before)) {
        Some((_, Tie::By)) => Bound::AtMost,
        Some((_, Tie::Since | Tie::After)) => Bound::AtLeast,
        _ => Bound::Exact,
    };
    let unit = r.d.english.compare.cycles[cycle as usize].to_owned();
    Some(Quantity { span: x.span, value, unit, bound })
}

/// The word before an expression, as written; empty at the start of the article.
pub(super) fn word_before<'t>(p: &Parse<'t>, x: &Timex) -> &'t str {
    x.tokens.start.checked_sub(1).map_or("", |t| p.form(t))
}

/// True if two TIMEX3 values give two days, months or weekdays.
pub(super) fn days_apart(p: &str, q: &str) -> bool {
    read(p).zip(read(q)).is_some_and(|((c, m), (d, n))| c == d && c.apart(m, n) > 0.0)
}

/// What a TIMEX3 value gives of the calendar, the year aside.
fn read(value: &str) -> Option<(Cycle, f64)> {
    let day = value.split('T').next().unwrap_or("");
    let mut parts = day.split('-').skip(1);
    let (second, third) = (parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let number =
        |s: &str, most: u8| s.parse::<u8>().ok().filter(|n| s.len() <= 2 && (1..=most).contains(n)).map(f64::from);
    if second.starts_with('W') {
        return Some((Cycle::Weekday, number(third?, 7)?));
    }
    let month = number(second, 12)?;
    match third {
        None => Some((Cycle::Month, month)),
        Some(d) => Some((Cycle::Day, ((month - 1.0) * MONTH).ceil() + number(d, 31)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_the_calendar() {
        for (value, want) in [
            ("2031-05-12", Some((Cycle::Day, 134.0))),
            ("XXXX-05-12T07:30", Some((Cycle::Day, 134.0))),
            ("XXXX-01-01", Some((Cycle::Day, 1.0))),
            ("XXXX-12-31TEV", Some((Cycle::Day, 367.0))),
            ("2031-05", Some((Cycle::Month, 5.0))),
            ("XXXX-WXX-5TMO", Some((Cycle::Weekday, 5.0))),
            ("2031-W20", None),
            ("2031-Q4", None),
            ("2031", None),
            ("XXXX-XX-XXT11:00", None),
            ("PAST_REF", None),
            ("", None),
        ] {
            assert_eq!(read(value), want, "{value}");
        }
    }

    #[test]
    fn the_shorter_way_round() {
        for (cycle, p, q, want) in [
            (Cycle::Weekday, 7.0, 1.0, 1.0),
            (Cycle::Weekday, 2.0, 5.0, 3.0),
            (Cycle::Month, 12.0, 1.0, 30.5),
            (Cycle::Day, 366.0, 1.0, 1.0),
            (Cycle::Day, 40.0, 42.0, 2.0),
        ] {
            assert_eq!(cycle.apart(p, q), want, "{cycle:?} {p} {q}");
        }
    }
}
