//! The publication date as the body's own words allow it.

use super::Timex;
use super::find::Grammar;
use super::heading::heading;
use super::point::Heading;
use crate::articles::{Basis, Published};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::tags::Tags;
use crate::tokens::Tokens;

/// A dateline without its year is of the first such day that comes so many days after the newest day told, or sooner.
const SOON: i32 = 60;
/// So many tokens before a day told in full may stand what was said then ("said on").
const SAID: usize = 2;

/// The publication date as the body's own words allow it, where the reader found none, or one without its year.
pub fn publication(
    english: &English,
    text: &str,
    tokens: &Tokens,
    tags: &Tags,
    found: &[Timex],
    read: &Published,
) -> Published {
    let yearless = read.yearless();
    if read.basis != Basis::Unknown && yearless.is_none() {
        return read.clone();
    }
    let words = Grammar::shared(&english.times);
    // "He must report by 10 January 2022": a day to come.
    let come = |t: &Timex| {
        let way = heading(&english.times, words, text, tokens, tags, &t.tokens, false);
        !(way.is_future() || way == Heading::Intended)
    };
    let told = found.iter().filter_map(|t| Some((full(t)?, t.span, t))).filter(|(.., t)| come(t));
    let newest = told.max_by_key(|(day, span, _)| (*day, *span));
    let Some((day, span, timex)) = newest else { return read.clone() };
    if let Some((month, of_month)) = yearless {
        let year = (day.year()..=day.year() + 1).filter_map(|y| Date::new(y, month, of_month).ok());
        let soon = year.into_iter().find(|d| (0..=SOON).contains(&(*d - day).get_days()));
        return soon.map_or_else(|| read.clone(), |d| Published { range: DayRange::day(d), ..read.clone() });
    }
    // "officials said Wednesday, Oct. 30, 2024": agencies date so what is said on the day itself.
    let saying = words.machine.lexicon.class_set("SAYING");
    let before = timex.tokens.start.saturating_sub(SAID)..timex.tokens.start;
    let said = before.into_iter().any(|t| {
        let form = tokens.tokens[t].span.of(text).to_lowercase();
        words.machine.lexicon.classes(&form) & saying != 0
    });
    if said && timex.meaning.weekday.is_some() {
        return Published { range: DayRange::day(day), basis: Basis::Inferred, evidence: vec![span] };
    }
    // Else it came out no earlier than that day; other articles may tell more.
    let range = DayRange::since(day);
    Published { range, basis: Basis::Inferred, evidence: vec![span] }
}

/// The day of an expression that tells it in full.
fn full(timex: &Timex) -> Option<Date> {
    let m = &timex.meaning;
    let year = i16::try_from(m.year.filter(|_| !m.short_year)?).ok()?;
    Date::new(year, i8::try_from(m.month?).ok()?, i8::try_from(m.day?).ok()?).ok()
}
