//! What no rule tells: statements of two articles that the weights hold for one matter, with nothing that parts them, or
//! told otherwise in a slot that both fill.

use super::bounds::{counts_of_one, other_figures, unlike};
use super::figures::{bounded, clash, differ, other_toll};
use super::guards::{
    both_deny, copied, elsewhere, half_done, label, loose, more, named_alike, one_denies, one_named, other_time,
    stated, strangers,
};
use super::times::{apart_in_time, clocks, days, told_of_deeds};
use super::{agree, finding};
use crate::claims::SlotName;
use crate::compare::facts::Fact;
use crate::compare::likeness::alike;
use crate::compare::phrase::clause;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;
use crate::text::Span;

/// Surety from which two statements are held to say the same: a false agreement is worse than none.
const ALIKE: f32 = 0.6;
/// Surety from which they are set against each other, if a slot tells in what they part.
const PARTED: f32 = 0.5;
/// Likeness from which two verbs can tell one deed.
const KIN: f32 = 0.5;
/// Likeness from which two parties can be one.
const PARTY: f32 = 0.45;
/// Likeness up to which two fillers of a slot are two.
const OTHER: f32 = 0.4;

/// One matter, told alike.
pub(super) fn learnt(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if two.matter < ALIKE
        || loose(two)
        || two.apart >= 0.5
        || two.differ >= PARTED
        || two.inside
        || copied(two)
        || x.display && y.display
    {
        return None;
    }
    if strangers(two) || elsewhere(two) || other_time(two) || !stated(x) || !stated(y) || x.negative != y.negative {
        return None;
    }
    let sides = two.lexis().sides(x.predicate, y.predicate);
    let against = sides.is_some_and(|s| s.0 != s.1) || two.lexis().opposite(x.predicate, y.predicate);
    let clash = clash(two, true).is_some_and(|(p, q, _)| p.value.min(q.value) > 1.0);
    if against
        || clash
        || other_toll(two.lexis(), x, y)
        || one_denies(two)
        || half_done(two)
        || days(x, y).is_some()
        || other_figures(two)
    {
        return None;
    }
    // A little behind what a rule tells.
    Some(Finding { learnt: true, score: 0.36 + 0.45 * two.matter, ..agree(two) })
}

/// One matter, told otherwise: the weights say that the two part, their slots in what.
pub(super) fn parted(two: Two<'_>) -> Option<Finding> {
    if two.differ < PARTED || apart(two) {
        return None;
    }
    let found = figures(two).or_else(|| yes_and_no(two)).or_else(|| times(two)).or_else(|| reasons(two))?;
    Some(Finding { learnt: true, score: 0.36 + 0.3 * two.differ, ..found })
}

/// True for two that are not to be set side by side: of two happenings, of two parties, the same words, no prose.
fn apart(two: Two<'_>) -> bool {
    let (x, y) = (two.x, two.y);
    let two_matters = loose(two) || strangers(two) || elsewhere(two) || other_time(two);
    two.inside || two_matters || copied(two) || x.display && y.display || label(two, x) || label(two, y)
}

/// Surety from which two accounts are set side by side though no rule tells in what they part: where a figure or a
/// denial shows it, and where nothing but the weights tells it.
const UNTOLD: f32 = 0.45;
const OTHERWISE: f32 = 0.6;
/// How many of its words a denial shares with what it denies.
const MET: f32 = 0.2;

/// One matter told otherwise as a whole: what parts the two is left to the reader, but for a figure or a denial.
pub(super) fn otherwise(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let whole = |f: &Fact| f.long && f.verb.is_some() && stated(f) && !f.display;
    // Among many articles there are too many of like words.
    if more(two) > 0.0 || two.differ < UNTOLD || apart(two) || !whole(x) || !whole(y) {
        return None;
    }
    let (a, b) = (two.of_x(x.key), two.of_y(y.key));
    let counts = counts_of_one(two);
    let found = match counts.iter().find(|(p, q)| unlike(p, q)) {
        // A later count is told otherwise, too, though it contradicts nothing.
        Some(&(p, q)) => differ(two, (p, q), "")?,
        // "Eleven", "a dozen": the same.
        None if !counts.is_empty() => return None,
        None if x.negative != y.negative && two.like.words >= MET => {
            let (yes, no) = if x.negative { (b, a) } else { (a, b) };
            // "For nothing else": beside what is told, not against it.
            if no.split_whitespace().any(|w| two.lexis().portion(&w.to_lowercase())) {
                return None;
            }
            // What another verb denies is told otherwise, but not denied.
            let why = if two.like.predicate < KIN { say::outcome(yes, no) } else { say::polarity(yes, no) };
            finding(two, Relation::Differ, SlotKind::Polarity, why, say::did(&clause(two)))
        }
        // A promise and its fulfilment.
        None if two.like.predicate >= KIN && half_done(two) => return None,
        None if two.differ >= OTHERWISE => {
            finding(two, Relation::Differ, SlotKind::Outcome, say::outcome(a, b), say::did(&clause(two)))
        }
        None => return None,
    };
    // Behind what a rule tells.
    Some(Finding { learnt: true, relation: Relation::Differ, score: 0.2 + 0.3 * two.differ, ..found })
}

/// Two figures of one unit that cannot both be right, or are bounded and not the same.
fn figures(two: Two<'_>) -> Option<Finding> {
    let (p, q, unit) = clash(two, true).or_else(|| bounded(two))?;
    let kind = if two.lexis().person(unit) { two.lexis().kind_name(two.x.predicate) } else { "" };
    (p.value.min(q.value) > 1.0).then(|| differ(two, (p, q), kind))?
}

/// One affirms what the other denies; opposites are told by a rule of their own.
fn yes_and_no(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    // Among many articles yes and no are mostly told of two happenings.
    if two.differ < PARTED + more(two)
        || x.negative == y.negative
        || [x, y].iter().any(|f| !stated(f) || !f.long || f.infinitive)
    {
        return None;
    }
    if both_deny(two) {
        return None;
    }
    // A deed denied must be the deed told, of one party.
    let one_deed = two.like.predicate >= KIN || lexis.same_kind(x.predicate, y.predicate) || two.like.ground >= 0.99;
    let opposite =
        lexis.sides(x.predicate, y.predicate).is_some_and(|s| s.0 != s.1) || lexis.opposite(x.predicate, y.predicate);
    if opposite || !one_deed || two.like.party < PARTY && !one_named(two) {
        return None;
    }
    let (yes, no) = if x.negative { (two.of_y(y.key), two.of_x(x.key)) } else { (two.of_x(x.key), two.of_y(y.key)) };
    let relation = if x.denied || y.denied { Relation::Differ } else { Relation::Conflict };
    Some(finding(two, relation, SlotKind::Polarity, say::polarity(yes, no), say::did(&clause(two))))
}

/// Two days, or two hours of one day.
fn times(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let (p, q) = days(x, y).or_else(|| clocks(x, y)).filter(|&(p, q)| told_of_deeds(two, p, q))?;
    Some(apart_in_time(two, Relation::Differ, p, q))
}

/// Two causes, or two places.
fn reasons(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let other = |name: SlotName| -> Option<(Span, Span)> {
        let (p, q) = (x.filler(name)?, y.filler(name)?);
        (alike(lexis, p, q) < OTHER).then_some((p.span, q.span))
    };
    if let Some((p, q)) = other(SlotName::Cause) {
        let why = say::cause(two.of_x(p), two.of_y(q));
        return Some(finding(two, Relation::Differ, SlotKind::Cause, why, say::what_for(&clause(two))));
    }
    let named = |f: &Fact| f.filler(SlotName::Place).is_some_and(|p| p.named);
    let (p, q) = other(SlotName::Place).filter(|_| named(x) && named(y))?;
    if named_alike(two.of_x(p), two.of_y(q)) {
        return None;
    }
    let why = say::place(two.of_x(p), two.of_y(q));
    Some(finding(two, Relation::Differ, SlotKind::Place, why, say::place_of(&clause(two))))
}
