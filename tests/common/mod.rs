//! What the test files share: the seeds, and all findings of a dossier as one value.

#![allow(dead_code)] // Each test file is a crate of its own and uses its part.

pub(crate) mod dossiers;
pub(crate) mod marks;
pub(crate) mod spans;
pub(crate) mod timeline;

use serde_json::{Value, json};
use std::path::Path;
use synoptic::view::{ArticleInput, View};

/// The seed files in the order of their names: name and text.
pub(crate) fn seeds() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let name = |f: &Path| f.file_name().unwrap().to_str().unwrap().to_owned();
    files.iter().map(|f| (name(f), std::fs::read_to_string(f).unwrap())).collect()
}

/// An input of plain text.
pub(crate) fn text(text: &str) -> ArticleInput {
    ArticleInput { text: Some(text.to_owned()), ..ArticleInput::default() }
}

/// An input of HTML.
pub(crate) fn html(html: &str) -> ArticleInput {
    ArticleInput { html: Some(html.to_owned()), ..ArticleInput::default() }
}

/// A dossier of texts; those that hold no words are left out.
pub(crate) fn dossier(texts: &[&str]) -> View {
    let mut view = View::default();
    for t in texts {
        let _ = view.add(&text(t));
    }
    view
}

/// All that the contract yields.
pub(crate) fn findings(view: &mut View) -> Value {
    let articles = view.articles();
    let sentences: Vec<_> = articles.iter().map(|a| view.sentences(&a.id).unwrap()).collect();
    json!({
        "articles": articles,
        "sentences": sentences,
        "entities": view.entities(),
        "timeline": view.timeline(),
        "claims": view.claims(),
        "claimDiff": view.claim_diff(None).unwrap(),
        "notes": view.notes(),
    })
}

/// Asks for everything, holds it to the law of spans, and exports it in every format.
pub(crate) fn hold(view: &mut View) {
    let all = findings(view);
    spans::check_spans(view, &all);
    for format in ["json", "csv", "markdown", "timeml", "webannotation", "tei", "claimreview"] {
        view.export(format).unwrap();
    }
}
