//! Sieve passes over what stands side by side: titles, appositions, predicates.

use super::chains::Class;
use super::names_alike::acronym;
use super::sieve::Sieve;
use super::{EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::Upos;
use crate::text::Gather;
use std::collections::BTreeMap;

/// First mention of each kind that starts at a token: the outermost name, the outermost description.
fn starts(s: &Sieve<'_>, kind: MentionKind) -> BTreeMap<usize, usize> {
    let mut out = BTreeMap::new();
    for (i, m) in s.mentions.iter().enumerate() {
        if m.kind == kind {
            out.entry(m.tokens.start).or_insert(i);
        }
    }
    out
}

/// ok: `[a Interior Minister] [a Rosa Blanco] resigned.`, `She met [a her cousin] [a Omar Haddad] in Tunis.`
/// ok: `The mayor told [a the news agency] [a Reuters] that the bridge was safe.`
/// no: `[a The minister] told [b Rosa Blanco] to resign.`
pub(super) fn titles(s: &mut Sieve<'_>) {
    let names = starts(s, MentionKind::Name);
    for d in s.descriptions() {
        if !s.noun[d].is_some_and(|n| n.person || n.kin || n.organisation || n.group) {
            continue;
        }
        let end = s.mentions[d].tokens.end;
        let Some(&n) = names.get(&end) else { continue };
        let (noun, name) = (s.noun[d].unwrap_or_default(), &s.mentions[n]);
        let fits = match name.label {
            EntityType::Person => noun.person || noun.kin,
            EntityType::Org => (noun.organisation || noun.group) && !noun.person && !s.is_indefinite(d),
            EntityType::Misc | EntityType::Work => noun.media && !s.is_indefinite(d),
            _ => false,
        };
        if fits && s.mentions[d].head + 1 == end {
            let words = &s.english.entities.why;
            let why = match () {
                () if name.label != EntityType::Person => words.kind_before,
                () if noun.kin => words.kin_before,
                () => words.title,
            };
            s.chains.join_described(n, d, why);
        }
    }
}

/// True if nothing more belongs to what ends before token `t`.
fn closes(s: &Sieve<'_>, t: usize, sentence_end: usize) -> bool {
    t >= sentence_end || s.parse.upos(t) == Upos::Punct || matches!(s.parse.deprel(t), Deprel::AclRelcl) || {
        let w = s.word(t);
        s.english.entities.is_relative(&w)
    }
}

/// ok: `[a Ama Mensah], [a a nurse] at the clinic, said she was tired.`, `They met in [a the capital], [a Lima], on Friday.`
/// ok: `The [a Movement for Farming Reform], or [a MRA], won two seats. The [a MRA] was glad.`
/// ok: `[a INGV], [a the National Geophysics Institute], measured 5.1. Staff of the [a INGV] were alarmed.`
/// no: `[a Ama Mensah], [b the nurses] and the police waited outside.`
pub(super) fn appositions(s: &mut Sieve<'_>) {
    let (names, descriptions) = (starts(s, MentionKind::Name), starts(s, MentionKind::Nominal));
    for first in 0..s.mentions.len() {
        let m = &s.mentions[first];
        if m.kind == MentionKind::Pronoun {
            continue;
        }
        let comma = m.tokens.end;
        let stop = s.parse.sentence_tokens(m.tokens.start).end;
        if comma + 1 >= stop {
            continue;
        }
        let mark = s.parse.form(comma);
        let other = match (m.kind, mark) {
            (MentionKind::Name, "," | "—" | "–" | "(") => descriptions.get(&(comma + 1)).copied(),
            (MentionKind::Nominal, "," | "—" | "–") => names.get(&(comma + 1)).copied(),
            _ => None,
        };
        // "the Disaster Authority (AFAD)"
        let bracketed = || {
            let n = names.get(&(comma + 1)).copied().filter(|_| m.label == EntityType::Org && mark == "(")?;
            let closed = s.parse.form(s.mentions[n].tokens.end.min(stop - 1)) == ")";
            (closed && acronym(s.mentions[n].span.of(s.parse.text)).is_some() && s.class[n] != Class::Person)
                .then_some(n)
        };
        if let Some(n) = bracketed() {
            s.chains.join(first, n, s.english.entities.why.in_brackets);
            continue;
        }
        let in_brackets = || {
            let known =
                m.label == EntityType::Org && mark == "(" && s.english.entities.is_plain_article(&s.word(comma + 1));
            known
                .then(|| names.get(&(comma + 2)).copied())
                .flatten()
                .filter(|&n| s.mentions[n].label == EntityType::Org)
        };
        if let Some(n) = in_brackets() {
            s.chains.join(first, n, s.english.entities.why.in_brackets);
            continue;
        }
        // "the Security Service, the SBU,"
        let short = || {
            let body = m.label == EntityType::Org && s.english.entities.brings_short_name(&s.word(comma + 1));
            let n = names.get(&(comma + 2)).copied().filter(|_| body && mark == ",")?;
            let closed = closes(s, s.mentions[n].tokens.end, stop);
            (closed && acronym(s.mentions[n].span.of(s.parse.text)).is_some()).then_some(n)
        };
        // "AEMET, the State Meteorological Agency,": the initials may be of another language.
        let full = || {
            let body = mark == "," && s.english.entities.is_plain_article(&s.word(comma + 1)) && m.tokens.len() == 1;
            let short = body && s.class[first] != Class::Person && acronym(m.span.of(s.parse.text)).is_some();
            let n = names.get(&(comma + 2)).copied().filter(|&n| short && s.mentions[n].label == EntityType::Org)?;
            let after = s.mentions[n].tokens.end;
            (s.mentions[n].tokens.len() > 1 && after < stop && s.parse.form(after) == "," && !in_list(s, after, stop))
                .then_some(n)
        };
        if let Some(n) = short().or_else(full) {
            s.chains.join(first, n, s.english.entities.why.short_name);
            continue;
        }
        let Some(second) = other else { continue };
        let (d, n) = if m.kind == MentionKind::Name { (second, first) } else { (first, second) };
        let after = s.mentions[second].tokens.end;
        if fits(s, d, n) && closes(s, after, stop) && !in_list(s, after, stop) {
            s.chains.join_described(n, d, s.english.entities.why.beside);
        }
    }
}

/// The description can describe the name.
fn fits(s: &Sieve<'_>, d: usize, n: usize) -> bool {
    let Some(noun) = s.noun[d] else { return false };
    let plural = s.parse.feats(s.mentions[d].head).has(crate::tags::Feats::PLURAL);
    let start = s.mentions[d].tokens.start;
    let owned = (start..s.mentions[d].head).any(|t| s.parse.upos(t) == Upos::Part);
    let introduced = owned || s.is_definite(d) || s.is_indefinite(d) || s.parse.upos(start) != Upos::Propn;
    let right = match s.class[n] {
        Class::Person => noun.person || noun.kin,
        Class::Body => noun.organisation || noun.group || noun.state,
        Class::Place => noun.country || noun.town || noun.region || noun.facility || noun.state,
        Class::People | Class::Other => false,
    };
    right && introduced && !plural
}

/// True if what follows a comma goes on as a list ("Rossi, the coach, and the doctor" does not, "X, the army, police and Y" does).
fn in_list(s: &Sieve<'_>, comma: usize, stop: usize) -> bool {
    comma + 1 < stop
        && s.parse.form(comma) == ","
        && s.mentions.iter().any(|m| {
            m.tokens.start == comma + 1 && m.tokens.end < stop && s.english.entities.ends_list(&s.word(m.tokens.end))
        })
}

/// ok: `[a Lindiwe Nkosi] is [a the mayor] of Durban.`
/// no: `[a Lindiwe Nkosi] is not [b the mayor] of Durban.`
pub(super) fn predicates(s: &mut Sieve<'_>) {
    let heads: BTreeMap<usize, usize> = s.names().map(|m| (s.mentions[m].head, m)).into_map();
    for d in s.descriptions() {
        let head = s.mentions[d].head;
        if s.parse.child(head, Deprel::Cop).is_none() || !s.noun[d].is_some_and(|n| n.person || n.organisation) {
            continue;
        }
        let denied = s.parse.children(head).any(|c| s.parse.feats(c).has(crate::tags::Feats::NEGATIVE));
        let Some(subject) = s.parse.child(head, Deprel::Nsubj) else { continue };
        let Some(&n) = heads.get(&subject) else { continue };
        if !denied && fits(s, d, n) {
            s.chains.join_described(n, d, s.english.entities.why.predicate);
        }
    }
}
