//! What single words tell the comparison, whatever they mean beside others.

use super::{Lexis, Term};
use crate::compare::calendar::Cycle;
use crate::english::Effect;
use crate::text::fold;

impl Lexis<'_> {
    /// True for a verb that denies what it governs: refuse, fail, decline.
    pub(in crate::compare) fn denies(&self, lemma: &str) -> bool {
        self.english.claims.denies(lemma)
    }

    /// True for a verb that only tells that something is meant to be done.
    pub(in crate::compare) fn intends(&self, lemma: &str) -> bool {
        self.words.light.has(lemma)
    }

    /// True for a verb that tells of what is not yet done: "expects", "considers".
    pub(in crate::compare) fn plans(&self, verb: &str) -> bool {
        self.english.claims.turns.get(verb).is_some_and(|t| t.affirmed == Effect::Open && t.plans)
    }

    /// True for what two do with each other, whoever is named first: "meet".
    pub(in crate::compare) fn mutual(&self, t: Term) -> bool {
        self.words.mutual.has(self.name(t))
    }

    /// True for a personal pronoun, whatever its case.
    pub(in crate::compare) fn pronoun(&self, word: &str) -> bool {
        self.english.claims.pronouns.has(word)
    }

    /// True for the name of a place or of its people, and what is called after it ("Kenyan").
    pub(in crate::compare) fn geographic(&self, word: &str) -> bool {
        self.english.places.get(&fold(word)).is_some()
    }

    /// True for the word before the doer of what is done.
    pub(in crate::compare) fn by(&self, word: &str) -> bool {
        self.words.by == word
    }

    /// True for a word between the ends of a range.
    pub(in crate::compare) fn through(&self, word: &str) -> bool {
        self.words.through.has(word)
    }

    /// True for a verb of saying that leaves open whether it is so.
    pub(in crate::compare) fn alleges(&self, lemma: &str) -> bool {
        self.words.alleging.has(lemma)
    }

    /// The listed verb that a form belongs to.
    pub(in crate::compare) fn base(&self, form: &str) -> Option<&'static str> {
        self.words.base(form)
    }

    /// True for a word that makes a number count a part.
    pub(in crate::compare) fn portion(&self, word: &str) -> bool {
        self.words.portion.has(word)
    }

    /// The number that a word tells, or its place in an order ("two", "second").
    pub(in crate::compare) fn number(&self, word: &str) -> Option<f64> {
        self.english.claims.numbers.get(word).or_else(|| self.words.ordinals.get(word))
    }

    /// The kind of a word that parts two accounts of which each has one of its own: a part, a weekday, a month.
    pub(in crate::compare) fn parts(&self, word: &str) -> Option<u8> {
        let kind = self.words.parts.get(word)?;
        (kind == 1 || word.starts_with(char::is_uppercase)).then_some(kind)
    }

    /// True for a word that tells what came before rather than why.
    pub(in crate::compare) fn only_after(&self, word: &str) -> bool {
        self.words.only_after.has(word)
    }

    /// True for what stands after a time of day.
    pub(in crate::compare) fn clock(&self, unit: &str) -> bool {
        self.words.clock.has(unit)
    }

    /// True for two words that tell until when was counted ("by nightfall").
    pub(in crate::compare) fn until(&self, word: &str, next: &str) -> bool {
        self.words.until.has(word) && self.words.moment.has(next)
    }

    /// True for a word before a time that something goes on up to ("until").
    pub(in crate::compare) fn ends(&self, word: &str) -> bool {
        self.words.until.has(word)
    }

    /// True for "not", "no", "never".
    pub(in crate::compare) fn negates(&self, word: &str) -> bool {
        self.english.claims.negators.has(word)
    }

    /// True for a word before a time in which something is done ("within").
    pub(in crate::compare) fn terms(&self, word: &str) -> bool {
        self.words.terms.has(word)
    }

    /// True for the preposition behind which stands the whole that a part is taken of.
    pub(in crate::compare) fn of(&self, word: &str) -> bool {
        self.english.claims.of.has(word)
    }

    /// True for a word behind a measure that makes it a distance ("before", "away").
    pub(in crate::compare) fn offset(&self, word: &str) -> bool {
        self.words.offsets.has(word.trim_end_matches(|c: char| !c.is_alphanumeric()))
    }

    /// True for a unit of times of day.
    pub(in crate::compare) fn hour(&self, unit: &str) -> bool {
        self.words.hours.contains(&unit)
    }

    /// True for the unit of times that do not tell which half of the day.
    pub(in crate::compare) fn either_half(&self, unit: &str) -> bool {
        unit == self.words.hours[1]
    }

    /// The kind of calendar figure that a unit is.
    pub(in crate::compare) fn cycle(&self, unit: &str) -> Option<Cycle> {
        Cycle::ALL.into_iter().find(|&c| self.words.cycles[c as usize] == unit)
    }

    /// True for a unit of hours or days.
    pub(in crate::compare) fn time(&self, unit: &str) -> bool {
        self.hour(unit) || self.cycle(unit).is_some()
    }

    /// The dimension of a measure, and how many of its base it is.
    pub(in crate::compare) fn scale(&self, unit: &str) -> Option<(u8, f64)> {
        self.words.scales.get(unit)
    }

    /// True for what games are counted in.
    pub(in crate::compare) fn scored(&self, unit: &str) -> bool {
        self.words.scored.has(unit)
    }
}
