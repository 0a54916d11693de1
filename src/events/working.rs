//! What an expression that hangs on an event says and shows, and the clauses that such events place.

use super::ArticleTimes;
use super::links;
use super::network::Bounds;
use super::offsets::{From, Hung, REACH};
use super::unite::{Cluster, Clusters};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::{EventsWords, Link};
use crate::english::time_steps;
use crate::english::times::Reading;
use crate::text::{ArticleIx, Span, TimexIx};
use crate::times::{Anchor, Basis, Modifier, Timex, TimexKind};

/// Writes into an expression the days that the network leaves it, with the working.
pub(super) fn write(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    hung: &Hung,
    bounds: Bounds,
    timexes: &mut [Timex],
) {
    let before = match hung.from {
        From::Timex(before) => Some(before).filter(|&b| timexes[b].range.is_none()),
        From::Lost(before) => Some(before),
        _ => None,
    };
    if let Some(before) = before {
        let text = articles[a].parse.text;
        let steps = vec![english.events.no_day_of(timexes[hung.timex].span.of(text), timexes[before].span.of(text))];
        let timex = &mut timexes[hung.timex];
        if timex.meaning.reading == Reading::Point {
            let clock = timex.value.find('T').map_or("", |at| &timex.value[at..]);
            timex.value = format!("XXXX-XX-XX{clock}");
        }
        (timex.range, timex.period, timex.anchor, timex.basis, timex.steps) =
            (None, None, Anchor::None, Basis::Assumed, steps);
        return;
    }
    let mut range = match (bounds.first, bounds.last) {
        (Some(first), Some(last)) => DayRange::between(first, last),
        (None, Some(last)) if hung.low.is_none() => {
            DayRange { earliest: None, latest: Some(last), edtf: format!("../{last}") }
        }
        _ => return,
    };
    let here = ArticleIx::new(a);
    let (anchor, steps) = match hung.from {
        From::Event { cluster, word, .. } => {
            let source = Source { english, articles, a, cluster: &clusters.clusters[cluster], word };
            source.tell(&timexes[hung.timex], hung.link, &range)
        }
        From::Timex(before) | From::Lost(before) => {
            let told = timexes[before].range.as_ref().map_or("", |r| r.edtf.as_str());
            (
                Anchor::Timex(here, TimexIx::new(before)),
                vec![time_steps::from_story(timexes[hung.timex].span.of(articles[a].parse.text), told, &range.edtf)],
            )
        }
    };
    let timex = &mut timexes[hung.timex];
    if timex.meaning.reading == Reading::Point {
        // The day is another, the time of day stays.
        let day = bounds.first.filter(|_| bounds.first == bounds.last);
        let clock = |of: &str| of.find('T').map_or_else(String::new, |at| of[at..].to_owned());
        timex.value = day.map_or("XXXX-XX-XX".to_owned(), |d| d.to_string()) + &clock(&timex.value);
        if day.is_some() {
            range.edtf += &clock(timex.range.as_ref().map_or("", |r| r.edtf.as_str()));
        }
    }
    timex.range = Some(range);
    timex.anchor = anchor;
    timex.basis = Basis::Computed;
    timex.steps = steps;
}

/// An event from which an expression of article `a` is counted.
struct Source<'a> {
    english: &'a English,
    articles: &'a [ArticleTimes<'a>],
    a: usize,
    cluster: &'a Cluster,
    /// What names it there.
    word: Span,
}

impl Source<'_> {
    /// True if an account dates the event itself; else it is only counted back from what this expression dates.
    fn told(&self) -> bool {
        self.cluster.mentions.iter().any(|m| m.days.is_some())
    }

    /// Anchor and working.
    fn tell(&self, timex: &Timex, link: Option<Link>, range: &DayRange) -> (Anchor, Vec<String>) {
        let words = &self.english.events;
        let article = &self.articles[self.a];
        let joint = self.cluster.joint.map(super::unite::range);
        let text = article.parse.text;
        let here = ArticleIx::new(self.a);
        let event = self.word.of(text);
        let clock = timex.meaning.hour.is_some();
        let mut steps = vec![match joint.filter(|_| self.told()) {
            _ if clock => words.on_day_of(timex.span.of(text), event, &range.edtf),
            Some(joint) => words.hangs_on(link, timex.span.of(text), event, &joint.edtf, &range.edtf),
            None => words.hangs_back(timex.span.of(text), event, &range.edtf),
        }];
        let mut anchor = Anchor::None;
        if let Some(witness) = self.cluster.witness(here) {
            anchor = Anchor::Event(witness.article, witness.event);
            if witness.article != here {
                let there = &self.articles[witness.article.ix()];
                steps.push(words.dated_by(there.events[witness.event.ix()].clause.of(there.parse.text)));
            }
        }
        (anchor, steps)
    }
}

/// Says of what a length of time is counted that nothing dates.
///
/// no: `He was shot [=none two days] after the wedding. He slept for [=none two days] after it.`
pub(super) fn undated(words: &EventsWords, article: &ArticleTimes<'_>, timexes: &mut [Timex]) {
    let parse = &article.parse;
    for timex in timexes.iter_mut().filter(|t| t.range.is_none() && !t.impossible) {
        let Some((link, from, stop)) = links::linked(words, parse, timex) else { continue };
        let within = parse.word_before(timex.tokens.start).is_some_and(|w| words.within.contains(&w.as_str()));
        if timex.meaning.reading != Reading::Span || link == Link::Within && !within {
            continue;
        }
        let next = article.events.partition_point(|e| e.trigger < from);
        let event = article.events.get(next).map_or(stop, |e| e.trigger + 1);
        let what = parse.span_of(from..event.min(stop)).of(parse.text);
        timex.steps = vec![words.no_day_of(timex.span.of(parse.text), what)];
    }
}

/// "after the attack began": a clause placed by an event that several articles tell of and one dates.
pub(super) fn clauses(
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
        let Some(cluster) = clusters.of(a, e).filter(|c| c.several()) else { continue };
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
                None => DayRange::since(first),
            },
        };
        let mut timex = Timex::event_anchored(article.parse.span_of(t..end), t..end, "event-clause");
        let source = Source { english, articles, a, cluster, word: event.span };
        (timex.anchor, timex.steps) = source.tell(&timex, None, &range);
        timex.kind = TimexKind::Date;
        timex.value = if link == Link::Within { range.edtf.clone() } else { String::from("XXXX-XX-XX") };
        timex.modifier = match link {
            Link::Before => Some(Modifier::Before),
            Link::After => Some(Modifier::After),
            Link::Within => None,
        };
        timex.range = Some(range);
        taken[t..end].fill(true);
        timexes.push(timex);
    }
}
