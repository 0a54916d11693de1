//! What no rule tells: statements of two articles that the weights hold for one matter, with nothing that parts them.
//!
//! That accounts of one matter part is told by rules and by figures alone: the weights' word on it was right too seldom
//! where a dossier mixes two happenings of one kind.

use super::agree;
use super::figures::{clash, days, other_figures};
use super::guards::{copied, elsewhere, half_done, other_time, stated, strangers};
use crate::compare::relate::{Finding, Two};

/// Surety from which two statements are held to say the same: a false agreement is worse than none.
const ALIKE: f32 = 0.5;

/// One matter, told alike.
pub(super) fn learnt(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if two.matter < ALIKE || two.apart >= 0.5 || two.inside || copied(two) || x.display && y.display {
        return None;
    }
    if strangers(two) || elsewhere(two) || other_time(two) || !stated(x) || !stated(y) || x.negative != y.negative {
        return None;
    }
    let sides = two.lexis().sides(x.predicate, y.predicate);
    let against = sides.is_some_and(|s| s.0 != s.1) || two.lexis().opposite(x.predicate, y.predicate);
    let clash = clash(two, true).is_some_and(|(p, q, _)| p.value.min(q.value) > 1.0);
    if against || clash || half_done(two) || days(x, y).is_some() || other_figures(two) {
        return None;
    }
    // A little behind what a rule tells.
    Some(Finding { learnt: true, score: 0.36 + 0.45 * two.matter, ..agree(two) })
}
