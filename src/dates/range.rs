//! What is known of a day: the earliest and the latest that it can be.

use super::Date;

/// An interval of days, either end open (`None`) if unknown, with its EDTF form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayRange {
    /// First possible day.
    pub earliest: Option<Date>,
    /// Last possible day.
    pub latest: Option<Date>,
    /// EDTF level 1 or 2, such as `2024-12-09~`, `2024-12`, `2024-12-08/2024-12-14`;
    /// may carry a time of day (`2024-12-09T07:08:00Z`).
    pub edtf: String,
}

impl DayRange {
    /// One day, known exactly.
    pub fn day(d: Date) -> Self {
        Self { earliest: Some(d), latest: Some(d), edtf: d.to_string() }
    }

    /// From one day on.
    pub fn since(d: Date) -> Self {
        Self { earliest: Some(d), latest: None, edtf: format!("{d}/..") }
    }

    /// From one day to another, both included.
    pub fn between(a: Date, b: Date) -> Self {
        if a == b {
            return Self::day(a);
        }
        Self { earliest: Some(a), latest: Some(b), edtf: format!("{a}/{b}") }
    }

    /// True if some day could be in both ranges.
    pub fn meets(&self, other: &Self) -> bool {
        let before = |a: Option<Date>, b: Option<Date>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.latest, other.earliest) && !before(other.latest, self.earliest)
    }

    /// The days in both, `None` where there is none.
    pub fn meet(&self, other: &Self) -> Option<Self> {
        if !self.meets(other) {
            return None;
        }
        let earliest = self.earliest.max(other.earliest);
        let latest = match (self.latest, other.latest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if earliest == self.earliest && latest == self.latest {
            return Some(self.clone());
        }
        if earliest == other.earliest && latest == other.latest {
            return Some(other.clone());
        }
        let show = |d: Option<Date>| d.map_or("..".to_owned(), |d| d.to_string());
        let edtf = if earliest == latest { show(earliest) } else { format!("{}/{}", show(earliest), show(latest)) };
        Some(Self { earliest, latest, edtf })
    }

    /// Number of days, both ends counted; `None` if an end is open.
    pub fn days(&self) -> Option<i32> {
        Some((self.latest? - self.earliest?).get_days() + 1)
    }
}

impl DayRange {
    /// A range from an ISO 8601 year, month, day or date-time; `None` if it is none of them.
    /// A date-time keeps its time in `edtf`, its day in the range.
    pub fn parse(iso: &str) -> Option<Self> {
        let iso = iso.trim();
        let (day, time) = match iso.split_once(['T', ' ']) {
            Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => (day, Some(time)),
            Some(_) => return None,
            None => (iso, None),
        };
        let number = |s: &str, n: usize| (s.len() == n).then(|| s.parse::<u16>().ok()).flatten();
        let mut parts = day.split('-');
        let year = number(parts.next()?, 4)? as i16;
        let month = parts.next().map(|m| number(m, 2).ok_or(())).transpose().ok()?;
        let date = parts.next().map(|d| number(d, 2).ok_or(())).transpose().ok()?;
        if parts.next().is_some() || (time.is_some() && (date.is_none() || !is_moment(iso))) {
            return None;
        }
        let first = Date::new(year, month.unwrap_or(1) as i8, date.unwrap_or(1) as i8).ok()?;
        let last = match (month, date) {
            (None, _) => first.last_of_year(),
            (_, None) => first.last_of_month(),
            _ => first,
        };
        let edtf = if time.is_some() { iso.replacen(' ', "T", 1) } else { day.to_owned() };
        Some(Self { earliest: Some(first), latest: Some(last), edtf })
    }
}

/// True for a day with a time of day, with or without an offset.
fn is_moment(iso: &str) -> bool {
    iso.parse::<jiff::Timestamp>().is_ok() || iso.parse::<jiff::civil::DateTime>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates() {
        for (iso, edtf) in [
            ("2024", Some("2024")),
            ("2024-12", Some("2024-12")),
            (" 2024-12-09 ", Some("2024-12-09")),
            ("2024-12-09T07:08:00Z", Some("2024-12-09T07:08:00Z")),
            ("2024-12-09 07:08:00+03:00", Some("2024-12-09T07:08:00+03:00")),
            ("2024-12-09T07:08", Some("2024-12-09T07:08")),
            ("2024-12-09T99:99:99Z", None),
            ("2024-12-09T10:00:00+99:00", None),
            ("2024-13-01", None),
            ("2024-02-30", None),
            ("2024-12T07:08", None),
            ("-5", None),
            ("99/99/9999", None),
            ("", None),
        ] {
            assert_eq!(DayRange::parse(iso).map(|r| r.edtf).as_deref(), edtf, "{iso:?}");
        }
    }
}
