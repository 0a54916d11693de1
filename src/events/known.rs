//! Which event of the story is meant by words that tell of one as known: "the vote", "two days before he fled".

use super::offsets::definite;
use super::unite::{BACKGROUND, Cluster, Clusters, Mentioned};
use super::whom::subject_word;
use super::{ArticleTimes, Event, deeds};
use crate::dates::Date;
use crate::english::English;
use crate::english::events::{Aspect, EventsWords};
use crate::english::times::Reading;
use crate::syntax::Deprel;
use crate::text::{EntityIx, word_hash};
use std::collections::BTreeMap;

/// In place of a kind: any disaster.
const DISASTER: usize = usize::MAX;

/// In place of a kind: what is told to have begun.
const BEGUN: usize = usize::MAX - 1;

/// In place of a kind: a verb, by its lemma; one of those who vote.
const VERB: usize = usize::MAX - 2;
const VOTED: usize = usize::MAX - 3;

/// Together with who takes part, in place of a kind: a verb.
const WHO: usize = 1 << 30;

/// In place of a kind: a noun that is told of as new, or as planned.
const NOUN: usize = usize::MAX - 4;

/// In place of a kind: a thing that was brought out, by its lemma.
const BROUGHT: usize = usize::MAX - 5;

/// In place of a cluster: there are several.
const SEVERAL: usize = usize::MAX;

/// In place of an article: the whole story.
const STORY: usize = usize::MAX;

/// A noun tells of a day only vaguely if it leaves more than these ("the announcement in May").
const VAGUE: i32 = 3;

/// The dated events of a story, by the words that can mean them.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// For each kind of event the one cluster of several articles that is dated, if it is one.
    only_dated: BTreeMap<u16, Option<usize>>,
    /// The one dated cluster of an article, and of the whole story, by kind and stem ([`key`]), 0 where the kind alone tells;
    /// [`SEVERAL`] if there are more.
    sole: BTreeMap<(usize, usize), usize>,
    /// "The vote" right behind what a parliament or board decided, by article and event: the deciding.
    decided: BTreeMap<(usize, usize), usize>,
}

impl Known {
    /// Takes in a cluster, by its place.
    pub(super) fn note(
        &mut self,
        english: &English,
        articles: &[ArticleTimes<'_>],
        here: usize,
        cluster: &Cluster,
        story: Option<Date>,
    ) {
        // "The talks" are not those who met, where "talks began" is told too.
        for m in cluster.mentions.iter() {
            let article = &articles[m.article.ix()];
            let event = &article.events[m.event.ix()];
            if let Some(e) = decided(&english.events, article, event) {
                self.decided.insert((m.article.ix(), m.event.ix()), e);
            }
            if event.noun && !(m.fact && definite(&english.events, article, event)) {
                self.sole.insert((STORY, key(NOUN, word_hash(&event.lemma) as usize)), SEVERAL);
            }
        }
        // What is only counted, from another event, is dated later.
        let counted = |m: &Mentioned| {
            let article = &articles[m.article.ix()];
            let time = article.events[m.event.ix()].time.and_then(|t| article.timexes.get(t.ix()));
            m.fact && time.is_some_and(|t| t.meaning.reading == Reading::Span)
        };
        if cluster.joint.is_none() && !cluster.mentions.iter().any(counted) {
            return;
        }
        let kind = cluster.class.and_then(|class| english.events.kind(class));
        if let Some(class) = cluster.class.filter(|_| cluster.several() && cluster.joint.is_some()) {
            self.only_dated.entry(class).and_modify(|c| *c = None).or_insert(Some(here));
        }
        if story.zip(cluster.joint).is_some_and(|(story, (_, last))| (story - last).get_days() > BACKGROUND) {
            return;
        }
        let strict = kind.is_some_and(|k| k.repeats || k.loose);
        let vague = cluster.joint.is_some_and(|(a, b)| (b - a).get_days() > VAGUE);
        for m in cluster.mentions.iter().filter(|m| m.fact && !articles[m.article.ix()].other_story) {
            let event = &articles[m.article.ix()].events[m.event.ix()];
            // "The announcement in May" may be the one that another article dates.
            if vague && definite(&english.events, &articles[m.article.ix()], event) {
                continue;
            }
            let mut add = |kind: usize, stem: usize| {
                for scope in [m.article.ix(), STORY] {
                    let sole = self.sole.entry((scope, key(kind, stem))).or_insert(here);
                    *sole = if *sole == here { here } else { SEVERAL };
                }
            };
            if kind.is_some_and(|k| k.disaster) {
                add(DISASTER, 0);
            }
            if m.days.is_some() && event.aspect == Aspect::Begins {
                add(BEGUN, 0);
            }
            if let Some(class) = cluster.class {
                add(usize::from(class), if strict { stem(&event.lemma) } else { 0 });
            }
            if !event.noun {
                let lemma = word_hash(&event.lemma) as usize;
                add(VERB, lemma);
                if let Some(thing) = deeds::thing(&articles[m.article.ix()], event)
                    && english.events.brings_out.contains(&event.lemma.as_str())
                {
                    add(BROUGHT, word_hash(articles[m.article.ix()].parse.lemma(thing)) as usize);
                }
                for x in &cluster.participants {
                    add(WHO ^ x.ix(), lemma);
                }
                if voters(&english.events, &articles[m.article.ix()], event) {
                    add(VOTED, lemma);
                }
            }
        }
    }

    /// The one event of an article, else of the story, that a word can mean.
    fn sole(&self, article: usize, kind: usize, stem: usize) -> Option<usize> {
        let found = [article, STORY].into_iter().find_map(|scope| self.sole.get(&(scope, key(kind, stem))));
        found.copied().filter(|&c| c != SEVERAL)
    }

    /// The one dated event that is told by a verb.
    pub(super) fn by_verb(&self, article: usize, lemma: &str) -> Option<usize> {
        self.sole(article, VERB, word_hash(lemma) as usize)
    }

    /// The same, of the whole story.
    pub(super) fn told(&self, lemma: &str) -> Option<usize> {
        self.by_verb(STORY, lemma)
    }

    /// The one dated event by which a thing came out: "the report", which was published.
    pub(super) fn brought_out(&self, article: usize, thing: &str) -> Option<usize> {
        self.sole(article, BROUGHT, word_hash(thing) as usize)
    }

    /// The one event that is told by a verb of another stem: "the talks" of those who met, "the vote" of a parliament that
    /// approved something.
    ///
    /// ok: `Parliament [2020-07-09 approved] the budget on 9 July. / Two days before the [2020-07-09 vote], a minister [2020-07-07 resigned].`
    /// ok: `The premier [2020-07-09 met] the rebel leader Sami Koru on 9 July. Rebels [2020-07-11 freed] nine men two days after the [2020-07-09 talks].`
    /// no: `A court [2020-07-09 rejected] his appeal on 9 July. / Two days after the vote, a minister [../2020-07-15 resigned].`
    /// no: `Deputies [2020-07-09 rejected] the treaty on 9 July. The premier called a vote for 17 July. / Three days before the vote a minister [../2020-07-12 fled].`
    /// no: `Deputies [2020-07-09 approved] a loan on 9 July. Deputies [2020-07-02 rejected] the treaty on 2 July. / Two days after the vote, a minister [../2020-07-15 resigned].`
    fn akin(&self, words: &EventsWords, article: usize, noun: &str) -> Option<usize> {
        if self.sole.contains_key(&(STORY, key(NOUN, word_hash(noun) as usize))) {
            return None;
        }
        let (_, verbs, voted) = words.akin.iter().find(|(nouns, ..)| nouns.split(' ').any(|n| n == noun))?;
        let kind = if *voted { VOTED } else { VERB };
        [article, STORY].into_iter().find_map(|scope| {
            let of = |verb: &str| self.sole.get(&(scope, key(kind, word_hash(verb) as usize))).copied();
            let mut found = verbs.split(' ').filter_map(of);
            let first = found.next()?;
            Some(if found.all(|c| c == first) { first } else { SEVERAL })
        })
    }
}

/// "Shareholders approved the deal. Two days after the vote …": the deed of a parliament or board in the sentence before.
pub(super) fn decided(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<usize> {
    let (_, verbs, _) =
        words.akin.iter().find(|(nouns, _, voted)| *voted && nouns.split(' ').any(|n| n == event.lemma))?;
    let start = article.parse.sentence_tokens(event.trigger).start;
    let before = article.parse.sentence_tokens(start.checked_sub(1)?);
    let at = |t: usize| article.events.partition_point(|e| e.trigger < t);
    let did = |e: &Event| !e.noun && verbs.split(' ').any(|v| v == e.lemma) && voters(words, article, e);
    (at(before.start)..at(before.end)).rfind(|&e| event.noun && did(&article.events[e]))
}

/// True if a verb tells what a parliament, a board or its members did.
fn voters(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    let parse = &article.parse;
    let votes = |t: usize| words.voters.split(' ').any(|w| parse.lemma(t).eq_ignore_ascii_case(w));
    subject_word(article, event).is_some_and(votes)
        || [Deprel::Nsubj, Deprel::Obl].iter().any(|d| parse.child(event.trigger, *d).is_some_and(votes))
}

impl Clusters {
    /// The cluster of an event that is told as known ("two days before he fled"): its own if that is dated or told
    /// elsewhere too, else the only dated one of its kind. `definite` if a noun names it as known: "the deal".
    ///
    /// ok: `The firm reached a [2020-07-10 deal] with the union on Friday. / Two days before the deal, a train [2020-07-08 derailed].`
    /// ok: `Ministers [2020-07-09 met] in Geneva on 9 July. / The night before the meeting, a bomb [2020-07-08 exploded].`
    /// no: `Ministers [2020-07-09 met] in Geneva on 9 July. Bankers [2020-07-02 met] in Bern on 2 July. / The night before the meeting, a bomb [../2020-07-14 exploded].`
    ///
    /// no: `The town [2020-07-13 surrendered] on Monday. The [2020-07-13 assault] on Arda began at 22:20. Rebels [2020-07-02 shelled] the airport on 2 July. / Arda [2020-07-13 fell] on 13 July. The [2020-07-13 assault] on Arda began at 22:20. The airport was [2020-07-02 shelled] on 2 July.`
    /// ok: `The [2020-07-04 race], which began on 4 July, is over. / Ivo Maas [2020-07-12 won] a stage eight days after the start.`
    /// ok: `The deal was [2020-07-02 announced] on 2 July. / Eight days after the announcement in July, a minister [2020-07-10 quit].`
    /// ok: `A gas [2020-07-10 explosion] shook Arbela on Friday. / The search ended two days after the block [2020-07-10 exploded].`
    /// ok: `A [2020-07-10 quake] struck Arbela on Friday. / Police arrested a man [=2020-07-13 three days] after the disaster.`
    pub(super) fn known(
        &self,
        words: &EventsWords,
        article: usize,
        e: usize,
        event: &Event,
        definite: bool,
    ) -> Option<usize> {
        let own = (*self.of.get(article)?.get(e)?)?;
        let cluster = &self.clusters[own];
        let vague = cluster.joint.is_some_and(|(a, b)| (b - a).get_days() > VAGUE) && event.noun && definite;
        if cluster.joint.is_some() && !vague {
            return Some(own);
        }
        let Some(class) = event.class else {
            return self.told_by(own, &event.lemma).filter(|_| !cluster.several()).or(Some(own));
        };
        // "Three days after the tanker exploded" too.
        let told = !event.noun && words.kind(class).is_some_and(|k| k.disaster);
        let sole = |kind: usize, stem: usize| self.known.sole(article, kind, stem).filter(|_| definite || told);
        // "The start", of what began.
        if event.aspect == Aspect::Begins && event.noun && event.carrier.is_none() && definite && !cluster.several() {
            return sole(BEGUN, 0);
        }
        let word = words.word(&event.lemma).filter(|_| event.noun);
        // "Within hours of the shelling", not of the raid.
        let special = word.is_some_and(|w| w.special);
        let only = || self.known.only_dated.get(&class).copied().flatten().filter(|_| !special);
        // "The disaster", whatever it was.
        let any = || sole(DISASTER, 0).filter(|_| word.is_some_and(|w| w.weak && w.disaster));
        let kind = usize::from(class);
        // "The assault" of which two accounts tell is not the shelling that is the only attack with a day.
        let narrow = cluster.several() && words.kind(class).is_some_and(|k| k.loose);
        let wider = || only().or_else(any).or_else(|| sole(kind, 0)).filter(|_| !narrow);
        let of_kind = || sole(kind, stem(&event.lemma)).or_else(wider);
        let found = (!cluster.several() || cluster.meant()).then(of_kind).flatten();
        let akin = || self.known.akin(words, article, &event.lemma).filter(|&c| definite && c != SEVERAL);
        let inside = |c: &usize| {
            let days = self.clusters[*c].joint.zip(cluster.joint);
            days.is_none_or(|((first, last), (a, b))| a <= first && last <= b)
        };
        // "The vote" of shareholders is no election.
        let decided = self.known.decided.get(&(article, e)).and_then(|&v| self.of[article][v]);
        Some(decided.or(found).or_else(akin).filter(inside).unwrap_or(own))
    }

    /// The dated event that another article tells by the same verb of somebody who takes part in this one, if it is only one.
    ///
    /// ok: `The premier, Ana Moss, [2020-07-09 conceded] defeat on 9 July. / Two days after Ana Moss [2020-07-09 conceded], a minister [2020-07-11 fled].`
    /// ok: `Police [2020-07-08 searched] the house of Ivo Brand on 8 July. / Ivo Brand was [2020-07-10 arrested] two days after his house was [2020-07-08 searched].`
    /// no: `The premier, Ana Moss, [2020-07-09 conceded] defeat on 9 July. / Two days after Ivo Brand conceded, a minister [../2020-07-15 fled].`
    fn told_by(&self, own: usize, lemma: &str) -> Option<usize> {
        let found = |x: &EntityIx| self.known.sole(STORY, WHO ^ x.ix(), word_hash(lemma) as usize);
        let mut all = self.clusters[own].participants.iter().filter_map(found).filter(|&c| c != own);
        let first = all.next()?;
        all.all(|c| c == first).then_some(first)
    }
}

/// Kind and stem as one number.
fn key(kind: usize, stem: usize) -> usize {
    kind.wrapping_mul(0x9e37_79b1) ^ stem
}

/// A word's stem as a number, never 0.
fn stem(lemma: &str) -> usize {
    super::traits::stem(lemma).bytes().fold(1, |n, b| n << 7 ^ usize::from(b))
}
