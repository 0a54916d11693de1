//! Entities across articles: chains are held against each other only where a key brings them together.

use super::chains::{Chains, Class};
use super::profile::{Profile, profiles};
use super::same_name::compare;
use super::spelling::{alike, block, letters};
use super::structure::is_short_for;
use super::{Correction, Entities, Mentions, assemble, bodies_alike, correct, described};
use crate::english::English;
use crate::syntax::Parse;
use std::collections::BTreeMap;

/// Of a block of chains that share a sound key, each is held against no more than this many others.
const MOST_IN_BLOCK: usize = 16;
/// Two spellings of one person's full name.
const SURE_PERSON: f64 = 0.72;
/// Two spellings of one word that is the whole name.
const SURE_WORD: f32 = 0.9;
/// The same for a place that no gazetteer has: two small places of one story that sound alike are rare.
const SURE_PLACE: f32 = 0.75;
/// Shorter single words are not united by sound.
const SHORTEST_BY_SOUND: usize = 5;

/// So many times as often spoken of, one bearer of a name is taken for the one that is meant.
const MUCH_MORE: usize = 4;

/// A chain by number and its one word as letters.
type Spelt = (usize, Vec<u8>);

/// Chains on their way to entities, and the reasons given.
pub(super) struct Union<'a> {
    pub english: &'a English,
    pub profiles: Vec<Profile>,
    pub chains: Chains,
    /// Who was joined to whom across chains, and why.
    pub reasons: Vec<(usize, usize, String)>,
}

/// Unites the chains of all articles; the reader's corrections go before every rule. `serials` number the articles for as
/// long as the dossier lives, whatever order they come in here.
pub fn unite(
    english: &English,
    articles: &[(Parse<'_>, &Mentions)],
    serials: &[u32],
    corrections: &[Correction],
) -> Entities {
    let mut all: Vec<Profile> = Vec::new();
    for (a, (parse, m)) in articles.iter().enumerate() {
        let of_article = profiles(english, a, all.len(), parse, m);
        all.extend(of_article);
    }
    let chains = Chains::new(all.len());
    let mut union = Union { english, profiles: all, chains, reasons: Vec::new() };
    union.know();
    union.by_keys();
    union.full_names_by_sound();
    union.parts_of_full_names();
    union.single_words_by_sound();
    bodies_alike::parts(&mut union);
    union.armed_sides();
    described::descriptions(&mut union);
    let mut draft = assemble::draft(union, articles, serials);
    correct::apply(english, &mut draft, articles, serials, corrections);
    assemble::finish(english, draft, articles)
}

impl Union<'_> {
    pub(super) fn join(&mut self, a: usize, b: usize, why: &str) {
        if !self.chains.same(a, b) && self.chains.join(a, b, why) {
            self.reasons.push((a, b, why.to_owned()));
        }
    }

    /// Joins on a guess: never two that each have a name.
    pub(super) fn guess(&mut self, a: usize, b: usize, why: &str) {
        if !self.chains.same(a, b) && self.chains.join_described(a, b, why) {
            self.reasons.push((a, b, why.to_owned()));
        }
    }

    /// What every chain is known to be and not to be, before any rule: its name, its gender, whose relative it is, and of
    /// whom it bears the name without the suffix.
    ///
    /// ok: `[a Luis Prado] ran for mayor of Quito. His son [b Luis Prado Jr.] ran the campaign. / Quito cheered [a Luis Prado].`
    /// no: `[a Ivan Orlov] was jailed in Omsk. His sister, [b Ivana Orlova], was freed. / Omsk cheered [b Ivana Orlova].`
    fn know(&mut self) {
        let mut plain: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for p in 0..self.profiles.len() {
            let profile = &self.profiles[p];
            if profile.is_named() {
                self.chains.set_named(p);
            }
            if let Some(gender) = profile.gender {
                self.chains.set_gender(p, gender);
            }
            for owner in profile.relations.iter().filter_map(|(_, owner)| *owner) {
                self.chains.set_apart(owner, p);
            }
            let Some(person) = &profile.person else { continue };
            let key = (profile.article, person.words.join(" "));
            match person.suffix {
                None => {
                    plain.entry(key).or_insert(p);
                }
                // Whoever was named without it before is another.
                Some(_) => {
                    if let Some(&elder) = plain.get(&key) {
                        self.chains.set_apart(elder, p);
                    }
                }
            }
        }
    }

    /// The distinct entities of some chains, each by its first chain, with how many mentions speak of it; the most first.
    fn bearers(&mut self, chains: Vec<usize>) -> Vec<(usize, usize)> {
        let mut out: Vec<(usize, usize)> = Vec::new();
        for c in chains {
            let said = self.profiles[c].mentions.len();
            match out.iter().position(|&(b, _)| self.chains.same(b, c)) {
                Some(b) => out[b].1 += said,
                None => out.push((c, said)),
            }
        }
        out.sort_by_key(|&(c, n)| (std::cmp::Reverse(n), c));
        out
    }

    /// Chains by number that have a name.
    pub(super) fn named(&self) -> Vec<usize> {
        (0..self.profiles.len()).filter(|&p| self.profiles[p].is_named()).collect()
    }

    /// What is equal: names, places under their other names, full names of persons, acronyms with their expansion.
    /// ok: `Envoys of [a Türkiye] met in Geneva. / Envoys of [a Turkey] met in Geneva.`
    /// ok: `The [a African Union] praised the vote. / The [a AU] praised the vote in Lusaka.`
    /// no: `Envoys of [a Niger] met in Geneva. / Envoys of [b Nigeria] met in Geneva.`
    fn by_keys(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut expansions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for p in 0..self.profiles.len() {
            for (key, why) in keys(self.english, &self.profiles[p]) {
                match first.get(&key) {
                    Some(&f) => self.join(f, p, why),
                    None => {
                        first.insert(key, p);
                    }
                }
            }
            for i in &self.profiles[p].initials {
                let list = expansions.entry(i.clone()).or_default();
                if list.len() < MOST_IN_BLOCK {
                    list.push(p);
                }
            }
        }
        for p in self.named() {
            for acronym in self.profiles[p].acronyms.clone() {
                let Some(full) = expansions.get(&acronym).cloned() else { continue };
                let others = full.into_iter().filter(|&f| f != p).collect();
                let bearers = self.bearers(others);
                let why = &self.english.entities.why;
                match bearers[..] {
                    [(only, _)] => self.join(only, p, why.initials),
                    [(most, n), (_, m), ..] if n >= MUCH_MORE * m => self.join(most, p, why.likeliest_initials),
                    _ => {}
                }
            }
        }
    }

    /// Persons with two names and more, spelt otherwise (`Volodymyr Zelensky`, `Vladimir Zelenskiy`).
    /// ok: `President [a Volodymyr Zelensky] spoke in Kyiv. / President [a Volodymyr Zelenskiy] spoke in Kyiv.`
    /// no: `Minister [a Fidel Castro] spoke in Havana. / Minister [b Raúl Castro] spoke in Havana.`
    fn full_names_by_sound(&mut self) {
        let mut blocks: BTreeMap<(String, char), Vec<usize>> = BTreeMap::new();
        let mut seen: BTreeMap<Vec<String>, ()> = BTreeMap::new();
        for p in self.named() {
            let Some(parts) = self.profiles[p].person.clone().filter(|n| n.words.len() > 1) else { continue };
            if seen.insert(parts.words.clone(), ()).is_some() {
                continue;
            }
            for word in &parts.letters {
                let initial = sound_initial(&parts.letters[0]);
                let list = blocks.entry((block(word), initial)).or_default();
                for &q in list.iter().rev().take(MOST_IN_BLOCK).collect::<Vec<_>>() {
                    if self.chains.same(p, q) {
                        continue;
                    }
                    let Some(other) = &self.profiles[q].person else { continue };
                    let found = compare(self.english, &parts, other);
                    if found.score >= SURE_PERSON && found.same {
                        self.join(q, p, &found.why);
                    }
                }
                list.push(p);
            }
        }
    }

    /// A family name alone, or a shorter form, in an article that never gives the full name.
    /// ok: `Lawyers met [a Amina Mensah] in Accra. / Lawyers met [a Mensah] in Accra.`
    /// no: `Lawyers met [a Amina Mensah] and [b Kofi Mensah] in Accra. / Lawyers met [-c Mensah] in Accra.`
    /// no: `Lawyers met [a Tunde Adeyemi] in Lagos. / Lawyers met [b Ben Adeyemi] in Lagos.`
    fn parts_of_full_names(&mut self) {
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for p in self.named() {
            let Some(parts) = self.profiles[p].person.as_ref().filter(|n| n.words.len() > 1) else { continue };
            let family = (parts.words.len() > 2).then(|| parts.words[parts.words.len() - 2].clone());
            let sounds = block(parts.letters.last().map_or(&[][..], |l| l)).to_uppercase();
            for w in [Some(parts.last().to_owned()), Some(sounds), family].into_iter().flatten() {
                by_word.entry(w).or_default().push(p);
            }
        }
        for p in self.named() {
            let Some(parts) = self.profiles[p].person.clone() else { continue };
            let Some(sounds) = parts.letters.last() else { continue };
            let exact = by_word.get(parts.last());
            let near = || by_word.get(&block(sounds).to_uppercase()).filter(|_| parts.words.len() == 1);
            let Some(candidates) = exact.or_else(near).cloned() else { continue };
            // The distinct persons of that family name, with how many chains speak of each.
            let mut bearers: Vec<(usize, usize)> = Vec::new();
            for c in candidates {
                let Some(long) = &self.profiles[c].person else { continue };
                let whole = parts.words.len() == 1 || parts.last() == long.last();
                let short = is_short_for(&parts, long)
                    && (long.words.len() > parts.words.len() || long.suffix.is_some() && parts.suffix.is_none())
                    && (whole || !self.english.people.is_given(parts.last()));
                let sounds_so = parts.words.len() == 1
                    && parts.lead.is_none()
                    && sounds.len() >= SHORTEST_BY_SOUND
                    && long.letters.last().is_some_and(|l| alike(&self.english.spelling, sounds, l) >= SURE_WORD);
                if !(short || sounds_so) {
                    continue;
                }
                let root = self.chains.root(c);
                let said = self.profiles[c].mentions.len();
                match bearers.iter().position(|(b, _)| self.chains.root(*b) == root) {
                    Some(b) => bearers[b].1 += said,
                    None if bearers.len() < MOST_IN_BLOCK => bearers.push((c, said)),
                    None => {}
                }
            }
            bearers.sort_by_key(|&(c, n)| (std::cmp::Reverse(n), c));
            match bearers[..] {
                [(only, _)] => self.join(only, p, self.english.entities.why.only_bearer),
                // Far more spoken of than any namesake.
                [(most, n), (_, m), ..] if n >= MUCH_MORE * m => {
                    self.join(most, p, self.english.entities.why.likeliest_bearer);
                }
                _ => {}
            }
        }
    }

    /// Places, bodies and persons of one word that sound alike and that no gazetteer tells apart.
    /// ok: `Shells fell near [a Kupyansk] on Sunday. / Shells fell near [a Kupiansk] on Sunday.`
    /// no: `Shells fell near [a Mariupol] on Sunday. / Shells fell near [b Mykolaiv] on Sunday.`
    fn single_words_by_sound(&mut self) {
        let mut blocks: BTreeMap<String, Vec<Spelt>> = BTreeMap::new();
        for p in self.named() {
            let profile = &self.profiles[p];
            let known = profile.forms.keys().any(|f| self.english.places.get(f).is_some());
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
                    let (there, passing) = (self.profiles[*q].class(), |p: usize| self.profiles[p].mentions.len() == 1);
                    let place = class == Class::Place || there == Class::Place;
                    // What is named but once may have been taken for the wrong kind.
                    if class != there && !(place && (passing(p) || passing(*q))) {
                        continue;
                    }
                    let sure = if place { SURE_PLACE } else { SURE_WORD };
                    let (x, y) = (String::from_utf8_lossy(other), String::from_utf8_lossy(&sounds));
                    if class == Class::Person && self.english.entities.are_his_and_hers(&x, &y) {
                        continue;
                    }
                    if *other != sounds && alike(&self.english.spelling, &sounds, other) >= sure {
                        found = Some(*q);
                        break;
                    }
                }
                if list.iter().rev().take(MOST_IN_BLOCK).all(|(_, o)| *o != sounds) {
                    list.push((p, sounds));
                }
                if let Some(q) = found.filter(|_| class != Class::Person || self.is_single(p)) {
                    self.join(q, p, self.english.entities.why.same_sounds);
                }
            }
        }
    }

    /// True for a person of whom only one word is known.
    fn is_single(&self, p: usize) -> bool {
        self.profiles[p].person.as_ref().is_some_and(|n| n.words.len() == 1)
    }

    /// "The rebels" of one article and "the insurgents" of another, where both speak of the same country.
    /// ok: `[r Rebels] seized a town in Sudan. Sudan sent its army. / [r The insurgents] fled, Sudan said on Monday.`
    /// no: `[r Rebels] seized a town in Sudan. Sudan sent its army. / [q The insurgents] fled, Peru said on Monday.`
    fn armed_sides(&mut self) {
        let mut places: BTreeMap<usize, Vec<(u32, usize)>> = BTreeMap::new();
        for p in self.named() {
            if self.profiles[p].place.as_ref().is_some_and(|k| k.starts_with("country")) {
                let names = self.profiles[p].forms.values().map(|f| f.0).sum();
                let root = self.chains.root(p);
                places.entry(self.profiles[p].article).or_default().push((names, root));
            }
        }
        // The two countries an article speaks of most.
        for list in places.values_mut() {
            list.sort_by_key(|&(n, p)| (std::cmp::Reverse(n), p));
            list.truncate(2);
        }
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for p in 0..self.profiles.len() {
            if !self.profiles[p].insurgent || self.profiles[p].is_named() {
                continue;
            }
            let scene = places.get(&self.profiles[p].article).cloned().unwrap_or_default();
            let known = scene.iter().find_map(|(_, c)| first.get(c)).copied();
            match known {
                Some(f) => self.join(f, p, self.english.entities.why.armed_side_across),
                None => {
                    if let Some(&(_, c)) = scene.first() {
                        first.insert(c, p);
                    }
                }
            }
        }
    }
}

/// The first sound of a given name, for blocks: vowels and breaths together.
fn sound_initial(letters: &[u8]) -> char {
    match letters {
        [b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' | b'h', ..] => 'a',
        _ => block(&letters[..letters.len().min(2)]).chars().next().unwrap_or('a'),
    }
}

/// Keys that only one entity can have, with the reason they give.
fn keys(english: &English, p: &Profile) -> Vec<(String, &'static str)> {
    let mut out = Vec::new();
    if let Some(place) = &p.place {
        out.push((place.clone(), english.entities.why.one_place));
    }
    if let Some(body) = &p.state_body {
        out.push((format!("body {body}"), english.entities.why.same_state_body));
    }
    if let Some(person) = &p.person {
        let suffix = person.suffix.as_deref().unwrap_or("");
        if person.words.len() > 1 {
            out.push((format!("person {}|{suffix}", person.words.join(" ")), english.entities.why.same_full_name));
            let rest = person.words[1..].join(" ");
            out.push((format!("familiar {} {rest}|{suffix}", person.given), english.entities.why.familiar_form));
        }
        // "Lee Jae-hyun" is "Jae-hyun Lee": the words go round.
        if matches!(person.words.len(), 2 | 3) && person.words.iter().all(|w| w.len() > 1) {
            let mut round = person.words.clone();
            let first = (0..round.len()).min_by_key(|&i| &round[i]).unwrap_or_default();
            round.rotate_left(first);
            out.push((format!("turned {}|{suffix}", round.join(" ")), english.entities.why.turned_pair));
        }
    }
    // One word of a full name tells no one apart, and a person is no place of the same name.
    let full_person = p.person.as_ref().is_some_and(|n| n.words.len() > 1);
    let tells = |form: &str| match form.contains(' ') {
        true => true,
        false => !full_person && (p.person.is_none() || english.places.get(form).is_none()),
    };
    for form in p.forms.keys().filter(|f| !f.is_empty() && tells(f)) {
        out.push((format!("name {form}"), english.entities.why.same_name));
    }
    for form in p.forms.keys() {
        if let Some((name, house)) = form.rsplit_once(' ')
            && english.entities.is_kindred(house)
        {
            let name = super::structure::NameParts::person(&english.entities, name);
            out.push((format!("kindred {}", name.last()), english.entities.why.same_family));
        }
    }
    for words in &p.body {
        out.push((format!("name {}", words.join(" ")), english.entities.why.same_but_legal_form));
    }
    out
}
