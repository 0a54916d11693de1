//! Two figures beside each other: whether both can be so, and whether they count alike.

use crate::claims::{Bound, Quantity};
use crate::compare::facts::Fact;
use crate::compare::lexis::{Lexis, Term};
use crate::compare::relate::{Scene, Two};
use crate::dates::DayRange;
use crate::english::compare_say as say;
use crate::text::ArticleIx;

/// Likeness from which two units may be one.
const LIKE: f32 = 0.45;
/// How EDTF begins where the year is unknown, and a year's days as they are reckoned there.
const UNKNOWN: &str = "XXXX-";
const YEAR: i32 = 360;
/// So many times another, a figure is of something else.
const WORLDS: f64 = 20.0;

/// Each side gives a figure that the other lacks.
pub(super) fn other_figures(two: Two<'_>) -> bool {
    figures_apart(two.lexis(), two.of_x(two.x.key), two.of_y(two.y.key))
}

/// Each of two stretches gives a figure that the other lacks, in digits or words, numbers of order too, a part, a day or a month.
pub(in crate::compare) fn figures_apart(lexis: &Lexis<'_>, a: &str, b: &str) -> bool {
    let figures = |words: &str| -> Vec<(u8, String)> {
        // "-12" and "12", "-$5 million" and "$5 million" are two figures.
        let below = |w: &str| {
            let sign = w.trim_start_matches(['(', '“', '"']).strip_prefix(['-', '−']);
            sign.is_some_and(|w| w.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit()))
        };
        let figures = words.split_whitespace().flat_map(|w| {
            let sign = if below(w) { "-" } else { "" };
            let runs = w.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
            runs.map(|n| n.trim_matches(['.', ',']).replace(',', ""))
                .filter(|n| !n.is_empty())
                .map(move |n| format!("{sign}{n}"))
        });
        let spelt = || words.split(|c: char| !c.is_alphabetic());
        // "one" is often no count.
        let told = spelt().filter_map(|w| lexis.number(w)).filter(|&n| n > 1.0);
        let parts = spelt().filter_map(|w| Some((lexis.parts(w)?, w.trim_end_matches('s').to_lowercase())));
        figures.chain(told.map(|n| format!("{n}"))).map(|n| (0, n)).chain(parts).collect()
    };
    let (a, b) = (figures(a), figures(b));
    // "On Tuesday" and "at 19:30 on 21 October" may be one time: each kind is held against its own.
    a.iter().any(|n| !b.contains(n) && b.iter().any(|m| m.0 == n.0 && !a.contains(m)))
}

/// True if some number satisfies both. "About" gives a tenth either way.
pub(in crate::compare) fn compatible(p: &Quantity, q: &Quantity) -> bool {
    let range = |q: &Quantity| match q.bound {
        Bound::Exact => (q.value, q.value),
        Bound::About => (q.value * 0.9, q.value * 1.1),
        Bound::AtLeast => (q.value, f64::INFINITY),
        Bound::AtMost => (0.0, q.value),
    };
    let ((a, b), (c, d)) = (range(p), range(q));
    a.max(c) <= b.min(d) + 1e-9
}

/// True if two figures are not the same, nor one the other rounded.
pub(super) fn apart(p: &Quantity, q: &Quantity) -> bool {
    !compatible(p, q) || !rounds(p, q) && !rounds(q, p)
}

/// True if `round` can be a rounder way to tell `exact`: "about 150" of 163, "nearly five" of 4.8; "at least 27" is not 33.
fn rounds(round: &Quantity, exact: &Quantity) -> bool {
    // The weight of the last figure that is not naught: 10 of 150, 0.1 of 4.8.
    let digit = |v: f64| {
        let whole = |unit: f64| (v / unit - (v / unit).round()).abs() < 1e-6;
        let mut unit = 1.0;
        while unit > 1e-3 && !whole(unit) {
            unit /= 10.0;
        }
        while unit < v && whole(10.0 * unit) {
            unit *= 10.0;
        }
        unit
    };
    let tenth = 0.1 * round.value;
    let slack = if round.bound == Bound::About { tenth } else { tenth.min(digit(round.value) / 2.0) };
    (round.value - exact.value).abs() <= slack + 1e-9
}

/// True if one is so many times the other that they count two things.
pub(super) fn worlds_apart(p: &Quantity, q: &Quantity) -> bool {
    p.value.max(q.value) >= WORLDS * p.value.min(q.value)
}

/// True for two figures that are not the same, not even roughly; "one" is often no count.
pub(super) fn unlike(p: &Quantity, q: &Quantity) -> bool {
    apart(p, q) && p.value != 1.0 && q.value != 1.0
}

/// Each counts the same thing, and not alike: "at least five" and "at least 14" may both be so, but are not the same.
pub(super) fn counts_apart(two: Two<'_>) -> bool {
    let (x, y) = (two.x, two.y);
    let mut pairs = x.quantities.iter().flat_map(|p| y.quantities.iter().map(move |q| (p, q)));
    let exact =
        |q: &Quantity| Quantity { bound: if q.bound == Bound::About { q.bound } else { Bound::Exact }, ..q.clone() };
    pairs.any(|(p, q)| p.unit == q.unit && !compatible(&exact(p), &exact(q)))
}

/// Units of one kind: the same, words for the same, or people by two words of which one says no more than that. Of those by
/// the narrower word there may be fewer, never more.
pub(super) fn counts_alike(lexis: &Lexis<'_>, (u, p): (Term, f64), (v, q): (Term, f64), toll: bool) -> bool {
    let any = (lexis.anybody(u), lexis.anybody(v));
    let people = lexis.person(u) && lexis.person(v);
    let fits = match any {
        (true, true) => true,
        (true, false) => q > p,
        (false, true) => p > q,
        (false, false) => false,
    };
    u == v || !toll && lexis.like(u, v) >= 0.89 || people && (toll || any.0 && any.1) && (fits || p == q)
}

/// The figures of one unit that two statements give, but those that both give.
pub(super) fn counts_of_one<'f>(two: Two<'f>) -> Vec<(&'f Quantity, &'f Quantity)> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let one = |u, v| u == v || lexis.like(u, v) >= LIKE || lexis.person(u) && lexis.person(v);
    let told = |q: &Quantity, other: &Fact| other.quantities.iter().any(|z| z.unit == q.unit && z.value == q.value);
    let mut out = Vec::new();
    for (p, &u) in x.quantities.iter().zip(&x.units).filter(|(p, _)| !told(p, y)) {
        let own = y.quantities.iter().zip(&y.units).filter(|&(q, &v)| one(u, v) && !told(q, x));
        out.extend(own.map(|(q, _)| (p, q)));
    }
    out
}

/// Whether two articles came out on different days, and in words that they give two figures.
pub(in crate::compare) fn of_days(scene: Scene<'_>, a: (ArticleIx, &str), b: (ArticleIx, &str)) -> (bool, String) {
    let [p, q] = [a.0, b.0].map(|a| &scene.published[a.ix()]);
    let (x, y) = ((a.1, say::day(&p.edtf)), (b.1, say::day(&q.edtf)));
    let why = match later(p, q) {
        Some(true) => say::later_quantity(x, y),
        Some(false) => say::later_quantity(y, x),
        None => return (false, say::quantity(a.1, b.1)),
    };
    (true, why)
}

/// If two articles came out on different days: whether the second is the later.
fn later(p: &DayRange, q: &DayRange) -> Option<bool> {
    // "22 September" of a year that nobody tells: the nearer way round, and none where either may be.
    let day = |r: &DayRange| {
        let (month, day) = r.edtf.strip_prefix(UNKNOWN)?.split_once('-')?;
        Some(30 * month.parse::<i32>().ok()? + day.parse::<i32>().ok()?)
    };
    if let Some((p, q)) = day(p).zip(day(q)) {
        let ahead = (q - p).rem_euclid(YEAR);
        return (ahead != 0 && (ahead - YEAR / 2).abs() > YEAR / 4).then_some(ahead < YEAR / 2);
    }
    (!p.meets(q)).then_some(())?;
    Some(p.earliest? < q.earliest?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn q(value: f64, bound: Bound) -> Quantity {
        Quantity { span: Span::default(), value, unit: "person".into(), bound }
    }

    /// Two figures, and whether `holds` holds of them, whichever comes first.
    fn both_ways(table: &[(Quantity, Quantity, bool)], holds: impl Fn(&Quantity, &Quantity) -> bool) {
        for (p, q, want) in table {
            assert_eq!(holds(p, q), *want, "{p:?} {q:?}");
            assert_eq!(holds(q, p), *want, "{q:?} {p:?}");
        }
    }

    #[test]
    fn days_without_a_year() {
        let day = |edtf: &str| DayRange { edtf: edtf.to_owned(), ..DayRange::default() };
        for (p, q, second_later) in [
            ("XXXX-06-03", "XXXX-06-05", Some(true)),
            ("XXXX-06-05", "XXXX-06-03", Some(false)),
            ("XXXX-12-31", "XXXX-01-02", Some(true)),
            ("XXXX-01-02", "XXXX-12-31", Some(false)),
            ("XXXX-02-01", "XXXX-08-01", None),
            ("XXXX-06-03", "XXXX-06-03", None),
        ] {
            assert_eq!(later(&day(p), &day(q)), second_later, "{p} {q}");
        }
    }

    #[test]
    fn roundings() {
        use Bound::*;
        both_ways(
            &[
                (q(5.0, AtMost), q(4.8, Exact), true),
                (q(6000.0, AtMost), q(5930.0, Exact), true),
                (q(150.0, About), q(163.0, Exact), true),
                (q(27.0, AtLeast), q(33.0, AtLeast), false),
                (q(10.0, AtMost), q(8.0, AtMost), false),
                (q(200.0, AtLeast), q(240.0, AtLeast), false),
            ],
            |p, q| !apart(p, q),
        );
    }

    #[test]
    fn bounds() {
        use Bound::*;
        both_ways(
            &[
                (q(12.0, Exact), q(12.0, Exact), true),
                (q(12.0, Exact), q(15.0, Exact), false),
                (q(12.0, AtLeast), q(15.0, Exact), true),
                (q(15.0, AtLeast), q(12.0, Exact), false),
                (q(100.0, AtMost), q(120.0, Exact), false),
                (q(100.0, About), q(105.0, Exact), true),
                (q(100.0, About), q(150.0, Exact), false),
                (q(100.0, AtLeast), q(100.0, AtLeast), true),
                (q(10.0, AtMost), q(20.0, AtLeast), false),
            ],
            compatible,
        );
    }
}
