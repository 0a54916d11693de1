//! Clock times: of which day one is that names none, and where two of one moment exclude each other.

use super::offsets::definite;
use super::unite::{Cluster, Clusters, Conflict, Mentioned};
use super::{ArticleTimes, Event};
use crate::english::English;
use crate::english::events::{Aspect, EventsWords, Tie};
use crate::times::{Anchor, Timex};

/// Two clock times of one moment are no further apart than so many minutes, or than so many if one is only about right.
const NEAR: i32 = 60;
const ABOUT: i32 = 180;
/// A clock that leaves the half of the day open comes round in so many minutes.
const HALF_DAY: i32 = 12 * 60;

/// True for a clock time that has its day only from what was told before it, of an event that is told as known: its day is that
/// event's, where another account or sentence tells one.
///
/// ok: `The army [2020-07-13 shelled] the town on Monday, two days after the [2020-07-11 raid]. The [2020-07-11 raid] began at 03:15.`
/// ok: `A mine [2020-07-11 collapsed] on Saturday. Aid reached the town on Monday. The [2020-07-11 collapse] began at [=2020-07-11T06:20:00 06:20].`
/// ok: `A bomb [2020-07-11 exploded] in Arbela on Saturday. / Police held a man on Monday. The [2020-07-11 explosion] occurred at 11:40 p.m.`
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
    m.hour.is_some() && !told && from_before && event.tie == Tie::On && definite(words, article, event)
}

/// Notes where two articles tell of one moment of one day by clock times that are too far apart.
///
/// ok: `The [!2020-07-11 raid] on Ezra began at 03:15 on Saturday. / The raid on Ezra began at 04:40 on Saturday.`
/// ok: `A [!2020-07-11 quake] struck Arbela at 03:15 on Saturday. / The quake struck Arbela at 5 a.m. on Saturday.`
/// ok: `The ferry Astra [!2020-07-11 sank] at 03:15 on Saturday. / The ferry Astra sank at 04:40 on Saturday.`
/// no: `The ferry Astra [2020-07-11 sank] at around 03:15 on Saturday. / The ferry Astra sank at 04:40 on Saturday.`
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
        let lasts = cluster.class.and_then(|k| english.events.kind(k)).is_some_and(|k| k.lasts);
        let moment = |m: &Mentioned| {
            let event = &articles[m.article.ix()].events[m.event.ix()];
            let timex = event.time.and_then(|t| timexes[m.article.ix()].get(t.ix()))?;
            let begins = event.aspect == Aspect::Begins;
            let punctual = begins || !lasts && (event.carrier.is_some() || !event.noun);
            let (minutes, zone) = timex.clock().filter(|_| m.fact && punctual && event.tie == Tie::On)?;
            let range = timex.range.as_ref().filter(|r| r.earliest == r.latest)?;
            Some((m.article, begins, &event.lemma, minutes, zone, timex, range))
        };
        let told: Vec<_> = cluster.mentions.iter().filter_map(moment).collect();
        let apart = told.iter().enumerate().find_map(|(i, a)| {
            let b = told[i + 1..].iter().find(|b| {
                let one = a.1 == b.1 && (a.1 || a.2 == b.2) && a.6.earliest == b.6.earliest;
                let open = |t: &Timex| t.meaning.half_day.is_none();
                let gap = match (a.4, b.4) {
                    (None, None) => (a.3 - b.3).abs(),
                    (Some(x), Some(y)) => (a.3 - x - b.3 + y).abs(),
                    _ => 0,
                };
                let gap = if open(a.5) || open(b.5) { gap.min((gap - HALF_DAY).abs()) } else { gap };
                let near = if a.5.modifier.or(b.5.modifier).is_some() { ABOUT } else { NEAR };
                a.0 != b.0 && one && gap > near
            })?;
            Some(Conflict::Days(a.6.edtf.clone(), b.6.edtf.clone()))
        });
        cluster.conflict = apart;
    }
}
