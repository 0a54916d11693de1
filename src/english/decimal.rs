//! Numbers in figures, with a point before the tenths.

/// The value of "12", "-0.5", "12.50": exact up to fifteen figures, and as near as nobody needs beyond. The standard
/// library's is exact for any, by ten kilobytes of tables.
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, figures) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let (mut value, mut power) = (0u64, 0);
    for (figure, tenths) in whole.bytes().map(|b| (b, 0)).chain(part.bytes().map(|b| (b, -1))) {
        let figure = figure.checked_sub(b'0').filter(|&n| n <= 9)?;
        match value.checked_mul(10).and_then(|v| v.checked_add(figure.into())) {
            Some(v) => (value, power) = (v, power + tenths),
            None => power += 1 + tenths,
        }
    }
    // Powers of ten are exact up to 10^22.
    let value = if power < 0 { value as f64 / 10f64.powi(-power) } else { value as f64 * 10f64.powi(power) };
    (!whole.is_empty() || !part.is_empty()).then_some(sign * value)
}

/// The shortest figures that are nearest to this number and to no other: "2.5".
pub fn figures(n: f32) -> String {
    let tens = |places: usize| 10f64.powi(places as i32);
    let scaled = |places: usize| (f64::from(n.abs()) * tens(places)).round();
    let places = (0..15).find(|&p| (scaled(p) / tens(p)) as f32 == n.abs()).unwrap_or(15);
    let (all, unit) = (scaled(places) as u64, tens(places) as u64);
    let sign = if n < 0.0 { "-" } else { "" };
    match places {
        0 => format!("{sign}{all}"),
        _ => format!("{sign}{}.{:0places$}", all / unit, all % unit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_reads_and_writes() {
        let one = ["0", "7", "12", "-3", "0.5", "12.50", ".5", "5.", "-0.125", "1234567.89", "0.3333333", "1e5", "inf"];
        let other =
            ["", ".", "-", "--1", "1.2.3", "x", "1x", "999999999999999", "0.1", "2.38", "7.1", "100000000000000000000"];
        for text in one.into_iter().chain(other) {
            let theirs = text.parse::<f64>().ok().filter(|_| !text.contains(['e', 'i']));
            assert_eq!(decimal(text), theirs, "{text}");
        }
        for n in (0..20_000).map(|n| n as f32).flat_map(|n| [n, n / 2.0, n / 100.0, n / 7.0, n / 4096.0, n * 1024.0]) {
            assert_eq!(figures(n), n.to_string());
            assert_eq!(figures(n).parse(), Ok(n));
        }
    }
}
