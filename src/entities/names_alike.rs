//! Sieve passes over names: one spelling, one place, acronyms, parts of longer names.

use super::EntityType;
use super::chains::Class;
use super::sieve::{Sieve, gendered_title};
use super::spelling::{alike, letters};
use super::structure::{NameParts, is_short_for};
use crate::english::{English, Gender, Place, PlaceKind};
use crate::text::{Arrange, Gather, sort_unique};
use std::collections::{BTreeMap, BTreeSet};

/// A short form is held against no more longer names than this.
const MOST_CANDIDATES: usize = 24;

/// ok: `Robert [a Mugabe] spoke first. The crowd cheered [a Mugabe].`
/// no: `The [a African Union] ([a AU]) met. The [b Arab University] ([b AU]) was closed, and the [b AU] was glad.`
/// ok: `[a Henrik Lund] resigned. [b Mrs Lund] wept. [a Lund] flew home, and [b Mrs Lund] followed.`
/// no: `[a Michael Jordan] scored. [a Jordan] has never been to [b Lebanon].`
pub(super) fn same_spelling(s: &mut Sieve<'_>) {
    let mut first: BTreeMap<(String, bool, Option<Gender>), usize> = BTreeMap::new();
    let torn = torn_acronyms(s);
    for list in torn.values() {
        for (i, (at, full)) in list.iter().enumerate() {
            for (other, _) in list[..i].iter().filter(|(_, f)| f != full) {
                s.chains.set_apart(*other, *at);
            }
        }
    }
    for m in s.names() {
        if s.forms[m].is_empty() {
            continue;
        }
        // An acronym is what it was last said to stand for.
        let told = torn.get(&s.forms[m]).and_then(|list| list.iter().rfind(|(at, _)| *at <= m));
        if let Some((at, _)) = told {
            s.chains.join(*at, m, s.english.entities.why.same_name);
            continue;
        }
        let person_not_place = s.class[m] == Class::Person && s.english.places.get(&s.forms[m]).is_some();
        let first = *first.entry((s.forms[m].clone(), person_not_place, title_alone(s, m))).or_insert(m);
        s.chains.join(first, m, s.english.entities.why.same_name);
    }
}

/// The gender told by the honorific before a family name that stands alone: "Mrs Lund" need not be the Lund of before.
fn title_alone(s: &Sieve<'_>, m: usize) -> Option<Gender> {
    let alone = s.class[m] == Class::Person && !s.forms[m].contains(' ');
    alone.then(|| gendered_title(s.english, s.parse, &s.mentions[m])).flatten()
}

/// Acronyms that the article expands in two ways, each time in brackets: by acronym, where and what it stands for.
fn torn_acronyms(s: &Sieve<'_>) -> BTreeMap<String, Vec<(usize, String)>> {
    let ends: BTreeMap<usize, usize> = s.names().map(|m| (s.mentions[m].tokens.end, m)).into_map();
    let mut out: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for m in s.names() {
        let Some(bracket) = s.mentions[m].tokens.start.checked_sub(1).filter(|&t| s.parse.form(t) == "(") else {
            continue;
        };
        let Some(full) = ends.get(&bracket).map(|&n| &s.forms[n]) else { continue };
        let list = out.entry(s.forms[m].clone()).or_default();
        if list.len() < MOST_CANDIDATES && expands(s.english, full, &s.forms[m]) {
            list.push((m, full.clone()));
        }
    }
    out.retain(|_, list| is_torn(s.english, &list.iter().map(|(_, f)| f.as_str()).collect::<Vec<_>>()));
    out
}

/// True if the letters are the initials of the name.
pub(super) fn expands(english: &English, form: &str, acronym: &str) -> bool {
    initials(english, form).iter().any(|i| i == acronym)
}

/// True if two of the names that one acronym stands for differ in more than spelling.
pub(super) fn is_torn(english: &English, full: &[&str]) -> bool {
    let telling = |form: &str| -> Vec<Vec<u8>> {
        let words = form.split([' ', '-']).filter(|w| !english.entities.is_filler(w));
        words.map(letters).collect()
    };
    let all: Vec<Vec<Vec<u8>>> = full.iter().take(MOST_CANDIDATES).map(|f| telling(f)).collect();
    let spelt = |(x, y): (&Vec<u8>, &Vec<u8>)| alike(&english.spelling, x, y) >= 0.5;
    let differ = |a: &[Vec<u8>], b: &[Vec<u8>]| a.len() == b.len() && !a.iter().zip(b).all(spelt);
    all.iter().any(|a| differ(&all[0], a))
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

/// ok: `[a Burma] closed its border. Trade with [a Myanmar] fell.`, `Shells fell on [a Kiev]. The mayor of [a Kyiv] was hurt.`
/// no: `[a Kenya] voted on Tuesday. Most [b Kenyan] voters stayed at home.`, `[a Niger] and [b Nigeria] share a border.`
pub(super) fn same_place(s: &mut Sieve<'_>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for m in s.names() {
        if s.class[m] == Class::Person {
            continue;
        }
        if let Some(key) = place_key(s.english, &s.forms[m]) {
            let first = *first.entry(key).or_insert(m);
            s.chains.join(first, m, s.english.entities.why.one_place_here);
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
    sort_unique(&mut out);
    out.retain(|i| i.len() > 1);
    out
}

/// True for a name of three words and more of which no one is a person's, whatever it was taken for.
pub(super) fn may_be_body(english: &English, form: &str) -> bool {
    let all: Vec<&str> = form.split([' ', '-']).collect();
    let told = all.iter().filter(|w| !english.entities.is_filler(w)).count();
    told > 2 && !all.iter().any(|w| english.people.is_given(w))
}

/// An acronym as written, without full stops; `None` for what is no acronym.
pub(super) fn acronym(written: &str) -> Option<String> {
    let letters: String = written.chars().filter(|&c| c != '.').collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let plain = letters.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '&');
    (plain && capitals >= 2 && capitals * 2 > letters.len() && letters.len() <= 8).then(|| letters.to_lowercase())
}

/// ok: `The [a Organization of American States] met in Lima. The [a OAS] sent observers.`
/// no: `The [a Bank of America] lent money. The [b BBC] reported it.`
pub(super) fn acronyms(s: &mut Sieve<'_>) {
    let mut long: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in s.names() {
        if s.class[m] != Class::Person || may_be_body(s.english, &s.forms[m]) {
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
            s.chains.join(first, m, s.english.entities.why.initials);
        }
    }
}

/// ok: `[a Angela Merkel] spoke in Berlin. [a Merkel] left at noon.`
/// no: `[a Hillary Clinton] spoke. [b Bill Clinton] listened.`
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
            // The second of two family names may be left out.
            let family = (parts.words.len() > 2).then(|| parts.words[parts.words.len() - 2].as_str());
            for w in [Some(parts.first()), family, Some(parts.last())].into_iter().flatten() {
                let list = long.entry(w.to_owned()).or_default();
                if list.len() < MOST_CANDIDATES {
                    list.push((m, parts.clone()));
                }
            }
        }
        seen.insert(form, parts);
    }
    let mut done: BTreeSet<(String, Option<Gender>)> = BTreeSet::new();
    for m in s.names() {
        let may_be_person = s.class[m] == Class::Person || s.english.places.get(&s.forms[m]).is_none();
        if !may_be_person || !done.insert((s.forms[m].clone(), title_alone(s, m))) {
            continue;
        }
        let parts = NameParts::person(words, s.mentions[m].span.of(s.parse.text));
        if s.class[m] != Class::Person && parts.words.len() != 1 {
            continue;
        }
        let Some(candidates) = long.get(parts.last()) else { continue };
        let mut fit: Vec<(bool, u32, usize)> = (candidates.iter())
            .filter(|(c, l)| *c != m && l.words != parts.words && is_short_for(&parts, l))
            .filter(|(_, l)| {
                l.last() == parts.last() || parts.words.len() == 1 || !s.english.people.is_given(parts.last())
            })
            .map(|(c, l)| (l.last() == parts.last(), s.chains.size(*c), *c))
            .collect();
        fit.retain(|&(_, _, c)| s.chains.agree(c, m));
        // The family name before the given one, then the bearer the article speaks of most, then the first.
        fit.arrange_by_key(|&(family, size, c)| (std::cmp::Reverse(family), std::cmp::Reverse(size), c));
        if let Some(&(_, _, c)) = fit.first() {
            s.chains.join(c, m, s.english.entities.why.part_of_name);
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
        s.chains.join(first, m, s.english.entities.why.same_but_small_words);
    }
}

/// The words of an organisation's name without legal form.
pub(super) fn body_words(english: &English, form: &str) -> Vec<String> {
    let words: Vec<&str> = form.split([' ', ',']).map(|w| w.trim_matches('.')).filter(|w| !w.is_empty()).collect();
    let bare: Vec<&str> = words.iter().copied().filter(|w| !english.entities.is_legal_form(w)).collect();
    let kept = if bare.is_empty() { words } else { bare };
    kept.into_iter().take(16).map(str::to_owned).collect()
}

/// ok: `Workers at [a Hokuto Metals Co.] walked out in Kobe. Shares of [a Hokuto] fell by 3 percent.`
/// ok: `[a Arvand Steel] sold a mill. Profits fell, and [a Arvand] closed another.`
/// ok: `[a Volkswagen AG] cut jobs. Unions at [a Volkswagen] protested.`
/// no: `The [a Supreme Court] ruled. The [b Court of Appeal] had refused.`
/// no: `The [a Free Kenyan Army] laid down its arms. The [b Kenyan Army] took them.`
pub(super) fn body_parts(s: &mut Sieve<'_>) {
    let mut whole: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut tails: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let bodies: Vec<usize> =
        s.names().filter(|&m| matches!(s.mentions[m].label, EntityType::Org | EntityType::Misc)).collect();
    for &m in &bodies {
        let words = body_words(s.english, &s.forms[m]);
        let first = *whole.entry(words.clone()).or_insert(m);
        s.chains.join(first, m, s.english.entities.why.same_but_legal_form);
        // A firm by the first word of its name.
        let last = s.parse.form(s.mentions[m].tokens.end - 1);
        let legal = words.len() == 2 && s.english.entities.is_firm_word(last)
            || s.forms[m].split([' ', ',']).filter(|w| !w.is_empty()).count() > words.len();
        if legal && words.len() > 1 && s.english.places.get(&words[0]).is_none() {
            tails.entry(words[..1].to_vec()).or_default().push(m);
        }
        for k in 1..words.len().saturating_sub(1) {
            let list = tails.entry(words[k..].to_vec()).or_default();
            if list.len() < MOST_CANDIDATES {
                list.push(m);
            }
        }
    }
    for (words, &m) in &whole {
        // A body of a country is not the end of another's name.
        let of_country = words.first().is_some_and(|w| s.english.places.get(w).is_some());
        if let Some(longer) = tails.get(words).filter(|_| !of_country) {
            let first = longer[0];
            if longer.iter().all(|&l| s.chains.same(l, first)) {
                s.chains.join(first, m, s.english.entities.why.end_of_name);
            }
        }
    }
}
