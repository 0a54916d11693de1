//! Which event of a sentence an expression is nearest to, by the words and marks between them.

use super::links::{ANCHOR, Linking, OWNED, REACH, breaks};
use super::{Event, Told};
use crate::syntax::Parse;
use crate::tags::{Feats, Upos};
use crate::text::back;
use crate::times::Timex;

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

impl Linking<'_> {
    /// The event nearest to an expression that reaches up to token `end` and is counted from `anchor`; none of `others`, which
    /// have their own day, or from which the next expression is counted.
    pub(super) fn nearest(
        &self,
        timex: &Timex,
        end: usize,
        anchor: Option<usize>,
        others: &[usize],
        events: &[Event],
    ) -> Option<usize> {
        let (parse, sentence) = (self.parse, self.sentence);
        let hung_on = governor(parse, timex, events);
        // "After the bomb exploded": both words are of what it is counted from.
        let told = |e: usize| {
            let at = events[e].carrier.unwrap_or(0).max(events[e].trigger);
            let verb = events.get(e + 1).filter(|v| events[e].noun && !v.noun && v.trigger > at).map(|v| v.trigger);
            let beside = |v: &usize| (at + 1..*v).all(|t| matches!(parse.upos(t), Upos::Aux | Upos::Adv | Upos::Part));
            verb.filter(beside).unwrap_or(at)
        };
        let inner = anchor.map_or(0..0, |e| end..self.clause_behind(told(e), events) + 1);
        let told_before =
            events.iter().any(|e| !e.noun && self.sentence.tokens.start <= e.trigger && e.trigger < timex.tokens.start);
        let of_noun = self.noun_of_subject(timex, end, events);
        let distance = |k: usize, e: &Event| {
            let at = e.carrier.unwrap_or(e.trigger);
            if inner.contains(&at) || others.contains(&k) {
                return None;
            }
            // "Searched the house of his coach, Ivo Brand, on Monday and seized a computer"; "the premier, in office since
            // 2019, fled".
            if at > timex.tokens.start && (told_before && self.elided(end, at) || self.aside(timex, end)) {
                return None;
            }
            let (from, to) = if at < timex.tokens.start { (at + 1, timex.tokens.start) } else { (end, at) };
            if to < from || to - from > REACH || at < timex.tokens.start && self.denies(at, timex, events) {
                return None;
            }
            let marks = (from..to).filter(|&t| breaks(parse.form(t))).count();
            // A time stands behind its verb, or at the head of the clause.
            let initial = timex.tokens.start.saturating_sub(2).max(sentence.tokens.start);
            // "He fled on Monday and on Tuesday the army seized the port."
            let new = self.opens(end) && (initial..timex.tokens.start).any(|t| parse.upos(t) == Upos::Cconj);
            let initial =
                new || initial == sentence.tokens.start || (initial..timex.tokens.start).any(|t| breaks(parse.form(t)));
            let after = if at < timex.tokens.start {
                if new { 6 } else { 0 }
            } else if initial || to == from && e.noun {
                1
            } else {
                // "The strike called on Friday shut the port": between a subject and its verb stands what tells of the subject.
                10
            };
            // A verb takes a time sooner than a noun that nothing begins.
            let plain_noun = usize::from(e.noun && e.carrier.is_none());
            // "The strike leader on Monday fled."
            let describes = e.noun && at + 1 < timex.tokens.start && parse.upos(at + 1) == Upos::Noun;
            let plain_noun = plain_noun + if describes { 3 } else { 0 };
            // "Accused soldiers of looting shops on Tuesday".
            let charged = e.told == Told::Alleged && parse.feats(at).has(Feats::ING);
            let by_tree = if hung_on == Some(k) {
                0
            } else if charged {
                2
            } else {
                3
            };
            // "The first eruption, on 5 July, woke the town", "denied any part in the fire of 2 July".
            let of = at + 2 == timex.tokens.start && self.before(timex.tokens.start) == self.words.of;
            let beside = e.noun && at < timex.tokens.start && (of || self.enclosed(at + 1, timex, end));
            // What somebody is charged with has its day sooner than the charge.
            let inner_deed = match at < timex.tokens.start && self.of_other_verb(events, k) {
                true if e.told == Told::Alleged => 4,
                true => 6,
                false => 0,
            };
            // "Opened an inquiry into the crash on Monday".
            let about = at < timex.tokens.start && self.concerns(events, k);
            let inner_deed = inner_deed + if about { 12 } else { 0 };
            // "invited her to govern, two days after she won": the asking is what happened then.
            let only_meant = usize::from(e.told == Told::Unreal && anchor.is_some());
            let beside = beside || of_noun == Some(k);
            let near = if beside { 0 } else { to - from + 6 * marks + 3 * plain_noun };
            Some(near + after + 6 * only_meant + by_tree + inner_deed)
        };
        let best = events.iter().enumerate().filter_map(|(k, e)| Some((distance(k, e)?, k))).min();
        best.map(|(_, k)| k)
    }

    /// "announced the vote in January": the announcing was then; "stopped singing in May" too; but "held talks".
    fn of_other_verb(&self, events: &[Event], k: usize) -> bool {
        let parse = self.parse;
        let Some(verb) = k.checked_sub(1).map(|v| &events[v]).filter(|v| !v.noun) else { return false };
        let (from, at) = (verb.trigger, events[k].carrier.unwrap_or(events[k].trigger));
        if at <= from || breaks(parse.form(at - 1)) {
            return false;
        }
        if !events[k].noun {
            return parse.feats(at).has(Feats::ING) && at - from <= 2;
        }
        let small = |u: Upos| matches!(u, Upos::Det | Upos::Adj | Upos::Num | Upos::Pron);
        let part = |t: usize| parse.upos(t).is_nominal() || small(parse.upos(t));
        let holds = self.words.holds.binary_search(&verb.lemma.as_str()).is_ok();
        !holds && events[k].carrier.is_none() && at - from <= OWNED + 1 && (from + 1..at).all(part)
    }

    /// True for a verb that follows a time and "and", with the subject of one before.
    ///
    /// ok: `Police [2020-07-13 searched] the house of his coach, Ivo Brand, on Monday and [2020-07-13 seized] a computer.`
    pub(super) fn elided(&self, end: usize, verb: usize) -> bool {
        end + 1 == verb && self.parse.upos(end) == Upos::Cconj
    }

    /// True for a time between commas that other words tell of, none of them a verb.
    ///
    /// ok: `The premier, in office since 2019, [2020-07-10 fled] on Friday.`
    fn aside(&self, timex: &Timex, end: usize) -> bool {
        let parse = self.parse;
        let start = timex.tokens.start;
        let mark = back(self.sentence.tokens.start..start, &|t| breaks(parse.form(t)));
        let plain = |t: usize| !matches!(parse.upos(t), Upos::Verb | Upos::Aux);
        end < self.sentence.tokens.end
            && parse.form(end) == ","
            && mark.is_some_and(|m| m + 2 < start && parse.form(m) == "," && (m..start).all(plain))
    }

    /// "Opened an inquiry into the takeover on Monday": a noun that only says what the deed of a verb before it is about.
    ///
    /// ok: `The regulator [2020-07-13 opened] an inquiry into the bank's takeover of Halden on Monday.`
    /// ok: `The commission [2020-07-13 published] its report on the ferry disaster on Monday.`
    /// ok: `A nurse [2020-07-13 died] of her injuries on Monday.`
    /// ok: `Two men were [2020-07-13 held] after the raid on the port on Monday.`
    fn concerns(&self, events: &[Event], k: usize) -> bool {
        let parse = self.parse;
        let noun = &events[k];
        let verb = events[..k].iter().rev().find(|v| !v.noun).map(|v| v.trigger);
        let Some(verb) = verb.filter(|&v| noun.noun && noun.carrier.is_none() && v >= self.sentence.tokens.start)
        else {
            return false;
        };
        let small = |t: usize| matches!(parse.upos(t), Upos::Det | Upos::Adj | Upos::Num | Upos::Part | Upos::Pron);
        let link = back(verb + 1..noun.trigger, &|t| !small(t) && !parse.upos(t).is_nominal());
        // "Died of her injuries on Monday".
        let of_own = |t: usize| parse.says(t, &self.words.causes) && parse.upos(t + 1) == Upos::Pron;
        link.is_some_and(|t| parse.says(t, &self.words.concerning) || of_own(t))
            && !(verb..noun.trigger).any(|t| breaks(parse.form(t)))
    }

    /// True for a time that stands alone between commas, the first of them at token `from`.
    fn enclosed(&self, from: usize, timex: &Timex, end: usize) -> bool {
        let comma = |t: usize| t < self.sentence.tokens.end && self.parse.form(t) == ",";
        let link = timex.tokens.start.saturating_sub(1);
        let opens = from + 1 == timex.tokens.start || from + 1 == link && self.parse.upos(link) == Upos::Adp;
        opens && comma(from) && comma(end)
    }

    /// "Denied that it shelled a hospital on 2 March": the day is that of what is denied.
    pub(super) fn denies(&self, verb: usize, timex: &Timex, events: &[Event]) -> bool {
        let mood = &self.words.mood;
        let form = |t: usize| self.parse.form(t).to_lowercase();
        let inside = verb + 1..timex.tokens.start;
        let meant = |e: &Event| {
            self.parse.upos(e.trigger) == Upos::Verb && e.told == Told::Unreal && inside.contains(&e.trigger)
        };
        self.parse.says(verb, &mood.deniers)
            && (inside.clone().any(|t| form(t) == mood.that) || events.iter().any(meant))
    }

    /// "A raid on the paper on 8 July had marred the race": between a subject and its verb stands when the subject happened.
    fn noun_of_subject(&self, timex: &Timex, end: usize, events: &[Event]) -> Option<usize> {
        let (parse, start) = (self.parse, timex.tokens.start);
        let verb = |t: usize| matches!(parse.upos(t), Upos::Aux | Upos::Verb);
        if end >= self.sentence.tokens.end || !verb(end) || start == self.sentence.tokens.start {
            return None;
        }
        let k = events.iter().rposition(|e| e.trigger < start)?;
        // The noun of the phrase, not one that only describes another ("the strike leader").
        let head = events[k].trigger + 1 == start || parse.upos(events[k].trigger + 1) == Upos::Adp;
        let plain = (events[k].trigger + 1..start).all(|t| !verb(t) && !breaks(parse.form(t)));
        (events[k].noun && head && plain && parse.upos(start - 1) == Upos::Adp).then_some(k)
    }

    /// "Three days after the storm that flattened the port": up to the verb of the clause that describes it.
    fn clause_behind(&self, t: usize, events: &[Event]) -> usize {
        let opens = t + 1 < self.sentence.tokens.end && self.parse.says(t + 1, &self.words.openers);
        let verb = events.iter().find(|e| e.trigger > t + 1 && !e.noun).map(|e| e.trigger);
        verb.filter(|&v| opens && !(t + 1..v).any(|i| breaks(self.parse.form(i)))).unwrap_or(t)
    }
}
