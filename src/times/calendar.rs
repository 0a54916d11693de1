//! Dates of the calendar: years, months, days, weekdays, holidays, quarters and seasons, the year or week chosen where
//! the words leave it out.

use super::holidays;
use super::meaning::{Meaning, Rel, Unit};
use super::point::{From, Heading, Place, Setting, base, widen};
use crate::dates::{Date, DayRange, Period};
use jiff::ToSpan;

/// Two-digit years: 70 to 99 are 1900s, the rest 2000s.
fn full_year(m: &Meaning, year: i32) -> i32 {
    match (m.short_year, year) {
        (true, 0..=69) => 2000 + year,
        (true, 70..=99) => 1900 + year,
        _ => year,
    }
}

/// The year nearest to publication that the heading allows; `day` gives the date in a year, `month` is true if it
/// stands for a month.
fn choose_year(s: &Setting, now: Date, month: bool, day: impl Fn(i16) -> Option<Date>) -> Option<i16> {
    let candidates = (-1..=1).filter_map(|n| day(now.year() + n));
    let distance = |d: Date| (d - now).get_days();
    candidates
        .min_by_key(|d| {
            let away = distance(*d);
            // A date a little on the wrong side is nearer than one a year away on the right one.
            let weight = match s.heading {
                // Where it came out is only known to be after a day, what is told may be later.
                Heading::Past if s.open => 1,
                // What has not begun when the article comes out is not told as past, were it to begin tomorrow.
                Heading::Past if month && away > 0 => 400,
                Heading::Past if away > 45 => 20,
                Heading::Past if away > 0 => 3,
                Heading::Unknown if away > 30 => 6,
                Heading::Intended if away > 0 => 2,
                // "a hearing set for 3 March was cancelled", told on the 12th: not that of the next year.
                Heading::Ahead if away < 0 => 15,
                Heading::Future if away < 0 => 2,
                _ => 1,
            };
            (away.abs() * weight, away > 0)
        })
        .map(|d| d.year())
}

/// A year told by "this", "last", "next".
fn told_year(m: &Meaning, s: &Setting) -> Option<(i16, From)> {
    if let Some(year) = m.year {
        return Some((i16::try_from(full_year(m, year)).ok()?, From::Words));
    }
    let (base, n, from) = base(m.rel.filter(|_| m.unit == Some(Unit::Year))?, s);
    match widen(base?, Unit::Year)?.shift(n)? {
        Period::Year(y) => Some((y, from)),
        _ => None,
    }
}

pub(super) fn holiday(m: &Meaning, s: &Setting, packed: i32) -> Option<Place> {
    if let Some((year, from)) = told_year(m, s) {
        return Place::at(Period::Day(holidays::day(packed, year)?), from);
    }
    let Some(now) = s.now else {
        return Place::floating("XXXX-XX-XX");
    };
    let year = choose_year(s, now, false, |y| holidays::day(packed, y))?;
    Place::at(Period::Day(holidays::day(packed, year)?), From::YearByNow)
}

/// "the quarter": the one that the story is about, else the last that is over.
pub(super) fn the_quarter(s: &Setting) -> Option<Place> {
    match (s.quarter, s.now) {
        (Some(quarter), _) => Place::at(quarter, From::Account),
        (None, Some(now)) => Place::at(Period::quarter_of(now).shift(-1)?, From::Now),
        _ => Place::floating("XXXX-QX"),
    }
}

/// Quarters and halves.
pub(super) fn part_of_year(m: &Meaning, s: &Setting, parts: i32, make: fn(i16, i8) -> Period) -> Option<Place> {
    let n = m.ordinal.filter(|n| (1..=parts).contains(n))? as i8;
    if m.year.is_some() || m.rel.is_some() {
        let year_rel = Meaning { unit: Some(Unit::Year), ..m.clone() };
        let (year, from) = told_year(&year_rel, s)?;
        return Place::at(make(year, n), from);
    }
    let Some(now) = s.now else {
        return Place::floating(format!("XXXX-{}{n}", if parts == 4 { "Q" } else { "H" }));
    };
    // The last one that has begun, or the next one if the words look ahead.
    let begun = |y: i16| make(y, n).ends().is_some_and(|(a, _)| a <= now);
    let long_over = |y: i16| make(y, n).ends().is_some_and(|(_, b)| (now - b).get_days() > 150);
    let year = match s.heading {
        Heading::Future | Heading::Ahead if long_over(now.year()) => now.year() + 1,
        Heading::Future | Heading::Ahead if !begun(now.year()) && parts > 2 && n > 1 => now.year(),
        _ if begun(now.year()) => now.year(),
        _ => now.year() - 1,
    };
    Place::at(make(year, n), From::YearByNow)
}

pub(super) fn season(m: &Meaning, s: &Setting) -> Option<Place> {
    let season = m.season?;
    if m.year.is_some() || m.unit == Some(Unit::Year) {
        let (year, from) = told_year(m, s)?;
        return Place::at(Period::Season(year, season), from);
    }
    let Some(now) = s.now else {
        return Place::floating(format!("XXXX-{}", season.code()));
    };
    let this = Period::Season(now.year(), season);
    let (first, last) = this.ends()?;
    let year = match m.rel {
        Some(Rel::Last | Rel::Previous) if last < now => now.year(),
        Some(Rel::Last | Rel::Previous) => now.year() - 1,
        Some(Rel::Next | Rel::Following) if first > now => now.year(),
        Some(Rel::Next | Rel::Following) => now.year() + 1,
        Some(_) => now.year(),
        None => match s.heading {
            Heading::Future | Heading::Ahead if last < now => now.year() + 1,
            Heading::Past if first > now => now.year() - 1,
            _ => now.year(),
        },
    };
    Place::at(Period::Season(year, season), From::Now)
}

/// Year, month, day and weekday, as far as they are told.
pub(super) fn calendar(m: &Meaning, s: &Setting) -> Option<Place> {
    if let (Some(weekday), None, None) = (m.weekday, m.month, m.year) {
        return self::weekday(m, s, weekday);
    }
    let month = match m.month {
        Some(n) if (1..=12).contains(&n) => Some(n as i8),
        Some(_) => return None,
        None => None,
    };
    let told = told_year(m, s);
    let Some(month) = month else {
        return match (told, m.day) {
            (Some((year, from)), _) => years(m, year, from),
            (None, Some(day)) => day_of_month(s, day),
            (None, None) => clock_only(m, s),
        };
    };
    let in_year = |year: i16| match m.day {
        Some(d) => Date::new(year, month, i8::try_from(d).ok()?).ok().map(Period::Day),
        None => Some(Period::Month(year, month)),
    };
    if let Some((year, from)) = told {
        let place = Place::at(in_year(year)?, from)?;
        return Some(with_last_day(m, place));
    }
    let Some(now) = s.now else {
        return match m.day {
            Some(d) => Place::floating(format!("XXXX-{month:02}-{d:02}")),
            None => Place::floating(format!("XXXX-{month:02}")),
        };
    };
    if let Some(rel) = m.rel {
        let this = Date::new(now.year(), month, 1).ok()?;
        let same = month == now.month();
        let year = match rel {
            Rel::Last | Rel::Previous if this < now && !same => now.year(),
            Rel::Last | Rel::Previous => now.year() - 1,
            Rel::Next | Rel::Following if this > now => now.year(),
            Rel::Next | Rel::Following => now.year() + 1,
            _ => now.year(),
        };
        return Place::at(in_year(year)?, From::Now);
    }
    let of_story = s.story.filter(|_| !s.heading.is_future()).and_then(|p| widen(p, Unit::Year));
    if let Some(Period::Year(story)) = of_story.filter(|y| matches!(y, Period::Year(y) if y + 1 < now.year())) {
        return Place::at(in_year(story)?, From::YearByStory).map(|p| with_last_day(m, p));
    }
    let probe = i8::try_from(m.day.unwrap_or(1)).ok()?;
    // "29 February" is of the year that any other day of that month would be of; if that has none, there was none.
    let probe = if month == 2 { probe.min(28) } else { probe };
    let year = choose_year(s, now, m.day.is_none(), |y| {
        Date::new(y, month, if m.day.is_some() { probe } else { now.day().min(28) }).ok()
    })?;
    Place::at(in_year(year)?, From::YearByNow).map(|p| with_last_day(m, p))
}

/// "On the 19th": of the month that the story stands at, if the heading allows, else the nearest such day that it allows.
fn day_of_month(s: &Setting, day: i32) -> Option<Place> {
    let in_month = |first: Date| Date::new(first.year(), first.month(), i8::try_from(day).ok()?).ok();
    let ahead = s.heading.is_future();
    let told = |d: &Date| s.now.is_none_or(|now| if ahead { *d >= now } else { *d <= now });
    let of_story = s.story.filter(|p| matches!(p, Period::Day(_) | Period::Month(..))).and_then(|p| p.ends());
    if let Some(date) = of_story.and_then(|p| in_month(p.0)).filter(told) {
        return Place::at(Period::Day(date), From::Story);
    }
    let Some(now) = s.now else {
        return Place::floating(format!("XXXX-XX-{day:02}"));
    };
    let near = (-2..=2).filter_map(|n: i32| in_month(now.first_of_month().checked_add(n.months()).ok()?));
    let date = near.filter(told).min_by_key(|d| (*d - now).get_days().abs())?;
    Place::at(Period::Day(date), From::Now)
}

/// One year, or several.
fn years(m: &Meaning, year: i16, from: From) -> Option<Place> {
    let mut place = Place::at(Period::Year(year), from)?;
    if let Some(last) = m.last_year.and_then(|l| i16::try_from(l).ok()).filter(|l| *l > year) {
        let end = Period::Year(last).range()?;
        place.range = place.range.map(|r| DayRange {
            edtf: format!("{}/{}", r.edtf, end.edtf),
            earliest: r.earliest,
            latest: end.latest,
        });
    }
    Some(place)
}

/// "March 3-5": the range reaches to the last day.
fn with_last_day(m: &Meaning, mut place: Place) -> Place {
    if let (Some(last), Some(Period::Day(first))) = (m.last_day, place.period) {
        let day = i8::try_from(last).ok().and_then(|d| Date::new(first.year(), first.month(), d).ok());
        if let Some(last) = day.filter(|l| *l > first) {
            place.range = Some(DayRange::between(first, last));
        }
    }
    place
}

/// "The first week of May": days 1 to 7, and so on; the last is the month's last seven days.
pub(super) fn week_of_month(m: &Meaning, place: Place) -> Option<Place> {
    let (Some(n), Some(Period::Month(..))) = (m.ordinal, place.period) else { return Some(place) };
    let (first, last) = place.period?.ends()?;
    let days = if n > 4 { -6 } else { 7 * (i64::from(n) - 1) };
    let from = if n > 4 { last } else { first }.checked_add(days.days()).ok()?;
    let upto = from.checked_add(6.days()).ok()?;
    let value = Period::week_of(from.checked_add(3.days()).ok()?)?.value();
    Some(Place { period: None, value, range: Some(DayRange::between(from, upto)), from: place.from })
}

/// A clock time or part of the day alone: of the day that the story stands at.
fn clock_only(m: &Meaning, s: &Setting) -> Option<Place> {
    if m.hour.is_none() && m.part.is_none() {
        return None;
    }
    match (s.day, s.now) {
        (Some(day), _) => Place::at(Period::Day(day), From::StoryDay),
        (_, Some(now)) => Place::at(Period::Day(now), From::Now),
        _ => Place::floating("XXXX-XX-XX"),
    }
}

fn weekday(m: &Meaning, s: &Setting, weekday: i32) -> Option<Place> {
    let (base, from) = match m.rel {
        Some(Rel::Previous | Rel::Following | Rel::Same) if matches!(s.story, Some(Period::Day(_))) => {
            (s.story?.ends()?.0, From::Story)
        }
        _ => match s.now {
            Some(now) => (now, From::Now),
            None => return Place::floating(format!("XXXX-WXX-{weekday}")),
        },
    };
    if let Some(day) = m.day.and_then(|n| nth_weekday(s, base, weekday, n)) {
        return Place::at(Period::Day(day), from);
    }
    // Days back to that weekday, 0 to 6.
    let back = (base.weekday().to_monday_one_offset() as i32 - weekday).rem_euclid(7);
    let days = match m.rel {
        // "Friday of last week"
        Some(rel) if m.unit == Some(Unit::Week) => {
            let in_week = weekday - base.weekday().to_monday_one_offset() as i32;
            in_week + 7 * matches!(rel, Rel::Next) as i32 - 7 * matches!(rel, Rel::Last) as i32
        }
        Some(Rel::Last | Rel::Previous) if back == 0 => -7,
        Some(Rel::Last | Rel::Previous) => -back,
        Some(Rel::Next | Rel::Following) => 7 - back,
        Some(Rel::Same) => -back,
        Some(Rel::This) if s.heading != Heading::Past => (7 - back) % 7,
        _ if s.heading.is_future() => (7 - back) % 7,
        _ => -back,
    };
    Place::at(Period::Day(base.checked_add((days as i64).days()).ok()?), from)
}

/// "Friday the 13th": the nearest such day that the heading allows, `None` if there is none near.
fn nth_weekday(s: &Setting, now: Date, weekday: i32, nth: i32) -> Option<Date> {
    let day = |months: i32| {
        let first = now.first_of_month().checked_add(months.months()).ok()?;
        let day = Date::new(first.year(), first.month(), i8::try_from(nth).ok()?).ok()?;
        (day.weekday().to_monday_one_offset() as i32 == weekday).then_some(day)
    };
    let ahead = s.heading.is_future();
    (-6..=6).filter_map(day).min_by_key(|d| {
        let away = (*d - now).get_days();
        (away.abs() * if away != 0 && (away > 0) != ahead { 2 } else { 1 }, away > 0)
    })
}
