//! Expressions that are counted from an event: "two days before he resigned", "on the second day of the trial".

use super::network::Step;
use super::recalled::{Recalled, recalled};
use super::unite::Clusters;
use super::{ArticleTimes, Event, links};
use crate::english::English;
use crate::english::events::{Aspect, EventsWords, Link};
use crate::english::times::Reading;
use crate::tags::{Feats, Upos};
use crate::text::Span;
use crate::times::{Anchor, Flag, Modifier, Rel, Timex, Unit, Way};
use std::ops::Range;

/// How far behind its connective an event may stand, in tokens.
pub(super) const REACH: usize = 8;
/// How many sentences a clock time may stand behind its day.
const CLOCK: usize = 1;
/// How many sentences "the next day" may stand behind the day it follows.
const STORY: usize = 3;
/// How far before a noun "the" may stand, in tokens.
const DEFINITE: usize = 4;
/// The early days of something are these many.
const EARLY: i64 = 4;

/// What an expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// An event, by the cluster that it belongs to; which one, where a word of the article is one by itself; and that word.
    Event { cluster: usize, event: Option<usize>, word: Span },
    /// The expression told before it, by its place in the article.
    Timex(usize),
    /// An expression told before it of which no one day is known.
    Lost(usize),
}

/// An expression that hangs on an event or on another expression that does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hung {
    pub(super) timex: usize,
    pub(super) from: From,
    pub(super) low: Option<Step>,
    pub(super) high: Option<Step>,
    pub(super) link: Option<Link>,
}

impl Hung {
    /// The cluster of the event that it hangs on, and that event.
    pub(super) fn event(&self) -> Option<(usize, usize)> {
        match self.from {
            From::Event { cluster, event, .. } => Some((cluster, event?)),
            _ => None,
        }
    }

    /// The cluster of the event that it hangs on.
    pub(super) fn cluster(&self) -> Option<usize> {
        match self.from {
            From::Event { cluster, .. } => Some(cluster),
            _ => None,
        }
    }
}

/// What hangs on events in an article, in text order.
pub(super) fn hung(
    english: &English,
    articles: &[ArticleTimes<'_>],
    a: usize,
    clusters: &Clusters,
    timexes: &[Timex],
    clocks: &[Hung],
) -> Vec<Hung> {
    let (words, article) = (&english.events, &articles[a]);
    let pegs = Pegs { words, article, a, clusters };
    let mut out: Vec<Hung> = Vec::new();
    let mut story: Option<Story> = None;
    let mut taken = vec![false; timexes.len()];
    clocks.iter().for_each(|h| taken[h.timex] = true);
    for (i, timex) in timexes.iter().enumerate().filter(|(i, _)| !taken[*i]) {
        let Some(first) = timex.tokens.clone().next() else { continue };
        let sentence = article.parse.tokens.tokens[first].sentence.ix();
        let found = pegs.on_event(i, timex).or_else(|| pegs.lasting(i, timex)).or_else(|| pegs.beside(i, timex));
        let found = found.or_else(|| {
            let before = story.filter(|s| (s.sentence..=s.sentence + STORY).contains(&sentence))?;
            from_story(i, timex, before).or_else(|| pegs.clock(i, timex, before, sentence))
        });
        let m = &timex.meaning;
        if let Some(hung) = found {
            out.push(hung);
            let lost = matches!(hung.from, From::Lost(_));
            story = Some(Story { timex: i, sentence, exact: !lost && hung.low == hung.high, lost });
        } else if recalled(words, &article.parse, timex).is_some() && timex.range.is_none() {
            story = Some(Story { timex: i, sentence, exact: false, lost: true });
        } else if matches!(timex.anchor, Anchor::None | Anchor::Publication) && timex.period.is_some()
            || m.month.is_some() && m.day.is_some()
        {
            story = None;
        }
    }
    out
}

/// The expression at which an article stands, if that is counted from an event.
#[derive(Clone, Copy, Debug)]
struct Story {
    timex: usize,
    sentence: usize,
    /// It is one day after all others, not some day of a stretch.
    exact: bool,
    /// Nothing dates that from which it is counted.
    lost: bool,
}

/// The events of a sentence; events stand in text order.
fn in_sentence(article: &ArticleTimes<'_>, sentence: Range<usize>) -> Range<usize> {
    let at = |t: usize| article.events.partition_point(|e| e.trigger < t);
    at(sentence.start)..at(sentence.end)
}

/// What the expressions of one article can hang on.
struct Pegs<'a> {
    words: &'a EventsWords,
    article: &'a ArticleTimes<'a>,
    a: usize,
    clusters: &'a Clusters,
}

impl Pegs<'_> {
    /// "two days before the vote", "the second day of the trial", "within hours of the attack".
    ///
    /// ok: `The [2020-07-12 vote] was held on Sunday. Two days before the vote a minister [2020-07-10 resigned].`
    /// ok: `The dam [2020-07-03/2020-07-10 leaked] in the week before the [2020-07-10 quake] of 10 July. Its owner [2020-06-26/2020-07-10 fled] the week before the [2020-07-10 quake].`
    /// ok: `A bomb [2020-07-11 exploded] on Saturday. Police arrested a man [=2020-07-13/2020-07-14 60 hours] after the explosion.`
    /// no: `He spent [=none two days] in prison before he left.` `The [2020-07-12 vote] was on Sunday. A minister [../2020-07-15 resigned] [=none 10^30 days] after the vote.`
    fn on_event(&self, i: usize, timex: &Timex) -> Option<Hung> {
        let Pegs { words, article, a, clusters } = *self;
        // So long a time is counted from nothing.
        if timex.impossible || timex.meaning.reading == Reading::Span && matches!(timex.anchor, Anchor::Timex(..)) {
            return None;
        }
        let of =
            |e: usize| clusters.known(words, a, e, &article.events[e], definite(words, article, &article.events[e]));
        let dated = |e: usize| of(e).is_some_and(|c| clusters.clusters[c].joint.is_some());
        let named = links::anchor(words, &article.parse, article.events, timex).map(|(e, link, _)| (e, link));
        let begins = |e: &Event| e.aspect == Aspect::Begins && e.carrier.is_none() && !e.noun;
        let unlisted = |e: usize| (article.events[e].class.is_none() || begins(&article.events[e])) && !dated(e);
        let recalled = recalled(words, &article.parse, timex).filter(|_| named.is_none_or(|(e, _)| unlisted(e)));
        let meant = recalled.and_then(|(link, what)| Some((self.meant(timex, what)?, link)));
        let (cluster, event, word, link) = match (meant, named) {
            (Some(((cluster, word), link)), _) => (cluster, None, word, link),
            (None, Some((e, link))) => {
                // "After the merger was announced" is counted from the announcement, unless only the merger is dated.
                let e = self.told_by(e).filter(|&v| dated(v) || !dated(e)).unwrap_or(e);
                (of(e)?, Some(e), article.events[e].span, link)
            }
            _ => return None,
        };
        let from = From::Event { cluster, event, word };
        let exact = clusters.clusters[cluster].joint.is_some_and(|(first, last)| first == last);
        let m = &timex.meaning;
        let before = article.parse.word_before(timex.tokens.start);
        let said = |list: &[&str]| before.as_ref().is_some_and(|w| list.contains(&w.as_str()));
        let within = said(&words.within);
        let whole = m.unit > Some(Unit::Night) && article.parse.says(timex.tokens.start, &words.definite);
        let (link, low, high) = match (m.flag, m.reading) {
            // "the second day of the trial"
            (Some(Flag::NthDay), _) => {
                let step = Step::new((m.ordinal? - 1) as f32, m.unit?, 1);
                (None, step, step)
            }
            // "the early days of the war"
            (Some(Flag::EarlyDays), _) => (None, Step::NONE, Step::days(EARLY)),
            (_, Reading::Span) => {
                let unit = m.unit?;
                let amount = m.amount.map_or((1.0, 9.0), |n| (n.low, n.high));
                let hours = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) && amount.1 < 24.0
                    || m.amount.is_none() && unit < Unit::Day;
                // Hours away is the same day or the next; a day that is itself uncertain holds both.
                let slack = i64::from(hours && exact);
                let link = match link {
                    // "on the eve of the vote"
                    Link::Within if m.flag == Some(Flag::Eve) => Link::Before,
                    Link::Within if !within && m.rel.is_none() && m.ordinal.is_none() => return None,
                    Link::After if within => Link::Within,
                    _ => link,
                };
                let (low, high) = match link {
                    Link::Before if hours => (Step::days(-slack), Step::NONE),
                    _ if hours => (Step::NONE, Step::days(slack)),
                    Link::Before | Link::After if unit == Unit::Hour => {
                        // "60 hours after": two days or three, by the hour at which the count began.
                        let sign = if link == Link::Before { -1.0 } else { 1.0 };
                        let day = |n: f32| Step::days((n.min(1e5) * sign) as i64);
                        let (near, far) = (day((amount.0 / 24.0).floor()), day((amount.1 / 24.0).ceil()));
                        if sign < 0.0 { (far, near) } else { (near, far) }
                    }
                    Link::Within => (Step::NONE, Step::new(amount.1, unit, 1)),
                    Link::Before if said(&words.spread) => (Step::new(amount.1, unit, -1), Step::NONE),
                    // "The week before the vote" is some day of it, as "the next week" is.
                    Link::Before if whole => (Step::new(2.0, unit, -1), Step::NONE),
                    Link::After if whole => (Step::NONE, Step::new(2.0, unit, 1)),
                    Link::Before | Link::After => {
                        let ((near, n), (far, f)) = about(amount, unit, timex.modifier);
                        let sign = if link == Link::Before { -1 } else { 1 };
                        let (near, far) = (Step::new(near, n, sign), Step::new(far, f, sign));
                        if sign < 0 { (far, near) } else { (near, far) }
                    }
                };
                (Some(link), low, high)
            }
            _ => return None,
        };
        Some(Hung { timex: i, from, low: Some(low), high: Some(high), link })
    }

    /// A clock time without a day behind what is counted is of that day, and of none where that is no one day.
    ///
    /// ok: `A [2020-07-02 vote] was held on 2 July. A bomb [2020-07-04 exploded] two days after the vote. Guards [2020-07-04 shot] a man at eight in the evening.`
    /// ok: `The dam was [2020-05-04 built] on 4 May and leaked twice in the week before the [2020-07-02 vote]. Guards arrived at [=none eight in the evening]. The [2020-07-02 vote] was on 2 July.`
    fn clock(&self, i: usize, timex: &Timex, story: Story, sentence: usize) -> Option<Hung> {
        let m = &timex.meaning;
        let told = m.weekday.is_some() || m.deictic.is_some() || m.day.is_some() || m.rel.is_some();
        let from_before = match timex.anchor {
            Anchor::Publication => true,
            Anchor::Timex(_, j) => j.ix() <= story.timex,
            _ => false,
        };
        let past = |e: &Event| {
            let feats = self.article.parse.feats(e.trigger);
            let own = [e.time, e.clock].iter().flatten().any(|t| t.ix() == i);
            own && e.actual() && (feats.has(Feats::PAST) || feats.has(Feats::PAST_PARTICIPLE))
        };
        let hangs = m.hour.is_some() && !told && from_before && story.sentence + CLOCK >= sentence;
        let from = if story.exact { From::Timex(story.timex) } else { From::Lost(story.timex) };
        let (low, high, link) = (Some(Step::NONE), Some(Step::NONE), None);
        let mut here = in_sentence(self.article, self.article.parse.sentence_tokens(timex.tokens.start));
        (hangs && here.any(|e| past(&self.article.events[e]))).then_some(Hung { timex: i, from, low, high, link })
    }

    /// An event to count from.
    fn at(&self, event: usize, cluster: usize) -> From {
        From::Event { cluster, event: Some(event), word: self.article.events[event].span }
    }

    /// The cluster of the event that is meant by what a count recalls, and the word for it.
    fn meant(&self, timex: &Timex, what: Recalled) -> Option<(usize, Span)> {
        let Pegs { words, article, a, clusters } = *self;
        let (parse, known) = (&article.parse, &clusters.known);
        match what {
            Recalled::Told => {
                let start = parse.sentence_tokens(timex.tokens.start).start;
                let before = parse.sentence_tokens(start.saturating_sub(1)).start;
                let told = |e: &usize| article.events[*e].time.is_some() && article.events[*e].actual();
                let event = in_sentence(article, before..timex.tokens.start).rfind(told)?;
                Some(((*clusters.of.get(a)?.get(event)?)?, article.events[event].span))
            }
            Recalled::Noun(noun) => {
                let lemma = parse.lemma(noun);
                let by_verb = || words.verbs_of(lemma).find_map(|verb| known.by_verb(a, &verb));
                Some((known.brought_out(a, lemma).or_else(by_verb)?, parse.span(noun)))
            }
        }
    }

    /// The verb that tells of a noun, if that is an event of its own: "the merger was announced".
    ///
    /// ok: `The merger was [2020-07-03 announced] on 3 July. / Two days after the merger was announced, the chairman [2020-07-05 resigned].`
    fn told_by(&self, e: usize) -> Option<usize> {
        let (parse, noun) = (&self.article.parse, &self.article.events[e]);
        let verb = self.article.events.get(e + 1).filter(|v| noun.noun && noun.carrier.is_none() && !v.noun)?;
        let small = |t: usize| matches!(parse.upos(t), Upos::Aux | Upos::Adv | Upos::Part);
        (verb.class.is_some() && noun.trigger < verb.trigger && (noun.trigger + 1..verb.trigger).all(small))
            .then_some(e + 1)
    }

    /// "A juror had fallen ill the night before": from what was told first in the sentence before, where an account dates that.
    ///
    /// ok: `The jury convicted the banker Paul Rehn. A juror had [2020-07-12 resigned] [=2020-07-12 the day before]. / Paul Rehn was [2020-07-13 convicted] on Monday.`
    /// no: `The jury convicted the banker Paul Rehn. On 8 July a juror left. Another had fallen ill [=2020-07-07 the day before]. / Paul Rehn was convicted on Monday.`
    fn beside(&self, i: usize, timex: &Timex) -> Option<Hung> {
        let Pegs { article, a, clusters, .. } = *self;
        let m = &timex.meaning;
        if m.flag != Some(Flag::DayBeside) || matches!(timex.anchor, Anchor::Timex(..)) {
            return None;
        }
        let sentence = article.parse.sentence_tokens(timex.tokens.start);
        let before = article.parse.sentence_tokens(sentence.start.checked_sub(1)?);
        let told = |e: &usize| article.events[*e].class.is_some() && article.events[*e].actual();
        let event = in_sentence(article, before).find(told)?;
        let cluster = *clusters.of.get(a)?.get(event)?;
        let cluster = cluster.filter(|&c| clusters.clusters[c].joint.is_some())?;
        let step = Some(Step::days(if m.way == Some(Way::Later) { 1 } else { -1 }));
        Some(Hung { timex: i, from: self.at(event, cluster), low: step, high: step, link: None })
    }

    /// "had raged for 14 years", "for months had planned the campaign": up to the event of the sentence.
    ///
    /// ok: `President Orlov [2020-07-12 fled] on Sunday. Orlov fled a war that had raged for [=2006-07-12 14 years].`
    /// no: `He was jailed for [=none six years].`
    fn lasting(&self, i: usize, timex: &Timex) -> Option<Hung> {
        let Pegs { words, article, a, clusters } = *self;
        let m = &timex.meaning;
        let start = timex.tokens.start;
        let unit = m.unit.filter(|_| m.reading == Reading::Span && m.rel.is_none())?;
        let before = article.parse.word_before(start)?;
        if !words.lasting.contains(&before.as_str()) {
            return None;
        }
        let sentence = article.parse.sentence_tokens(start);
        let mut near = start.saturating_sub(REACH).max(sentence.start)..(timex.tokens.end + REACH).min(sentence.end);
        if !near.any(|t| article.parse.says(t, &words.had)) {
            return None;
        }
        let (e, cluster) = in_sentence(article, sentence)
            .filter(|&e| article.events[e].class.is_some())
            .find_map(|e| Some((e, clusters.known(words, a, e, &article.events[e], false)?)))?;
        let (low, high) = match m.amount.filter(|n| !n.is_vague()) {
            // "nearly 14 years" began some of a year later.
            Some(n) if timex.modifier.is_some() => {
                (Some(Step::new(n.low, unit, -1)), Some(Step::new((n.low - 1.0).max(0.0), unit, -1)))
            }
            Some(n) => (Some(Step::new(n.low, unit, -1)), Some(Step::new(n.low, unit, -1))),
            None => (None, Some(Step::NONE)),
        };
        Some(Hung { timex: i, from: self.at(e, cluster), low, high, link: None })
    }
}

/// True for a noun that names an event as known: "the deal".
pub(super) fn definite(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    let parse = &article.parse;
    let part = |t: &usize| !matches!(parse.upos(*t), Upos::Adp | Upos::Verb | Upos::Punct);
    let before = (parse.sentence_tokens(event.trigger).start..event.trigger).rev().take(DEFINITE).take_while(part);
    event.noun && before.into_iter().any(|t| parse.says(t, &words.definite))
}

/// By how many days a count may be off and still be right.
pub(super) fn slack(timex: &Timex) -> i32 {
    match timex.meaning.unit.filter(|_| timex.meaning.reading == Reading::Span) {
        Some(Unit::Week | Unit::Fortnight) => 3,
        Some(Unit::Month) => 15,
        Some(Unit::Year) => 183,
        _ => 0,
    }
}

/// The least and the most that a length of time can be: "about three weeks" two to four, "nearly two years" one to two,
/// "more than a month" one to two.
///
/// ok: `The [2020-07-12 vote] was held on Sunday. A minister [2020-07-05/2020-07-12 resigned] less than a week before the vote.`
/// ok: `The [2020-06-10 vote] was held on 10 June. A minister [2020-06-24/2020-07-08 fled] about three weeks after the vote.`
/// no: `The [2020-06-10 vote] was held on 10 June. A minister [2020-07-01 fled] three weeks after the vote.`
fn about(amount: (f32, f32), unit: Unit, modifier: Option<Modifier>) -> ((f32, Unit), (f32, Unit)) {
    let (low, high) = amount;
    match modifier {
        Some(Modifier::Approx) if low == 1.0 && high == 1.0 => match unit {
            Unit::Week => ((5.0, Unit::Day), (9.0, Unit::Day)),
            Unit::Month => ((3.0, Unit::Week), (5.0, Unit::Week)),
            Unit::Year => ((10.0, Unit::Month), (14.0, Unit::Month)),
            Unit::Decade => ((8.0, Unit::Year), (12.0, Unit::Year)),
            _ => ((low, unit), (high, unit)),
        },
        Some(Modifier::Approx) => {
            let slack = (low / 5.0).round().max(1.0);
            (((low - slack).max(0.0), unit), (high + slack, unit))
        }
        Some(Modifier::LessThan) => (((low - 1.0).max(0.0), unit), (high, unit)),
        Some(Modifier::EqualOrLess) => ((0.0, unit), (high, unit)),
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => ((low, unit), (high + 1.0, unit)),
        _ => ((low, unit), (high, unit)),
    }
}

/// "the next day", where the day before hangs on an event.
///
/// ok: `The [2020-06-10 vote] was held on 10 June. A minister fled two weeks after the vote. He was [2020-06-27 arrested] three days later.`
fn from_story(i: usize, timex: &Timex, story: Story) -> Option<Hung> {
    let m = &timex.meaning;
    let unit = m.unit?;
    let from = if story.lost { From::Lost(story.timex) } else { From::Timex(story.timex) };
    // "Three days later".
    if let Some(way @ (Way::Later | Way::Earlier)) = m.way {
        let n = m.amount.filter(|n| !n.is_vague() && (unit > Unit::Hour || story.lost) && m.more.is_none())?;
        let step = Some(Step::new(n.low, unit, if way == Way::Later { 1 } else { -1 }));
        return Some(Hung { timex: i, from, low: step, high: step, link: None });
    }
    let sign = match m.rel? {
        Rel::Following => 1,
        Rel::Previous => -1,
        Rel::Same => 0,
        _ => return None,
    };
    let step = Some(Step::new(sign as f32, unit, 1));
    // "The next week" is some day of it.
    let (low, high) = match sign {
        1 if unit > Unit::Night => (Some(Step::NONE), Some(Step::new(2.0, unit, 1))),
        _ => (step, step),
    };
    Some(Hung { timex: i, from, low, high, link: None })
}
