//! A stretch of an article that reads as one: what the reader hands to the tokeniser.

use super::Span;

/// What a block is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A paragraph of the body.
    Body,
    /// A heading inside the body.
    Subhead,
    /// The words under a picture.
    Caption,
    /// Place, day and agency before the first sentence ("OSLO, March 3 (Agency) -").
    Dateline,
}

/// A headline, paragraph, subhead or caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its words, white space trimmed.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}
