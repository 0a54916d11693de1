//! Whether the words around an expression look back or ahead.

use super::find::Grammar;
use super::point::Heading;
use crate::tags::{Feats, Tags};
use crate::text::TokenIx;
use crate::tokens::Tokens;
use std::ops::Range;

/// How many tokens to either side are looked at.
const REACH: usize = 12;

/// Where the nearest verb points, those before the expression first.
pub(super) fn heading(grammar: &Grammar, text: &str, tokens: &Tokens, tags: &Tags, timex: &Range<usize>) -> Heading {
    if timex.is_empty() {
        return Heading::Unknown;
    }
    let sentence = tokens.sentence_of(TokenIx::new(timex.start)).tokens.clone();
    let lexicon = &grammar.machine.lexicon;
    let (future, past) = (lexicon.class_set("FUTURE"), lexicon.class_set("PASTTENSE") | lexicon.class_set("SAYING"));
    let look = |t: usize| {
        let form = tokens.tokens[t].span.of(text);
        let mut buffer = [0u8; 16];
        let room = buffer.get_mut(..form.len())?;
        room.copy_from_slice(form.as_bytes());
        room.make_ascii_lowercase();
        let word = lexicon.number(std::str::from_utf8(room).ok()?.trim_start_matches('\''));
        let classes = lexicon.words[word as usize].classes;
        if word != 0 && classes & future != 0 {
            return Some(Heading::Future);
        }
        if word != 0 && classes & past != 0 || tags.feats.get(t).is_some_and(|f| f.has(Feats::PAST)) {
            return Some(Heading::Past);
        }
        None
    };
    let before = (sentence.start..timex.start).rev().take(REACH).find_map(look);
    before.or_else(|| (timex.end..sentence.end).take(REACH).find_map(look)).unwrap_or(Heading::Unknown)
}
