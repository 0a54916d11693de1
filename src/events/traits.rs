//! By what an event is known: its kind, who takes part, what it is of, its words and days.

use super::identity::NARROW;
use super::known::decided;
use super::mood::next_word;
use super::unite::Days;
use super::whom::{has_name, matter, own_clause, owner, persons, possessed, subject_word, topics, unnamed};
use super::{ArticleTimes, Event, deeds, once};
use crate::dates::Date;
use crate::english::English;
use crate::english::events::{Aspect, EventsWords};
use crate::entities::{Entities, EntityType};
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{ArticleIx, EntityIx, MentionIx, back, sort_unique, word_hash};

/// The headline and the first sentences of an article tell what it is about.
pub(super) const FRONT: usize = 3;
/// Words that share so many first letters are of one stem ("arrested", "arrest").
const STEM: usize = 4;
/// So many words before a noun can be its own phrase.
pub(super) const PHRASE: usize = 7;
/// Of one entity so many mentions are looked over for a name.
pub(super) const NAMED: usize = 64;

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
    /// What those are called of whom it is told, in two words or more: "defence minister".
    pub(super) called: Vec<String>,
    /// What it is done to, and the noun of who does it.
    pub(super) thing: Option<String>,
    pub(super) subject: Option<String>,
    /// That it is done to is one and known: "the plant".
    pub(super) firm: bool,
    /// The last word of it, and whether that is a name: "the price of oil", "the city of Hama".
    pub(super) detail: Option<(u64, bool)>,
    /// The last of several, or the first: "last visited".
    pub(super) rare: bool,
    /// That it began is told.
    pub(super) begins: bool,
    /// One of several: "met again".
    pub(super) series: bool,
    /// In a clause of time, which tells of what is known: "a day before the inquiry was opened".
    pub(super) retold: bool,
    /// Its subject was not spoken of before: "a fire killed".
    pub(super) fresh: bool,
    /// Names one way of its kind: "the shelling".
    pub(super) special: bool,
    /// One of its kind by what it is of: "the capture of Ezra".
    pub(super) of: bool,
    /// Each of several does it for himself, and this tells who does.
    pub(super) each: bool,
    /// Of its kind only where the article is about such an event.
    pub(super) weak: bool,
    /// Befalls nobody twice.
    pub(super) once: bool,
    /// Bodies of which it is told: the company that bought, the party that won.
    pub(super) bodies: Vec<EntityIx>,
    /// Nouns of which it is told: the coalition that collapsed, the fall of the bridge.
    pub(super) topics: Vec<String>,
    /// Other participants, those that are no places first.
    pub(super) others: Vec<(EntityIx, bool)>,
    /// Those of all of them, but for places, whom the article names.
    pub(super) named: Vec<EntityIx>,
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
    pub(super) which: Option<u64>,
    /// The kind of event that a verb tells of: "the merger was announced".
    pub(super) matter: Option<u16>,
    /// Its subject is a pronoun: "an hour before it sank".
    pub(super) pronoun: bool,
    /// For votes: true if it is one of the people, false if one of a parliament or board.
    pub(super) public: Option<bool>,
    /// Told by the headline alone, and in the first sentence behind it.
    pub(super) headline: bool,
    pub(super) lead: bool,
}

impl Traits {
    pub(super) fn add(&mut self, other: Traits) {
        into(&mut self.persons, other.persons);
        into(&mut self.doers, other.doers);
        into(&mut self.bodies, other.bodies);
        into(&mut self.named, other.named);
        into(&mut self.plain, other.plain);
        into(&mut self.called, other.called);
        self.thing = self.thing.take().or(other.thing);
        self.subject = self.subject.take().or(other.subject);
        self.firm |= other.firm;
        self.detail = self.detail.or(other.detail);
        self.rare |= other.rare;
        self.begins |= other.begins;
        self.series |= other.series;
        into(&mut self.topics, other.topics);
        into(&mut self.others, other.others);
        into(&mut self.lemmas, other.lemmas);
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) if a.max(c) <= b.min(d) => Some((a.max(c), b.min(d))),
            (mine, theirs) => mine.or(theirs),
        };
        self.matter = self.matter.or(other.matter);
        self.public = self.public.or(other.public);
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

    /// True if its days are known well enough.
    pub(super) fn narrow(&self) -> bool {
        self.days.is_some_and(|(a, b)| (b - a).get_days() <= NARROW)
    }

    pub(super) fn share_person(&self, other: &Traits) -> bool {
        meet(&self.persons, &other.persons)
    }

    /// True if another than the bodies that they are of takes part in both.
    pub(super) fn share_other(&self, other: &Traits) -> bool {
        self.others.iter().any(|x| !self.bodies.contains(&x.0) && other.others.binary_search(x).is_ok())
    }

    /// True if they are told of one body or thing.
    pub(super) fn share_topic(&self, other: &Traits) -> bool {
        meet(&self.bodies, &other.bodies) || self.topics.iter().any(|t| other.topics.binary_search(t).is_ok())
    }

    /// An election is no vote of a parliament.
    ///
    /// ok: `Parliament [2020-07-13 voted] against the premier on Monday. The [2020-07-05 election] of 5 July is over.`
    /// ok: `Voters went to the polls on Sunday. The [2020-07-12 election] was held on Sunday. The party [2020-07-14 elected] a leader on Tuesday.`
    /// ok: `Deputies [2020-07-09 approved] the deal on 9 July. Two days after the [2020-07-09 vote], a minister [2020-07-11 fled]. The [2020-07-05 election] was held on 5 July.`
    /// ok: `Parliament [2020-07-13 voted] against Ana Moss on Monday. The election was called. / Ana Moss lost a [2020-07-13 vote] of confidence on Monday.`
    /// no: `Parliament [2020-07-13 voted] against Ana Moss on Monday. An [- election] will be held on 20 July.`
    pub(super) fn of_other_voters(&self, other: &Traits) -> bool {
        self.public.zip(other.public).is_some_and(|(a, b)| a != b)
    }

    /// True if they are told of different persons; of two whom no article names, one word is enough to be one.
    pub(super) fn others_doing(&self, other: &Traits) -> bool {
        !self.doers.is_empty()
            && !other.doers.is_empty()
            && !meet(&self.doers, &other.doers)
            && !self.plain.iter().any(|p| other.plain.contains(p))
            && !self.alike_called(other)
    }

    /// True for what two do, each for himself: "shareholders approved the merger", "the regulator approved it".
    ///
    /// ok: `Shareholders [2020-07-13 approved] the merger on Monday. / The regulator [2020-07-14 approved] the merger on Tuesday.`
    /// ok: `Deputies [2020-07-13 rejected] the budget on Monday. / The senate [2020-07-14 rejected] the budget on Tuesday.`
    /// no: `Parliament [2020-07-13/2020-07-14 approved] the budget on Monday. / Parliament [2020-07-13/2020-07-14 approved] the budget on Tuesday.`
    pub(super) fn done_by_others(&self, other: &Traits) -> bool {
        let told = |t: &Traits| t.each && !(t.topics.is_empty() && t.bodies.is_empty() && t.persons.is_empty());
        let one = self.share_topic(other) || self.share_person(other) || self.gap(other) == Some(0);
        told(self) && told(other) && !one
    }

    /// "The announcement of the merger", "the inquiry was announced".
    ///
    /// ok: `Halden [2020-07-09 announced] a merger on 9 July. The regulator [2020-07-11 announced] an inquiry on 11 July. / Halden sank after the [2020-07-09 announcement] of the merger. Ivo Maas [2020-07-13 quit] two days after the inquiry was [2020-07-11 announced].`
    pub(super) fn of_other_matter(&self, other: &Traits) -> bool {
        let told = |t: &Traits| t.matter.is_some() || t.thing.is_some();
        let one = self.matter.is_some() == other.matter.is_some() || self.share_thing(other);
        self.repeats && told(self) && told(other) && !one
    }

    /// "Raided the offices", "a raid on the offices".
    pub(super) fn share_thing(&self, other: &Traits) -> bool {
        let of = |t: &Traits, u: &Traits| {
            t.thing.as_ref().is_some_and(|x| u.thing == t.thing || u.noun && u.topics.binary_search(x).is_ok())
        };
        of(self, other) || of(other, self)
    }

    /// True if what they are done to has two names.
    ///
    /// ok: `Rebels [2020-07-08 seized] the city of Homs on 8 July, the army said in Berlin. / Rebels [2020-07-09 seized] Paris on 9 July, the army said in Berlin.`
    /// ok: `Rebels [2020-07-07 seized] the town of Homs on 7 July. / The governor, Ivo Brand, [2020-07-07 captured] on 7 July, was freed.`
    pub(super) fn of_other_name(&self, other: &Traits) -> bool {
        let name = |t: &Traits| t.detail.filter(|(_, name)| *name && t.strict && !t.repeats);
        name(self).zip(name(other)).is_some_and(|(a, b)| a != b)
    }

    /// True if one is called as the other is: "his defence minister", "the former defence minister, Omar Sy".
    pub(super) fn alike_called(&self, other: &Traits) -> bool {
        let ends = |x: &str, y: &str| x.strip_suffix(y).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        self.called.iter().any(|x| other.called.iter().any(|y| ends(x, y) || ends(y, x)))
    }

    /// True if both name places, and none in common.
    pub(super) fn elsewhere(&self, other: &Traits) -> bool {
        let places = |t: &Traits| t.others.iter().any(|(_, place)| *place);
        let meet = other.others.iter().any(|x| x.1 && self.others.binary_search(x).is_ok());
        places(self) && places(other) && !meet
    }

    pub(super) fn share_stem(&self, other: &Traits) -> bool {
        self.lemmas.iter().any(|x| other.lemmas.iter().any(|y| stem(x) == stem(y)))
    }
}

/// Adds a list to another.
fn into<T: Ord>(mine: &mut Vec<T>, mut more: Vec<T>) {
    mine.append(&mut more);
    sort_unique(mine);
}

/// True if two lists have one in common.
pub(super) fn meet(a: &[EntityIx], b: &[EntityIx]) -> bool {
    a.iter().any(|x| b.contains(x))
}

/// The first letters of a word, which its family shares ("met", "meeting"); all of a short one.
pub(super) fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
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
    let kind_of = deeds::kind(english, event)?;
    let class = kind_of.class;
    if event.aspect == Aspect::Ends || kind_of.aspect != Aspect::Event {
        return None;
    }
    let start = article.parse.sentence_tokens(event.trigger).start;
    let words = &english.events;
    // The words of its own phrase before it.
    let inside = |t: usize| match article.parse.upos(t) {
        Upos::Verb => article.parse.deprel(t) == Deprel::Amod,
        Upos::Punct => matches!(article.parse.form(t), "-" | "“" | "\""),
        Upos::Adp | Upos::Pron | Upos::Aux | Upos::Sconj | Upos::Cconj => article.parse.says(t, &words.definite),
        _ => true,
    };
    let from = start.max(event.trigger.saturating_sub(PHRASE));
    let phrase = back(from..event.trigger, &|t| !inside(t)).map_or(from, |t| t + 1)..event.trigger;
    let one_of = |list: &[&str]| back(phrase.clone(), &|t| article.parse.says(t, list));
    let which = one_of(&words.another).map(|t| word_hash(article.parse.form(t)));
    let near = |list: &[&str]| one_of(list).is_some();
    // Several events are none; "talks" are one, and so is the beginning of several.
    let several = words.word(&event.lemma).is_some_and(|w| w.noun) && event.aspect != Aspect::Begins;
    if event.noun && several && words.is_plural(article.parse.form(event.trigger), &event.lemma) {
        return None;
    }
    // "Passed sentence".
    let given = |v: usize| words.gives(article.parse.lemma(v), &event.lemma) && !near(&words.mood.indefinite);
    let known = || possessed(words, article, event) || event.trigger == start || event.carrier.is_some_and(given);
    let definite = event.noun && (near(&words.definite) || known());
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
    sort_unique(&mut others);
    let place = |x: &EntityIx| matches!(kind(*x), EntityType::Gpe | EntityType::Loc | EntityType::Norp);
    let parties = (event.participants.iter().filter_map(|m| of(*m)))
        .filter(|x| !place(x) && has_name(article, a, *x, entities))
        .collect();
    let persons = persons(words, article, a, e, entities);
    let (bodies, mut topics) = topics(article, a, event, entities);
    let called = if event.noun { Vec::new() } else { deeds::called(words, article, a, event, &persons, entities) };
    let plain: Vec<String> = if event.noun { Vec::new() } else { unnamed(article, a, event, &persons, entities) };
    topics.extend(plain.iter().cloned());
    sort_unique(&mut topics);
    let noun = words.word(&event.lemma).filter(|_| event.noun);
    let thing = deeds::thing(article, event);
    // "The governor, captured on Monday".
    let feats = article.parse.feats(event.trigger);
    let aside = || subject_word(article, event).is_some_and(|t| article.parse.form(t) == ",") && thing.is_none();
    let passive = feats.has(Feats::PASSIVE) || feats.has(Feats::PAST_PARTICIPLE) || aside();
    let taken = persons.first().filter(|_| passive && !event.noun).map(|x| (x.ix() as u64, true));
    let sentence = article.place(event.sentence);
    let first = article.parse.sentences()[0].tokens.clone();
    let has_headline = first.end == 0 || article.parse.upos(first.end - 1) != Upos::Punct;
    Some(Traits {
        headline: has_headline && sentence == 0,
        lead: has_headline && sentence == 1,
        bodies,
        topics,
        called,
        firm: thing.is_some_and(|t| once::is_firm(words, article, t)),
        detail: deeds::detail(words, article, event).or(taken),
        rare: once::is_rare(words, article, event),
        begins: event.aspect == Aspect::Begins,
        series: once::in_series(words, article, event),
        thing: thing.map(|t| article.parse.lemma(t).to_lowercase()),
        subject: deeds::agent(article, event),
        special: noun.is_some_and(|w| w.special),
        of: noun.is_some_and(|w| w.loose) && next_word(&article.parse, event.trigger) == words.of,
        each: kind_of.each && !event.noun && article.parse.child(event.trigger, Deprel::AuxPass).is_none(),
        weak: noun.is_some_and(|w| w.weak),
        once: kind_of.once,
        retold: !event.noun && event.time.is_none() && own_clause(words, article, event.trigger, start) > start,
        fresh: !event.noun && fresh(words, article, event),
        plain,
        class,
        repeats: kind_of.repeats,
        undergone: kind_of.undergone,
        strict: kind_of.repeats || kind_of.loose,
        doers: if event.noun { owner(words, article, a, event, entities) } else { persons.clone() },
        persons,
        others,
        named: parties,
        lemmas: vec![event.lemma.clone()],
        days: days.map(|d| (d.first, d.last)),
        noun: event.noun,
        verb: !event.noun,
        definite: definite && !named,
        apart: event.noun && (near(&words.another) || named),
        matter: matter(words, article, event),
        which: which.filter(|_| event.noun),
        public: polls(words, article, event),
        pronoun: !event.noun && subject_word(article, event).is_some_and(|t| article.parse.upos(t) == Upos::Pron),
    })
}

/// Whether a word tells of a vote of the people, or of one of a parliament or board.
fn polls(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<bool> {
    let parse = &article.parse;
    let t = event.trigger;
    let poll = words.polls.binary_search(&event.lemma.as_str()).is_ok();
    if !poll && event.lemma != words.vote {
        return None;
    }
    if event.noun {
        let inner = !poll && decided(words, article, event).is_some();
        return if inner { Some(false) } else { poll.then_some(true) };
    }
    let subject = subject_word(article, event).map(|s| parse.lemma(s).to_lowercase());
    // "The party elected a leader", "he was elected": no election of the people, or who knows of whom.
    match subject.filter(|_| parse.child(t, Deprel::AuxPass).is_none()) {
        Some(s) if words.people.contains(&s.as_str()) => Some(true),
        Some(s) if poll || words.voters.split(' ').any(|w| w == s) => Some(false),
        _ => None,
    }
}

/// True if an indefinite article stands before the subject of a verb.
fn fresh(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    let parse = &article.parse;
    let start = parse.sentence_tokens(event.trigger).start;
    let part = |t: &usize| parse.upos(*t).is_nominal() || matches!(parse.upos(*t), Upos::Adj | Upos::Num);
    let Some(noun) = subject_word(article, event).filter(part) else { return false };
    let first = back(start..noun, &|t| !part(&t));
    first.is_some_and(|t| parse.says(t, &words.mood.indefinite))
}
