//! Claims of a made-up text, for tests.

use super::{Claim, find};
use crate::english::English;
use crate::entities;
use crate::syntax::{self, Parse};
use crate::tags;
use crate::text::{Block, BlockKind, Span};
use crate::tokens;

/// The text and its claims; each line is a paragraph.
pub(super) fn claims_of(text: &str) -> (String, Vec<Claim>) {
    let english = English::shared();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        blocks.push(Block { span: Span::new(at, at + line.len()), kind: BlockKind::Body });
        at += line.len() + 1;
    }
    let tokens = tokens::tokenize(english, text, &blocks);
    let tags = tags::tag(english, text, &tokens);
    let tree = syntax::parse(english, text, &tokens, &tags);
    let parse = Parse { text, tokens: &tokens, tags: &tags, tree: &tree };
    let labels = entities::names(english, &parse);
    let mentions = entities::mentions(english, &parse, labels);
    (text.to_owned(), find(english, &parse, &mentions, &[]))
}
