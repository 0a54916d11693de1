//! Mentions of one event brought together, and the days they jointly allow.

use super::known::Known;
use super::network::{Bounds, Step};
use super::{ArticleTimes, Event, Told, clocks, identity};
use crate::articles::Published;
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::Tie;
use crate::entities::Entities;
use crate::tags::Feats;
use crate::text::{Arrange, ArticleIx, EntityIx, EventIx, TimexIx};
use crate::times::Timex;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Days before the story's reports after which a date is background.
pub(super) const BACKGROUND: i32 = 180;

/// One mention with its place in the dossier.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) article: ArticleIx,
    pub(super) event: EventIx,
    /// The days it can have been by its own article, and whether they are only the latest ones.
    pub(super) days: Option<Days>,
    /// Told as a fact: not planned, feared or denied, and not of a day after its article came out.
    pub(super) fact: bool,
    /// As what somebody is charged with, of a day that has come.
    pub(super) alleged: bool,
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
    /// Only nouns tell of it: "the collapse".
    pub(super) nouns: bool,
    /// Kind of event.
    pub(super) class: Option<u16>,
    /// What all allow, or what any allows if there is no such day.
    pub(super) joint: Option<(Date, Date)>,
    /// The last day that it can have been, where that is all that is told.
    pub(super) latest: Option<Date>,
    /// What the network leaves of its days, where no account dates it.
    pub(super) bounds: Bounds,
    /// Why its days cannot all be right.
    pub(super) conflict: Option<Conflict>,
    /// It is a plan.
    pub(super) planned: bool,
}

/// Why the days of an event cannot all be right.
#[derive(Clone, Debug)]
pub(super) enum Conflict {
    /// Two forms of dates exclude each other.
    Days(String, String),
    /// It is counted from what is counted from it.
    Circle,
    /// An account has it before or after another event, of these words; the days told say otherwise.
    Order { before: bool, other: String },
}

impl Cluster {
    /// True if somebody is charged with it and nobody tells it as a fact.
    pub(super) fn alleged(&self) -> bool {
        self.mentions.iter().any(|m| m.alleged) && !self.mentions.iter().any(|m| m.fact)
    }

    /// True for what accounts only name as known, and none dates.
    pub(super) fn meant(&self) -> bool {
        self.nouns && self.joint.is_none()
    }

    /// The last day that it can have been, as far as accounts tell.
    pub(super) fn last(&self) -> Option<Date> {
        self.joint.map(|(_, last)| last).or(self.latest)
    }

    /// True if several articles tell of it; mentions stand in the order of articles.
    pub(super) fn several(&self) -> bool {
        self.mentions.first().map(|m| m.article) != self.mentions.last().map(|m| m.article)
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
    /// What a word means that names an event as known.
    pub(super) known: Known,
}

impl Clusters {
    pub(super) fn of(&self, article: usize, event: usize) -> Option<&Cluster> {
        self.clusters.get((*self.of.get(article)?.get(event)?)?)
    }

    /// Takes back the days of mentions that these expressions (article, place) date.
    pub(super) fn forget(&mut self, hung: &BTreeSet<(usize, usize)>) {
        for cluster in &mut self.clusters {
            let mut changed = false;
            for m in &mut cluster.mentions {
                if m.days.as_ref().is_some_and(|d| hung.contains(&(d.article, d.timex.ix()))) {
                    m.days = None;
                    changed = true;
                }
            }
            if changed {
                cluster.conflict = None;
                date(cluster);
            }
        }
    }

    /// Notes the days of a mention whose expression hangs on another event.
    pub(super) fn told(&mut self, articles: &[ArticleTimes<'_>], timexes: &[Vec<Timex>], (c, m): (usize, usize)) {
        let mention = &mut self.clusters[c].mentions[m];
        let (a, event) = (mention.article.ix(), mention.event.ix());
        mention.days = days(articles, a, &articles[a].events[event], &timexes[a]);
    }

    /// Takes the day that was guessed for a mention, as nothing else dates its event.
    pub(super) fn settle(&mut self, articles: &[ArticleTimes<'_>], a: usize, e: usize, timexes: &[Timex]) {
        let Some(cluster) = self.of[a][e].map(|c| &mut self.clusters[c]) else { return };
        let own = |m: &&mut Mentioned| m.article.ix() == a && m.event.ix() == e;
        if let Some(mention) = cluster.mentions.iter_mut().find(own) {
            mention.days = days(articles, a, &articles[a].events[e], timexes);
            date(cluster);
        }
    }

    /// Nouns that are known to mean the event of another cluster are mentions of that.
    ///
    /// ok: `A tunnel [2020-07-02 collapsed] on 2 July. / A boy was freed two days after the [2020-07-02 collapse]. / The owner [2020-07-07 resigned] five days after the [2020-07-02 collapse].`
    pub(super) fn take_up(&mut self, a: usize, e: usize, cluster: usize) {
        let Some(own) = self.of.get(a).and_then(|all| *all.get(e)?).filter(|own| *own != cluster) else { return };
        if self.clusters[own].mentions.len() == 1 || self.clusters[own].meant() {
            for mention in std::mem::take(&mut self.clusters[own]).mentions {
                self.of[mention.article.ix()][mention.event.ix()] = Some(cluster);
                self.clusters[cluster].mentions.push(mention);
            }
            self.clusters[cluster].mentions.arrange_by_key(|m| (m.article, m.event));
        }
    }

    /// True if the days counted for an event are no further from those told of it than `slack`: "two weeks after" is seldom 14 days
    /// to the day.
    ///
    /// ok: `The banker Paul Rehn was [2020-06-28 convicted] on 28 June. / Paul Rehn was [2020-07-13 jailed] on Monday, two weeks after a jury [2020-06-28 found] him guilty.`
    pub(super) fn nearly(&self, c: usize, counted: Bounds, slack: i32) -> bool {
        let told = self.clusters[c].joint.zip(counted.both());
        told.is_some_and(|((a, b), (x, y))| (a - y).get_days().max((x - b).get_days()) <= slack)
    }

    /// The days of a mention cannot be those that another article gives the event: all of them stay. True if they are so far
    /// apart that of a kind which comes several times it is another event.
    ///
    /// no: `Rebels [2020-07-02 fired] rockets at Ezra on 2 July. / The [2020-07-12 vote] was on Sunday. Two days before the vote rebels [2020-07-10 fired] rockets at Ezra.`
    pub(super) fn exclude(&mut self, english: &English, (c, m): (usize, usize)) -> bool {
        let cluster = &mut self.clusters[c];
        if cluster.conflict.is_some() {
            return false;
        }
        let article = cluster.mentions[m].article;
        let Some(here) = cluster.mentions[m].days.clone() else { return false };
        let Some(there) = cluster.witness(article).filter(|w| w.article != article).and_then(|w| w.days.clone()) else {
            return false;
        };
        let apart = (here.first.max(there.first) - here.last.min(there.last)).get_days();
        if apart > identity::APART
            && cluster.class.and_then(|k| english.events.kind(k)).is_none_or(|k| k.repeats || k.loose)
        {
            return true;
        }
        cluster.conflict = Some(Conflict::Days(there.edtf, here.edtf));
        let (a, b) = cluster.joint.unwrap_or((there.first, there.last));
        cluster.joint = Some((a.min(here.first), b.max(here.last)));
        false
    }

    /// "On 13 July, eight days after the start" puts the start on the fifth, which another account may have on the fourth.
    ///
    /// ok: `The [!2020-07-04 race] began on 4 July. / Ivo Maas [2020-07-13 won] a stage on 13 July, eight days after the start of the race.`
    /// no: `The [2020-07-04 race] began on 4 July. / Ivo Maas [2020-07-13 won] a stage on 13 July, about a week after the start of the race.`
    pub(super) fn implies(&mut self, origin: usize, (c, m): (usize, usize), (low, high): (Step, Step), slack: i32) {
        let mention = &self.clusters[c].mentions[m];
        let Some(here) = mention.days.clone().filter(|d| d.first == d.last && origin != c) else { return };
        let Some((first, last)) = high.back().from(here.first).zip(low.back().from(here.last)) else { return };
        let article = mention.article;
        let cluster = &mut self.clusters[origin];
        let own = cluster.mentions.iter().any(|w| w.article == article && w.days.is_some());
        let Some((a, b)) = cluster.joint.filter(|_| !own && cluster.conflict.is_none()) else { return };
        let gap = (first.max(a) - last.min(b)).get_days();
        if gap > slack && gap <= identity::APART {
            cluster.conflict = Some(Conflict::Days(range((a, b)).edtf, range((first, last)).edtf));
        }
    }

    /// Makes mentions events of their own; each a cluster and a place in it.
    pub(super) fn part(&mut self, mut mentions: Vec<(usize, usize)>) {
        mentions.arrange();
        for (c, m) in mentions.into_iter().rev() {
            let mention = self.clusters[c].mentions.remove(m);
            self.of[mention.article.ix()][mention.event.ix()] = Some(self.clusters.len());
            let mut own = Cluster { mentions: vec![mention], class: self.clusters[c].class, ..Cluster::default() };
            date(&mut own);
            self.clusters.push(own);
        }
    }
}

/// Brings the mentions of all articles together.
pub(super) fn unite(
    english: &English,
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    published: &[Published],
    entities: &Entities,
    story: Option<Date>,
) -> Clusters {
    let days: Vec<Vec<Option<Days>>> = (articles.iter().enumerate())
        .map(|(a, article)| {
            let sure = |e: &&Event| !clocks::guessed(&english.events, article, e, &timexes[a]);
            let days = |e: &Event| Some(e).filter(sure).and_then(|e| days(articles, a, e, &timexes[a]));
            article.events.iter().map(days).collect()
        })
        .collect();
    let background = |a: usize, e: usize| {
        let latest = days[a][e].as_ref().map(|d| d.last);
        matches!((latest, story), (Some(latest), Some(story)) if (story - latest).get_days() > BACKGROUND)
    };
    let groups = identity::groups(english, articles, &days, published, entities, background);
    let of = articles.iter().map(|a| vec![None; a.events.len()]).collect();
    let mut out = Clusters { of, ..Clusters::default() };
    for members in groups {
        let nouns = members.iter().all(|&(a, e)| articles[a].events[e].noun);
        let mut cluster = Cluster { nouns, ..Cluster::default() };
        for (a, e) in members {
            out.of[a][e] = Some(out.clusters.len());
            let event = &articles[a].events[e];
            cluster.class = event.class;
            for m in &event.participants {
                if let Some(entity) = entities.of(ArticleIx::new(a), *m)
                    && !cluster.participants.contains(&entity)
                {
                    cluster.participants.push(entity);
                }
            }
            let mut days = days[a][e].clone();
            let ahead = ahead(days.as_ref(), &published[a]);
            // "Ordered a curfew from Friday": what is told in the past is not of a day to come.
            let past = !event.noun && articles[a].parse.feats(event.trigger).has(Feats::PAST);
            if ahead && past {
                days = None;
            }
            let come = !ahead || past;
            cluster.mentions.push(Mentioned {
                article: ArticleIx::new(a),
                event: EventIx::new(e),
                days,
                fact: event.actual() && come,
                alleged: event.told == Told::Alleged && come,
            });
        }
        date(&mut cluster);
        as_planned(articles, published, &mut cluster);
        let here = out.clusters.len();
        out.known.note(english, articles, here, &cluster, story);
        out.clusters.push(cluster);
    }
    out
}

/// What one article tells as done, without a day, was done on the day for which another had announced it.
fn as_planned(articles: &[ArticleTimes<'_>], published: &[Published], cluster: &mut Cluster) {
    let over = |m: &&Mentioned| {
        let article = &articles[m.article.ix()];
        let event = &article.events[m.event.ix()];
        let feats = article.parse.feats(event.trigger);
        m.fact && !event.noun && (feats.has(Feats::PAST) || feats.has(Feats::PAST_PARTICIPLE))
    };
    let Some(done) = cluster.mentions.iter().find(over).filter(|_| cluster.joint.is_none()) else { return };
    let untold = |m: &Mentioned| articles[m.article.ix()].events[m.event.ix()].time.is_none();
    let range = &published[done.article.ix()].range;
    let come = |day: Date| range.latest.is_none_or(|out| day <= out);
    let planned = cluster.mentions.iter().filter(|m| !m.fact && !m.alleged && m.article != done.article);
    let mut days =
        planned.filter(|m| ahead(m.days.as_ref(), &published[m.article.ix()])).filter_map(|m| m.days.as_ref());
    let day = days.find(|d| d.first == d.last && come(d.first)).map(|d| (d.first, d.last));
    if cluster.mentions.iter().filter(over).all(untold) {
        cluster.joint = day;
    }
}

/// True for days that lie after publication.
fn ahead(days: Option<&Days>, published: &Published) -> bool {
    matches!((days, published.range.latest), (Some(days), Some(latest)) if days.first > latest)
}

/// The days that a mention's own expression allows.
fn days(articles: &[ArticleTimes<'_>], a: usize, event: &Event, timexes: &[Timex]) -> Option<Days> {
    let ix = event.time?;
    let range = timexes.get(ix.ix())?.range.as_ref()?;
    let (mut first, mut last, mut edtf) = (range.earliest?, range.latest?, range.edtf.clone());
    let end = event.until.and_then(|u| timexes.get(u.ix())?.range.as_ref()?.latest);
    let end = match event.tie {
        Tie::On => end,
        Tie::By => None,
        // Up to the day of the report.
        Tie::Since | Tie::After => articles[a].published.range.latest,
    };
    if event.tie == Tie::After {
        first = last;
    }
    if let Some(end) = end.filter(|end| *end >= first) {
        last = end;
        edtf = DayRange::between(first, last).edtf;
    }
    Some(Days { first, last, no_later: event.tie == Tie::By, timex: ix, article: a, edtf })
}

/// The joint days: what all mentions allow; where there is no such day, what any allows, and the conflict.
fn date(cluster: &mut Cluster) {
    let mut exact: Option<(Date, Date)> = None;
    let mut from: Option<&Days> = None;
    // What is only alleged dates an event that nobody tells as a fact.
    let alleged = cluster.alleged();
    let counts = |m: &&Mentioned| m.fact || alleged && m.alleged;
    let told: Vec<&Days> = cluster.mentions.iter().filter(counts).filter_map(|m| m.days.as_ref()).collect();
    let mut sorted: Vec<&Days> = told.iter().copied().filter(|d| !d.no_later).collect();
    sorted.arrange_by_key(|d| ((d.last - d.first).get_days(), d.first));
    for days in sorted {
        match exact {
            None => (exact, from) = (Some((days.first, days.last)), Some(days)),
            Some((a, b)) if days.first.max(a) <= days.last.min(b) => {
                exact = Some((days.first.max(a), days.last.min(b)));
            }
            Some((a, b)) => {
                let narrow = (days.last - days.first).get_days() <= 31;
                if let Some(other) = from.filter(|other| narrow && !is_one_moment(&other.edtf, &days.edtf)) {
                    if other.article != days.article {
                        cluster.conflict.get_or_insert(Conflict::Days(other.edtf.clone(), days.edtf.clone()));
                    }
                    exact = Some((a.min(days.first), b.max(days.last)));
                }
            }
        }
    }
    for days in told.into_iter().filter(|d| d.no_later) {
        exact = Some(match exact {
            // "By Friday" stands for the day where nothing else is told; "until 1986" tells no day before which it was not.
            None if days.first == days.last => (days.last, days.last),
            None => {
                cluster.latest = Some(cluster.latest.map_or(days.last, |l| l.min(days.last)));
                continue;
            }
            Some((a, b)) if a <= days.last => (a, b.min(days.last)),
            Some((a, b)) => {
                if let Some(other) = from.filter(|o| o.article != days.article) {
                    let by = format!("../{}", days.edtf);
                    cluster.conflict.get_or_insert(Conflict::Days(other.edtf.clone(), by));
                }
                (a.min(days.last), b)
            }
        });
    }
    cluster.joint = exact;
}

/// True if two clock times, each with its zone, are one instant: "11 p.m. EST on Monday", "4 a.m. GMT on Tuesday".
fn is_one_moment(a: &str, b: &str) -> bool {
    let instant = |edtf: &str| edtf.parse::<Timestamp>().ok();
    instant(a).is_some_and(|t| instant(b) == Some(t))
}

/// Days as a range.
pub(super) fn range((a, b): (Date, Date)) -> DayRange {
    DayRange::between(a, b)
}
