//! What day or period an expression means, given the day of publication and the story so far.

use super::holidays;
use super::meaning::{Amount, Meaning, Rel, Unit, Way};
use crate::dates::{Date, DayRange, Period, Season};
use jiff::ToSpan;

/// Where the words around an expression point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Past,
    Future,
    /// A past verb whose aim lies ahead: "agreed to sell".
    Intended,
    Unknown,
}

/// What an expression is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// Publication day.
    pub(super) now: Option<Date>,
    /// The date that the story stands at.
    pub(super) story: Option<Period>,
    /// The quarter that the story is about.
    pub(super) quarter: Option<Period>,
    /// The quarter with which "a year ago" compares.
    pub(super) comparable: Option<Period>,
    pub(super) heading: Heading,
}

/// From what a result was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Words,
    Now,
    Story,
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
    fn at(period: Period, from: From) -> Option<Self> {
        Some(Self { period: Some(period), value: period.value(), range: Some(period.range()?), from })
    }

    /// A value that cannot be placed.
    fn floating(value: impl Into<String>) -> Option<Self> {
        Some(Self { period: None, value: value.into(), range: None, from: From::Words })
    }
}

/// Two-digit years: 70 to 99 are 1900s, the rest 2000s.
fn full_year(m: &Meaning, year: i32) -> i32 {
    match (m.short_year, year) {
        (true, 0..=69) => 2000 + year,
        (true, 70..=99) => 1900 + year,
        _ => year,
    }
}

/// The place of a point in time; `None` where the calendar has no such day.
pub(super) fn place(m: &Meaning, s: &Setting) -> Option<Place> {
    if m.flag == Some(9) {
        return None;
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
    if m.flag == Some(10) {
        return Place::at(Period::decade_of(i16::try_from(m.year?).ok()?), From::Words);
    }
    if let (Some(14), Some(year)) = (m.flag, m.year) {
        let year = i16::try_from(year).ok()?;
        return match s.comparable {
            Some(Period::Quarter(_, q)) => Place::at(Period::Quarter(year, q), From::Story),
            _ => Place::at(Period::Year(year), From::Words),
        };
    }
    if m.flag == Some(15) {
        return Place::floating("XXXX-XX-XX");
    }
    if m.flag == Some(12) || m.flag == Some(13) {
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
        _ => calendar(m, s),
    }
}

/// What `rel` counts from and how far.
fn base(rel: Rel, s: &Setting) -> (Option<Period>, i64, From) {
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
fn widen(base: Period, unit: Unit) -> Option<Period> {
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
    (wide.ends()?.1 >= last).then_some(wide)
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
    let (base, n, from) = base(m.rel?, s);
    let now = s.now.map(Period::Day);
    let Some((base, from)) = base.map(|b| (b, from)).or(now.map(|n| (n, From::Now))) else {
        return Place::floating(unknown(unit));
    };
    let n = match (unit, widen(base, unit).and_then(Period::ends)) {
        // "the weekend" is the one just gone, unless the words look ahead.
        (Unit::Weekend, Some((first, _)))
            if n == 0 && s.heading != Heading::Future && s.now.is_some_and(|d| d < first) =>
        {
            -1
        }
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
        if let Some(period) = s.comparable.and_then(|q| q.shift(-4)).filter(|_| sign < 0) {
            return Place::at(period, From::Story);
        }
    }
    if base.is_some_and(|b| widen(b, unit).is_none()) {
        (base, from) = (now, From::Now);
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

/// The year nearest to publication that the heading allows; `day` gives the date in a year.
fn choose_year(s: &Setting, now: Date, day: impl Fn(i16) -> Option<Date>) -> Option<i16> {
    let candidates = (-1..=1).filter_map(|n| day(now.year() + n));
    let distance = |d: Date| (d - now).get_days();
    candidates
        .min_by_key(|d| {
            let away = distance(*d);
            // A date a little on the wrong side is nearer than one a year away on the right one.
            let weight = match s.heading {
                Heading::Past if away > 45 => 20,
                Heading::Past if away > 0 => 3,
                Heading::Unknown if away > 30 => 6,
                Heading::Intended if away > 0 => 2,
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

fn holiday(m: &Meaning, s: &Setting, packed: i32) -> Option<Place> {
    if let Some((year, from)) = told_year(m, s) {
        return Place::at(Period::Day(holidays::day(packed, year)?), from);
    }
    let Some(now) = s.now else {
        return Place::floating("XXXX-XX-XX");
    };
    let year = choose_year(s, now, |y| holidays::day(packed, y))?;
    Place::at(Period::Day(holidays::day(packed, year)?), From::YearByNow)
}

/// "the quarter": the one that the story is about, else the last that is over.
fn the_quarter(s: &Setting) -> Option<Place> {
    match (s.quarter, s.now) {
        (Some(quarter), _) => Place::at(quarter, From::Story),
        (None, Some(now)) => Place::at(Period::quarter_of(now).shift(-1)?, From::Now),
        _ => Place::floating("XXXX-QX"),
    }
}

/// Quarters and halves.
fn part_of_year(m: &Meaning, s: &Setting, parts: i32, make: fn(i16, i8) -> Period) -> Option<Place> {
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
        Heading::Future if long_over(now.year()) => now.year() + 1,
        Heading::Future if !begun(now.year()) && parts > 2 && n > 1 => now.year(),
        _ if begun(now.year()) => now.year(),
        _ => now.year() - 1,
    };
    Place::at(make(year, n), From::YearByNow)
}

fn season(m: &Meaning, s: &Setting) -> Option<Place> {
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
            Heading::Future if last < now => now.year() + 1,
            Heading::Past if first > now => now.year() - 1,
            _ => now.year(),
        },
    };
    Place::at(Period::Season(year, season), From::Now)
}

/// Year, month, day and weekday, as far as they are told.
fn calendar(m: &Meaning, s: &Setting) -> Option<Place> {
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
        return match told {
            Some((year, from)) => years(m, year, from),
            None => clock_only(m, s),
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
    let of_story = s.story.filter(|_| s.heading != Heading::Future).and_then(|p| widen(p, Unit::Year));
    if let Some(Period::Year(story)) = of_story.filter(|y| matches!(y, Period::Year(y) if y + 1 < now.year())) {
        return Place::at(in_year(story)?, From::YearByStory).map(|p| with_last_day(m, p));
    }
    let probe = m.day.unwrap_or(15).clamp(1, 28) as i8;
    let year =
        choose_year(s, now, |y| Date::new(y, month, if m.day.is_some() { probe } else { now.day().min(28) }).ok())?;
    Place::at(in_year(year)?, From::YearByNow).map(|p| with_last_day(m, p))
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

/// A clock time or part of the day alone: of the day that the story stands at.
fn clock_only(m: &Meaning, s: &Setting) -> Option<Place> {
    if m.hour.is_none() && m.part.is_none() {
        return None;
    }
    match (s.story, s.now) {
        (Some(Period::Day(d)), _) => Place::at(Period::Day(d), From::Story),
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
        _ if s.heading == Heading::Future => (7 - back) % 7,
        _ => -back,
    };
    Place::at(Period::Day(base.checked_add((days as i64).days()).ok()?), from)
}
