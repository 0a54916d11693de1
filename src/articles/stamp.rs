//! Dates on an article's page: stamps, datelines, captions, copyright years, addresses.

pub(super) mod dateline;
pub(super) mod order;

use super::cue::{opening, opens, plain};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::text::Span;
use order::Order;

/// A date as written in a line, perhaps without its year, perhaps with a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Year, if written.
    pub year: Option<i16>,
    /// Month of the year.
    pub month: i8,
    /// Day of the month, if written.
    pub day: Option<i8>,
    /// Time of day as ISO 8601 writes it, with its offset if the line has one.
    pub time: Option<String>,
    /// Day and month could be the other way round.
    pub swappable: bool,
    /// They could be, but for what the text or its address tells of the writer's habit.
    pub by_habit: bool,
    /// It has the shape of a date, but the calendar has no such day.
    pub impossible: bool,
    /// The words of the date and its time.
    pub span: Span,
}

impl Written {
    /// The days that it can mean; `None` without a year.
    pub(super) fn range(&self) -> Option<DayRange> {
        let year = self.year?;
        if let (true, Some(d)) = (self.swappable, self.day) {
            let (a, b) = (Date::new(year, self.month, d).ok()?, Date::new(year, d, self.month).ok()?);
            let (a, b) = (a.min(b), a.max(b));
            return Some(DayRange { earliest: Some(a), latest: Some(b), edtf: format!("[{a},{b}]") });
        }
        match (self.day, &self.time) {
            (Some(d), Some(t)) => DayRange::parse(&format!("{year:04}-{:02}-{d:02}T{t}", self.month)),
            (Some(d), None) => DayRange::parse(&format!("{year:04}-{:02}-{d:02}", self.month)),
            (None, _) => DayRange::parse(&format!("{year:04}-{:02}", self.month)),
        }
    }
}

/// A word of a line, without the marks around it.
pub(super) struct Word<'a> {
    /// As written.
    pub form: &'a str,
    /// In lower case.
    pub low: String,
    /// Where.
    pub span: Span,
}

/// The words of a stretch.
pub(super) fn words(text: &str, span: Span) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let source = span.of(text);
    let mut start = None;
    let mut push = |a: usize, b: usize| {
        let form = source[a..b].trim_end_matches(['.', ',', ';', ')', '-', '–', '—', '|', ':']);
        if !form.is_empty() {
            let at = span.start as usize + a;
            found.push(Word { form, low: form.to_lowercase(), span: Span::new(at, at + form.len()) });
        }
    };
    for (i, c) in source.char_indices() {
        let apart =
            c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|' | '•' | '·' | '[' | ']' | '—' | '–' | '*' | '_');
        match (apart, start) {
            (true, Some(a)) => {
                push(a, i);
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    if let Some(a) = start {
        push(a, source.len());
    }
    found
}

/// "9", "9th".
fn day(english: &English, word: &str) -> Option<i8> {
    let (digits, ordinal) = word.split_at(word.bytes().take_while(u8::is_ascii_digit).count());
    let ends = ordinal.is_empty() || english.reader.ordinals.binary_search(&ordinal).is_ok();
    (matches!(digits.len(), 1..=2) && ends).then(|| digits.parse().ok())?.filter(|d| *d > 0)
}

fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok())?.filter(|y| (1600..=2199).contains(y))
}

/// `2024-12-09`, `9/12/2024`, `9.12.2024`, `2024/12/09`, with a time glued on by `T` perhaps.
fn numeric(word: &str, order: Order, span: Span) -> Option<Written> {
    let (date, time) = match word.split_once('t') {
        Some((date, time)) => {
            (date, clock(time.trim_end_matches('z')).map(|t| t + if time.ends_with('z') { "Z" } else { "" }))
        }
        None => (word, None),
    };
    let sign = ['-', '/', '.'].into_iter().find(|&s| date.matches(s).count() == 2)?;
    let parts: Vec<i16> = date.split(sign).map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else { return None };
    let unclear = a <= 12 && b <= 12 && a != b && sign == '/';
    let (y, m, d, swappable) = if a >= 1600 {
        (a, b, c, false)
    } else if c >= 1600 {
        match order {
            _ if b > 12 => (c, a, b, false),
            Order::MonthFirst if unclear => (c, a, b, false),
            _ => (c, b, a, unclear && order == Order::Unknown),
        }
    } else {
        return None;
    };
    let (month, day) = (i8::try_from(m).ok()?, i8::try_from(d).ok()?);
    let impossible = Date::new(y, month, day).is_err();
    let by_habit = unclear && !swappable && a < 1600;
    Some(Written {
        year: Some(y),
        month,
        day: Some(day),
        time,
        swappable: swappable && !impossible,
        by_habit,
        impossible,
        span,
    })
}

/// `7:08`, `07.08`, `07:08:00` → `07:08:00`.
fn clock(word: &str) -> Option<String> {
    let (h, rest) = word.split_once([':', '.'])?;
    let (m, s) = rest.split_once(':').unwrap_or((rest, "00"));
    let two = |t: &str, most: u8| (t.len() == 2).then(|| t.parse::<u8>().ok())?.filter(|&n| n <= most);
    let hour = (1..=2).contains(&h.len()).then(|| h.parse::<u8>().ok())?.filter(|&h| h <= 23)?;
    Some(format!("{hour:02}:{:02}:{:02}", two(m, 59)?, two(s.split('.').next()?, 60)?))
}

fn half_day(time: String, afternoon: bool) -> String {
    let hour: u8 = time[..2].parse().unwrap_or(0);
    let hour = match (afternoon, hour) {
        (true, ..12) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    };
    format!("{hour:02}{}", &time[2..])
}

/// A time of day at `words[i..]` with its zone, and the place after it.
fn time_at(english: &English, words: &[Word<'_>], i: usize) -> Option<(String, usize)> {
    let word = words.get(i)?;
    let halves = &english.reader.half_days;
    let glued = halves.iter().find_map(|(h, pm)| Some((word.low.strip_suffix(h)?, *pm)));
    let half_at = |k: usize| words.get(k).and_then(|w| halves.iter().find(|(h, _)| *h == w.low)).map(|h| h.1);
    let (mut time, mut next) = match glued {
        Some((clocked, half)) => (half_day(clock(clocked).or_else(|| clock(&format!("{clocked}:00")))?, half), i + 1),
        None => match half_at(i + 1) {
            Some(half) => {
                let time = clock(&word.low).or_else(|| clock(&format!("{}:00", word.low)))?;
                (half_day(time, half), i + 2)
            }
            None => (clock(&word.low)?, i + 1),
        },
    };
    if let Some(zone) = words.get(next).and_then(|w| english.reader.zone(&w.low)) {
        next += 1;
        match zone {
            Some(0) => time.push('Z'),
            Some(off) => {
                let sign = if off < 0 { '-' } else { '+' };
                time.push_str(&format!("{sign}{:02}:{:02}", off.abs() / 60, off.abs() % 60));
            }
            None => {}
        }
    }
    Some((time, next))
}

/// A date at `words[i..]` and the place after it.
fn date_at(english: &English, words: &[Word<'_>], i: usize, order: Order) -> Option<(Written, usize)> {
    let reader = &english.reader;
    let at = |k: usize| words.get(k);
    let month_at = |k: usize| at(k).and_then(|w| reader.month(w.low.trim_end_matches('.')));
    let day_at = |k: usize| at(k).and_then(|w| day(english, &w.low));
    let year_at = |k: usize| at(k).and_then(|w| year(&w.low));
    let first = at(i)?;
    let named = |year: Option<i16>, month, day: Option<i8>| {
        // In a leap year every day of the calendar can be.
        let impossible = day.is_some_and(|d| Date::new(year.unwrap_or(2024), month, d).is_err());
        Written { year, month, day, time: None, swappable: false, by_habit: false, impossible, span: first.span }
    };
    let (mut written, mut next) = if let Some(written) = numeric(&first.low, order, first.span) {
        (written, i + 1)
    } else if let Some(m) = month_at(i) {
        match (day_at(i + 1), year_at(i + 1)) {
            (Some(d), _) => {
                let y = year_at(i + 2);
                (named(y, m, Some(d)), i + 2 + usize::from(y.is_some()))
            }
            (None, Some(y)) => (named(Some(y), m, None), i + 2),
            _ => return None,
        }
    } else {
        let d = day_at(i)?;
        let k = i + 1 + usize::from(at(i + 1).is_some_and(|w| w.low == reader.of));
        let m = month_at(k)?;
        let y = year_at(k + 1);
        (named(y, m, Some(d)), k + 1 + usize::from(y.is_some()))
    };
    let mut k = next;
    while at(k).is_some_and(|w| matches!(w.low.as_str(), "-" | "/" | "|" | "–" | "@") || w.low == reader.at) {
        k += 1;
    }
    if let Some((time, after)) = time_at(english, words, k).filter(|_| written.day.is_some()) {
        written.time = Some(time);
        next = after;
    }
    written.span = first.span.cover(words[next - 1].span);
    Some((written, next))
}

/// Every date written in a stretch of text.
pub(super) fn dates_in(english: &English, text: &str, span: Span, order: Order) -> Vec<Written> {
    let words = words(text, span);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < words.len() {
        match date_at(english, &words, i, order) {
            Some((date, next)) => {
                found.extend(Some(date).filter(|d| !d.impossible));
                i = next;
            }
            None => i += 1,
        }
    }
    found
}

/// What a line that carries a date stamp says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The date of publication (of the update, if only that is given).
    pub date: Written,
    /// It is said to be the date of a change.
    pub update: bool,
    /// A word says what the date is of.
    pub cued: bool,
}

/// Most words that a stamp line may have besides its date.
const SPARE_WORDS: usize = 3;

/// Reads a line as a date stamp: its date with a cue before it, or with hardly a word around it.
pub(super) fn stamp(english: &English, text: &str, line: Span, order: Order) -> Option<Stamp> {
    // No date is without a figure.
    if line.len() > 160 || !line.of(text).contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let reader = &english.reader;
    let all = words(text, line);
    let (mut best, mut spare, mut i): (Option<Stamp>, usize, usize) = (None, 0, 0);
    let (mut update, mut cued) = (false, false);
    // It opens with words that have nothing to do with a date.
    let (mut opened, mut dates) = (false, 0);
    while i < all.len() {
        if let Some((date, next)) = date_at(english, &all, i, order) {
            dates += 1;
            // The first date that is not an update's goes before, and any that can be before one that can't.
            if best.as_ref().is_none_or(|b| b.update && !update || b.date.impossible && !date.impossible) {
                best = Some(Stamp { date, update, cued });
            }
            i = next;
            continue;
        }
        if let Some((time, next)) = time_at(english, &all, i) {
            if let Some(b) = best.as_mut().filter(|b| b.date.time.is_none() && b.date.day.is_some()) {
                b.date.time = Some(time);
            }
            i = next;
            continue;
        }
        let rest = plain(&text[all[i].span.start as usize..line.end as usize]);
        // "On" alone opens stories too.
        let cue = opening(&rest, &reader.stamps).filter(|c| c.len() > 2 || cued).map(|c| (c, false));
        let cue = cue.or_else(|| opening(&rest, &reader.updates).map(|c| (c, true)));
        if let Some((cue, changed)) = cue {
            (update, cued) = (changed, true);
            i += cue.split(' ').count().max(1);
            continue;
        }
        let known = reader.is_weekday(&all[i].low) || !all[i].form.contains(char::is_alphanumeric);
        spare += usize::from(!known);
        opened |= !known && i == 0;
        i += 1;
    }
    let stamp = best?;
    // "Ana Sousa resigned on April 12." is a sentence, however short.
    let sentence = opened && line.of(text).trim_end().ends_with(['.', '!', '?']);
    // A date among other words is the line's own if a stroke, a dot or a comma sets it apart from them.
    let apart = || {
        let before = text[line.start as usize..stamp.date.span.start as usize].trim_end();
        let after = text[stamp.date.span.end as usize..line.end as usize].trim_start();
        let set = |c: char| matches!(c, '|' | '•' | '·' | '–' | '—' | '-' | ',' | '/');
        (before.is_empty() || before.ends_with(set)) && (after.is_empty() || after.starts_with(set))
    };
    let whole = stamp.date.year.is_some() && stamp.date.day.is_some();
    let own = match cued {
        true => spare <= SPARE_WORDS,
        // "30/30/2020" alone in a line may be anything, and two dates are a stretch.
        false => !stamp.date.impossible && dates == 1 && (spare == 0 || whole && spare <= SPARE_WORDS && apart()),
    };
    (own && !sentence).then_some(stamp)
}

/// True for a line that counts from the moment it was read ("Updated 2 hours ago"): no date can be told from it.
pub(super) fn is_relative(english: &English, line: &str) -> bool {
    let line = plain(line);
    let reader = &english.reader;
    let bare = line.trim_end_matches('.');
    let counted = reader.relative.iter().any(|r| bare.strip_suffix(r).is_some_and(|head| head.ends_with(' ')));
    let cued = opening(&line, &reader.stamps).or_else(|| opening(&line, &reader.updates)).is_some();
    counted && line.split(' ').count() <= 7 && (cued || line.starts_with(|c: char| c.is_ascii_digit()))
}

/// True for a line that says where on the site an article stands ("Published in World").
pub(super) fn is_section(english: &English, line: &str) -> bool {
    let line = plain(line);
    line.split(' ').count() <= 8 && (english.reader.sections.iter()).any(|s| opens(&line, s) && line.len() > s.len())
}

/// The year of a copyright line.
pub(super) fn copyright_year(text: &str, line: Span) -> Option<(i16, Span)> {
    let all = words(text, line);
    // A span of years ("1999-2024") ends with the one that counts.
    all.iter()
        .take(8)
        .filter_map(|w| {
            let digits = w.form.trim_start_matches(['©', '(', 'c', 'C', ')']);
            let last = digits.rsplit(['-', '–']).next()?;
            year(last).map(|y| (y, w.span))
        })
        .next_back()
}

/// The day in an address such as `…/2024/12/09/…` or `…-2024-12-09…`.
pub(super) fn in_address(url: &str) -> Option<DayRange> {
    let path = url.split(['?', '#']).next()?;
    let numbers: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let three = |w: &[&str]| {
        let y = year(w[0])?;
        let m = w[1].parse::<i8>().ok().filter(|_| w[1].len() <= 2)?;
        let d = w[2].parse::<i8>().ok().filter(|_| w[2].len() <= 2)?;
        Date::new(y, m, d).ok().map(DayRange::day)
    };
    let solid = |w: &&str| {
        let digits = w.len() == 8 && w.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| DayRange::parse(&format!("{}-{}-{}", &w[..4], &w[4..6], &w[6..]))).flatten()
    };
    numbers.windows(3).find_map(three).or_else(|| numbers.iter().find_map(solid))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, order: Order) -> Option<String> {
        let all = Span::new(0, line.len());
        stamp(English::shared(), line, all, order).map(|s| {
            s.date.range().map_or_else(|| format!("--{:02}-{:02}", s.date.month, s.date.day.unwrap_or(0)), |r| r.edtf)
        })
    }

    #[test]
    fn stamps() {
        for (line, want) in [
            // ok:
            ("Published March 3rd, 2021 - 07:08 GMT", "2021-03-03T07:08:00Z"),
            ("Last updated: 4 Sept. 2019, 9:15 p.m. ET", "2019-09-04T21:15:00"),
            ("Posted on Tuesday 12 May 2020", "2020-05-12"),
            ("Tue 12 May 2020 18.04 BST", "2020-05-12T18:04:00+01:00"),
            ("2020-05-12T10:00:00Z", "2020-05-12T10:00:00Z"),
            ("13/5/2020", "2020-05-13"),
            ("June 2020", "2020-06"),
            ("Dec 9", "--12-09"),
            ("Updated 10 May 2020; published 9 May 2020", "2020-05-09"),
            ("The Gazette | May 9, 2020", "2020-05-09"),
            ("May 9 2020 7:08am EST", "2020-05-09T07:08:00-05:00"),
        ] {
            assert_eq!(read(line, Order::DayFirst).as_deref(), Some(want), "{line}");
        }
        assert_eq!(read("9/12/2020", Order::MonthFirst).as_deref(), Some("2020-09-12"));
        assert_eq!(read("9/12/2020", Order::DayFirst).as_deref(), Some("2020-12-09"));
        assert_eq!(read("9/12/2020", Order::Unknown).as_deref(), Some("[2020-09-12,2020-12-09]"));
        for line in [
            // no:
            "Published in World",
            "On May 9, 2020, the court ruled that the law was void.",
            "Updated rules for travellers",
            "The march of the miners",
            "Ana Sousa resigned on April 12.",
            "Peace came May 9, 1945.",
            "Born: 4 May 1950",
            "May 4, 1931 - June 5, 2019",
            "On March 3, 1987",
            "The flood of May 4, 1920",
            "Retrieved May 4, 2020",
            "May 4, 2015 Court frees minister",
            "May 40, 2020",
            "30/30/2020",
        ] {
            assert_eq!(read(line, Order::DayFirst), None, "{line}");
        }
    }

    #[test]
    fn counted_from_now() {
        for (line, want) in [
            ("Updated 2 hours ago", true),
            ("3 min ago", true),
            ("Published a day ago", true),
            ("The quake struck two days ago", false),
            ("Updated rules for travellers", false),
        ] {
            assert_eq!(is_relative(English::shared(), line), want, "{line}");
        }
    }

    #[test]
    fn impossible_days() {
        for (line, impossible) in [
            ("Published 2024-13-40", true),
            ("Published: 31/31/2024", true),
            ("Updated February 30, 2024", true),
            ("Posted 31 June", true),
            ("Published May 40, 2020", true),
            ("Published February 29, 2024", false),
            ("Updated 31 June 2024, published 2 June 2024", false),
        ] {
            let found = stamp(English::shared(), line, Span::new(0, line.len()), Order::DayFirst);
            assert_eq!(found.map(|s| s.date.impossible), Some(impossible), "{line}");
        }
    }

    #[test]
    fn other_dates() {
        let year = |line: &str| copyright_year(line, Span::new(0, line.len())).map(|y| y.0);
        assert_eq!(year("©2021 Gazette Ltd."), Some(2021));
        assert_eq!(year("Copyright © 1999-2021 Gazette"), Some(2021));
        assert_eq!(year("© Gazette"), None);
        let day = |url: &str| in_address(url).map(|r| r.edtf);
        assert_eq!(day("https://x.org/world/2021/03/09/storm").as_deref(), Some("2021-03-09"));
        assert_eq!(day("https://x.org/a-20210309-storm").as_deref(), Some("2021-03-09"));
        assert_eq!(day("https://x.org/2021/story/12"), None);
        assert!(is_section(English::shared(), "Published in World & Business"));
        assert!(!is_section(
            English::shared(),
            "Category 4 hurricane hits the coast, killing at least ten people there"
        ));
    }
}
