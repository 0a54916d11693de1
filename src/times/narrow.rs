//! What "early", "more than", a clock time or a publication date that is itself a range make of a place.

use super::Timex;
use super::meaning::{Amount, Flag, Meaning, Modifier, Way};
use super::point::Place;
use crate::articles::Published;
use crate::dates::{Date, DayRange, Period};
use crate::english::times::Reading;
use jiff::ToSpan;

/// "More than two years ago" may be up to three, "nearly two years ago" a little over one.
pub(super) fn at_most(
    m: &Meaning,
    modifier: Option<Modifier>,
    now: Option<Date>,
    mut found: Place,
    read: &dyn Fn(&Meaning) -> Option<Place>,
) -> Place {
    let (Some(way), Some(amount)) = (m.way, m.amount.filter(|n| !n.is_vague())) else { return found };
    let more = match modifier {
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => 1.0,
        Some(Modifier::LessThan) if amount.low > 1.0 => -1.0,
        _ => return found,
    };
    let other = read(&Meaning { amount: Some(Amount::exact(amount.low + more)), ..m.clone() }).and_then(|p| p.range);
    if let (Some(here), Some(there)) = (&found.range, other)
        && let (Some(a), Some(b)) = (here.earliest.min(there.earliest), here.latest.max(there.latest))
    {
        let b = now.filter(|_| matches!(way, Way::Ago | Way::Earlier)).map_or(b, |now| b.min(now));
        if a <= b {
            found.range = Some(DayRange::between(a, b));
        }
    }
    found
}

/// What two readings allow together.
pub(super) fn hull(a: Option<Place>, b: Option<Place>) -> Option<Place> {
    let (mut a, b) = match (a, b) {
        (Some(a), Some(b)) => (a, b),
        (a, b) => return a.or(b),
    };
    if a.value != b.value || a.range != b.range {
        a.range = match (&a.range, &b.range) {
            (Some(x), Some(y)) => {
                let (earliest, latest) = (x.earliest.min(y.earliest), x.latest.max(y.latest));
                earliest.zip(latest).map(|(e, l)| DayRange::between(e, l))
            }
            _ => None,
        };
        a.value = common(&a.value, &b.value);
        a.period = None;
    }
    Some(a)
}

/// Two values with X where they differ: "2024-12-01", "2024-12-08" → "2024-12-XX".
fn common(a: &str, b: &str) -> String {
    if a.len() != b.len() {
        return a
            .split('-')
            .zip(b.split('-'))
            .take_while(|(x, y)| x == y)
            .map(|(x, _)| x)
            .collect::<Vec<_>>()
            .join("-");
    }
    let parts = a.split('-').zip(b.split('-'));
    let joined: Vec<String> =
        parts.map(|(x, y)| if x == y { x.to_owned() } else { "X".repeat(x.chars().count()) }).collect();
    joined.join("-")
}

/// Time of day in value and EDTF.
pub(super) fn clock(timex: &mut Timex) {
    let m = &timex.meaning;
    if let Some(part) = m.part.filter(|_| m.hour.is_none()) {
        if timex.range.is_none() && !timex.value.starts_with("XXXX") {
            timex.value = "XXXX-XX-XX".to_owned();
        }
        timex.value.push_str(part.code());
        return;
    }
    let Some(hour) = m.hour else { return };
    // "6: 00 p.m." was cut in two.
    if hour == 0 && m.half_day.is_some() {
        return;
    }
    let (mut hour, minute) = if hour > 24 { (hour / 100, Some(hour % 100)) } else { (hour, m.minute) };
    match m.half_day {
        Some(12) if hour < 12 => hour += 12,
        Some(0) if hour == 12 => hour = 0,
        _ => {}
    }
    if hour > 24 || minute.is_some_and(|m| !(0..60).contains(&m)) {
        return;
    }
    let mut time = match minute {
        Some(minute) => format!("T{hour:02}:{minute:02}"),
        None if hour == 24 => "T24:00".to_owned(),
        None => format!("T{hour:02}:00"),
    };
    if let Some(second) = m.second {
        time.push_str(&format!(":{second:02}"));
    }
    timex.value.push_str(&time);
    if let (Some(range), Some(Period::Day(day))) = (&mut timex.range, timex.period) {
        let zone = match m.zone {
            Some(0) => "Z".to_owned(),
            Some(z) => format!("{}{:02}:{:02}", if z < 0 { '-' } else { '+' }, z.abs() / 60, z.abs() % 60),
            None => String::new(),
        };
        let seconds = if m.second.is_some() { "" } else { ":00" };
        if hour < 24 {
            range.edtf = format!("{day}{time}{seconds}{zone}");
        }
    }
}

/// Takes "early", "late", "earlier", "about" into the range.
pub(super) fn narrow(timex: &mut Timex, published: &Published) {
    let Some(range) = &timex.range else { return };
    let (Some(a), Some(b)) = (range.earliest, range.latest) else { return };
    let days = (b - a).get_days();
    let third = |n: i32| a.checked_add(((days + 1) * n / 3).days()).unwrap_or(b);
    let narrowed = match (timex.modifier, timex.meaning.flag) {
        (_, Some(Flag::SoFar)) if timex.meaning.reading == Reading::Point => {
            published.range.latest.filter(|p| a <= *p && *p < b).map(|p| (a, p))
        }
        (_, Some(Flag::Onward)) if timex.meaning.reading == Reading::Point => {
            published.range.earliest.filter(|p| a < *p && *p <= b).map(|p| (p, b))
        }
        (Some(Modifier::Start), _) if days > 1 => Some((a, third(1).yesterday().unwrap_or(b).max(a))),
        (Some(Modifier::Mid), _) if days > 1 => Some((third(1), third(2).yesterday().unwrap_or(b).max(third(1)))),
        (Some(Modifier::End), _) if days > 1 => Some((third(2), b)),
        _ => None,
    };
    if let Some((a, b)) = narrowed {
        timex.range = Some(DayRange::between(a, b));
    } else if timex.modifier == Some(Modifier::Approx) && !range.edtf.contains(['/', 'T', '~']) {
        let mut range = range.clone();
        range.edtf.push('~');
        timex.range = Some(range);
    }
}
