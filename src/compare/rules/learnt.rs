//! What no rule tells: statements that the weights hold for one matter, told apart or told alike.

use super::figures::{clash, days};
use super::guards::{copied, elsewhere, other_time, stated, strangers, told};
use super::{agree, finding};
use crate::compare::phrase::clause;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;
use crate::text::Span;

/// Surety from which two statements are held to be about one matter.
const MATTER: f32 = 0.45;
/// The same for statements told alike: a false agreement is worse than none.
const ALIKE: f32 = 0.5;

/// One matter by the weights; in what they part is told by the slots.
pub(super) fn learnt(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if copied(two) || x.display && y.display {
        return None;
    }
    if two.matter < MATTER || strangers(two) || elsewhere(two) || other_time(two) {
        return None;
    }
    // Figures that part are compared by themselves.
    let clash = clash(two, true).is_some_and(|(p, q, _)| p.value.min(q.value) > 1.0);
    let days = days(x, y);
    let sides = two.lexis().sides(x.predicate, y.predicate);
    let against = sides.is_some_and(|s| s.0 != s.1) || two.lexis().opposite(x.predicate, y.predicate);
    let found = if clash || days.is_some() || two.apart >= 0.5 {
        parted(two, days, against)?
    } else if two.matter >= ALIKE && !two.inside && !against && x.negative == y.negative && stated(x) && stated(y) {
        agree(two)
    } else {
        return None;
    };
    // A little behind what a rule tells.
    Some(Finding { learnt: true, score: 0.36 + 0.45 * two.matter, ..found })
}

/// In what they part, where days, opposites or a "no" tell it.
fn parted(two: Two<'_>, days: Option<(Span, Span)>, against: bool) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let found = |relation, slot, why, question| Some(finding(two, relation, slot, why, question));
    let (a, b) = (two.of_x(x.key), two.of_y(y.key));
    let ask = clause(two);
    if let Some((p, q)) = days {
        return found(Relation::Conflict, SlotKind::Time, say::time(two.of_x(p), two.of_y(q)), say::when(&ask));
    }
    let relation = if told(x) && told(y) { Relation::Conflict } else { Relation::Differ };
    if against && x.negative == y.negative {
        return found(relation, SlotKind::Outcome, say::opposite(a, b), say::did(&ask));
    }
    // Yes and no are said of one deed or state; a "no" about another is none.
    let (one, met) = (two.like.predicate >= 0.8, |l: Option<f32>| l.is_some_and(|l| l >= 0.5));
    let tied = met(two.like.patient) || met(two.like.rest) || met(two.like.agent);
    if !against && x.negative != y.negative && one && tied {
        let (yes, no) = if x.negative { (b, a) } else { (a, b) };
        return found(relation, SlotKind::Polarity, say::polarity(yes, no), say::did(&ask));
    }
    None
}
