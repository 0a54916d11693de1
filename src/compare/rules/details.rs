//! Details: what two accounts of one matter tell otherwise without excluding each other. Accounts that share much of their
//! words part mostly here: surely or with a hedge, as done or as planned.

use super::bounds::other_figures;
use super::guards::{ONE, copied, elsewhere, hedged, loose, more, one_named, other_time, strangers};
use super::{SURE_SAYING, finding};
use crate::claims::{Modality, SlotName};
use crate::compare::facts::Fact;
use crate::compare::likeness::alike;
use crate::compare::phrase::clause_of;
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::english::compare_say as say;
use crate::syntax::Deprel;

/// Surety from which two statements are about one matter closely enough to ask for its details.
const SURE: f32 = 0.6;
/// Surety from which the tense of the sentences around them tells nothing against it.
const SURER: f32 = 0.9;
/// Likeness of two verbs that can tell one deed.
const KIN: f32 = 0.6;
/// Likeness from which one tells what the other tells.
const ALIKE: f32 = 0.45;

/// The first detail in which two statements of one matter part.
pub(super) fn details(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let one = two.matter >= SURE + more(two) && x.negative == y.negative && (two.like.predicate >= KIN || kin(two));
    if !one || two.inside || loose(two) || strangers(two) || elsewhere(two) || other_time(two) && two.matter < SURER {
        return None;
    }
    hedge(two).or_else(|| plan(two))
}

fn kin(two: Two<'_>) -> bool {
    let lexis = two.lexis();
    lexis.synonymous(two.x.predicate, two.y.predicate) || lexis.same_kind(two.x.predicate, two.y.predicate)
}

/// One proposition, here as certain, there as not, known by its words alone.
pub(super) fn modality(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if two.inside || x.negative != y.negative || copied(two) || strangers(two) || elsewhere(two) || other_time(two) {
        return None;
    }
    // One deed by one doer to one thing, as far as both name them, and something beside the verb named by both.
    let kept = |l: Option<f32>| l.is_none_or(|l| l >= ONE);
    let named =
        like.agent.or(like.patient).is_some() && (one_named(two) || like.agent.is_some() && like.patient.is_some());
    let beside = like.rest.is_some_and(|r| r >= 0.5) || like.agent.is_some() && like.patient.is_some();
    let one = two.lexis().synonymous(x.predicate, y.predicate) && kept(like.agent) && kept(like.patient) && named;
    if !one || !beside || like.score < SURE_SAYING {
        return None;
    }
    let plain = |f: &Fact| f.modality == Modality::Certain && finite(two, f) && !hedged(two, f);
    let (sure, unsure) = sure_and_unsure(two, plain, |f| open(two, f))?;
    Some(told(two, sure, unsure, sure))
}

/// One account hedges what the other tells flatly, in its own voice.
fn hedge(two: Two<'_>) -> Option<Finding> {
    detail(two, |f| open(two, f))
}

/// Told as possible or likely.
fn open(two: Two<'_>, f: &Fact) -> bool {
    matches!(f.modality, Modality::Possible | Modality::Probable) && finite(two, f)
}

/// A clause with a subject, its own or the one that it shares with the verb before it: what a participle tells beside
/// another verb is neither sure nor unsure.
fn finite(two: Two<'_>, f: &Fact) -> bool {
    let p = &two.scene.articles[f.article.ix()].parse;
    let has = |t: usize| p.subject(t).is_some();
    let shared = || matches!(p.deprel(f.at), Deprel::Conj | Deprel::Xcomp) && p.head(f.at).is_some_and(has);
    (has(f.at) || shared()) && !f.infinitive && !f.display && f.long
}

/// Told as done without a hedge, by the outlet or by somebody who charges nobody.
fn flat(two: Two<'_>, f: &Fact) -> bool {
    f.modality == Modality::Certain && !hedged(two, f) && finite(two, f)
}

/// One account tells as done what the other tells as planned: "was charged", "is expected to be charged".
fn plan(two: Two<'_>) -> Option<Finding> {
    // An infinitive tells a plan only under a verb of planning, not by itself ("came to help"); "will" and "would" tell when.
    let under = |f: &Fact| {
        let p = &two.scene.articles[f.article.ix()].parse;
        f.infinitive && p.deprel(f.at) == Deprel::Xcomp && p.child(f.at, Deprel::Aux).is_none()
    };
    let planned = |f: &Fact| !f.display && f.long && f.verb.is_some() && under(f) && f.modality == Modality::Planned;
    detail(two, planned)
}

/// What one account tells flatly is `unsure` in the other.
fn detail(two: Two<'_>, unsure: impl Fn(&Fact) -> bool) -> Option<Finding> {
    if two.like.score < ALIKE
        || copied(two)
        || other_figures(two)
        || other_names(two, SlotName::Agent)
        || other_names(two, SlotName::Patient)
    {
        return None;
    }
    let (sure, unsure) = sure_and_unsure(two, |f| flat(two, f), unsure)?;
    Some(told(two, sure, unsure, unsure))
}

/// The two, whichever is the sure one first.
fn sure_and_unsure<'t>(
    two: Two<'t>,
    sure: impl Fn(&Fact) -> bool,
    unsure: impl Fn(&Fact) -> bool,
) -> Option<(&'t Fact, &'t Fact)> {
    let (x, y) = (two.x, two.y);
    if sure(x) && unsure(y) {
        Some((x, y))
    } else if sure(y) && unsure(x) {
        Some((y, x))
    } else {
        None
    }
}

/// That one is told for sure, the other not; `asked` is quoted in the question.
fn told(two: Two<'_>, sure: &Fact, unsure: &Fact, asked: &Fact) -> Finding {
    let key = |f: &Fact| f.key.of(two.scene.texts[f.article.ix()]);
    let why = say::modality(key(sure), key(unsure));
    finding(two, Relation::Differ, SlotKind::Modality, why, say::how_sure(&clause_of(two.scene, asked)))
}

/// Both fill a slot with somebody named, each with another.
fn other_names(two: Two<'_>, name: SlotName) -> bool {
    let (Some(p), Some(q)) = (two.x.filler(name), two.y.filler(name)) else { return false };
    let lexis = two.lexis();
    lexis.named(p.term) && lexis.named(q.term) && alike(lexis, p, q) < ONE
}
