//! An article with its tokens, tags and trees: what higher floors read.

use super::{Deprel, Tree};
use crate::tags::{Feats, Tags, Upos};
use crate::text::{Span, TokenIx};
use crate::tokens::{Sentence, Tokens};
use std::ops::Range;

/// All that is known of an article's words, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Parse<'a> {
    /// The input's text.
    pub text: &'a str,
    /// Tokens and sentences.
    pub tokens: &'a Tokens,
    /// Tags.
    pub tags: &'a Tags,
    /// Trees.
    pub tree: &'a Tree,
}

impl<'a> Parse<'a> {
    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.tokens.len()
    }

    /// True if there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.tokens.is_empty()
    }

    /// The sentences in order.
    pub fn sentences(&self) -> &'a [Sentence] {
        &self.tokens.sentences
    }

    /// A token's bytes.
    pub fn span(&self, t: usize) -> Span {
        self.tokens.tokens[t].span
    }

    /// From the first to the last of a range of tokens.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        self.tokens.span(tokens)
    }

    /// The first token that reaches beyond a place of the text; their number if none does.
    pub fn token_from(&self, byte: u32) -> usize {
        self.tokens.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// True for a token that is one of some words, in whatever case.
    #[inline(never)]
    pub fn says(&self, t: usize, words: &[&str]) -> bool {
        let form = self.form(t);
        words.iter().any(|w| form.eq_ignore_ascii_case(w))
    }

    /// A token as written.
    pub fn form(&self, t: usize) -> &'a str {
        self.span(t).of(self.text)
    }

    /// The token before, in lower case; `None` at the start of the article.
    pub fn word_before(&self, t: usize) -> Option<String> {
        t.checked_sub(1).map(|before| self.form(before).to_lowercase())
    }

    /// A token's lemma.
    pub fn lemma(&self, t: usize) -> &'a str {
        &self.tags.lemma[t]
    }

    /// A token's part of speech.
    pub fn upos(&self, t: usize) -> Upos {
        self.tags.upos[t]
    }

    /// A token's features.
    pub fn feats(&self, t: usize) -> Feats {
        self.tags.feats[t]
    }

    /// A token's relation to its head.
    pub fn deprel(&self, t: usize) -> Deprel {
        self.tree.deprel[t]
    }

    /// A token's head.
    pub fn head(&self, t: usize) -> Option<usize> {
        self.tree.head[t].map(TokenIx::ix)
    }

    /// The tokens of the sentence that holds `t`.
    pub fn sentence_tokens(&self, t: usize) -> Range<usize> {
        self.tokens.sentence_of(TokenIx::new(t)).tokens.clone()
    }

    /// Direct dependents in text order.
    pub fn children(&self, t: usize) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + use<'a> {
        self.tree.children(t).iter().map(|c| c.ix())
    }

    /// The first dependent that stands in relation `rel`.
    pub fn child(&self, t: usize, rel: Deprel) -> Option<usize> {
        self.children(t).find(|&c| self.deprel(c) == rel)
    }

    /// The subject of a verb or of what is told of it, of the active before the passive.
    pub fn subject(&self, t: usize) -> Option<usize> {
        self.child(t, Deprel::Nsubj).or_else(|| self.child(t, Deprel::NsubjPass))
    }

    /// True for a verb in the passive, by its auxiliary or its subject.
    pub fn is_passive(&self, t: usize) -> bool {
        self.children(t).any(|c| matches!(self.deprel(c), Deprel::AuxPass | Deprel::NsubjPass))
    }

    /// First and last token of what hangs on `t` (itself included), as a range; gaps are covered.
    pub fn subtree(&self, t: usize) -> Range<usize> {
        self.tree.subtree(t)
    }

    /// True if `t` is `top` or hangs on it.
    pub fn is_under(&self, t: usize, top: usize) -> bool {
        if !self.subtree(top).contains(&t) {
            return false;
        }
        let mut at = Some(t);
        // A tree is no deeper than its sentence is long; the bound makes a malformed one harmless.
        for _ in 0..=self.sentence_tokens(t).len() {
            match at {
                Some(x) if x == top => return true,
                Some(x) => at = self.head(x),
                None => return false,
            }
        }
        false
    }
}
