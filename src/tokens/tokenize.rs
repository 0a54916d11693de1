//! From blocks to tokens and sentences.

use super::{Sentence, Token, Tokens};
use crate::english::English;
use crate::text::{Block, SentenceIx, Span};

/// Tokenises an article's blocks. Linear in the text; total.
pub fn tokenize(_english: &English, text: &str, blocks: &[Block]) -> Tokens {
    let mut out = Tokens::default();
    for (b, block) in blocks.iter().enumerate() {
        let first = out.tokens.len();
        let sentence = SentenceIx::new(out.sentences.len());
        let mut at = block.span.start as usize;
        for word in block.span.of(text).split_inclusive(char::is_whitespace) {
            let span = Span::new(at, at + word.len()).trim(text);
            at += word.len();
            if !span.is_empty() {
                out.tokens.push(Token { span, sentence });
            }
        }
        if out.tokens.len() > first {
            let tokens = first..out.tokens.len();
            out.sentences.push(Sentence { span: block.span, tokens, kind: block.kind, block: b });
        }
    }
    out
}
