//! Resolving expressions inside one article.

use super::find::Grammar;
use super::heading::heading;
use super::meaning::{Era, Flag, Meaning, Modifier, Unit};
use super::point::{From, Heading, Place, Setting, place};
use super::{Anchor, Basis, Timex, TimexKind, span};
use crate::articles::Published;
use crate::dates::{Date, DayRange, Period, ToSpan};
use crate::english::English;
use crate::english::time_steps as say;
use crate::english::times::Reading;
use crate::tags::{Tags, Upos};
use crate::text::{ArticleIx, BlockKind, TimexIx};
use crate::tokens::Tokens;

/// The article itself, in anchors inside it; the timeline knows its place in the dossier.
pub const SELF: ArticleIx = ArticleIx(u32::MAX);

/// How many sentences before it the day may stand that "the night before" follows.
const NEAR: usize = 3;

/// How many sentences before a time of day its own day may stand, if it is not the report's.
const BESIDE: usize = 1;

/// What the story has told so far.
#[derive(Default)]
struct Story {
    /// Its last date, the expression that told it, and the sentence that it stood in.
    last: Option<(Period, usize, usize)>,
    /// Its first day and its last, the expressions that told them and the sentences that they stood in.
    days: Option<[(Date, usize, usize); 2]>,
    quarter: Option<Period>,
    /// The account has passed on to several quarters ("in the nine months").
    longer: bool,
}

/// Gives each expression its value and range against the publication date or another expression.
pub fn resolve(
    english: &English,
    text: &str,
    tokens: &Tokens,
    tags: &Tags,
    published: &Published,
    timexes: &mut [Timex],
) {
    let grammar = Grammar::shared(&english.times);
    let (mut body, mut captions) = (Story::default(), Story::default());
    days_first(published, timexes);
    for i in 0..timexes.len() {
        let (before, rest) = timexes.split_at_mut(i);
        let timex = &mut rest[0];
        let sentence = timex.tokens.clone().next().map_or(0, |t| tokens.tokens[t].sentence.ix());
        // The day of a picture is no day that the text goes on from.
        let caption = tokens.sentences.get(sentence).is_some_and(|s| s.kind == BlockKind::Caption);
        let story = if caption { &mut captions } else { &mut body };
        let month = timex.meaning.month.is_some() && timex.meaning.day.is_none();
        let way = heading(&english.times, grammar, text, tokens, tags, &timex.tokens, month);
        let words = timex.span.of(text);
        match timex.meaning.reading {
            Reading::Point => point(timex, words, published, story, sentence, way),
            Reading::Span => length(timex, words, published),
            Reading::Repeat => {
                timex.value = span::repeated(&timex.meaning);
                timex.steps = vec![say::repeated(words, &timex.value)];
            }
            Reading::Vague => vague(timex, words, published),
            Reading::Nothing => {}
        }
        if let Some(last) = before.last_mut().filter(|last| last.tokens.end + 1 == timex.tokens.start)
            && tags.upos.get(last.tokens.end) == Some(&Upos::Cconj)
        {
            day_before(last, timex, text);
        }
        // "He has ruled since 1999": the story goes on in another year.
        let before = timex.tokens.start.checked_sub(1).map(|t| tokens.tokens[t].span.of(text).to_lowercase());
        let since = before.is_some_and(|w| english.times.since.contains(&w.as_str()));
        if !(since && matches!(timex.period, Some(Period::Year(_)))) {
            story.tell(timex, i, sentence, published.range.latest);
        }
    }
}

/// "On Monday and Tuesday", told on a Monday, is that of last week: one day follows the other.
fn day_before(first: &mut Timex, then: &Timex, text: &str) {
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
fn days_first(published: &Published, timexes: &mut [Timex]) {
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

impl Story {
    /// The day that a time of day belongs to: one told just before, else the first, which is the one the report is about.
    fn day(&self, sentence: usize) -> Option<(Date, usize)> {
        let [first, last] = self.days?;
        let (day, i, _) = if last.2 + BESIDE >= sentence { last } else { first };
        Some((day, i))
    }

    fn tell(&mut self, timex: &Timex, i: usize, sentence: usize, now: Option<Date>) {
        let m = &timex.meaning;
        let months = m.amount.filter(|_| m.reading == Reading::Span && m.unit == Some(Unit::Month));
        if months.is_some_and(|n| n.low == 6.0 || n.low == 9.0) {
            self.longer = true;
        }
        let Some(period) = timex.period.filter(|_| m.era.is_none()) else { return };
        self.longer &= !matches!(period, Period::Quarter(..)) || m.way.is_some();
        if matches!(period, Period::Quarter(..))
            && m.ordinal.is_some()
            && m.year.is_none()
            && m.way.is_none()
            && m.rel.is_none()
            // Reports are about a quarter that is over; the one that runs is only looked at.
            && (self.quarter.is_none() || period.ends().zip(now).is_none_or(|((_, end), now)| end < now))
        {
            self.quarter = Some(period);
        }
        self.last = Some((period, i, sentence));
        if let Period::Day(day) = period {
            let here = (day, i, sentence);
            self.days = Some([self.days.map_or(here, |[first, _]| first), here]);
        }
    }
}

fn point(timex: &mut Timex, words: &str, published: &Published, story: &Story, sentence: usize, heading: Heading) {
    let mut meaning = timex.meaning.clone();
    if meaning.flag == Some(Flag::Anno) {
        meaning.year = meaning.amount.take().map(|n| n.low as i32);
    }
    // A year left out is the story's only where the same sentence told its date before.
    let near = story.last.filter(|(_, _, s)| *s == sentence);
    let year_left_out = meaning.month.is_some() && meaning.year.is_none() && meaning.rel.is_none();
    // "The night before" is the one before what was told just now.
    let lost = match meaning.flag {
        Some(Flag::DayBeside) => story.last.is_some_and(|(.., s)| s + NEAR < sentence),
        Some(Flag::Then) => story.last.is_none(),
        _ => false,
    };
    let day = story.day(sentence);
    let at = |now: Option<Date>| {
        let now = now.filter(|_| !lost);
        let setting = Setting {
            now,
            story: if year_left_out || lost { near } else { story.last }.map(|(p, ..)| p),
            day: day.map(|(day, _)| day),
            quarter: story.quarter,
            comparable: story.quarter.filter(|_| !story.longer),
            heading,
        };
        place(&meaning, &setting)
    };
    let (first, last) = (published.range.earliest, published.range.latest);
    let mut uncertain = false;
    let found = match (first, last) {
        (Some(a), Some(b)) if a != b => {
            uncertain = true;
            hull(at(Some(a)), at(Some(b)))
        }
        (Some(a), Some(_)) => at(Some(a)),
        // Published "after 9 December" is no day to count from.
        _ => at(None),
    };
    let Some(place) = found else {
        let impossible = meaning.way.is_none() && meaning.deictic.is_none();
        timex.value = "XXXX-XX-XX".to_owned();
        timex.impossible = impossible;
        timex.steps = vec![if impossible { say::impossible(words) } else { say::out_of_calendar(words) }];
        timex.basis = Basis::Assumed;
        return;
    };
    timex.value = place.value;
    timex.range = place.range;
    // What is read aloud is the days, where the value has holes.
    let days = timex.range.as_ref().map_or("", |r| r.edtf.as_str());
    let result = if timex.value.contains(['X', '_']) { days.to_owned() } else { timex.value.clone() };
    timex.period = place.period;
    let shown = if published.range.edtf.is_empty() { "?" } else { &published.range.edtf };
    let told = match place.from {
        From::Story | From::YearByStory => story.last.map(|(period, i, _)| (period, i)),
        From::StoryDay => day.map(|(day, i)| (Period::Day(day), i)),
        _ => None,
    };
    if let Some((period, i)) = told {
        timex.anchor = Anchor::Timex(SELF, TimexIx::new(i));
        timex.basis = if place.from == From::YearByStory { Basis::Assumed } else { Basis::Computed };
        timex.steps = vec![match place.from {
            From::YearByStory => say::year_of_story(&period.value()),
            _ => say::from_story(words, &period.value(), &result),
        }];
    } else {
        match place.from {
            From::Words if timex.range.is_none() => {
                timex.basis = Basis::Assumed;
                timex.impossible = meaning.flag == Some(Flag::Ancient);
                timex.steps = vec![match first {
                    _ if timex.impossible => say::out_of_calendar(words),
                    _ if lost => say::no_day_before(words),
                    Some(_) => say::unplaced(words),
                    None => say::no_anchor(),
                }];
            }
            From::Words => timex.steps = vec![say::stated(&result)],
            From::YearByNow | From::YearByStory => {
                timex.anchor = Anchor::Publication;
                timex.basis = Basis::Assumed;
                timex.steps = vec![say::year_left_out(&result, shown)];
            }
            From::Now | From::Story | From::StoryDay => {
                timex.anchor = Anchor::Publication;
                timex.basis = Basis::Computed;
                timex.steps = vec![say::from_publication(words, shown, &result)];
            }
        }
    }
    if uncertain && timex.anchor == Anchor::Publication {
        timex.steps.push(say::publication_uncertain(shown));
        if timex.basis == Basis::Computed {
            timex.basis = Basis::Assumed;
        }
    }
    if let (Some(Period::Day(day)), Some(told), Some(_)) = (timex.period, meaning.weekday, meaning.month) {
        let weekday = day.weekday().to_monday_one_offset() as usize;
        if weekday != told as usize {
            timex.basis = Basis::Assumed;
            timex.steps.push(say::other_weekday(weekday, told as usize));
        }
    }
    clock(timex);
    narrow(timex, published);
}

/// What two readings allow together.
fn hull(a: Option<Place>, b: Option<Place>) -> Option<Place> {
    let (Some(a), Some(b)) = (a.clone(), b.clone()) else { return a.or(b) };
    if a.value == b.value && a.range == b.range {
        return Some(a);
    }
    let range = match (&a.range, &b.range) {
        (Some(x), Some(y)) => {
            let (earliest, latest) = (x.earliest.min(y.earliest), x.latest.max(y.latest));
            earliest.zip(latest).map(|(e, l)| DayRange::between(e, l))
        }
        _ => None,
    };
    Some(Place { period: None, value: common(&a.value, &b.value), range, from: a.from })
}

/// Two values with X where they differ: "2024-12-01", "2024-12-08" → "2024-12-XX".
fn common(a: &str, b: &str) -> String {
    if a.len() != b.len() {
        return a
            .split('-')
            .zip(b.split('-'))
            .take_while(|(x, y)| x == y)
            .map(|(x, _)| x)
            .collect::<Vec<_>>()
            .join("-");
    }
    let parts = a.split('-').zip(b.split('-'));
    let joined: Vec<String> =
        parts.map(|(x, y)| if x == y { x.to_owned() } else { "X".repeat(x.chars().count()) }).collect();
    joined.join("-")
}

/// Time of day in value and EDTF.
fn clock(timex: &mut Timex) {
    let m = &timex.meaning;
    if let Some(part) = m.part.filter(|_| m.hour.is_none()) {
        if timex.range.is_none() && !timex.value.starts_with("XXXX") {
            timex.value = "XXXX-XX-XX".to_owned();
        }
        timex.value.push_str(part.code());
        return;
    }
    let Some(hour) = m.hour else { return };
    let (mut hour, minute) = if hour > 24 { (hour / 100, Some(hour % 100)) } else { (hour, m.minute) };
    match m.half_day {
        Some(12) if hour < 12 => hour += 12,
        Some(0) if hour == 12 => hour = 0,
        _ => {}
    }
    if hour > 24 || minute.is_some_and(|m| m > 59) {
        return;
    }
    let mut time = match minute {
        Some(minute) => format!("T{hour:02}:{minute:02}"),
        None if hour == 24 => "T24:00".to_owned(),
        None => format!("T{hour:02}:00"),
    };
    if let Some(second) = m.second {
        time.push_str(&format!(":{second:02}"));
    }
    timex.value.push_str(&time);
    if let (Some(range), Some(Period::Day(day))) = (&mut timex.range, timex.period) {
        let zone = match m.zone {
            Some(0) => "Z".to_owned(),
            Some(z) => format!("{}{:02}:{:02}", if z < 0 { '-' } else { '+' }, z.abs() / 60, z.abs() % 60),
            None => String::new(),
        };
        let seconds = if m.second.is_some() { "" } else { ":00" };
        if hour < 24 {
            range.edtf = format!("{day}{time}{seconds}{zone}");
        }
    }
}

/// Takes "early", "late", "earlier", "about" into the range.
fn narrow(timex: &mut Timex, published: &Published) {
    let Some(range) = &timex.range else { return };
    let (Some(a), Some(b)) = (range.earliest, range.latest) else { return };
    let days = (b - a).get_days();
    let third = |n: i32| a.checked_add(((days + 1) * n / 3).days()).unwrap_or(b);
    let narrowed = match (timex.modifier, timex.meaning.flag) {
        (_, Some(Flag::SoFar)) if timex.meaning.reading == Reading::Point => {
            published.range.latest.filter(|p| a <= *p && *p < b).map(|p| (a, p))
        }
        (_, Some(Flag::Onward)) if timex.meaning.reading == Reading::Point => {
            published.range.earliest.filter(|p| a < *p && *p <= b).map(|p| (p, b))
        }
        (Some(Modifier::Start), _) if days > 1 => Some((a, third(1).yesterday().unwrap_or(b).max(a))),
        (Some(Modifier::Mid), _) if days > 1 => Some((third(1), third(2).yesterday().unwrap_or(b).max(third(1)))),
        (Some(Modifier::End), _) if days > 1 => Some((third(2), b)),
        _ => None,
    };
    if let Some((a, b)) = narrowed {
        timex.range = Some(DayRange::between(a, b));
    } else if timex.modifier == Some(Modifier::Approx) && !range.edtf.contains(['/', 'T', '~']) {
        let mut range = range.clone();
        range.edtf.push('~');
        timex.range = Some(range);
    }
}

/// "two days", "the past three months".
fn length(timex: &mut Timex, words: &str, published: &Published) {
    timex.value = span::length(&timex.meaning);
    timex.impossible = timex.meaning.amount.is_some_and(span::is_endless);
    if timex.impossible {
        timex.steps = vec![say::too_long(words)];
        return;
    }
    timex.steps = vec![say::length(words, &timex.value)];
    let (Some(rel), Some(first), Some(last)) = (timex.meaning.rel, published.range.earliest, published.range.latest)
    else {
        return;
    };
    use super::meaning::Rel;
    let (Some(unit), Some(amount)) = (timex.meaning.unit, timex.meaning.amount) else { return };
    let back = |day: Date, sign: i64| shift_days(day, unit, amount.high, sign);
    let range = match rel {
        Rel::Last => back(first, -1).map(|a| DayRange::between(a, last)),
        Rel::Next => back(last, 1).map(|b| DayRange::between(first, b)),
        _ => None,
    };
    if let Some(range) = range {
        timex.anchor = Anchor::Publication;
        timex.basis = Basis::Computed;
        timex.steps.push(say::from_publication(words, &published.range.edtf, &range.edtf));
        timex.range = Some(range);
    }
}

/// A day some length before or after another.
fn shift_days(day: Date, unit: Unit, amount: f32, sign: i64) -> Option<Date> {
    let n = if amount.is_finite() && amount < 1e6 { amount.ceil() as i64 * sign } else { return None };
    shifted(day, unit, n)
}

/// The day `n` units on, back if negative; hours are rounded to days. `None` outside the years 1 to 9999.
pub fn shifted(day: Date, unit: Unit, n: i64) -> Option<Date> {
    let span = match unit {
        Unit::Second | Unit::Minute => 0.days(),
        Unit::Hour => (n / 24).days(),
        Unit::Day | Unit::Night => n.days(),
        Unit::Week | Unit::Weekend => n.weeks(),
        Unit::Fortnight => (2 * n).weeks(),
        Unit::Month => n.months(),
        Unit::Quarter | Unit::Season => (3 * n).months(),
        Unit::Half => (6 * n).months(),
        Unit::Year => n.years(),
        Unit::Decade => (10 * n).years(),
        Unit::Century => (100 * n).years(),
    };
    day.checked_add(span).ok().filter(|d| d.year() >= 1)
}

/// "recently", "now", "in the near future".
fn vague(timex: &mut Timex, words: &str, published: &Published) {
    let era = timex.meaning.era.unwrap_or(Era::Present);
    timex.value = era.code().to_owned();
    timex.basis = Basis::Assumed;
    let (first, last) = (published.range.earliest, published.range.latest);
    let range = match era {
        Era::Past => last.map(|d| DayRange { earliest: None, latest: Some(d), edtf: format!("../{d}") }),
        Era::Present => first.zip(last).map(|(a, b)| DayRange::between(a, b)),
        Era::Future => first.map(|d| DayRange { earliest: Some(d), latest: None, edtf: format!("{d}/..") }),
    };
    if range.is_some() {
        timex.anchor = Anchor::Publication;
    }
    timex.steps = vec![say::vague(words, range.as_ref().map(|r| r.edtf.as_str()))];
    timex.range = range;
    if era == Era::Past {
        timex.kind = TimexKind::Date;
    }
}
