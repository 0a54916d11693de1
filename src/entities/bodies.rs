//! Sieve passes over descriptions that come again, and over "the newspaper", "the city", "the rebels".

use super::chains::Class;
use super::find::noun_lemma;
use super::sieve::Sieve;
use super::{EntityType, Mention, MentionKind, offices};
use crate::english::{English, PlaceKind};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use std::collections::BTreeMap;

/// So many sentences back "the official" still means the one before.
const REACH: usize = 12;
/// So many sentences back "the city" or "the company" does.
const NEAR: usize = 2;

/// ok: `[a A regional diplomat] said that talks went on. [a The diplomat] asked not to be named.`
/// no: `[a A diplomat] said that talks went on. [b A diplomat] in Cairo denied it.`
pub(super) fn repeated(s: &mut Sieve<'_>) {
    let mut before: BTreeMap<(String, bool), Vec<usize>> = BTreeMap::new();
    for d in s.descriptions() {
        let m = &s.mentions[d];
        let key = (s.lemma(d), s.parse.feats(m.head).has(Feats::PLURAL));
        let earlier = before.entry(key).or_default();
        if s.is_definite(d) && (!s.chains.is_named(d) || s.class[d] == Class::Person) {
            let fit = earlier
                .iter()
                .rev()
                .copied()
                .take(8)
                .find(|&e| s.sentence(d) - s.sentence(e) <= REACH && details_fit(s, e, d));
            if let Some(e) = fit {
                s.chains.join_described(e, d, s.english.entities.why.described_again);
            }
        }
        earlier.push(d);
    }
}

/// Every telling word of the later description was there in the earlier one, and no other country.
fn details_fit(s: &Sieve<'_>, earlier: usize, later: usize) -> bool {
    let (e, l) = (&s.mentions[earlier], &s.mentions[later]);
    let held: Vec<String> = e.tokens.clone().map(|t| s.word(t)).collect();
    let new = (l.tokens.start..l.head).find(|&t| {
        matches!(s.parse.upos(t), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) && !held.contains(&s.word(t))
    });
    let (before, now) = (offices::tenure(s.english, s.parse, e), offices::tenure(s.english, s.parse, l));
    new.is_none() && offices::tenures_fit(now, before)
}

/// What is described by its kind alone: media, bodies, towns, camps. What names itself by "of" is that and nothing else.
///
/// ok: `Planes left [m Ankara] at dawn. They bombed [s the city of] [s Sirte].`
/// no: `Planes left [m Ankara] at dawn. They bombed [-s the town of Ajdabiya].`
pub(super) fn by_kind(s: &mut Sieve<'_>) {
    insurgents(s);
    for d in s.descriptions() {
        if s.chains.is_named(d) || !s.is_definite(d) || s.parse.feats(s.mentions[d].head).has(Feats::PLURAL) {
            continue;
        }
        let noun = s.noun[d].unwrap_or_default();
        if let Some(own) = named_in(s, d) {
            if noun.town && s.class[own] == Class::Place {
                s.chains.join_described(own, d, s.english.entities.why.named_in);
            }
            continue;
        }
        let found = if noun.media {
            publisher(s, d)
        } else if noun.organisation || noun.group {
            body_of_that_word(s, d).or_else(|| body_just_named(s, d))
        } else if noun.town {
            town(s, d)
        } else {
            None
        };
        if let Some((n, why)) = found {
            s.chains.join_described(n, d, why);
        }
    }
}

/// The name that stands in a description behind its head ("Hama" in "the city of Hama").
fn named_in(s: &Sieve<'_>, d: usize) -> Option<usize> {
    let m = &s.mentions[d];
    let inside = s.mentions[d + 1..].iter().take_while(|x| x.tokens.start < m.tokens.end);
    let at = inside.enumerate().find(|(_, x)| x.kind == MentionKind::Name && x.tokens.start > m.head);
    at.map(|(i, _)| d + 1 + i)
}

/// ok: `[a The Daily Nation] reported that two banks would merge. [a The newspaper] said talks began in May.`
/// no: `[a The Daily Nation] reported a merger. [b The Guardian] reported a sale. [-c The newspaper] said talks began in May.`
fn publisher(s: &mut Sieve<'_>, d: usize) -> Option<(usize, &'static str)> {
    let mut found: Option<usize> = None;
    for n in s.names().take_while(|&n| s.mentions[n].tokens.start < s.mentions[d].tokens.start).collect::<Vec<_>>() {
        use EntityType::{Misc, Norp, Org, Work};
        // A publication that passed for a people leaves open which of the two is meant.
        if !matches!(s.mentions[n].label, Org | Work | Misc | Norp) || !speaks(s, n) {
            continue;
        }
        match found {
            _ if s.mentions[n].label == Norp => return None,
            Some(f) if !s.chains.same(f, n) => return None,
            _ => found = Some(n),
        }
    }
    found.map(|n| (n, s.english.entities.why.only_publication))
}

/// The subject of a verb of saying, or named after "according to".
fn speaks(s: &Sieve<'_>, n: usize) -> bool {
    let m = &s.mentions[n];
    let by_tree = matches!(s.parse.deprel(m.head), Deprel::Nsubj)
        && s.parse.head(m.head).is_some_and(|v| s.english.entities.is_reporting(s.parse.lemma(v)));
    let start = m.tokens.start;
    let to = start.checked_sub(1).map(|t| s.word(t)).unwrap_or_default();
    let to = if s.english.entities.is_article(&to) { start.checked_sub(2) } else { start.checked_sub(1) };
    let told = to.is_some_and(|t| t > 0 && s.english.entities.is_according_to(&s.word(t - 1), &s.word(t)));
    let agent = s.parse.deprel(m.head) == Deprel::OblAgent
        && s.parse.head(m.head).is_some_and(|v| s.english.entities.is_reporting(s.parse.lemma(v)));
    by_tree || told || agent
}

/// ok: `The [a Supreme Court] ruled on Monday. Protesters stood outside [a the court].`
/// no: `The [a Supreme Court] overruled the [b High Court]. Protesters stood outside [-c the court].`
fn body_of_that_word(s: &mut Sieve<'_>, d: usize) -> Option<(usize, &'static str)> {
    let lemma = s.lemma(d);
    if s.mentions[d].tokens.len() > 2 {
        return None;
    }
    let mut found: Option<usize> = None;
    for n in s.names().collect::<Vec<_>>() {
        if s.mentions[n].tokens.start > s.mentions[d].tokens.start {
            break;
        }
        if s.class[n] != Class::Body || !s.forms[n].split([' ', '-']).any(|w| w == lemma) {
            continue;
        }
        match found {
            Some(f) if !s.chains.same(f, n) => return None,
            _ => found = Some(n),
        }
    }
    found.map(|n| (n, s.english.entities.why.only_such_word))
}

/// ok: `[a Nokia] cut 2,000 jobs. [a The company] said that it was sorry.`
/// no: `[a Nokia] and [b Siemens] cut jobs. [-c The company] said that it was sorry.`
/// no: `The plan was leaked to the [a Guardian]. [-b The company] closed two mills.`
fn body_just_named(s: &mut Sieve<'_>, d: usize) -> Option<(usize, &'static str)> {
    let lemma = s.lemma(d);
    if s.mentions[d].tokens.len() > 2 || !s.english.entities.is_called_by_kind(&lemma) {
        return None;
    }
    let at = s.sentence(d);
    let mut found: Option<usize> = None;
    for n in (0..d).rev() {
        let back = at - s.sentence(n);
        if back > NEAR || found.is_some() && back > 1 {
            break;
        }
        let name = &s.mentions[n];
        let body = name.kind == MentionKind::Name && name.label == EntityType::Org;
        if !body || says_other_kind(s, n, &lemma) || is_medium(s, n) && !s.noun[d].is_some_and(|x| x.media) {
            continue;
        }
        match found {
            Some(f) if !s.chains.same(f, n) => return None,
            _ => found = Some(n),
        }
    }
    found.map(|n| (n, s.english.entities.why.body_before))
}

/// True for a newspaper, a broadcaster, an agency: it is cited in every story and is the company of few.
fn is_medium(s: &Sieve<'_>, n: usize) -> bool {
    let (form, reader) = (&s.forms[n], &s.english.reader);
    reader.outlet(form).is_some()
        || form.split(' ').any(|w| reader.is_outlet_word(w) || s.english.entities.noun(w).is_some_and(|n| n.media))
}

/// True if a name tells by one of its words that it is a body of another kind ("Foreign Ministry" is no company).
fn says_other_kind(s: &Sieve<'_>, n: usize, lemma: &str) -> bool {
    let words = &s.english.entities;
    let other = |w: &str| w != lemma && words.noun(w).is_some_and(|n| n.organisation || n.state || n.group);
    s.forms[n].split([' ', '-']).any(other)
}

/// ok: `A quake struck [a Arequipa] on Friday. Schools in [a the city] were closed.`
/// no: `The road between [a Cusco] and [b Arequipa] was cut. Schools in [-c the city] were closed.`
fn town(s: &mut Sieve<'_>, d: usize) -> Option<(usize, &'static str)> {
    let at = s.sentence(d);
    let countries = s.places_in(s.mentions[d].tokens.clone());
    let capital = s.lemma(d) == s.english.entities.capital;
    let mut found: Option<usize> = None;
    for n in s.names().collect::<Vec<_>>() {
        let place = s.english.places.get(&s.forms[n]);
        if capital {
            let Some(p) = place.filter(|p| p.kind == PlaceKind::Capital) else { continue };
            if countries.first().is_some_and(|c| c == p.country) {
                return Some((n, s.english.entities.why.capital));
            }
            continue;
        }
        if s.mentions[n].tokens.start > s.mentions[d].tokens.start {
            break;
        }
        let is_town = place.is_some_and(|p| matches!(p.kind, PlaceKind::City | PlaceKind::Capital));
        if !is_town || at - s.sentence(n) > NEAR {
            continue;
        }
        match found {
            Some(f) if !s.chains.same(f, n) => return None,
            _ => found = Some(n),
        }
    }
    found.map(|n| (n, s.english.entities.why.town_before))
}

/// One camp under many words: fighters against a government, unless a name or people sets them apart.
///
/// ok: `[a Rebels] seized the town. [a The insurgents] burnt the post office.`
/// no: `[a Rebels] seized the town. [b Kurdish militants] stayed away.`
fn insurgents(s: &mut Sieve<'_>) {
    let mut first: Option<usize> = None;
    let camp: Vec<usize> = s.descriptions().filter(|&d| is_insurgent(s.english, s.parse, &s.mentions[d])).collect();
    for d in camp {
        let first = *first.get_or_insert(d);
        s.chains.join_described(first, d, s.english.entities.why.armed_side);
    }
}

/// True for "rebels", "armed factions", "opposition forces" without a name that sets them apart.
pub(super) fn is_insurgent(english: &English, parse: &Parse<'_>, m: &Mention) -> bool {
    let words = &english.entities;
    let lemma = noun_lemma(parse, m.head);
    let word = |t: usize| parse.form(t).to_lowercase();
    let before = m.tokens.start..m.head;
    let modified = words.is_force(&lemma) && before.clone().any(|t| words.is_insurgent_modifier(&word(t)));
    let many = parse.feats(m.head).has(Feats::PLURAL) || words.is_collective(&lemma);
    let place = |t: usize| english.places.get(&crate::text::fold(parse.form(t)));
    let named = before.clone().any(|t| match place(t) {
        Some(p) => p.country.is_empty() && parse.form(t).starts_with(char::is_uppercase),
        None => parse.upos(t) == Upos::Propn,
    });
    let own = m.kind == MentionKind::Nominal && !words.is_set_apart(&word(m.tokens.start));
    (words.is_insurgent(&lemma) || modified) && many && !named && own
}
