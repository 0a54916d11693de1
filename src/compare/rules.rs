//! The rules that tell how two facts stand, in their order: the first that fires decides.

mod bounds;
mod counted;
mod deeds;
mod details;
mod ends;
mod figures;
mod guards;
mod learnt;
mod moments;
mod opposed;
mod times;
mod wording;

use super::facts::{Fact, Verb};
use super::lexis::Term;
use super::likeness::alike;
use super::phrase::{aim_words, clause, clip, topic};
use super::relate::{Finding, Two};
use super::{Relation, SlotKind};
use crate::claims::{Modality, SlotName};
use crate::english::compare_say as say;
use crate::text::Span;

pub(in crate::compare) use bounds::{compatible, figures_apart, of_days};
use bounds::{counts_apart, other_figures};
use deeds::{agency, meetings, roles, urged};
use details::{details, modality};
use ends::aims;
use figures::{counts, tolls_agree};
pub(in crate::compare) use figures::{measured, other_toll};
pub(in crate::compare) use guards::MANY;
use guards::{
    ONE, copied, elsewhere, half_done, half_no, label, more, named_alike, one_denies, other_time, stated, strangers,
    told, two_sides,
};
use learnt::{learnt, otherwise, parted};
use opposed::{nobody, opposed};
pub(in crate::compare) use times::one_time;
use times::{dates, days};
use wording::quotation;

/// Likeness from which two facts are about one matter.
const SAME_MATTER: f32 = 0.42;
/// Likeness from which one deed of the same parties is told by both.
const SURE_SAYING: f32 = 0.5;
/// Surety below which two facts are about two matters, whatever a rule says.
const GATE: f32 = 0.3;
/// The same for a yes against a no, which no chance brings together.
const YES_AND_NO: f32 = 0.2;
/// How surely two accounts part among many articles, before one is held for the turned round other.
const TURNED: f32 = 0.3;
/// The same in articles of few words.
const SHORT_GATE: f32 = 0.02;
/// The same for two that a rule holds for one saying.
const AGREE: f32 = 0.25;
/// Likeness from which, with nothing that differs, they say the same.
const SAME_SAYING: f32 = 0.56;

/// What the rules find: the first that fires, and beside it how sure each side is.
pub(super) fn all(two: Two<'_>) -> Vec<Finding> {
    match (&two.x.aim, &two.y.aim) {
        (Some(_), Some(_)) => {
            let crowded = more(two) > 0.0 && two.matter < GATE + more(two);
            return if crowded { Vec::new() } else { aims(two).into_iter().collect() };
        }
        (None, None) => {}
        _ => return Vec::new(),
    }
    if label(two, two.x) || label(two, two.y) {
        return Vec::new();
    }
    let rules: &[fn(Two<'_>) -> Option<Finding>] = &[
        counts,
        nobody,
        opposed,
        sources,
        quotation,
        agency,
        dates,
        causes,
        urged,
        meetings,
        parties,
        swapped,
        tolls_agree,
        same,
        roles,
    ];
    let mut found: Vec<Finding> = rules.iter().find_map(|rule| rule(two)).into_iter().collect();
    if found.first().is_none_or(|f| matches!(f.slot, None | Some(SlotKind::Outcome))) {
        found.extend(modality(two));
    }
    // A rule that fires where the weights see two matters is wrong; where none fires, the weights tell.
    // Rules that know their matter by other signs need no leave.
    // Of articles too short to be tied by what they name the weights know less.
    let tied = two.inside || two.scene.kinship.bond(two.x.article, two.y.article).is_some();
    // Who says what in which words is told by the words themselves, however many articles there are.
    let worded = |f: &Finding| matches!(f.slot, Some(SlotKind::Quotation | SlotKind::Source | SlotKind::Modality));
    let gate = |f: &Finding| match tied {
        false => SHORT_GATE,
        true if worded(f) => GATE,
        true if f.slot == Some(SlotKind::Polarity) => YES_AND_NO + more(two),
        true => GATE + more(two),
    };
    // Won and lost are mostly told of two happenings, and among many articles yes and no are, too.
    let turned = |f: &Finding| {
        f.slot == Some(SlotKind::Outcome) && f.matter.is_empty() && tied
            || f.slot == Some(SlotKind::Polarity) && more(two) > 0.0
    };
    found.retain(|f| !turned(f) || two.differ >= TURNED + more(two));
    if !copied(two) {
        found.retain(|f| two.matter >= gate(f) || !f.matter.is_empty());
    }
    found.retain(|f| {
        f.relation != Relation::Agree || (two.matter >= AGREE || copied(two)) && !half_no(two) && !two_sides(two)
    });
    if found.is_empty() {
        found.extend(parted(two).or_else(|| otherwise(two)).or_else(|| learnt(two)));
    }
    if found.iter().all(|f| f.relation == Relation::Agree) {
        found.extend(moments::moments(two).or_else(|| details(two)));
    }
    found
}

/// How surely what a rule finds is so: by how surely the two are about one matter.
fn surety(two: Two<'_>) -> f32 {
    0.4 + 0.45 * two.matter
}

fn finding(two: Two<'_>, relation: Relation, slot: SlotKind, why: String, question: String) -> Finding {
    Finding {
        learnt: false,
        relation,
        slot: Some(slot),
        score: surety(two),
        why,
        keys: (two.x.key, two.y.key),
        figures: None,
        question,
        topic: topic(two),
        matter: String::new(),
    }
}

/// All pairs of one `matter` answer one question.
fn shared(f: Finding, matter: String) -> Finding {
    Finding { matter, ..f }
}

/// The verb of a fact, in its plain form, with its particle.
fn verb_of(two: Two<'_>, f: &Fact) -> String {
    let text = two.scene.texts[f.article.ix()];
    let name = two.lexis().name(f.predicate);
    if name.contains('_') {
        return name.replace('_', " ");
    }
    let plain = |v: &Verb| two.lexis().base(v.form.of(text)).map_or_else(|| v.lemma.clone(), str::to_owned);
    f.verb.as_ref().map_or_else(String::new, plain)
}

/// One article says a thing twice, once from a source and once from another or from none.
fn sources(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    // "the police", "the city's police": one body; and of many articles each has its sources.
    let one_body = x.source.as_deref().zip(y.source.as_deref()).is_some_and(|(p, q)| named_alike(p, q));
    let apart = two.inside && x.source != y.source && x.clear && y.clear && !one_body && more(two) == 0.0;
    let weak = two.like.score < 0.68
        || !two.lexis().synonymous(x.predicate, y.predicate)
        || two.like.words < 0.62
        || two.like.party < 0.75
        || x.nominal
        || y.nominal
        || !x.long
        || !y.long;
    let other = two.like.rest.is_some_and(|r| r < 0.6) || two.like.agent.is_some_and(|a| a < 0.75);
    if !apart || x.display || y.display || weak || other || x.infinitive || y.infinitive || x.negative != y.negative {
        return None;
    }
    let why = say::source(x.source.as_deref(), y.source.as_deref());
    Some(finding(two, Relation::Differ, SlotKind::Source, why, say::who_says(&clip(two.of_x(x.key), 12))))
}

/// Two reasons for one happening.
fn causes(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let (p, q) = (x.filler(SlotName::Cause)?, y.filler(SlotName::Cause)?);
    // What came before is told as a reason only by a word for reasons, in one account at least.
    let reason = |f: &Fact, s: Span| {
        let before = two.scene.texts[f.article.ix()].get(..s.start as usize).unwrap_or("").trim_end();
        two.lexis().only_after(before.rsplit(' ').next().unwrap_or(""))
    };
    let after = reason(x, p.span) && reason(y, q.span);
    let one = two.lexis().synonymous(x.predicate, y.predicate)
        && like.party >= ONE
        && x.negative == y.negative
        && like.agent.is_none_or(|a| a >= ONE)
        && like.patient.is_none_or(|a| a >= ONE);
    if strangers(two) || elsewhere(two) || other_time(two) || after {
        return None;
    }
    if two.inside || !one || p.terms.is_empty() || q.terms.is_empty() || two.lexis().overlap(&p.terms, &q.terms) >= 0.35
    {
        return None;
    }
    let (p, q) = (aim_words(two.scene, x, p.span), aim_words(two.scene, y, q.span));
    let why = say::cause(two.of_x(p), two.of_y(q));
    let mut found = finding(two, Relation::Differ, SlotKind::Cause, why, say::what_for(&clause(two)));
    found.keys = (p, q);
    Some(found)
}

/// One deed that is done once, with another doer.
fn parties(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let both = |f: fn(&Fact) -> bool| f(x) && f(y);
    if two.inside
        || like.predicate < 0.85
        || copied(two)
        || !both(told)
        || both(|f| f.nominal)
        || x.negative
        || y.negative
    {
        return None;
    }
    if strangers(two) || other_time(two) || two.lexis().opposite(x.predicate, y.predicate) || days(x, y).is_some() {
        return None;
    }
    let (p, q) = other_doer(two)?;
    let why = say::agent(two.of_x(p), two.of_y(q));
    Some(finding(two, Relation::Differ, SlotKind::Agent, why, say::who(&clause(two))))
}

/// The doers that differ, if it is done to one and the same, and but once.
fn other_doer(two: Two<'_>) -> Option<(Span, Span)> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let (p, q) = (x.filler(SlotName::Agent)?, y.filler(SlotName::Agent)?);
    // Each by a name of its own, which the other's words do not hold.
    let own = |t: Term, other: &Fact| !other.terms.iter().any(|&u| lexis.like(t, u) >= 0.7);
    let named = p.named && q.named && own(p.term, y) && own(q.term, x) && p.body == q.body;
    let apart = named && alike(lexis, p, q) < 0.5 && !lexis.spelt_alike(two.of_x(p.span), two.of_y(q.span));
    let once = lexis.once(x.predicate) || lexis.once(y.predicate);
    (apart && once && two.like.patient.is_some_and(|l| l >= ONE)).then_some((p.span, q.span))
}

/// Who does it in the one account has it done to him in the other: "Boll beat Tarr", "Tarr beat Boll".
fn swapped(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let (p, a) = (x.named_filler(SlotName::Agent)?, x.named_filler(SlotName::Patient)?);
    let (q, b) = (y.named_filler(SlotName::Agent)?, y.named_filler(SlotName::Patient)?);
    let crossed = alike(lexis, p, b) >= ONE && alike(lexis, a, q) >= ONE && alike(lexis, p, q) < 0.5;
    // Who met whom is all the same.
    let one_way = !lexis.mutual(x.predicate) && x.predicate == y.predicate && x.negative == y.negative;
    if two.inside || !crossed || !one_way || !told(x) || !told(y) || elsewhere(two) || other_time(two) {
        return None;
    }
    let why = say::agent(two.of_x(p.span), two.of_y(q.span));
    Some(finding(two, Relation::Conflict, SlotKind::Agent, why, say::who(&clause(two))))
}

/// The same.
fn same(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    // What most pairs fail at once comes before what reads their words.
    let beside = like.rest.is_none_or(|r| r >= 0.2);
    let one_deed = like.predicate >= 0.84 && like.party >= 0.75 || like.predicate >= 0.8 && like.party >= 0.9;
    let whole = like.words >= 0.5 && like.ground >= 0.9 && x.long && y.long;
    if like.score < SURE_SAYING || !(one_deed && beside || whole) {
        return None;
    }
    let apart = two.lexis().opposite(x.predicate, y.predicate) || days(x, y).is_some() || one_denies(two);
    if two.inside || x.negative != y.negative || half_done(two) || apart || other_figures(two) || counts_apart(two) {
        return None;
    }
    // Bare phrases, and what is only wished or asked, are topics, not sayings.
    let plans = x.infinitive && y.infinitive && like.score >= 0.5;
    let asked = x.modality == Modality::Asked || y.modality == Modality::Asked;
    let sayings = stated(x) && stated(y) || plans && !asked;
    if x.nominal && y.nominal || !x.long && !y.long || !sayings || x.light || y.light || strangers(two) {
        return None;
    }
    // One deed of the same parties: what both name must be the same, and something telling must be.
    let parted = |part: Option<f32>| part.is_some_and(|l| l < 0.5);
    if parted(like.agent) || parted(like.patient) || elsewhere(two) {
        return None;
    }
    // Who was told or urged tells nothing of what.
    if two.lexis().kind_is(x.predicate, "persuade") || two.lexis().kind_is(y.predicate, "persuade") {
        return None;
    }
    Some(agree(two))
}

fn agree(two: Two<'_>) -> Finding {
    let question = say::both_say(&clause(two));
    Finding {
        learnt: false,
        relation: Relation::Agree,
        slot: None,
        score: surety(two),
        why: String::new(),
        keys: (two.x.key, two.y.key),
        figures: None,
        question,
        topic: topic(two),
        matter: String::new(),
    }
}
