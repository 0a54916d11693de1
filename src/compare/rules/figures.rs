//! Rules on counts.

use super::guards::{ONE, elsewhere, half_done, label, loose, more, one_named, other_time, strangers, told};
use super::times::{calendar, hours};
use super::{agree, finding};
use crate::claims::{Bound, Modality, Quantity, SlotName};
use crate::compare::facts::{Fact, is_infinitive};
use crate::compare::lexis::{Lexis, Term};
use crate::compare::measures::{in_one_unit, is_toll, one_kind};
use crate::compare::phrase::{around, counted};
use crate::compare::relate::{Finding, Two};
use crate::compare::{Relation, SlotKind, TOLLS};
use crate::english::compare_say as say;
use crate::tags::Upos;

/// Surety from which two figures count one thing.
const ONE_FIGURE: f32 = 0.56;
/// The same for hours and days.
const ONE_TIME: f32 = 0.42;
/// The same where words beside them ("some", "other") may tell of parts.
const SURE_FIGURE: f32 = 0.8;
/// Surety from which figures count one thing though one is told of a place that the other's article never names.
const AWAY: f32 = 0.75;
/// Surety from which two equal figures are one told twice.
const SAME_FIGURE: f32 = 0.68;
/// Likeness from which two shares may be of one thing.
const SHARED: f32 = 0.45;
/// So many times another, a figure is of something else.
const WORLDS: f64 = 20.0;
/// Below this, figures are often equal by chance.
const SMALL: f64 = 3.0;
/// Words after a number in which the time is looked for until which was counted.
const FAR: usize = 14;

/// Each side gives a figure that the other lacks.
pub(super) fn other_figures(two: Two<'_>) -> bool {
    figures_apart(two.lexis(), two.of_x(two.x.key), two.of_y(two.y.key))
}

/// Each of two stretches gives a figure that the other lacks, in digits or words, numbers of order too, a part, a day or a month.
pub(in crate::compare) fn figures_apart(lexis: &Lexis<'_>, a: &str, b: &str) -> bool {
    let figures = |words: &str| -> Vec<(u8, String)> {
        // "-12" and "12", "-$5 million" and "$5 million" are two figures.
        let below = |w: &str| {
            let sign = w.trim_start_matches(['(', '“', '"']).strip_prefix(['-', '−']);
            sign.is_some_and(|w| w.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit()))
        };
        let figures = words.split_whitespace().flat_map(|w| {
            let sign = if below(w) { "-" } else { "" };
            let runs = w.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
            runs.map(|n| n.trim_matches(['.', ',']).replace(',', ""))
                .filter(|n| !n.is_empty())
                .map(move |n| format!("{sign}{n}"))
        });
        let spelt = || words.split(|c: char| !c.is_alphabetic());
        // "one" is often no count.
        let told = spelt().filter_map(|w| lexis.number(w)).filter(|&n| n > 1.0);
        let parts = spelt().filter_map(|w| Some((lexis.parts(w)?, w.trim_end_matches('s').to_lowercase())));
        figures.chain(told.map(|n| format!("{n}"))).map(|n| (0, n)).chain(parts).collect()
    };
    let (a, b) = (figures(a), figures(b));
    // "On Tuesday" and "at 19:30 on 21 October" may be one time: each kind is held against its own.
    a.iter().any(|n| !b.contains(n) && b.iter().any(|m| m.0 == n.0 && !a.contains(m)))
}

/// Two counts of one thing that cannot both be right. Counts that came out on different days may both have been.
pub(super) fn counts(two: Two<'_>) -> Option<Finding> {
    let (x, y, like) = (two.x, two.y, two.like);
    if elsewhere(two) || strangers(two) || other_time(two) {
        return None;
    }
    let kind = toll(two);
    let toll = kind.is_some();
    let scale = |f: &Fact| f.quantities.iter().any(|q| q.unit == two.scene.magnitude);
    if !(toll || scale(x) && scale(y) || one_count(two)) || two.inside && like.score < 0.6 {
        return None;
    }
    let (p, q, unit) = clash(two, toll)?;
    let people = two.lexis().person(unit);
    // "one" is often no count, and one arrest none of many.
    if !kind.is_some_and(|k| TOLLS[..3].contains(&k)) && p.value.min(q.value) <= 1.0 {
        return None;
    }
    differ(two, (p, q), kind.filter(|_| people).unwrap_or_default(), toll)
}

/// That two counts differ; none where they are of what `grows` and the later account has more. `kind` names the kind of
/// happening where people are counted.
pub(super) fn differ(two: Two<'_>, (p, q): (&Quantity, &Quantity), kind: &str, grows: bool) -> Option<Finding> {
    // "licensed to carry 100", "carried 96": what may be and what is are two counts.
    if meant(two, two.x, p) != meant(two, two.y, q) {
        return None;
    }
    // A share is of something: "turnout was 64 percent" and "got 52 percent of the votes" are of two things.
    let named = |words: &str, f: &Fact| words.to_lowercase().contains(two.lexis().name(f.predicate));
    let deed = !named(two.of_x(p.span), two.x) && !named(two.of_y(q.span), two.y);
    let of_one = deed && two.like.predicate >= SHARED || two.like.agent.is_some_and(|a| a >= SHARED) || one_named(two);
    if p.unit == "%" && !of_one {
        return None;
    }
    let later = later(two);
    if later.is_some_and(|y_later| grows && (q.value > p.value) == y_later) {
        return None;
    }
    let relation = if later.is_some() || compatible(p, q) { Relation::Differ } else { Relation::Conflict };
    Some(differ_in(two, (p, q), relation, kind))
}

/// That two accounts give the figures `p` and `q`.
pub(super) fn differ_in(two: Two<'_>, (p, q): (&Quantity, &Quantity), relation: Relation, kind: &str) -> Finding {
    let why = say::quantity(two.of_x(p.span), two.of_y(q.span));
    // "58 deaths": people are counted.
    let toll = |f: &Fact| f.units.iter().any(|&u| is_toll(two.lexis(), u));
    let unit = match p.unit.as_str() {
        _ if !kind.is_empty() && (toll(two.x) || toll(two.y)) => "",
        "" => &q.unit,
        own => own,
    };
    let found =
        finding(two, relation, SlotKind::Quantity, why, say::how_many(unit, kind, &counted(two, p.span, q.span)));
    let keys = (around(two.scene, two.x, p.span), around(two.scene, two.y, q.span));
    Finding { keys, ..found }
}

/// The figures of one unit that two statements give.
pub(super) fn counts_of_one<'f>(two: Two<'f>) -> Vec<(&'f Quantity, &'f Quantity)> {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    let one = |u, v| u == v || lexis.like(u, v) >= SHARED || lexis.person(u) && lexis.person(v);
    let mut out = Vec::new();
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        let own = y.quantities.iter().zip(&y.units).filter(|&(_, &v)| one(u, v));
        out.extend(own.map(|(q, _)| (p, q)));
    }
    out
}

/// True for two figures that are not the same, not even roughly, and no "one".
pub(super) fn unlike(p: &Quantity, q: &Quantity) -> bool {
    apart(p, q) && p.value.min(q.value) > 1.0
}

/// True if the verb that a figure hangs on is an infinitive.
fn meant(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let p = &two.scene.articles[f.article.ix()].parse;
    let at = p.token_from(q.span.start);
    let up = std::iter::successors((at < p.len()).then_some(at), |&t| p.head(t)).take(8);
    let verb = up.into_iter().find(|&t| p.upos(t) == Upos::Verb);
    verb.is_some_and(|v| is_infinitive(p, v) || v == f.at && f.modality == Modality::Planned)
}

/// The same holder and the same deed: what is counted in both is one thing.
fn one_count(two: Two<'_>) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    // Who counts or is counted is the same where both say who; what is wished or feared is not counted.
    if like.agent.is_some_and(|a| a < 0.5) || x.negative != y.negative || !told(x) || !told(y) {
        return false;
    }
    let held = like.agent.is_some_and(|a| a >= ONE) || like.patient.is_some_and(|p| p >= ONE) || one_named(two);
    let matter = like.words >= 0.3 || like.party >= 0.6;
    let deed = like.predicate >= 0.8 && matter && like.rest.is_none_or(|r| r >= 0.25);
    let share = |f: &Fact| f.quantities.iter().any(|q| q.unit == "%");
    if share(x) && share(y) && !held {
        return false;
    }
    deed && (held || like.words >= 0.5 || like.words >= 0.35 && like.ground >= 0.9)
        || like.score >= 0.5 && like.words >= 0.5
}

/// Both tell how many died, were hurt, are missing and so on.
fn toll(two: Two<'_>) -> Option<&'static str> {
    let lexis = two.lexis();
    // "58 deaths" tells it by what is counted; "two survivors said" does not.
    let side = |f: &Fact, k: &str| {
        let counted = || f.units.iter().filter(|&&u| !lexis.person(u)).find_map(|&u| lexis.side_of(u, k));
        lexis.side_of(f.predicate, k).or_else(counted)
    };
    let tells = |k: &&str| side(two.x, k).is_some_and(|s| side(two.y, k) == Some(s));
    TOLLS.into_iter().find(|k| tells(k) && two.x.negative == two.y.negative)
}

/// One toll, with counts that go together.
pub(super) fn tolls_agree(two: Two<'_>) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    if two.inside
        || toll(two).is_none()
        || elsewhere(two)
        || strangers(two)
        || !told(x)
        || !told(y)
        || !x.long
        || !y.long
    {
        return None;
    }
    let one = |p: &Quantity, q: &Quantity| (p.value - q.value).abs() < 1e-9;
    let mut met = false;
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            met |= counts_alike(two.lexis(), (u, p.value), (v, q.value), true) && one(p, q);
        }
    }
    met.then(|| agree(two))
}

/// Each counts the same thing, and not alike: "at least five" and "at least 14" may both be so, but are not the same.
pub(super) fn counts_apart(two: Two<'_>) -> bool {
    let (x, y) = (two.x, two.y);
    let mut pairs = x.quantities.iter().flat_map(|p| y.quantities.iter().map(move |q| (p, q)));
    let exact =
        |q: &Quantity| Quantity { bound: if q.bound == Bound::About { q.bound } else { Bound::Exact }, ..q.clone() };
    pairs.any(|(p, q)| p.unit == q.unit && !compatible(&exact(p), &exact(q)))
}

/// Two figures, each a fact of its own, that the weights hold for counts of one thing with the probability `one`.
pub(in crate::compare) fn measured(two: Two<'_>, one: f32) -> Option<Finding> {
    let (x, y) = (two.x, two.y);
    let (p, q) = (&x.quantities[0], &y.quantities[0]);
    let lexis = two.lexis();
    let dated = || lexis.cycle(&p.unit).is_some() && one_deed(two);
    if one < least(two, p) && !dated()
        || loose(two)
        || elsewhere(two) && one < AWAY
        || other_time(two)
        || strangers(two)
        || !one_kind(lexis, x, y)
    {
        return None;
    }
    if one >= SAME_FIGURE && !two.inside && same_figure(two, p, q) && x.negative == y.negative {
        let keys = (around(two.scene, x, p.span), around(two.scene, y, q.span));
        return Some(Finding { keys, learnt: true, score: 0.36 + 0.3 * one, ..agree(two) });
    }
    if lexis.hour(&p.unit) {
        return hours(two, one, p, q);
    }
    if let Some(cycle) = lexis.cycle(&p.unit) {
        return calendar(two, one, cycle);
    }
    let named = || one_named(two) || two.like.agent.is_some_and(|a| a >= ONE);
    if label(two, x) || label(two, y) || score(two, x, p) || score(two, y, q) {
        return None;
    }
    if (measure(two, x, p) || measure(two, y, q)) && !named() {
        return None;
    }
    // What was raised to a figure was another before; and of those hurt or missing, a part is not all.
    if other_toll(lexis, x, y) || other_doers(two) {
        return None;
    }
    let raised = |f: &Fact| lexis.means(f.predicate, "rise");
    if raised(x) != raised(y) || part(two, x, p) != part(two, y, q) {
        return None;
    }
    // "one" is often no count.
    let (one_p, one_q) = in_one_unit(lexis, &so_far(two, x, p), &so_far(two, y, q));
    // "at least three" and "ten" can both be so, and are not the same: a difference if they surely count one thing.
    let bounded = compatible(&one_p, &one_q);
    let other = apart(&one_p, &one_q) && p.value.min(q.value) > 1.0 && !worlds_apart(&one_p, &one_q);
    if bounded && one < SURE_FIGURE {
        return None;
    }
    let all = [whole(two, x, p), whole(two, y, q)];
    let parts = all[0] != all[1] || one < SURE_FIGURE && !all[0];
    if !other || parts || given(two, p, x, y) || given(two, q, y, x) {
        return None;
    }
    let people = lexis.person(x.units[0]) || lexis.anybody(x.units[0]) || is_toll(lexis, x.units[0]);
    // What befell them may be told by one account alone.
    let befell = [x, y].map(|f| lexis.kind_name(f.predicate)).into_iter().find(|k| TOLLS.contains(k));
    let kind = if people { befell.unwrap_or_else(|| lexis.kind_name(x.predicate)) } else { "" };
    let found = differ(two, (p, q), kind, people)?;
    Some(Finding { learnt: true, score: 0.36 + 0.3 * one, ..found })
}

/// True for one deed of one doer, told as done by both in words so alike that a day of its own is the day of the other's.
fn one_deed(two: Two<'_>) -> bool {
    let (x, y, like) = (two.x, two.y, two.like);
    let kept = |l: Option<f32>| l.is_none_or(|l| l >= ONE);
    let named = like.agent.is_some() || like.patient.is_some();
    let alike = like.predicate >= 0.84 && like.party >= ONE && kept(like.agent) && kept(like.patient) && named;
    alike && told(x) && told(y) && x.negative == y.negative && !half_done(two)
}

/// True if each names who does it, and not the same: what two countries seized is two counts.
fn other_doers(two: Two<'_>) -> bool {
    let named = |f: &Fact| f.filler(SlotName::Agent).is_some_and(|a| a.named && !a.pronoun);
    named(two.x) && named(two.y) && two.like.agent.is_some_and(|a| a < SHARED) && !one_named(two)
}

/// True if both tell what befell those who are counted, and not the same: killed here, hurt or gone there.
fn other_toll(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> bool {
    let of = |f: &Fact| -> Vec<(&'static str, bool)> {
        let told = |k: &&'static str| {
            let side = lexis.side_of(f.units[0], k).filter(|_| is_toll(lexis, f.units[0]));
            side.or_else(|| lexis.side_of(f.predicate, k)).map(|side| (*k, side))
        };
        TOLLS.iter().filter_map(told).collect()
    };
    let (a, b) = (of(x), of(y));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|k| b.contains(k))
}

/// True if two figures are not the same: further apart than a rounding where a bound lets both be so.
fn apart(p: &Quantity, q: &Quantity) -> bool {
    let about = |q: &Quantity| Quantity { bound: Bound::About, ..q.clone() };
    !compatible(p, q) || !compatible(&about(p), &about(q))
}

/// True if one is so many times the other that they count two things.
fn worlds_apart(p: &Quantity, q: &Quantity) -> bool {
    p.value.max(q.value) >= WORLDS * p.value.min(q.value)
}

/// How sure two figures must be of one thing. Shares, lengths and spans of time are given of everything.
fn least(two: Two<'_>, p: &Quantity) -> f32 {
    let common = p.unit == "%" || two.lexis().scale(&p.unit).is_some();
    let time = two.lexis().time(&p.unit);
    let least = if time { ONE_TIME } else { ONE_FIGURE };
    // In crowds the hours of other deeds are many.
    let crowd = if time { 1.0 } else { 0.5 };
    least + crowd * more(two) + if common { 0.1 } else { 0.0 }
}

/// The same figure, written alike or otherwise; small ones are too often the same by chance.
fn same_figure(two: Two<'_>, p: &Quantity, q: &Quantity) -> bool {
    let (p, q) = in_one_unit(two.lexis(), p, q);
    let one = (p.value - q.value).abs() <= 1e-4 * p.value.max(q.value);
    let time = two.lexis().time(&p.unit);
    one && p.bound == q.bound && (p.value >= SMALL || time)
}

/// The first two numbers of one unit that cannot both be right.
pub(super) fn clash<'f>(two: Two<'f>, toll: bool) -> Option<(&'f Quantity, &'f Quantity, Term)> {
    let (x, y) = (two.x, two.y);
    let agree = |p: &Quantity, q: &Quantity| p.unit == q.unit && compatible(p, q);
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            // What one gives as a whole the other gives in parts.
            let sum = |of: &Fact, unit: &str| -> f64 {
                of.quantities.iter().filter(|z| z.unit == unit).map(|z| z.value).sum()
            };
            let parts = sum(y, &q.unit) == p.value || sum(x, &p.unit) == q.value;
            let settled = parts
                || given(two, p, x, y)
                || given(two, q, y, x)
                || y.quantities.iter().any(|z| agree(p, z))
                || x.quantities.iter().any(|z| agree(z, q));
            let whole = part(two, x, p) == part(two, y, q)
                && if toll { !score(two, x, p) && !score(two, y, q) } else { whole(two, x, p) && whole(two, y, q) };
            let alike = counts_alike(two.lexis(), (u, p.value), (v, q.value), toll);
            if whole && alike && !compatible(&so_far(two, x, p), &so_far(two, y, q)) && !settled {
                return Some((p, q, u));
            }
        }
    }
    None
}

/// The only numbers of both, of one unit, that can both be so and are not the same: "at least nine", "14".
pub(super) fn bounded<'f>(two: Two<'f>) -> Option<(&'f Quantity, &'f Quantity, Term)> {
    let ([p], [q]) = (two.x.quantities.as_slice(), two.y.quantities.as_slice()) else { return None };
    let (u, v) = (two.x.units[0], two.y.units[0]);
    let one = counts_alike(two.lexis(), (u, p.value), (v, q.value), true);
    let all = whole(two, two.x, p) && whole(two, two.y, q);
    (one && all && compatible(p, q) && apart(p, q)).then_some((p, q, u))
}

/// True if a number counts all of what it counts: neither a part ("the last two", "three of the seven", "one more") nor
/// one side of a score ("20-13").
fn whole(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let (before, after) =
        (text.get(..q.span.start as usize).unwrap_or(""), text.get(q.span.end as usize..).unwrap_or(""));
    let own = q.span.of(text);
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before_words = before.rsplit(['\n', '.', ';']).next().unwrap_or("").split_whitespace().rev().take(2);
    let after_words = after.split(['\n', '.', ',', ';']).next().unwrap_or("").split_whitespace().take(1);
    // "More than 300" is no part.
    let number = |w: &&str| w.starts_with(|c: char| c.is_ascii_digit()) || lexis.number(w).is_some();
    let own = own.split_whitespace().skip_while(|w| q.bound != Bound::Exact && !number(w));
    let mut words = before_words.chain(own).chain(after_words).map(bare);
    !score(two, f, q) && !words.any(|w| lexis.portion(&w))
}

/// True if a number counts some people of more: "seven of the missing".
fn part(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let people = |u| lexis.person(u) || is_toll(lexis, u);
    let people = f.quantities.iter().zip(&f.units).any(|(p, &u)| p.span == q.span && people(u));
    people && q.span.of(text).split_whitespace().any(|w| lexis.of(w))
}

/// True if a number is one side of a score ("20-13"), one end of a range ("between 10 and 20"), stands on a clock, or tells how
/// far something lies from something else.
fn score(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let (before, own) = (text.get(..q.span.start as usize).unwrap_or(""), q.span.of(text));
    let dash = |c: char| matches!(c, '-' | '–');
    let tail = before.trim_end();
    let score =
        tail.ends_with(dash) && tail.trim_end_matches(|c| dash(c) || c == ' ').ends_with(|c: char| c.is_ascii_digit());
    let digits = own.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let other = digits.strip_prefix(dash).unwrap_or("").trim_start_matches(|c: char| dash(c) || c == ' ');
    let scored = other.starts_with(|c: char| c.is_ascii_digit());
    // "between $140 and $150 million": a figure may have a sign before it and a word behind.
    let digit =
        |w: &str| w.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit());
    let mut back = before.split_whitespace().rev();
    let to = back.next().is_some_and(|w| lexis.through(w)) && back.take(2).any(digit);
    let mut ahead = text.get(q.span.end as usize..).unwrap_or("").split_whitespace();
    let behind = ahead.next().unwrap_or("");
    let from = lexis.through(behind) && ahead.next().is_some_and(digit);
    // "two days before the vote", "five days after it": how far from something, not how long.
    let offset = lexis.scale(&q.unit).is_some() && lexis.offset(behind);
    score || scored || to || from || offset || lexis.scored(&q.unit) || lexis.clock(&q.unit)
}

/// "a 260-pound man": a measure of somebody or something is compared where both accounts name whose.
fn measure(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let text = two.scene.texts[f.article.ix()];
    let own = q.span.of(text).trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let after = if own.is_empty() { text.get(q.span.end as usize..).unwrap_or("") } else { own };
    after.trim_start().strip_prefix(['-', '‑', '–']).is_some_and(|w| w.trim_start().starts_with(char::is_alphabetic))
}

/// Units of one kind: the same, words for the same, or people by two words of which one says no more than that. Of those by
/// the narrower word there may be fewer, never more.
fn counts_alike(lexis: &Lexis<'_>, (u, p): (Term, f64), (v, q): (Term, f64), toll: bool) -> bool {
    let any = (lexis.anybody(u), lexis.anybody(v));
    let people = lexis.person(u) && lexis.person(v);
    let fits = match any {
        (true, true) => true,
        (true, false) => q > p,
        (false, true) => p > q,
        (false, false) => false,
    };
    u == v || !toll && lexis.like(u, v) >= 0.89 || people && (toll || any.0 && any.1) && (fits || p == q)
}

/// What was counted by a time is at least so many.
fn so_far(two: Two<'_>, f: &Fact, q: &Quantity) -> Quantity {
    let text = two.scene.texts[f.article.ix()];
    let after = text.get(q.span.end as usize..).unwrap_or("").split(['.', '\n']).next().unwrap_or("");
    let words: Vec<String> = (after.split_whitespace().take(FAR)).map(|w| w.trim_matches(',').to_lowercase()).collect();
    let open = q.bound == Bound::Exact && words.windows(2).any(|w| two.lexis().until(&w[0], &w[1]));
    Quantity { bound: if open { Bound::AtLeast } else { q.bound }, ..q.clone() }
}

/// True if the other's sentence gives the same figure as well: as what was, what was planned, a part.
pub(super) fn given(two: Two<'_>, q: &Quantity, of: &Fact, other: &Fact) -> bool {
    let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    let words = q.span.of(two.scene.texts[of.article.ix()]);
    let own = digits(words);
    let said = other.said.of(two.scene.texts[other.article.ix()]);
    let figures = said.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').map(digits);
    // "Four of its 22 wagons", "Four wagons": in words as in digits; small numbers are told of everything.
    let mut spelt = said.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).peekable();
    let mut worded = || {
        while let Some(w) = spelt.next() {
            let part = spelt.peek().is_some_and(|n| two.lexis().of(n));
            if two.lexis().number(w) == Some(q.value) && (q.value > SMALL || part) {
                return true;
            }
        }
        false
    };
    if own.is_empty() { worded() } else { figures.into_iter().any(|n| n == own) }
}

/// True if some number satisfies both. "About" gives a tenth either way.
pub(in crate::compare) fn compatible(p: &Quantity, q: &Quantity) -> bool {
    let range = |q: &Quantity| match q.bound {
        Bound::Exact => (q.value, q.value),
        Bound::About => (q.value * 0.9, q.value * 1.1),
        Bound::AtLeast => (q.value, f64::INFINITY),
        Bound::AtMost => (0.0, q.value),
    };
    let ((a, b), (c, d)) = (range(p), range(q));
    a.max(c) <= b.min(d) + 1e-9
}

/// If the articles came out on different days: whether the second is the later.
pub(super) fn later(two: Two<'_>) -> Option<bool> {
    let (p, q) = (&two.scene.published[two.x.article.ix()], &two.scene.published[two.y.article.ix()]);
    (!p.meets(q)).then_some(())?;
    Some(p.earliest? < q.earliest?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

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
