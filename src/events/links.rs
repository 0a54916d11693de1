//! Which expression dates which event of a sentence, and what an expression is counted from.

use super::recalled::recalled;
use super::{Event, Told, shared};
use crate::english::events::{EventsWords, Link, Tie};
use crate::english::times::Reading;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::TimexIx;
use crate::times::{Anchor, SELF, Timex};
use crate::tokens::Sentence;
use std::ops::Range;

/// How far from its event a time may stand, in tokens.
pub(super) const REACH: usize = 25;
/// How far behind its connective an event may stand, in tokens.
pub(super) const ANCHOR: usize = 8;
/// Between "and" and a further time of an event, in tokens: "and again in 2004".
const AGAIN: usize = 2;
/// Of one event so many further times are taken.
const TIMES: usize = 16;
/// So many words of a phrase are looked over for the noun that owns a time ("Sunday's presidential election").
pub(super) const OWNED: usize = 4;
/// How far before "since 1989" a superlative may stand, in tokens.
const RARE: usize = 12;

/// Marks that keep a time from the words beyond them.
pub(super) fn breaks(form: &str) -> bool {
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
    let (link, from, stop) = linked(words, parse, timex)?;
    let first = events.partition_point(|e| e.trigger < parse.sentence_tokens(timex.tokens.start).start);
    let at = |e: usize| events[e].carrier.filter(|c| (from..stop).contains(c)).unwrap_or(events[e].trigger);
    let here =
        (first..events.len()).take_while(|&e| events[e].trigger < stop).filter(|&e| (from..stop).contains(&at(e)));
    let known = here.clone().filter(|&e| events[e].class.is_some()).min_by_key(|&e| at(e));
    Some((known.or_else(|| here.min_by_key(|&e| at(e)))?, link, from - timex.tokens.end))
}

/// The connective behind a length of time, and the tokens behind that up to the next mark.
pub(super) fn linked(words: &EventsWords, parse: &Parse<'_>, timex: &Timex) -> Option<(Link, usize, usize)> {
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
    if from >= to {
        return None;
    }
    Some((*link, from, (from..to).find(|&t| breaks(parse.form(t))).unwrap_or(to)))
}

/// What the expressions of a sentence are searched against.
pub(super) struct Linking<'a> {
    pub(super) words: &'a EventsWords,
    pub(super) parse: &'a Parse<'a>,
    pub(super) sentence: &'a Sentence,
}

/// Gives each expression to its event, the nearest by words and marks between; the tree tips the balance.
///
/// ok: `The [2020-07-06 trial], which opened on 6 July, [2020-07-14 collapsed] on Tuesday.`
/// ok: `The army [2011-01-01/2015-12-31 ruled] the country from 2011 until 2015.`
/// ok: `The coalition [2020-03-04 collapsed] on 4 March, when the Greens [2020-03-04 quit].`
/// ok: `The army [2020-07-13 seized] power on Monday and [2020-07-13 arrested] the leader.`
/// ok: `In 1979, when 500 people [1979-01-01/1979-12-31 died], the dam was closed.`
/// ok: `He was tested on 12 July, the day he [2020-07-12 won] the stage.` `In 1979, the year the dam [1979-01-01/1979-12-31 fell], the mine was shut.`
/// ok: `Critics said a [2020-07-08 raid] on the offices of the paper on 8 July had marred the race. The [2020-07-09 attack] in the port on 9 July shook the town.`
/// ok: `The ministry on Monday [2020-07-13 closed] the port.` `The strike leader on Monday [2020-07-13 fled].`
/// ok: `Divers [2020-07-13 saved] a boy on Monday, three days after the storm that [- flattened] the port.`
/// ok: `Two men shot a day after the [2020-07-01 putsch] were buried on Monday. The [2020-07-01 putsch] was on 1 July.`
/// ok: `Prices have [2020-03-01/2020-07-15 risen] since March.`
/// ok: `She [1980-01-01/1980-12-31 won] gold in 1980 and 1984.` `Troops [2020-07-13 shelled] the town on Monday and again on Tuesday.`
/// ok: `Troops [2020-07-08 shelled] the town on Wednesday and Thursday, the army said.`
/// ok: `He [2020-07-13 fled] on Monday and on Tuesday the army [2020-07-14 seized] the port.`
/// ok: `The museum was [2020-07-11 robbed] two days before Monday.` `Talks [2019-12-23 stalled] two days before Christmas.`
/// ok: `Two days before two days before Monday a school [2020-07-09 burned].` `A week after Easter the king [2020-04-19 fled].`
/// ok: `On Friday, two days after the vote, the minister [2020-07-10 fled]. The [2020-07-08 vote] was a farce.`
/// ok: `Riots broke out after Friday's [2020-07-10 verdict].` `The mayor [2020-07-13 condemned] Friday's [2020-07-10 raid] on Monday.`
/// ok: `The bank [2020-07-14 posted] third-quarter losses of 4 million on Tuesday.` `The first [2020-07-05 eruption], on 5 July, woke the town.`
/// no: `Sales [- slipped] 2 percent from a year earlier.` `Exports [- rose] more than last year.`
/// ok: `A friend claims Ivo Brand [?2020-07-10 received] a parcel two days before the vote. The [2020-07-12 vote] was held on Sunday.`
/// ok: `Railway workers [2020-07-10 voted] against joining on Friday.`
/// ok: `The premier [2020-01-01/2020-01-31 announced] the vote in January.` `She [2019-01-01/2019-12-31 gave] up the stage in 2019.`
/// no: `Two men were [../2020-07-15 shot] on the eve of Sunday's raffle.`
/// no: `The army [- denied] that it [- shelled] a school on 2 July.` `The firm [- denied] dumping waste in the river on Monday.`
/// no: `She [../2020-07-15 rejected] claims that police [- beat] two men on Monday.` `The ministry was calm, [- denying] reports that the dam had burst on Monday.`
/// ok: `The mayor denied any part in the [2020-07-02 fire] of 2 July.`
/// no: `Kelda [../2020-07-15 rejected] accusations that its planes [- entered] the port on Monday.` `The general dismissed reports that troops [- fled] on Monday.`
/// ok: `The mayor [2020-07-13 denied] on Monday that he had lied.` `The mayor [2020-07-13 denied] the charges on Monday.`
/// no: `The commission [- postponed] the vote from 8 July.` `The trial was [- adjourned] to Friday.`
/// no: `Turnout [- reached] 71 percent, the highest since 1989.` `It was the worst quake to [- hit] the coast since 1979.`
pub(super) fn link(
    words: &EventsWords,
    parse: &Parse<'_>,
    sentence: &Sentence,
    timexes: &[Timex],
    times: Range<usize>,
    events: &mut [Event],
) -> Vec<Event> {
    let it = Linking { words, parse, sentence };
    let mut end_of_stretch = None;
    // Nouns that own their day.
    let mut owners = Vec::new();
    // Verbs with the subject and the time of one before.
    let mut elided = Vec::new();
    for i in times.clone() {
        let timex = &timexes[i];
        if timex.tokens.is_empty() || end_of_stretch == Some(i) {
            continue;
        }
        if let Some(e) = it.told_then(timex, events) {
            (events[e].time, events[e].tie) = (Some(TimexIx::new(i)), Tie::On);
        }
        // "Two days before Christmas": of the two the first is the day told.
        let on = |i: usize, of: usize| timexes[i].anchor == Anchor::Timex(SELF, TimexIx::new(of));
        let from_next = timex.meaning.reading == Reading::Span && on(i, i + 1);
        // What is counted from one event dates another one.
        let anchor = anchor(words, parse, events, timex).filter(|_| !from_next);
        let meant = || recalled(words, parse, timex).filter(|_| !from_next).map(|(link, _)| link);
        let counted = it.counted(timex, anchor.map(|(_, link, _)| link).or_else(meant));
        let anchor = anchor.map(|(e, ..)| e);
        let base = i > times.start && timexes[i - 1].meaning.reading == Reading::Span && on(i - 1, i);
        if base || timex.meaning.reading != Reading::Point && !counted && !from_next {
            continue;
        }
        let appointed = it.appointed(timex);
        if appointed && let Some(e) = it.planned(timex, events) {
            (events[e].time, events[e].tie, events[e].told) = (Some(TimexIx::new(i)), Tie::On, Told::Unreal);
        }
        if appointed || it.moved(timex) || it.compared(timex) || it.of_subject(timex, events) {
            continue;
        }
        let tie = it.tie(timex);
        let here = TimexIx::new(i);
        if let Some(owner) = it.owner(timex, events) {
            if let Some(e) = owner.filter(|&e| events[e].time.is_none()) {
                (events[e].time, events[e].tie) = (Some(here), Tie::On);
                owners.push(e);
            }
            if !it.takes_owned(timex, owner, events) {
                continue;
            }
        }
        if tie == Tie::Since && it.rare(timex) {
            continue;
        }
        let until = times.contains(&(i + 1)).then(|| i + 1).filter(|&next| it.stretch(timex, &timexes[next]));
        end_of_stretch = until;
        let end = until.map_or(timex.tokens.end, |u| timexes[u].tokens.end);
        // "On Thursday, a day after the verdict, riots broke out": the verdict was not on Thursday.
        let next = timexes.get(i + 1).filter(|_| !from_next && times.contains(&(i + 1)));
        let other =
            next.and_then(|n| self::anchor(words, parse, events, n).filter(|(_, link, _)| it.counted(n, Some(*link))));
        let mut others: Vec<usize> = other.map(|(e, ..)| e).into_iter().collect();
        // "Condemned Friday's raid on Monday": the raid has its day, wherever the tree hangs the next one.
        if anchor.is_none() {
            others.extend(owners.iter().filter(|&&e| events[e].time != Some(here)));
        }
        let Some(k) = it.nearest(timex, end, anchor, &others, events) else { continue };
        let event = &mut events[k];
        match event.time {
            // "posted a third-quarter profit on Wednesday"
            Some(first)
                if it.attributive(&timexes[first.ix()]) && !it.attributive(timex) && !event.noun && !counted =>
            {
                (event.time, event.tie, event.until) = (Some(here), tie, until.map(TimexIx::new));
            }
            Some(_) if counted => event.counted = event.counted.or(Some(here)),
            // "Two days after the vote, on Tuesday": the day it names comes first.
            Some(first) if timexes[first.ix()].meaning.reading == Reading::Span && tie == Tie::On => {
                (event.counted, event.time) = (Some(first), Some(here));
            }
            // "On Tuesday police arrested him at 6:10 a.m."
            Some(first) => {
                let (day, m) = (&timexes[first.ix()].meaning, &timex.meaning);
                let bare = m.weekday.is_none() && m.deictic.is_none() && m.day.is_none() && m.rel.is_none();
                event.clock = event.clock.or(Some(here).filter(|_| m.hour.is_some() && day.hour.is_none() && bare));
            }
            None => (event.time, event.tie, event.until) = (Some(here), tie, until.map(TimexIx::new)),
        }
        shared::share(words, parse, events, k);
        elided.extend(events.iter().position(|e| !e.noun && it.elided(end, e.trigger)).map(|next| (k, next)));
        // "a plane that left on Sunday": what the plane was part of happened then too.
        let opened = (events[k].trigger.saturating_sub(3)..events[k].trigger)
            .any(|t| parse.says(t, &words.openers) && parse.deprel(t) != Deprel::Mark);
        let opened = opened && k > 0 && !it.denies(events[k - 1].trigger, timex, events);
        let opened = opened && !(events[k - 1].trigger..events[k].trigger).any(|t| parse.form(t) == ",");
        if opened && events[k - 1].time.is_none() && events[k - 1].class.is_some() {
            (events[k - 1].time, events[k - 1].tie) = (Some(here), tie);
        }
    }
    for (k, next) in elided {
        if k < next && events[next].time.is_none() {
            (events[next].time, events[next].tie) = (events[k].time, events[k].tie);
        }
    }
    shared::joined(words, parse, events, sentence);
    it.again(timexes, times, events)
}

impl Linking<'_> {
    pub(super) fn before(&self, t: usize) -> String {
        let word = t.checked_sub(1).filter(|&b| b >= self.sentence.tokens.start);
        word.map_or_else(String::new, |b| self.parse.form(b).to_lowercase())
    }

    /// How an expression bounds its event, by the word before it.
    fn tie(&self, timex: &Timex) -> Tie {
        let before = self.before(timex.tokens.start);
        self.words.ties.iter().find(|(w, _)| *w == before).map_or(Tie::On, |(_, tie)| *tie)
    }

    /// True for a length of time that is counted from an event.
    fn counted(&self, timex: &Timex, link: Option<Link>) -> bool {
        // "A week of protests" only lasts; "within a week of the vote" is counted from it.
        let within = self.words.within.contains(&self.before(timex.tokens.start).as_str());
        timex.meaning.reading == Reading::Span
            && link.is_some_and(|link| link != Link::Within || within || timex.meaning.flag.is_some())
    }

    /// "Wednesday's verdict": the time belongs to the noun; `Some(None)` if that noun is no event that is known.
    fn owner(&self, timex: &Timex, events: &[Event]) -> Option<Option<usize>> {
        let (parse, end) = (self.parse, self.sentence.tokens.end);
        let mark = timex.tokens.end;
        if timex.meaning.reading != Reading::Point || mark >= end || !self.words.genitives.contains(&parse.form(mark)) {
            return None;
        }
        let part = |t: &usize| parse.upos(*t).is_nominal() || matches!(parse.upos(*t), Upos::Adj | Upos::Num);
        let phrase = (mark + 1..end).take(OWNED).take_while(part);
        let last = phrase.last().unwrap_or(mark);
        Some(events.iter().position(|e| e.noun && (mark + 1..=last).contains(&e.trigger)))
    }

    /// True if a verb may take the time that a noun owns: "killed in Friday's raid", "won Sunday's election", not
    /// "denounced Friday's raid" and not "after Wednesday's verdict".
    fn takes_owned(&self, timex: &Timex, owner: Option<usize>, events: &[Event]) -> bool {
        let before = self.before(timex.tokens.start);
        let start = timex.tokens.start;
        let adposition = start > self.sentence.tokens.start && self.parse.upos(start - 1) == Upos::Adp;
        if adposition {
            return self.words.during.contains(&before.as_str());
        }
        let verb = events.iter().find(|e| !e.noun && e.trigger + 1 == start);
        owner.is_none() || verb.is_some_and(|e| self.words.holds.binary_search(&e.lemma.as_str()).is_ok())
    }

    /// "third-quarter profit", "the 2025 final": it tells of which thing, not when.
    fn attributive(&self, timex: &Timex) -> bool {
        let m = &timex.meaning;
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        let told = m.weekday.is_some() || m.deictic.is_some() || m.part.is_some() || m.rel.is_some() || m.day.is_some();
        let adposition = start > self.sentence.tokens.start && self.parse.upos(start - 1) == Upos::Adp;
        let noun = end < self.sentence.tokens.end && matches!(self.parse.upos(end), Upos::Noun | Upos::Adj);
        m.reading == Reading::Point && !told && !adposition && noun
    }

    /// "the highest since 1989", "the first time since May".
    fn rare(&self, timex: &Timex) -> bool {
        let before = (self.sentence.tokens.start..timex.tokens.start).rev().take(RARE);
        before
            .take_while(|&t| !breaks(self.parse.form(t)))
            .any(|t| self.parse.feats(t).has(Feats::SUPERLATIVE) || self.parse.says(t, &self.words.rare))
    }

    /// "between 2013 and 2017", "from March to May".
    fn stretch(&self, first: &Timex, last: &Timex) -> bool {
        let Some((_, links)) = self.words.stretches.iter().find(|(w, _)| *w == self.before(first.tokens.start)) else {
            return false;
        };
        last.tokens.start == first.tokens.end + 1
            && self.parse.says(first.tokens.end, links)
            && last.meaning.reading == Reading::Point
    }

    /// "won gold in 1980 and 1984": what happened at several times happened once at each; those after the first.
    fn again(&self, timexes: &[Timex], times: Range<usize>, events: &[Event]) -> Vec<Event> {
        let joint = |a: &Timex, b: &Timex| {
            let form = |t: usize| self.parse.form(t).to_lowercase();
            let mut between = a.tokens.end..b.tokens.start;
            let comma = between.clone().next().filter(|&t| form(t) == ",");
            between.start += usize::from(comma.is_some());
            let and = between.clone().next().is_some_and(|t| form(t) == self.words.and);
            between.start += usize::from(and);
            let and = and || between.clone().next().is_some_and(|t| self.parse.says(t, &self.words.again));
            // "and again in", "and then on"
            let small = |t: usize| self.parse.upos(t) == Upos::Adp || self.parse.says(t, &self.words.again);
            (between.len() <= AGAIN && between.clone().all(small) && (and || comma.is_some() && between.is_empty()))
                .then_some(and)
        };
        let alike = |a: &Timex, b: &Timex| {
            let grain = |t: &Timex| {
                let m = &t.meaning;
                let day = m.day.is_some() || m.deictic.is_some() || m.weekday.is_some();
                (m.reading, day, m.month.is_some() && !day, m.unit, m.part, m.hour)
            };
            grain(a) == grain(b) && a.meaning.reading == Reading::Point
        };
        let mut out = Vec::new();
        let mut from = times.start;
        while from < times.end {
            let mut last = from;
            let mut closed = from;
            while last + 1 < times.end && alike(&timexes[last], &timexes[last + 1]) {
                let Some(and) = joint(&timexes[last], &timexes[last + 1]) else { break };
                last += 1;
                closed = if and && self.ends(&timexes[from], &timexes[last]) { last } else { closed };
            }
            let first = TimexIx::new(from);
            let of = |e: &&Event| e.time == Some(first) && e.tie == Tie::On && e.until.is_none() && e.counted.is_none();
            for event in events.iter().filter(of) {
                let more = from + 1..=closed.min(from + TIMES);
                out.extend(more.map(|i| Event { time: Some(TimexIx::new(i)), ..event.clone() }));
            }
            from = closed.max(from) + 1;
        }
        out
    }

    /// True if nothing new begins with a time: "fled on Monday and on Tuesday", not "fled on Monday and on Tuesday he died".
    fn ends(&self, first: &Timex, last: &Timex) -> bool {
        let (start, end) = (self.sentence.tokens.start, self.sentence.tokens.end);
        let before = first.tokens.start.saturating_sub(1).max(start);
        let initial = before == start || breaks(self.parse.form(before - 1));
        initial || last.tokens.end >= end || !self.opens(last.tokens.end)
    }

    /// True if a subject can begin at a token.
    pub(super) fn opens(&self, t: usize) -> bool {
        let upos = (t < self.sentence.tokens.end).then(|| self.parse.upos(t));
        upos.is_some_and(|u| u.is_nominal() || matches!(u, Upos::Pron | Upos::Det | Upos::Adj | Upos::Num))
    }

    /// "in 1979, when 500 people died": the event of the clause behind an expression.
    fn told_then(&self, timex: &Timex, events: &[Event]) -> Option<usize> {
        let mut at = timex.tokens.end;
        if timex.meaning.reading != Reading::Point || at >= self.sentence.tokens.end {
            return None;
        }
        at += usize::from(self.parse.form(at) == ",");
        let end = self.sentence.tokens.end.min(at + ANCHOR + 1);
        let form = |t: usize| if t < end { self.parse.form(t).to_lowercase() } else { String::new() };
        // "on 12 July, the day he won the stage"
        let (first, unit) = (form(at), form(at + 1));
        let same = self.words.definite.contains(&first.as_str())
            && self.words.periods.contains(&unit.as_str())
            && (form(at + 2) == self.words.then || form(at + 2) == self.words.mood.that || self.opens(at + 2));
        if first != self.words.then && !same {
            return None;
        }
        let stop = (at..end).find(|&t| breaks(self.parse.form(t))).unwrap_or(end);
        events.iter().position(|e| (at..stop).contains(&e.trigger))
    }
}
