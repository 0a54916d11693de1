//! What day or period an expression means, given the day of publication and the story so far.

use super::calendar::{calendar, holiday, part_of_year, season, the_quarter, week_of_month};
use super::meaning::{Amount, Flag, Meaning, Rel, Unit, Way};
use crate::dates::{Date, DayRange, Period, Season};

/// The zones that there are, in minutes east of UTC.
pub(super) const ZONES: std::ops::RangeInclusive<i32> = -12 * 60..=14 * 60;

/// Where the words around an expression point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Past,
    Future,
    /// So surely that a day gone by is out of the question.
    Ahead,
    /// A past verb whose aim lies ahead: "agreed to sell".
    Intended,
    Unknown,
}

impl Heading {
    /// True if the words look ahead.
    pub(super) fn is_future(self) -> bool {
        matches!(self, Heading::Future | Heading::Ahead)
    }
}

/// What an expression is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// Publication day.
    pub(super) now: Option<Date>,
    /// It is only the first that can be.
    pub(super) open: bool,
    /// The date that the story stands at.
    pub(super) story: Option<Period>,
    /// The days to which the words narrow that date: "mid-October".
    pub(super) spread: Option<(Date, Date)>,
    /// The day that a time of day belongs to.
    pub(super) day: Option<Date>,
    /// The quarter that the story is about.
    pub(super) quarter: Option<Period>,
    /// The quarter or month with which "a year ago" compares.
    pub(super) comparable: Option<Period>,
    /// The month with which "from a month earlier" compares.
    pub(super) month: Option<Period>,
    pub(super) heading: Heading,
}

/// From what a result was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Words,
    Now,
    Story,
    /// The day that the story is at.
    StoryDay,
    /// The quarter or month of which an account speaks.
    Account,
    /// The year was left out and chosen by publication.
    YearByNow,
    /// The year was left out and is the story's.
    YearByStory,
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Period, if it is one.
    pub(super) period: Option<Period>,
    /// TIMEX3 value.
    pub(super) value: String,
    /// Days.
    pub(super) range: Option<DayRange>,
    pub(super) from: From,
}

impl Place {
    pub(super) fn at(period: Period, from: From) -> Option<Self> {
        Some(Self { period: Some(period), value: period.value(), range: Some(period.range()?), from })
    }

    /// A value that cannot be placed.
    pub(super) fn floating(value: impl Into<String>) -> Option<Self> {
        Some(Self { period: None, value: value.into(), range: None, from: From::Words })
    }
}

/// The place of a point in time; `None` where the calendar has no such day.
pub(super) fn place(m: &Meaning, s: &Setting) -> Option<Place> {
    if m.flag == Some(Flag::Impossible) || m.zone.is_some_and(|z| !ZONES.contains(&z)) {
        return None;
    }
    if let Some(years) = m.amount.filter(|_| m.flag == Some(Flag::Ancient)) {
        return Place::floating(format!("BC{:04}", years.low.clamp(0.0, 9999.0) as u32));
    }
    if let Some(way) = m.way {
        return offset(m, s, way);
    }
    if let Some(packed) = m.holiday {
        return holiday(m, s, packed);
    }
    if let Some(days) = m.deictic {
        return match s.now {
            Some(now) => Place::at(Period::Day(now).shift(days as i64)?, From::Now),
            None => Place::floating("XXXX-XX-XX"),
        };
    }
    if let (Some(Unit::Century), Some(n)) = (m.unit, m.ordinal) {
        return Place::at(
            Period::Century(i16::try_from(n.checked_sub(1)?.checked_mul(100)?).ok()?.max(1)),
            From::Words,
        );
    }
    if let Some(decade) = m.decade {
        let now = s.now.map_or(2000, |d| d.year() as i32);
        let year = if now - 1900 - decade >= 100 { 2000 + decade } else { 1900 + decade };
        return Place::at(Period::decade_of(i16::try_from(year).ok()?), From::Words);
    }
    if m.flag == Some(Flag::WholeDecade) {
        return Place::at(Period::decade_of(i16::try_from(m.year?).ok()?), From::Words);
    }
    if let (Some(Flag::YearPeriod), Some(year)) = (m.flag, m.year) {
        let year = i16::try_from(year).ok()?;
        return match s.comparable {
            Some(Period::Quarter(_, q)) => Place::at(Period::Quarter(year, q), From::Account),
            _ => Place::at(Period::Year(year), From::Words),
        };
    }
    if m.flag == Some(Flag::NthDay) {
        return Place::floating("XXXX-XX-XX");
    }
    if matches!(m.flag, Some(Flag::TheQuarter | Flag::LatestPeriod)) {
        return the_quarter(s);
    }
    let quarter = m.unit == Some(Unit::Quarter) || m.more_unit == Some(Unit::Quarter);
    match m.unit {
        _ if quarter && m.ordinal.is_some() => part_of_year(m, s, 4, Period::Quarter),
        Some(Unit::Half) => part_of_year(m, s, 2, Period::Half),
        _ if m.season.is_some() => season(m, s),
        Some(unit)
            if m.month.is_none() && m.day.is_none() && m.rel.is_some() && m.weekday.is_none() && m.hour.is_none() =>
        {
            nth_unit(m, s, unit)
        }
        Some(Unit::Week) => week_of_month(m, calendar(m, s)?),
        _ => calendar(m, s),
    }
}

/// What `rel` counts from and how far.
pub(super) fn base(rel: Rel, s: &Setting) -> (Option<Period>, i64, From) {
    let now = s.now.map(Period::Day);
    match rel {
        Rel::This => (now, 0, From::Now),
        Rel::Last => (now, -1, From::Now),
        Rel::Next => (now, 1, From::Now),
        Rel::Previous if s.story.is_some() => (s.story, -1, From::Story),
        Rel::Following if s.story.is_some() => (s.story, 1, From::Story),
        Rel::Same if s.story.is_some() => (s.story, 0, From::Story),
        Rel::Previous => (now, -1, From::Now),
        Rel::Following => (now, 1, From::Now),
        Rel::Same => (now, 0, From::Now),
    }
}

/// The period of kind `unit` in which `base` begins; `None` if base is coarser.
pub(super) fn widen(base: Period, unit: Unit) -> Option<Period> {
    let (first, last) = base.ends()?;
    let wide = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => Period::Day(first),
        Unit::Week | Unit::Fortnight => Period::week_of(first)?,
        Unit::Weekend => Period::weekend_of(first)?,
        Unit::Month => Period::Month(first.year(), first.month()),
        Unit::Quarter => Period::quarter_of(first),
        Unit::Half => Period::Half(first.year(), if first.month() <= 6 { 1 } else { 2 }),
        Unit::Season => season_of(first),
        Unit::Year => Period::Year(first.year()),
        Unit::Decade => Period::decade_of(first.year()),
        Unit::Century => Period::Century(first.year() - first.year().rem_euclid(100)),
    };
    // A winter belongs to the year in which it begins.
    (wide.ends()?.1 >= last || unit == Unit::Year && matches!(base, Period::Season(..))).then_some(wide)
}

fn season_of(d: Date) -> Period {
    match d.month() {
        1 | 2 => Period::Season(d.year() - 1, Season::Winter),
        3..=5 => Period::Season(d.year(), Season::Spring),
        6..=8 => Period::Season(d.year(), Season::Summer),
        9..=11 => Period::Season(d.year(), Season::Autumn),
        _ => Period::Season(d.year(), Season::Winter),
    }
}

/// What a unit looks like in a value that cannot be placed.
fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Year | Unit::Season => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        _ => "XXXX-XX-XX",
    }
}

/// "last year", "the following week", "this quarter".
fn nth_unit(m: &Meaning, s: &Setting, unit: Unit) -> Option<Place> {
    let (base, n, from) = match (base(m.rel?, s), s.quarter) {
        // "The previous quarter" is the one before that of which an account speaks.
        ((_, n, _), Some(quarter)) if unit == Unit::Quarter && matches!(m.rel?, Rel::Previous | Rel::Following) => {
            (Some(quarter), n, From::Account)
        }
        (told, _) => told,
    };
    let now = s.now.map(Period::Day);
    let Some((base, from)) = base.map(|b| (b, from)).or(now.map(|n| (n, From::Now))) else {
        return Place::floating(unknown(unit));
    };
    let n = match (unit, widen(base, unit).and_then(Period::ends)) {
        // "the weekend" is the one just gone, unless the words look ahead.
        (Unit::Weekend, Some((first, _))) if n == 0 && !s.heading.is_future() && s.now.is_some_and(|d| d < first) => -1,
        _ => n,
    };
    match widen(base, unit).and_then(|b| b.shift(n)) {
        Some(period) => Place::at(period, from),
        None => match now.and_then(|now| widen(now, unit)).and_then(|b| b.shift(n)) {
            Some(period) => Place::at(period, From::Now),
            None => Place::floating(unknown(unit)),
        },
    }
}

fn shift_amount(base: Period, amount: f32, unit: Unit, sign: i64) -> Option<Period> {
    if amount.is_nan() || amount.abs() > 4e6 {
        return None;
    }
    let n = amount.round() as i64 * sign;
    let year = |base: Period, years: i64| widen(base, Unit::Year)?.shift(years);
    let whole = amount.fract() == 0.0;
    match unit {
        Unit::Second | Unit::Minute => widen(base, Unit::Day),
        Unit::Hour => widen(base, Unit::Day)?.shift((amount as i64 / 24) * sign),
        Unit::Fortnight => widen(base, Unit::Week)?.shift(2 * n),
        Unit::Decade => year(base, 10 * n),
        Unit::Century => year(base, 100 * n),
        Unit::Year if !whole => widen(base, Unit::Month)?.shift((amount * 12.0).round() as i64 * sign),
        Unit::Night => widen(base, Unit::Day)?.shift(n),
        _ => widen(base, unit)?.shift(n),
    }
}

/// "two days ago", "three years later".
fn offset(m: &Meaning, s: &Setting, way: Way) -> Option<Place> {
    let sign = if matches!(way, Way::Ago | Way::Earlier) { -1 } else { 1 };
    let now = s.now.map(Period::Day);
    let (mut base, mut from) = match way {
        Way::Ago | Way::Hence => (now, From::Now),
        Way::Earlier | Way::Later => (s.story.or(now), if s.story.is_some() { From::Story } else { From::Now }),
    };
    let unit = m.unit.unwrap_or(Unit::Year);
    let amount = m.amount.unwrap_or(Amount::exact(1.0));
    if unit == Unit::Year && amount == Amount::exact(1.0) && m.more.is_none() {
        // In accounts "a year earlier" is the quarter of which they speak, a year before.
        let back = |p: Period| p.shift(if matches!(p, Period::Quarter(..)) { -4 } else { -12 });
        if let Some(period) = s.comparable.and_then(back).filter(|_| sign < 0) {
            return Place::at(period, From::Account);
        }
    }
    if unit == Unit::Month
        && amount == Amount::exact(1.0)
        && sign < 0
        && let Some(period) = s.month.and_then(|month| month.shift(-1))
    {
        return Place::at(period, From::Account);
    }
    if base.is_some_and(|b| widen(b, unit).is_none()) {
        // "In late May ... a day later": from the last day told, not from the month.
        let later = matches!(way, Way::Earlier | Way::Later);
        let inside = |day: &Date| base.and_then(Period::ends).is_some_and(|(a, b)| a <= *day && *day <= b);
        (base, from) = match s.day.filter(|day| later && (inside(day) || s.heading != Heading::Past)) {
            Some(day) => (Some(Period::Day(day)), From::StoryDay),
            // "In 2029 ... two weeks later": some days of that year or behind it, none to come.
            None if later && s.heading == Heading::Past && !amount.is_vague() && m.more.is_none() => {
                return within_story(s.spread.or(base?.ends())?, amount.low, unit, sign, s.now);
            }
            None => (now, From::Now),
        };
    }
    // "Two weeks later he was arrested", with no date before it, lies somewhere in the past.
    if from == From::Now && way == Way::Later && s.heading == Heading::Past {
        return Place::floating(unknown(unit));
    }
    let Some(base) = base else { return Place::floating(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }) };
    if amount.is_vague() || (m.more.is_some() && m.more_unit.is_none()) {
        let high = m.more.map_or(amount.high, |more| more.high);
        let near = shift_amount(base, amount.low, unit, sign)?.range()?;
        let far = shift_amount(base, high, unit, sign)?.range()?;
        let (first, last) = if sign < 0 { (far.earliest, near.latest) } else { (near.earliest, far.latest) };
        let mut range = DayRange::between(first?, last?);
        if sign < 0 {
            // "A few years ago" does not reach into the present.
            range.latest = range.latest.min(s.now);
            range = DayRange::between(range.earliest?, range.latest?);
        }
        let value = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Some(Place { period: None, value: value.to_owned(), range: Some(range), from });
    }
    let mut period = shift_amount(base, amount.low, unit, sign)?;
    if let (Some(more), Some(unit)) = (m.more, m.more_unit) {
        let fine = shift_amount(base, amount.low, Unit::Month, 0)?;
        let years = amount.low.round() as i64 * if m.unit == Some(Unit::Year) { 12 } else { 1 };
        period = match unit {
            Unit::Month => fine.shift(sign * years)?.shift(sign * more.low.round() as i64)?,
            _ => shift_amount(period, more.low, unit, sign).unwrap_or(period),
        };
    }
    Place::at(period, from)
}

/// A length of time from a day of a long period that is not told: no further than today.
fn within_story((first, last): (Date, Date), amount: f32, unit: Unit, sign: i64, now: Option<Date>) -> Option<Place> {
    // Weeks from a day that is not told are counted in days.
    let (n, fine) = match unit {
        Unit::Week => (amount * 7.0, Unit::Day),
        Unit::Fortnight => (amount * 14.0, Unit::Day),
        _ => (amount, unit),
    };
    let on = |day: Date| shift_amount(Period::Day(day), n, fine, sign)?.range();
    let (first, last) = (on(first)?.earliest?, on(last)?.latest?);
    let last = now.map_or(last, |now| last.min(now).max(first));
    let range = Some(DayRange::between(first, last));
    Some(Place { period: None, value: unknown(unit).to_owned(), range, from: From::Story })
}
