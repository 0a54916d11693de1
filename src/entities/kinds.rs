//! What a name names, where its own words tell.

use super::find::is_title;
use super::{EntityType, Mention};
use crate::english::{English, PlaceKind};
use crate::syntax::Parse;
use crate::text::{Gather, fold};
use std::collections::BTreeSet;

/// Sets right what a name names where its own words tell: a country or a seat that no one bears as part of a fuller name,
/// a legal form, a well-known organisation, an address on the web.
///
/// ok: `[a Georgia] voted on Sunday. Polls in [a Georgia] closed at eight.`
/// ok: `[a Nokia] cut 2,000 jobs. [a The company] said that it was sorry.`
/// ok: `[a Orlov Group] hired staff. Shares in [a Orlov] fell.`
/// ok: `[a Sanwa Steel Corp.] and [b Hokuto Metals Co.] will merge. [b Hokuto] shares rose 8 percent. [a Sanwa] was founded in 1921.`
pub(super) fn kinds(english: &English, parse: &Parse<'_>, names: &mut [Mention]) {
    let words = &english.entities;
    let is_firm = |m: &Mention| {
        let last = parse.form(m.tokens.end - 1);
        if m.tokens.len() > 1 && words.is_firm_word(last) && !english.people.is_given(&fold(parse.form(m.tokens.start)))
        {
            return true;
        }
        let short = |t: usize| t < parse.len() && words.is_short_legal_form(&parse.form(t).to_lowercase());
        m.tokens.len() > 1 && (short(m.tokens.end - 1) || short(m.tokens.end))
    };
    let firms: BTreeSet<String> =
        names.iter().filter(|m| is_firm(m)).map(|m| fold(parse.form(m.tokens.start))).into_set();
    // "Lagos Hornets" tells what "Hornets" are.
    let lasts: BTreeSet<String> = (names.iter())
        .filter(|m| m.label == EntityType::Org && m.tokens.len() > 1)
        .map(|m| fold(parse.form(m.tokens.end - 1)))
        .into_set();
    let fuller: BTreeSet<String> = (names.iter())
        .filter(|m| m.label == EntityType::Person && m.tokens.len() > 1 && !is_firm(m))
        .flat_map(|m| m.tokens.clone().map(|t| fold(parse.form(t))))
        .into_set();
    // A people's name may go before a noun ("for Hausa farmers"), a place's ends its phrase.
    let ends = |t: usize| t >= parse.len() || !parse.upos(t).is_nominal();
    for m in names.iter_mut() {
        let written = m.span.of(parse.text);
        let form = fold(written);
        let before = parse.word_before(m.tokens.start).unwrap_or_default();
        let titled = m.tokens.start > 0 && is_title(english, parse, m.tokens.start - 1);
        let last = parse.form(m.tokens.end - 1).to_lowercase();
        let place = english.places.get(&form).map(|p| p.kind);
        let person = m.label == EntityType::Person;
        if m.tokens.len() > 1 && words.is_legal_form(&last) && words.is_short_legal_form(&last)
            || is_firm(m)
                && matches!(m.label, EntityType::Person | EntityType::Fac | EntityType::Misc | EntityType::Product)
            || is_web_address(written)
        {
            m.label = EntityType::Org;
        } else if person && !titled && !fuller.contains(&form) && m.tokens.len() < 3 {
            m.label = match place {
                Some(PlaceKind::Country) => EntityType::Gpe,
                Some(PlaceKind::Capital) if !english.people.is_given(&form) => EntityType::Gpe,
                None if firms.contains(&form) || lasts.contains(&form) => EntityType::Org,
                None if m.tokens.len() == 1 && words.is_plain_in(&before) && !english.people.has(&form) => {
                    EntityType::Gpe
                }
                Some(PlaceKind::Seat) => EntityType::Org,
                None if !english.people.has(&form) && english.names.organisations.has(&form) => EntityType::Org,
                _ => m.label,
            };
        } else if matches!(m.label, EntityType::Gpe | EntityType::Loc) && place.is_none() && firms.contains(&form) {
            m.label = EntityType::Org;
        } else if m.label == EntityType::Norp && place.is_none() && words.is_in_place(&before) && ends(m.tokens.end) {
            m.label = EntityType::Loc;
        } else if matches!(m.label, EntityType::Misc | EntityType::Product) && english.names.organisations.has(&form) {
            m.label = EntityType::Org;
        }
    }
}

/// "Gazette.co.ke": a full stop inside, letters on both sides, a short end.
fn is_web_address(written: &str) -> bool {
    let Some((name, end)) = written.rsplit_once('.') else { return false };
    let letters = |s: &str| s.chars().all(char::is_alphanumeric);
    name.len() > 3 && letters(end) && (2..=4).contains(&end.len()) && name.split('.').all(|p| p.len() > 1 && letters(p))
}
