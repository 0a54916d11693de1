//! Entities across articles: chains are held against each other only where a key brings them together.

use super::chains::Chains;
use super::names_alike::{expands, is_torn};
use super::profile::{Profile, profiles};
use super::same_name::turns;
use super::{Correction, Entities, Mentions, assemble, bearers, bodies_alike, correct, described, sounds};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{Arrange, Gather};
use std::collections::{BTreeMap, BTreeSet};

/// Of a block of chains that share a sound key, each is held against no more than this many others.
pub(super) const MOST_IN_BLOCK: usize = 16;
/// Two accounts of one person's age part no further; namesakes most often do.
const AGES_APART: u32 = 5;
/// So many times as often spoken of, one bearer of a name is taken for the one that is meant.
pub(super) const MUCH_MORE: usize = 4;

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
    union.know(articles);
    union.by_keys();
    sounds::full_names(&mut union);
    bearers::parts_of_full_names(&mut union);
    sounds::single_words(&mut union);
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
    /// ok: `[a Femi Bello], 34, was robbed in Lagos. / Police in Lagos met [a Femi Bello], 35, on Monday.`
    /// no: `[a Femi Bello], 34, was robbed in Lagos. / Police in Lagos met [b Femi Bello], 71, on Monday.`
    /// no: `[a Ivan Orlov] was jailed in Omsk. His sister, [b Ivana Orlova], was freed. / Omsk cheered [b Ivana Orlova].`
    fn know(&mut self, articles: &[(Parse<'_>, &Mentions)]) {
        let mut base = 0;
        for (_, m) in articles {
            for [a, b] in &m.apart {
                self.chains.set_apart(base + *a as usize, base + *b as usize);
            }
            base += m.chains();
        }
        let mut plain: BTreeMap<(usize, String), usize> = BTreeMap::new();
        let mut aged: BTreeMap<String, Vec<(u32, usize)>> = BTreeMap::new();
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
            let name = person.words.join(" ");
            if let (Some(age), true) = (profile.age, person.words.len() > 1) {
                let others = aged.entry(name.clone()).or_default();
                for &(_, q) in others.iter().filter(|(other, _)| other.abs_diff(age) > AGES_APART) {
                    self.chains.set_apart(q, p);
                }
                if others.len() < MOST_IN_BLOCK {
                    others.push((age, p));
                }
            }
            let key = (profile.article, name);
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
    fn distinct(&mut self, chains: Vec<usize>) -> Vec<(usize, usize)> {
        let mut out: Vec<(usize, usize)> = Vec::new();
        for c in chains {
            let said = self.profiles[c].mentions.len();
            match out.iter().position(|&(b, _)| self.chains.same(b, c)) {
                Some(b) => out[b].1 += said,
                None => out.push((c, said)),
            }
        }
        out.arrange_by_key(|&(c, n)| (std::cmp::Reverse(n), c));
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
    /// no: `The [a Central Bank (CB)] met in Lima. / The [b Commerce Bank (CB)] met in Lima. The [b CB] raised rates.`
    /// no: `[a Ali Hassan] met [b Hassan Ali] in Cairo. / [a Ali Hassan] left Cairo.`
    fn by_keys(&mut self) {
        let torn = self.torn_acronyms();
        let scenes = self.scenes();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut expansions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for p in 0..self.profiles.len() {
            for (key, why) in keys(self.english, &self.profiles[p]) {
                if key.strip_prefix("name ").is_some_and(|form| torn.contains(form)) {
                    continue;
                }
                match first.get(&key) {
                    Some(&f) if self.may_be_namesakes(&scenes, f, p) => {
                        self.join(f, p, self.english.entities.why.unlike_roles);
                    }
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
                if torn.contains(&acronym) && self.profiles[p].initials.contains(&acronym) {
                    continue;
                }
                let Some(full) = expansions.get(&acronym).cloned() else { continue };
                let others = full.into_iter().filter(|&f| f != p).collect();
                let bearers = self.distinct(others);
                let why = &self.english.entities.why;
                match bearers[..] {
                    [(only, _)] => self.join(only, p, why.initials),
                    [(most, n), (_, m), ..] if n >= MUCH_MORE * m => self.join(most, p, why.likeliest_initials),
                    _ => {}
                }
            }
        }
    }

    /// Acronyms that two articles expand in two ways: of such a one, the letters alone tell no one.
    fn torn_acronyms(&self) -> BTreeSet<String> {
        let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for p in self.named() {
            let profile = &self.profiles[p];
            for acronym in &profile.acronyms {
                let list = told.entry(acronym).or_default();
                let full = profile.forms.keys().filter(|f| expands(self.english, f, acronym));
                list.extend(full.map(String::as_str).take(MOST_IN_BLOCK.saturating_sub(list.len())));
            }
        }
        told.retain(|_, full| is_torn(self.english, full));
        told.into_keys().map(str::to_owned).into_set()
    }

    /// How many articles there are, up to the last that names somebody.
    pub(super) fn articles(&self) -> usize {
        self.profiles.last().map_or(0, |p| p.article + 1)
    }

    /// The names of each article, by their forms.
    fn scenes(&self) -> Vec<BTreeSet<String>> {
        let mut out = vec![BTreeSet::new(); self.articles()];
        for p in &self.profiles {
            out[p.article].extend(p.forms.keys().cloned());
        }
        out
    }

    /// Two of one full name whose roles share no word, in articles that share no other name.
    fn may_be_namesakes(&self, scenes: &[BTreeSet<String>], a: usize, b: usize) -> bool {
        let (x, y) = (&self.profiles[a], &self.profiles[b]);
        let roles = |p: &Profile| -> BTreeSet<String> {
            let own = p.described.iter().filter(|d| d.noun.person && !d.noun.kin && !d.noun.anonymous);
            own.map(|d| d.word.clone()).into_set()
        };
        let (mine, theirs) = (roles(x), roles(y));
        let other = |form: &&String| !x.forms.contains_key(*form) && !y.forms.contains_key(*form);
        x.person.is_some()
            && x.article != y.article
            && !mine.is_empty()
            && !theirs.is_empty()
            && mine.is_disjoint(&theirs)
            && !scenes[x.article].intersection(&scenes[y.article]).any(|f| other(&f))
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
            list.arrange_by_key(|&(n, p)| (std::cmp::Reverse(n), p));
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
        if person.words.len() < 4 && turns(english, person) {
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
