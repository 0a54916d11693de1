//! What one article's chain shows of its entity, for comparing chains across articles.

use super::chains::Class;
use super::deeds::{Deed, MOST_DEEDS};
use super::described::Described;
use super::names_alike::{acronym, body_words, initials, may_be_body, place_key};
use super::structure::NameParts;
use super::{EntityType, Mention, MentionKind, Mentions, bodies, deeds, find, relatives, sieve};
use crate::english::{English, Gender};
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::text::{fold, sort_unique};
use std::collections::BTreeMap;

/// Further descriptions of one chain tell nothing new.
const MOST_DESCRIBED: usize = 8;

/// One chain of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub article: usize,
    /// Mention numbers in text order.
    pub mentions: Vec<usize>,
    /// The sentences they stand in.
    pub sentences: Vec<usize>,
    /// Distinct name forms, folded, with how often and first as written.
    pub forms: BTreeMap<String, (u32, String)>,
    /// Votes of the names for each type, in the order of [`EntityType::ALL`].
    pub votes: [u32; EntityType::ALL.len()],
    /// What its names tell; descriptions may have come to it wrongly.
    pub gender: Option<Gender>,
    /// The age told beside its name, in years.
    pub age: Option<u32>,
    /// For persons: the fullest name taken apart.
    pub person: Option<NameParts>,
    /// Shared by all names of one place or people.
    pub place: Option<String>,
    /// Acronyms used.
    pub acronyms: Vec<String>,
    /// Initials that an acronym of it could have.
    pub initials: Vec<String>,
    /// Name words without legal form, if it may be an organisation.
    pub body: Vec<Vec<String>>,
    /// For "the Kenyan army": what it is and of which country, if nothing else is told of it.
    pub state_body: Option<String>,
    /// True for "the rebels" and its like.
    pub insurgent: bool,
    /// Its descriptions, no more than [`MOST_DESCRIBED`].
    pub described: Vec<Described>,
    /// Whose relatives its descriptions call it: the relation and the chain of the other, by number among all profiles.
    pub relations: Vec<(&'static str, Option<usize>)>,
    /// What it is told to do or suffer, if it may be a person.
    pub deeds: Vec<Deed>,
}

impl Profile {
    /// What most of its names say it is.
    pub(super) fn kind(&self) -> EntityType {
        let best = self.votes.iter().copied().max().unwrap_or(0);
        let at = self.votes.iter().position(|&v| v == best && v > 0);
        at.map_or(EntityType::Misc, |i| EntityType::ALL[i])
    }

    pub(super) fn class(&self) -> Class {
        Class::of(self.kind())
    }

    pub(super) fn is_named(&self) -> bool {
        !self.forms.is_empty()
    }
}

/// The profiles of an article's chains, in the order of their numbers.
/// `base` of all articles' profiles come before them.
pub(super) fn profiles(
    english: &English,
    article: usize,
    base: usize,
    parse: &Parse<'_>,
    m: &Mentions,
) -> Vec<Profile> {
    let mut out = vec![Profile { article, ..Profile::default() }; m.chains()];
    for (i, mention) in m.mentions.iter().enumerate() {
        let p = &mut out[m.chain[i] as usize];
        p.mentions.push(i);
        let sentence = parse.tokens.tokens[mention.tokens.start].sentence.ix();
        if p.sentences.last() != Some(&sentence) {
            p.sentences.push(sentence);
        }
        if (mention.label == EntityType::Person || mention.kind == MentionKind::Pronoun) && p.deeds.len() < MOST_DEEDS {
            p.deeds.extend(deeds::of(english, parse, mention));
        }
        match mention.kind {
            MentionKind::Name => named(english, parse, mention, p),
            MentionKind::Nominal => {
                p.insurgent |= bodies::is_insurgent(english, parse, mention);
                if p.described.len() < MOST_DESCRIBED {
                    p.described.extend(Described::of(english, parse, mention));
                }
                if let Some(relation) = relatives::relation(english, parse, mention)
                    && p.relations.len() < MOST_DESCRIBED
                {
                    let owner = relatives::owner(parse, &m.mentions, mention);
                    p.relations.push((relation, owner.map(|o| base + m.chain[o] as usize)));
                }
                p.state_body = p.state_body.take().or_else(|| state_body(english, parse, mention));
            }
            MentionKind::Pronoun => {}
        }
    }
    for p in &mut out {
        if !p.is_named() {
            for &i in &p.mentions {
                p.votes[m.mentions[i].label as usize] += u32::from(m.mentions[i].kind == MentionKind::Nominal);
            }
        } else if p.kind() == EntityType::Person {
            let fullest = |n: &NameParts| (n.words.len(), n.words.iter().map(String::len).sum::<usize>());
            let parts = p.forms.values().map(|(_, written)| NameParts::person(&english.entities, written));
            p.person = parts.max_by_key(fullest).filter(|n| !n.words.is_empty());
        }
    }
    out
}

/// The age between commas or brackets right behind a person's name.
fn age(parse: &Parse<'_>, name: &Mention) -> Option<u32> {
    let at = name.tokens.end;
    let mark = |t: usize| t < parse.len() && matches!(parse.form(t), "," | "(" | ")" | "." | ";");
    let person = name.label == EntityType::Person && mark(at) && mark(at + 2);
    person.then(|| parse.form(at + 1).parse().ok()).flatten().filter(|years| (1..120).contains(years))
}

/// ok: `[a The Kenyan army] moved on Monday. / A bridge was blown up by [a the Kenyan army].`
/// no: `[a The Kenyan army] moved on Monday. / A bridge was blown up by [b the Ugandan army].`
/// no: `[a A Kenyan court] ruled on Monday. / A ban was lifted by [b a Kenyan court].`
fn state_body(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<String> {
    let lemma = find::noun_lemma(parse, m.head);
    let before: Vec<usize> =
        (m.tokens.start..m.head).filter(|&t| parse.upos(t) != Upos::Det && parse.upos(t) != Upos::Part).collect();
    let [only] = before[..] else { return None };
    let place = english.places.get(&fold(parse.form(only)))?;
    let of_state = english.entities.is_one_per_country(&lemma) && !place.country.is_empty();
    (of_state && m.tokens.end == m.head + 1).then(|| format!("{} {lemma}", place.country))
}

fn named(english: &English, parse: &Parse<'_>, mention: &Mention, p: &mut Profile) {
    let written = mention.span.of(parse.text);
    p.votes[mention.label as usize] += 1;
    let form = sieve::form(english, written);
    p.gender = p.gender.or_else(|| sieve::gender_of_name(english, parse, mention, &form));
    p.age = p.age.or_else(|| age(parse, mention));
    let new = !p.forms.contains_key(&form);
    let entry = p.forms.entry(form.clone()).or_insert_with(|| (0, written.to_owned()));
    entry.0 += 1;
    if new && (mention.label != EntityType::Person && form.split([' ', '-']).count() > 2 || may_be_body(english, &form))
    {
        p.initials.extend(initials(english, &form));
    }
    if !new || mention.label == EntityType::Person {
        return;
    }
    p.place = p.place.take().or_else(|| place_key(english, &form));
    p.acronyms.extend(acronym(written));
    p.initials.extend(initials(english, &form));
    // "THR" counts the article of The Harbour Review.
    p.initials.extend(initials(english, &fold(written)).into_iter().filter(|i| i.len() > 2));
    sort_unique(&mut p.initials);
    p.body.push(body_words(english, &form));
}
