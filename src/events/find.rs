//! From parsed sentences to event mentions.

use super::Event;
use crate::english::English;
use crate::english::events::{Aspect, EventWord, EventsWords};
use crate::english::times::Reading;
use crate::entities::Mentions;
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::text::{MentionIx, SentenceIx, Span, TimexIx};
use crate::times::Timex;
use crate::tokens::Sentence;
use std::ops::Range;

/// How far from its event a time may stand, in tokens.
const REACH: usize = 25;
/// How many tokens before a word can make it unreal.
const MOOD: usize = 4;

/// The events of an article in text order.
pub fn find(english: &English, parse: &Parse<'_>, mentions: &Mentions, timexes: &[Timex]) -> Vec<Event> {
    let words = &english.events;
    let mut events = Vec::new();
    let (mut next_mention, mut next_timex) = (0, 0);
    for (s, sentence) in parse.sentences().iter().enumerate() {
        let first = events.len();
        let in_sentence = |from: &mut usize, at: &dyn Fn(usize) -> Option<Range<usize>>| {
            let start = *from;
            while at(*from).is_some_and(|t| t.start < sentence.tokens.end) {
                *from += 1;
            }
            start..*from
        };
        let here = in_sentence(&mut next_mention, &|i| mentions.mentions.get(i).map(|m| m.tokens.clone()));
        let times = in_sentence(&mut next_timex, &|i| timexes.get(i).map(|t| t.tokens.clone()));
        triggers(words, parse, s, sentence, &mut events);
        let mine = &mut events[first..];
        participants(parse, mentions, here, mine);
        link(words, parse, sentence, timexes, times, mine);
    }
    events
}

/// A token in lower case, looked up.
fn known(words: &EventsWords, parse: &Parse<'_>, t: usize) -> Option<EventWord> {
    words.word(&parse.form(t).to_lowercase())
}

fn triggers(words: &EventsWords, parse: &Parse<'_>, s: usize, sentence: &Sentence, events: &mut Vec<Event>) {
    let first = events.len();
    for t in sentence.tokens.clone() {
        let word = known(words, parse, t);
        let upos = parse.upos(t);
        let tagged = upos != Upos::X;
        let verb = upos == Upos::Verb;
        let takes = match word {
            Some(w) if w.aspect != Aspect::Event => {
                // "The attack began": the beginning is the attack's own.
                let noun = (first..events.len()).rev().find(|&e| events[e].noun);
                if let Some(e) = noun {
                    events[e].aspect = w.aspect;
                    events[e].carrier = Some(t);
                }
                noun.is_none() && !tagged || verb && noun.is_none()
            }
            // "the offensive" without a noun behind it is one, though the tagger may take it for an adjective.
            Some(w) if w.noun && upos == Upos::Adj => {
                let next = (t + 1..sentence.tokens.end).next();
                next.is_none_or(|n| {
                    !(parse.upos(n).is_nominal() || parse.upos(n) == Upos::Adj)
                        || known(words, parse, n).is_some_and(|w| !w.noun)
                })
            }
            Some(w) if w.noun => !tagged || verb || upos.is_nominal(),
            // A form that can only be a verb's is one, whatever the tagger took it for.
            Some(_) => !matches!(upos, Upos::Adp | Upos::Adv | Upos::Det | Upos::Propn | Upos::Pron | Upos::Num),
            None => verb,
        };
        if !takes || parse.form(t).len() < 3 {
            continue;
        }
        let clause = clause(parse, sentence, t);
        events.push(Event {
            trigger: t,
            span: parse.span(t),
            clause: parse.span_of(clause.clone()),
            sentence: SentenceIx::new(s),
            lemma: parse.lemma(t).to_lowercase(),
            class: word.map(|w| w.class),
            noun: word.is_some_and(|w| w.noun) && !verb,
            aspect: word.map_or(Aspect::Event, |w| w.aspect),
            carrier: None,
            participants: Vec::new(),
            actual: actual(words, parse, clause.start, t),
            time: None,
        });
    }
}

/// The stretch between marks that holds a token.
fn clause(parse: &Parse<'_>, sentence: &Sentence, t: usize) -> Range<usize> {
    let mark = |i: usize| matches!(parse.form(i), "," | ";" | ":" | "—" | "–" | "(" | ")" | "“" | "”" | "\"");
    let start = (sentence.tokens.start..t).rev().find(|&i| mark(i)).map_or(sentence.tokens.start, |i| i + 1);
    let end = (t + 1..sentence.tokens.end).find(|&i| mark(i)).unwrap_or(sentence.tokens.end);
    start..end
}

/// False if the words before say that it was planned, feared, denied or only possible.
fn actual(words: &EventsWords, parse: &Parse<'_>, start: usize, t: usize) -> bool {
    !(start.max(t.saturating_sub(MOOD))..t).any(|i| {
        let form = parse.form(i).to_lowercase();
        words.unreal.binary_search(&form.as_str()).is_ok() || words.negative.contains(&form.as_str())
    })
}

/// Who takes part: the names of the event's clause, else of its sentence.
fn participants(parse: &Parse<'_>, mentions: &Mentions, here: Range<usize>, events: &mut [Event]) {
    for event in events {
        let inside = |span: Span| {
            here.clone()
                .filter(move |&m| span.contains(mentions.mentions[m].span))
                .map(MentionIx::new)
                .collect::<Vec<_>>()
        };
        event.participants = inside(event.clause);
        if event.participants.is_empty() && !event.noun {
            let sentence = parse.sentences()[event.sentence.ix()].span;
            // The subject of a verb without one of its own stands before it.
            event.participants = inside(sentence)
                .into_iter()
                .rev()
                .filter(|m| mentions.mentions[m.ix()].tokens.end <= event.trigger)
                .take(1)
                .collect();
        }
    }
}

/// Marks that keep a time from the words beyond them.
fn breaks(form: &str) -> bool {
    matches!(form, "," | ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "(" | ")")
}

/// Gives each expression to its event, the nearest by words and marks between.
fn link(
    words: &EventsWords,
    parse: &Parse<'_>,
    sentence: &Sentence,
    timexes: &[Timex],
    times: Range<usize>,
    events: &mut [Event],
) {
    for i in times {
        let timex = &timexes[i];
        if timex.meaning.reading != Reading::Point || timex.tokens.is_empty() {
            continue;
        }
        let distance = |e: &Event| {
            let at = e.carrier.unwrap_or(e.trigger);
            let (from, to) =
                if at < timex.tokens.start { (at + 1, timex.tokens.start) } else { (timex.tokens.end, at) };
            if to < from || to - from > REACH {
                return None;
            }
            let marks = (from..to).filter(|&t| breaks(parse.form(t))).count();
            // A time stands behind its verb, or at the head of the clause.
            let initial = timex.tokens.start.saturating_sub(2).max(sentence.tokens.start);
            let initial =
                initial == sentence.tokens.start || (initial..timex.tokens.start).any(|t| breaks(parse.form(t)));
            let after = if at < timex.tokens.start {
                0
            } else if initial || to == from {
                1
            } else {
                8
            };
            // A verb takes a time sooner than a noun that nothing begins.
            let plain_noun = usize::from(e.noun && e.carrier.is_none());
            Some(to - from + 6 * marks + after + 3 * plain_noun)
        };
        let best = events.iter().enumerate().filter_map(|(k, e)| Some((distance(e)?, k))).min();
        let Some((_, k)) = best else { continue };
        events[k].time.get_or_insert(TimexIx::new(i));
        // "a plane that left on Sunday": what the plane was part of happened then too.
        let opened = (events[k].trigger.saturating_sub(3)..events[k].trigger)
            .any(|t| words.openers.contains(&parse.form(t).to_lowercase().as_str()));
        if opened && k > 0 && events[k - 1].time.is_none() && events[k - 1].class.is_some() {
            events[k - 1].time = Some(TimexIx::new(i));
        }
    }
}
