//! Deeds of no listed kind that two accounts tell of one thing in one word, or in two that mean the same; and those whom an
//! account knows only by what they are called.

use super::traits::{Traits, meet};
use super::whom::subject_word;
use super::{ArticleTimes, Event, Told};
use crate::english::English;
use crate::english::events::{Aspect, EventWord, EventsWords};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::{Similarity, Upos};
use crate::text::{ArticleIx, EntityIx, sort_unique, word_hash};

/// Kinds from here on are on no list: each is of words that are near each other.
const FREE: u16 = 1 << 15;
/// Words that are in no table have kinds from here on.
const RARE: u16 = FREE | 1 << 14;
/// So far behind its verb an object may end, in tokens.
const OBJECT: usize = 6;
/// Of one entity so many roles are compared.
const ROLES: usize = 8;
/// What two accounts of a deed must have in common, if they date it alike, and if they do not.
const COMMON: usize = 2;
const SURE: usize = 3;

/// The kind of an event; for a dated verb of no listed one, that of the words near it.
pub(super) fn kind(english: &English, event: &Event) -> Option<EventWord> {
    if let Some(class) = event.class {
        return english.events.kind(class);
    }
    let speech = english.events.speech.binary_search(&event.lemma.as_str()).is_ok();
    if event.noun || speech || event.time.is_none() || event.told == Told::Unreal {
        return None;
    }
    let similarity = Similarity::shared(english);
    let near = similarity.word(&event.lemma).map(|w| similarity.cluster(w) & (RARE - FREE - 1));
    let class = near.map_or(RARE | word_hash(&event.lemma) as u16 & (RARE - FREE - 1), |c| FREE | c);
    Some(EventWord {
        class,
        noun: false,
        aspect: Aspect::Event,
        repeats: true,
        loose: true,
        undergone: false,
        once: false,
        disaster: false,
        each: false,
        lasts: false,
        special: false,
        weak: false,
    })
}

/// True for a kind that is on no list.
pub(super) fn is_free(class: u16) -> bool {
    class >= FREE
}

/// What a verb is done to: its object, or the subject of a passive.
pub(super) fn thing(article: &ArticleTimes<'_>, event: &Event) -> Option<usize> {
    let parse = &article.parse;
    if event.noun {
        return None;
    }
    let part = |t: &usize| {
        matches!(parse.upos(*t), Upos::Det | Upos::Adj | Upos::Num | Upos::Pron | Upos::Part)
            || parse.upos(*t).is_nominal()
    };
    let end = parse.sentence_tokens(event.trigger).end.min(event.trigger + OBJECT);
    let run = (event.trigger + 1..end).take_while(part).filter(|t| !article.timed(*t));
    let behind = run.last().filter(|&t| parse.upos(t) == Upos::Noun);
    // "A curfew was declared", but "Marta Pinel was declared the winner".
    let passive = parse.child(event.trigger, Deprel::AuxPass).is_some() && behind.is_none();
    // "Two days after the curfew was declared": no time.
    let own = || parse.child(event.trigger, Deprel::NsubjPass).filter(|&t| !article.timed(t));
    let subject = || own().or_else(|| subject_word(article, event));
    let before = passive.then(subject).flatten().filter(|&t| t < event.trigger && parse.upos(t).is_nominal());
    behind.or(before)
}

/// The last word of what a verb is done to, and whether it is a name: "seized the city of Hama", "raised the price of gas".
pub(super) fn detail(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<(u64, bool)> {
    let parse = &article.parse;
    let mut last = None;
    for t in event.trigger + 1..parse.sentence_tokens(event.trigger).end.min(event.trigger + 1 + 2 * OBJECT) {
        let small = matches!(parse.upos(t), Upos::Det | Upos::Adj | Upos::Num | Upos::Pron | Upos::Part);
        if article.timed(t) || !(small || parse.upos(t).is_nominal() || parse.form(t) == words.of) {
            break;
        }
        if !small && parse.form(t) != words.of {
            last = Some(t);
        }
    }
    let last = last.filter(|_| !event.noun)?;
    Some((word_hash(parse.lemma(last)), parse.upos(last) == Upos::Propn))
}

/// The noun for who does it, before a verb.
pub(super) fn agent(article: &ArticleTimes<'_>, event: &Event) -> Option<String> {
    let parse = &article.parse;
    let active = !event.noun && parse.child(event.trigger, Deprel::AuxPass).is_none();
    let subject = subject_word(article, event).filter(|&t| active && parse.upos(t) == Upos::Noun);
    subject.map(|t| parse.lemma(t).to_lowercase())
}

/// What somebody is called: by his account where that does not name him, else by all ("the defence minister").
pub(super) fn called(
    words: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    who: &[EntityIx],
    entities: &Entities,
) -> Vec<String> {
    let bare = |text: &str| {
        let text = text.to_lowercase();
        let (first, rest) = text.split_once(' ').unwrap_or(("", &text));
        if words.definite.contains(&first) { rest.to_owned() } else { text }
    };
    let of = |m: &&crate::text::MentionIx| entities.of(ArticleIx::new(a), **m).is_some_and(|x| who.contains(&x));
    let mentions = event.participants.iter().filter(of).map(|m| &article.mentions.mentions[m.ix()]);
    let here = mentions.filter(|m| m.kind == MentionKind::Nominal).map(|m| bare(m.span.of(article.parse.text)));
    let roles = who.iter().filter(|x| entities.entities[x.ix()].kind == EntityType::Person);
    let roles = roles.flat_map(|x| entities.entities[x.ix()].roles.iter().take(ROLES)).map(|r| bare(&r.text));
    let mut out: Vec<_> = here.chain(roles).filter(|c| c.contains(' ')).collect();
    sort_unique(&mut out);
    out
}

/// True if two accounts tell of one deed of no listed kind.
///
/// ok: `Rebels [2020-07-13/2020-07-14 fired] rockets at Damascus on Monday. / Rebels [2020-07-13/2020-07-14 fired] rockets at Damascus on Tuesday.`
/// ok: `The mayor of Paris, Ivo Brand, [2020-07-13 axed] a tram line on Monday. / Ivo Brand, the mayor of Paris, [2020-07-13 axed] a tram line on Monday.`
/// ok: `Thousands of people [2020-07-13 marched] in Paris on Monday. / On 7 July the mayor fled. Six days later thousands [2020-07-13 marched] in Paris.`
/// no: `The mayor of Paris, Ivo Brand, [2020-07-13 axed] a tram line on Monday. / Ivo Brand, the mayor of Paris, [2020-07-14 axed] a school on Tuesday.`
/// no: `Halden [2020-07-13 launched] a rocket on Monday. / Halden [2020-07-14 launched] a website on Tuesday.`
pub(super) fn is_one(english: &English, a: &Traits, b: &Traits) -> bool {
    let similarity = Similarity::shared(english);
    let alike = |x: &str, y: &str| {
        let both = similarity.word(x).zip(similarity.word(y));
        x == y || both.is_some_and(|(x, y)| similarity.synonymous(x, y))
    };
    if !a.lemmas.iter().any(|x| b.lemmas.iter().any(|y| alike(x, y))) {
        return false;
    }
    let both = |x: &Option<String>, y: &Option<String>| matches!((x, y), (Some(x), Some(y)) if alike(x, y));
    let thing = both(&a.thing, &b.thing);
    let bodies = meet(&a.bodies, &b.bodies);
    // "Thousands marched", "thousands of people marched", of days that meet.
    let told_of = |x: &Traits, y: &Traits| x.subject.as_ref().is_some_and(|s| y.topics.binary_search(s).is_ok());
    let crowd = a.gap(b) == Some(0) && (told_of(a, b) || told_of(b, a));
    let who = crowd || bodies || meet(&a.doers, &b.doers) || both(&a.subject, &b.subject);
    // "Prosecutors questioned Viktor Sahl", "questioned the gas trader Viktor Sahl".
    let named = || a.named.iter().any(|x| b.named.contains(x) && !a.bodies.contains(x) && !a.doers.contains(x));
    let other = a.share_other(b) || named();
    let common = usize::from(thing) + usize::from(who) + usize::from(other);
    let apart = a.gap(b).is_some_and(|days| days > 0);
    (thing || who) && common >= if apart { SURE } else { COMMON }
}
