//! What expressions beside each other tell of one another.

use super::Timex;
use super::meaning::{Flag, Meaning};
use crate::articles::Published;
use crate::dates::{Date, Period};
use crate::english::time_steps as say;
use crate::english::times::{Reading, TimesWords};
use crate::tags::{Tags, Upos};
use crate::tokens::Tokens;

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

/// "At 10 a.m. Moscow time (0700 GMT) on Wednesday", "at 2 p.m. in Alba on Monday": the day that stands behind a clock time, as a place among the
/// expressions behind it.
pub(super) fn day_behind(text: &str, tokens: &Tokens, tags: &Tags, timex: &Timex, behind: &[Timex]) -> Option<usize> {
    let told = |m: &Meaning| m.weekday.is_some() || m.deictic.is_some() || m.month.is_some() && m.day.is_some();
    let clock = |m: &Meaning| m.hour.is_some() && !told(m);
    if !clock(&timex.meaning) {
        return None;
    }
    let end = tokens.tokens.get(timex.tokens.start)?.sentence;
    let n = behind.iter().position(|t| !clock(&t.meaning))?;
    let day = &behind[n];
    let near = day.tokens.start <= timex.tokens.end + DAY_BEHIND;
    let bare = told(&day.meaning) && day.meaning.reading == Reading::Point && day.meaning.hour.is_none();
    if !near || !bare || tokens.tokens.get(day.tokens.start)?.sentence != end {
        return None;
    }
    let small = |t: usize| {
        behind[..n].iter().any(|b| b.tokens.contains(&t))
            // "at 2 p.m. in Alba on Monday": a named place may stand between.
            || matches!(tags.upos.get(t), Some(Upos::Adp | Upos::Propn))
            || matches!(tokens.tokens[t].span.of(text), "(" | ")")
    };
    (timex.tokens.end..day.tokens.start).all(small).then_some(n)
}
