//! Relatives: "his sister" is the same woman wherever he is the same man.

use super::chains::Class;
use super::sieve::Sieve;
use super::unite::Union;
use super::{Mention, MentionKind, find};
use crate::english::English;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use std::collections::BTreeMap;

/// The word for a relation, if the mention is one relative of someone.
pub(super) fn relation(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<&'static str> {
    let one = m.kind == MentionKind::Nominal && !parse.feats(m.head).has(Feats::PLURAL);
    english.entities.kinship(&find::noun_lemma(parse, m.head)).filter(|_| one)
}

/// The mention whose relative it is ("his" of "his sister", "Ada Obi" of "the widow of Ada Obi").
pub(super) fn owner(parse: &Parse<'_>, mentions: &[Mention], m: &Mention) -> Option<usize> {
    // "Obi's sister and Reed's sister": the mark right before the word tells more surely than the tree.
    let mark = (m.tokens.start..m.head).rev().find(|&t| parse.upos(t) == Upos::Part && parse.deprel(t) == Deprel::Case);
    let above = || parse.children(m.head).find(|&c| matches!(parse.deprel(c), Deprel::NmodPoss | Deprel::Nmod));
    let of = mark.and_then(|t| parse.head(t)).or_else(above)?;
    let from = mentions.partition_point(|x| x.tokens.start < m.tokens.start);
    let near = mentions[from..].iter().take_while(|x| x.tokens.start <= of);
    near.enumerate().find(|(_, x)| x.head == of && x.kind != MentionKind::Nominal).map(|(i, _)| from + i)
}

/// ok: `[a Ada Obi] fell. [s Her sister] called for help. Friends of [a Obi] held [s her sister].`
/// no: `[a Ada Obi] fell, as did [b Tom Reed]. They called [s Obi's sister] and [t Reed's sister].`
pub(super) fn relatives(s: &mut Sieve<'_>) {
    let mut all: BTreeMap<(usize, &'static str), Vec<usize>> = BTreeMap::new();
    for d in s.descriptions() {
        let Some(relation) = relation(s.english, s.parse, &s.mentions[d]) else { continue };
        if let Some(o) = owner(s.parse, s.mentions, &s.mentions[d]) {
            let root = s.chains.root(o);
            all.entry((root, relation)).or_default().push(d);
        }
    }
    for list in all.values() {
        let named: Vec<usize> = list.iter().copied().filter(|&d| s.chains.is_named(d)).collect();
        let first = *named.first().unwrap_or(&list[0]);
        if named.iter().all(|&n| s.chains.same(n, first)) {
            for &d in list {
                s.chains.join_described(first, d, s.english.entities.why.relative);
            }
        }
    }
}

/// ok: `[a Ada Obi] fell in Jos. [s Her sister] called for help. / [a Ada Obi] was a nurse in Jos. [s Obi's sister], [s Uche Obi], thanked the town.`
/// no: `[a Ada Obi] fell in Jos. Her brother [s Ike Obi] wept. / [a Ada Obi] fell in Jos. Her brother [t Ben Obi] wept.`
pub(super) fn across(union: &mut Union<'_>, stories: &[usize]) {
    let mut all: BTreeMap<(usize, &'static str), Vec<usize>> = BTreeMap::new();
    let mut unowned: Vec<(usize, &'static str, usize)> = Vec::new();
    for p in 0..union.profiles.len() {
        for (relation, owner) in union.profiles[p].relations.clone() {
            match owner {
                Some(o) => {
                    let root = union.chains.root(o);
                    all.entry((root, relation)).or_default().push(p);
                }
                None => unowned.push((stories[union.profiles[p].article], relation, p)),
            }
        }
    }
    let mut of_story: BTreeMap<(usize, &'static str), Vec<usize>> = BTreeMap::new();
    for ((_, relation), list) in &all {
        let named = |p: &usize| union.profiles[*p].is_named() && union.profiles[*p].class() == Class::Person;
        let named: Vec<usize> = list.iter().copied().filter(named).collect();
        let first = *named.first().unwrap_or(&list[0]);
        if named.iter().all(|&n| union.chains.same(n, first)) {
            for &p in list {
                union.guess(first, p, union.english.entities.why.relative);
            }
        }
        let root = union.chains.root(first);
        let known = of_story.entry((stories[union.profiles[first].article], relation)).or_default();
        if !known.contains(&root) {
            known.push(root);
        }
    }
    for (story, relation, p) in unowned {
        if let Some(&[only]) = of_story.get(&(story, relation)).map(Vec::as_slice)
            && !union.profiles[p].is_named()
        {
            union.guess(only, p, union.english.entities.why.only_one_called_so);
        }
    }
}
