//! Rules on hours and days.

use super::bounds::compatible;
use super::counted::given;
use super::guards::{copied, label, other_time, strangers, two_ends};
use super::{SAME_MATTER, SAME_SAYING, finding};
use crate::claims::{Bound, Modality, Quantity};
use crate::compare::calendar::Cycle;
use crate::compare::facts::Fact;
use crate::compare::measures::{HALF_A_DAY, ROUNDED, between_clocks, minutes_apart};
use crate::compare::phrase::{around, dated};
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind};
use crate::dates::DayRange;
use crate::english::compare_say as say;
use crate::syntax::Deprel;
use crate::tags::Upos;
use crate::text::Span;

/// Minutes by which two times told to the minute are two, and what such times are no multiple of.
const EXACT: f32 = 5.0;
const ODD: f64 = 5.0;
/// Likeness from which two verbs tell one deed.
const ONE_DEED: f32 = 0.5;

/// Two times of day of one happening, further apart than a rounding.
pub(super) fn hours(two: Two<'_>, one: f32, p: &Quantity, q: &Quantity) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let apart = minutes_apart(two.lexis(), p, q);
    // A stamp ("Updated 4:08 p.m.") tells when nothing happened.
    let told = |f: &Fact| two.scene.articles[f.article.ix()].parse.upos(f.at) == Upos::Verb;
    if !told(x) || !told(y) || two_ends(two) || stamp(two, x, p.span) || stamp(two, y, q.span) {
        return None;
    }
    // Where one leaves open which half of the day, they are never half a day apart.
    let least = if exact(two, p, q) { EXACT } else { ROUNDED };
    if !(least..=HALF_A_DAY).contains(&apart) || days(x, y).is_some() || given(two, p, x, y) || given(two, q, y, x) {
        return None;
    }
    let relation = if apart < ROUNDED { Relation::Differ } else { Relation::Conflict };
    let found = Finding { learnt: true, score: 0.36 + 0.3 * one, ..apart_in_time(two, relation, p.span, q.span) };
    // Told by two verbs, the hours may be of two steps of what happened.
    if two.like.predicate < ONE_DEED {
        let why = say::two_times(two.of_x(p.span), two.of_y(q.span));
        return Some(Finding { relation: Relation::Differ, score: 0.15 + 0.3 * one, why, ..found });
    }
    Some(found)
}

/// True for two times told to the minute: one at least is no multiple of five minutes, and neither is "about" so.
fn exact(two: Two<'_>, p: &Quantity, q: &Quantity) -> bool {
    let odd = |q: &Quantity| q.value.rem_euclid(ODD) > 0.0;
    let digits = |s: &str| s.contains(|c: char| c.is_ascii_digit());
    p.bound == Bound::Exact
        && q.bound == Bound::Exact
        && (odd(p) || odd(q))
        && digits(two.of_x(p.span))
        && digits(two.of_y(q.span))
}

/// That one account has a happening at `p`, the other at `q`.
pub(super) fn apart_in_time(two: Two<'_>, relation: Relation, p: Span, q: Span) -> Finding {
    let relation = if one_planned(two) { Relation::Differ } else { relation };
    let why = say::time(two.of_x(p), two.of_y(q));
    let keys = (around(two.scene, two.x, p), around(two.scene, two.y, q));
    Finding { keys, figures: Some((p, q)), ..finding(two, relation, SlotKind::Time, why, say::when(&dated(two, p, q))) }
}

/// "Was expected to speak on Wednesday", "spoke on Tuesday": a plan and what came of it can both be so.
fn one_planned(two: Two<'_>) -> bool {
    let plan = |f: &Fact| f.infinitive || f.modality == Modality::Planned;
    plan(two.x) != plan(two.y)
}

/// "Updated: 4:08 p.m.", "Posted at 10:15 p.m.", "10:15 p.m. | Sports": what stands behind a colon, in a row of a page, or
/// behind a verb without a subject that begins its sentence dates a text, not what happened.
pub(super) fn stamp(two: Two<'_>, f: &Fact, time: Span) -> bool {
    let before = two.scene.texts[f.article.ix()].get(..time.start as usize).unwrap_or("");
    let p = &two.scene.articles[f.article.ix()].parse;
    let first = p.head(f.at).is_none() && p.sentence_tokens(f.at).start == f.at;
    let bare = first && p.subject(f.at).is_none() && p.upos(f.at) == Upos::Verb;
    bare || before.trim_end().ends_with(':') || before.rsplit('\n').next().is_some_and(|line| line.contains(" | "))
}

/// Two days, months or weekdays of one happening, of which not both can be so.
pub(super) fn calendar(two: Two<'_>, one: f32, cycle: Cycle) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let (p, q) = (&x.quantities[0], &y.quantities[0]);
    let at_once = p.bound != q.bound || cycle != Cycle::Weekday && compatible(p, q);
    if label(two, x)
        || label(two, y)
        || p.value == q.value
        || at_once
        || copied(two)
        || one_planned(two)
        || two_ends(two)
    {
        return None;
    }
    // "On Friday the police defended the raid" dates the words, not the raid.
    if one_time(two.of_x(p.span), two.of_y(q.span)) || says(two, x) != says(two, y) {
        return None;
    }
    if !told_of_deeds(two, p.span, q.span) {
        return None;
    }
    Some(Finding { learnt: true, score: 0.36 + 0.3 * one, ..apart_in_time(two, Relation::Conflict, p.span, q.span) })
}

/// True for two times told outright, and of the deeds themselves: what is reckoned from another day ("nine days earlier", "this
/// afternoon") may be reckoned wrongly.
pub(super) fn told_of_deeds(two: Two<'_>, p: Span, q: Span) -> bool {
    let outright = |f: &Fact, words: &str, time: Span| {
        let told = words.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
        let counted = two.scene.settings.is_reckoned(f.article, time);
        told && !counted && !stamp(two, f, time) && !tells_which(two, f, time)
    };
    outright(two.x, two.of_x(p), p) && outright(two.y, two.of_y(q), q)
}

/// "The winner of Friday's second semifinal", "after the Monday attack": a day that only tells which one is meant.
pub(super) fn tells_which(two: Two<'_>, f: &Fact, time: Span) -> bool {
    let p = &two.scene.articles[f.article.ix()].parse;
    let last = p.tokens.tokens.partition_point(|t| t.span.start < time.end).saturating_sub(1);
    // The day's own case ("on Monday") makes it one of the deed, wherever the tree hangs it.
    let mut at = last;
    while let Some(h) = p.head(at).filter(|&h| p.span(h).start >= time.start) {
        if h > last {
            return p.upos(h).is_nominal() && h != f.at && p.deprel(at) != Deprel::Nmod;
        }
        at = h;
    }
    false
}

/// True if the predicate tells that somebody said something.
fn says(two: Two<'_>, f: &Fact) -> bool {
    let article = &two.scene.articles[f.article.ix()];
    let at = article.parse.span(f.at);
    article.claims.iter().any(|c| c.cue.as_ref().is_some_and(|cue| cue.span.contains(at)))
}

/// True if the letters and figures of one all stand in the other: "2045 GMT" and "2045 GMT on Friday" are one time, written twice.
pub(in crate::compare) fn one_time(a: &str, b: &str) -> bool {
    let bare = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (a, b) = (bare(a), bare(b));
    a.contains(&b) || b.contains(&a)
}

/// Two days for one happening.
pub(super) fn dates(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if two.inside
        || like.predicate < 0.8
        || like.score < SAME_MATTER
        || like.party < 0.6
        || copied(two)
        || two_ends(two)
        || strangers(two)
        || other_time(two)
    {
        return None;
    }
    let parted = |l: Option<f32>| l.is_some_and(|l| l < 0.5);
    if parted(like.agent) || parted(like.patient) || x.nominal && y.nominal {
        return None;
    }
    let (p, q) = days(x, y).or_else(|| clocks(x, y))?;
    // One hour of days that only publication told apart is one moment.
    let hour = |f: &Fact| f.times.first().and_then(|t| clock(&t.1.edtf)).map(|c| c.0);
    if hour(x).zip(hour(y)).is_some_and(|(m, n)| m.abs_diff(n) < ROUNDED as u32) {
        return None;
    }
    if !told_of_deeds(two, p, q) {
        return None;
    }
    if like.rest.is_some_and(|r| r < 0.4) || one_time(two.of_x(p), two.of_y(q)) {
        return None;
    }
    let relation = if like.score >= SAME_SAYING { Relation::Conflict } else { Relation::Differ };
    Some(apart_in_time(two, relation, p, q))
}

/// Two dates, each within a month, with no day in common.
pub(super) fn days(x: &Fact, y: &Fact) -> Option<(Span, Span)> {
    let narrow = |r: &DayRange| r.days().is_some_and(|n| n <= 31);
    let (p, q) = (x.times.first()?, y.times.first()?);
    // "October 19" of two articles, of which one is placed in another year.
    let one_day = |a: &str, b: &str| a.len() == 10 && b.len() == 10 && a.get(4..) == b.get(4..);
    let apart = narrow(&p.1) && narrow(&q.1) && !p.1.meets(&q.1) && !one_day(&p.1.edtf, &q.1.edtf);
    (apart && x.times.len() == 1 && y.times.len() == 1).then_some((p.0, q.0))
}

/// Two clock times of one day, each the only one, further apart than a rounding.
pub(super) fn clocks(x: &Fact, y: &Fact) -> Option<(Span, Span)> {
    let [(p, a)] = x.times.as_slice() else { return None };
    let [(q, b)] = y.times.as_slice() else { return None };
    let ((m, zone), (n, other)) = (clock(&a.edtf)?, clock(&b.edtf)?);
    (a.meets(b) && zone == other && between_clocks(m, n) >= ROUNDED).then_some((*p, *q))
}

/// The minute of its day that a moment tells, and its zone.
fn clock(edtf: &str) -> Option<(u32, &str)> {
    let (_, time) = edtf.split_once('T')?;
    let (hour, minute) = (time.get(..2)?.parse::<u32>().ok()?, time.get(3..5)?.parse::<u32>().ok()?);
    Some((hour * 60 + minute, time.get(5..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_of_the_day() {
        for (edtf, want) in [
            ("2031-05-12T07:30", Some((450, ""))),
            ("2031-05-12T07:30:00Z", Some((450, ":00Z"))),
            ("2031-05-12TMO", None),
            ("2031-05-12", None),
            ("2031-05-12T7", None),
        ] {
            assert_eq!(clock(edtf), want, "{edtf}");
        }
    }
}
