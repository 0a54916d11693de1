//! Rules on counts.

use super::bounds::{apart, compatible, counts_alike, of_days, worlds_apart};
use super::counted::{given, meant, measure, part, score, so_far, whole};
use super::guards::{ONE, elsewhere, half_done, label, loose, more, one_named, other_time, strangers, told};
use super::moments::of_two_days;
use super::times::{calendar, hours};
use super::{agree, finding};
use crate::claims::{Quantity, SlotName};
use crate::compare::facts::Fact;
use crate::compare::lexis::{Lexis, Term};
use crate::compare::measures::{in_one_unit, is_toll, one_kind};
use crate::compare::phrase::{around, counted};
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind, TOLLS};
use crate::english::compare_say as say;

/// Surety from which two figures count one thing.
const ONE_FIGURE: f32 = 0.56;
/// The same for hours and days.
const ONE_TIME: f32 = 0.42;
/// The same where words beside them ("some", "other") may tell of parts.
const SURE_FIGURE: f32 = 0.8;
/// Surety from which figures count one thing though one is told of a place that the other's article never names.
const AWAY: f32 = 0.75;
/// Surety from which two equal figures are one told twice.
const SAME_FIGURE: f32 = 0.68;
/// Likeness from which two shares may be of one thing.
const SHARED: f32 = 0.45;
/// Below this, figures are often equal by chance.
const SMALL: f64 = 3.0;

/// Two counts of one thing that cannot both be right.
pub(super) fn counts(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if elsewhere(two) || strangers(two) || other_time(two) {
        return None;
    }
    let kind = toll(two);
    let toll = kind.is_some();
    let scale = |f: &Fact| f.quantities.iter().any(|q| q.unit == two.scene.magnitude);
    if !(toll || scale(x) && scale(y) || one_count(two)) || two.inside && like.score < 0.6 {
        return None;
    }
    let (p, q, unit) = clash(two, toll)?;
    let people = two.lexis().person(unit);
    // "one" is often no count, and one arrest none of many.
    if !kind.is_some_and(|k| TOLLS[..3].contains(&k)) && p.value.min(q.value) <= 1.0 {
        return None;
    }
    differ(two, (p, q), kind.filter(|_| people).unwrap_or_default())
}

/// That two counts differ, if both are of what is or both of what may be: "licensed to carry 100", "carried 96" are two counts.
pub(super) fn differ(two: Two<'_>, (p, q): (&Quantity, &Quantity), kind: &str) -> Option<Finding> {
    if half_meant(two, p, q, true) {
        return None;
    }
    unequal(two, (p, q), kind)
}

/// That two counts of one thing differ; those of two days contradict nothing. `kind` names the kind of happening where people
/// are counted.
fn unequal(two: Two<'_>, (p, q): (&Quantity, &Quantity), kind: &str) -> Option<Finding> {
    // "Freed 400 inmates": the other side of the kind is asked for in its own words.
    let other_side = [two.x, two.y].iter().any(|f| two.lexis().side_of(f.predicate, kind) == Some(false));
    let kind = if other_side { "" } else { kind };
    // A share is of something: "turnout was 64 percent" and "got 52 percent of the votes" are of two things.
    let named = |words: &str, f: &Fact| words.to_lowercase().contains(two.lexis().name(f.predicate));
    let deed = !named(two.of_x(p.span), two.x) && !named(two.of_y(q.span), two.y);
    let of_one = deed && two.like.predicate >= SHARED || two.like.agent.is_some_and(|a| a >= SHARED) || one_named(two);
    if p.unit == "%" && !of_one {
        return None;
    }
    // The same in another unit, or so many times more that it is of something else.
    let (one_p, one_q) = in_one_unit(two.lexis(), p, q);
    if worlds_apart(&one_p, &one_q) || !apart(&one_p, &one_q) {
        return None;
    }
    let (two_days, why) = of_days(two.scene, (two.x.article, two.of_x(p.span)), (two.y.article, two.of_y(q.span)));
    // "By Monday 12 had died", "By Wednesday 31"
    let counted_later = two_days || of_two_days(two);
    let relation = if counted_later || compatible(p, q) { Relation::Differ } else { Relation::Conflict };
    // "58 deaths": people are counted.
    let toll = |f: &Fact, q: &Quantity| {
        f.quantities.iter().zip(&f.units).any(|(z, &u)| z.span == q.span && is_toll(two.lexis(), u))
    };
    let unit = match p.unit.as_str() {
        _ if !kind.is_empty() && (toll(two.x, p) || toll(two.y, q)) => "",
        "" => &q.unit,
        // "23 struck": a verb misread.
        own if two.lexis().base(own).is_some_and(|verb| verb != own) => "",
        own => own,
    };
    let found =
        finding(two, relation, SlotKind::Quantity, why, say::how_many(unit, kind, &counted(two, p.span, q.span)));
    let keys = (around(two.scene, two.x, p.span), around(two.scene, two.y, q.span));
    Some(Finding { keys, figures: Some((p.span, q.span)), ..found })
}

/// One tells what is, the other what is meant.
fn half_meant(two: Two<'_>, p: &Quantity, q: &Quantity, plans: bool) -> bool {
    meant(two, two.x, p, plans) != meant(two, two.y, q, plans)
}

/// The same holder and the same deed: what is counted in both is one thing.
fn one_count(two: Two<'_>) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    // Who counts or is counted is the same where both say who; what is wished or feared is not counted.
    if like.agent.is_some_and(|a| a < 0.5) || x.negative != y.negative || !told(x) || !told(y) {
        return false;
    }
    let held = like.agent.is_some_and(|a| a >= ONE) || like.patient.is_some_and(|p| p >= ONE) || one_named(two);
    let matter = like.words >= 0.3 || like.party >= 0.6;
    let deed = like.predicate >= 0.8 && matter && like.rest.is_none_or(|r| r >= 0.25);
    let share = |f: &Fact| f.quantities.iter().any(|q| q.unit == "%");
    if share(x) && share(y) && !held {
        return false;
    }
    deed && (held || like.words >= 0.5 || like.words >= 0.35 && like.ground >= 0.9)
        || like.score >= 0.5 && like.words >= 0.5
}

/// Both tell how many died, were hurt, are missing and so on.
fn toll(two: Two<'_>) -> Option<&'static str> {
    let lexis = two.lexis();
    // "58 deaths" tells it by what is counted; "two survivors said" does not.
    let side = |f: &Fact, k: &str| {
        let counted = || f.units.iter().filter(|&&u| !lexis.person(u)).find_map(|&u| lexis.side_of(u, k));
        lexis.side_of(f.predicate, k).or_else(counted)
    };
    let tells = |k: &&str| side(two.x, k).is_some_and(|s| side(two.y, k) == Some(s));
    TOLLS.into_iter().find(|k| tells(k) && two.x.negative == two.y.negative)
}

/// One toll, with counts that go together.
pub(super) fn tolls_agree(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if two.inside
        || toll(two).is_none()
        || elsewhere(two)
        || strangers(two)
        || !told(x)
        || !told(y)
        || !x.long
        || !y.long
    {
        return None;
    }
    let one = |p: &Quantity, q: &Quantity| (p.value - q.value).abs() < 1e-9;
    let mut met = None;
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            if counts_alike(two.lexis(), (u, p.value), (v, q.value), true) && one(p, q) {
                met = met.or(Some((p.span, q.span)));
            }
        }
    }
    met.map(|figures| Finding { figures: Some(figures), ..agree(two) })
}

/// Two figures, each a fact of its own, that the weights hold for counts of one thing with the probability `one`.
pub(in crate::compare) fn measured(two: Two<'_>, one: f32) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let (p, q) = (&x.quantities[0], &y.quantities[0]);
    let lexis = two.lexis();
    let dated = || lexis.cycle(&p.unit).is_some() && one_deed(two);
    if one < least(two, p) && !dated()
        || loose(two)
        || elsewhere(two) && one < AWAY
        || other_time(two) && (one < SURE_FIGURE || more(two) > 0.0)
        || strangers(two)
        || !one_kind(lexis, x, y)
    {
        return None;
    }
    if one >= SAME_FIGURE
        && !two.inside
        && !other_toll(lexis, x, y)
        && same_figure(two, p, q)
        && x.negative == y.negative
    {
        let keys = (around(two.scene, x, p.span), around(two.scene, y, q.span));
        let figures = Some((p.span, q.span));
        return Some(Finding { keys, figures, learnt: true, score: 0.36 + 0.3 * one, ..agree(two) });
    }
    if lexis.hour(&p.unit) {
        return hours(two, one, p, q);
    }
    if let Some(cycle) = lexis.cycle(&p.unit) {
        return calendar(two, one, cycle);
    }
    let named = || one_named(two) || two.like.agent.is_some_and(|a| a >= ONE);
    if label(two, x) || label(two, y) || score(two, x, p) || score(two, y, q) {
        return None;
    }
    if (measure(two, x, p) || measure(two, y, q)) && !named() {
        return None;
    }
    // What was raised to a figure was another before; and of those hurt or missing, a part is not all.
    if other_toll(lexis, x, y) || other_doers(two) {
        return None;
    }
    let raised = |f: &Fact| lexis.means(f.predicate, "rise");
    if half_meant(two, p, q, one < SURE_FIGURE) || raised(x) != raised(y) || part(two, x, p) != part(two, y, q) {
        return None;
    }
    // "one" is often no count.
    let (one_p, one_q) = in_one_unit(lexis, &so_far(two, x, p), &so_far(two, y, q));
    // "at least three" and "ten" can both be so, and are not the same: a difference if they surely count one thing.
    let bounded = compatible(&one_p, &one_q);
    let other = apart(&one_p, &one_q) && p.value.min(q.value) > 1.0 && !worlds_apart(&one_p, &one_q);
    if bounded && one < SURE_FIGURE {
        return None;
    }
    let all = [whole(two, x, p), whole(two, y, q)];
    let parts = all[0] != all[1] || one < SURE_FIGURE && !all[0];
    if !other || parts || given(two, p, x, y) || given(two, q, y, x) {
        return None;
    }
    let people = lexis.person(x.units[0]) || lexis.anybody(x.units[0]) || is_toll(lexis, x.units[0]);
    // What befell them may be told by one account alone.
    let befell = [x, y].map(|f| lexis.kind_name(f.predicate)).into_iter().find(|k| TOLLS.contains(k));
    let kind = if people { befell.unwrap_or_else(|| lexis.kind_name(x.predicate)) } else { "" };
    let found = unequal(two, (p, q), kind)?;
    Some(Finding { learnt: true, score: 0.36 + 0.3 * one, ..found })
}

/// True for one deed of one doer, told as done by both in words so alike that a day of its own is the day of the other's.
fn one_deed(two: Two<'_>) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    let kept = |l: Option<f32>| l.is_none_or(|l| l >= ONE);
    let named = like.agent.is_some() || like.patient.is_some();
    let alike = like.predicate >= 0.84 && like.party >= ONE && kept(like.agent) && kept(like.patient) && named;
    alike && told(x) && told(y) && x.negative == y.negative && !half_done(two)
}

/// True if each names who does it, and not the same: what two countries seized is two counts.
fn other_doers(two: Two<'_>) -> bool {
    let named = |f: &Fact| f.filler(SlotName::Agent).is_some_and(|a| a.named && !a.pronoun);
    named(two.x) && named(two.y) && two.like.agent.is_some_and(|a| a < SHARED) && !one_named(two)
}

/// True if both tell what befell those who are counted, and not the same: killed here, hurt or gone there.
pub(in crate::compare) fn other_toll(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> bool {
    let of = |f: &Fact| -> Vec<(&'static str, bool)> {
        let told = |k: &&'static str| {
            let side = f.units.first().filter(|&&u| is_toll(lexis, u)).and_then(|&u| lexis.side_of(u, k));
            side.or_else(|| lexis.side_of(f.predicate, k)).map(|side| (*k, side))
        };
        TOLLS.iter().filter_map(told).collect()
    };
    let (a, b) = (of(x), of(y));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|k| b.contains(k))
}

/// How sure two figures must be of one thing. Shares, lengths and spans of time are given of everything.
fn least(two: Two<'_>, p: &Quantity) -> f32 {
    let common = p.unit == "%" || two.lexis().scale(&p.unit).is_some();
    let time = two.lexis().time(&p.unit);
    let least = if time { ONE_TIME } else { ONE_FIGURE };
    // In crowds the hours of other deeds are many.
    let crowd = if time { 1.0 } else { 0.5 };
    least + crowd * more(two) + if common { 0.1 } else { 0.0 }
}

/// The same figure, written alike or otherwise; small ones are too often the same by chance.
fn same_figure(two: Two<'_>, p: &Quantity, q: &Quantity) -> bool {
    let (p, q) = in_one_unit(two.lexis(), p, q);
    let one = (p.value - q.value).abs() <= 1e-4 * p.value.max(q.value);
    let time = two.lexis().time(&p.unit);
    one && p.bound == q.bound && (p.value >= SMALL || time)
}

/// The first two numbers of one unit that cannot both be right.
pub(super) fn clash<'f>(two: Two<'f>, toll: bool) -> Option<(&'f Quantity, &'f Quantity, Term)> {
    let (x, y) = (two.x, two.y);
    let agree = |p: &Quantity, q: &Quantity| p.unit == q.unit && compatible(p, q);
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            // What one gives as a whole the other gives in parts.
            let sum = |of: &Fact, unit: &str| -> f64 {
                of.quantities.iter().filter(|z| z.unit == unit).map(|z| z.value).sum()
            };
            let parts = sum(y, &q.unit) == p.value || sum(x, &p.unit) == q.value;
            let settled = parts
                || given(two, p, x, y)
                || given(two, q, y, x)
                || y.quantities.iter().any(|z| agree(p, z))
                || x.quantities.iter().any(|z| agree(z, q));
            let whole = part(two, x, p) == part(two, y, q)
                && if toll { !score(two, x, p) && !score(two, y, q) } else { whole(two, x, p) && whole(two, y, q) };
            let alike = counts_alike(two.lexis(), (u, p.value), (v, q.value), toll);
            if whole && alike && !compatible(&so_far(two, x, p), &so_far(two, y, q)) && !settled {
                return Some((p, q, u));
            }
        }
    }
    None
}

/// The only numbers of both, of one unit, that can both be so and are not the same: "at least nine", "14".
pub(super) fn bounded<'f>(two: Two<'f>) -> Option<(&'f Quantity, &'f Quantity, Term)> {
    let ([p], [q]) = (two.x.quantities.as_slice(), two.y.quantities.as_slice()) else { return None };
    let (u, v) = (two.x.units[0], two.y.units[0]);
    let one = counts_alike(two.lexis(), (u, p.value), (v, q.value), true);
    let all = whole(two, two.x, p) && whole(two, two.y, q);
    (one && all && compatible(p, q) && apart(p, q)).then_some((p, q, u))
}
