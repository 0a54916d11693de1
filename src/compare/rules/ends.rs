//! What a deed was for: the aims that two articles give it.

use super::guards::{elsewhere, other_time};
use super::{agree, finding};
use crate::compare::aims::Aim;
use crate::compare::facts::Fact;
use crate::compare::lexis::Term;
use crate::compare::phrase::clip;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;

/// What was done to the ends `a` and `b`, in the words of the article that says more: half a quotation says less.
fn deed_of(two: Two<'_>, a: &Aim, b: &Aim) -> String {
    let [p, q] = [two.of_x(a.told), two.of_y(b.told)].map(|w| clip(w, 12));
    let told = |w: &str| (!w.contains(['“', '”', '"']), w.split(' ').count());
    if told(&q) > told(&p) { q } else { p }
}

/// What one deed was for.
pub(super) fn aims(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let (a, b) = (x.aim.as_ref()?, y.aim.as_ref()?);
    let (ends, weight) = lexis.matched(&a.end, &b.end);
    let who = |t: Term| lexis.named(t) || lexis.thing(t);
    // A deed is told by words for happenings.
    let event = |t: Term| !who(t) && (lexis.concept(t).is_some() || t == x.predicate);
    let met = |kind: &dyn Fn(Term) -> bool| -> f32 {
        let all = a.deed.iter().filter(|&&t| kind(t));
        all.map(|&t| {
            let best = b.deed.iter().map(|&u| lexis.like(t, u)).fold(0.0, f32::max);
            if best >= 0.8 { best * lexis.weight(t) } else { 0.0 }
        })
        .sum()
    };
    let (who, what) = (met(&who), met(&event));
    let unit = lexis.unit();
    let (p, q) = (two.of_x(x.key), two.of_y(y.key));
    if p == q {
        return None;
    }
    // The more is known to be one deed, the less its aims must share to be one.
    let enough = if who + what >= 1.5 * unit { 0.36 } else { 0.45 };
    if ends >= enough && weight >= 0.8 * unit && who + what >= 0.3 * unit && x.negative == y.negative && !two.inside {
        let question = say::to_what_end(&deed_of(two, a, b));
        return Some(Finding { score: 0.4 + ends / 3.0, question, ..agree(two) });
    }
    let others = two.like.agent.is_some_and(|a| a < 0.3) && who < 0.9 * unit;
    let one_deed = what >= 0.4 * unit && who >= 0.3 * unit && !others;
    // "tried to help", "tried to hide": what is meant to be done is itself the deed.
    let meant =
        |f: &Fact| f.verb.as_ref().is_some_and(|v| lexis.intends(&v.lemma)) || lexis.intends(lexis.name(f.predicate));
    let bidden = |f: &Fact| lexis.kind_is(f.predicate, "persuade");
    if two.inside && (bidden(x) || bidden(y))
        || meant(x)
        || meant(y)
        || elsewhere(two)
        || other_time(two)
        || two.like.agent.is_some_and(|a| a < 0.5)
        || two.like.predicate < 0.5 && what < unit
    {
        return None;
    }
    // Two aims with one verb are mostly one aim in two wordings.
    let shared = lexis.like(a.verb, b.verb) >= 0.8 && !lexis.opposite(a.verb, b.verb);
    if !one_deed || ends >= enough || what + who < unit || shared {
        return None;
    }
    let why = say::purpose(p, q);
    Some(Finding {
        score: 0.35 + 0.1 * ((who + what) / unit).min(3.0),
        ..finding(two, Relation::Differ, SlotKind::Purpose, why, say::to_what_end(&deed_of(two, a, b)))
    })
}
