//! Rules on who did what to whom, and which way.

use super::guards::{elsewhere, other_time, told};
use super::{SAME_MATTER, finding, shared, verb_of};
use crate::claims::{Modality, SlotName};
use crate::compare::facts::{Fact, Filler};
use crate::compare::lexis::Term;
use crate::compare::phrase::{aim_words, noun};
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;

/// Somebody did it of himself, or was made to.
pub(super) fn agency(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    if two.inside && two.like.score < SAME_MATTER {
        return None;
    }
    let (own, made, swapped) = if lexis.own_act(x.predicate, y.predicate) {
        (x, y, false)
    } else if lexis.own_act(y.predicate, x.predicate) {
        (y, x, true)
    } else {
        return None;
    };
    let (p, q) = (own.filler(SlotName::Agent)?, made.filler(SlotName::Patient)?);
    if elsewhere(two) || other_time(two) || !told(made) && lexis.kind_is(made.predicate, "transport") {
        return None;
    }
    if own.negative || made.negative || own.infinitive || !lexis.named(p.term) || lexis.like(p.term, q.term) < 0.9 {
        return None;
    }
    // Who is urged is made to go only where going is what he is urged to.
    let going = |f: &Filler| f.terms.iter().any(|&t| lexis.means(t, "flight") || lexis.means(t, "collapse"));
    let urged = lexis.kind_is(made.predicate, "persuade");
    if urged && !made.fillers.iter().any(|f| matches!(f.name, SlotName::Outcome | SlotName::Purpose) && going(f)) {
        return None;
    }
    let who = lexis.name(p.term).to_owned();
    let verb = verb_of(two, own);
    let kind = if lexis.name(own.predicate).replace('_', " ") == verb { "" } else { lexis.kind_name(own.predicate) };
    let (a, b) =
        if swapped { (two.of_y(own.key), two.of_x(made.key)) } else { (two.of_x(own.key), two.of_y(made.key)) };
    Some(finding(two, Relation::Differ, SlotKind::Agent, say::agency(a, b), say::freely(&who, &verb, kind)))
        .map(|f| shared(f, format!("will {who}")))
}

/// The same asked or told the same to do two things.
pub(super) fn urged(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let to = |f: &'_ Fact| f.filler(SlotName::Recipient).or(f.filler(SlotName::Patient)).map(|p| p.term);
    let close = lexis.kind_is(x.predicate, "persuade") && lexis.kind_is(y.predicate, "persuade");
    if two.inside || !close || x.negative || y.negative || to(x)? != to(y)? || two.like.agent? < 0.7 {
        return None;
    }
    let (p, q) = (bidden(x)?, bidden(y)?);
    if lexis.overlap(&p.terms, &q.terms) >= 0.45 {
        return None;
    }
    let (p, q) = (aim_words(two.scene, x, p.span), aim_words(two.scene, y, q.span));
    let (a, b) = (noun(two, x.filler(SlotName::Agent)?), lexis.name(to(x)?).to_owned());
    let why = say::outcome(two.of_x(p), two.of_y(q));
    Some(finding(two, Relation::Differ, SlotKind::Outcome, why, say::urged(&a, &b)))
        .map(|f| shared(f, format!("urge {a} {b}")))
}

/// What somebody is urged to do.
fn bidden(f: &Fact) -> Option<&Filler> {
    f.filler(SlotName::Outcome).or(f.filler(SlotName::Purpose))
}

/// Who took part in one meeting.
pub(super) fn meetings(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    // "held talks", "talks took place"; what talks are to bring is another deed.
    let held = |f: &Fact, p: &Filler| p.name == SlotName::Patient || f.light || lexis.means(f.predicate, "occur");
    let talks = |f: &Fact| {
        lexis.kind_is(f.predicate, "talk") || f.fillers.iter().any(|p| lexis.kind_is(p.term, "talk") && held(f, p))
    };
    if two.inside || !talks(x) || !talks(y) || x.negative != y.negative {
        return None;
    }
    let who = |f: &Fact| -> Vec<Term> { f.terms.iter().copied().filter(|&t| lexis.named(t)).collect() };
    let (a, b) = (who(x), who(y));
    let shared: Vec<_> = a.iter().filter(|t| b.contains(t)).collect();
    let weight: f32 = shared.iter().map(|&&t| lexis.weight(t)).sum();
    if shared.len() < 2
        || weight < 1.2 * lexis.unit()
        || a.len() > 2 * shared.len() + 4
        || b.len() > 2 * shared.len() + 4
    {
        return None;
    }
    let names: Vec<String> = shared.iter().take(2).map(|&&t| lexis.name(t).to_owned()).collect();
    // "talks with Chad", "talks through Chad": another part in it.
    let by = |f: &Fact, name: SlotName| -> bool {
        let own = f.fillers.iter().filter(|s| s.name == name);
        own.flat_map(|s| &s.terms).any(|t| shared.contains(&t))
    };
    let go_between = by(x, SlotName::Means) != by(y, SlotName::Means);
    let more = a.len() > shared.len() && b.len() > shared.len();
    if !more && !go_between || elsewhere(two) || other_time(two) {
        return None;
    }
    let why = say::outcome(two.of_x(x.key), two.of_y(y.key));
    Some(finding(two, Relation::Differ, SlotKind::Agent, why, say::who_met(&names)))
}

/// What one body does in the matter: it stands by somebody here, and there speaks or acts otherwise.
pub(super) fn roles(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let part = |f: &Fact| lexis.stance(f.predicate) && !f.nominal && !f.negative && f.modality != Modality::Asked;
    let (p, q) = (x.filler(SlotName::Agent)?, y.filler(SlotName::Agent)?);
    let stands = lexis.kind_is(x.predicate, "support") || lexis.kind_is(y.predicate, "support");
    let one = stands && !p.pronoun && !q.pronoun && p.term == q.term && p.body && q.body && lexis.named(p.term);
    let everywhere = lexis.weight(p.term) < 0.45 * lexis.unit();
    if two.inside || everywhere || !one || !part(x) || !part(y) || two.like.predicate >= 0.5 {
        return None;
    }
    let who = lexis.name(p.term);
    let why = say::outcome(two.of_x(x.key), two.of_y(y.key));
    Some(finding(two, Relation::Differ, SlotKind::Outcome, why, say::which_part(who)))
        .map(|f| shared(f, format!("part {who}")))
}
