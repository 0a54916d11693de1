//! Resolving expressions inside one article.

use super::find::Grammar;
use super::heading::heading;
use super::meaning::{Era, Flag, Meaning, Unit, Way};
use super::narrow::{at_most, clock, hull, narrow};
use super::point::{From, Heading, Place, Setting, place};
use super::story::Story;
use super::{Anchor, Basis, Timex, TimexKind, beside, span};
use crate::articles::Published;
use crate::dates::{Date, DayRange, Period};
use crate::english::English;
use crate::english::events::Link;
use crate::english::time_steps as say;
use crate::english::times::Reading;
use crate::tags::{Tags, Upos};
use crate::text::{ArticleIx, BlockKind, TimexIx};
use crate::tokens::Tokens;

/// The article itself, in anchors inside it; the timeline knows its place in the dossier.
pub const SELF: ArticleIx = ArticleIx(u32::MAX);

/// How many sentences before it the day may stand that "the night before" follows.
const NEAR: usize = 3;

/// How many sentences before a day without a year its month and year may stand.
const MONTH: usize = 2;

/// A day so many days before publication was just gone.
const RECENT: i32 = 45;

/// Days before publication from which on something is long ago.
const LONG_AGO: i32 = 180;

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
    beside::days_first(published, timexes);
    beside::lend_years(&english.times, text, tokens, timexes);
    let way = |timex: &Timex| {
        let month = timex.meaning.month.is_some() && timex.meaning.day.is_none();
        heading(&english.times, grammar, text, tokens, tags, &timex.tokens, month)
    };
    for i in 0..timexes.len() {
        let (before, rest) = timexes.split_at_mut(i);
        let Some((timex, behind)) = rest.split_first_mut() else { break };
        let sentence = timex.tokens.clone().next().map_or(0, |t| tokens.tokens[t].sentence.ix());
        // The day of a picture is no day that the text goes on from.
        let caption = tokens.sentences.get(sentence).is_some_and(|s| s.kind == BlockKind::Caption);
        let story = if caption { &mut captions } else { &mut body };
        let word = timex.tokens.start.checked_sub(1).map(|t| tokens.tokens[t].span.of(text).to_lowercase());
        let follows = |list: &[&str]| word.as_ref().is_some_and(|w| list.contains(&w.as_str()));
        let words = timex.span.of(text);
        match timex.meaning.reading {
            Reading::Point => {
                let compared = follows(english.times.compared);
                let mut here = Here { published, before, story, sentence, heading: way(timex), compared, ahead: None };
                if let Some(n) = beside::day_behind(&english.times, text, tokens, tags, timex, behind) {
                    let mut next = behind[n].clone();
                    point(&mut next, "", &Here { heading: way(&behind[n]), ..here });
                    here.ahead = match next.period {
                        Some(Period::Day(day)) => Some((day, i + 1 + n)),
                        _ => None,
                    };
                } else if let Some(next) = behind.first().filter(|n| beside::is_told_again(text, tokens, timex, n)) {
                    let (mut local, mut next) = (timex.clone(), next.clone());
                    point(&mut local, "", &here);
                    point(&mut next, "", &here);
                    here.ahead = beside::day_of_other_zone(&local, &next).map(|day| (day, i + 1));
                }
                point(timex, words, &here);
            }
            Reading::Span => length(timex, words, published),
            Reading::Repeat => {
                timex.value = span::repeated(&timex.meaning);
                timex.steps = vec![say::repeated(words)];
            }
            Reading::Vague => vague(timex, words, published),
            Reading::Nothing => {}
        }
        if let Some(last) = before.last_mut().filter(|last| last.tokens.end + 1 == timex.tokens.start)
            && tags.upos.get(last.tokens.end) == Some(&Upos::Cconj)
        {
            beside::day_before(last, timex, text);
        }
        // "At 7:12 a.m. (2312 GMT on Monday)": the story goes on from the day outside the bracket.
        let again = before.last().is_some_and(|last| beside::is_told_again(text, tokens, last, timex));
        if again && let Some(last) = before.last() {
            beside::two_zones(last, timex, text);
        }
        // "He has ruled since 1999": the story goes on in another year.
        let other_year = follows(english.times.since) && matches!(timex.period, Some(Period::Year(_) | Period::Day(_)));
        if !again && !other_year {
            // "Rescuers said on Saturday": what they tell was on another day.
            let back = |n: usize| timex.tokens.start.checked_sub(n);
            let says = |t: usize| {
                tags.upos.get(t) == Some(&Upos::Verb) && english.events.speech.binary_search(&&*tags.lemma[t]).is_ok()
            };
            let said = (1..=2).filter_map(back).any(says);
            story.tell(timex, i, sentence, published.range.latest, said);
        }
    }
    from_next(english, text, tokens, timexes);
}

/// "Two days before Christmas": counted from the expression behind it, which may be counted itself.
fn from_next(english: &English, text: &str, tokens: &Tokens, timexes: &mut [Timex]) {
    for i in (1..timexes.len()).rev() {
        let (before, rest) = timexes.split_at_mut(i);
        let (Some(timex), Some(next)) = (before.last_mut(), rest.first()) else { break };
        let end = timex.tokens.end;
        let m = &timex.meaning;
        let (Some(unit), Some(n)) = (m.unit, m.amount.filter(|n| !n.is_vague() && n.low.fract() == 0.0)) else {
            continue;
        };
        if m.reading != Reading::Span || m.more.is_some() || next.tokens.start != end + 1 || unit < Unit::Day {
            continue;
        }
        let form = |t: usize| tokens.tokens.get(t).map_or("", |t| t.span.of(text));
        let link = english.events.links.iter().find(|(w, _)| matches!(w, [w] if form(end).eq_ignore_ascii_case(w)));
        let sign = match link {
            Some((_, Link::Before)) => -1,
            Some((_, Link::After)) => 1,
            _ => continue,
        };
        // "Two days before Monday's vote" is counted from the vote.
        let days = next.range.as_ref().and_then(|r| r.earliest.zip(r.latest));
        let owned = english.events.genitives.contains(&form(next.tokens.end));
        let shift = |day| shift_days(day, unit, n.low, sign);
        let Some((first, last)) = days.filter(|_| !owned).and_then(|(a, b)| Some((shift(a)?, shift(b)?))) else {
            continue;
        };
        let range = DayRange::between(first, last);
        timex.steps = vec![say::from_next(timex.span.of(text), next.span.of(text), &range.edtf)];
        timex.anchor = Anchor::Timex(SELF, TimexIx::new(i));
        timex.basis = Basis::Computed;
        timex.range = Some(range);
    }
}

/// Where an expression stands.
#[derive(Clone, Copy)]
struct Here<'a> {
    published: &'a Published,
    /// The expressions before it.
    before: &'a [Timex],
    story: &'a Story,
    sentence: usize,
    heading: Heading,
    /// A figure is compared with it: "from a month earlier".
    compared: bool,
    /// The day that stands behind a clock time, and the expression that tells it.
    ahead: Option<(Date, usize)>,
}

fn point(timex: &mut Timex, words: &str, here: &Here<'_>) {
    let Here { published, story, sentence, heading, .. } = *here;
    let mut meaning = timex.meaning.clone();
    if meaning.flag == Some(Flag::Anno) {
        meaning.year = meaning.amount.take().map(|n| n.low as i32);
    }
    let mut stands = story.stands(heading == Heading::Past);
    // "Two weeks earlier", where the story has come back from what was long ago.
    let back = |(period, _, s): (Period, usize, usize)| {
        let long_ago =
            period.ends().zip(published.range.earliest).is_some_and(|((_, a), b)| (b - a).get_days() > LONG_AGO);
        long_ago && (s + NEAR <= sentence || story.has_moved_on())
    };
    if meaning.way == Some(Way::Earlier) && stands.is_some_and(back) {
        stands = None;
    }
    // A year left out is the story's only where the same sentence told its date before.
    let near = stands.filter(|(_, _, s)| *s == sentence);
    let year_left_out = meaning.month.is_some() && meaning.year.is_none() && meaning.rel.is_none();
    // "The night before" is the one before what was told just now.
    let lost = match meaning.flag {
        Some(Flag::DayBeside) => stands.is_some_and(|(.., s)| s + NEAR < sentence),
        Some(Flag::Then) => stands.is_none(),
        _ => false,
    };
    // "Found it in April 2025. She told the police on 28 April."
    let lent = stands.filter(|_| year_left_out && meaning.day.is_some() && !heading.is_future());
    // Not where that day was just gone when the article came out.
    let gone = |now: Date| {
        let (month, day) = (i8::try_from(meaning.month?).ok()?, i8::try_from(meaning.day?).ok()?);
        // In January "28 December" was just gone.
        let ago = |year| Some((now - Date::new(year, month, day).ok()?).get_days());
        [now.year(), now.year() - 1].into_iter().filter_map(ago).find(|n| *n >= 0).map(|n| n <= RECENT)
    };
    let lent =
        lent.filter(|_| published.range.latest.and_then(gone) != Some(true)).and_then(|(period, _, s)| match period {
            Period::Month(year, n) if s + MONTH >= sentence && meaning.month == Some(i32::from(n)) => {
                Some(i32::from(year))
            }
            _ => None,
        });
    meaning.year = meaning.year.or(lent);
    let day = here.ahead.or_else(|| story.day(sentence));
    let account = story.account(sentence, here.compared);
    let at: &dyn Fn(&Meaning, Option<Date>) -> Option<Place> = &|meaning: &Meaning, now: Option<Date>| {
        let now = now.filter(|_| !lost);
        let setting = Setting {
            now,
            open: published.range.latest.is_none(),
            story: if year_left_out || lost { near } else { stands }.map(|(p, ..)| p),
            spread: stands
                .and_then(|(_, i, _)| here.before.get(i)?.range.as_ref())
                .and_then(|r| r.earliest.zip(r.latest)),
            day: day.map(|(day, _)| day),
            quarter: story.quarter.map(|(quarter, _)| quarter),
            comparable: account.map(|(period, _)| period),
            month: story.monthly(sentence, here.compared).map(|(month, _)| month),
            heading,
        };
        place(meaning, &setting)
    };
    let read: &dyn Fn(&Meaning) -> Option<Place> =
        &|meaning: &Meaning| match (published.range.earliest, published.range.latest) {
            (Some(a), Some(b)) if a != b => hull(at(meaning, Some(a)), at(meaning, Some(b))),
            (Some(a), Some(_)) => at(meaning, Some(a)),
            // Published "after 9 December" is no day to count from, but gives its year to "20 November".
            (Some(a), None) if year_left_out => at(meaning, Some(a)),
            _ => at(meaning, None),
        };
    let (first, last) = (published.range.earliest, published.range.latest);
    let uncertain = first.zip(last).is_some_and(|(a, b)| a != b);
    let found = read(&meaning).map(|found| at_most(&meaning, timex.modifier, last, found, read));
    let Some(mut place) = found else {
        let told = meaning.flag == Some(Flag::Impossible);
        let impossible = told || meaning.way.is_none() && meaning.deictic.is_none();
        timex.value = "XXXX-XX-XX".to_owned();
        timex.impossible = impossible || meaning.amount.is_some_and(span::is_endless);
        timex.steps = vec![if impossible { say::impossible(words) } else { say::out_of_calendar(words) }];
        timex.basis = Basis::Assumed;
        return;
    };
    if lent.is_some() {
        place.from = From::YearByStory;
    }
    // "Before midnight", told on the day on which it came out, was the midnight at which that began.
    let midnight = meaning.hour == Some(24) && heading == Heading::Past && !uncertain;
    if midnight
        && matches!(place.from, From::StoryDay | From::Now)
        && meaning.deictic.is_none()
        && meaning.weekday.is_none()
        && let Some(Period::Day(day)) = place.period
        && last == Some(day)
        && let Some(before) = day.yesterday().ok().and_then(|d| Place::at(Period::Day(d), From::Now))
    {
        place = before;
    }
    timex.value = place.value;
    timex.range = place.range;
    // What is read aloud is the days, where the value has holes.
    let days = timex.range.as_ref().map_or("", |r| r.edtf.as_str());
    let result = if timex.value.contains(['X', '_']) { days.to_owned() } else { timex.value.clone() };
    timex.period = place.period;
    let shown = if published.range.edtf.is_empty() { "?" } else { &published.range.edtf };
    let told = match place.from {
        From::Story | From::YearByStory => stands.map(|(period, i, _)| (period, i)),
        From::StoryDay => day.map(|(day, i)| (Period::Day(day), i)),
        From::Account => story
            .monthly(sentence, here.compared)
            .filter(|_| meaning.unit == Some(Unit::Month))
            .or(account)
            .or(story.quarter),
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
            From::Now | From::Story | From::StoryDay | From::Account => {
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

/// "two days", "the past three months".
fn length(timex: &mut Timex, words: &str, published: &Published) {
    timex.value = span::length(&timex.meaning);
    timex.impossible = timex.meaning.amount.is_some_and(span::is_endless);
    if timex.impossible {
        timex.steps = vec![say::too_long(words)];
        return;
    }
    timex.steps = vec![say::length(words)];
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
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute => span.try_days(0),
        Unit::Hour => span.try_days(n / 24),
        Unit::Day | Unit::Night => span.try_days(n),
        Unit::Week | Unit::Weekend => span.try_weeks(n),
        Unit::Fortnight => span.try_weeks(2 * n),
        Unit::Month => span.try_months(n),
        Unit::Quarter | Unit::Season => span.try_months(3 * n),
        Unit::Half => span.try_months(6 * n),
        Unit::Year => span.try_years(n),
        Unit::Decade => span.try_years(10 * n),
        Unit::Century => span.try_years(100 * n),
    };
    day.checked_add(span.ok()?).ok().filter(|d| d.year() >= 1)
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
        Era::Future => first.map(DayRange::since),
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
