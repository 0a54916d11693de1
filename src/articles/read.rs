//! From an input to its articles.

use super::{Article, Given, Raw, Reading};
use crate::english::English;
use crate::text::{Block, BlockKind, Span};

/// Reads one input. Total: what cannot be read is noted.
pub fn read(_english: &English, raw: Raw<'_>, _given: &Given) -> Reading {
    let (Raw::Text(text) | Raw::Html(text)) = raw;
    let all = Span::new(0, text.len());
    let mut article = Article { span: all, language: "en".to_owned(), ..Article::default() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if !span.is_empty() {
            let kind = if article.headline.is_none() { BlockKind::Headline } else { BlockKind::Body };
            article.headline.get_or_insert(span);
            article.blocks.push(Block { span, kind });
        }
    }
    Reading { text: text.to_owned(), articles: vec![article], notes: Vec::new() }
}
