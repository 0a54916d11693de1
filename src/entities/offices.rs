//! Sieve pass over offices: "the Kenyan president" is whoever the article gave that office.

use super::Mention;
use super::chains::Class;
use super::sieve::Sieve;
use crate::english::{English, Tenure};
use crate::syntax::Parse;
use crate::tags::Feats;
use std::collections::BTreeMap;

/// A description by office: what makes two of them one, and the country it is of, if told.
struct Office {
    mention: usize,
    key: String,
    country: Option<String>,
    tenure: Option<Tenure>,
}

/// ok: `Kenyan President [a William Ruto] spoke. [a The Kenyan leader] promised jobs.`
/// ok: `The mayor of Turin, [a Carla Riva], spoke first. Former mayor [b Aldo Neri] spoke next. [b The former mayor] was cheered, and [a the mayor] left.`
/// ok: `President [a Jorge Salas] was overthrown on Friday. [a The ousted president] fled.`
/// no: `Kenyan President [a William Ruto] spoke. [b The Ugandan leader] promised jobs.`
/// no: `President [a Jorge Salas] was overthrown on Friday. [b The new president] took the oath. [-c The former president] was jailed.`
pub(super) fn offices(s: &mut Sieve<'_>) {
    let mut all: Vec<Office> = s.descriptions().filter_map(|d| office(s, d)).collect();
    let turned = successions(s, &all);
    all.extend(turned);
    // Who is known to hold which office: by name, or by a full description.
    let mut holders: BTreeMap<&str, Vec<&Office>> = BTreeMap::new();
    for o in &all {
        if s.chains.is_named(o.mention) {
            holders.entry(o.key.as_str()).or_default().push(o);
        }
    }
    for o in &all {
        if s.chains.is_named(o.mention) || !points_back(s, o) {
            continue;
        }
        let Some(held) = holders.get(o.key.as_str()) else { continue };
        let fits =
            |h: &&&Office| countries_fit(o.country.as_ref(), h.country.as_ref()) && tenures_fit(o.tenure, h.tenure);
        let mut fitting: Vec<&&Office> = held.iter().filter(fits).collect();
        // "The mayor" is rather the one who is than the one who was.
        let past = |h: &&&Office| h.tenure == Some(Tenure::Past);
        if o.tenure.is_none() && !fitting.iter().all(past) {
            fitting.retain(|h| !past(h));
        }
        let mut fit: Vec<usize> = Vec::new();
        for h in fitting {
            if fit.len() < 3 && !fit.iter().any(|&f| s.chains.same(f, h.mention)) {
                fit.push(h.mention);
            }
        }
        if let [only] = fit[..] {
            s.chains.join_described(only, o.mention, s.english.entities.why.office);
        }
    }
}

/// Who follows whom: "her successor, Carl Dorn" holds next what the holder named before held, who held it once.
///
/// ok: `The mayor, [a Anna Bell], resigned. [b Her successor], [b Carl Dorn], was sworn in. [b The new mayor] smiled, and [a the former mayor] left for home.`
/// no: `The mayor, [a Anna Bell], resigned. [b Her lawyer], [b Carl Dorn], was glad. [-c The new mayor] smiled.`
fn successions(s: &mut Sieve<'_>, all: &[Office]) -> Vec<Office> {
    let mut out = Vec::new();
    for d in s.descriptions() {
        let Some(tenure) = s.english.entities.succession(&s.lemma(d)) else { continue };
        let before = |o: &&Office| o.mention < d && s.mentions[o.mention].tokens.end <= s.mentions[d].tokens.start;
        let mut held: Vec<&Office> = all.iter().filter(before).filter(|o| o.tenure.is_none()).collect();
        held.retain(|o| s.chains.is_named(o.mention) && !s.chains.same(o.mention, d));
        let Some(holder) = held.last().filter(|_| s.chains.is_named(d)) else { continue };
        let other = if tenure == Tenure::Next { Some(Tenure::Past) } else { None };
        for (mention, tenure) in [(d, Some(tenure)), (holder.mention, other)] {
            out.push(Office { mention, key: holder.key.clone(), country: holder.country.clone(), tenure });
        }
    }
    out
}

/// "The former president" is no one who was only called president.
pub(super) fn tenures_fit(later: Option<Tenure>, holder: Option<Tenure>) -> bool {
    match later {
        Some(Tenure::Past | Tenure::Next) => later == holder,
        Some(Tenure::Lost) => holder != Some(Tenure::Next),
        None => true,
    }
}

/// What the words before a description's head tell of an office.
pub(super) fn tenure(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<Tenure> {
    (m.tokens.start..m.head).find_map(|t| english.entities.tenure(&parse.form(t).to_lowercase()))
}

fn countries_fit(a: Option<&String>, b: Option<&String>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// "the ...", a possessor, or a bare title in capitals: not "a minister", not "other ministers".
fn points_back(s: &Sieve<'_>, o: &Office) -> bool {
    let m = &s.mentions[o.mention];
    !s.is_indefinite(o.mention) && (s.is_definite(o.mention) || m.tokens.len() > 1)
}

fn office(s: &Sieve<'_>, d: usize) -> Option<Office> {
    if s.class[d] != Class::Person || !s.noun[d]?.person {
        return None;
    }
    let m = &s.mentions[d];
    if s.parse.feats(m.head).has(Feats::PLURAL) {
        return None;
    }
    let lemma = s.lemma(d);
    let words = &s.english.entities;
    let before = m.head.checked_sub(1).filter(|b| m.tokens.contains(b)).map(|t| s.word(t));
    let compound = before.map(|b| format!("{b} {lemma}"));
    // "Opposition leader" is no leader of a country, "foreign minister" no mere minister.
    let key = match compound {
        Some(c) if words.office(&c).is_some() => words.office(&c).unwrap_or_default().to_owned(),
        Some(c) if before_is_noun(s, d) => c,
        _ => words.office(&lemma).map_or(lemma, str::to_owned),
    };
    Some(Office {
        mention: d,
        key,
        country: s.places_in(m.tokens.clone()).into_iter().next(),
        tenure: tenure(s.english, s.parse, m),
    })
}

/// True if the word before the head is a noun and no place ("defence minister", not "Kenyan minister").
fn before_is_noun(s: &Sieve<'_>, d: usize) -> bool {
    let before = s.mentions[d].head - 1;
    s.parse.upos(before).is_nominal() && s.places_in(before..before + 1).is_empty()
}
