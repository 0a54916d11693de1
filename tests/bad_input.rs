//! Bad input gets a stable code and a sentence that says what to do; the rest goes on.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{html, text};
use synoptic::view::{ArticleInput, Correction, Error, MAX_INPUT, View};

const STORY: &str = "Quake fells houses\n\nThe quake struck on Monday. Twelve people died, the mayor said.";

/// The error's code, and that its sentence is one.
fn code<T: std::fmt::Debug>(done: Result<T, Error>) -> &'static str {
    let error = done.expect_err("an error");
    assert!(error.message.len() > 20 && error.message.ends_with('.'), "{}: {}", error.code.name(), error.message);
    error.code.name()
}

#[test]
fn inputs_that_cannot_be_read() {
    let both = ArticleInput { html: Some("<p>x</p>".into()), ..text("x") };
    let date = |d: &str| ArticleInput { published: Some(d.into()), ..text(STORY) };
    for (what, input, expected) in [
        ("nothing", ArticleInput::default(), "empty-input"),
        ("empty", text(""), "empty-input"),
        ("white space", text(" \n\t\u{a0}\u{2003}\n"), "empty-input"),
        ("empty page", html("  "), "empty-input"),
        ("text and page", both, "unknown-option"),
        ("20 MB", text(&"word ".repeat(4 << 20)), "too-large"),
        ("no date", date("yesterday"), "bad-date"),
        ("no such day", date("2023-02-30"), "bad-date"),
    ] {
        let mut view = View::default();
        view.add(&text(STORY)).unwrap();
        let before = view.export("json").unwrap();
        assert_eq!(code(view.add(&input)), expected, "{what}");
        assert!(view.export("json").unwrap() == before, "{what} leaves the dossier as it was");
        assert!(view.add(&text(STORY)).is_ok(), "{what}: the rest goes on");
    }
}

#[test]
fn inputs_that_are_read_with_a_note() {
    let binary: String = (0..4000u32).map(|n| char::from((n * 37 % 256) as u8)).collect();
    let german = "Das Erdbeben traf die Stadt am Montag. Zwölf Menschen starben, wie der Bürgermeister sagte. \
                  Die Rettungskräfte suchten die ganze Nacht nach Verschütteten, und viele Häuser sind zerstört worden.";
    for (what, input, expected) in [("binary", &*binary, "not-text"), ("German", german, "not-english")] {
        let mut view = View::default();
        view.add(&text(STORY)).unwrap();
        let done = view.add(&text(input));
        let codes: Vec<_> = view.notes().iter().map(|n| n.code).collect();
        assert!(codes.contains(&expected), "{what}: {done:?} {codes:?}");
        assert!(view.notes().iter().all(|n| n.message.ends_with('.')), "{what}: {:?}", view.notes());
        assert!(!view.sentences("a1").unwrap().is_empty(), "{what}: the rest goes on");
    }
}

#[test]
fn the_same_article_twice() {
    let mut view = View::default();
    let first = view.add(&text(STORY)).unwrap();
    let second = view.add(&text(STORY)).unwrap();
    assert!(first != second);
    assert!(view.notes().iter().any(|n| n.code == "same-input"), "{:?}", view.notes());
    assert!(
        view.claim_diff(None).unwrap().groups.iter().all(|g| g.relation == "agree"),
        "a text does not differ from itself"
    );
}

#[test]
fn unknown_ids_and_options() {
    let mut view = View::default();
    view.add(&text(STORY)).unwrap();
    let (article, outlet) = ("a9".to_owned(), "The Gazette".to_owned());
    for (what, done, expected) in [
        ("remove", view.remove("a9"), "unknown-article"),
        ("remove nothing", view.remove(""), "unknown-article"),
        ("text", view.text(9).map(drop), "unknown-input"),
        ("sentences", view.sentences("A").map(drop), "unknown-article"),
        ("one of two", view.claim_diff(Some(("a1", "a9"))).map(drop), "unknown-article"),
        ("export", view.export("pdf").map(drop), "unknown-option"),
        ("outlet", view.correct(&Correction::Outlet { article, outlet }), "unknown-article"),
        ("date", view.correct(&Correction::Date { article: "a1".into(), published: "soon".into() }), "bad-date"),
        ("merge", view.correct(&Correction::Merge { entities: ["e99".into(), "e98".into()] }), "unknown-entity"),
        (
            "split",
            view.correct(&Correction::Split {
                entity: "x".into(),
                form: Some("y".into()),
                article: None,
                mention: None,
            }),
            "unknown-entity",
        ),
        ("name", view.correct(&Correction::NotAName { entity: "e0".into() }), "unknown-entity"),
        ("huge", view.correct(&Correction::NotAName { entity: format!("e{}", u64::MAX) }), "unknown-entity"),
    ] {
        assert_eq!(code(done), expected, "{what}");
    }
    assert_eq!(MAX_INPUT, 16 << 20, "the limit that the message names");
}
