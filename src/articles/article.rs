//! What the reader finds in one input.

use crate::dates::DayRange;
use crate::text::{Block, BlockKind, Note, Span};

/// What the caller brings: plain text, never altered, or HTML.
#[derive(Clone, Copy, Debug)]
pub enum Raw<'a> {
    /// Plain text; spans will index exactly this.
    Text(&'a str),
    /// HTML source; spans will index the text extracted from it.
    Html(&'a str),
}

/// What the caller knows of the article; goes before what the reader finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// ISO 8601 date or date-time of publication.
    pub published: Option<String>,
    /// Where it stood.
    pub url: Option<String>,
    /// It is one article, whatever it looks like.
    pub whole: bool,
}

/// How a fact about an article is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The caller, or the reader of the page, said so.
    Given,
    /// The text says so.
    Stated,
    /// Worked out from the text.
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

/// Who published an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// As a reader would write it.
    pub name: String,
    /// Where the text says so.
    pub span: Option<Span>,
    /// How it is known.
    pub basis: Basis,
}

/// When an article was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The days it can be; empty `edtf` if nothing is known.
    pub range: DayRange,
    /// How it is known.
    pub basis: Basis,
    /// The words it rests on.
    pub evidence: Vec<Span>,
}

impl Published {
    /// Month and day of a date whose year the page does not tell.
    pub fn yearless(&self) -> Option<(i8, i8)> {
        let (month, day) = self.range.edtf.strip_prefix("XXXX-")?.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    }
}

/// A stretch of the input that is no part of the article's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where.
    pub span: Span,
    /// Why, in a few words ("repeats the headline").
    pub why: String,
}

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// From its first kept or dropped byte to its last.
    pub span: Span,
    /// The headline, at its best occurrence.
    pub headline: Option<Span>,
    /// The authors' line, without "By".
    pub byline: Option<Span>,
    /// Who published it.
    pub outlet: Option<Outlet>,
    /// When it was published, as far as the reader can tell (stated or given;
    /// what must be worked out from the body is left to [`crate::times`]).
    pub published: Published,
    /// Headline, paragraphs, subheads and captions in text order.
    pub blocks: Vec<Block>,
    /// Place, day and agency that stand before the first sentence, with the dash behind them.
    pub dateline: Option<Span>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
    /// BCP 47 tag of the language, `en` for English, `und` if unknown.
    pub language: String,
}

/// All that one input holds.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The plain text that every span indexes.
    pub text: String,
    /// The articles found, in text order.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

impl Article {
    /// The blocks as they are read: the dateline is one of its own, as it is no part of the sentence behind it.
    pub fn reading_blocks(&self) -> Vec<Block> {
        let mut out = Vec::with_capacity(self.blocks.len() + 1);
        for &block in &self.blocks {
            match self.dateline.filter(|d| block.kind == BlockKind::Body && block.span.start == d.start) {
                Some(dateline) if dateline.end < block.span.end => {
                    let rest = Span { start: dateline.end, end: block.span.end };
                    out.push(Block { span: dateline, kind: BlockKind::Dateline });
                    out.push(Block { span: rest, kind: block.kind });
                }
                _ => out.push(block),
            }
        }
        out
    }
}
