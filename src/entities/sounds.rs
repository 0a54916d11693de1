//! Names across articles that are spelt otherwise: held against each other only where they share a key of sounds.

use super::chains::Class;
use super::same_name::compare;
use super::spelling::{alike, block, letters};
use super::structure::NameParts;
use super::unite::{MOST_IN_BLOCK, Union};
use crate::text::Gather;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Two spellings of one person's full name.
const SURE_PERSON: f64 = 0.72;
/// Below this likeness two spellings are one on a guess.
const CERTAIN_PERSON: f64 = 0.85;
/// Longer names are written one way or copied; to compare them costs the square of their words.
const MOST_WORDS: usize = 5;
/// Two spellings of one word that is the whole name.
pub(super) const SURE_WORD: f32 = 0.9;
/// The same for a place that no gazetteer has: two small places of one story that sound alike are rare.
const SURE_PLACE: f32 = 0.75;
/// Shorter single words are not united by sound.
pub(super) const SHORTEST_BY_SOUND: usize = 5;

/// A chain by number and its one word as letters.
type Spelt = (usize, Vec<u8>);

/// Persons with two names and more, spelt otherwise (`Volodymyr Zelensky`, `Vladimir Zelenskiy`).
/// ok: `President [a Volodymyr Zelensky] spoke in Kyiv. / President [a Volodymyr Zelenskiy] spoke in Kyiv.`
/// no: `[a Ali Karimi] thanked [b Ali Karami] in Shiraz. / [a Ali Karimi] left Shiraz.`
/// no: `Minister [a Fidel Castro] spoke in Havana. / Minister [b Raúl Castro] spoke in Havana.`
pub(super) fn full_names(union: &mut Union<'_>) {
    let mut blocks: BTreeMap<(String, char), Vec<usize>> = BTreeMap::new();
    // One bearer of each spelling is compared, for all.
    let mut bearers: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let mut alike: Vec<(usize, usize, String)> = Vec::new();
    for p in union.named() {
        let full = |n: &NameParts| (2..=MOST_WORDS).contains(&n.words.len());
        let Some(parts) = union.profiles[p].person.clone().filter(full) else { continue };
        let all = bearers.entry(parts.words.clone()).or_default();
        all.push(p);
        if all.len() > 1 {
            continue;
        }
        let initial = sound_initial(&parts.letters[0]);
        let keys: BTreeSet<String> = parts.letters.iter().map(|word| block(word)).into_set();
        let mut compared: BTreeSet<usize> = BTreeSet::new();
        for key in keys {
            let list = blocks.entry((key, initial)).or_default();
            for &q in list.iter().rev().take(MOST_IN_BLOCK).filter(|q| compared.insert(**q)) {
                let Some(other) = &union.profiles[q].person else { continue };
                let found = compare(union.english, &parts, other);
                if found.score >= SURE_PERSON && found.same {
                    let guess = found.score < CERTAIN_PERSON;
                    let why = if guess { union.english.entities.why.guessed(&found.why) } else { found.why };
                    alike.push((q, p, why));
                }
            }
            list.push(p);
        }
    }
    // Who are told of as two in one sentence are two, before any are taken for one.
    let same =
        |union: &Union<'_>, p: usize| bearers[&union.profiles[p].person.clone().unwrap_or_default().words].clone();
    for &(q, p, _) in &alike {
        for (x, y) in in_one_sentence(union, &same(union, q), &same(union, p)) {
            union.chains.set_apart(x, y);
        }
    }
    for (q, p, why) in alike {
        union.join(q, p, &why);
    }
}

/// The pairs of two lists of chains, both in the order of articles, that some sentence names side by side.
fn in_one_sentence(union: &Union<'_>, a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < a.len() && j < b.len() {
        let (x, y) = (&union.profiles[a[i]], &union.profiles[b[j]]);
        match x.article.cmp(&y.article) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                if x.sentences.iter().any(|s| y.sentences.binary_search(s).is_ok()) {
                    out.push((a[i], b[j]));
                }
                i += 1;
            }
        }
    }
    out
}

/// Places, bodies and persons of one word that sound alike and that no gazetteer tells apart.
/// ok: `Shells fell near [a Kupyansk] on Sunday. / Shells fell near [a Kupiansk] on Sunday.`
/// no: `Shells fell near [a Mariupol] on Sunday. / Shells fell near [b Mykolaiv] on Sunday.`
pub(super) fn single_words(union: &mut Union<'_>) {
    let mut blocks: BTreeMap<String, Vec<Spelt>> = BTreeMap::new();
    for p in union.named() {
        let profile = &union.profiles[p];
        let known = profile.forms.keys().any(|f| union.english.places.get(f).is_some());
        let class = profile.class();
        if known || matches!(class, Class::Other | Class::People) {
            continue;
        }
        let forms: Vec<String> = profile.forms.keys().filter(|f| !f.contains(' ')).cloned().collect();
        for form in forms {
            let sounds = letters(form.trim_start_matches("al-"));
            if sounds.len() < SHORTEST_BY_SOUND || form.contains('.') {
                continue;
            }
            let list = blocks.entry(block(&sounds)).or_default();
            let mut found = None;
            for (q, other) in list.iter().rev().take(MOST_IN_BLOCK) {
                let (there, passing) = (union.profiles[*q].class(), |p: usize| union.profiles[p].mentions.len() == 1);
                let place = class == Class::Place || there == Class::Place;
                // What is named but once may have been taken for the wrong kind.
                if class != there && !(place && (passing(p) || passing(*q))) {
                    continue;
                }
                let sure = if place { SURE_PLACE } else { SURE_WORD };
                let (x, y) = (String::from_utf8_lossy(other), String::from_utf8_lossy(&sounds));
                if class == Class::Person && union.english.entities.are_his_and_hers(&x, &y) {
                    continue;
                }
                if *other != sounds && alike(&union.english.spelling, &sounds, other) >= sure {
                    found = Some(*q);
                    break;
                }
            }
            if list.iter().rev().take(MOST_IN_BLOCK).all(|(_, o)| *o != sounds) {
                list.push((p, sounds));
            }
            if let Some(q) = found.filter(|_| class != Class::Person || is_single(union, p)) {
                union.join(q, p, union.english.entities.why.same_sounds);
            }
        }
    }
}

/// True for a person of whom only one word is known.
fn is_single(union: &Union<'_>, p: usize) -> bool {
    union.profiles[p].person.as_ref().is_some_and(|n| n.words.len() == 1)
}

/// The first sound of a given name, for blocks: vowels and breaths together.
fn sound_initial(letters: &[u8]) -> char {
    match letters {
        [b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' | b'h', ..] => 'a',
        _ => block(&letters[..letters.len().min(2)]).chars().next().unwrap_or('a'),
    }
}
