//! Holidays that move.

use crate::dates::Date;
use jiff::civil::Weekday;

/// The day of a holiday in a year. Packed in one number: month × 100 + day for a fixed one;
/// n × 10000 + month × 100 + weekday (Monday 1) for the n-th weekday of a month, n = 5 for the last;
/// 90500 ± days for one that goes with Easter Sunday.
pub(super) fn day(packed: i32, year: i16) -> Option<Date> {
    let (n, month, last) = (packed / 10_000, (packed / 100 % 100) as i8, packed % 100);
    match n {
        0 => Date::new(year, month, last as i8).ok(),
        9 => easter(year)?.checked_add(jiff::Span::new().days(packed - 90_500)).ok(),
        _ => {
            let weekday = Weekday::from_monday_one_offset(last as i8).ok()?;
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(if n == 5 { -1 } else { n as i8 }, weekday).ok()
        }
    }
}

/// Western Easter Sunday (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = year as i32;
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn days() {
        let check = |packed, year, day: &str| assert_eq!(super::day(packed, year).unwrap().to_string(), day);
        check(1225, 2019, "2019-12-25");
        check(41104, 2019, "2019-11-28");
        check(50501, 2020, "2020-05-25");
        check(90_500, 2018, "2018-04-01");
        check(90_498, 2024, "2024-03-29");
    }
}
