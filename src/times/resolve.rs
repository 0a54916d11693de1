//! Resolving expressions inside one article.

use super::Timex;
use crate::articles::Published;
use crate::english::English;
use crate::tags::Tags;
use crate::tokens::Tokens;

/// The publication date as the body's own words allow it, where the reader found none.
pub fn publication(_english: &English, _text: &str, _tokens: &Tokens, _found: &[Timex], read: &Published) -> Published {
    read.clone()
}

/// Gives each expression its value and range against the publication date or another expression.
pub fn resolve(
    _english: &English,
    _text: &str,
    _tokens: &Tokens,
    _tags: &Tags,
    _published: &Published,
    _timexes: &mut [Timex],
) {
}
