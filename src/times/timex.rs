//! A temporal expression after TimeML 1.2.1.

use super::meaning::{Meaning, Modifier, Rel, Trail, Unit, Way};
use crate::dates::{DayRange, Period};
use crate::english::times::Reading;
use crate::text::{ArticleIx, EventIx, Span, TimexIx};
use std::ops::Range;

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

/// What an expression's value was reckoned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// It stands by itself.
    #[default]
    None,
    /// The article's publication date.
    Publication,
    /// Another expression, perhaps of another article.
    Timex(ArticleIx, TimexIx),
    /// An event, perhaps dated by another article.
    Event(ArticleIx, EventIx),
}

/// How the value is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The words hold the whole date.
    #[default]
    Stated,
    /// Reckoned from an anchor.
    Computed,
    /// Needs a guess (a year left out, a vague word).
    Assumed,
}

/// One expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its words.
    pub span: Span,
    /// Its tokens, as places in the article.
    pub tokens: Range<usize>,
    /// DATE, TIME, DURATION or SET.
    pub kind: TimexKind,
    /// TIMEX3 `value`.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// The days it can be, if it points to days at all.
    pub range: Option<DayRange>,
    /// The stretch of the calendar that it means, if it is one.
    pub period: Option<Period>,
    /// What it was reckoned from.
    pub anchor: Anchor,
    /// How it is known.
    pub basis: Basis,
    /// The working, in words.
    pub steps: Vec<String>,
    /// True if the calendar has no such day.
    pub impossible: bool,
    /// The rule that found it.
    pub rule: &'static str,
    /// What it says before it is resolved.
    pub meaning: Meaning,
}

impl Timex {
    /// The time of day that it tells, in minutes from midnight; with its zone, in minutes east of UTC, where it names one.
    pub fn clock(&self) -> Option<(i32, Option<i32>)> {
        let (_, time) = self.value.split_once('T').filter(|(_, time)| time.len() >= 5)?;
        let (hour, minute) = time.get(..5)?.split_once(':')?;
        let minutes = hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?;
        Some((minutes, self.meaning.zone))
    }

    /// True for what its own words set a year back or more: "last year", "three years ago".
    pub fn tells_years_back(&self) -> bool {
        let m = &self.meaning;
        let years = matches!(m.unit, Some(Unit::Year | Unit::Decade | Unit::Century));
        years && (matches!(m.rel, Some(Rel::Last | Rel::Previous)) || matches!(m.way, Some(Way::Ago | Way::Earlier)))
    }

    /// Words that are no expression by themselves but are placed by an event.
    pub fn event_anchored(span: Span, tokens: Range<usize>, rule: &'static str) -> Self {
        Self {
            span,
            tokens,
            kind: TimexKind::Date,
            value: String::new(),
            modifier: None,
            range: None,
            period: None,
            anchor: Anchor::None,
            basis: Basis::Computed,
            steps: Vec::new(),
            impossible: false,
            rule,
            meaning: Meaning::new(Reading::Point, &Trail::new()),
        }
    }
}
