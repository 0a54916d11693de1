//! What expressions beside each other tell of one another.

use super::meaning::{Flag, Meaning};
use super::point::ZONES;
use super::{Basis, Timex};
use crate::articles::Published;
use crate::dates::{Date, Period};
use crate::english::time_steps as say;
use crate::english::times::{Reading, TimesWords};
use crate::tags::{Tags, Upos};
use crate::tokens::Tokens;
use jiff::ToSpan;

/// Between a clock time and the day behind it may stand so many tokens: "10 a.m. (0700 GMT) on Wednesday".
const DAY_BEHIND: usize = 8;

/// "On Monday and Tuesday", told on a Monday, is that of last week: one day follows the other.
pub(super) fn day_before(first: &mut Timex, then: &Timex, text: &str) {
    let bare = |t: &Timex| {
        let m = &t.meaning;
        let alone = m.rel.is_none() && m.month.is_none() && m.part.is_none() && m.hour.is_none();
        m.weekday.filter(|_| alone)
    };
    let (Some(a), Some(b), Some(Period::Day(here)), Some(Period::Day(next))) =
        (bare(first), bare(then), first.period, then.period)
    else {
        return;
    };
    if a % 7 + 1 == b
        && here > next
        && let Ok(day) = next.yesterday()
    {
        let period = Period::Day(day);
        first.period = Some(period);
        first.value = period.value();
        first.range = period.range();
        first.steps = vec![say::day_before(first.span.of(text), then.span.of(text), &first.value)];
    }
}

/// "12/05/2031" has its month first, unless another date of the article can only have its day first, or the month-first
/// reading lies after publication and the other does not. Dates that contradict each other tell nothing.
pub(super) fn days_first(published: &Published, timexes: &mut [Timex]) {
    let doubtful = |m: &Meaning| m.flag == Some(Flag::MonthFirst) && m.day.is_some_and(|d| d <= 12);
    let sure = |flag: Flag| timexes.iter().any(|t| t.meaning.flag == Some(flag) && !doubtful(&t.meaning));
    let (month_first, day_first) = (sure(Flag::MonthFirst), sure(Flag::DayFirst));
    let now = published.range.latest;
    let ahead = |year: Option<i32>, month: Option<i32>, day: Option<i32>| -> Option<bool> {
        let (y, m, d) = (i16::try_from(year?).ok()?, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
        Some(Date::new(y, m, d).ok()? > now?)
    };
    for m in timexes.iter_mut().map(|t| &mut t.meaning).filter(|m| doubtful(m)) {
        let comes = ahead(m.year, m.month, m.day) == Some(true) && ahead(m.year, m.day, m.month) == Some(false);
        if day_first && !month_first || day_first == month_first && comes {
            std::mem::swap(&mut m.month, &mut m.day);
        }
    }
}

/// "From April to October 2027": the first month has its year from the second.
pub(super) fn lend_years(words: &TimesWords, text: &str, tokens: &Tokens, timexes: &mut [Timex]) {
    for i in (1..timexes.len()).rev() {
        let (a, b) = (&timexes[i - 1], &timexes[i]);
        let (m, n) = (&a.meaning, &b.meaning);
        let plain = |m: &Meaning| m.reading == Reading::Point && m.rel.is_none() && m.way.is_none() && m.flag.is_none();
        let (Some(first), Some(last), Some(year)) = (m.month, n.month, n.year) else { continue };
        if m.year.is_some() || !plain(m) || !plain(n) || a.tokens.end + 1 != b.tokens.start {
            continue;
        }
        if words.joints.contains(&tokens.tokens[a.tokens.end].span.of(text).to_lowercase().as_str()) {
            let short_year = n.short_year;
            let later = first > last && !short_year;
            let lent = &mut timexes[i - 1].meaning;
            (lent.year, lent.short_year) = (Some(year - i32::from(later)), short_year);
        }
    }
}

/// True for words that name a day.
fn is_day_told(m: &Meaning) -> bool {
    m.weekday.is_some() || m.deictic.is_some() || m.month.is_some() && m.day.is_some()
}

/// "At 10 a.m. Moscow time (0700 GMT) on Wednesday", "at 2 p.m. in Alba on Monday": the day that stands behind a clock time, as a place among the
/// expressions behind it.
pub(super) fn day_behind(
    words: &TimesWords,
    text: &str,
    tokens: &Tokens,
    tags: &Tags,
    timex: &Timex,
    behind: &[Timex],
) -> Option<usize> {
    let clock = |m: &Meaning| m.hour.is_some() && !is_day_told(m);
    if !clock(&timex.meaning) {
        return None;
    }
    let end = tokens.tokens.get(timex.tokens.start)?.sentence;
    let n = behind.iter().position(|t| !clock(&t.meaning))?;
    let day = &behind[n];
    let near = day.tokens.start <= timex.tokens.end + DAY_BEHIND;
    let bare = is_day_told(&day.meaning) && day.meaning.reading == Reading::Point && day.meaning.hour.is_none();
    if !near || !bare || tokens.tokens.get(day.tokens.start)?.sentence != end {
        return None;
    }
    let form = |t: usize| tokens.tokens[t].span.of(text);
    // "at 2 p.m. in Alba on Monday", "at 2 p.m. in the bay on Monday": a place may stand between.
    let place = words.places.contains(&form(timex.tokens.end).to_lowercase().as_str());
    let small = |t: usize| {
        behind[..n].iter().any(|b| b.tokens.contains(&t))
            || matches!(tags.upos.get(t), Some(Upos::Adp | Upos::Propn))
            || place && matches!(tags.upos.get(t), Some(Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Part))
            || matches!(form(t), "(" | ")")
    };
    (timex.tokens.end..day.tokens.start).all(small).then_some(n)
}

/// "4 a.m. local time (2300 GMT on Monday)": a clock time in brackets that another stands right before is the same moment,
/// told for readers elsewhere.
pub(super) fn is_told_again(text: &str, tokens: &Tokens, first: &Timex, then: &Timex) -> bool {
    let mut between = first.tokens.end..then.tokens.start;
    let hours = first.meaning.hour.is_some() && then.meaning.hour.is_some() && then.meaning.zone.is_some();
    hours && between.len() == 1 && between.all(|t| matches!(tokens.tokens[t].span.of(text), "(" | "["))
}

/// Two clock times told as one moment, each with its zone, of which one must be wrong: "3 p.m. GMT (5 p.m. CET)".
pub(super) fn two_zones(first: &Timex, then: &mut Timex, text: &str) {
    let utc = |t: &Timex| t.clock().and_then(|(minutes, zone)| Some((minutes - zone?).rem_euclid(24 * 60)));
    if let (Some(a), Some(b)) = (utc(first), utc(then))
        && a != b
    {
        then.basis = Basis::Assumed;
        then.impossible = true;
        then.steps.insert(0, say::two_zones(first.span.of(text), then.span.of(text)));
    }
}

/// "10:05 a.m. local time (0205 GMT on Tuesday)": the day of a clock time, by the one that its bracket names elsewhere. No
/// place is further than half a day and two hours from there.
pub(super) fn day_of_other_zone(local: &Timex, there: &Timex) -> Option<Date> {
    let Some(Period::Day(day)) = there.period.filter(|_| local.meaning.zone.is_none() && is_day_told(&there.meaning))
    else {
        return None;
    };
    let (here, there) = (local.clock()?.0, there.clock().and_then(|(minutes, zone)| Some(minutes - zone?))?);
    let shift = (-1..=1).find(|days| ZONES.contains(&(here + days * 24 * 60 - there)))?;
    day.checked_add(shift.days()).ok()
}
