//! What people of a story do and suffer: "a climber fell" of one line and "Ada Obi fell" of another speak of one person,
//! if only one person falls.

use super::chains::Class;
use super::sieve::Sieve;
use super::{Mention, MentionKind};
use crate::english::English;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::Gather;
use std::collections::{BTreeMap, BTreeSet};

/// A happening by its verb, and whether one does it or suffers it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deed {
    pub verb: String,
    pub suffers: bool,
}

impl Deed {
    /// True for what makes news ("arrest", "drown"), not what people do every day.
    pub(super) fn is_news(&self, english: &English) -> bool {
        english.events.word(&self.verb).is_some()
    }
}

/// Of one chain no more deeds are held than these.
pub(super) const MOST_DEEDS: usize = 24;

/// So many sentences of an article tell whom it is about.
pub(super) const EARLY: usize = 3;

/// What a mention is told to do or suffer: by its clause, by a participle or relative clause on it.
pub(super) fn of(english: &English, parse: &Parse<'_>, m: &Mention) -> Vec<Deed> {
    let mut out = Vec::new();
    let mut tell = |verb: usize, suffers: bool| {
        let lemma = parse.lemma(verb).to_lowercase();
        let words = &english.entities;
        if parse.upos(verb) != Upos::Verb || words.is_everyday_verb(&lemma) || words.is_reporting(&lemma) {
            return;
        }
        out.push(match words.death_of(&lemma) {
            Some(kill) if !suffers => Deed { verb: kill.to_owned(), suffers: true },
            _ => Deed { verb: lemma, suffers },
        });
    };
    // Of "Ada and Tom fell" both fell.
    let first = parse.head(m.head).filter(|&h| parse.deprel(m.head) == Deprel::Conj && h < m.head).unwrap_or(m.head);
    if let Some(verb) = parse.head(first) {
        match parse.deprel(first) {
            Deprel::Nsubj => tell(verb, false),
            Deprel::NsubjPass | Deprel::Obj => tell(verb, true),
            Deprel::OblAgent => tell(verb, false),
            _ => {}
        }
    }
    for c in parse.children(m.head) {
        match parse.deprel(c) {
            Deprel::Acl if parse.feats(c).has(Feats::PAST_PARTICIPLE) => tell(c, true),
            Deprel::Acl if parse.feats(c).has(Feats::ING) => tell(c, false),
            Deprel::AclRelcl if parse.child(c, Deprel::NsubjPass).is_some() => tell(c, true),
            Deprel::AclRelcl if parse.child(c, Deprel::Nsubj).is_some_and(|s| parse.feats(s).has(Feats::RELATIVE)) => {
                tell(c, false);
            }
            _ => {}
        }
    }
    out
}

/// ok: `[a A climber] fell to [a his] death on Sunday. Friends of [a Ada Obi] said [a Obi] fell when a rope broke.`
/// no: `[-a A climber] fell on Sunday. [b Ada Obi] helped to carry the man down.`
/// no: `[a A man] was arrested on Sunday. [b Ada Obi] and [c Tom Reed] were arrested on Monday.`
pub(super) fn deeds(s: &mut Sieve<'_>) {
    let mut people: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for m in 0..s.mentions.len() {
        if s.class[m] == Class::Person || s.mentions[m].kind == MentionKind::Pronoun {
            let root = s.chains.root(m);
            people.entry(root).or_default().push(m);
        }
    }
    let mut bearers: BTreeMap<Deed, Vec<usize>> = BTreeMap::new();
    let mut nameless: Vec<(usize, Vec<Deed>)> = Vec::new();
    for (&root, mentions) in &people {
        let told = mentions.iter().flat_map(|&m| of(s.english, s.parse, &s.mentions[m])).take(MOST_DEEDS);
        let told: BTreeSet<Deed> = told.into_set();
        if s.chains.is_named(root) {
            for deed in told {
                bearers.entry(deed).or_default().push(root);
            }
        } else if mentions.iter().any(|&m| is_one_unnamed(s, m)) {
            let early = s.sentence(mentions[0]) < EARLY;
            nameless.push((mentions[0], told.into_iter().filter(|d| early || d.is_news(s.english)).collect()));
        }
    }
    for (first, told) in nameless {
        let fits: BTreeSet<usize> = told.iter().filter_map(|d| bearers.get(d)).flatten().copied().into_set();
        let fits: BTreeSet<usize> = fits.into_iter().map(|f| s.chains.root(f)).into_set();
        let Some(&only) = fits.first().filter(|_| fits.len() == 1) else { continue };
        if !stand_together(s, &people, first, only) {
            s.chains.join_described(only, first, s.english.entities.why.same_deed);
        }
    }
}

/// A person told of by description, neither by kinship nor as one of many.
fn is_one_unnamed(s: &Sieve<'_>, m: usize) -> bool {
    let n = s.noun[m].unwrap_or_default();
    let plural = s.parse.feats(s.mentions[m].head).has(Feats::PLURAL);
    s.mentions[m].kind == MentionKind::Nominal && n.person && !n.kin && !n.anonymous && !plural
}

/// True if one sentence speaks of both, each for itself: then they are two.
fn stand_together(s: &mut Sieve<'_>, people: &BTreeMap<usize, Vec<usize>>, a: usize, b: usize) -> bool {
    let (a, b) = (s.chains.root(a), s.chains.root(b));
    let sentences =
        |r: usize| -> BTreeSet<usize> { people.get(&r).into_iter().flatten().map(|&m| s.sentence(m)).into_set() };
    !sentences(a).is_disjoint(&sentences(b))
}
