//! From tags to trees.

use super::{Deprel, Tree};
use crate::english::English;
use crate::tags::Tags;
use crate::text::TokenIx;
use crate::tokens::Tokens;

/// Parses an article's sentences, each into one tree.
pub fn parse(_english: &English, _text: &str, tokens: &Tokens, _tags: &Tags) -> Tree {
    let n = tokens.tokens.len();
    let (mut head, mut deprel) = (vec![None; n], vec![Deprel::Dep; n]);
    for s in &tokens.sentences {
        for t in s.tokens.clone() {
            if t == s.tokens.start {
                deprel[t] = Deprel::Root;
            } else {
                head[t] = Some(TokenIx::new(s.tokens.start));
            }
        }
    }
    Tree::new(head, deprel)
}
