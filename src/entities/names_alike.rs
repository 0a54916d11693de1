//! Sieve passes over names: one spelling, one place, acronyms, parts of longer names.

use super::EntityType;
use super::chains::Class;
use super::sieve::Sieve;
use super::structure::{NameParts, is_short_for};
use crate::english::{English, Place, PlaceKind};
use std::collections::BTreeMap;

/// A short form is held against no more longer names than this.
const MOST_CANDIDATES: usize = 24;

/// ok: `Mugabe ... Mugabe`; no: `Jordan` the man, `Jordan` the country.
pub(super) fn same_spelling(s: &mut Sieve<'_>) {
    let mut first: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for m in s.names() {
        if s.forms[m].is_empty() {
            continue;
        }
        let person_not_place = s.class[m] == Class::Person && s.english.places.get(&s.forms[m]).is_some();
        let first = *first.entry((s.forms[m].clone(), person_not_place)).or_insert(m);
        s.chains.join(first, m, "same name");
    }
}

/// What all names of one place, or of one people, share; `None` for a name the gazetteer lacks.
pub(super) fn place_key(english: &English, form: &str) -> Option<String> {
    let p: Place = english.places.get(form)?;
    match p.kind {
        PlaceKind::Country => Some(format!("country {}", p.country)),
        PlaceKind::Capital => Some(format!("capital {}", p.country)),
        PlaceKind::Demonym => Some(format!("people {}", p.country)),
        PlaceKind::Seat => None,
        _ if p.same_as.is_empty() => None,
        _ => Some(format!("place {}", p.same_as)),
    }
}

/// ok: `Burma ... Myanmar`, `Kiev ... Kyiv`, `Poles ... Polish`; no: `Kenya ... Kenyan`.
pub(super) fn same_place(s: &mut Sieve<'_>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for m in s.names() {
        if s.class[m] == Class::Person {
            continue;
        }
        if let Some(key) = place_key(s.english, &s.forms[m]) {
            let first = *first.entry(key).or_insert(m);
            s.chains.join(first, m, "other name of the same place or people");
        }
    }
}

/// The initials of a name of several words, in the ways news takes them.
pub(super) fn initials(english: &English, form: &str) -> Vec<String> {
    let words: Vec<&str> = form.split([' ', '-']).filter(|w| !w.is_empty()).take(16).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let take = |skip: &dyn Fn(&str) -> bool| {
        words
            .iter()
            .filter(|w| !skip(w))
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    let e = &english.entities;
    let mut out = vec![
        take(&|w| e.is_filler(w)),
        take(&|w| e.is_filler(w) || e.is_article_particle(w)),
        take(&|_| false),
        take(&|w| e.is_filler(w) || e.is_legal_form(w)),
    ];
    out.sort();
    out.dedup();
    out.retain(|i| i.len() > 1);
    out
}

/// An acronym as written, without full stops; `None` for what is no acronym.
pub(super) fn acronym(written: &str) -> Option<String> {
    let letters: String = written.chars().filter(|&c| c != '.').collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let plain = letters.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '&');
    (plain && capitals >= 2 && capitals * 2 > letters.len() && letters.len() <= 8).then(|| letters.to_lowercase())
}

/// ok: `Organization of American States ... OAS`; no: `Bank of America ... BBC`.
pub(super) fn acronyms(s: &mut Sieve<'_>) {
    let mut long: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in s.names() {
        if s.class[m] != Class::Person || s.forms[m].split([' ', '-']).count() > 2 {
            for i in initials(s.english, &s.forms[m]) {
                long.entry(i).or_default().push(m);
            }
        }
    }
    for m in s.names() {
        let Some(acronym) = acronym(s.mentions[m].span.of(s.parse.text)) else { continue };
        let Some(candidates) = long.get(&acronym) else { continue };
        let first = candidates[0];
        let clear = candidates.iter().take(MOST_CANDIDATES).all(|&c| s.chains.same(c, first));
        if clear {
            s.chains.join(first, m, "initials of the full name");
        }
    }
}

/// ok: `Angela Merkel ... Merkel`, `Merkel ... Angela Merkel`; no: `Hillary Clinton ... Bill Clinton`.
pub(super) fn person_parts(s: &mut Sieve<'_>) {
    let words = &s.english.entities;
    let mut long: BTreeMap<String, Vec<(usize, NameParts)>> = BTreeMap::new();
    let mut seen: BTreeMap<String, NameParts> = BTreeMap::new();
    for m in s.names().filter(|&m| s.class[m] == Class::Person) {
        let form = s.forms[m].clone();
        if seen.contains_key(&form) {
            continue;
        }
        let parts = NameParts::person(words, s.mentions[m].span.of(s.parse.text));
        if parts.words.len() > 1 {
            for w in [parts.first(), parts.last()] {
                let list = long.entry(w.to_owned()).or_default();
                if list.len() < MOST_CANDIDATES {
                    list.push((m, parts.clone()));
                }
            }
        }
        seen.insert(form, parts);
    }
    let mut done: BTreeMap<String, ()> = BTreeMap::new();
    for m in s.names() {
        let may_be_person = s.class[m] == Class::Person || s.english.places.get(&s.forms[m]).is_none();
        if !may_be_person || done.insert(s.forms[m].clone(), ()).is_some() {
            continue;
        }
        let parts = NameParts::person(words, s.mentions[m].span.of(s.parse.text));
        if s.class[m] != Class::Person && parts.words.len() != 1 {
            continue;
        }
        let Some(candidates) = long.get(parts.last()) else { continue };
        let mut fit: Vec<(bool, u32, usize)> = (candidates.iter())
            .filter(|(c, l)| *c != m && l.words != parts.words && is_short_for(&parts, l))
            .map(|(c, l)| (l.last() == parts.last(), *c))
            .map(|(family, c)| (family, s.chains.size(c), c))
            .collect();
        // The family name before the given one, then the bearer the article speaks of most, then the first.
        fit.sort_by_key(|&(family, size, c)| (std::cmp::Reverse(family), std::cmp::Reverse(size), c));
        if let Some(&(_, _, c)) = fit.first() {
            s.chains.join(c, m, "part of the full name");
        }
    }
    same_words(s);
}

/// Full names alike but for particles, titles or initials ("El Sisi", "al-Sisi").
fn same_words(s: &mut Sieve<'_>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for m in s.names().filter(|&m| s.class[m] == Class::Person) {
        let parts = NameParts::person(&s.english.entities, s.mentions[m].span.of(s.parse.text));
        let key = format!("{}|{}", parts.words.join(" "), parts.suffix.unwrap_or_default());
        let first = *first.entry(key).or_insert(m);
        s.chains.join(first, m, "same name but for small words");
    }
}

/// The words of an organisation's name without legal form.
pub(super) fn body_words(english: &English, form: &str) -> Vec<String> {
    let words: Vec<&str> = form.split([' ', ',']).map(|w| w.trim_matches('.')).filter(|w| !w.is_empty()).collect();
    let bare: Vec<&str> = words.iter().copied().filter(|w| !english.entities.is_legal_form(w)).collect();
    let kept = if bare.is_empty() { words } else { bare };
    kept.into_iter().take(16).map(str::to_owned).collect()
}

/// ok: `Volkswagen AG ... Volkswagen`, `UN Security Council ... Security Council`; no: `Supreme Court ... Court`.
pub(super) fn body_parts(s: &mut Sieve<'_>) {
    let mut whole: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut tails: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let bodies: Vec<usize> =
        s.names().filter(|&m| matches!(s.mentions[m].label, EntityType::Org | EntityType::Misc)).collect();
    for &m in &bodies {
        let words = body_words(s.english, &s.forms[m]);
        let first = *whole.entry(words.clone()).or_insert(m);
        s.chains.join(first, m, "same name but for the legal form");
        for k in 1..words.len().saturating_sub(1) {
            let list = tails.entry(words[k..].to_vec()).or_default();
            if list.len() < MOST_CANDIDATES {
                list.push(m);
            }
        }
    }
    for (words, &m) in &whole {
        if let Some(longer) = tails.get(words) {
            let first = longer[0];
            if longer.iter().all(|&l| s.chains.same(l, first)) {
                s.chains.join(first, m, "end of the full name");
            }
        }
    }
}
