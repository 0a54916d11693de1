//! Of whom or what an event is told.

use super::mood::next_word;
use super::traits::{NAMED, PHRASE};
use super::{ArticleTimes, Event};
use crate::english::events::{Aspect, EventsWords};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{ArticleIx, EntityIx, MentionIx, back, sort_unique};

/// What stands right before a verb and its auxiliaries.
pub(super) fn subject_word(article: &ArticleTimes<'_>, event: &Event) -> Option<usize> {
    let start = article.parse.sentence_tokens(event.trigger).start;
    let small = |t: &usize| matches!(article.parse.upos(*t), Upos::Aux | Upos::Adv | Upos::Part);
    back(start..event.trigger, &|t| !small(&t))
}

/// What a verb is told of, or a noun is of: bodies by their names, all else by its noun.
pub(super) fn topics(
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> (Vec<EntityIx>, Vec<String>) {
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
        // "A raid on the offices of the paper".
        if named.is_some_and(|m| mentions[m.ix()].kind == MentionKind::Nominal) && event.noun {
            nouns.push(parse.lemma(c).to_lowercase());
        }
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
    sort_unique(&mut bodies);
    sort_unique(&mut nouns);
    (bodies, nouns)
}

/// The nouns for those of some persons who are named nowhere.
pub(super) fn unnamed(
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
        if mention.kind == MentionKind::Nominal && !has_name(article, a, x, entities) {
            out.push(article.parse.lemma(mention.head).to_lowercase());
        }
    }
    sort_unique(&mut out);
    out
}

/// True for one whom an article names.
pub(super) fn has_name(article: &ArticleTimes<'_>, a: usize, x: EntityIx, entities: &Entities) -> bool {
    let all = &entities.entities[x.ix()].mentions;
    let here = all.partition_point(|(b, _)| b.ix() < a);
    let mut here = all[here..].iter().take(NAMED).take_while(|(b, _)| b.ix() == a);
    here.any(|(_, m)| article.mentions.mentions[m.ix()].kind == MentionKind::Name)
}

/// "Rehn's arrest".
pub(super) fn possessed(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    event.trigger > 0 && words.genitives.contains(&article.parse.form(event.trigger - 1))
}

/// The person who owns a noun: "Rehn's arrest", "his arrest".
pub(super) fn owner(
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
/// ok: `Two men [2020-07-03 shot] two days after the putsch were buried on Monday. The [2020-07-01 putsch] was on 1 July.`
/// ok: `The mayor [2020-07-12 fled] two days after the bridge [2020-07-10 collapsed] on Friday. / A mayor prayed after the bridge [2020-07-10 collapsed].`
pub(super) fn own_clause(words: &EventsWords, article: &ArticleTimes<'_>, verb: usize, start: usize) -> usize {
    let parse = &article.parse;
    let small = |t: &usize| matches!(parse.upos(*t), Upos::Aux | Upos::Adv | Upos::Part);
    let subject = back(start..verb, &|t| !small(&t)).filter(|&t| parse.upos(t).is_nominal() && !article.timed(t));
    let Some(subject) = subject.filter(|&t| agrees(words, article, t)) else { return start };
    let opens = |t: &usize| parse.says(*t, &words.clause_openers);
    back(start.max(subject.saturating_sub(PHRASE))..subject, &|t| opens(&t)).unwrap_or(start)
}

/// False for "the coup were": one that is not the subject of what stands behind it.
pub(super) fn agrees(words: &EventsWords, article: &ArticleTimes<'_>, noun: usize) -> bool {
    let parse = &article.parse;
    let next = next_word(parse, noun);
    let joined = noun.checked_sub(1).is_some_and(|t| parse.upos(t) == Upos::Cconj);
    let singular = parse.upos(noun) == Upos::Noun && parse.feats(noun).has(Feats::SINGULAR) && !joined;
    !(singular && parse.form(noun).to_lowercase() == parse.lemma(noun) && words.of_many.contains(&next.as_str()))
}

/// The persons whom an event is told of: for a verb the one nearest before it, else all that its clause names.
pub(super) fn persons(
    words: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    e: usize,
    entities: &Entities,
) -> Vec<EntityIx> {
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
        // "The builder, Ivo Brand, was arrested and is accused of bribing inspectors."
        let headless = own == start && article.parse.span(event.trigger).start >= event.clause.start && {
            let link = subject_word(article, event);
            link.is_none_or(|t| article.parse.form(t) == ",")
        };
        let before = before.or_else(|| headless.then(|| subject_before(article, a, event, entities)).flatten());
        found = before.or_else(|| found.iter().min().copied()).into_iter().collect();
    }
    let mut out: Vec<_> = found.into_iter().map(|(_, x)| x).collect();
    sort_unique(&mut out);
    out
}

/// "A judge sentenced Rehn": the person to whom it happens, by whom it is known in every account.
///
/// ok: `The banker Paul Rehn was [2020-07-13 sentenced] on Monday. / A judge [2020-07-13 sentenced] Paul Rehn to six years. A strike began.`
/// ok: `The builder, Ivo Brand, was [2020-07-12 arrested] on Sunday and is accused of bribing inspectors. / The builder Ivo Brand was [2020-07-12 arrested] on Sunday.`
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
    let mut all = mentions.filter_map(|m| entities.of(ArticleIx::new(a), *m));
    all.rfind(|x| entities.entities[x.ix()].kind == EntityType::Person)
}

/// The kind of event that a verb or noun tells of: "the merger was announced", "the announcement of a merger".
///
/// ok: `Halden [2020-07-09 announced] its merger with Skane on 9 July. / Ivo Maas [2020-07-11 quit] two days after the [2020-07-09 announcement] of the merger.`
pub(super) fn matter(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<u16> {
    let parse = &article.parse;
    let of = |c: &usize| match parse.deprel(*c) {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj => !event.noun,
        deprel => event.noun && *c > event.trigger && deprel == Deprel::Nmod,
    };
    let noun = |t: usize| words.word(&parse.lemma(t).to_lowercase()).filter(|w| w.noun && w.aspect == Aspect::Event);
    let beside = subject_word(article, event).filter(|_| !event.noun).into_iter();
    let all = beside.chain(parse.children(event.trigger).filter(of)).filter_map(noun);
    all.map(|w| w.class).next()
}

/// "The ferry Queen Isla, which sank with 180 people aboard": of whom or what a clause tells that hangs on a name.
///
/// ok: `The ferry Queen Isla, which sank last weekend with 180 people aboard, was old. / The ferry Queen Isla [2020-07-12 sank] on Sunday.`
fn antecedent(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> Option<MentionIx> {
    let parse = &article.parse;
    let link = subject_word(article, event).filter(|_| !event.noun)?;
    if !parse.says(link, &words.openers) {
        return None;
    }
    let end = link - usize::from(link > 0 && parse.form(link - 1) == ",");
    let mentions = &article.mentions.mentions;
    let behind = mentions.partition_point(|m| m.tokens.start < end);
    back(behind.saturating_sub(2)..behind, &|m| mentions[m].tokens.end == end).map(MentionIx::new)
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
