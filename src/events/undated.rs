//! Days in a sentence that date no event of it: from or to which something is moved, for which it is set, with which it is
//! compared, of which its subject is.

use super::event::Event;
use super::links::{Linking, breaks};
use crate::english::times::Reading;
use crate::tags::Upos;
use crate::text::back;
use crate::times::Timex;

/// How far before the day from which it moves something the verb may stand, in tokens.
const MOVED: usize = 10;

impl Linking<'_> {
    /// "postponed from Friday", "adjourned to Friday": neither day is that of the postponing, nor is it sure that of the event.
    pub(super) fn moved(&self, timex: &Timex) -> bool {
        let link = self.before(timex.tokens.start);
        let link = link.as_str();
        if !(self.words.moved_from.contains(&link) || self.words.moved_to.contains(&link)) {
            return false;
        }
        let before = (self.sentence.tokens.start..timex.tokens.start).rev().take(MOVED);
        let verb = before.take_while(|&t| !breaks(self.parse.form(t))).find(|&t| self.parse.upos(t) == Upos::Verb);
        verb.is_some_and(|v| self.words.moved.binary_search(&self.parse.lemma(v)).is_ok())
    }

    /// What is set for a day has not happened then, and was not set then.
    ///
    /// ok: `A recount was [2020-07-13 ordered] on Monday.` `He was [2020-07-13 jailed] on Monday for four years.`
    /// no: `A recount has been [- ordered] for Monday.` `A summit has been [- convened] for Tuesday.`
    /// no: `A [- rally], announced for 13 July, was called off.` `The [- match], set for 5 July, was [- abandoned].` `The [- vote], set for 13 July, was [- cancelled].`
    pub(super) fn appointed(&self, timex: &Timex) -> bool {
        let mood = &self.words.mood;
        if self.before(timex.tokens.start) != mood.appointed || timex.meaning.reading != Reading::Point {
            return false;
        }
        let before = (self.sentence.tokens.start..timex.tokens.start - 1).rev().take(MOVED);
        // "a match set for Friday": before "for" it is a participle, whatever the tagger took it for.
        let verb = |&t: &usize| t + 2 == timex.tokens.start || self.parse.upos(t) == Upos::Verb;
        let known = |t: usize| mood.appoints.binary_search(&self.parse.lemma(t)).is_ok();
        let verb = before
            .take_while(|&t| !breaks(self.parse.form(t)))
            .find(|t| verb(t) && (known(*t) || self.parse.upos(*t) == Upos::Verb));
        verb.is_some_and(known)
    }

    /// "The vote is planned for 9 August", "set sentencing for 2 December": what is set for the day, a noun before it.
    ///
    /// ok: `The vote is planned for 17 July.`
    pub(super) fn planned(&self, timex: &Timex, events: &[Event]) -> Option<usize> {
        let (start, first) = (timex.tokens.start, self.sentence.tokens.start);
        let e = events.iter().rposition(|e| e.noun && e.trigger < start)?;
        let plain = !(events[e].trigger..start).any(|t| breaks(self.parse.form(t)));
        (plain && events[e].time.is_none() && events[e].trigger >= first).then_some(e)
    }

    /// The day of a subject is not that of what befell it.
    ///
    /// ok: `The [2020-07-02 storm] of 2 July killed nine men.` `The match of 13 July was [2020-07-13 won] by the hosts.` `On the evening of 13 July he was [2020-07-13 arrested].`
    /// no: `The contract of 2 July was [- cancelled] by the court.` `The decree of 13 July was [- revoked].`
    pub(super) fn of_subject(&self, timex: &Timex, events: &[Event]) -> bool {
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        let first = self.sentence.tokens.start;
        if start < first + 2 || end >= self.sentence.tokens.end || self.before(start) != self.words.of {
            return false;
        }
        let from = back(first..start, &|t| breaks(self.parse.form(t))).map_or(first, |t| t + 1);
        // "The match of 4 May was won by the hosts": then it was.
        let verb = events.iter().find(|e| e.trigger > end && !e.noun);
        let held = verb.is_some_and(|v| {
            [&self.words.holds, &self.words.effects].iter().any(|list| list.binary_search(&v.lemma.as_str()).is_ok())
        });
        self.parse.upos(start - 2).is_nominal()
            && self.parse.upos(end) == Upos::Aux
            && !held
            && !events.iter().any(|e| (from..start).contains(&e.trigger))
    }

    /// "fell 2 percent from a year earlier", "more than last year": what a figure is compared with is not when it came about.
    pub(super) fn compared(&self, timex: &Timex) -> bool {
        self.words
            .compared
            .iter()
            .any(|(word, any)| *word == self.before(timex.tokens.start) && (*any || timex.meaning.way.is_some()))
    }
}
