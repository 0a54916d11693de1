//! Rules on counts and days.

use super::{SAME_MATTER, SAME_SAYING, agree, copied, elsewhere, finding, strangers, told};
use crate::claims::{Bound, Quantity};
use crate::compare::facts::Fact;
use crate::compare::lexis::{Lexis, Term};
use crate::compare::phrase::{around, clause};
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::dates::DayRange;
use crate::english::compare_say as say;
use crate::text::Span;

/// Kinds of happenings that are told by the number of those they befell.
const TOLLS: [&str; 7] = ["death", "injury", "missing", "arrest", "rescue", "evacuate", "dismissal"];

/// Each side gives a figure that the other lacks.
pub(super) fn other_figures(two: Two<'_>) -> bool {
    let figures = |words: &str| -> Vec<String> {
        let runs = words.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        runs.map(|n| n.trim_matches(['.', ',']).replace(',', "")).filter(|n| !n.is_empty()).collect()
    };
    let (a, b) = (figures(two.of_x(two.x.key)), figures(two.of_y(two.y.key)));
    a.iter().any(|n| !b.contains(n)) && b.iter().any(|n| !a.contains(n))
}

/// Two counts of one thing that cannot both be right. Counts that came out on different days may both have been.
pub(super) fn counts(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if elsewhere(two) || strangers(two) {
        return None;
    }
    let toll = toll(two);
    let matter = like.words >= 0.3 || like.party >= 0.6;
    // Who counts or is counted is the same where both say who.
    if !toll && like.agent.is_some_and(|a| a < 0.5) {
        return None;
    }
    let scale = |f: &Fact| f.quantities.iter().any(|q| q.unit == two.scene.magnitude);
    let same = toll
        || scale(x) && scale(y)
        || like.predicate >= 0.8 && matter && like.rest.is_none_or(|r| r >= 0.25)
        || like.score >= 0.5;
    if !same || two.inside && like.score < 0.6 {
        return None;
    }
    let (p, q) = clash(two, toll)?;
    // "one" is often no count.
    if !toll && p.value.min(q.value) <= 1.0 {
        return None;
    }
    let relation = if lies_after(two) { Relation::Differ } else { Relation::Conflict };
    let why = say::quantity(two.of_x(p.span), two.of_y(q.span));
    let question = say::how_many(&p.unit, two.lexis().kind_name(x.predicate), &clause(two));
    let mut found = finding(two, relation, SlotKind::Quantity, like.score.max(0.5), why, question);
    found.keys = (around(two.scene, x, p.span), around(two.scene, y, q.span));
    Some(found)
}

/// Both tell how many died, were hurt, are missing and so on.
fn toll(two: Two<'_>) -> bool {
    let lexis = two.lexis();
    let tells = |f: &Fact, k: &str| lexis.means(f.predicate, k) || f.units.iter().any(|&u| lexis.means(u, k));
    TOLLS.iter().any(|k| tells(two.x, k) && tells(two.y, k)) && two.x.negative == two.y.negative
}

/// One toll, with counts that go together.
pub(super) fn tolls_agree(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if two.inside || !toll(two) || elsewhere(two) || strangers(two) || !told(x) || !told(y) || !x.long || !y.long {
        return None;
    }
    let one = |p: &Quantity, q: &Quantity| (p.value - q.value).abs() < 1e-9;
    let mut met = false;
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            met |= counts_alike(two.lexis(), u, v, true) && one(p, q);
        }
    }
    met.then(|| agree(two, 0.6))
}

/// Two days for one happening.
pub(super) fn dates(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if two.inside
        || like.predicate < 0.8
        || like.score < SAME_MATTER
        || like.party < 0.6
        || copied(two)
        || strangers(two)
    {
        return None;
    }
    let parted = |l: Option<f32>| l.is_some_and(|l| l < 0.5);
    if parted(like.agent) || parted(like.patient) || x.nominal && y.nominal {
        return None;
    }
    let (p, q) = days(x, y)?;
    if like.rest.is_some_and(|r| r < 0.4) || two.of_x(p) == two.of_y(q) {
        return None;
    }
    let relation = if like.score >= SAME_SAYING { Relation::Conflict } else { Relation::Differ };
    let why = say::time(two.of_x(p), two.of_y(q));
    let mut found = finding(two, relation, SlotKind::Time, like.score, why, say::when(&clause(two)));
    found.keys = (around(two.scene, x, p), around(two.scene, y, q));
    Some(found)
}

/// The first two numbers of one unit that cannot both be right.
fn clash<'f>(two: Two<'f>, toll: bool) -> Option<(&'f Quantity, &'f Quantity)> {
    let (x, y) = (two.x, two.y);
    let agree = |p: &Quantity, q: &Quantity| p.unit == q.unit && compatible(p, q);
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            // What one gives as a whole the other gives in parts.
            let sum = |of: &Fact, unit: &str| -> f64 {
                of.quantities.iter().filter(|z| z.unit == unit).map(|z| z.value).sum()
            };
            let parts = sum(y, &q.unit) == p.value || sum(x, &p.unit) == q.value;
            let settled = parts || y.quantities.iter().any(|z| agree(p, z)) || x.quantities.iter().any(|z| agree(z, q));
            if counts_alike(two.lexis(), u, v, toll) && !compatible(p, q) && !settled {
                return Some((p, q));
            }
        }
    }
    None
}

/// Units of one kind: the same, words for the same, or people by two words of which one says no more than that.
fn counts_alike(lexis: &Lexis<'_>, u: Term, v: Term, toll: bool) -> bool {
    let people = lexis.person(u) && lexis.person(v) && (!toll || lexis.anybody(u) || lexis.anybody(v));
    u == v || lexis.like(u, v) >= 0.85 || people
}

/// True if some number satisfies both. "About" gives a tenth either way.
fn compatible(p: &Quantity, q: &Quantity) -> bool {
    let range = |q: &Quantity| match q.bound {
        Bound::Exact => (q.value, q.value),
        Bound::About => (q.value * 0.9, q.value * 1.1),
        Bound::AtLeast => (q.value, f64::INFINITY),
        Bound::AtMost => (0.0, q.value),
    };
    let ((a, b), (c, d)) = (range(p), range(q));
    a.max(c) <= b.min(d) + 1e-9
}

/// True if the articles came out on different days: the later may have later figures.
fn lies_after(two: Two<'_>) -> bool {
    let (p, q) = (&two.scene.published[two.x.article.ix()], &two.scene.published[two.y.article.ix()]);
    p.earliest.is_some() && q.earliest.is_some() && !p.meets(q)
}

/// Two dates, each within a month, with no day in common.
pub(super) fn days(x: &Fact, y: &Fact) -> Option<(Span, Span)> {
    let narrow = |r: &DayRange| r.days().is_some_and(|n| n <= 31);
    let (p, q) = (x.times.first()?, y.times.first()?);
    let apart = narrow(&p.1) && narrow(&q.1) && !p.1.meets(&q.1);
    (apart && x.times.len() == 1 && y.times.len() == 1).then_some((p.0, q.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(value: f64, bound: Bound) -> Quantity {
        Quantity { span: Span::default(), value, unit: "person".into(), bound }
    }

    #[test]
    fn bounds() {
        use Bound::*;
        for (p, q_, both) in [
            (q(12.0, Exact), q(12.0, Exact), true),
            (q(12.0, Exact), q(15.0, Exact), false),
            (q(12.0, AtLeast), q(15.0, Exact), true),
            (q(15.0, AtLeast), q(12.0, Exact), false),
            (q(100.0, AtMost), q(120.0, Exact), false),
            (q(100.0, About), q(105.0, Exact), true),
            (q(100.0, About), q(150.0, Exact), false),
            (q(100.0, AtLeast), q(100.0, AtLeast), true),
            (q(10.0, AtMost), q(20.0, AtLeast), false),
        ] {
            assert_eq!(compatible(&p, &q_), both, "{p:?} {q_:?}");
            assert_eq!(compatible(&q_, &p), both, "{q_:?} {p:?}");
        }
    }
}
