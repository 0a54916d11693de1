//! What holds for every input: spans fit, answers repeat, the order of articles changes nothing, nothing panics.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::spans::{check_spans, each_span};
use common::{dossier, findings, hold, html, seeds, text};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use synoptic::articles::{Given, Raw};
use synoptic::dossier::Dossier;
use synoptic::view::{ArticleInput, View};

/// Runs every function over inputs; their spans must fit.
fn probe(inputs: &[ArticleInput]) {
    let mut view = View::default();
    for input in inputs {
        let _ = view.add(input);
    }
    hold(&mut view);
}

#[test]
fn spans_of_the_seeds_fit() {
    let mut view = View::sample();
    let all = findings(&mut view);
    check_spans(&view, &all);
    let mut spans = 0;
    each_span(&all, "", &mut |_, _, _, _| spans += 1);
    assert!(spans > 1000, "the seeds have more than {spans} spans");
}

#[test]
fn tokens_are_the_words_at_their_spans() {
    let view = &mut View::sample();
    for a in view.articles() {
        let units: Vec<u16> = view.text(a.input as usize).unwrap().encode_utf16().collect();
        for s in view.sentences(&a.id).unwrap() {
            for t in &s.tokens {
                let words = String::from_utf16_lossy(&units[t.span.start as usize..t.span.end as usize]);
                assert_eq!(words, t.form);
            }
            let heads = s.tokens.iter().all(|t| t.head >= -1 && (t.head as i64) < s.tokens.len() as i64);
            assert!(heads, "heads stay in their sentence");
            assert_eq!(s.tokens.iter().filter(|t| t.head == -1).count(), 1, "one root a sentence");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = || View::sample().export("json").unwrap();
    assert!(bytes() == bytes());
    // Asked in another order, nothing changes.
    let mut view = View::sample();
    let _ = (view.claim_diff(None), view.timeline(), view.entities());
    assert!(view.export("json").unwrap() == bytes());
}

#[test]
fn adding_and_removing_leaves_no_trace() {
    let plain = View::sample().export("json").unwrap();
    let mut view = View::sample();
    let added = view.add(&text("The quake struck on Monday.\n\nRescue workers said 12 people died.")).unwrap();
    let _ = view.claim_diff(None);
    for id in &added {
        view.remove(id).unwrap();
    }
    let (mut now, mut then): (Value, Value) =
        (serde_json::from_str(&view.export("json").unwrap()).unwrap(), serde_json::from_str(&plain).unwrap());
    // The input keeps its number, so that other numbers keep their meaning, and loses its text.
    assert_eq!(view.text(5).unwrap(), "");
    now["texts"].take();
    then["texts"].take();
    assert!(now == then);
}

#[test]
fn what_is_gone_costs_no_more_than_its_number() {
    let mut dossier = Dossier::new();
    for n in 10..13 {
        let words = format!("The quake struck on Monday.\n\nRescue workers said {n} people died.");
        for article in dossier.add(Raw::Text(&words), &Given::default()) {
            dossier.remove(article);
        }
    }
    let inputs = dossier.inputs();
    assert_eq!((inputs.len(), dossier.members().len()), (3, 0));
    assert!(inputs.iter().all(|i| Arc::ptr_eq(i, &inputs[0])), "all that is gone is one thing");
}

/// Findings with ids, sigla and input numbers replaced by places, and lists without their order.
fn order_free(view: &mut View, names: &[&str]) -> Value {
    let mut all = findings(view);
    let place = |v: &Value| format!("{}:{}-{}", names[v["input"].as_u64().unwrap() as usize], v["start"], v["end"]);
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut note = |list: &Value, key: &dyn Fn(&Value) -> String| {
        for v in list.as_array().unwrap() {
            ids.insert(v["id"].as_str().unwrap().to_owned(), key(v));
        }
    };
    note(&all["articles"], &|a| format!("article {}", place(&a["span"])));
    note(&all["timeline"]["expressions"], &|t| format!("timex {}", place(&t["span"])));
    note(&all["entities"], &|e| {
        let mentions = e["mentions"].as_array().unwrap().iter().map(|m| place(&m["span"]));
        format!("entity {}", mentions.min().unwrap_or_default())
    });
    note(&all["claims"], &|c| {
        let content: Vec<_> = c["content"].as_array().unwrap().iter().map(place).collect();
        format!("claim {} {} {}", place(&c["span"]), content.join(" "), c["mode"])
    });
    rename(&mut all, &ids, &place);
    all
}

fn rename(value: &mut Value, ids: &BTreeMap<String, String>, place: &impl Fn(&Value) -> String) {
    match value {
        Value::Object(fields) if fields.contains_key("input") && fields.contains_key("start") => {
            *value = place(value).into();
        }
        Value::Object(fields) => {
            for name in ["id", "siglum", "input"] {
                fields.remove(name);
            }
            let old = std::mem::take(fields);
            for (name, mut v) in old {
                rename(&mut v, ids, place);
                fields.insert(ids.get(&name).cloned().unwrap_or(name), v);
            }
        }
        Value::Array(items) => {
            items.iter_mut().for_each(|v| rename(v, ids, place));
            items.sort_by_cached_key(Value::to_string);
        }
        Value::String(s) => {
            if let Some(key) = ids.get(s) {
                s.clone_from(key);
            } else if let Some((article, event)) = s.split_once('e')
                && let Some(key) = ids.get(article)
            {
                *s = format!("{key} event {event}");
            }
        }
        _ => {}
    }
}

/// The first place where two values part.
fn parting(a: &Value, b: &Value, path: &str) -> Option<String> {
    match (a, b) {
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).enumerate().find_map(|(i, (x, y))| parting(x, y, &format!("{path}[{i}]")))
        }
        (Value::Object(x), Value::Object(y)) if x.keys().eq(y.keys()) => {
            x.iter().find_map(|(name, v)| parting(v, &y[name], &format!("{path}.{name}")))
        }
        _ if a == b => None,
        _ => Some(format!("{path}:\n{a:#}\nagainst\n{b:#}")),
    }
}

#[test]
fn the_order_of_articles_changes_no_finding() {
    let seeds = seeds();
    let orders = [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]];
    let of = |order: &[usize]| {
        let (names, texts): (Vec<_>, Vec<_>) = order.iter().map(|&i| (&*seeds[i].0, &*seeds[i].1)).unzip();
        order_free(&mut dossier(&texts), &names)
    };
    let plain = of(&[0, 1, 2, 3, 4]);
    for order in orders {
        if let Some(difference) = parting(&plain, &of(&order), "") {
            panic!("order {order:?}: {difference}");
        }
    }
}

#[test]
fn prefixes_of_the_seeds() {
    for (_, seed) in seeds() {
        for end in (0..seed.len()).step_by(seed.len() / 6 + 1) {
            // A character cut in the middle comes as the replacement character, as a decoder leaves it.
            probe(&[text(&String::from_utf8_lossy(&seed.as_bytes()[..end]))]);
            probe(&[text(&String::from_utf8_lossy(&seed.as_bytes()[end..]))]);
        }
    }
}

#[test]
fn mangled_seeds() {
    let seed = &seeds()[0].1;
    type Mangle = fn(&str) -> String;
    let manglings: [(&str, Mangle); 12] = [
        ("nul", |s| s.replace(' ', "\0")),
        ("no-break spaces", |s| s.replace(' ', "\u{a0}")),
        ("emoji", |s| s.replace(". ", ". 😀🇹🇷👨‍👩‍👧 ")),
        ("decomposed", |s| s.replace("rk", "u\u{308}rk").replace('a', "a\u{301}")),
        ("right to left", |s| s.replace(". ", ". قال الرئيس \u{202e}אמר\u{202c} ")),
        ("one line", |s| s.replace(['\n', '\r'], " ")),
        ("a word a line", |s| s.replace(' ', "\n")),
        ("capitals", str::to_uppercase),
        ("no capitals", str::to_lowercase),
        ("open quotes", |s| s.replace(['”', '"'], "“")),
        ("old line ends", |s| s.replace('\n', "\r")),
        ("backwards", |s| s.chars().rev().collect()),
    ];
    for (name, mangle) in manglings {
        println!("{name}");
        probe(&[text(&mangle(seed)), text(seed)]);
    }
}

/// Inputs that a fuzzer found, each as small as it could be made.
#[test]
fn what_the_fuzzer_found() {
    // A particle of names ("El Baradei", "Es-Sawira") as the last word of an article.
    for words in ["@\u{1}\u{1}Es", "The mayor met Anna El"] {
        probe(&[text(words), html(words)]);
    }
}

#[test]
fn hostile_lengths() {
    // A megabyte where all checks run (`cargo xtask test`), less while writing.
    let size = if std::env::var_os("SYNOPTIC_HOSTILE").is_some() { 1 << 20 } else { 1 << 16 };
    let cases: [(&str, String); 9] = [
        ("quotes", "\"".repeat(size)),
        ("quoted words", "“a ”b ".repeat(size / 10)),
        ("one line", "The mayor said on Monday that 12 people died, ".repeat(size / 47)),
        ("one word", "a".repeat(size)),
        ("names", "Anna Ek ".repeat(size / 16)),
        ("days", "Monday ".repeat(size / 14)),
        ("brackets", "(".repeat(size / 8) + &")".repeat(size / 8)),
        ("line ends", "\n".repeat(size) + "x"),
        ("marks", "a\u{301}\u{302}\u{303}".repeat(size / 14)),
    ];
    let run = |name: &str, whole: ArticleInput, part: ArticleInput| {
        // The whole for its time, a part for its spans: as one value, a million tokens are a trial of serde's.
        let (begin, mut view) = (std::time::Instant::now(), View::default());
        let _ = view.add(&whole);
        let entries = view.timeline().entries.len() + view.claim_diff(None).unwrap().groups.len();
        println!("{name}: {:?}, {entries} entries and groups", begin.elapsed());
        probe(&[part]);
    };
    for (name, case) in cases {
        run(name, text(&case), text(&case.chars().take(20_000).collect::<String>()));
    }
    for tag in ["<div>", "</p>", "&amp", "<p>x", "<!--"] {
        run(tag, html(&tag.repeat(size / 8)), html(&tag.repeat(4000)));
    }
}

/// Pieces that news, and its accidents, are made of.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "The",
        "mayor",
        "Anna Ek",
        "said",
        "told reporters",
        "denied",
        "that",
        "12",
        "about 1,200",
        "people",
        "died",
        "in",
        "Moscow",
        "on Monday",
        "yesterday",
        "last week",
        "May 5, 2023",
        "not",
        "may",
        "according to",
        "the ministry",
        "she",
        ".",
        ",",
        ":",
        "“",
        "”",
        "\"",
        "'",
        "’s",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{200b}",
        "—",
        "-",
        "U.S.",
        "%",
        "$3 million",
        "By Jo Ray",
        "* * *",
        "Read more:",
        "😀",
        "é",
        "e\u{301}",
        "نعم",
        "中文",
        "\0",
        "\u{feff}",
        "\u{fffd}",
        "1999-12-31",
    ];
    prop_oneof![8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(pieces in prop::collection::vec((piece(), any::<bool>()), 0..120)) {
        let join = |p: &[(String, bool)]| p.iter().map(|(w, space)| format!("{w}{}", if *space { " " } else { "" })).collect::<String>();
        let (a, b) = pieces.split_at(pieces.len() / 2);
        probe(&[text(&join(a)), text(&join(b)), text(&join(&pieces))]);
    }

    #[test]
    fn any_html(pieces in prop::collection::vec(prop_oneof![
        piece(),
        prop::sample::select(vec!["<p>", "</p>", "<h1>", "</h1", "<article>", "<!--", "-->", "<script>", "</script>", "<a href='x", ">", "&lt;",
            "&#x1F600;", "&#99999999;", "&nope;", "<br/>", "<time datetime=\"2024-05-07\">", "<meta property=\"og:title\" content=\"", "\">"])
            .prop_map(str::to_owned),
    ], 0..80)) {
        probe(&[html(&pieces.join(" "))]);
    }
}
