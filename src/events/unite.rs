//! Mentions of one event brought together, and the days they jointly allow.

use super::{ArticleTimes, Event};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::Aspect;
use crate::entities::{Entities, EntityType};
use crate::text::{ArticleIx, EntityIx, EventIx, MentionIx, TimexIx};
use crate::times::Timex;
use std::collections::BTreeMap;

/// Days before the story's reports after which a date is background.
pub(super) const BACKGROUND: i32 = 180;

/// One mention with its place in the dossier.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) article: ArticleIx,
    pub(super) event: EventIx,
    /// The days it can have been by its own article, and whether they are only the latest ones.
    pub(super) days: Option<Days>,
}

/// Days that a mention allows.
#[derive(Clone, Debug)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
    /// "by 7 December": it can have been earlier.
    pub(super) no_later: bool,
    pub(super) timex: TimexIx,
    article: usize,
    edtf: String,
}

/// Mentions of one event.
#[derive(Clone, Debug, Default)]
pub(super) struct Cluster {
    pub(super) mentions: Vec<Mentioned>,
    pub(super) participants: Vec<EntityIx>,
    /// What all allow, or what any allows if there is no such day.
    pub(super) joint: Option<(Date, Date)>,
    /// Two forms of dates that exclude each other.
    pub(super) conflict: Option<(String, String)>,
}

impl Cluster {
    /// How many articles tell of it.
    pub(super) fn articles(&self) -> usize {
        let mut all: Vec<_> = self.mentions.iter().map(|m| m.article).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    }

    /// A mention whose own article dates it, of another article than `not` if there is one; the narrowest first.
    pub(super) fn witness(&self, not: ArticleIx) -> Option<&Mentioned> {
        let width = |m: &Mentioned| m.days.as_ref().map(|d| (m.article == not, (d.last - d.first).get_days()));
        self.mentions.iter().filter(|m| m.days.is_some()).min_by_key(|m| width(m))
    }
}

/// All clusters, and the cluster of each event of each article.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    pub(super) clusters: Vec<Cluster>,
    pub(super) of: Vec<Vec<Option<usize>>>,
}

impl Clusters {
    pub(super) fn of(&self, article: usize, event: usize) -> Option<&Cluster> {
        self.clusters.get((*self.of.get(article)?.get(event)?)?)
    }
}

/// What mentions must have in common to be one event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The same kind of thing done by or to one person.
    Person(u16, EntityIx),
    /// What the articles call "the attack", "the election".
    Leading(u16),
    /// It stands alone.
    Alone(usize, usize),
}

/// Brings the mentions of all articles together.
pub(super) fn unite(
    english: &English,
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    entities: &Entities,
    story: Option<Date>,
) -> Clusters {
    let mut groups: BTreeMap<Key, Vec<(usize, usize)>> = BTreeMap::new();
    for (a, article) in articles.iter().enumerate() {
        let persons: Vec<Vec<EntityIx>> = (0..article.events.len()).map(|e| persons(article, a, e, entities)).collect();
        let only = only_person(article, &persons);
        for (e, event) in article.events.iter().enumerate() {
            let key = key(english, article, event, &persons[e], &only, &timexes[a], story);
            groups.entry(key.unwrap_or(Key::Alone(a, e))).or_default().push((a, e));
        }
    }
    let mut out = Clusters { clusters: Vec::new(), of: articles.iter().map(|a| vec![None; a.events.len()]).collect() };
    for (_, members) in groups {
        let mut cluster = Cluster::default();
        for (a, e) in members {
            out.of[a][e] = Some(out.clusters.len());
            let event = &articles[a].events[e];
            let days = days(english, articles, a, event, &timexes[a]);
            for m in &event.participants {
                if let Some(entity) = entities.of(ArticleIx::new(a), *m)
                    && !cluster.participants.contains(&entity)
                {
                    cluster.participants.push(entity);
                }
            }
            cluster.mentions.push(Mentioned { article: ArticleIx::new(a), event: EventIx::new(e), days });
        }
        date(&mut cluster, articles);
        out.clusters.push(cluster);
    }
    out
}

/// The persons of an event, the nearest before its trigger last.
fn persons(article: &ArticleTimes<'_>, a: usize, e: usize, entities: &Entities) -> Vec<EntityIx> {
    let event = &article.events[e];
    let mut found: Vec<(usize, EntityIx)> = (event.participants.iter())
        .filter_map(|m| Some((article.mentions.mentions[m.ix()].tokens.start, entities.of(ArticleIx::new(a), *m)?)))
        .filter(|(_, x)| entities.entities[x.ix()].kind == EntityType::Person)
        .collect();
    if found.is_empty() && !event.noun {
        found.extend(subject_before(article, a, event, entities));
    }
    found.sort_by_key(|(t, _)| if *t < event.trigger { (1, *t) } else { (0, usize::MAX - t) });
    let mut seen = Vec::new();
    for (_, x) in found.into_iter().rev() {
        if !seen.contains(&x) {
            seen.push(x);
        }
    }
    seen.reverse();
    seen
}

/// The nearest person before a verb whose clause names none: "he left and was flown out".
fn subject_before(
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> Option<(usize, EntityIx)> {
    let mentions = &article.mentions.mentions;
    let start = article.parse.sentence_tokens(event.trigger).start;
    let behind = mentions.partition_point(|m| m.tokens.start < event.trigger);
    (0..behind).rev().map(|m| (m, mentions[m].tokens.start)).take_while(|(_, t)| *t >= start).find_map(|(m, t)| {
        let entity = entities.of(ArticleIx::new(a), MentionIx::new(m))?;
        (entities.entities[entity.ix()].kind == EntityType::Person).then_some((t, entity))
    })
}

/// For each kind of event the one person of whom the article tells it, if it is one.
fn only_person(article: &ArticleTimes<'_>, persons: &[Vec<EntityIx>]) -> BTreeMap<u16, Option<EntityIx>> {
    let mut only: BTreeMap<u16, Option<EntityIx>> = BTreeMap::new();
    for (event, who) in article.events.iter().zip(persons) {
        if let (Some(class), [person]) = (event.class, who.as_slice()) {
            only.entry(class).and_modify(|p| *p = p.filter(|q| q == person)).or_insert(Some(*person));
        }
    }
    only
}

fn key(
    english: &English,
    article: &ArticleTimes<'_>,
    event: &Event,
    persons: &[EntityIx],
    only: &BTreeMap<u16, Option<EntityIx>>,
    timexes: &[Timex],
    story: Option<Date>,
) -> Option<Key> {
    let class = event.class?;
    if article.other_story || event.aspect == Aspect::Ends || english.events.word(&event.lemma)?.aspect != Aspect::Event
    {
        return None;
    }
    let latest = event.time.and_then(|t| timexes.get(t.ix())?.range.as_ref()?.latest);
    if let (Some(latest), Some(story)) = (latest, story)
        && (story - latest).get_days() > BACKGROUND
    {
        return None;
    }
    match persons {
        [] => {}
        // The person nearest before the trigger is the one that it is told of.
        _ if !event.noun || persons.len() == 1 => return Some(Key::Person(class, *persons.last()?)),
        _ => {}
    }
    if event.noun {
        // "the Cobra operation" is another than "the operation".
        let before = event.trigger.checked_sub(1).map(|t| article.parse.form(t));
        let named = before.is_some_and(|f| f.starts_with(char::is_uppercase))
            && !before.is_some_and(|f| english.events.definite.contains(&f.to_lowercase().as_str()));
        return (!named && !event.is_plural(article)).then_some(Key::Leading(class));
    }
    match only.get(&class) {
        Some(Some(person)) => Some(Key::Person(class, *person)),
        _ => None,
    }
}

impl Event {
    /// True if a noun names several events.
    fn is_plural(&self, article: &ArticleTimes<'_>) -> bool {
        let form = article.parse.form(self.trigger);
        self.noun && form.ends_with('s') && !form.ends_with("ss")
    }
}

/// The days that a mention's own expression allows.
fn days(english: &English, articles: &[ArticleTimes<'_>], a: usize, event: &Event, timexes: &[Timex]) -> Option<Days> {
    let ix = event.time?;
    let timex = timexes.get(ix.ix())?;
    let range = timex.range.as_ref()?;
    let before = timex.tokens.start.checked_sub(1).map(|t| articles[a].parse.form(t).to_lowercase());
    let no_later = before.is_some_and(|w| english.events.no_later.contains(&w.as_str()));
    Some(Days {
        first: range.earliest?,
        last: range.latest?,
        no_later,
        timex: ix,
        article: a,
        edtf: range.edtf.clone(),
    })
}

/// The joint days: what all mentions allow; where there is no such day, what any allows, and the conflict.
fn date(cluster: &mut Cluster, articles: &[ArticleTimes<'_>]) {
    let real = |m: &&Mentioned| articles[m.article.ix()].events[m.event.ix()].actual;
    let mut exact: Option<(Date, Date)> = None;
    let mut from: Option<&Days> = None;
    let told: Vec<&Days> = cluster.mentions.iter().filter(real).filter_map(|m| m.days.as_ref()).collect();
    let mut sorted: Vec<&Days> = told.iter().copied().filter(|d| !d.no_later).collect();
    sorted.sort_by_key(|d| ((d.last - d.first).get_days(), d.first));
    for days in sorted {
        match exact {
            None => (exact, from) = (Some((days.first, days.last)), Some(days)),
            Some((a, b)) if days.first.max(a) <= days.last.min(b) => {
                exact = Some((days.first.max(a), days.last.min(b)));
            }
            Some((a, b)) => {
                let narrow = (days.last - days.first).get_days() <= 31;
                if let Some(other) = from.filter(|_| narrow) {
                    if other.article != days.article {
                        cluster.conflict.get_or_insert((other.edtf.clone(), days.edtf.clone()));
                    }
                    exact = Some((a.min(days.first), b.max(days.last)));
                }
            }
        }
    }
    for days in told.into_iter().filter(|d| d.no_later) {
        exact = Some(match exact {
            None => (days.last, days.last),
            Some((a, b)) if a <= days.last => (a, b.min(days.last)),
            Some((a, b)) => {
                if let Some(other) = from.filter(|o| o.article != days.article) {
                    cluster.conflict.get_or_insert((other.edtf.clone(), format!("../{}", days.edtf)));
                }
                (a.min(days.last), b)
            }
        });
    }
    cluster.joint = exact;
}

/// Days as a range.
pub(super) fn range((a, b): (Date, Date)) -> DayRange {
    DayRange::between(a, b)
}
