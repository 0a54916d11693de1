//! The rules that tell how two facts stand, in their order: the first that fires decides.

use super::facts::{Fact, Filler};
use super::lexis::Term;
use super::likeness::alike;
use super::phrase::{aim_words, around, clause, clause_of, clip, noun, topic};
use super::relate::{Finding, Two};
use super::{Relation, SlotKind};
use crate::claims::{Bound, Modality, Quantity, SlotName};
use crate::dates::DayRange;
use crate::english::compare_say as say;
use crate::text::Span;

/// Likeness from which two facts are about one matter.
const SAME_MATTER: f32 = 0.42;
/// Likeness from which, with nothing that differs, they say the same.
const SAME_SAYING: f32 = 0.56;

/// What the rules find: the first that fires, and beside it how sure each side is.
pub(super) fn all(two: Two<'_>) -> Vec<Finding> {
    match (&two.x.aim, &two.y.aim) {
        (Some(_), Some(_)) => return aims(two).into_iter().collect(),
        (None, None) => {}
        _ => return Vec::new(),
    }
    let rules: &[fn(Two<'_>) -> Option<Finding>] = &[
        counts, opposed, sources, quotation, agency, dates, causes, urged, route, meetings, shares, parties, same,
        roles,
    ];
    let mut found: Vec<Finding> = rules.iter().find_map(|rule| rule(two)).into_iter().collect();
    if found.first().is_none_or(|f| matches!(f.slot, None | Some(SlotKind::Outcome))) {
        found.extend(modality(two));
    }
    found
}

fn finding(two: Two<'_>, relation: Relation, slot: SlotKind, score: f32, why: String, question: String) -> Finding {
    Finding {
        relation,
        slot: Some(slot),
        score,
        why,
        keys: (two.x.key, two.y.key),
        question,
        topic: topic(two),
        matter: String::new(),
    }
}

/// All pairs of one `matter` answer one question.
fn shared(f: Finding, matter: String) -> Finding {
    Finding { matter, ..f }
}

/// The verb of a fact, in its plain form.
fn verb_of(f: &Fact) -> String {
    f.verb.as_ref().map_or_else(String::new, |v| v.lemma.clone())
}

/// Told as having happened or as sure to happen.
fn told(f: &Fact) -> bool {
    let doubt =
        matches!(f.modality, Modality::Asked | Modality::Planned) || f.modality == Modality::Possible && !f.negative;
    let sure = !doubt && !f.infinitive;
    // "refused to go" tells that he did not go, though "to go" alone tells nothing.
    sure || f.negative && f.infinitive
}

/// Told, or said of the future.
fn stated(f: &Fact) -> bool {
    told(f) || f.modality == Modality::Planned && !f.infinitive
}

/// The same words; one word changed may turn all round.
fn copied(two: Two<'_>) -> bool {
    two.of_x(two.x.key) == two.of_y(two.y.key)
}

/// Each side gives a figure that the other lacks.
fn other_figures(two: Two<'_>) -> bool {
    let figures = |words: &str| -> Vec<String> {
        let runs = words.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        runs.map(|n| n.trim_matches(['.', ',']).replace(',', "")).filter(|n| !n.is_empty()).collect()
    };
    let (a, b) = (figures(two.of_x(two.x.key)), figures(two.of_y(two.y.key)));
    a.iter().any(|n| !b.contains(n)) && b.iter().any(|n| !a.contains(n))
}

/// Two counts of one thing that cannot both be right. Counts that came out on different days may both have been.
fn counts(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if elsewhere(two) {
        return None;
    }
    let toll = ["death", "injury", "missing", "arrest"].iter().any(|k| two.lexis().kind_is(x.predicate, k));
    let same = if toll { like.predicate >= 0.8 } else { like.score >= 0.4 && like.rest.is_none_or(|r| r >= 0.4) };
    if like.predicate < 0.5 || !same || two.inside && like.score < 0.6 {
        return None;
    }
    let (p, q) = clash(x, y)?;
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

/// The same said and denied, or opposites said of the same.
fn opposed(two: Two<'_>) -> Option<Finding> {
    let (x, y, like, lexis) = (two.x, two.y, two.like, two.lexis());
    if x.light || y.light || x.nominal && y.nominal || copied(two) || elsewhere(two) {
        return None;
    }
    let sides = match lexis.sides(x.predicate, y.predicate) {
        Some(sides) => sides,
        _ if lexis.opposite(x.predicate, y.predicate) => (true, false),
        _ if like.predicate >= 0.8 => (true, true),
        _ => return None,
    };
    let (sx, sy) = (sides.0 != x.negative, sides.1 != y.negative);
    // One after the other, both can be so: what opened has closed, who was held was let go.
    let turn = sides.0 != sides.1 && !lexis.lasting(x.predicate);
    if sx == sy || turn || !stated(x) || !stated(y) {
        return None;
    }
    // Who does it must be the same, or untold as the passive leaves it.
    let hidden = |f: &Fact| f.filler(SlotName::Agent).is_none() && !f.passive;
    let other = hidden(x) || hidden(y) || like.agent.is_some_and(|a| a < 0.5) && !(x.nominal || y.nominal);
    let other = other || like.patient.is_some_and(|p| p < 0.35) && like.agent.is_none_or(|a| a < 0.7);
    let other = other || like.rest.is_some_and(|r| r < 0.3) && !(x.nominal || y.nominal);
    if other || like.party < 0.6 || like.words < 0.2 || like.score < 0.25 {
        return None;
    }
    let noun = if x.nominal { Some(x) } else { Some(y).filter(|y| y.nominal) };
    if noun.is_some_and(|n| !told(n) || n.infinitive) {
        return None;
    }
    let relation = Relation::Conflict;
    let (slot, why) = if sides.0 == sides.1 {
        let (yes, no) = if sx { (two.of_x(x.key), two.of_y(y.key)) } else { (two.of_y(y.key), two.of_x(x.key)) };
        (SlotKind::Polarity, say::polarity(yes, no))
    } else {
        (SlotKind::Outcome, say::opposite(two.of_x(x.key), two.of_y(y.key)))
    };
    Some(finding(two, relation, slot, 0.45 + like.score / 2.0, why, say::did(&clause(two))))
}

/// One article says a thing twice, once from a source and once from another or from none.
fn sources(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let apart = two.inside && x.source != y.source && x.clear && y.clear;
    let weak = two.like.score < 0.62
        || two.like.predicate < 0.8
        || two.like.words < 0.55
        || two.like.party < 0.6
        || x.nominal
        || y.nominal
        || !x.long
        || !y.long;
    let other = two.like.rest.is_some_and(|r| r < 0.5) || two.like.agent.is_some_and(|a| a < 0.5);
    if !apart || x.display || y.display || weak || other || x.infinitive || y.infinitive || x.negative != y.negative {
        return None;
    }
    let why = say::source(x.source.as_deref(), y.source.as_deref());
    Some(finding(
        two,
        Relation::Differ,
        SlotKind::Source,
        two.like.score,
        why,
        say::who_says(&clip(two.of_x(x.key), 12)),
    ))
}

/// One speaker's words, quoted in two ways or here quoted and there paraphrased.
fn quotation(two: Two<'_>) -> Option<Finding> {
    let (x, y, score) = (two.x, two.y, two.like.score);
    let who = x.speaker.filter(|&e| Some(e) == y.speaker)?;
    let (a, b) = (two.of_x(x.key), two.of_y(y.key));
    // Cut shorter is not said otherwise.
    let same = within(a, b) || within(b, a);
    let differ = x.quoted != y.quoted || x.quoted && score < 0.95;
    if two.inside || !differ || same || score < 0.5 || !x.long || !y.long {
        return None;
    }
    let who = &two.scene.names[who.ix()];
    let why = if x.quoted == y.quoted { say::quotation(who) } else { say::paraphrase(who) };
    Some(finding(two, Relation::Differ, SlotKind::Quotation, score, why, say::which_words(who)))
}

/// True if all words of `a` stand in `b`, whatever their marks.
fn within(a: &str, b: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        s.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect()
    };
    let b = words(b);
    words(a).iter().all(|w| b.contains(w))
}

/// Somebody did it of himself, or was made to.
fn agency(two: Two<'_>) -> Option<Finding> {
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
    if own.negative || made.negative || own.infinitive || !lexis.named(p.term) || lexis.like(p.term, q.term) < 0.9 {
        return None;
    }
    let who = lexis.name(p.term).to_owned();
    let (a, b) =
        if swapped { (two.of_y(own.key), two.of_x(made.key)) } else { (two.of_x(own.key), two.of_y(made.key)) };
    Some(finding(
        two,
        Relation::Differ,
        SlotKind::Agent,
        0.5 + two.like.score / 4.0,
        say::agency(a, b),
        say::freely(&who, &verb_of(own)),
    ))
    .map(|f| shared(f, format!("will {who}")))
}

/// Two days for one happening.
fn dates(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if two.inside || like.predicate < 0.8 || like.score < SAME_MATTER || like.party < 0.5 || copied(two) {
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

/// Two reasons for one happening.
fn causes(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let (p, q) = (x.filler(SlotName::Cause)?, y.filler(SlotName::Cause)?);
    let one = like.predicate >= 0.8 && like.party >= 0.6 && x.negative == y.negative;
    if two.inside || !one || p.terms.is_empty() || q.terms.is_empty() || two.lexis().overlap(&p.terms, &q.terms) >= 0.35
    {
        return None;
    }
    let (p, q) = (aim_words(two.scene, x, p.span), aim_words(two.scene, y, q.span));
    let why = say::cause(two.of_x(p), two.of_y(q));
    let mut found =
        finding(two, Relation::Differ, SlotKind::Cause, like.score.max(0.5), why, say::what_for(&clause(two)));
    found.keys = (p, q);
    Some(found)
}

/// True if a fact is set at a place that the other's article never names: it tells of another happening.
fn elsewhere(two: Two<'_>) -> bool {
    let away = |f: &Fact, other: &Fact| {
        let own = f.fillers.iter().filter(|s| s.name == SlotName::Place && s.named);
        own.map(|s| s.term).any(|t| !two.scene.named_in[other.article.ix()].contains(&t))
    };
    away(two.x, two.y) || away(two.y, two.x)
}

/// The same asked or told the same to do two things.
fn urged(two: Two<'_>) -> Option<Finding> {
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
    Some(finding(two, Relation::Differ, SlotKind::Outcome, 0.6, why, say::urged(&a, &b)))
        .map(|f| shared(f, format!("urge {a} {b}")))
}

/// What somebody is urged to do.
fn bidden(f: &Fact) -> Option<&Filler> {
    f.filler(SlotName::Outcome).or(f.filler(SlotName::Purpose))
}

/// How, when or by which way the same went.
fn route(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    if two.inside || !lexis.moves(x.predicate) || !lexis.moves(y.predicate) || x.infinitive || y.infinitive {
        return None;
    }
    let p = goer(two, x)?;
    let q = goer(two, y)?;
    if p.term != q.term || x.negative != y.negative {
        return None;
    }
    let own = |f: &Fact| -> Vec<Term> {
        let ways = [SlotName::Place, SlotName::Means, SlotName::Recipient, SlotName::Manner];
        f.fillers.iter().filter(|s| ways.contains(&s.name)).flat_map(|s| s.terms.iter().copied()).collect()
    };
    let (a, b) = (own(x), own(y));
    if a.is_empty() || b.is_empty() || lexis.overlap(&a, &b) >= 0.4 {
        return None;
    }
    let kinds = ["flight", "arrival"].map(|k| lexis.kind_is(x.predicate, k) || lexis.kind_is(y.predicate, k));
    let verb = if kinds[0] {
        "leave"
    } else if kinds[1] {
        "arrive"
    } else {
        "travel"
    };
    let why = say::outcome(two.of_x(x.key), two.of_y(y.key));
    Some(finding(
        two,
        Relation::Differ,
        SlotKind::Means,
        if kinds[0] { 0.52 } else { 0.5 },
        why,
        say::how_went(lexis.name(p.term), verb),
    ))
    .map(|f| shared(f, format!("way {}", lexis.name(p.term))))
}

/// Who or what moves: the patient of "fly out", the agent of "leave".
fn goer<'f>(two: Two<'f>, f: &'f Fact) -> Option<&'f Filler> {
    let moved = f.filler(SlotName::Patient).filter(|p| p.named && two.lexis().carries(f.predicate));
    let goer = moved.or(f.filler(SlotName::Agent).filter(|_| !two.lexis().carries(f.predicate)))?;
    two.lexis().named(goer.term).then_some(goer)
}

/// Who took part in one meeting.
fn meetings(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let talks = |f: &Fact| lexis.kind_is(f.predicate, "talk") || f.terms.iter().any(|&t| lexis.kind_is(t, "talk"));
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
    if a.len() == shared.len() && b.len() == shared.len() && !go_between {
        return None;
    }
    let why = say::outcome(two.of_x(x.key), two.of_y(y.key));
    Some(finding(two, Relation::Differ, SlotKind::Agent, 0.55, why, say::who_met(&names)))
}

/// One account says it of all, the other of some.
fn shares(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if two.inside
        || like.predicate < 0.8
        || like.words < 0.33
        || like.ground < 0.7
        || x.negative != y.negative
        || copied(two)
    {
        return None;
    }
    let part = |f: &Fact, words: &str| f.partial && !words.is_empty();
    let (a, b) = (two.of_x(x.key), two.of_y(y.key));
    if part(x, a) == part(y, b) || x.nominal || y.nominal || !told(x) || !told(y) {
        return None;
    }
    let (all, some) = if x.partial { (b, a) } else { (a, b) };
    Some(finding(
        two,
        Relation::Differ,
        SlotKind::Patient,
        like.score,
        say::share(all, some),
        say::all_or_some(&clause_of(two, if x.partial { y } else { x })),
    ))
}

/// The same deed, another doer, place or patient, all else that both name being the same.
fn parties(two: Two<'_>) -> Option<Finding> {
    let like = two.like;
    if two.inside || like.predicate < 0.8 || like.score < SAME_MATTER || like.party < 0.5 || copied(two) {
        return None;
    }
    let (slot, p, q) = other_party(two)?;
    let (a, b) = (two.of_x(p), two.of_y(q));
    let (kind, why, question) = match slot {
        SlotName::Agent => (SlotKind::Agent, say::agent(a, b), say::who(&clause(two))),
        SlotName::Place => (SlotKind::Place, say::place(a, b), say::place_of(&clause(two))),
        _ => (SlotKind::Patient, say::patient(a, b), say::whom(&clause(two))),
    };
    Some(finding(two, Relation::Differ, kind, like.score, why, question))
}

fn other_party(two: Two<'_>) -> Option<(SlotName, Span, Span)> {
    let (x, y) = (two.x, two.y);
    let mut other = None;
    let mut same = 0;
    for name in [SlotName::Agent, SlotName::Patient, SlotName::Place] {
        let (Some(p), Some(q)) = (x.filler(name), y.filler(name)) else { continue };
        if alike(two.lexis(), p, q) >= 0.5 {
            same += 1;
        } else if p.named && q.named && !x.infinitive && !y.infinitive {
            if other.is_some() {
                return None;
            }
            other = Some((name, p.span, q.span));
        }
    }
    other.filter(|_| same > 0)
}

/// The same, here as certain, there as not.
fn modality(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let open = |f: &Fact| matches!(f.modality, Modality::Possible | Modality::Probable) && !f.infinitive;
    let other = like.rest.is_some_and(|r| r < 0.4) || copied(two);
    if two.inside
        || other
        || like.predicate < 0.8
        || like.score < SAME_MATTER
        || like.party < 0.5
        || x.negative != y.negative
    {
        return None;
    }
    let (sure, unsure) = if stated(x) && open(y) {
        (two.of_x(x.key), two.of_y(y.key))
    } else if stated(y) && open(x) {
        (two.of_y(y.key), two.of_x(x.key))
    } else {
        return None;
    };
    let why = say::modality(sure, unsure);
    Some(finding(
        two,
        Relation::Differ,
        SlotKind::Modality,
        like.score,
        why,
        say::how_sure(&clause_of(two, if open(y) { x } else { y })),
    ))
}

/// What one body does in the matter: it takes a side here, and there speaks or acts otherwise.
fn roles(two: Two<'_>) -> Option<Finding> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let part = |f: &Fact| lexis.stance(f.predicate) && !f.nominal && !f.negative && f.modality != Modality::Asked;
    let (p, q) = (x.filler(SlotName::Agent)?, y.filler(SlotName::Agent)?);
    let one = p.term == q.term && p.body && q.body && lexis.named(p.term);
    let everywhere = lexis.weight(p.term) < 0.45 * lexis.unit();
    if two.inside || everywhere || !one || !part(x) || !part(y) || two.like.predicate >= 0.5 {
        return None;
    }
    let who = lexis.name(p.term);
    let why = say::outcome(two.of_x(x.key), two.of_y(y.key));
    Some(finding(two, Relation::Differ, SlotKind::Outcome, 0.4, why, say::which_part(who)))
        .map(|f| shared(f, format!("part {who}")))
}

/// The same.
fn same(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let apart = two.lexis().opposite(x.predicate, y.predicate) || days(x, y).is_some();
    if two.inside || x.negative != y.negative || apart || other_figures(two) {
        return None;
    }
    // Bare phrases and infinitives are topics, not sayings.
    let vague = x.infinitive && y.infinitive && (like.score < 0.7 || like.agent.is_none_or(|a| a < 0.9));
    if vague || x.nominal && y.nominal || !x.long || !y.long {
        return None;
    }
    let one_deed = like.predicate >= 0.8 && like.party >= 0.6;
    let alike =
        like.score >= SAME_SAYING || like.score >= SAME_MATTER && (one_deed || like.words >= 0.5 && like.ground >= 0.9);
    alike.then(|| agree(two, like.score))
}

fn agree(two: Two<'_>, score: f32) -> Finding {
    let question = say::did(&clause(two));
    Finding {
        relation: Relation::Agree,
        slot: None,
        score,
        why: String::new(),
        keys: (two.x.key, two.y.key),
        question,
        topic: topic(two),
        matter: String::new(),
    }
}

/// What one deed was for.
fn aims(two: Two<'_>) -> Option<Finding> {
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
        return Some(agree(two, 0.4 + ends / 3.0));
    }
    let others = two.like.agent.is_some_and(|a| a < 0.3) && who < 0.9 * unit;
    let one_deed = what >= 0.4 * unit && who >= 0.3 * unit && !others;
    if !one_deed || ends >= enough || what + who < unit {
        return None;
    }
    let relation = Relation::Differ;
    let why = say::purpose(p, q);
    Some(finding(
        two,
        relation,
        SlotKind::Purpose,
        0.35 + 0.1 * ((who + what) / unit).min(3.0),
        why,
        say::what_for(&clause(two)),
    ))
}

/// The first two numbers of one unit that cannot both be right.
fn clash<'f>(x: &'f Fact, y: &'f Fact) -> Option<(&'f Quantity, &'f Quantity)> {
    let agree = |p: &Quantity, q: &Quantity| p.unit == q.unit && compatible(p, q);
    for p in &x.quantities {
        for q in &y.quantities {
            let settled = y.quantities.iter().any(|z| agree(p, z)) || x.quantities.iter().any(|z| agree(z, q));
            if p.unit == q.unit && !compatible(p, q) && !settled {
                return Some((p, q));
            }
        }
    }
    None
}

/// True if some number satisfies both. "About" gives a tenth either way.
pub(super) fn compatible(p: &Quantity, q: &Quantity) -> bool {
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
fn days(x: &Fact, y: &Fact) -> Option<(Span, Span)> {
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
