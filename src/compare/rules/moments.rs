//! One deed, told of another time: on another day, for longer, until later.
//!
//! Here the words of both accounts make one deed of the two, so that their times are compared as they stand, whether or not
//! anything places them in the calendar.

use super::guards::{half_done, label, loose, more, strangers, two_ends};
use super::times::{apart_in_time, one_time, stamp, tells_which};
use crate::claims::Quantity;
use crate::compare::Relation;
use crate::compare::calendar::{days_apart, word_before};
use crate::compare::clauses::clause;
use crate::compare::facts::Fact;
use crate::compare::measures::{ROUNDED, between_clocks};
use crate::compare::phrase::{around, dated};
use crate::compare::relate::{Finding, Two};
use crate::english::{compare_say as say, decimal};
use crate::tags::Upos;
use crate::text::Span;
use crate::times::{Timex, TimexKind};

/// Surety from which two statements are one deed told twice, and the likeness of their words.
const SURE: f32 = 0.6;
const ALIKE: f32 = 0.45;
/// Surety that years of their own do not shake.
const SURER: f32 = 0.8;
/// Likeness of two verbs of one deed.
const DEED: f32 = 0.84;
/// Most words of a key with its time.
const WORDS: usize = 20;
/// Parts of the day as TIMEX3 has them, in their order; neighbours run into each other.
const PARTS: [&str; 5] = ["TMO", "TMI", "TAF", "TEV", "TNI"];
/// From this ratio on, two lengths are not one rounded.
const LONGER: f64 = 1.2;
/// The same where one is "hours" or "years", and how many those are held for.
const VAGUE: f64 = 6.0;
const FEW: f64 = 3.0;

/// Two times of one deed.
pub(super) fn moments(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    let one = two.matter >= SURE + more(two) && like.score >= ALIKE && like.predicate >= DEED;
    let parted = |l: Option<f32>| l.is_some_and(|l| l < 0.5);
    let whole = |f: &Fact| f.verb.is_some() && !f.display && !label(two, f);
    if !one
        || two.inside
        || parted(like.agent)
        || parted(like.patient)
        || x.negative != y.negative
        || !whole(x)
        || !whole(y)
        || loose(two)
        || strangers(two)
        || half_done(two)
        || two_ends(two)
    {
        return None;
    }
    let (own, others) = (told(two, x), told(two, y));
    // Two that differ in several times are two deeds.
    let lone = |t: &&&Timex, of: &[&Timex]| !of.iter().any(|u| u.value == t.value);
    let mut mine = own.iter().filter(|t| lone(t, &others));
    let mut theirs = others.iter().filter(|t| lone(t, &own));
    let (Some(p), None, Some(q), None) = (mine.next(), mine.next(), theirs.next(), theirs.next()) else { return None };
    if one_time(two.of_x(p.span), two.of_y(q.span)) {
        return None;
    }
    let found = apart_in_time(two, apart(two, p, q)?, p.span, q.span);
    let keys = (with(two, x, p.span), with(two, y, q.span));
    let lasts = [(x, p), (y, q)].iter().all(|(f, t)| goes_on(two, f, t));
    let question = if lasts { say::how_long(&dated(two, p.span, q.span)) } else { found.question };
    Some(Finding { keys, question, ..found })
}

/// True if each of two statements gives a day of its own, and not the same.
pub(super) fn of_two_days(two: Two<'_>) -> bool {
    let (own, others) = (told(two, two.x), told(two, two.y));
    own.iter().any(|p| others.iter().any(|q| days_apart(&p.value, &q.value)))
}

/// The key of a fact and its time, which may stand before it: "In 2019, twelve pupils died".
fn with(two: Two<'_>, f: &Fact, time: Span) -> Span {
    let p = &two.scene.articles[f.article.ix()].parse;
    let at = p.token_from(time.start);
    // "In 2019"
    let case = at.checked_sub(1).filter(|&t| p.upos(t) == Upos::Adp);
    let whole = f.key.cover(case.map_or(time, |t| p.span(t).cover(time)));
    let words = whole.of(two.scene.texts[f.article.ix()]);
    if words.split_whitespace().count() <= WORDS { whole } else { around(two.scene, f, time) }
}

/// The times in the clause of a fact.
fn told<'t>(two: Two<'t>, f: &Fact) -> Vec<&'t Timex> {
    let p = &two.scene.articles[f.article.ix()].parse;
    let clause = clause(p, f.at);
    let all = two.scene.timeline.timexes_in(f.article);
    let inside = |t: &&Timex| clause.binary_search(&t.tokens.start).is_ok();
    // "14 minutes before the storm" is a distance.
    let distance =
        |t: &Timex| t.kind == TimexKind::Duration && t.tokens.end < p.len() && two.lexis().offset(p.form(t.tokens.end));
    // "a star of the 1940s"
    let own = |t: &Timex| !stamp(two, f, t.span) && !tells_which(two, f, t.span);
    let fits = |t: &&Timex| t.kind != TimexKind::Set && !t.impossible && !distance(t) && own(t);
    all.iter().filter(inside).filter(fits).collect()
}

/// How two times part, if they do.
fn apart(two: Two<'_>, p: &Timex, q: &Timex) -> Option<Relation> {
    if let (Some(a), Some(b)) = (length(&p.value), length(&q.value)) {
        // Two figures are compared as such.
        let figure = |f: &Fact, t: &Timex| f.quantities.iter().any(|z| z.span.overlaps(t.span));
        let figures = figure(two.x, p) && figure(two.y, q);
        let vague = |t: &Timex| t.value.contains('X');
        let least = if vague(p) || vague(q) { VAGUE } else { LONGER };
        let rough = p.modifier.or(q.modifier).is_some() || vague(p) || vague(q);
        let relation = if rough { Relation::Differ } else { Relation::Conflict };
        return (!figures && a.max(b) >= least * a.min(b)).then_some(relation);
    }
    // "for six weeks", "until spring"
    let lasts = |t: &Timex| t.kind == TimexKind::Duration;
    if lasts(p) || lasts(q) {
        let ends = |f: &Fact, t: &Timex| !lasts(t) && two.lexis().ends(case(two, f, t));
        return (ends(two.x, p) || ends(two.y, q)).then_some(Relation::Differ);
    }
    // What is reckoned from another day may be reckoned wrongly.
    let outright = |f: &Fact, t: &Timex| {
        let m = &t.meaning;
        let named = m.weekday.is_some() || m.month.is_some() || m.year.is_some() || m.season.is_some();
        named && !two.scene.settings.is_reckoned(f.article, t.span)
    };
    if outright(two.x, p) && outright(two.y, q) {
        let ranges = p.range.as_ref().zip(q.range.as_ref());
        let away = ranges.is_some_and(|(r, s)| !r.meets(s)) || days_apart(&p.value, &q.value);
        // A deed told of two years by name may have been done in both.
        let years = p.meaning.year.zip(q.meaning.year).is_some_and(|(a, b)| a != b);
        if away && (!years || two.matter >= SURER || one_figure(two)) {
            return Some(Relation::Conflict);
        }
    }
    let clock = |t: &Timex| t.clock().filter(|c| c.1.is_none()).map(|c| c.0);
    if let Some((m, n)) = clock(p).zip(clock(q)) {
        // "by 9 a.m.", "at 8:40"
        let by = |f: &Fact, t: &Timex| two.lexis().ends(case(two, f, t));
        if by(two.x, p) != by(two.y, q) {
            return None;
        }
        return (between_clocks(m.unsigned_abs(), n.unsigned_abs()) >= ROUNDED).then_some(Relation::Conflict);
    }
    let part = |t: &Timex| PARTS.iter().position(|p| t.value.ends_with(p));
    let (a, b) = part(p).zip(part(q))?;
    (a.abs_diff(b) > 1).then_some(Relation::Conflict)
}

/// Both give the same figure of the same.
fn one_figure(two: Two<'_>) -> bool {
    let (x, y) = (two.x, two.y);
    let time = |z: &Quantity| two.lexis().scale(&z.unit).is_some() || two.lexis().time(&z.unit);
    let told = |z: &&Quantity| z.value > 1.0 && !time(z);
    x.quantities.iter().filter(told).any(|z| y.quantities.iter().any(|w| w.unit == z.unit && w.value == z.value))
}

/// The word before a time.
fn case<'t>(two: Two<'t>, f: &Fact, t: &Timex) -> &'t str {
    word_before(&two.scene.articles[f.article.ix()].parse, t)
}

/// A length, or a time up to which something goes on: "for six weeks", "until Monday"; not a term ("within six months").
fn goes_on(two: Two<'_>, f: &Fact, t: &Timex) -> bool {
    let before = case(two, f, t);
    (t.kind == TimexKind::Duration || two.lexis().ends(before)) && !two.lexis().terms(before)
}

/// The days of a TIMEX3 duration; of some hours or weeks, a few.
fn length(value: &str) -> Option<f64> {
    let rest = value.strip_prefix('P')?;
    let (rest, time) = rest.strip_prefix('T').map_or((rest, false), |r| (r, true));
    let (number, unit) = match rest.strip_prefix('X') {
        Some(unit) => (FEW, unit),
        None => {
            let (number, unit) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit() && c != '.')?);
            (decimal(number)?, unit)
        }
    };
    let days = match (time, unit) {
        (true, "H") => 1.0 / 24.0,
        (true, "M") => 1.0 / 1440.0,
        (true, "S") => 1.0 / 86400.0,
        (false, "D") => 1.0,
        (false, "W") => 7.0,
        (false, "M") => 30.5,
        (false, "Y") => 366.0,
        (false, "DE") => 3660.0,
        _ => return None,
    };
    Some(number * days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_between_clocks() {
        for (m, n, apart) in [(1435, 5, 10.0), (550, 543, 7.0), (230, 955, 5.0), (600, 840, 240.0), (0, 720, 0.0)] {
            assert_eq!(between_clocks(m, n), apart, "{m} {n}");
        }
    }

    #[test]
    fn lengths_in_days() {
        for (value, want) in [
            ("P3D", Some(3.0)),
            ("P1W", Some(7.0)),
            ("P1.5Y", Some(549.0)),
            ("PT48H", Some(2.0)),
            ("PXW", Some(21.0)),
            ("PT90M", Some(0.0625)),
            ("2031-05-12", None),
            ("P", None),
            ("PXX", None),
        ] {
            assert_eq!(length(value), want, "{value}");
        }
    }
}
