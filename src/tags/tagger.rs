//! From tokens to tags.

use super::{Feats, Tags, Upos};
use crate::english::English;
use crate::tokens::Tokens;

/// Tags an article. One entry per token.
pub fn tag(_english: &English, text: &str, tokens: &Tokens) -> Tags {
    let n = tokens.tokens.len();
    let lemma = tokens.tokens.iter().map(|t| t.span.of(text).to_lowercase().into()).collect();
    Tags { upos: vec![Upos::X; n], feats: vec![Feats::default(); n], lemma }
}
