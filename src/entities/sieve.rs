//! Coreference inside an article: an ordered sieve, the surest rule first (Raghunathan et al. 2010; Lee et al. 2013).
//!
//! Every pass sees the chains that the surer ones before it left, and joins only what is certain by its own lights.

use super::chains::{Chains, Class};
use super::{Mention, MentionKind, bodies, deeds, names_alike, neighbours, offices, pronouns, relatives};
use crate::english::{English, Gender, Noun};
use crate::syntax::{Deprel, Parse};
use crate::tags::Feats;
use crate::text::{Gather, fold};
use std::collections::BTreeMap;
use std::ops::Range;

/// One article's mentions on their way to chains.
pub(super) struct Sieve<'a> {
    pub english: &'a English,
    pub parse: &'a Parse<'a>,
    pub mentions: &'a [Mention],
    pub chains: Chains,
    /// Each mention's words folded, without a leading article.
    pub forms: Vec<String>,
    /// What each can refer to.
    pub class: Vec<Class>,
    /// What a description's head noun tells.
    pub noun: Vec<Option<Noun>>,
}

type Pass = for<'a> fn(&mut Sieve<'a>);

/// The passes in order.
const PASSES: [Pass; 14] = [
    names_alike::same_spelling,
    names_alike::same_place,
    names_alike::acronyms,
    names_alike::person_parts,
    names_alike::body_parts,
    neighbours::titles,
    neighbours::appositions,
    neighbours::predicates,
    offices::offices,
    bodies::repeated,
    bodies::by_kind,
    pronouns::pronouns,
    relatives::relatives,
    deeds::deeds,
];

/// The chains that all passes leave.
pub(super) fn resolve(english: &English, parse: &Parse<'_>, mentions: &[Mention]) -> Chains {
    let mut sieve = Sieve::new(english, parse, mentions);
    for pass in PASSES {
        pass(&mut sieve);
    }
    sieve.chains
}

impl<'a> Sieve<'a> {
    fn new(english: &'a English, parse: &'a Parse<'a>, mentions: &'a [Mention]) -> Self {
        let mut chains = Chains::new(mentions.len());
        let mut noun = Vec::with_capacity(mentions.len());
        for (i, m) in mentions.iter().enumerate() {
            let known = match m.kind {
                MentionKind::Nominal => english.entities.noun(&super::find::noun_lemma(parse, m.head)),
                _ => None,
            };
            match m.kind {
                MentionKind::Name => chains.set_named(i),
                MentionKind::Nominal => chains.set_plural(i, parse.feats(m.head).has(Feats::PLURAL)),
                MentionKind::Pronoun => {}
            }
            if let Some(gender) = known.and_then(|n| n.gender) {
                chains.set_gender(i, gender);
            }
            noun.push(known);
        }
        let mut sieve = Self {
            english,
            parse,
            mentions,
            chains,
            forms: mentions.iter().map(|m| form(english, m.span.of(parse.text))).collect(),
            class: mentions.iter().map(|m| Class::of(m.label)).collect(),
            noun,
        };
        sieve.genders();
        sieve.relatives();
        sieve.partners();
        sieve
    }

    /// What given names and honorifics tell.
    fn genders(&mut self) {
        for i in 0..self.mentions.len() {
            let m = &self.mentions[i];
            if let Some(gender) = gender_of_name(self.english, self.parse, m, &self.forms[i]) {
                self.chains.set_gender(i, gender);
            }
        }
    }

    /// "His sister" is not he.
    fn relatives(&mut self) {
        for d in self.descriptions() {
            let m = &self.mentions[d];
            if relatives::relation(self.english, self.parse, m).is_some()
                && let Some(owner) = relatives::owner(self.parse, self.mentions, m)
            {
                self.chains.set_apart(owner, d);
            }
        }
    }

    /// Who does something to another, and who stands beside another, is not that other.
    ///
    /// ok: `On Monday [a Anna Bell] thanked [b Tom Reed] for the car. [a Bell] was glad.`
    /// no: `[a Li Wei], a nurse, and [b Li Wei], a judge, were hurt.`
    fn partners(&mut self) {
        let person = |m: &usize| self.class[*m] == Class::Person;
        let heads: BTreeMap<usize, usize> = self.names().filter(person).map(|m| (self.mentions[m].head, m)).into_map();
        for (&head, &m) in &heads {
            let Some(above) = self.parse.head(head) else { continue };
            let other = match self.parse.deprel(head) {
                Deprel::Conj => heads.get(&above).copied(),
                Deprel::Obj | Deprel::Iobj => {
                    self.parse.child(above, Deprel::Nsubj).and_then(|subject| heads.get(&subject).copied())
                }
                _ => None,
            };
            if let Some(other) = other {
                self.chains.set_apart(other, m);
            }
        }
        // The same name twice in a sentence, each time with a role of its own.
        let mut told: BTreeMap<(usize, &str), (usize, String)> = BTreeMap::new();
        let roles: BTreeMap<usize, usize> = self.descriptions().map(|d| (self.mentions[d].tokens.start, d)).into_map();
        for m in self.names().filter(person) {
            let comma = self.mentions[m].tokens.end;
            let Some(&d) = roles.get(&(comma + 1)).filter(|_| self.word(comma) == ",") else { continue };
            let (at, role) = (self.sentence(m), self.lemma(d));
            match told.get(&(at, self.forms[m].as_str())) {
                Some((first, other)) if *other != role => self.chains.set_apart(*first, m),
                Some(_) => {}
                None => {
                    told.insert((at, &self.forms[m]), (m, role));
                }
            }
        }
    }

    /// Mentions by number that are names.
    pub(super) fn names(&self) -> impl Iterator<Item = usize> + use<'a> {
        let mentions = self.mentions;
        (0..mentions.len()).filter(move |&i| mentions[i].kind == MentionKind::Name)
    }

    /// Mentions by number that are descriptions.
    pub(super) fn descriptions(&self) -> impl Iterator<Item = usize> + use<'a> {
        let mentions = self.mentions;
        (0..mentions.len()).filter(move |&i| mentions[i].kind == MentionKind::Nominal)
    }

    /// The sentence a mention stands in.
    pub(super) fn sentence(&self, m: usize) -> usize {
        self.parse.tokens.tokens[self.mentions[m].tokens.start].sentence.ix()
    }

    /// A token in lower case; empty outside the article.
    pub(super) fn word(&self, t: usize) -> String {
        if t < self.parse.len() { self.parse.form(t).to_lowercase() } else { String::new() }
    }

    /// True if the description points back ("the", "this").
    pub(super) fn is_definite(&self, m: usize) -> bool {
        self.english.entities.is_definite(&self.word(self.mentions[m].tokens.start))
    }

    /// True if the description brings something new ("a", "several").
    pub(super) fn is_indefinite(&self, m: usize) -> bool {
        self.english.entities.is_indefinite(&self.word(self.mentions[m].tokens.start))
    }

    /// The head noun's lemma.
    pub(super) fn lemma(&self, m: usize) -> String {
        super::find::noun_lemma(self.parse, self.mentions[m].head)
    }

    /// The countries and peoples named inside a mention, as gazetteer keys in order.
    pub(super) fn places_in(&self, tokens: Range<usize>) -> Vec<String> {
        let mut out = Vec::new();
        for t in tokens {
            let folded = fold(self.parse.form(t));
            if let Some(p) = self.english.places.get(&folded) {
                let key = if p.country.is_empty() { p.same_as } else { p.country };
                let key = if key.is_empty() { folded.as_str() } else { key };
                if self.parse.form(t).starts_with(char::is_uppercase) && !out.iter().any(|k| k == key) {
                    out.push(key.to_owned());
                }
            }
        }
        out
    }
}

/// What a person's name in its sentence tells of gender: the honorific before it, or else the given name.
pub(super) fn gender_of_name(english: &English, parse: &Parse<'_>, m: &Mention, form: &str) -> Option<Gender> {
    if m.kind != MentionKind::Name || m.label != super::EntityType::Person {
        return None;
    }
    let (first, more) = form.split_once(' ').unwrap_or((form, ""));
    let given = || english.people.gender(first).filter(|_| !more.is_empty());
    gendered_title(english, parse, m).or_else(given)
}

/// The gender that an honorific before a name tells ("Mrs").
pub(super) fn gendered_title(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<Gender> {
    parse.word_before(m.tokens.start).and_then(|w| english.entities.honorific(&w)).flatten()
}

/// Folded, without the article, in the spelling that all spellings of its words share ("Mt Kenya", "the Theatre Centre").
pub(super) fn form(english: &English, written: &str) -> String {
    let folded = fold(written);
    let bare = match folded.split_once(' ') {
        Some((first, rest)) if english.entities.is_article(first) => rest,
        _ => &folded,
    };
    let last = bare.bytes().filter(|&b| b == b' ').count();
    if last == 0 {
        return bare.to_owned();
    }
    let spelt = |(i, w)| english.entities.one_spelling(w, i == last).unwrap_or(w);
    bare.split(' ').enumerate().map(spelt).collect::<Vec<_>>().join(" ")
}
