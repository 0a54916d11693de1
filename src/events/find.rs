//! From parsed sentences to event mentions.

use super::Event;
use crate::english::English;
use crate::english::events::{Aspect, EventWord, EventsWords, Link};
use crate::english::times::Reading;
use crate::entities::Mentions;
use crate::syntax::{Deprel, Parse};
use crate::tags::Upos;
use crate::text::{MentionIx, SentenceIx, Span, TimexIx};
use crate::times::Timex;
use crate::tokens::Sentence;
use std::ops::Range;

/// How far from its event a time may stand, in tokens.
const REACH: usize = 25;
/// How far before its verb a subject may stand, in tokens.
const SUBJECT: usize = 8;
/// How far behind its verb an object may stand, in tokens.
const OBJECT: usize = 6;
/// How far behind its connective an event may stand, in tokens.
const ANCHOR: usize = 8;
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
        // After an article a word is a noun, whatever the tagger took it for.
        let ruled = t > sentence.tokens.start && parse.upos(t - 1) == Upos::Det && word.is_some_and(|w| w.noun);
        let verb = upos == Upos::Verb && !ruled;
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
            // "the attacking forces" are told of, not the attack.
            Some(_) if parse.deprel(t) == Deprel::Amod => false,
            // A form that can only be a verb's is one, whatever the tagger took it for.
            Some(_) => !matches!(upos, Upos::Adp | Upos::Adv | Upos::Det | Upos::Propn | Upos::Pron | Upos::Num),
            None => verb,
        };
        if !takes || parse.form(t).len() < 3 || parse.deprel(t) == Deprel::Case {
            continue;
        }
        let lemma = parse.lemma(t).to_lowercase();
        let form = parse.form(t).to_lowercase();
        let may_be_verb = verb || word.is_some_and(|w| !w.noun);
        if may_be_verb && words.happens.binary_search(&form.as_str()).is_ok() && carries(parse, &mut events[first..], t)
        {
            continue;
        }
        let clause = clause(parse, sentence, t);
        events.push(Event {
            trigger: t,
            span: parse.span(t),
            clause: parse.span_of(clause.clone()),
            sentence: SentenceIx::new(s),
            lemma,
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

/// "The quake struck at dawn": the verb tells of its subject, and is no event of its own.
fn carries(parse: &Parse<'_>, events: &mut [Event], verb: usize) -> bool {
    let Some(noun) = events.last_mut().filter(|e| e.noun && e.carrier.is_none() && e.trigger + SUBJECT > verb) else {
        return false;
    };
    let between = noun.trigger + 1..verb;
    if between.clone().any(|t| breaks(parse.form(t))) || noun.trigger == verb {
        return false;
    }
    noun.carrier = Some(verb);
    true
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

/// The event that an expression is counted from ("two days before the vote"): its place, how, and how many tokens
/// the connective has.
pub(super) fn anchor(
    words: &EventsWords,
    parse: &Parse<'_>,
    events: &[Event],
    timex: &Timex,
) -> Option<(usize, Link, usize)> {
    let end = timex.tokens.end;
    if timex.tokens.is_empty() || end >= parse.len() {
        return None;
    }
    let goes_on = |phrase: &[&str]| {
        phrase.iter().enumerate().all(|(i, w)| end + i < parse.len() && parse.form(end + i).eq_ignore_ascii_case(w))
    };
    let (phrase, link) = words.links.iter().find(|(phrase, _)| goes_on(phrase))?;
    let from = end + phrase.len();
    if from >= parse.len() {
        return None;
    }
    let sentence = parse.sentence_tokens(timex.tokens.start);
    let to = sentence.end.min(from + ANCHOR);
    let stop = (from..to).find(|&t| breaks(parse.form(t))).unwrap_or(to);
    let first = events.partition_point(|e| e.trigger < sentence.start);
    let at = |e: usize| events[e].carrier.filter(|c| (from..stop).contains(c)).unwrap_or(events[e].trigger);
    let here =
        (first..events.len()).take_while(|&e| events[e].trigger < stop).filter(|&e| (from..stop).contains(&at(e)));
    let known = here.clone().filter(|&e| events[e].class.is_some()).min_by_key(|&e| at(e));
    Some((known.or_else(|| here.min_by_key(|&e| at(e)))?, *link, phrase.len()))
}

/// The event that the tree hangs an expression on, directly or through other words.
fn governor(parse: &Parse<'_>, timex: &Timex, events: &[Event]) -> Option<usize> {
    let top = timex.tokens.clone().find(|&t| parse.head(t).is_none_or(|h| !timex.tokens.contains(&h)))?;
    let mut at = parse.head(top);
    for _ in 0..ANCHOR {
        let t = at?;
        if let Some(e) = events.iter().position(|e| e.trigger == t || e.carrier == Some(t)) {
            return Some(e);
        }
        at = parse.head(t);
    }
    None
}

/// Gives each expression to its event, the nearest by words and marks between; the tree tips the balance.
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
        if timex.tokens.is_empty() {
            continue;
        }
        // What is counted from one event dates another one.
        let anchor = anchor(words, parse, events, timex);
        // "A week of protests" only lasts; "within a week of the vote" is counted from it.
        let within = timex.tokens.start.checked_sub(1).map(|t| parse.form(t).to_lowercase());
        let within = within.is_some_and(|w| words.within.contains(&w.as_str()));
        let counted = timex.meaning.reading == Reading::Span
            && anchor.is_some_and(|(_, link, _)| link != Link::Within || within || timex.meaning.flag.is_some());
        let anchor = anchor.map(|(e, ..)| e);
        if timex.meaning.reading != Reading::Point && !counted {
            continue;
        }
        let hung_on = governor(parse, timex, events);
        let inner =
            anchor.map_or(0..0, |e| timex.tokens.end..events[e].carrier.unwrap_or(0).max(events[e].trigger) + 1);
        let distance = |k: usize, e: &Event| {
            let at = e.carrier.unwrap_or(e.trigger);
            if inner.contains(&at) {
                return None;
            }
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
            } else if initial || to == from && e.noun {
                1
            } else {
                // "The strike called on Friday shut the port": between a subject and its verb stands what tells of the subject.
                10
            };
            // A verb takes a time sooner than a noun that nothing begins.
            let plain_noun = usize::from(e.noun && e.carrier.is_none());
            let by_tree = if hung_on == Some(k) { 0 } else { 3 };
            Some(to - from + 6 * marks + after + 3 * plain_noun + by_tree)
        };
        let best = events.iter().enumerate().filter_map(|(k, e)| Some((distance(k, e)?, k))).min();
        let Some((_, k)) = best else { continue };
        events[k].time.get_or_insert(TimexIx::new(i));
        share(words, parse, events, k, TimexIx::new(i));
        // "a plane that left on Sunday": what the plane was part of happened then too.
        let opened = (events[k].trigger.saturating_sub(3)..events[k].trigger)
            .any(|t| words.openers.contains(&parse.form(t).to_lowercase().as_str()));
        if opened && k > 0 && events[k - 1].time.is_none() && events[k - 1].class.is_some() {
            events[k - 1].time = Some(TimexIx::new(i));
        }
    }
}

/// "The blast killed six on Tuesday", "she won the vote on Sunday": a verb's time is that of the event it is about.
fn share(words: &EventsWords, parse: &Parse<'_>, events: &mut [Event], k: usize, time: TimexIx) {
    let (verb, lemma) = (events[k].trigger, events[k].lemma.clone());
    if events[k].noun {
        return;
    }
    let plain = |a: usize, b: usize| !(a + 1..b).any(|t| breaks(parse.form(t)));
    let told_by = |list: &[&str]| list.binary_search(&lemma.as_str()).is_ok();
    let subject = (0..k).next_back().filter(|&n| events[n].trigger + SUBJECT > verb && plain(events[n].trigger, verb));
    let object = Some(k + 1).filter(|&n| n < events.len() && events[n].trigger < verb + OBJECT);
    let object = object.filter(|&n| plain(verb, events[n].trigger));
    let about = [subject.filter(|_| told_by(words.effects)), object.filter(|_| told_by(words.holds))];
    for n in about.into_iter().flatten() {
        if events[n].noun && events[n].carrier.is_none() {
            events[n].time.get_or_insert(time);
        }
    }
}
