//! One timeline from all articles.

use super::traits::FRONT;
use super::unite::{self, BACKGROUND, Cluster, Clusters, Conflict};
use super::{Entry, EntryMention, Event, Timeline, Told, floating, labels, place, planned, publish};
use crate::articles::Published;
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::Aspect;
use crate::entities::{Entities, Mentions};
use crate::syntax::Parse;
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, ArticleIx, BlockKind, SentenceIx, Span};
use crate::times::{self, Anchor, SELF, Timex};
use std::collections::{BTreeMap, BTreeSet};

/// Of so many mentions the best label is taken.
const LABELS: usize = 40;
/// What no one dates is shown where the order of things leaves it no more days than this.
const BETWEEN: i32 = 45;
/// The headline and the first sentence tell what an article is about.
const LEAD: usize = 2;
/// With so many entries of one clause an entry is compared.
const RIVALS: usize = 16;

/// What the timeline needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct ArticleTimes<'a> {
    /// Its words.
    pub parse: Parse<'a>,
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// Its expressions, resolved inside the article.
    pub timexes: &'a [Timex],
    /// Its events.
    pub events: &'a [Event],
    /// Its publication date, as far as it tells itself.
    pub published: &'a Published,
    /// True if it is about something else than the dossier.
    pub other_story: bool,
}

impl ArticleTimes<'_> {
    /// True if a token is part of an expression.
    pub(super) fn timed(&self, t: usize) -> bool {
        let next = self.timexes.partition_point(|x| x.tokens.end <= t);
        self.timexes.get(next).is_some_and(|x| x.tokens.contains(&t))
    }

    /// How many sentences stand before one that tells something; a dateline is none.
    pub(super) fn place(&self, sentence: SentenceIx) -> usize {
        let sentences = &self.parse.sentences()[..sentence.ix()];
        sentence.ix() - sentences.iter().take(FRONT).filter(|s| s.kind == BlockKind::Dateline).count()
    }
}

/// Unites events across articles and dates them jointly.
pub fn timeline(english: &English, articles: &[ArticleTimes<'_>], entities: &Entities) -> Timeline {
    let told = reckon(english, articles, entities);
    floating::order(english, articles, entities, told)
}

/// The timeline as far as dates go.
pub(super) fn reckon(english: &English, articles: &[ArticleTimes<'_>], entities: &Entities) -> Timeline {
    let mut published: Vec<Published> = articles.iter().map(|a| a.published.clone()).collect();
    let mut timexes: Vec<Vec<Timex>> = articles.iter().map(|a| a.timexes.to_vec()).collect();
    let mut done = published.clone();

    let shares = |a: usize, e: usize| shares_story(articles, entities, a, e);
    publish::looking_back(articles, &timexes, shares, &mut published);
    let guessed = publish::by_neighbours(articles, &mut published);
    publish::later(articles, &timexes, &guessed, false, &mut published);
    resolve_again(english, articles, &published, &mut done, &mut timexes);
    publish::by_own_days(articles, &timexes, &mut published);
    resolve_again(english, articles, &published, &mut done, &mut timexes);
    let story = publish::window(articles, &published).map(|(first, _)| first);
    let clusters = unite::unite(english, articles, &timexes, &published, entities, story);
    publish::by_weekdays(articles, &timexes, &clusters, &mut published);
    publish::by_week(articles, &timexes, &mut published);
    resolve_again(english, articles, &published, &mut done, &mut timexes);

    let mut unplaced = guessed.contains(&true).then(|| timexes.clone());
    let mut clusters = loop {
        let mut clusters = unite::unite(english, articles, &timexes, &published, entities, story);
        place::place(english, articles, &published, story, &mut clusters, &mut timexes);
        // What is counted may show that an article came out later than was guessed.
        match unplaced.take() {
            Some(unplaced) if publish::later(articles, &timexes, &guessed, true, &mut published) => timexes = unplaced,
            _ => break clusters,
        }
        resolve_again(english, articles, &published, &mut done, &mut timexes);
    };
    planned::mark(english, articles, &published, &mut clusters);
    for (a, own) in timexes.iter_mut().enumerate() {
        publish::stamp(&articles[a], &published[a], own);
        for timex in own {
            match &mut timex.anchor {
                Anchor::Timex(of, _) if *of == SELF => *of = ArticleIx::new(a),
                _ => {}
            }
        }
    }
    let entries = entries(english, articles, &clusters, entities, story);
    Timeline { timexes, published, entries }
}

/// Resolves anew where the publication date has changed.
fn resolve_again(
    english: &English,
    articles: &[ArticleTimes<'_>],
    published: &[Published],
    done: &mut [Published],
    timexes: &mut [Vec<Timex>],
) {
    for (a, article) in articles.iter().enumerate() {
        if published[a] != done[a] {
            let Parse { text, tokens, tags, .. } = article.parse;
            times::resolve(english, text, tokens, tags, &published[a], &mut timexes[a]);
            done[a] = published[a].clone();
        }
    }
}

/// True if an article of the story tells of the same kind of event with a participant in common.
fn shares_story(articles: &[ArticleTimes<'_>], entities: &Entities, a: usize, e: usize) -> bool {
    let who = |a: usize, event: &Event| -> Vec<_> {
        event.participants.iter().filter_map(|m| entities.of(ArticleIx::new(a), *m)).collect()
    };
    let event = &articles[a].events[e];
    let mine = who(a, event);
    event.class.is_some()
        && articles.iter().enumerate().any(|(b, other)| {
            b != a
                && !other.other_story
                && other.events.iter().any(|f| f.class == event.class && who(b, f).iter().any(|x| mine.contains(x)))
        })
}

fn entries(
    english: &English,
    articles: &[ArticleTimes<'_>],
    clusters: &Clusters,
    entities: &Entities,
    story: Option<Date>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // That someone said something is no event of the story.
    let told = |e: &Event| e.noun || english.events.speech.binary_search(&e.lemma.as_str()).is_err();
    // Clauses that dated events tell of already.
    let dated = clusters.clusters.iter().filter(|c| c.joint.is_some());
    let dated = dated.flat_map(|c| c.mentions.iter().filter(move |m| m.fact || c.planned));
    let mut covered: BTreeMap<(ArticleIx, Span), Vec<usize>> = BTreeMap::new();
    // Articles of which a dated event is told right behind the headline.
    let mut begun: BTreeSet<ArticleIx> = BTreeSet::new();
    let event = |m: &unite::Mentioned| event_of(articles, m);
    for m in dated {
        covered.entry((m.article, event(m).clause)).or_default().push(event(m).trigger);
        if (1..=LEAD).contains(&articles[m.article.ix()].place(event(m).sentence)) {
            begun.insert(m.article);
        }
    }
    for cluster in &clusters.clusters {
        let real = cluster.planned
            || cluster.mentions.iter().any(|m| m.fact || m.alleged) && cluster.mentions.iter().any(|m| told(event(m)));
        if !real {
            continue;
        }
        let own = |m: &unite::Mentioned| {
            let beside = covered.get(&(m.article, event(m).clause));
            let told_of = |t: &usize| same_clause(english, &articles[m.article.ix()], event(m).trigger, *t);
            event(m).aspect == Aspect::Event && !beside.is_some_and(|all| all.iter().take(RIVALS).any(told_of))
        };
        let between = cluster.bounds.both().is_some_and(|(a, b)| (b - a).get_days() <= BETWEEN);
        let placed = (between || leads(articles, cluster)) && cluster.mentions.iter().any(own);
        let dated = cluster.last().is_some();
        // What several tell only in clauses of other, dated events is no entry beside those.
        let told = dated || !cluster.alleged() && (cluster.several() && cluster.mentions.iter().any(own) || placed);
        if told && !only_pictured(articles, cluster) && (dated || !only_headlines(articles, cluster, &begun)) {
            entries.push(entry(english, articles, cluster, entities, story));
        }
    }
    place_undated(articles, &mut entries);
    let mut entries = merge_doubles(articles, entries);
    entries.arrange_by(|a, b| {
        let key = |e: &Entry| {
            (
                // What is only known to have happened by a day stands before what happened on it.
                e.range.earliest.or(e.range.latest).is_none(),
                e.range.earliest.or(e.range.latest),
                e.range.earliest.is_some(),
                e.range.latest,
                e.mentions.first().map(|m| (m.article, m.span)),
            )
        };
        key(a).cmp(&key(b))
    });
    entries
}

/// True if no connective stands between two words: "completed its takeover", not "resigned after the vote".
fn same_clause(english: &English, article: &ArticleTimes<'_>, a: usize, b: usize) -> bool {
    let opens = |t: usize| article.parse.says(t, &english.events.clause_openers);
    !(a.min(b)..a.max(b)).any(opens)
}

/// The event of a mention.
fn event_of<'a>(articles: &[ArticleTimes<'a>], m: &unite::Mentioned) -> &'a Event {
    &articles[m.article.ix()].events[m.event.ix()]
}

/// True for an event that only headlines tell, over articles whose first sentences date what they are about.
///
/// ok: `Mayor resigns over bridge / The bridge [2020-07-13 fell] on Monday.`
fn only_headlines(articles: &[ArticleTimes<'_>], cluster: &Cluster, leads: &BTreeSet<ArticleIx>) -> bool {
    cluster.mentions.iter().all(|m| {
        let sentence = event_of(articles, m).sentence.ix();
        articles[m.article.ix()].parse.sentences()[sentence].kind == BlockKind::Headline && leads.contains(&m.article)
    })
}

/// True for what only the words beside a picture tell, in the present: it shows the moment, and is no step of the story.
///
/// ok: `The ministers [2020-07-12 met] in Vienna on Sunday. (AP Photo/Jon Hale)`
/// no: `FILE - Milan Dvor [- leaves] a court in Brod on March 3, 2019. (AP Photo/Jon Hale)`
fn only_pictured(articles: &[ArticleTimes<'_>], cluster: &Cluster) -> bool {
    cluster.mentions.iter().all(|m| {
        let (parse, event) = (articles[m.article.ix()].parse, event_of(articles, m));
        let feats = parse.feats(event.trigger);
        let present = !event.noun && (feats.has(Feats::PRESENT) || feats.has(Feats::ING));
        present && parse.sentences()[event.sentence.ix()].kind == BlockKind::Caption
    })
}

/// True for an event of a known kind that an article of the story begins with.
fn leads(articles: &[ArticleTimes<'_>], cluster: &Cluster) -> bool {
    cluster.class.is_some()
        && cluster.mentions.iter().any(|m| {
            let article = &articles[m.article.ix()];
            m.fact && !article.other_story && article.place(event_of(articles, m).sentence) < LEAD
        })
}

/// Two words of one clause can name what it tells ("she won the election"): the entry told more often stays.
///
/// ok: `Omar Bello was [2020-07-10 arrested] on 10 July. / Soldiers [2020-07-10 seized] the palace on Friday and [2020-07-10 arrested] the president, Omar Bello.`
fn merge_doubles(articles: &[ArticleTimes<'_>], entries: Vec<Entry>) -> Vec<Entry> {
    // Of one clause and day; where accounts exclude each other, by the words that tell the day.
    let day = |e: usize, m: &EntryMention| {
        let told = || articles[m.article.ix()].timexes[m.timex?.ix()].range.as_ref();
        let e = &entries[e];
        if e.date_conflict.is_some() { told().map(|r| r.edtf.as_str()) } else { Some(e.range.edtf.as_str()) }
    };
    let mut by_clause: BTreeMap<(ArticleIx, Span, &str), Vec<usize>> = BTreeMap::new();
    for (i, e) in entries.iter().enumerate() {
        for m in &e.mentions {
            let Some(day) = day(i, m) else { continue };
            by_clause.entry((m.article, m.span, day)).or_default().push(i);
        }
    }
    // Mentions stand in the order of articles and words.
    let holds = |large: &[EntryMention], m: &EntryMention| {
        let at = large.partition_point(|n| (n.article, n.span.start) < (m.article, m.span.start));
        large.get(at).is_some_and(|n| (n.article, n.span) == (m.article, m.span))
    };
    let inside = |i: usize, j: usize| {
        let (small, large) = (&entries[i].mentions, &entries[j].mentions);
        (small.len() < large.len() || small.len() == large.len() && j < i) && small.iter().all(|m| holds(large, m))
    };
    // "Seized power and arrested the leader" are two.
    let two_deeds = |m: &EntryMention, j: usize| {
        let Some(n) = entries[j].mentions.iter().find(|n| (n.article, n.span) == (m.article, m.span)) else {
            return false;
        };
        let parse = &articles[m.article.ix()].parse;
        let verb = |m: &EntryMention| {
            Some(&articles[m.article.ix()].events[m.event.ix()]).filter(|e| !e.noun).map(|e| e.trigger)
        };
        verb(m).zip(verb(n)).is_some_and(|(x, y)| x != y && parse.upos(x.max(y) - 1) == Upos::Cconj)
    };
    let keep: Vec<bool> = (0..entries.len())
        .map(|i| {
            let Some(m) = entries[i].mentions.first().filter(|_| entries[i].date_conflict.is_none()) else {
                return true;
            };
            let Some(rivals) = by_clause.get(&(m.article, m.span, entries[i].range.edtf.as_str())) else { return true };
            !rivals.iter().take(RIVALS).any(|&j| j != i && inside(i, j) && !two_deeds(m, j))
        })
        .collect();
    entries.into_iter().zip(keep).filter_map(|(e, keep)| keep.then_some(e)).collect()
}

fn entry(
    english: &English,
    articles: &[ArticleTimes<'_>],
    cluster: &Cluster,
    entities: &Entities,
    story: Option<Date>,
) -> Entry {
    let event = |m: &unite::Mentioned| event_of(articles, m);
    let mentions: Vec<EntryMention> = (cluster.mentions.iter())
        .map(|m| EntryMention {
            article: m.article,
            span: event(m).clause,
            trigger: event(m).span,
            event: m.event,
            timex: m.days.as_ref().map(|d| d.timex),
            told: if m.fact { Told::Fact } else { event(m).told },
        })
        .collect();
    let range = cluster.joint.map_or_else(|| cluster.bounds.range(), unite::range);
    // The mention that says who did what, tells it as fact and dates it describes it best.
    let labels = cluster.mentions.iter().take(LABELS).map(|m| {
        let (label, lacks) =
            labels::label(&english.events, &articles[m.article.ix()], m.article.ix(), event(m), entities);
        // What is only denied is told by nobody.
        let denied = event(m).told == Told::Unreal;
        ((!m.fact, denied, lacks, m.days.is_none(), m.article, m.event), label)
    });
    let label = labels.min().map(|(_, label)| label).unwrap_or_default();
    let alleged = cluster.alleged();
    let mood = &english.events.mood;
    let label = match (alleged, cluster.planned) {
        (true, _) => format!("{}{label}", mood.alleged_label),
        (_, true) => format!("{}{label}", mood.planned_label),
        _ => label,
    };
    let background = match (range.latest, story) {
        (Some(latest), Some(story)) => (story - latest).get_days() > BACKGROUND,
        _ => false,
    };
    Entry {
        range,
        label,
        background,
        alleged,
        planned: cluster.planned,
        other_story: cluster.mentions.iter().all(|m| articles[m.article.ix()].other_story),
        mentions,
        participants: cluster.participants.clone(),
        date_conflict: cluster.conflict.as_ref().map(|why| match why {
            Conflict::Days(a, b) => english.events.conflict(a, b),
            Conflict::Circle => english.events.circle(),
            Conflict::Order { before, other } => english.events.disorder(*before, other),
        }),
    }
}

/// An event that nobody dates lies between the dated ones told before and after it.
///
/// ok: `The mayor [2020-07-13 fled] on Monday. The bridge [../2020-07-15 collapsed] on 31 June. The mayor [2020-07-13 resigned] on Monday.`
fn place_undated(articles: &[ArticleTimes<'_>], entries: &mut [Entry]) {
    let dated: Vec<(ArticleIx, Span, DayRange)> = (entries.iter())
        .filter(|e| e.range.earliest.is_some() && !e.background && !e.other_story)
        .flat_map(|e| e.mentions.iter().map(|m| (m.article, m.span, e.range.clone())))
        .collect();
    for entry in entries.iter_mut().filter(|e| e.range.earliest.is_none()) {
        let Some(first) = entry.mentions.first() else { continue };
        // Told of a day that there is not.
        let told = articles[first.article.ix()].events[first.event.ix()].time;
        if told.is_some_and(|t| articles[first.article.ix()].timexes[t.ix()].impossible) {
            continue;
        }
        let here = dated.iter().filter(|(a, ..)| *a == first.article);
        let before = here.clone().filter(|(_, s, _)| s.start < first.span.start).max_by_key(|(_, s, _)| s.start);
        let after = here.filter(|(_, s, _)| s.start > first.span.start).min_by_key(|(_, s, _)| s.start);
        let earliest = before.and_then(|(.., r)| r.earliest);
        let latest = after.and_then(|(.., r)| r.latest);
        // What it can have been anyway stays the bound.
        let latest = latest.map(|b| entry.range.latest.map_or(b, |c| b.min(c)));
        if let (Some(a), Some(b)) = (earliest, latest)
            && a <= b
        {
            entry.range = DayRange::between(a, b);
        }
    }
}
