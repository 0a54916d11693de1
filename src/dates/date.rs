//! Days of the civil calendar (proleptic Gregorian), from year -9999 to 9999, and counting from one to another.

use std::fmt;
use std::ops::Sub;

/// The calendar has no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

/// So many months, or so many days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    months: i64,
    days: i64,
}

/// Numbers as lengths of time: `3.days()`.
#[allow(missing_docs)]
pub trait ToSpan: Into<i64> {
    fn days(self) -> Span {
        Span { days: self.into(), ..Span::default() }
    }
    fn weeks(self) -> Span {
        Span { days: self.into().saturating_mul(7), ..Span::default() }
    }
    fn month(self) -> Span {
        self.months()
    }
    fn months(self) -> Span {
        Span { months: self.into(), ..Span::default() }
    }
    fn year(self) -> Span {
        self.years()
    }
    fn years(self) -> Span {
        Span { months: self.into().saturating_mul(12), ..Span::default() }
    }
}

impl ToSpan for i8 {}
impl ToSpan for i32 {}
impl ToSpan for i64 {}

impl Span {
    /// The days of it.
    pub fn get_days(self) -> i32 {
        self.days as i32
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekday(i8);

impl Weekday {
    /// 1 is Monday, 7 Sunday.
    pub fn from_monday_one_offset(n: i8) -> Result<Self, NoSuchDay> {
        if (1..=7).contains(&n) { Ok(Self(n - 1)) } else { Err(NoSuchDay) }
    }

    /// 1 for Monday, 7 for Sunday.
    pub fn to_monday_one_offset(self) -> i8 {
        self.0 + 1
    }

    /// 0 for Monday, 6 for Sunday.
    pub fn to_monday_zero_offset(self) -> i8 {
        self.0
    }
}

/// Days before each month of a year that begins in March, which puts the leap day last: 153 days in each five months.
fn before(month: i64) -> i64 {
    ((month + 9) % 12 * 153 + 2) / 5
}

impl Date {
    /// A day of the calendar.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NoSuchDay> {
        let fits =
            (-9999..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= length(year, month);
        if fits { Ok(Self { year, month, day }) } else { Err(NoSuchDay) }
    }

    /// A day that every month has.
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        assert!(year >= -9999 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 28);
        Self { year, month, day }
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its month, 1 to 12.
    pub fn month(self) -> i8 {
        self.month
    }

    /// Its day of the month, from 1.
    pub fn day(self) -> i8 {
        self.day
    }

    /// Its day of the year, from 1.
    pub fn day_of_year(self) -> i16 {
        (self.number() - Self { month: 1, day: 1, ..self }.number()) as i16 + 1
    }

    /// Days since 1970-01-01 (after Howard Hinnant, "chrono-compatible low-level date algorithms").
    pub(super) fn number(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + before(month) + i64::from(self.day) - 719_469
    }

    fn of_number(number: i64) -> Result<Self, NoSuchDay> {
        let number = number.checked_add(719_468).ok_or(NoSuchDay)?;
        let (era, day) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let of_era = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (of_era * 365 + of_era / 4 - of_era / 100);
        let month = ((5 * day + 2) / 153 + 2) % 12 + 1;
        let year = era * 400 + of_era + i64::from(month <= 2);
        Self::new(i16::try_from(year).map_err(|_| NoSuchDay)?, month as i8, (day - before(month)) as i8 + 1)
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday((self.number() + 3).rem_euclid(7) as i8)
    }

    /// The year and number of its week; weeks begin on Monday and belong to the year of their Thursday (ISO 8601).
    pub fn iso_week(self) -> (i16, i8) {
        let back = i64::from(self.weekday().0);
        let thursday = Self::of_number(self.number() - back + 3).unwrap_or(self);
        (thursday.year, ((thursday.day_of_year() - 1) / 7) as i8 + 1)
    }

    /// The first day of its month.
    pub fn first_of_month(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The last day of its month.
    pub fn last_of_month(self) -> Self {
        Self { day: length(self.year, self.month), ..self }
    }

    /// The last day of its year.
    pub fn last_of_year(self) -> Self {
        Self { month: 12, day: 31, ..self }
    }

    /// The `n`-th of a day of the week in its month; -1 for the last.
    pub fn nth_weekday_of_month(self, n: i8, weekday: Weekday) -> Result<Self, NoSuchDay> {
        let (first, last) = (self.first_of_month(), self.last_of_month());
        let day = match n {
            1.. => 1 + (weekday.0 - first.weekday().0).rem_euclid(7) + (n.min(6) - 1) * 7,
            _ => last.day - (last.weekday().0 - weekday.0).rem_euclid(7),
        };
        Self::new(self.year, self.month, day)
    }

    /// The day before.
    pub fn yesterday(self) -> Result<Self, NoSuchDay> {
        self.checked_sub(1.days())
    }

    /// So much later; where a month is too short for the day, its last.
    pub fn checked_add(self, span: Span) -> Result<Self, NoSuchDay> {
        if span.months == 0 {
            return Self::of_number(self.number().checked_add(span.days).ok_or(NoSuchDay)?);
        }
        let months = i64::from(self.year) * 12 + i64::from(self.month) - 1;
        let months = months.checked_add(span.months).ok_or(NoSuchDay)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as i8 + 1);
        let year = i16::try_from(year).map_err(|_| NoSuchDay)?;
        Self::new(year, month, self.day.min(length(year, month)))
    }

    /// So much earlier.
    pub fn checked_sub(self, span: Span) -> Result<Self, NoSuchDay> {
        self.checked_add(Span { months: span.months.saturating_neg(), days: span.days.saturating_neg() })
    }
}

/// The days of a month.
fn length(year: i16, month: i8) -> i8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Sub for Date {
    type Output = Span;

    fn sub(self, other: Self) -> Span {
        (self.number() - other.number()).days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        match year {
            0.. => write!(f, "{year:04}-{month:02}-{day:02}"),
            _ => write!(f, "{year:07}-{month:02}-{day:02}"),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Span as Theirs;

    /// Held against another calendar, day by day.
    #[test]
    fn another_calendar_counts_the_same() {
        let mut theirs = jiff::civil::date(-9999, 1, 1);
        let mut n = 0i32;
        while let Ok(next) = theirs.checked_add(Theirs::new().days(if theirs.year() < 1900 { 13 } else { 1 })) {
            let ours = Date::new(theirs.year(), theirs.month(), theirs.day()).unwrap();
            assert_eq!(ours.to_string(), theirs.to_string());
            assert_eq!(ours.weekday().to_monday_one_offset(), theirs.weekday().to_monday_one_offset());
            let week = theirs.iso_week_date();
            assert_eq!(ours.iso_week(), (week.year(), week.week()), "{ours}");
            assert_eq!(ours.day_of_year(), theirs.day_of_year());
            assert_eq!(ours.last_of_month().to_string(), theirs.last_of_month().to_string());
            n = n % 400 + 1;
            let spans = [
                (n.days(), Theirs::new().days(n)),
                ((-n).months(), Theirs::new().months(-n)),
                (n.years(), Theirs::new().years(n)),
            ];
            for (mine, other) in spans {
                let (mine, other) = (ours.checked_add(mine).ok(), theirs.checked_add(other).ok());
                assert_eq!(mine.map(|d| d.to_string()), other.map(|d| d.to_string()), "{ours} and {n}");
            }
            for nth in [-1, 1, 3, 5] {
                let weekday = Weekday::from_monday_one_offset((n % 7 + 1) as i8).unwrap();
                let other = jiff::civil::Weekday::from_monday_one_offset((n % 7 + 1) as i8).unwrap();
                let mine = ours.nth_weekday_of_month(nth, weekday).ok().map(|d| d.to_string());
                assert_eq!(mine, theirs.nth_weekday_of_month(nth, other).ok().map(|d| d.to_string()), "{ours}");
            }
            theirs = next;
        }
        assert!(theirs.year() == 9999);
    }

    #[test]
    fn no_such_day() {
        for (y, m, d) in [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0)] {
            assert_eq!(Date::new(y, m, d), Err(NoSuchDay));
        }
        let last = Date::new(9999, 12, 31).unwrap();
        for span in [1i64.days(), i64::MAX.days(), i64::MAX.months(), i64::MAX.weeks()] {
            assert_eq!(last.checked_add(span), Err(NoSuchDay));
        }
        assert!(last.checked_sub(i64::MIN.years()).is_err());
    }
}
