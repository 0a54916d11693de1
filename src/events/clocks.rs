//! Clock times: of which day one is that names none, and where two of one moment exclude each other.

use super::network::Step;
use super::offsets::{From, Hung, definite};
use super::traits::stem;
use super::unite::{Cluster, Clusters, Conflict, Mentioned};
use super::{ArticleTimes, Event, links};
use crate::dates::DayRange;
use crate::english::English;
use crate::english::events::{Aspect, EventsWords, Tie};
use crate::text::ArticleIx;
use crate::times::{Anchor, Timex};

/// Two clock times of one moment are no further apart than so many minutes, or than so many if one is only about right.
const NEAR: i32 = 60;
const ABOUT: i32 = 180;
/// The same, if both are told to the minute.
const EXACT: i32 = 20;
/// A clock that leaves the half of the day open comes round in so many minutes.
const HALF_DAY: i32 = 12 * 60;
/// Of one event so many mentions are compared.
const TOLD: usize = 40;

/// True for a clock time that has its day only from what was told before it, of an event that is told as known: its day is that
/// event's, where another account or sentence tells one.
///
/// ok: `The army [2020-07-13 shelled] the town on Monday, two days after the [2020-07-11 raid]. The [2020-07-11 raid] began at 03:15.`
/// ok: `A mine [2020-07-11 collapsed] on Saturday. Aid reached the town on Monday. The [2020-07-11 collapse] began at [=2020-07-11T06:20:00 06:20].`
/// ok: `A bomb [2020-07-11 exploded] in Arbela on Saturday. / Police held a man on Monday. The [2020-07-11 explosion] occurred at 11:40 p.m.`
/// ok: `A volcano [2020-07-10 erupted] on Friday. Villagers fled on Monday. The [2020-07-10 eruption] began at 22:10.`
/// ok: `A [2020-07-10 fire] killed nine men in Arda on Friday. The mayor resigned on Monday. The [2020-07-10 fire] broke out at 03:30.`
/// no: `A [2020-07-10 strike] began on Friday. Talks resumed on Monday. The strike ended at [=2020-07-13T20:00:00 20:00].`
/// no: `A mine [2020-07-11 collapsed] on Saturday. A [2020-07-13 raid] on the town on Monday was short. The [2020-07-13 raid] began at 06:20.`
pub(super) fn guessed(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event, timexes: &[Timex]) -> bool {
    let Some((i, timex)) = event.time.and_then(|i| Some((i, timexes.get(i.ix())?))) else { return false };
    let m = &timex.meaning;
    let told = m.weekday.is_some() || m.deictic.is_some() || m.day.is_some() || m.rel.is_some();
    let from_before = match timex.anchor {
        Anchor::Publication => true,
        Anchor::Timex(_, j) => {
            let start = article.parse.sentence_tokens(timex.tokens.start).start;
            j < i && timexes.get(j.ix()).is_some_and(|t| t.tokens.end <= start)
        }
        _ => false,
    };
    let ends = event.aspect == Aspect::Ends || event.tie != Tie::On;
    m.hour.is_some() && !told && from_before && !ends && definite(words, article, event)
}

/// The clock times of an article that have their day from their event; `free` takes the events whose clock time keeps the day
/// guessed for it, as nothing else dates them.
pub(super) fn hang(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    timexes: &[Timex],
    free: &mut Vec<(usize, usize)>,
) -> Vec<Hung> {
    let (words, article) = (&english.events, &articles[a]);
    // "The army shelled the town on Monday, two days after the raid."
    let from = |v: &Event| links::anchor(words, &article.parse, article.events, &timexes[v.counted?.ix()]);
    let mut counted = vec![false; clusters.clusters.len()];
    for (e, ..) in article.events.iter().filter_map(from) {
        clusters.of[a][e].into_iter().for_each(|c| counted[c] = true);
    }
    let mut out: Vec<Hung> = Vec::new();
    for (e, event) in article.events.iter().enumerate().filter(|(_, e)| guessed(words, article, e, timexes)) {
        let (Some(timex), Some(cluster)) = (event.time, clusters.known(words, a, e, event, true)) else { continue };
        if out.iter().any(|h| h.timex == timex.ix()) {
            continue;
        }
        if clusters.clusters[cluster].joint.is_some() || counted[cluster] {
            let (from, step) = (From::Event { cluster, event: Some(e), word: event.span }, Some(Step::NONE));
            out.push(Hung { timex: timex.ix(), from, low: step, high: step, link: None });
        } else {
            free.push((a, e));
        }
    }
    out
}

/// Notes where two articles tell of one moment of one day by clock times that are too far apart.
///
/// ok: `The [!2020-07-11 raid] on Ezra began at 03:15 on Saturday. / The raid on Ezra began at 04:40 on Saturday.`
/// ok: `A [!2020-07-11 quake] struck Arbela at 03:15 on Saturday. / The quake struck Arbela at 5 a.m. on Saturday.`
/// ok: `The ferry Astra [!2020-07-11 sank] at 03:15 on Saturday. / The ferry Astra sank at 04:40 on Saturday.`
/// no: `The ferry Astra [2020-07-11 sank] at around 03:15 on Saturday. / The ferry Astra sank at 04:40 on Saturday.`
/// ok: `The plant [!2020-07-11 exploded] at 4:20 a.m. on Saturday. / The explosion at the plant occurred at 6:05 a.m. on Saturday.`
/// ok: `The volcano [!2020-07-11 erupted] at 22:10 on Saturday. / The eruption began at 23:50 on Saturday.`
/// ok: `An [!2020-07-11 explosion] shook Arbela on Saturday night. The [!2020-07-11 blast] occurred at 9:15 p.m. / The explosion in Arbela happened at 9:50 p.m. on 11 July.`
/// ok: `A jury on Monday [!2020-07-13 convicted] the banker Paul Rehn. The foreman read the verdict at 3:40 p.m. / The jury [!2020-07-13 found] Paul Rehn guilty on 13 July at 11:20 a.m.`
/// ok: `On Monday police [!2020-07-13 arrested] Paul Rehn in Arda at 6:10 a.m. / Paul Rehn was [!2020-07-13 arrested] on Monday at eight in the evening.`
/// ok: `A bomb [!2020-07-11 exploded] in Arbela at 9 a.m. on Saturday. / The bomb in Arbela [!2020-07-11 exploded] at 9 p.m. on Saturday.`
/// no: `A bomb [2020-07-11 exploded] in Arbela at 23:30 GMT on Saturday. / The bomb in Arbela [2020-07-11 exploded] at 00:30 CET on Sunday.`
/// no: `A bomb [2020-07-11 exploded] in Arbela at 9:15 p.m. on Saturday. / The bomb in Arbela [2020-07-11 exploded] at 9:30 p.m. on Saturday.`
/// ok: `A mine [!2020-07-11 collapsed] at 6:40 a.m. on Saturday. / The [!2020-07-11 collapse] of the mine occurred at 7:30 a.m. on Saturday.`
/// no: `A [2020-07-11 storm] hit the coast at 10:00 on Saturday. / The storm hit the coast at 14:00 on Saturday.`
/// no: `Rebels [2020-07-11 fired] rockets at Ezra at 10:00 on Saturday. / Rebels fired rockets at Ezra at 14:00 on Saturday.`
/// no: `Ministers [2020-07-11 met] in Geneva at 10:00 on Saturday. / Ministers met in Geneva at 15:00 on Saturday.`
/// no: `The ferry Astra [2020-07-11 sank] at 3:15 on Saturday. / The ferry Astra sank at 3:15 p.m. on Saturday.`
pub(super) fn conflicts(
    english: &English,
    articles: &[ArticleTimes<'_>],
    timexes: &[Vec<Timex>],
    clusters: &mut Clusters,
) {
    let several = |c: &&mut Cluster| c.conflict.is_none() && c.several();
    for cluster in clusters.clusters.iter_mut().filter(several) {
        // What is on no list may come twice a day.
        let kind = cluster.class.and_then(|k| english.events.kind(k));
        let lasts = kind.is_none_or(|k| k.lasts);
        let repeats = kind.is_some_and(|k| k.repeats);
        let strict = repeats || kind.is_some_and(|k| k.loose);
        let moment = |m: &Mentioned| {
            let event = &articles[m.article.ix()].events[m.event.ix()];
            let timex = event.clock.or(event.time).and_then(|t| timexes[m.article.ix()].get(t.ix()))?;
            let begins = event.aspect == Aspect::Begins;
            let punctual = begins || !lasts && (event.carrier.is_some() || !event.noun);
            let (minutes, zone) = timex.clock().filter(|_| m.fact && punctual && event.tie == Tie::On)?;
            let range = timex.range.as_ref().filter(|r| r.earliest == r.latest && r.edtf.contains('T'))?;
            Some(Moment { article: m.article, begins, lemma: &event.lemma, minutes, zone, timex, range })
        };
        let told: Vec<Moment> = cluster.mentions.iter().filter_map(moment).take(TOLD).collect();
        let apart = told.iter().enumerate().find_map(|(i, a)| {
            let b = told[i + 1..].iter().find(|b| excludes(a, b, strict, repeats))?;
            Some(Conflict::Days(a.range.edtf.clone(), b.range.edtf.clone()))
        });
        cluster.conflict = apart;
    }
}

/// A moment told by the clock.
struct Moment<'a> {
    article: ArticleIx,
    begins: bool,
    lemma: &'a str,
    minutes: i32,
    zone: Option<i32>,
    timex: &'a Timex,
    range: &'a DayRange,
}

/// True for two that articles tell of one moment and that are too far apart; of a strict kind in words of one stem.
fn excludes(a: &Moment<'_>, b: &Moment<'_>, strict: bool, repeats: bool) -> bool {
    let one = a.article != b.article
        && (a.begins == b.begins || !strict)
        && (a.begins || !strict || stem(a.lemma) == stem(b.lemma))
        && a.range.earliest == b.range.earliest
        && a.zone.is_some() == b.zone.is_some();
    let gap = (a.minutes - a.zone.unwrap_or(0) - b.minutes + b.zone.unwrap_or(0)).abs();
    let open = [a, b].iter().any(|m| m.timex.meaning.half_day.is_none() && m.minutes < HALF_DAY + NEAR);
    let exact = !repeats && [a, b].iter().all(|m| m.timex.meaning.minute.is_some());
    let gap = if open { gap.min((gap - HALF_DAY).abs()) } else { gap };
    let near = if exact { EXACT } else { NEAR };
    one && gap > if a.timex.modifier.or(b.timex.modifier).is_some() { ABOUT } else { near }
}
