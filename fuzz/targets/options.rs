#![no_main]
//! Any JSON at the doors that take values: articles, given with their fields or as text that is JSON itself, and corrections.

use serde_json::Value;
use synoptic::view::{ArticleInput, Correction, Span, View};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let whole = String::from_utf8_lossy(bytes).into_owned();
    let mut view = View::default();
    let _ = view.add(&synoptic_fuzz::text(whole.clone()));
    if let Ok(value) = serde_json::from_str::<Value>(&whole) {
        for one in value.as_array().map_or(std::slice::from_ref(&value), Vec::as_slice) {
            let _ = view.add(&article(one));
            let _ = view.correct(&correction(one));
        }
    }
    let _ = view.export(&whole);
    let _ = view.remove(&whole);
    synoptic_fuzz::probe(&mut view);
});

fn field(of: &Value, name: &str) -> Option<String> {
    of[name].as_str().map(str::to_owned)
}

fn article(of: &Value) -> ArticleInput {
    let field = |name| field(of, name);
    ArticleInput {
        text: field("text"),
        html: field("html"),
        outlet: field("outlet"),
        title: field("title"),
        published: field("published"),
        url: field("url"),
        whole: of["whole"] == true,
    }
}

/// A correction of the kind that is named, or of the last.
fn correction(of: &Value) -> Correction {
    let told = |name| field(of, name).unwrap_or_default();
    match of["kind"].as_str() {
        Some("date") => Correction::Date { article: told("article"), published: told("published") },
        Some("outlet") => Correction::Outlet { article: told("article"), outlet: told("outlet") },
        Some("merge") => Correction::Merge { entities: [told("entity"), told("other")] },
        Some("split") => {
            let unit = |name: &str| of["mention"][name].as_u64().and_then(|n| u32::try_from(n).ok());
            let span = || Some(Span { input: unit("input")?, start: unit("start")?, end: unit("end")? });
            Correction::Split {
                entity: told("entity"),
                form: field(of, "form"),
                article: field(of, "article"),
                mention: span(),
            }
        }
        Some("rename") => Correction::Rename { entity: told("entity"), name: told("name") },
        Some("retype") => Correction::Retype { entity: told("entity"), kind: told("type") },
        _ => Correction::NotAName { entity: told("entity") },
    }
}
