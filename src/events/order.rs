//! Which of two events of an article came first, by connectives and by the past perfect.

use super::links::breaks;
use super::{ArticleTimes, Event};
use crate::english::events::{EventsWords, Order};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::sort_unique;
use std::ops::Range;

/// How far behind a connective its event may stand, in tokens.
const REACH: usize = 12;

/// One event, and another that was no earlier; as places among the events of their article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Later {
    pub(super) first: usize,
    pub(super) then: usize,
}

/// The order that an article tells; only of what it tells as fact.
pub(super) fn order(words: &EventsWords, article: &ArticleTimes<'_>) -> Vec<Later> {
    let events = article.events;
    let mut out = Vec::new();
    let mut from = 0;
    for sentence in article.parse.sentences() {
        let here = from..events.partition_point(|e| e.trigger < sentence.tokens.end);
        from = here.end;
        if !here.is_empty() {
            let opened = sentence.tokens.clone().filter_map(|t| by_connective(words, article, t, here.clone()));
            out.extend(opened);
            out.extend(here.filter_map(|e| by_tense(words, article, e)));
        }
    }
    out.retain(|l| l.first != l.then && events[l.first].actual() && events[l.then].actual());
    sort_unique(&mut out);
    out
}

/// The token that tells that an event happened.
fn told_at(event: &Event) -> usize {
    event.carrier.unwrap_or(event.trigger)
}

/// A clause or phrase that a connective opens: "before the plane landed", "after the vote", "by the time he spoke". The
/// clause is found by marks, as trees often take the connective for a preposition of the subject.
///
/// ok: `The bridge [2020-07-13 collapsed] on Monday. After the bridge collapsed, the mayor [2020-07-13/2020-07-15 resigned].`
/// ok: `The mayor was [2020-07-01 elected] on July 1. The bridge [2020-07-13 collapsed] on Monday. An engineer [2020-07-01/2020-07-13 resigned] after the mayor was elected. The engineer resigned before the bridge collapsed.`
/// ok: `The mayor was [2020-07-08 elected] on July 8. By the time the bridge [2020-07-08/2020-07-15 collapsed], the mayor was elected.`
/// no: `The bridge [2020-07-13 collapsed] on Monday. If the mayor [- resigns], the town will vote.`
fn by_connective(words: &EventsWords, article: &ArticleTimes<'_>, t: usize, here: Range<usize>) -> Option<Later> {
    let (parse, events) = (&article.parse, article.events);
    let sentence = parse.sentence_tokens(t);
    let (order, length) = connective(words, parse, t, sentence.end)?;
    // Of a day that there is not nothing is told.
    let next = article.timexes.partition_point(|x| x.tokens.end < t);
    let never = article.timexes.get(next).is_some_and(|x| x.impossible && x.tokens.end == t);
    let timed = article.timed(t + length) || never;
    let stop = (t..sentence.end.min(t + REACH)).find(|&i| breaks(parse.form(i)));
    let end = stop.unwrap_or(sentence.end.min(t + REACH));
    if timed || end <= t + length {
        return None;
    }
    let inside = |e: &usize| (t + length..end).contains(&told_at(&events[*e]));
    let verb = |e: &usize| !events[*e].noun || events[*e].carrier.is_some();
    let below = here.clone().filter(inside).find(verb);
    let sub = below.or_else(|| here.clone().filter(inside).find(|e| events[*e].class.is_some()))?;
    // Before the comma behind an opening clause stands the clause, behind it what it is of.
    let opens = t == sentence.start || breaks(parse.form(t - 1));
    let main =
        if opens && stop.is_some() { here.clone().find(|e| told_at(&events[*e]) >= end && verb(e)) } else { None };
    let main = main.or_else(|| here.rev().find(|e| told_at(&events[*e]) < t && verb(e)))?;
    let perfect = past_perfect(words, parse, told_at(&events[main]));
    Some(match order {
        Order::Before => Later { first: main, then: sub },
        Order::After => Later { first: sub, then: main },
        // "When the police came he had left."
        Order::When if perfect => Later { first: main, then: sub },
        Order::When => Later { first: sub, then: main },
    })
}

/// The connective that begins at a token, and its length.
fn connective(words: &EventsWords, parse: &Parse<'_>, t: usize, end: usize) -> Option<(Order, usize)> {
    let goes_on = |phrase: &&[&str]| {
        let mut all = phrase.iter().enumerate();
        t + phrase.len() < end && all.all(|(i, w)| parse.form(t + i).eq_ignore_ascii_case(w))
    };
    let (phrase, order) = words.orders.iter().find(|(phrase, _)| goes_on(phrase))?;
    Some((*order, phrase.len()))
}

/// "had left".
fn past_perfect(words: &EventsWords, parse: &Parse<'_>, verb: usize) -> bool {
    parse.upos(verb) == Upos::Verb
        && parse.children(verb).any(|c| c < verb && matches!(parse.deprel(c), Deprel::Aux) && parse.says(c, &words.had))
}

/// What "had happened" came before what was told last.
///
/// ok: `The bridge [2020-07-13 collapsed] on Monday. Engineers had [../2020-07-13 demonstrated] against the mayor.`
/// no: `The bridge [2020-07-13 collapsed] on Monday. Engineers [../2020-07-15 demonstrated] against the mayor.`
fn by_tense(words: &EventsWords, article: &ArticleTimes<'_>, e: usize) -> Option<Later> {
    let (parse, events) = (&article.parse, article.events);
    let verb = told_at(&events[e]);
    if events[e].time.is_some() || !past_perfect(words, parse, verb) {
        return None;
    }
    let sentence = events[e].sentence.ix();
    // The first verb of the sentence before that tells in the plain past.
    let main = |f: &usize| {
        let t = told_at(&events[*f]);
        let past = parse.feats(t).has(Feats::PAST) || events[*f].time.is_some();
        // What hangs on another clause ("after she succeeded him") is not where the story stands.
        let hangs = parse.deprel(t) == Deprel::Advcl;
        !hangs && !events[*f].noun && events[*f].actual() && past
    };
    let before = (0..e).rev().take_while(|&f| events[f].sentence.ix() + 1 >= sentence);
    let then = before.filter(|&f| events[f].sentence.ix() + 1 == sentence).filter(main).last()?;
    let speech = words.speech.binary_search(&events[then].lemma.as_str()).is_ok();
    (!speech).then_some(Later { first: e, then })
}
