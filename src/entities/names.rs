//! Recognising names.

use super::{EntityType, Label};
use crate::english::{English, PlaceKind};
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::text::fold;

/// Labels each token: runs of capitalised words, typed by the gazetteers.
pub fn names(english: &English, parse: &Parse<'_>) -> Vec<Label> {
    let mut labels = vec![Label::Outside; parse.len()];
    for s in parse.sentences() {
        let mut t = s.tokens.start;
        while t < s.tokens.end {
            let end = run(parse, t, s.tokens.end);
            if end > t && (t > s.tokens.start || end > t + 1 || is_known(english, parse, t)) {
                let kind = kind(english, parse, t, end);
                labels[t] = Label::Begin(kind);
                labels[t + 1..end].fill(Label::Inside(kind));
            }
            t = end.max(t + 1);
        }
    }
    labels
}

fn is_name_word(parse: &Parse<'_>, t: usize) -> bool {
    let form = parse.form(t);
    let upper = form.chars().next().is_some_and(char::is_uppercase)
        || form.split_once('-').is_some_and(|(_, rest)| rest.chars().next().is_some_and(char::is_uppercase));
    upper
        && !matches!(
            parse.upos(t),
            Upos::Det | Upos::Pron | Upos::Adp | Upos::Aux | Upos::Adv | Upos::Sconj | Upos::Cconj
        )
}

fn run(parse: &Parse<'_>, start: usize, end: usize) -> usize {
    let mut t = start;
    while t < end && is_name_word(parse, t) {
        t += 1;
    }
    t
}

fn is_known(english: &English, parse: &Parse<'_>, t: usize) -> bool {
    let folded = fold(parse.form(t));
    parse.upos(t) == Upos::Propn || english.places.get(&folded).is_some() || english.people.has(&folded)
}

fn kind(english: &English, parse: &Parse<'_>, start: usize, end: usize) -> EntityType {
    use PlaceKind::*;
    match english.places.get(&fold(parse.span_of(start..end).of(parse.text))).map(|p| p.kind) {
        Some(Country | Capital | City | State | Region) => return EntityType::Gpe,
        Some(Demonym | People) => return EntityType::Norp,
        Some(Seat | Organisation) => return EntityType::Org,
        Some(Area) => return EntityType::Loc,
        Some(Structure) => return EntityType::Fac,
        None => {}
    }
    let person = (start..end).any(|t| english.people.has(&fold(parse.form(t))));
    if person && end - start <= 4 { EntityType::Person } else { EntityType::Org }
}
