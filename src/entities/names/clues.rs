//! What lists tell of each word of a run: gazetteers and words that name kinds.

use super::runs::{Run, is_capital};
use crate::english::English;
use crate::syntax::Parse;
use crate::tags::Lexical;
use crate::text::fold;
use std::ops::Range;

/// What is known of one word from lists.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clue {
    /// Kind of the longest place or people that covers the word, twice, plus 1 inside it; 0 for none.
    pub(super) place: u32,
    /// 1 in a well-known organisation's name, 2 at its first word.
    pub(super) organisation: u32,
    /// 1 part of a person's name, 2 a given name.
    pub(super) person: u32,
    /// What kind of thing the word names.
    pub(super) kind: u32,
    /// The stretch of capitalised words without links that it lies in.
    pub(super) first: u32,
    /// One past the last word of that stretch.
    pub(super) end: u32,
}

/// The longest phrase looked up in the gazetteer, in tokens.
const PHRASE: usize = 6;

/// Looks up every word of the runs; words outside keep the empty clue.
pub(super) fn clues(english: &English, parse: &Parse<'_>, words: &[Lexical], runs: &[Run]) -> Vec<Clue> {
    let mut out = vec![Clue::default(); parse.len()];
    for run in runs {
        look_up(english, parse, words, run.tokens.clone(), &mut out);
        stretches(parse, words, run.tokens.clone(), &mut out);
    }
    out
}

fn look_up(english: &English, parse: &Parse<'_>, words: &[Lexical], run: Range<usize>, out: &mut [Clue]) {
    let (mut placed, mut named) = (run.start, run.start);
    for t in run.clone() {
        let clue = &mut out[t];
        clue.kind = english.names.words.get(parse.form(t)).map_or(0, |k| k as u32);
        if !is_capital(&words[t]) {
            continue;
        }
        let folded = fold(parse.form(t));
        clue.person = if english.people.is_given(&folded) { 2 } else { u32::from(english.people.has(&folded)) };
        for end in (t + 1..=run.end.min(t + PHRASE)).rev() {
            let phrase = if end == t + 1 { folded.clone() } else { fold(parse.span_of(t..end).of(parse.text)) };
            if t >= placed
                && let Some(place) = english.places.get(&phrase)
            {
                for (k, clue) in out[t..end].iter_mut().enumerate() {
                    clue.place = (place.kind as u32 + 1) * 2 + u32::from(k > 0);
                }
                placed = end;
            }
            if t >= named && english.names.organisations.has(&phrase) {
                for (k, clue) in out[t..end].iter_mut().enumerate() {
                    clue.organisation = 2 - u32::from(k > 0);
                }
                named = end;
            }
        }
    }
}

/// Marks the stretches: capitalised words, hyphens and articles of names with no link between.
fn stretches(parse: &Parse<'_>, words: &[Lexical], run: Range<usize>, out: &mut [Clue]) {
    let mut start = run.start;
    let holds = |t: usize| is_capital(&words[t]) || words[t].shape & 8 != 0 || parse.form(t) == "-";
    for t in run.start..=run.end {
        if t == run.end || !holds(t) {
            for clue in &mut out[start..t] {
                (clue.first, clue.end) = (start as u32, t as u32);
            }
            if t < run.end {
                (out[t].first, out[t].end) = (t as u32, t as u32 + 1);
            }
            start = t + 1;
        }
    }
}
