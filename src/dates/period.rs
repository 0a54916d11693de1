//! Stretches of the calendar, from a day to a century, and their arithmetic.

use super::{Date, DayRange};
use jiff::ToSpan;

/// A season; winter begins in the year it is named after and ends in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// All, in the order of the year.
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    /// As in TIMEX3 values.
    pub fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }
}

/// A stretch of the calendar. Weeks begin on Monday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One day.
    Day(Date),
    /// The week of this Monday.
    Week(Date),
    /// The weekend of the week of this Monday.
    Weekend(Date),
    /// Year and month.
    Month(i16, i8),
    /// Year and quarter, 1 to 4.
    Quarter(i16, i8),
    /// Year and half, 1 or 2.
    Half(i16, i8),
    /// Year and season.
    Season(i16, Season),
    /// A year.
    Year(i16),
    /// The ten years from this one.
    Decade(i16),
    /// The hundred years from this one.
    Century(i16),
}

/// The Monday of a day's week.
fn monday(d: Date) -> Option<Date> {
    d.checked_sub((d.weekday().to_monday_zero_offset() as i64).days()).ok()
}

fn year(y: i64) -> Option<i16> {
    (1..=9999).contains(&y).then_some(y as i16)
}

impl Period {
    /// The week of a day.
    pub fn week_of(d: Date) -> Option<Self> {
        Some(Period::Week(monday(d)?))
    }

    /// The weekend that ends the week of a day.
    pub fn weekend_of(d: Date) -> Option<Self> {
        Some(Period::Weekend(monday(d)?))
    }

    /// The quarter of a day.
    pub fn quarter_of(d: Date) -> Self {
        Period::Quarter(d.year(), (d.month() + 2) / 3)
    }

    /// The decade of a year.
    pub fn decade_of(y: i16) -> Self {
        Period::Decade(y - y.rem_euclid(10))
    }

    /// First and last day; `None` outside the years 1 to 9999.
    pub fn ends(self) -> Option<(Date, Date)> {
        let first = |y: i16, m: i8| Date::new(y, m, 1).ok().filter(|_| y >= 1);
        let months = |y: i16, m: i8, n: i64| {
            let a = first(y, m)?;
            let b = a.checked_add((n - 1).months()).ok()?.last_of_month();
            Some((a, b))
        };
        match self {
            Period::Day(d) => Some((d, d)),
            Period::Week(m) => Some((m, m.checked_add(6.days()).ok()?)),
            Period::Weekend(m) => Some((m.checked_add(5.days()).ok()?, m.checked_add(6.days()).ok()?)),
            Period::Month(y, m) => months(y, m, 1),
            Period::Quarter(y, q) => months(y, q * 3 - 2, 3),
            Period::Half(y, h) => months(y, h * 6 - 5, 6),
            Period::Season(y, s) => months(y, 3 + 3 * s as i8, 3),
            Period::Year(y) => months(y, 1, 12),
            Period::Decade(y) => Some((first(y, 1)?, first(y + 9, 1)?.last_of_year())),
            Period::Century(y) => Some((first(y, 1)?, first(y + 99, 1)?.last_of_year())),
        }
    }

    /// The days in it.
    pub fn range(self) -> Option<DayRange> {
        let (a, b) = self.ends()?;
        let edtf = match self {
            Period::Month(..) | Period::Year(_) => self.value(),
            Period::Season(y, s) => format!("{y:04}-{}", 21 + s as u8),
            Period::Decade(y) => format!("{:03}X", y / 10),
            Period::Century(y) => format!("{:02}XX", y / 100),
            _ => return Some(DayRange::between(a, b)),
        };
        Some(DayRange { earliest: Some(a), latest: Some(b), edtf })
    }

    /// The period of the same kind `n` further on; `None` where the calendar ends.
    pub fn shift(self, n: i64) -> Option<Self> {
        let by = |y: i16, part: i8, parts: i64| {
            let at = (y as i64).checked_mul(parts)?.checked_add(part as i64 - 1)?.checked_add(n)?;
            Some((year(at.div_euclid(parts))?, at.rem_euclid(parts) as i8 + 1))
        };
        let days = |d: Date, each: i64| {
            let span = jiff::Span::new().try_days(n.checked_mul(each)?).ok()?;
            d.checked_add(span).ok().filter(|d| d.year() >= 1)
        };
        Some(match self {
            Period::Day(d) => Period::Day(days(d, 1)?),
            Period::Week(m) => Period::Week(days(m, 7)?),
            Period::Weekend(m) => Period::Weekend(days(m, 7)?),
            Period::Month(y, m) => by(y, m, 12).map(|(y, m)| Period::Month(y, m))?,
            Period::Quarter(y, q) => by(y, q, 4).map(|(y, q)| Period::Quarter(y, q))?,
            Period::Half(y, h) => by(y, h, 2).map(|(y, h)| Period::Half(y, h))?,
            Period::Season(y, s) => {
                by(y, s as i8 + 1, 4).map(|(y, s)| Period::Season(y, Season::ALL[s as usize - 1]))?
            }
            Period::Year(y) => Period::Year(year((y as i64).checked_add(n)?)?),
            Period::Decade(y) => Period::Decade(year((y as i64).checked_add(n.checked_mul(10)?)?)?),
            Period::Century(y) => Period::Century(year((y as i64).checked_add(n.checked_mul(100)?)?)?),
        })
    }

    /// Its TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Period::Day(d) => d.to_string(),
            Period::Week(m) => {
                let w = m.iso_week_date();
                format!("{:04}-W{:02}", w.year(), w.week())
            }
            Period::Weekend(m) => format!("{}-WE", Period::Week(m).value()),
            Period::Month(y, m) => format!("{y:04}-{m:02}"),
            Period::Quarter(y, q) => format!("{y:04}-Q{q}"),
            Period::Half(y, h) => format!("{y:04}-H{h}"),
            Period::Season(y, s) => format!("{y:04}-{}", s.code()),
            Period::Year(y) => format!("{y:04}"),
            Period::Decade(y) => format!("{:03}", y / 10),
            Period::Century(y) => format!("{:02}", y / 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn values_and_ends() {
        let check = |p: Period, value: &str, ends: &str| {
            assert_eq!(p.value(), value);
            let (a, b) = p.ends().unwrap();
            assert_eq!(format!("{a}/{b}"), ends, "{value}");
        };
        check(Period::Day(date(2020, 2, 29)), "2020-02-29", "2020-02-29/2020-02-29");
        check(Period::week_of(date(2020, 7, 15)).unwrap(), "2020-W29", "2020-07-13/2020-07-19");
        check(Period::weekend_of(date(2020, 7, 15)).unwrap(), "2020-W29-WE", "2020-07-18/2020-07-19");
        check(Period::quarter_of(date(2020, 7, 15)), "2020-Q3", "2020-07-01/2020-09-30");
        check(Period::Season(2020, Season::Winter), "2020-WI", "2020-12-01/2021-02-28");
        check(Period::Half(2020, 2), "2020-H2", "2020-07-01/2020-12-31");
        check(Period::decade_of(1997), "199", "1990-01-01/1999-12-31");
        check(Period::Century(1900), "19", "1900-01-01/1999-12-31");
        check(Period::Month(2020, 1).shift(-1).unwrap(), "2019-12", "2019-12-01/2019-12-31");
        check(Period::Season(2020, Season::Winter).shift(1).unwrap(), "2021-SP", "2021-03-01/2021-05-31");
    }

    #[test]
    fn the_calendar_ends() {
        for p in [Period::Day(date(9999, 12, 31)), Period::Month(9999, 12), Period::Year(9999), Period::Decade(9990)] {
            assert_eq!(p.shift(1), None);
            assert_eq!(p.shift(i64::MAX), None);
            assert_eq!(p.shift(i64::MIN), None);
        }
    }
}
