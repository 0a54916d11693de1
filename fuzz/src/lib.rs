//! What the targets share: news out of bytes, and the laws that every answer keeps.

#[path = "../../tests/common/spans.rs"]
mod spans;

use serde_json::{Value, json};
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
    spans::check_spans(view, answer);
}

/// Asks for everything and holds it to the law of spans.
pub fn probe(view: &mut View) {
    let articles = view.articles();
    let sentences: Vec<_> = articles.iter().map(|a| view.sentences(&a.id).expect("an article that is listed")).collect();
    let all = json!({
        "articles": articles,
        "sentences": sentences,
        "entities": view.entities(),
        "timeline": view.timeline(),
        "claims": view.claims(),
        "claimDiff": view.claim_diff(None).expect("no pair was asked for"),
        "notes": view.notes(),
    });
    check_spans(view, &all);
    for format in ["json", "csv", "markdown", "timeml", "webannotation", "tei", "claimreview"] {
        view.export(format).expect("a format that there is");
    }
}

/// An input of plain text that came out on a day.
pub fn text(text: String) -> ArticleInput {
    ArticleInput { text: Some(text), ..ArticleInput::default() }
}
