//! Which mentions tell of one event: first inside an article, then across articles.

use super::ArticleTimes;
use super::Event;
use super::unite::Days;
use crate::dates::Date;
use crate::english::English;
use crate::english::events::{Aspect, EventsWords};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::Upos;
use crate::text::{Arrange, ArticleIx, EntityIx, MentionIx};
use std::collections::BTreeMap;

/// Two accounts that date one event further apart than this many days mean two events.
///
/// ok: `A bomb [2020-07-11/2020-07-12 exploded] in Arbela on Saturday. / A bomb [2020-07-11/2020-07-12 exploded] in Arbela on Sunday.`
/// no: `A bomb [2020-07-10 exploded] in Arbela on Friday. / A bomb [2020-07-13 exploded] in Arbela on Monday.`
const APART: i32 = 2;
/// An event is dated well enough to be told from others if its days are no further apart than this.
const NARROW: i32 = 3;
/// How many groups of one kind, the nearest first, are tried.
const TRIED: usize = 24;
/// Whether a kind of event is told of one person only is asked of this many groups, the first ones.
const KNOWN: usize = 64;
/// Points from which two articles' mentions are one event.
const SAME: i32 = 3;
/// Words that share so many first letters are of one stem ("arrested", "arrest").
const STEM: usize = 4;
/// The headline and the first sentences of an article tell what it is about.
pub(super) const FRONT: usize = 3;
/// So many words before a noun can be its own phrase.
const PHRASE: usize = 7;

/// What tells one event from another.
#[derive(Clone, Debug)]
struct Traits {
    class: u16,
    /// Events of this kind come several times in one story ("met", "announced").
    repeats: bool,
    /// A verb and a noun of this kind are one event only if they are of one stem.
    strict: bool,
    persons: Vec<EntityIx>,
    /// Those of them of whom it is told: before a verb, or owning a noun ("her resignation").
    doers: Vec<EntityIx>,
    /// What those of them are called of whom no name is told: "the mayor".
    plain: Vec<String>,
    /// Bodies of which it is told: the company that bought, the party that won.
    bodies: Vec<EntityIx>,
    /// Nouns of which it is told: the coalition that collapsed, the fall of the bridge.
    topics: Vec<String>,
    /// Other participants, those that are no places first.
    others: Vec<(EntityIx, bool)>,
    lemmas: Vec<String>,
    days: Option<(Date, Date)>,
    /// Named by a noun, by a verb.
    noun: bool,
    verb: bool,
    /// "the attack", "its attack".
    definite: bool,
    /// "a second attack", "an attack".
    apart: bool,
    /// Told by the headline alone, and in the first sentence behind it.
    headline: bool,
    lead: bool,
}

/// Events of one article that are one, or of several.
#[derive(Clone, Debug)]
struct Group {
    traits: Traits,
    members: Vec<(usize, usize)>,
    /// The event of its kind that the article is about.
    leading: bool,
    /// Told at the head of its article.
    front: bool,
}

/// Groups of events, each a list of article and place, those that stand alone included; in the order of first mention.
pub(super) fn groups(
    english: &English,
    articles: &[ArticleTimes<'_>],
    days: &[Vec<Option<Days>>],
    entities: &Entities,
    background: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<(usize, usize)>> {
    let mut by_class: BTreeMap<u16, Vec<Group>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (a, article) in articles.iter().enumerate() {
        let mut here: BTreeMap<u16, Vec<Group>> = BTreeMap::new();
        for (e, own) in days[a].iter().enumerate() {
            let traits = (!article.other_story && !background(a, e))
                .then(|| traits(english, article, a, e, own.as_ref(), entities))
                .flatten();
            match traits {
                None => alone.push(vec![(a, e)]),
                Some(t) => {
                    let front = article.place(article.events[e].sentence) < FRONT && !t.apart;
                    gather(here.entry(t.class).or_default(), t, (a, e), front);
                }
            }
        }
        for (class, mut own) in here {
            lead(&mut own);
            let all = by_class.entry(class).or_default();
            let known = all.len();
            for group in own {
                // One article's events stay apart.
                let best = (0..known)
                    .rev()
                    .take(TRIED)
                    .filter(|&g| all[g].members.iter().all(|(b, _)| *b != a))
                    .filter_map(|g| Some((score(&all[g], &group)?, std::cmp::Reverse(g))))
                    .max()
                    .filter(|(points, _)| *points >= SAME);
                match best {
                    Some((_, g)) => all[g.0].take(group),
                    None => all.push(group),
                }
            }
        }
    }
    let mut out: Vec<_> = by_class.into_values().flatten().map(|g| g.members).chain(alone).collect();
    out.iter_mut().for_each(|members| members.arrange());
    out.arrange();
    out
}

impl Traits {
    fn add(&mut self, other: Traits) {
        let into = |mine: &mut Vec<EntityIx>, more: Vec<EntityIx>| {
            mine.extend(more);
            mine.arrange();
            mine.dedup();
        };
        into(&mut self.persons, other.persons);
        into(&mut self.doers, other.doers);
        into(&mut self.bodies, other.bodies);
        self.plain.extend(other.plain);
        self.plain.arrange();
        self.plain.dedup();
        self.topics.extend(other.topics);
        self.topics.arrange();
        self.topics.dedup();
        self.others.extend(other.others);
        self.others.arrange();
        self.others.dedup();
        self.lemmas.extend(other.lemmas);
        self.lemmas.arrange();
        self.lemmas.dedup();
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) if a.max(c) <= b.min(d) => Some((a.max(c), b.min(d))),
            (mine, theirs) => mine.or(theirs),
        };
        self.noun |= other.noun;
        self.verb |= other.verb;
        self.definite |= other.definite;
        self.headline &= other.headline;
    }

    /// Days between two datings; `None` if one is not dated, 0 if they meet.
    fn gap(&self, other: &Traits) -> Option<i32> {
        let ((a, b), (c, d)) = (self.days?, other.days?);
        Some((a.max(c) - b.min(d)).get_days().max(0))
    }

    fn share_person(&self, other: &Traits) -> bool {
        self.persons.iter().any(|p| other.persons.contains(p))
    }

    /// True if they are told of one body or thing.
    fn share_topic(&self, other: &Traits) -> bool {
        self.bodies.iter().any(|b| other.bodies.contains(b))
            || self.topics.iter().any(|t| other.topics.binary_search(t).is_ok())
    }

    /// True if they are told of different persons; of two whom no article names, one word is enough to be one.
    fn others_doing(&self, other: &Traits) -> bool {
        !self.doers.is_empty()
            && !other.doers.is_empty()
            && !self.doers.iter().any(|p| other.doers.contains(p))
            && !self.plain.iter().any(|p| other.plain.contains(p))
    }

    fn share_stem(&self, other: &Traits) -> bool {
        let stem = |w: &str| w.char_indices().nth(STEM).map_or(w.len(), |(i, _)| i);
        self.lemmas.iter().any(|x| other.lemmas.iter().any(|y| x[..stem(x)] == y[..stem(y)]))
    }
}

impl Group {
    fn take(&mut self, other: Group) {
        self.traits.add(other.traits);
        self.members.extend(other.members);
        self.leading |= other.leading;
        self.front |= other.front;
    }
}

/// Adds a mention to the nearest group before it that it belongs to, or opens one.
fn gather(groups: &mut Vec<Group>, traits: Traits, at: (usize, usize), front: bool) {
    let known = || groups.iter().take(KNOWN);
    let one = known().map(|g| &g.traits.doers).find(|d| !d.is_empty()).filter(|d| d.len() == 1);
    let only = one.filter(|p| known().all(|g| g.traits.doers.is_empty() || g.traits.doers == **p));
    let from = groups.len().saturating_sub(TRIED);
    let fits = |g: &usize| joins(&traits, &groups[*g].traits, only.is_some());
    // "The vote" is the one that the article began with, not the third or the next that it named since.
    let found = (from..groups.len()).rev().filter(fits).min_by_key(|&g| groups[g].traits.apart);
    match found {
        Some(g) => {
            groups[g].traits.add(traits);
            groups[g].members.push(at);
            groups[g].front |= front;
        }
        None => groups.push(Group { traits, members: vec![at], leading: false, front }),
    }
}

/// Does a mention take up an event told before it in the same article?
fn joins(m: &Traits, g: &Traits, one_person: bool) -> bool {
    if m.apart || m.gap(g).is_some_and(|days| days > 0) {
        return false;
    }
    if m.others_doing(g) {
        return false;
    }
    // The first sentence tells what the headline told.
    if g.headline && m.lead && !m.repeats && (!m.strict || m.share_stem(g)) {
        return true;
    }
    if m.share_topic(g) && m.share_stem(g) && !m.repeats {
        return true;
    }
    if m.noun {
        return (m.definite || m.share_person(g)) && (g.noun || !m.strict || m.share_stem(g));
    }
    if m.share_person(g) {
        return !m.repeats || m.share_stem(g);
    }
    if g.verb { m.persons.is_empty() && one_person && !m.repeats } else { !m.strict || m.share_stem(g) }
}

/// Marks the group that "the attack" without more words means: the one told most often, then first.
fn lead(groups: &mut [Group]) {
    let named = |g: &Group| g.traits.noun && g.traits.definite;
    let most = groups.iter().filter(|g| named(g)).map(|g| g.members.len()).max();
    if let Some(first) = groups.iter_mut().find(|g| named(g) && Some(g.members.len()) == most) {
        first.leading = true;
    }
}

/// Points for being one event; `None` if they cannot be.
fn score(g: &Group, h: &Group) -> Option<i32> {
    let (a, b) = (&g.traits, &h.traits);
    let narrow = |t: &Traits| t.days.is_some_and(|(a, b)| (b - a).get_days() <= NARROW);
    let mut points = match a.gap(b) {
        Some(0) if narrow(a) && narrow(b) => 2,
        Some(0) => 1,
        Some(days) if days > APART => return None,
        _ => 0,
    };
    if a.others_doing(b) {
        return None;
    }
    let only_nouns = !a.verb && !b.verb;
    if a.doers.iter().any(|p| b.doers.contains(p)) {
        points += if a.repeats || a.strict && !a.share_stem(b) { 1 } else { 3 };
    } else if a.share_person(b) {
        points += 1;
    } else if a.share_topic(b) {
        points += if a.repeats { 0 } else { 1 };
    } else if (!a.noun || !b.noun) && a.gap(b).is_none() {
        // Of two deeds without date and person too little is known.
        points -= 1;
    }
    points += i32::from(a.share_stem(b));
    let shared = b.others.iter().filter(|x| a.others.binary_search(x).is_ok());
    points += shared.map(|(_, place)| if *place { 1 } else { 2 }).max().unwrap_or(0);
    if g.leading && h.leading {
        points += if a.repeats { 1 } else { 2 };
    } else if g.front && h.front && !a.repeats {
        points += 1;
    }
    let places = |t: &Traits| t.others.iter().any(|(_, place)| *place);
    let meet = b.others.iter().any(|x| x.1 && a.others.binary_search(x).is_ok());
    // "the attack in one town", "the attack in another".
    if only_nouns && places(a) && places(b) && !meet && !(g.leading && h.leading) {
        points -= 2;
    }
    Some(points)
}

fn traits(
    english: &English,
    article: &ArticleTimes<'_>,
    a: usize,
    e: usize,
    days: Option<&Days>,
    entities: &Entities,
) -> Option<Traits> {
    let event = &article.events[e];
    let class = event.class?;
    let kind_of = english.events.kind(class)?;
    if event.aspect == Aspect::Ends || kind_of.aspect != Aspect::Event {
        return None;
    }
    let start = article.parse.sentence_tokens(event.trigger).start;
    let words = &english.events;
    // The words of its own phrase before it.
    let inside = |t: usize| match article.parse.upos(t) {
        Upos::Verb => article.parse.deprel(t) == Deprel::Amod,
        Upos::Punct => matches!(article.parse.form(t), "-" | "“" | "\""),
        Upos::Adp | Upos::Pron | Upos::Aux | Upos::Sconj | Upos::Cconj => {
            words.definite.contains(&article.parse.form(t).to_lowercase().as_str())
        }
        _ => true,
    };
    let phrase = (start..event.trigger).rev().take(PHRASE).take_while(|&t| inside(t));
    let phrase: Vec<String> = phrase.map(|t| article.parse.form(t).to_lowercase()).collect();
    let near = |list: &[&str]| phrase.iter().any(|w| list.binary_search(&w.as_str()).is_ok());
    // Several events are none.
    if event.noun && words.is_plural(article.parse.form(event.trigger), &event.lemma) {
        return None;
    }
    let definite = event.noun && (near(words.definite) || possessed(words, article, event) || event.trigger == start);
    // "the Cobra operation" is another than "the operation"; "the April quake" need not be.
    let named = event.noun && event.trigger > start + 1 && {
        let form = article.parse.form(event.trigger - 1);
        form.starts_with(char::is_uppercase) && !possessed(words, article, event) && !article.timed(event.trigger - 1)
    };
    let of = |m: MentionIx| entities.of(ArticleIx::new(a), m);
    let kind = |x: EntityIx| entities.entities[x.ix()].kind;
    let mut others: Vec<_> = (event.participants.iter().filter_map(|m| of(*m)))
        .filter(|x| !matches!(kind(*x), EntityType::Person | EntityType::Norp))
        .map(|x| (x, matches!(kind(x), EntityType::Gpe | EntityType::Loc)))
        .collect();
    others.arrange();
    others.dedup();
    let persons = persons(words, article, a, e, entities);
    let (bodies, mut topics) = topics(article, a, event, entities);
    let plain: Vec<String> = if event.noun { Vec::new() } else { unnamed(article, a, event, &persons, entities) };
    topics.extend(plain.iter().cloned());
    topics.arrange();
    topics.dedup();
    let sentence = article.place(event.sentence);
    let first = article.parse.sentences()[0].tokens.clone();
    let has_headline = first.end == 0 || article.parse.upos(first.end - 1) != Upos::Punct;
    Some(Traits {
        headline: has_headline && sentence == 0,
        lead: has_headline && sentence == 1,
        bodies,
        topics,
        plain,
        class,
        repeats: kind_of.repeats,
        strict: kind_of.repeats || kind_of.loose,
        doers: if event.noun { owner(words, article, a, event, entities) } else { persons.clone() },
        persons,
        others,
        lemmas: vec![event.lemma.clone()],
        days: days.map(|d| (d.first, d.last)),
        noun: event.noun,
        verb: !event.noun,
        definite: definite && !named,
        apart: event.noun && (near(words.another) || named),
    })
}

/// What a verb is told of, or a noun is of: bodies by their names, all else by its noun.
fn topics(article: &ArticleTimes<'_>, a: usize, event: &Event, entities: &Entities) -> (Vec<EntityIx>, Vec<String>) {
    let parse = &article.parse;
    let of = |c: &usize| match parse.deprel(*c) {
        Deprel::Nsubj | Deprel::NsubjPass => !event.noun,
        Deprel::Nmod | Deprel::NmodPoss => event.noun && *c + PHRASE > event.trigger && *c < event.trigger + PHRASE,
        _ => false,
    };
    let mentions = &article.mentions.mentions;
    let (mut bodies, mut nouns) = (Vec::new(), Vec::new());
    for c in parse.children(event.trigger).filter(of) {
        let next = mentions.partition_point(|m| m.tokens.end <= c);
        let named = mentions.get(next).filter(|m| m.tokens.contains(&c)).map(|_| MentionIx::new(next));
        match named.and_then(|m| entities.of(ArticleIx::new(a), m)) {
            Some(x) if entities.entities[x.ix()].kind == EntityType::Org => bodies.push(x),
            Some(_) => {}
            None if parse.upos(c) == Upos::Noun => nouns.push(parse.lemma(c).to_lowercase()),
            None => {}
        }
    }
    // Where the tree hangs it elsewhere, the noun right before the verb: "after the bridge collapsed".
    let beside = event.trigger.checked_sub(1).filter(|&t| !event.noun && parse.upos(t) == Upos::Noun);
    nouns.extend(beside.map(|t| parse.lemma(t).to_lowercase()));
    bodies.arrange();
    nouns.arrange();
    nouns.dedup();
    (bodies, nouns)
}

/// The nouns for those of some persons who are named nowhere.
fn unnamed(
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    persons: &[EntityIx],
    entities: &Entities,
) -> Vec<String> {
    let mut out = Vec::new();
    for &m in &event.participants {
        let mention = &article.mentions.mentions[m.ix()];
        let Some(x) = entities.of(ArticleIx::new(a), m).filter(|x| persons.contains(x)) else { continue };
        let all = &entities.entities[x.ix()].mentions;
        let here = all.partition_point(|(b, _)| b.ix() < a);
        let mut here = all[here..].iter().take(KNOWN).take_while(|(b, _)| b.ix() == a);
        let name = |m: &MentionIx| article.mentions.mentions[m.ix()].kind == MentionKind::Name;
        if mention.kind == MentionKind::Nominal && !here.any(|(_, m)| name(m)) {
            out.push(article.parse.lemma(mention.head).to_lowercase());
        }
    }
    out.arrange();
    out.dedup();
    out
}

/// "Rehn's arrest".
fn possessed(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    event.trigger > 0 && words.genitives.contains(&article.parse.form(event.trigger - 1))
}

/// The person who owns a noun: "Rehn's arrest", "his arrest".
fn owner(
    words: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> Vec<EntityIx> {
    let next_to = |m: &&MentionIx| {
        let end = article.mentions.mentions[m.ix()].tokens.end;
        end == event.trigger || end + 1 == event.trigger && possessed(words, article, event)
    };
    let all = event.participants.iter().filter(next_to).filter_map(|m| entities.of(ArticleIx::new(a), *m));
    all.filter(|x| entities.entities[x.ix()].kind == EntityType::Person).collect()
}

/// Where the clause of a verb begins that has a noun of its own right before it: "after the bridge collapsed".
///
/// ok: `The mayor [2020-07-12 fled] two days after the bridge [2020-07-10 collapsed] on Friday. / A mayor prayed after the bridge [2020-07-10 collapsed].`
pub(super) fn own_clause(words: &EventsWords, article: &ArticleTimes<'_>, verb: usize, start: usize) -> usize {
    let parse = &article.parse;
    let small = |t: &usize| matches!(parse.upos(*t), Upos::Aux | Upos::Adv | Upos::Part);
    let subject = (start..verb).rev().find(|t| !small(t)).filter(|&t| parse.upos(t).is_nominal() && !article.timed(t));
    let Some(subject) = subject else { return start };
    let opens = |t: &usize| {
        let form = parse.form(*t).to_lowercase();
        words.clause_openers.binary_search(&form.as_str()).is_ok()
    };
    (start..subject).rev().take(PHRASE).find(opens).unwrap_or(start)
}

/// The persons whom an event is told of: for a verb the one nearest before it, else all that its clause names.
fn persons(words: &EventsWords, article: &ArticleTimes<'_>, a: usize, e: usize, entities: &Entities) -> Vec<EntityIx> {
    let event = &article.events[e];
    let start = article.parse.sentence_tokens(event.trigger).start;
    let own = if event.noun { start } else { own_clause(words, article, event.trigger, start) };
    let mut found: Vec<(usize, EntityIx)> = (event.participants.iter())
        .filter_map(|m| Some((article.mentions.mentions[m.ix()].tokens.start, entities.of(ArticleIx::new(a), *m)?)))
        .filter(|(t, x)| *t >= own && entities.entities[x.ix()].kind == EntityType::Person)
        .collect();
    if found.is_empty() && !event.noun && own == start {
        found.extend(subject_before(article, a, event, entities));
    }
    if !event.noun {
        let before = found.iter().filter(|(t, _)| *t < event.trigger).max().copied();
        found = before.or_else(|| found.iter().min().copied()).into_iter().collect();
    }
    let mut out: Vec<_> = found.into_iter().map(|(_, x)| x).collect();
    out.arrange();
    out.dedup();
    out
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
