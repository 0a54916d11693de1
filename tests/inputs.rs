//! What comes in besides plain articles: JSON, the same article twice, impossible days, articles of other times.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{html, text};
use synoptic::view::{ArticleInput, Correction, View};

const STORY: &str = "Quake fells houses\n\nThe quake struck the island on Monday. Twelve people died, the mayor said.\n\n\
    Rescue workers searched the ruins for two days, and the army brought tents and water to the three villages.";
const RULING: &str = "Court frees former minister\n\nThe court of appeal freed the former minister on Friday, four days \
    after the hearing.\n\nThe prosecutor said that he would take the case to the supreme court within a month.";

fn codes(view: &View) -> Vec<&'static str> {
    view.notes().iter().map(|n| n.code).collect()
}

#[test]
fn json_is_taken_apart() {
    let json = serde_json::json!({"articles": [
        {"text": STORY, "outlet": "Post", "published": "2021-03-03"},
        {"html": "<h1>Court frees former minister</h1><p>The court of appeal freed the former minister on Friday, four days after the hearing.</p>",
         "url": "https://gazette.example/2021/03/05/court"},
        {"title": "Storm nears coast", "text": "The storm will reach the coast on Sunday, the weather office said in the capital."},
    ]});
    for given in [json.to_string(), json["articles"].to_string(), format!("\u{feff}\n{json:#}")] {
        let mut view = View::default();
        assert_eq!(view.add(&text(&given)).unwrap(), ["a1", "a2", "a3"]);
        let articles = view.articles();
        assert_eq!(view.text(0).unwrap(), STORY, "a text is as it was");
        assert_eq!(articles[0].outlet.as_ref().unwrap().name, "Post");
        let days: Vec<_> = articles.iter().map(|a| (a.published.edtf.as_str(), a.published.basis)).collect();
        assert_eq!(days[..2], [("2021-03-03", "given"), ("2021-03-05", "inferred")]);
        assert!(articles.iter().all(|a| a.headline.is_some()), "{articles:?}");
    }
}

#[test]
fn json_that_cannot_be_read() {
    for (json, expected, says) in [
        (r#"{"articles":[]}"#, "empty-input", "This JSON holds no articles. "),
        (r#"[{"text":" "},{"text":"  "}]"#, "empty-input", "Article 1 "),
        (r#"[{"text":"It rained.","html":"<p>It rained."}]"#, "unknown-option", "Give either "),
        (r#"[{"text":"It rained.","published":"2024-13-40"}]"#, "bad-date", "`2024-13-40` "),
        (r#"[{"text":["It rained."]}]"#, "unknown-option", "`text` is no string"),
        (r#"{"articles":[{"id":7}]}"#, "empty-input", "Give the article "),
        (r#"{"articles":[null, 7]}"#, "empty-input", "Article 1 "),
    ] {
        let mut view = View::default();
        let error = view.add(&text(json)).unwrap_err();
        assert_eq!(error.code.name(), expected, "{json}");
        assert!(error.message.starts_with(says) && error.message.ends_with('.'), "{}", error.message);
        assert!(view.articles().is_empty(), "{json}");
    }
    // One entry that cannot be read costs none of the others.
    for (json, says) in [
        (r#"[{"text":"It rained."},{"text":"  "}]"#, "Article 2 "),
        (r#"[{"outlet":"Post"},{"text":"It rained."}]"#, "Article 1 "),
        (r#"[{"text":7},{"text":"It rained."}]"#, "Article 1 "),
    ] {
        let mut view = View::default();
        assert_eq!(view.add(&text(json)).unwrap(), ["a1"], "{json}");
        assert_eq!(codes(&view), ["entry-unread"], "{json}");
        assert!(view.notes()[0].message.starts_with(says), "{json}");
    }
    // What only looks like it is text, and that is said.
    let mut view = View::default();
    view.add(&text(r#"{"articles":[{"text":"The quake struck on Monday, the mayor said."}"#)).unwrap();
    assert_eq!(codes(&view), ["json-unread"]);
    let mut view = View::default();
    view.add(&text("[Reuters] The quake struck on Monday, the mayor said.")).unwrap();
    assert!(codes(&view).is_empty());
}

#[test]
fn without_words() {
    for (input, expected) in [
        (text("... !!! \u{2014} ???"), vec!["no-words"]),
        (text("🙂"), vec!["no-words"]),
        (html("<p></p>"), vec!["no-words"]),
        (html("<script>let words = 1</script>"), vec!["no-words"]),
        (html("<nav>Home</nav>"), vec!["no-article"]),
        (text("12 34"), vec![]),
    ] {
        let mut view = View::default();
        let ids = view.add(&input).unwrap();
        assert_eq!((codes(&view), ids.is_empty()), (expected.clone(), !expected.is_empty()), "{input:?}");
        assert_eq!(view.articles().len(), ids.len());
    }
}

#[test]
fn the_same_article_in_other_inputs() {
    let copy = format!("The Gazette\n\n{STORY}\n\nShare\n\nSubscribe to our newsletter");
    let spaced = STORY.replace(". ", ".\u{a0} ").replace("\n\n", "\r\n\r\n\r\n");
    for again in [copy, spaced] {
        let mut view = View::default();
        view.add(&text(STORY)).unwrap();
        view.add(&text(RULING)).unwrap();
        let id = view.add(&text(&again)).unwrap();
        let notes = view.notes();
        assert_eq!(codes(&view), ["duplicate-article"], "{again}");
        assert_eq!(notes[0].article.as_ref(), id.first());
        assert!(notes[0].span.is_some() && notes[0].message.contains("article A"));
        // Either of the two may go; with it goes the note.
        view.remove("a1").unwrap();
        assert!(codes(&view).is_empty());
    }
}

#[test]
fn days_that_the_calendar_has_not() {
    let page = |date: &str| {
        html(&format!(
            "<meta property='article:published_time' content='{date}'><h1>Quake fells houses</h1><p>{STORY}</p>"
        ))
    };
    let dated = |line: &str| text(&STORY.replacen("\n\n", &format!("\n\n{line}\n\n"), 1));
    for (input, note) in [
        (dated("Published 2024-13-40"), true),
        (dated("Published: 31/31/2024"), true),
        (dated("Updated February 30, 2024"), true),
        (dated("Posted on 31 June 2024"), true),
        (page("2024-13-40"), true),
        (page("2024-02-30T10:00:00Z"), true),
        (dated("Published 2024-02-29"), false),
        (page("2024-02-29"), false),
    ] {
        let mut view = View::default();
        view.add(&input).unwrap();
        let published = view.articles().remove(0).published;
        let expected = if note { ("", "unknown") } else { ("2024-02-29", "stated") };
        assert_eq!((published.edtf.as_str(), published.basis), expected, "{input:?}");
        assert_eq!(codes(&view), if note { vec!["impossible-date"] } else { vec![] }, "{input:?}");
    }
}

#[test]
fn names_too_long() {
    let long = Some("x".repeat(20_000));
    for input in [
        ArticleInput { outlet: long.clone(), ..text(STORY) },
        ArticleInput { title: long.clone(), ..text(STORY) },
        ArticleInput { url: long, ..text(STORY) },
    ] {
        assert_eq!(View::default().add(&input).unwrap_err().code.name(), "too-large");
    }
}

#[test]
fn a_given_title_names_the_headline() {
    let given = ArticleInput {
        title: Some("Voters go to the polls".into()),
        ..text(
            "NEWS OF THE ISLANDS\n\nVoters go to the polls.\n\nThe polls opened on Sunday at six, and long lines were seen in the capital.",
        )
    };
    let mut view = View::default();
    view.add(&given).unwrap();
    let headline = view.articles()[0].headline.unwrap();
    let units: Vec<u16> = view.text(0).unwrap().encode_utf16().collect();
    let words = String::from_utf16_lossy(&units[headline.start as usize..headline.end as usize]);
    assert_eq!(words, "Voters go to the polls.");
}

#[test]
fn a_corrected_date_moves_what_hangs_on_it() {
    let mut view = View::default();
    let id = view.add(&text(RULING)).unwrap().remove(0);
    let day = RULING.find("Friday").unwrap() as u32;
    let friday = |view: &mut View| {
        let all = view.timeline().expressions;
        all.into_iter().find(|t| t.span.start <= day && day < t.span.end).expect("an expression").edtf
    };
    assert_eq!(friday(&mut view), None, "no date, no day");
    for (date, expected) in [("2021-03-05", "2021-03-05"), ("2019-07-13", "2019-07-12")] {
        view.correct(&Correction::Date { article: id.clone(), published: date.into() }).unwrap();
        let published = view.articles().remove(0).published;
        assert_eq!((published.edtf.as_str(), published.basis), (date, "given"));
        assert_eq!(friday(&mut view).as_deref(), Some(expected));
        let entries = view.timeline().entries;
        assert!(entries.iter().any(|e| e.edtf == expected), "the event moves too: {entries:?}");
    }
}

#[test]
fn a_page_given_as_text_is_told() {
    let mut view = View::default();
    view.add(&text(" <!DOCTYPE html><html><body><p>The mayor resigned on Monday, she said.</p></body></html>"))
        .unwrap();
    view.add(&text("<b>The mayor</b> resigned on Monday, she said.")).unwrap();
    assert_eq!(view.notes().iter().map(|n| n.code).collect::<Vec<_>>(), ["html-as-text"]);
}
