//! What the targets share: news out of bytes, and the laws that every answer keeps.

#[path = "../../tests/common/mod.rs"]
mod common;

use serde_json::Value;
use synoptic::view::{ArticleInput, View};

/// What news, and its accidents, are made of; a byte each.
const PIECES: &str = include_str!("pieces.txt");

/// A text of pieces, one a byte; the bytes past the pieces stand for themselves.
pub fn prose(bytes: &[u8]) -> String {
    let pieces: Vec<&str> = PIECES.lines().collect();
    let mut out = String::new();
    for &b in bytes {
        match pieces.get(usize::from(b)) {
            Some(&"\\n") => out.push('\n'),
            Some(&"\\n\\n") => out.push_str("\n\n"),
            Some(piece) => {
                let glued = piece.starts_with(['.', ',', ':', ';', '?', '!', '’', '”', ')', '%']);
                if !glued && !out.ends_with(['\n', '(', '“', '$']) && !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(piece);
            }
            None => out.push(char::from(b)),
        }
    }
    out
}

/// Every span of an answer lies in its text, on character borders.
pub fn check_spans(view: &View, answer: &Value) {
    common::spans::check_spans(view, answer);
}

/// Asks for everything, holds it to the laws, and exports it in every format.
pub fn probe(view: &mut View) {
    common::hold(view);
}

/// An input of plain text.
pub fn text(text: String) -> ArticleInput {
    common::text(&text)
}
