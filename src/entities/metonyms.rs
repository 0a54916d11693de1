//! Capitals and seats that stand for a government, by what they do in their sentence.

use super::{EntityType, Mention, MentionKind};
use crate::english::{English, PlaceKind};
use crate::syntax::{Deprel, Parse};
use crate::text::fold;

/// Marks them on the mention.
///
/// ok: `[=government Ottawa] rejected the claim.`, `He spoke of [=government Ottawa]'s decision.`
/// ok: `The [=government Kremlin] denied it.`, `Talks with [=government Nairobi] went on.`
/// no: `Rain fell in [=place Ottawa].`, `The minister left [=place Ottawa] on Monday.`
pub(super) fn mark(english: &English, parse: &Parse<'_>, mentions: &mut [Mention]) {
    for m in mentions {
        if m.kind != MentionKind::Name || m.label == EntityType::Person {
            continue;
        }
        let Some(place) = english.places.get(&fold(m.span.of(parse.text))) else { continue };
        let acts = acts_as_state(english, parse, m);
        let stands = match place.kind {
            PlaceKind::Seat => acts != Some(false),
            PlaceKind::Capital => acts == Some(true),
            _ => false,
        };
        if stands {
            let adjective = english.places.adjective(place.country).unwrap_or_default();
            let named = if place.same_as.is_empty() {
                english.entities.government_of(adjective)
            } else {
                place.same_as.to_owned()
            };
            m.metonym_for = Some(named);
        }
    }
}

/// Some(true) if it acts as a government, Some(false) if it is a place here, None if its sentence does not tell.
fn acts_as_state(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<bool> {
    let words = &english.entities;
    let head = parse.head(m.head)?;
    let governor = || parse.lemma(head).to_lowercase();
    match parse.deprel(m.head) {
        Deprel::Nsubj | Deprel::NsubjPass => {
            Some(words.is_act_of_state(&governor()) || words.is_addressed_to_state(&governor()))
        }
        Deprel::Obj | Deprel::Iobj => Some(words.is_addressed_to_state(&governor())),
        Deprel::NmodPoss => Some(words.is_possession_of_state(&governor())),
        Deprel::OblAgent => Some(true),
        Deprel::Conj => {
            let first = Mention { head, ..m.clone() };
            (head != m.head && head < m.head).then(|| acts_as_state(english, parse, &first)).flatten()
        }
        Deprel::Obl | Deprel::Nmod => {
            let case = parse.child(m.head, Deprel::Case).map(|c| parse.form(c).to_lowercase())?;
            Some(words.is_towards_state(&case))
        }
        _ => None,
    }
}
