//! By what an event is known: its kind, who takes part, what it is of, its words and days.

use super::unite::Days;
use super::{ArticleTimes, Event};
use crate::dates::Date;
use crate::english::English;
use crate::english::events::{Aspect, EventsWords};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{ArticleIx, EntityIx, MentionIx};

/// The headline and the first sentences of an article tell what it is about.
pub(super) const FRONT: usize = 3;
/// Words that share so many first letters are of one stem ("arrested", "arrest").
const STEM: usize = 4;
/// So many words before a noun can be its own phrase.
const PHRASE: usize = 7;
/// Of one entity so many mentions are looked over for a name.
const NAMED: usize = 64;

/// What tells one event from another.
#[derive(Clone, Debug)]
pub(super) struct Traits {
    pub(super) class: u16,
    /// Events of this kind come several times in one story ("met", "announced").
    pub(super) repeats: bool,
    /// Known by the one it happens to.
    pub(super) undergone: bool,
    /// A verb and a noun of this kind are one event only if they are of one stem.
    pub(super) strict: bool,
    pub(super) persons: Vec<EntityIx>,
    /// Those of them of whom it is told: before a verb, or owning a noun ("her resignation").
    pub(super) doers: Vec<EntityIx>,
    /// What those of them are called of whom no name is told: "the mayor".
    pub(super) plain: Vec<String>,
    /// Bodies of which it is told: the company that bought, the party that won.
    pub(super) bodies: Vec<EntityIx>,
    /// Nouns of which it is told: the coalition that collapsed, the fall of the bridge.
    pub(super) topics: Vec<String>,
    /// Other participants, those that are no places first.
    pub(super) others: Vec<(EntityIx, bool)>,
    pub(super) lemmas: Vec<String>,
    pub(super) days: Option<(Date, Date)>,
    /// Named by a noun, by a verb.
    pub(super) noun: bool,
    pub(super) verb: bool,
    /// "the attack", "its attack".
    pub(super) definite: bool,
    /// "a second attack", "an attack".
    pub(super) apart: bool,
    /// The word that sets it apart: "first" of "the first attack".
    pub(super) which: Option<String>,
    /// The kind of event that a verb tells of: "the merger was announced".
    pub(super) matter: Option<u16>,
    /// Its subject is a pronoun: "an hour before it sank".
    pub(super) pronoun: bool,
    /// Told by the headline alone, and in the first sentence behind it.
    pub(super) headline: bool,
    pub(super) lead: bool,
}

impl Traits {
    pub(super) fn add(&mut self, other: Traits) {
        let into = |mine: &mut Vec<EntityIx>, more: Vec<EntityIx>| {
            mine.extend(more);
            mine.sort_unstable();
            mine.dedup();
        };
        into(&mut self.persons, other.persons);
        into(&mut self.doers, other.doers);
        into(&mut self.bodies, other.bodies);
        self.plain.extend(other.plain);
        self.plain.sort_unstable();
        self.plain.dedup();
        self.topics.extend(other.topics);
        self.topics.sort_unstable();
        self.topics.dedup();
        self.others.extend(other.others);
        self.others.sort_unstable();
        self.others.dedup();
        self.lemmas.extend(other.lemmas);
        self.lemmas.sort_unstable();
        self.lemmas.dedup();
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) if a.max(c) <= b.min(d) => Some((a.max(c), b.min(d))),
            (mine, theirs) => mine.or(theirs),
        };
        self.matter = self.matter.or(other.matter);
        self.noun |= other.noun;
        self.verb |= other.verb;
        self.definite |= other.definite;
        self.headline &= other.headline;
    }

    /// Days between two datings; `None` if one is not dated, 0 if they meet.
    pub(super) fn gap(&self, other: &Traits) -> Option<i32> {
        let ((a, b), (c, d)) = (self.days?, other.days?);
        Some((a.max(c) - b.min(d)).get_days().max(0))
    }

    pub(super) fn share_person(&self, other: &Traits) -> bool {
        self.persons.iter().any(|p| other.persons.contains(p))
    }

    /// True if they are told of one body or thing.
    pub(super) fn share_topic(&self, other: &Traits) -> bool {
        self.bodies.iter().any(|b| other.bodies.contains(b))
            || self.topics.iter().any(|t| other.topics.binary_search(t).is_ok())
    }

    /// True if they are told of different persons; of two whom no article names, one word is enough to be one.
    pub(super) fn others_doing(&self, other: &Traits) -> bool {
        !self.doers.is_empty()
            && !other.doers.is_empty()
            && !self.doers.iter().any(|p| other.doers.contains(p))
            && !self.plain.iter().any(|p| other.plain.contains(p))
    }

    pub(super) fn share_stem(&self, other: &Traits) -> bool {
        let stem = |w: &str| w.char_indices().nth(STEM).map_or(w.len(), |(i, _)| i);
        self.lemmas.iter().any(|x| other.lemmas.iter().any(|y| x[..stem(x)] == y[..stem(y)]))
    }
}

/// The traits of an event mention; `None` for one that is never united with another.
pub(super) fn traits(
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
    let which = phrase.iter().find(|w| words.another.binary_search(&w.as_str()).is_ok()).cloned();
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
    others.sort_unstable();
    others.dedup();
    let persons = persons(words, article, a, e, entities);
    let (bodies, mut topics) = topics(article, a, event, entities);
    let plain: Vec<String> = if event.noun { Vec::new() } else { unnamed(article, a, event, &persons, entities) };
    topics.extend(plain.iter().cloned());
    topics.sort_unstable();
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
        undergone: kind_of.undergone,
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
        matter: matter(words, article, event),
        which: which.filter(|_| event.noun),
        pronoun: !event.noun && subject_word(article, event).is_some_and(|t| article.parse.upos(t) == Upos::Pron),
    })
}

/// What stands right before a verb and its auxiliaries.
fn subject_word(article: &ArticleTimes<'_>, event: &Event) -> Option<usize> {
    let start = article.parse.sentence_tokens(event.trigger).start;
    let small = |t: &usize| matches!(article.parse.upos(*t), Upos::Aux | Upos::Adv | Upos::Part);
    (start..event.trigger).rev().find(|t| !small(t))
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
    bodies.sort_unstable();
    nouns.sort_unstable();
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
        let mut here = all[here..].iter().take(NAMED).take_while(|(b, _)| b.ix() == a);
        let name = |m: &MentionIx| article.mentions.mentions[m.ix()].kind == MentionKind::Name;
        if mention.kind == MentionKind::Nominal && !here.any(|(_, m)| name(m)) {
            out.push(article.parse.lemma(mention.head).to_lowercase());
        }
    }
    out.sort_unstable();
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
    if let Some(x) = undergoes(words, article, a, event, entities) {
        return vec![x];
    }
    if let Some(before) = antecedent(words, article, event) {
        let person = |x: &EntityIx| entities.entities[x.ix()].kind == EntityType::Person;
        let told = entities.of(ArticleIx::new(a), before).filter(person);
        // "a company which was founded by her"
        if told.is_some() || !article.parse.feats(event.trigger).has(Feats::PASSIVE) {
            return told.into_iter().collect();
        }
    }
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
    out.sort_unstable();
    out.dedup();
    out
}

/// "A judge sentenced Rehn": the person to whom it happens, by whom it is known in every account.
///
/// ok: `The banker Paul Rehn was [2020-07-13 sentenced] on Monday. / A judge [2020-07-13 sentenced] Paul Rehn to six years. A strike began.`
/// ok: `Divers [2020-07-13 rescued] Ana Holt on Monday. / Ana Holt was [2020-07-13 rescued] after two days in a cave.`
fn undergoes(
    words: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> Option<EntityIx> {
    let parse = &article.parse;
    words.kind(event.class?).filter(|k| k.undergone && !event.noun)?;
    // What has an object is no passive, whatever the tagger took it for.
    let active = parse.child(event.trigger, Deprel::AuxPass).is_none();
    let object = parse.child(event.trigger, Deprel::Obj).unwrap_or(event.trigger + 1);
    let of = |m: &&MentionIx| active && article.mentions.mentions[m.ix()].tokens.contains(&object);
    let mentions = event.participants.iter().filter(of);
    let all = mentions.filter_map(|m| entities.of(ArticleIx::new(a), *m));
    all.filter(|x| entities.entities[x.ix()].kind == EntityType::Person).last()
}

/// The kind of event that a verb tells of: "the merger was announced", "announced a merger".
fn matter(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<u16> {
    let parse = &article.parse;
    let of = |c: &usize| matches!(parse.deprel(*c), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj);
    let noun = |t: usize| words.word(&parse.lemma(t).to_lowercase()).filter(|w| w.noun && w.aspect == Aspect::Event);
    let beside = subject_word(article, event).into_iter();
    let all = beside.chain(parse.children(event.trigger).filter(of)).filter_map(noun);
    all.map(|w| w.class).next().filter(|_| !event.noun)
}

/// "The ferry Queen Isla, which sank with 180 people aboard": of whom or what a clause tells that hangs on a name.
///
/// ok: `The ferry Queen Isla, which sank last weekend with 180 people aboard, was old. / The ferry Queen Isla [2020-07-12 sank] on Sunday.`
fn antecedent(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<MentionIx> {
    let parse = &article.parse;
    let link = subject_word(article, event).filter(|_| !event.noun)?;
    if !words.openers.contains(&parse.form(link).to_lowercase().as_str()) {
        return None;
    }
    let end = link - usize::from(link > 0 && parse.form(link - 1) == ",");
    let mentions = &article.mentions.mentions;
    let behind = mentions.partition_point(|m| m.tokens.start < end);
    (behind.saturating_sub(2)..behind).rev().find(|&m| mentions[m].tokens.end == end).map(MentionIx::new)
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
