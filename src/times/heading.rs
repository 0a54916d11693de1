//! Whether the words around an expression look back or ahead.

use super::find::Grammar;
use super::point::Heading;
use crate::tags::{Feats, Tags, Upos};
use crate::text::TokenIx;
use crate::tokens::Tokens;
use std::ops::Range;

/// How many tokens to either side are looked at.
const REACH: usize = 12;
/// How many tokens before it the aim of a verb ("agreed to sell") may begin.
const AIM: usize = 20;

/// Where the nearest verb points, those before the expression first.
pub(super) fn heading(grammar: &Grammar, text: &str, tokens: &Tokens, tags: &Tags, timex: &Range<usize>) -> Heading {
    if timex.is_empty() {
        return Heading::Unknown;
    }
    let sentence = tokens.sentence_of(TokenIx::new(timex.start)).tokens.clone();
    let lexicon = &grammar.machine.lexicon;
    let (future, past) = (lexicon.class_set("FUTURE"), lexicon.class_set("PASTTENSE") | lexicon.class_set("SAYING"));
    let (to, be, is_to) = (lexicon.class_set("TO"), lexicon.class_set("BE"), lexicon.class_set("TOBE"));
    let classes = |t: usize| {
        let form = tokens.tokens[t].span.of(text);
        let mut buffer = [0u8; 16];
        let Some(room) = buffer.get_mut(..form.len()) else { return 0 };
        room.copy_from_slice(form.as_bytes());
        room.make_ascii_lowercase();
        let word = std::str::from_utf8(room).map_or(0, |w| lexicon.number(w.trim_start_matches('\'')));
        if word == 0 { 0 } else { lexicon.words[word as usize].classes }
    };
    let modal = lexicon.class_set("MODAL");
    let feats = |t: usize, f: Feats| tags.feats.get(t).is_some_and(|have| have.has(f));
    let look = |t: usize| {
        let here = classes(t);
        let before = |n: usize, set| (t.saturating_sub(n).max(sentence.start)..t).any(|b| classes(b) & set != 0);
        // "It could begin on Friday" looks ahead, "on Friday it could not be reached" does not.
        if here & modal != 0 && t < timex.start {
            return Some(Heading::Future);
        }
        if here & future != 0 {
            // "It had been due on Friday" looks back.
            return Some(if before(2, past) { Heading::Past } else { Heading::Future });
        }
        let past = here & past != 0 || feats(t, Feats::PAST);
        // "is to resume" looks ahead, "to be named" says nothing of itself.
        if here & to != 0 && before(1, is_to) && feats(t + 1, Feats::INFINITIVE) {
            return Some(Heading::Future);
        }
        (past && !before(1, be)).then_some(Heading::Past)
    };
    let before = (sentence.start..timex.start).rev().take(REACH).find_map(look);
    // Behind it only its own clause tells: "pleaded guilty in January and will be sentenced next month".
    let first = timex.start <= sentence.start + 1;
    let goes_on = |t: &usize| first || !matches!(tags.upos.get(*t), Some(Upos::Cconj));
    let after = || (timex.end..sentence.end).take(REACH).take_while(goes_on).find_map(look);
    let found = before.or_else(after).unwrap_or(Heading::Unknown);
    // "agreed to sell it in February": what was agreed then may be for later.
    let aim = (sentence.start..timex.start).rev().take(AIM).find(|t| classes(*t) & to != 0 || feats(*t, Feats::PAST));
    match (found, aim) {
        (Heading::Past, Some(t)) if classes(t) & to != 0 && feats(t + 1, Feats::INFINITIVE) => Heading::Intended,
        // "want talks to resume before the weekend".
        (Heading::Unknown, Some(t)) if classes(t) & to != 0 && feats(t + 1, Feats::INFINITIVE) => Heading::Future,
        _ => found,
    }
}
