//! Tokens and sentences hold no text, only spans.

use crate::text::{BlockKind, SentenceIx, Span, TokenIx};
use std::ops::Range;

/// A word, clitic or mark in the sense of Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: SentenceIx,
}

/// A sentence; never crosses a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as places in [`Tokens::tokens`].
    pub tokens: Range<usize>,
    /// The kind of block it stands in.
    pub kind: BlockKind,
    /// The block's place in the article.
    pub block: usize,
}

/// An article, tokenised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// In text order.
    pub tokens: Vec<Token>,
    /// In text order.
    pub sentences: Vec<Sentence>,
}

impl Tokens {
    /// The sentence of a token.
    pub fn sentence_of(&self, t: TokenIx) -> &Sentence {
        &self.sentences[self.tokens[t.ix()].sentence.ix()]
    }

    /// From the first to the last of a range of tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|e| self.tokens.get(e))) {
            (Some(a), Some(b)) if tokens.start < tokens.end => a.span.cover(b.span),
            _ => Span::default(),
        }
    }
}
