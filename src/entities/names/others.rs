//! Where else in the article a word stands: the first time, and the nearest before and after.

use super::runs::is_capital;
use crate::tags::Lexical;

/// No other place.
pub(super) const NOWHERE: u32 = u32::MAX;

/// What the article says of a word elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Elsewhere {
    /// Its first capitalised occurrence, the one before and the one after; [`NOWHERE`] if none.
    pub(super) places: [u32; 3],
    /// 1 if it also stands in small letters, 2 if it stands capitalised inside a sentence.
    pub(super) cases: u32,
}

/// One entry per token; only capitalised words have places.
pub(super) fn elsewhere(words: &[Lexical], starts: impl Fn(usize) -> bool) -> Vec<Elsewhere> {
    let mut out = vec![Elsewhere { places: [NOWHERE; 3], cases: 0 }; words.len()];
    let mut by_form: Vec<(u32, u32)> =
        (words.iter().enumerate()).filter(|(_, w)| w.shape & 7 != 0).map(|(i, w)| (w.form, i as u32)).collect();
    by_form.sort_unstable();
    for same in by_form.chunk_by(|a, b| a.0 == b.0) {
        let mut capital = same.iter().map(|s| s.1).filter(|&t| is_capital(&words[t as usize])).peekable();
        let Some(&first) = capital.peek() else { continue };
        let small = same.iter().any(|s| !is_capital(&words[s.1 as usize]));
        let inside = same.iter().any(|s| is_capital(&words[s.1 as usize]) && !starts(s.1 as usize));
        let cases = u32::from(small) | u32::from(inside) << 1;
        let mut before = NOWHERE;
        while let Some(t) = capital.next() {
            let first = if first == t || first == before { NOWHERE } else { first };
            let after = capital.peek().copied().unwrap_or(NOWHERE);
            out[t as usize] = Elsewhere { places: [first, before, after], cases };
            before = t;
        }
    }
    out
}
