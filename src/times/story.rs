//! What an article has told so far, from which later expressions are counted.

use super::Timex;
use super::meaning::Unit;
use crate::dates::{Date, Period};
use crate::english::times::Reading;

/// How many sentences before a time of day its own day may stand, if it is not the report's.
const BESIDE: usize = 1;

/// How many sentences before "from a month earlier" its month may stand.
const MONTH: usize = 2;

/// What the story has told so far.
#[derive(Default)]
pub(super) struct Story {
    /// Its last date, the expression that told it, and the sentence that it stood in.
    last: Option<(Period, usize, usize)>,
    /// Its last date that had come when the article came out.
    come: Option<(Period, usize, usize)>,
    /// Its first day and its last, the expressions that told them and the sentences that they stood in.
    days: Option<[(Date, usize, usize); 2]>,
    /// The quarter of which an account speaks, and the expression that told it.
    pub(super) quarter: Option<(Period, usize)>,
    /// The last month told without a day, its expression and sentence.
    month: Option<(Period, usize, usize)>,
    /// The account has passed on to several quarters ("in the nine months").
    longer: bool,
}

impl Story {
    /// The date at which it stands: for what is told in the past, the last that had come.
    pub(super) fn stands(&self, past: bool) -> Option<(Period, usize, usize)> {
        if past { self.come } else { self.last }
    }

    /// The day that a time of day belongs to: one told just before, else the first, which is the one the report is about.
    pub(super) fn day(&self, sentence: usize) -> Option<(Date, usize)> {
        let [first, last] = self.days?;
        let (day, i, _) = if last.2 + BESIDE >= sentence { last } else { first };
        Some((day, i))
    }

    /// The quarter with which "a year ago" compares, or the month of the same sentence with which "from a year earlier" does.
    pub(super) fn account(&self, sentence: usize, compared: bool) -> Option<(Period, usize)> {
        let month = self.month.filter(|(.., s)| compared && *s == sentence).map(|(month, i, _)| (month, i));
        month.or(self.quarter.filter(|_| !self.longer))
    }

    /// The month with which "from a month earlier" compares.
    pub(super) fn monthly(&self, sentence: usize, compared: bool) -> Option<(Period, usize)> {
        self.month.filter(|(.., s)| compared && s + MONTH >= sentence).map(|(month, i, _)| (month, i))
    }

    /// True if a date that is still to come was told last.
    pub(super) fn has_moved_on(&self) -> bool {
        self.last.map(|(_, i, _)| i) != self.come.map(|(_, i, _)| i)
    }

    /// Takes in an expression; `said` if it only tells when somebody said something.
    pub(super) fn tell(&mut self, timex: &Timex, i: usize, sentence: usize, now: Option<Date>, said: bool) {
        let m = &timex.meaning;
        let months = m.amount.filter(|_| m.reading == Reading::Span && m.unit == Some(Unit::Month));
        if months.is_some_and(|n| n.low == 6.0 || n.low == 9.0) {
            self.longer = true;
        }
        let Some(period) = timex.period.filter(|_| m.era.is_none()) else { return };
        self.longer &= !matches!(period, Period::Quarter(..)) || m.way.is_some();
        let plain = m.year.is_none() && m.way.is_none() && m.rel.is_none();
        let over = |now: &Date| period.ends().is_none_or(|(_, end)| end < *now);
        match period {
            // Reports are about a quarter that is over; the one that runs is only looked at.
            Period::Quarter(..)
                if m.ordinal.is_some() && plain && (self.quarter.is_none() || now.as_ref().is_none_or(over)) =>
            {
                self.quarter = Some((period, i));
            }
            Period::Month(..) if m.month.is_some() && plain && now.as_ref().is_some_and(over) => {
                self.month = Some((period, i, sentence));
            }
            _ => {}
        }
        self.last = Some((period, i, sentence));
        if period.ends().zip(now).is_none_or(|((first, _), now)| first <= now) {
            self.come = self.last;
        }
        if let Period::Day(day) = period {
            let here = (day, i, sentence);
            let told = self.days.filter(|_| said);
            self.days = told.or(Some([self.days.map_or(here, |[first, _]| first), here]));
        }
    }
}
