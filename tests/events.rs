//! Every rule of `src/events` carries its examples: what stands in backticks after `ok:` and `no:` in the sources is run
//! here, in an article of Wednesday 15 July 2020 (` / ` stands between two). `[2020-07-13 fell]` is an event of that
//! time, `[?2020-07-13 fell]` one that is only alleged, `[>2020-07-17 fall]` one that is planned, `[!2020-07-13 fell]` one of which accounts exclude each other, `[- fall]` one that the timeline must not hold; `[=2020-07-13 two days]` an expression of that time.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::marks::{Mark, read};
use std::path::Path;
use synoptic::view::{ArticleInput, Timeline, View};

/// (file and line, example)
fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/events");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut out = Vec::new();
    for file in files.iter().filter(|f| f.is_file()) {
        let source = std::fs::read_to_string(file).unwrap();
        for (n, line) in source.lines().enumerate() {
            let line = line.trim_start();
            if line.starts_with("/// ok: ") || line.starts_with("/// no: ") {
                let place = format!("{}:{}", file.file_name().unwrap().display(), n + 1);
                out.extend(line.split('`').skip(1).step_by(2).map(|e| (place.clone(), e.to_owned())));
            }
        }
    }
    out
}

/// What is not as the marks of some articles say.
fn faults(articles: &[&str]) -> Vec<String> {
    let mut view = View::default();
    let mut marks = Vec::new();
    for (i, marked) in articles.iter().enumerate() {
        let (text, more) = read(i, marked);
        marks.extend(more);
        let published = Some("2020-07-15".to_owned());
        view.add(&ArticleInput { text: Some(text), published, ..ArticleInput::default() }).unwrap();
    }
    let timeline = view.timeline();
    marks.iter().filter_map(|mark| fault(mark, &timeline)).collect()
}

fn fault(mark: &Mark, timeline: &Timeline) -> Option<String> {
    let here =
        |s: &synoptic::view::Span| s.input as usize == mark.article && s.start == mark.start && s.end == mark.end;
    let (want, got) = match mark.key.strip_prefix('=') {
        Some(want) => {
            let found = timeline.expressions.iter().find(|t| here(&t.span));
            (want, found.map(|t| t.edtf.clone().unwrap_or_else(|| "none".to_owned())))
        }
        None => {
            let plan = mark.key.starts_with('>');
            let told = |e: &&synoptic::view::Entry| e.planned == plan && e.mentions.iter().any(|m| here(&m.trigger));
            let found = timeline.entries.iter().find(told);
            let conflict = |e: &synoptic::view::Entry| mark.key.starts_with('!') && e.date_conflict.is_some();
            let sign = |e| if conflict(e) { "!" } else { "" };
            let charge = |e: &synoptic::view::Entry| if e.alleged { "?" } else { "" };
            let found = found.map(|e| format!("{}{}{}{}", if plan { ">" } else { "" }, sign(e), charge(e), e.edtf));
            (mark.key.as_str(), found)
        }
    };
    let got = got.as_deref().unwrap_or("-");
    (got != want).then(|| format!("“{}” is {got}, not {want}", mark.words))
}

#[test]
fn rules_do_as_their_examples_say() {
    let examples = examples();
    assert!(examples.len() > 20, "only {} examples were found", examples.len());
    let mut wrong = Vec::new();
    for (place, example) in &examples {
        let faults = faults(&example.split(" / ").collect::<Vec<_>>());
        if !faults.is_empty() {
            wrong.push(format!("{place} `{example}`\n    {}", faults.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} examples:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}
