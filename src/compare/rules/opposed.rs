//! Rules on yes and no: the same affirmed and denied, and words that exclude each other.

use super::guards::{both_deny, copied, elsewhere, other_time, stated, strangers, told, unreal};
use super::{days, finding};
use crate::claims::{Modality, SlotName};
use crate::compare::facts::{Fact, Filler};
use crate::compare::lexis::Term;
use crate::compare::likeness::alike;
use crate::compare::phrase::clause;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;

/// How surely two fillers must be one for them to be what both facts are about.
const THEME: f32 = 0.6;
/// Likeness of two verbs that tell one deed.
const DEED: f32 = 0.9;
/// How much of what a denial names the other must tell of.
const REACHED: f32 = 0.6;

/// The same said and denied, or opposites said of the same.
pub(super) fn opposed(two: Two<'_>) -> Option<Finding> {
    let (x, y, like, lexis) = (two.x, two.y, two.like, two.lexis());
    if x.light || y.light || x.nominal && y.nominal || copied(two) {
        return None;
    }
    let sides = match lexis.sides(x.predicate, y.predicate) {
        Some(sides) => sides,
        _ if lexis.opposite(x.predicate, y.predicate) => (true, false),
        _ if like.predicate >= 0.8 => (true, true),
        _ => return None,
    };
    let (sx, sy) = (sides.0 != x.negative, sides.1 != y.negative);
    // One after the other, both can be so: who was held was let go.
    let turning = lexis.turning(x.predicate) || lexis.turning(y.predicate);
    let turn = sides.0 != sides.1 && !lexis.lasting(x.predicate, y.predicate) && !turning;
    if sx == sy || turn || both_deny(two) || !stated(x) || !stated(y) || apart(two) {
        return None;
    }
    if !(x.nominal || y.nominal) && (elsewhere(two) || other_time(two)) {
        return None;
    }
    let noun = if x.nominal { Some(x) } else { Some(y).filter(|y| y.nominal) };
    if noun.is_some_and(|n| !told(n) || n.infinitive) {
        return None;
    }
    // What somebody begins, wins or holds is told by its object: of him alone it is another matter.
    let bare = |f: &Fact| f.filler(SlotName::Patient).is_none() && f.filler(SlotName::Agent).is_some_and(|a| a.body);
    if sides.0 != sides.1 && bare(x) && bare(y) && like.rest.is_none_or(|r| r < 0.3) {
        return None;
    }
    // Yes and no need the same verb, or words that mean one thing; a noun the kinds whose sides exclude each other.
    let lasting = lexis.lasting(x.predicate, x.predicate) && lexis.lasting(y.predicate, y.predicate);
    let exact = x.predicate == y.predicate || like.predicate >= 0.89;
    if sides.0 == sides.1 && !(exact || lasting && like.predicate >= 0.8 || sides_by_kin(two)) {
        return None;
    }
    if (x.nominal || y.nominal) && !lasting {
        return None;
    }
    // What one believes, another need not; a plan and its end differ only where both name what it is about.
    if lexis.kind_is(x.predicate, "believe") || lexis.kind_is(y.predicate, "believe") {
        return None;
    }
    if unreal(two, x) || unreal(two, y) {
        return None;
    }
    let planned = |f: &Fact| f.modality == Modality::Planned;
    if planned(x) != planned(y) && noun.is_none() && like.patient.is_none_or(|p| p < 0.75) {
        return None;
    }
    let grows = |f: &Fact| {
        lexis.means(f.predicate, "rise")
            && f.fillers
                .iter()
                .any(|p| p.name == SlotName::Agent && !p.body && (lexis.named(p.term) || lexis.person(p.term)))
    };
    if grows(x) || grows(y) {
        return None;
    }
    // What may or may not be is neither yes nor no, but where a verb of the kinds takes a side ("cannot be excluded").
    let open = |f: &Fact| matches!(f.modality, Modality::Possible | Modality::Probable);
    if (open(x) || open(y)) && lexis.sides(x.predicate, y.predicate).is_none() {
        return None;
    }
    // "never fewer than 26": of what is counted, no less is no no.
    if x.quantities.iter().any(|p| y.quantities.iter().any(|q| p.unit == q.unit)) {
        return None;
    }
    // One article gives two accounts only where two sources do.
    if two.inside && (x.source == y.source || !x.clear || !y.clear || like.words < 0.45) {
        return None;
    }
    let theme = theme(two)?;
    if theme < THEME || like.words < 0.2 || like.score < 0.22 || !tied(two, lasting, sides.0 == sides.1) {
        return None;
    }
    if exact && sides.0 == sides.1 && narrower(two, if sx { y } else { x }, if sx { x } else { y }) {
        return None;
    }
    let turned = sides.0 != sides.1 && turning;
    if turned && days(x, y).is_some() {
        return None;
    }
    let relation =
        if turned || x.denied || y.denied || open(x) || open(y) { Relation::Differ } else { Relation::Conflict };
    let (slot, why) = if sides.0 == sides.1 {
        let (yes, no) = if sx { (two.of_x(x.key), two.of_y(y.key)) } else { (two.of_y(y.key), two.of_x(x.key)) };
        (SlotKind::Polarity, say::polarity(yes, no))
    } else {
        (SlotKind::Outcome, say::opposite(two.of_x(x.key), two.of_y(y.key)))
    };
    Some(finding(two, relation, slot, why, say::did(&clause(two))))
}

/// True if what is denied is less than what is affirmed: who "did not score a rushing touchdown" may have scored, and "no
/// shots were fired when he was arrested" tells nothing of those before. A denial reaches only what it names.
fn narrower(two: Two<'_>, no: &Fact, yes: &Fact) -> bool {
    let one_doer = two.like.agent.is_some_and(|a| a >= THEME);
    let doer = no.filler(SlotName::Agent).filter(|_| one_doer).map(|a| a.terms.as_slice()).unwrap_or_default();
    let own: Vec<Term> =
        no.terms.iter().copied().filter(|t| *t != no.predicate && doer.binary_search(t).is_err()).collect();
    // "when he was arrested": of that time only.
    let when = no.filler(SlotName::Time).filter(|t| t.terms.len() > 1 && t.terms.iter().any(|t| !own.contains(t)));
    let then = when.is_none_or(|t| two.lexis().held(&t.terms, &yes.terms) >= REACHED);
    !then || two.lexis().held(&own, &yes.terms) < REACHED
}

/// True if beside the verb and one party something else ties the two: what it is done to, or the words around it; a state
/// of one person or thing needs no more.
fn tied(two: Two<'_>, lasting: bool, one_side: bool) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    let met = |l: Option<f32>| l.is_some_and(|l| l >= THEME);
    let parted = |l: Option<f32>| l.is_some_and(|l| l < 0.5);
    if parted(like.patient) && !(x.nominal || y.nominal || x.passive != y.passive) {
        return false;
    }
    let alone = |f: &Fact| f.filler(SlotName::Patient).is_none() || f.filler(SlotName::Agent).is_none();
    // "the suspect's name", "the victim's name": one word met of two is no match.
    let whole = match (x.filler(SlotName::Patient), y.filler(SlotName::Patient)) {
        (Some(p), Some(q)) if p.terms.len().min(q.terms.len()) > 1 && !p.named && !q.named => {
            two.lexis().overlap(&p.terms, &q.terms) >= 0.5
        }
        _ => true,
    };
    let bare = |f: &Fact| alone(f) && f.terms.len() <= 1 + f.fillers.first().map_or(0, |p| p.terms.len());
    let tie = met(like.patient) && whole || like.rest.is_some_and(|r| r >= 0.4);
    let noun = x.nominal || y.nominal;
    tie || bare(x) && bare(y)
        || lasting
            && (noun && one_side
                || alone(x) && alone(y)
                || one_side && like.rest.is_none() && met(like.agent)
                || one_side && like.patient.is_some_and(|p| p >= THEME))
}

/// Another doer, another patient, another place, or other words beside them: two happenings.
fn apart(two: Two<'_>) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    let noun = x.nominal || y.nominal;
    // Whom "he" means is a guess; "I" is who speaks.
    let pronoun = |f: &Fact| f.filler(SlotName::Agent).is_some_and(|a| a.pronoun && !two.speaks(f));
    let guessed = pronoun(x) || pronoun(y);
    let doers = like.agent.is_some_and(|a| a < 0.5) && !noun && !guessed;
    let done_to = like.patient.is_some_and(|p| p < 0.4) && (like.agent.is_none_or(|a| a < 0.7) || noun);
    // Of somebody named much is told: what else is said must meet, too.
    let named = [x, y].iter().all(|f| f.filler(SlotName::Agent).is_some_and(|a| two.lexis().named(a.term)));
    let enough = if named { 0.35 } else { 0.25 };
    let rest = like.rest.is_some_and(|r| r < enough) && !noun;
    let counted = [x, y].iter().any(|f| f.filler(SlotName::Agent).is_some_and(|a| f.units.contains(&a.head)));
    strangers(two) || done_to || counted && !named || doers && both_do(two) || rest || two_places(two)
}

/// Two kinds that take sides in one matter.
fn sides_by_kin(two: Two<'_>) -> bool {
    let (lexis, x, y) = (two.lexis(), two.x.predicate, two.y.predicate);
    lexis.sides(x, y).is_some() && !lexis.same_kind(x, y)
}

/// Both tell who does it to what.
fn both_do(two: Two<'_>) -> bool {
    let whole = |f: &Fact| f.filler(SlotName::Agent).is_some() && f.filler(SlotName::Patient).is_some();
    whole(two.x) && whole(two.y)
}

/// Each names a place, and not the same.
fn two_places(two: Two<'_>) -> bool {
    let places = |f: &Fact| -> Vec<usize> {
        (0..f.fillers.len()).filter(|&i| f.fillers[i].name == SlotName::Place && f.fillers[i].named).collect()
    };
    let (a, b) = (places(two.x), places(two.y));
    let meets = |i: usize| b.iter().any(|&j| alike(two.lexis(), &two.x.fillers[i], &two.y.fillers[j]) >= 0.5);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|&i| meets(i))
}

/// How surely both are about one thing: what it happens to, or of whom it is said.
fn theme(two: Two<'_>) -> Option<f32> {
    let of = |f: &'_ Fact| -> Vec<usize> {
        let party = |p: &Filler| matches!(p.name, SlotName::Agent | SlotName::Patient);
        (0..f.fillers.len()).filter(|&i| party(&f.fillers[i])).collect()
    };
    let mut best: Option<f32> = None;
    for i in of(two.x) {
        for j in of(two.y) {
            let (p, q) = (&two.x.fillers[i], &two.y.fillers[j]);
            // A pronoun led back to nobody is anybody.
            let led_back = p.pronoun != q.pronoun && p.term == q.term;
            if (p.pronoun || q.pronoun) && !led_back && !(two.lexis().named(p.term) && two.lexis().named(q.term)) {
                continue;
            }
            // "closed the plant", "the plant stays open": what it is done to in the one does it in the other.
            let crossed = p.name != q.name && both_do(two);
            // Whom a pronoun means is a guess: what else is said must meet.
            let other = two.x.predicate != two.y.predicate;
            let guess = other && (p.pronoun || q.pronoun) && two.like.rest.is_none_or(|r| r < 0.35);
            let l = if crossed || guess { 0.5 } else { 1.0 } * one(two, p, q);
            best = Some(best.map_or(l, |b| b.max(l)));
        }
    }
    best
}

/// How alike two fillers are; of people without a name all that is said of them counts.
fn one(two: Two<'_>, p: &Filler, q: &Filler) -> f32 {
    let lexis = two.lexis();
    let people = !lexis.named(p.term) && !lexis.named(q.term) && lexis.person(p.term) && lexis.person(q.term);
    if people { lexis.overlap(&p.terms, &q.terms) } else { alike(lexis, p, q) }
}

/// Nobody in the one account, some in the other.
pub(super) fn nobody(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let harm = |f: &Fact| lexis.means(f.predicate, "death") || lexis.means(f.predicate, "injury");
    let counted = |f: &Fact| f.units.iter().any(|&u| lexis.person(u));
    let one_deed = two.like.predicate >= DEED && (counted(x) || counted(y));
    let sides = lexis.sides(x.predicate, y.predicate).unwrap_or((true, true));
    if two.inside
        || !(one_deed || harm(x) && harm(y))
        || !told(x)
        || !told(y)
        || x.negative == y.negative
        || sides.0 != sides.1
    {
        return None;
    }
    let (none, some) = if x.negative { (x, y) } else { (y, x) };
    // "no one else was hurt": beside the others.
    let denied = if x.negative { two.of_x(x.key) } else { two.of_y(y.key) };
    if denied.split_whitespace().any(|w| lexis.portion(&w.to_lowercase())) {
        return None;
    }
    // Nobody hurt excludes a death; nobody dead excludes no injury.
    if lexis.means(none.predicate, "death") && !lexis.means(some.predicate, "death") {
        return None;
    }
    let [n, s] = [none, some].map(|f| f.filler(SlotName::Patient).or(f.filler(SlotName::Agent)));
    let (n, s) = (n?, s?);
    let anybody = lexis.anybody(n.term) || lexis.anybody(n.head);
    let people = |p: &Filler| lexis.person(p.head) || lexis.person(p.term) || p.named && !p.body;
    if !anybody || !people(s) {
        return None;
    }
    let (yes, no) = if x.negative { (two.of_y(y.key), two.of_x(x.key)) } else { (two.of_x(x.key), two.of_y(y.key)) };
    let kind = lexis.kind_name(some.predicate);
    let ask = say::how_many("person", kind, &clause(two));
    Some(finding(two, Relation::Conflict, SlotKind::Quantity, say::quantity(yes, no), ask))
}
