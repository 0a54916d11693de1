//! Expressions that are counted from an event: "two days before he resigned", "on the second day of the trial".

use super::unite::{Cluster, Clusters};
use super::{ArticleTimes, Event};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::Link;
use crate::english::time_steps;
use crate::english::times::Reading;
use crate::text::{ArticleIx, TimexIx};
use crate::times::{Anchor, Basis, Rel, Timex, TimexKind, Unit};
use jiff::ToSpan;
use std::ops::Range;

/// How far behind its connective an event may stand, in tokens.
const REACH: usize = 8;
/// How many sentences "the next day" may stand behind the day it follows.
const STORY: usize = 3;
/// The early days of something are these many.
const EARLY: i64 = 4;

/// Gives ranges to what hangs on events, in text order, and adds the clauses that are placed by a dated event.
pub(super) fn tie(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    published: Option<Date>,
    timexes: &mut Vec<Timex>,
) {
    let article = &articles[a];
    let mut story: Option<(usize, usize)> = None;
    for i in 0..timexes.len() {
        let Some(first) = timexes[i].tokens.clone().next() else { continue };
        let sentence = article.parse.tokens.tokens[first].sentence.ix();
        let tied = from_event(english, articles, a, clusters, &timexes[i])
            .or_else(|| lasting(english, articles, a, clusters, &timexes[i]))
            .or_else(|| {
                let (anchor, at) = story.filter(|(_, s)| s + STORY >= sentence)?;
                from_story(a, &timexes[i], &timexes[anchor], anchor).filter(|_| at <= sentence)
            });
        if let Some(tied) = tied {
            let timex = &mut timexes[i];
            timex.range = Some(tied.range);
            timex.anchor = tied.anchor;
            timex.basis = Basis::Computed;
            timex.steps = tied.steps;
            story = Some((i, sentence));
        } else if matches!(timexes[i].anchor, Anchor::None | Anchor::Publication) && timexes[i].period.is_some() {
            story = None;
        }
    }
    clauses(english, articles, a, clusters, published, timexes);
}

struct Tied {
    range: DayRange,
    anchor: Anchor,
    steps: Vec<String>,
}

/// The first event behind token `from` in its sentence.
fn event_behind<'a>(article: &'a ArticleTimes<'_>, from: usize, reach: usize) -> Option<(usize, &'a Event)> {
    if from >= article.parse.len() {
        return None;
    }
    let sentence = article.parse.sentence_tokens(from);
    let end = sentence.end.min(from + reach);
    let at = |e: &Event| e.carrier.filter(|c| (from..end).contains(c)).unwrap_or(e.trigger);
    in_sentence(article, sentence)
        .map(|e| (e, &article.events[e]))
        .filter(|(_, e)| (from..end).contains(&at(e)) && e.class.is_some())
        .min_by_key(|(_, e)| at(e))
}

/// The events of a sentence; events stand in text order.
fn in_sentence(article: &ArticleTimes<'_>, sentence: Range<usize>) -> Range<usize> {
    let at = |t: usize| article.events.partition_point(|e| e.trigger < t);
    at(sentence.start)..at(sentence.end)
}

/// Does the text go on with these words at token `t`?
fn goes_on(article: &ArticleTimes<'_>, t: usize, words: &[&str]) -> bool {
    let n = article.parse.len();
    words.iter().enumerate().all(|(i, w)| t + i < n && article.parse.form(t + i).eq_ignore_ascii_case(w))
}

fn from_event(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    timex: &Timex,
) -> Option<Tied> {
    let article = &articles[a];
    let words = &english.events;
    let end = timex.tokens.end;
    let (phrase, link) = words.links.iter().find(|(phrase, _)| goes_on(article, end, phrase))?;
    let (e, event) = event_behind(article, end + phrase.len(), REACH)?;
    let cluster = clusters.of(a, e)?;
    let (first, last) = cluster.joint?;
    let m = &timex.meaning;
    let before = timex.tokens.start.checked_sub(1).map(|t| article.parse.form(t).to_lowercase());
    let within = before.is_some_and(|w| words.within.contains(&w.as_str()));
    let (link, range) = match (m.flag, m.reading) {
        // "the second day of the trial"
        (Some(15), _) => {
            let n = i64::from(m.ordinal?) - 1;
            (None, (shift(first, n as f32, m.unit?, 1)?, shift(last, n as f32, m.unit?, 1)?))
        }
        // "the early days of the war"
        (Some(16), _) => (None, (first, last.checked_add(EARLY.days()).ok()?)),
        (_, Reading::Span) => {
            let unit = m.unit?;
            let amount = m.amount.map_or((1.0, 9.0), |n| (n.low, n.high));
            let hours = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) && amount.1 < 24.0
                || m.amount.is_none() && unit < Unit::Day;
            // Hours away is the same day or the next; a day that is itself uncertain holds both.
            let slack = i64::from(hours && first == last);
            let link = match link {
                Link::Within if !within && m.rel.is_none() && m.ordinal.is_none() => return None,
                Link::After if within => Link::Within,
                _ => *link,
            };
            let range = match link {
                _ if hours && link == Link::Before => (first.checked_sub(slack.days()).ok()?, last),
                _ if hours => (first, last.checked_add(slack.days()).ok()?),
                Link::Before => (shift(first, amount.1, unit, -1)?, shift(last, amount.0, unit, -1)?),
                Link::After => (shift(first, amount.0, unit, 1)?, shift(last, amount.1, unit, 1)?),
                Link::Within => (first, shift(last, amount.1, unit, 1)?),
            };
            (Some(link), range)
        }
        _ => return None,
    };
    Some(tied(english, articles, a, cluster, event, timex, link, DayRange::between(range.0, range.1)))
}

#[allow(clippy::too_many_arguments)]
fn tied(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    cluster: &Cluster,
    event: &Event,
    timex: &Timex,
    link: Option<Link>,
    range: DayRange,
) -> Tied {
    let words = &english.events;
    let joint = cluster.joint.map_or_else(DayRange::default, super::unite::range);
    let text = articles[a].parse.text;
    let here = ArticleIx::new(a);
    let mut steps = vec![words.hangs_on(link, timex.span.of(text), event.span.of(text), &joint.edtf, &range.edtf)];
    let mut anchor = Anchor::None;
    if let Some(witness) = cluster.witness(here) {
        anchor = Anchor::Event(witness.article, witness.event);
        if witness.article != here {
            let there = &articles[witness.article.ix()];
            steps.push(words.dated_by(there.events[witness.event.ix()].clause.of(there.parse.text)));
        }
    }
    Tied { range, anchor, steps }
}

/// "had raged for 14 years", "for months had planned the campaign": up to the event of the sentence.
fn lasting(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    timex: &Timex,
) -> Option<Tied> {
    let article = &articles[a];
    let words = &english.events;
    let m = &timex.meaning;
    let start = timex.tokens.start;
    let unit = m.unit.filter(|_| m.reading == Reading::Span && m.rel.is_none())?;
    let before = start.checked_sub(1).map(|t| article.parse.form(t).to_lowercase())?;
    if !words.lasting.contains(&before.as_str()) {
        return None;
    }
    let sentence = article.parse.sentence_tokens(start);
    let near = start.saturating_sub(8).max(sentence.start)..(timex.tokens.end + 8).min(sentence.end);
    if !near.clone().any(|t| words.had.contains(&article.parse.form(t).to_lowercase().as_str())) {
        return None;
    }
    let dated = |e: &usize| clusters.of(a, *e).is_some_and(|c| c.joint.is_some());
    let e = in_sentence(article, sentence).find(dated)?;
    let cluster = clusters.of(a, e)?;
    let (first, last) = cluster.joint?;
    let range = match m.amount.filter(|n| !n.is_vague()) {
        Some(n) => {
            let slack = if timex.modifier.is_some() { shift(last, 1.0, unit, 1)? } else { last };
            DayRange::between(shift(first, n.low, unit, -1)?, shift(slack, n.low, unit, -1)?)
        }
        None => DayRange { earliest: None, latest: Some(first), edtf: format!("../{first}") },
    };
    Some(tied(english, articles, a, cluster, &article.events[e], timex, None, range))
}

/// "the next day", where the day before hangs on an event.
fn from_story(a: usize, timex: &Timex, anchor: &Timex, i: usize) -> Option<Tied> {
    let sign = match timex.meaning.rel? {
        Rel::Following => 1,
        Rel::Previous => -1,
        Rel::Same => 0,
        _ => return None,
    };
    let unit = timex.meaning.unit?;
    let days = anchor.range.as_ref()?;
    let by = |d: Date| shift(d, sign as f32, unit, 1);
    let range = DayRange::between(by(days.earliest?)?, by(days.latest?)?);
    let steps = vec![time_steps::from_story(&days.edtf, &range.edtf)];
    Some(Tied { range, anchor: Anchor::Timex(ArticleIx::new(a), TimexIx::new(i)), steps })
}

/// A day some units on; hours are rounded to days.
fn shift(day: Date, amount: f32, unit: Unit, sign: i64) -> Option<Date> {
    if !amount.is_finite() || amount.abs() > 1e5 {
        return None;
    }
    let n = amount.round() as i64 * sign;
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute => span.try_days(0),
        Unit::Hour => span.try_days(n / 24),
        Unit::Day | Unit::Night | Unit::Weekend => span.try_days(n),
        Unit::Week => span.try_weeks(n),
        Unit::Fortnight => span.try_weeks(2 * n),
        Unit::Month => span.try_months(n),
        Unit::Quarter | Unit::Season => span.try_months(3 * n),
        Unit::Half => span.try_months(6 * n),
        Unit::Year => span.try_years(n),
        Unit::Decade => span.try_years(10 * n),
        Unit::Century => span.try_years(100 * n),
    };
    day.checked_add(span.ok()?).ok().filter(|d| d.year() >= 1)
}

/// "after the attack began": a clause placed by an event that several articles tell of and one dates.
fn clauses(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    published: Option<Date>,
    timexes: &mut Vec<Timex>,
) {
    let article = &articles[a];
    let mut taken = vec![false; article.parse.len()];
    for t in timexes.iter() {
        taken[t.tokens.clone()].fill(true);
    }
    for (e, event) in article.events.iter().enumerate() {
        let Some(cluster) = clusters.of(a, e).filter(|c| c.articles() > 1) else { continue };
        let Some((first, last)) = cluster.joint else { continue };
        let start = article.parse.sentence_tokens(event.trigger).start.max(event.trigger.saturating_sub(REACH / 2));
        let connective = (start..event.trigger).rev().find_map(|t| {
            let form = article.parse.form(t).to_lowercase();
            let (_, link) = english.events.connectives.iter().find(|(w, _)| *w == form)?;
            Some((t, *link))
        });
        let Some((t, link)) = connective else { continue };
        let end = event.carrier.unwrap_or(event.trigger).max(event.trigger) + 1;
        if taken[t.saturating_sub(1)..end].contains(&true) {
            continue;
        }
        let range = match link {
            Link::Before => DayRange { earliest: None, latest: Some(last), edtf: format!("../{last}") },
            Link::Within => DayRange::between(first, last),
            Link::After => match published.filter(|p| *p >= first) {
                Some(p) => DayRange::between(first, p),
                None => DayRange { earliest: Some(first), latest: None, edtf: format!("{first}/..") },
            },
        };
        let mut timex = Timex::event_anchored(article.parse.span_of(t..end), t..end, "event-clause");
        let tied = tied(english, articles, a, cluster, event, &timex, None, range);
        timex.kind = TimexKind::Date;
        timex.value = if link == Link::Within { tied.range.edtf.clone() } else { String::from("XXXX-XX-XX") };
        timex.modifier = match link {
            Link::Before => Some("BEFORE"),
            Link::After => Some("AFTER"),
            Link::Within => None,
        };
        timex.range = Some(tied.range);
        timex.anchor = tied.anchor;
        timex.steps = tied.steps;
        taken[t..end].fill(true);
        timexes.push(timex);
    }
}
