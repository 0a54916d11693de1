//! The words of a card: who, what was done, what for.

use super::facts::{Fact, Filler};
use super::relate::{Scene, Two};
use crate::claims::SlotName;
use crate::text::Span;

/// Most words of an aim that is shown.
const AIM: usize = 14;
/// Most words of a party that is shown.
const PARTY: usize = 7;

/// The doer of the first fact, or of the second, in words.
pub(super) fn doer(two: Two<'_>) -> String {
    let own = |f: &Fact| f.filler(SlotName::Agent).map(|p| p.span);
    match (own(two.x), own(two.y)) {
        (Some(s), _) => clip(two.of_x(s), PARTY),
        (None, Some(s)) => clip(two.of_y(s), PARTY),
        _ => String::new(),
    }
}

/// What was done, in words.
pub(super) fn deed(two: Two<'_>) -> String {
    clip(two.of_x(two.x.key), 12)
}

/// A party by its name, or in the words of the first fact.
pub(super) fn noun(two: Two<'_>, f: &Filler) -> String {
    clip(two.of_x(f.span), PARTY)
}

/// At most so many words, without the mark at the end.
pub(super) fn clip(words: &str, most: usize) -> String {
    let all: Vec<&str> = words.split_whitespace().take(most).collect();
    all.join(" ").trim_end_matches([',', ';', ':', '.']).to_owned()
}

/// At most the first words of a span.
pub(super) fn aim_words(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    let words = s.of(scene.texts[f.article.ix()]);
    let end = words.match_indices(' ').nth(AIM - 1).map_or(words.len(), |(i, _)| i);
    Span::new(s.start as usize, s.start as usize + end)
}

/// A number or date with its neighbours, inside the fact's key where it lies there.
pub(super) fn around(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    if f.key.contains(s) {
        return f.key;
    }
    // Two words either side.
    let text = scene.texts[f.article.ix()];
    let before = text.get(..s.start as usize).unwrap_or("");
    let start = before.rmatch_indices(' ').nth(2).map_or(s.start as usize, |(i, _)| i + 1);
    let start = start.max(before.rfind('\n').map_or(0, |i| i + 1));
    let after = text.get(s.end as usize..).unwrap_or("");
    let stop = after.find(['\n', '.', ',']).unwrap_or(after.len());
    let end = after.match_indices(' ').nth(3).map_or(stop, |(i, _)| i.min(stop));
    Span::new(start, s.end as usize + end)
}
