//! Values of lengths of time and of repetitions.

use super::meaning::{Amount, Flag, Meaning, Unit};
use crate::dates::Season;
use crate::english::figures;

/// Designator after ISO 8601: date or time part, factor, letter.
fn designator(unit: Unit) -> (&'static str, f32, char) {
    match unit {
        Unit::Second => ("PT", 1.0, 'S'),
        Unit::Minute => ("PT", 1.0, 'M'),
        Unit::Hour => ("PT", 1.0, 'H'),
        Unit::Day | Unit::Night => ("P", 1.0, 'D'),
        Unit::Weekend => ("P", 1.0, 'D'),
        Unit::Week => ("P", 1.0, 'W'),
        Unit::Fortnight => ("P", 2.0, 'W'),
        Unit::Month => ("P", 1.0, 'M'),
        Unit::Quarter => ("P", 1.0, 'Q'),
        Unit::Half => ("P", 6.0, 'M'),
        Unit::Season => ("P", 3.0, 'M'),
        Unit::Year => ("P", 1.0, 'Y'),
        Unit::Decade => ("P", 10.0, 'Y'),
        Unit::Century => ("P", 100.0, 'Y'),
    }
}

/// The smaller unit that takes up a fraction, and how many make one.
fn smaller(letter: char, prefix: &str) -> Option<(&'static str, f32, char)> {
    Some(match (prefix, letter) {
        ("P", 'Y') => ("", 12.0, 'M'),
        ("P", 'D') => ("T", 24.0, 'H'),
        ("PT", 'H') => ("", 60.0, 'M'),
        ("PT", 'M') => ("", 60.0, 'S'),
        _ => return None,
    })
}

/// One amount of one unit, without the leading `P`/`PT` if `bare`.
fn amount_of(amount: Amount, unit: Unit) -> String {
    let (prefix, factor, letter) = designator(unit);
    let n = amount.low * factor;
    let whole = n.trunc();
    let rest = n - whole;
    match smaller(letter, prefix) {
        Some((t, per, small)) if rest > 0.0 => {
            let part = (rest * per).round();
            if whole == 0.0 {
                format!("{prefix}{t}{}{small}", figures(part))
            } else {
                format!("{prefix}{}{letter}{t}{}{small}", figures(whole), figures(part))
            }
        }
        _ if rest > 0.0 => format!("{prefix}{}{letter}", figures(n)),
        _ => format!("{prefix}{}{letter}", figures(whole)),
    }
}

/// True for more than anyone counts.
pub(super) fn is_endless(amount: Amount) -> bool {
    amount.low > 1e9
}

/// The value of a length of time.
pub(super) fn length(m: &Meaning) -> String {
    let unit = m.unit.unwrap_or(Unit::Day);
    let (prefix, factor, letter) = designator(unit);
    let Some(mut amount) = m.amount.filter(|a| !a.is_vague() && !is_endless(*a)) else {
        // Tens of years are still counted in decades where the number is not told.
        let letter = match unit {
            Unit::Decade => "DE".to_owned(),
            Unit::Century => "CE".to_owned(),
            _ if factor == 1.0 => letter.to_string(),
            _ => letter.to_string(),
        };
        return format!("{prefix}X{letter}");
    };
    if m.flag == Some(Flag::AndHalf) {
        amount = Amount::exact(amount.low + 0.5);
    }
    let mut value = amount_of(amount, unit);
    if let (Some(more), Some(smaller)) = (m.more, m.more_unit) {
        let (more_prefix, ..) = designator(smaller);
        let tail = amount_of(more, smaller);
        let tail = tail.trim_start_matches("PT").trim_start_matches('P');
        if prefix == "P" && more_prefix == "PT" {
            value.push('T');
        }
        value.push_str(tail);
    }
    value
}

/// The value of a repetition.
pub(super) fn repeated(m: &Meaning) -> String {
    if let Some(weekday) = m.weekday {
        return format!("XXXX-WXX-{weekday}{}", m.part.map_or("", |p| p.code()));
    }
    if let Some(month) = m.month {
        return format!("XXXX-{month:02}");
    }
    if let Some(season) = m.season {
        return format!("XXXX-{}", Season::code(season));
    }
    if let Some(every) = m.every {
        return match every {
            Unit::Hour => "PT1H",
            Unit::Day => "XXXX-XX-XX",
            Unit::Night => "XXXX-XX-XXTNI",
            Unit::Week => "XXXX-WXX",
            Unit::Fortnight => "P2W",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            _ => "XXXX",
        }
        .to_owned();
    }
    if let (Some(part), None) = (m.part, m.unit) {
        return format!("XXXX-XX-XX{}", part.code());
    }
    length(&Meaning { amount: m.amount.or(Some(Amount::exact(1.0))), ..m.clone() })
}
