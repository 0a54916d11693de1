//! The order of days that nothing places in the calendar: articles without a date that name weekdays.

use super::timeline::{ArticleTimes, reckon};
use super::{Entry, Timeline};
use crate::articles::{Basis, Published};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::entities::Entities;
use crate::text::{ArticleIx, EventIx, Gather};
use crate::times::{self, Timex};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Days of a week.
const WEEK: i32 = 7;

/// Puts what is told of weekdays in order as if all had come out on the last of them; no day of that stays.
///
/// The weekdays are taken to lie in the shortest stretch that holds them: of Friday, Saturday and Monday, Friday came first.
pub(super) fn order(
    english: &English,
    articles: &[ArticleTimes<'_>],
    entities: &Entities,
    mut told: Timeline,
) -> Timeline {
    let Some(day) = supposed(articles, &told) else { return told };
    let published = Published { range: DayRange::day(day), basis: Basis::Given, evidence: Vec::new() };
    let timexes: Vec<Vec<Timex>> = (articles.iter())
        .map(|a| {
            let mut own = a.timexes.to_vec();
            times::resolve(english, a.parse.text, a.parse.tokens, a.parse.tags, &published, &mut own);
            own
        })
        .collect();
    let supposed: Vec<_> = (articles.iter().zip(&timexes))
        .map(|(a, own)| ArticleTimes { published: &published, timexes: own, ..*a })
        .collect();
    let ordered = reckon(english, &supposed, entities);
    told.entries.retain(|e| e.range.earliest.or(e.range.latest).is_some());
    let known: BTreeSet<(ArticleIx, EventIx)> = told.entries.iter().flat_map(mentions).into_set();
    for mut entry in ordered.entries {
        if mentions(&entry).any(|m| known.contains(&m)) {
            continue;
        }
        entry.date_conflict = entry.date_conflict.is_some().then(|| conflict(english, articles, &entry)).flatten();
        entry.range = DayRange::default();
        entry.background = false;
        told.entries.push(entry);
    }
    told
}

fn mentions(entry: &Entry) -> impl Iterator<Item = (ArticleIx, EventIx)> + '_ {
    entry.mentions.iter().map(|m| (m.article, m.event))
}

/// The day on which all are supposed to have come out: none where one article of the story has a date, or no event of a
/// weekday.
fn supposed(articles: &[ArticleTimes<'_>], told: &Timeline) -> Option<Date> {
    let story = || articles.iter().zip(&told.published).filter(|(a, _)| !a.other_story);
    if story().any(|(_, p)| p.range.latest.is_some()) {
        return None;
    }
    let mut named = Vec::new();
    for (article, _) in story() {
        let dated = article.events.iter().filter(|e| e.actual()).filter_map(|e| article.timexes.get(e.time?.ix()));
        named.extend(dated.filter(|t| t.range.is_none()).filter_map(|t| t.meaning.weekday));
    }
    // Of those that leave the shortest stretch, the one told last.
    let stretch = |last: i32| named.iter().map(|d| (last - d).rem_euclid(WEEK)).max();
    let last = named.iter().rev().copied().min_by_key(|&d| stretch(d))?;
    let newest = story().filter_map(|(_, p)| p.range.earliest).max().unwrap_or(Date::constant(2000, 1, 1));
    let ahead = (last - i32::from(newest.weekday().to_monday_one_offset())).rem_euclid(WEEK);
    newest.checked_add(i64::from(ahead).days()).ok()
}

/// Two weekdays that exclude each other, in the articles' words.
fn conflict(english: &English, articles: &[ArticleTimes<'_>], entry: &Entry) -> Option<String> {
    let words = entry.mentions.iter().filter_map(|m| {
        let article = &articles[m.article.ix()];
        let timex = article.timexes.get(m.timex?.ix())?;
        Some((timex.meaning.weekday?, timex.span.of(article.parse.text)))
    });
    let words: Vec<_> = words.collect();
    let first = words.first()?;
    let other = words.iter().find(|(day, _)| *day != first.0)?;
    Some(english.events.conflict(first.1, other.1))
}
