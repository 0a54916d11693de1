//! Moments: a day, a time of day, and perhaps how far it lies from that of Greenwich (ISO 8601).

use super::Date;

/// Hours, minutes and seconds, as far as given, with colons or without; in seconds.
fn sexagesimal(text: &str, most: [i64; 3]) -> Option<i64> {
    let digits: String = match text.contains(':') {
        true if text.split(':').all(|part| part.len() == 2) => text.replace(':', ""),
        true => return None,
        false => text.to_owned(),
    };
    if !matches!(digits.len(), 2 | 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let parts = (digits.as_bytes().chunks(2)).map(|pair| i64::from(pair[0] - b'0') * 10 + i64::from(pair[1] - b'0'));
    // A leap second is told as the one before.
    let part = |(n, most): (i64, i64)| (n <= most).then_some(n.min(59));
    let parts: Vec<i64> = parts.zip(most).map(part).collect::<Option<_>>()?;
    Some(parts.iter().zip([3600, 60, 1]).map(|(n, unit)| n * unit).sum())
}

/// A time of day in seconds, and what it is ahead of Greenwich.
fn clock(time: &str) -> Option<(i64, Option<i64>)> {
    let (time, zone) = time.split_at(time.find(['Z', 'z', '+', '-']).unwrap_or(time.len()));
    let (whole, fraction) = time.split_once(['.', ',']).map_or((time, None), |(whole, f)| (whole, Some(f)));
    let told = |f: &str| whole.len() >= 6 && (1..=9).contains(&f.len()) && f.bytes().all(|b| b.is_ascii_digit());
    let seconds = sexagesimal(whole, [23, 59, 60]).filter(|_| fraction.is_none_or(told))?;
    let offset = match zone.split_at_checked(1) {
        None => None,
        Some(("Z" | "z", "")) => Some(0),
        Some(("+", by)) => Some(sexagesimal(by, [25, 59, 59])?),
        Some(("-", by)) => Some(-sexagesimal(by, [25, 59, 59])?),
        Some(_) => return None,
    };
    Some((seconds, offset))
}

/// True for a time of day, with or without an offset.
pub(super) fn is_clock(time: &str) -> bool {
    clock(time).is_some()
}

/// Seconds since 1970 in Greenwich, of a day with a time and an offset.
pub fn instant(iso: &str) -> Option<i64> {
    let (day, time) = iso.split_once('T')?;
    let mut parts = day.split('-').map(str::parse::<i16>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let (seconds, offset) = clock(time)?;
    Some(day.number() * 86_400 + seconds - offset?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_others_read_it() {
        let times = "07 0708 070809 07:08 07:08:09 7:08 07:8 07:08:9 24:00 23:60 23:59:60 07:08:09.5 07:08:09,123 07:08.5 \
            07:08:09. 07: :08 x 07:08:09.1234567891 12:0030";
        for time in times.split(' ').chain([""]) {
            for zone in ["", "Z", "z", "+03:00", "-0330", "+03", "+3", "+26:00", "-25:59", "+03:60", "Zulu", "+", "±1"]
            {
                let iso = format!("2024-12-09T{time}{zone}");
                let theirs = iso.parse::<jiff::Timestamp>().ok();
                assert_eq!(instant(&iso), theirs.map(|t| t.as_second()), "{iso}");
                let moment = theirs.is_some() || iso.parse::<jiff::civil::DateTime>().is_ok();
                assert_eq!(is_clock(&format!("{time}{zone}")), moment, "{iso}");
            }
        }
    }
}
