//! Every rule of `src/entities` carries its examples: what stands in backticks after `ok:` and `no:` in the sources is run
//! here, marked as `common/marks.rs` reads it; ` / ` stands between two articles.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::marks::faults;
use std::path::{Path, PathBuf};

/// The files of the sieve and of the unions across articles.
const RULES: &[&str] = &[
    "bearers.rs",
    "bodies.rs",
    "bodies_alike.rs",
    "deeds.rs",
    "described.rs",
    "edges.rs",
    "metonyms.rs",
    "names_alike.rs",
    "neighbours.rs",
    "offices.rs",
    "profile.rs",
    "pronouns.rs",
    "relatives.rs",
    "sieve.rs",
    "sounds.rs",
    "unite.rs",
    "votes.rs",
];

/// Every source file under a folder.
fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        match entry.is_dir() {
            true => sources(&entry, out),
            false => out.push(entry),
        }
    }
}

/// (file and line, example)
fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/entities");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    files.sort();
    let mut out = Vec::new();
    for file in &files {
        let source = std::fs::read_to_string(file).unwrap();
        for (n, line) in source.lines().enumerate() {
            let line = line.trim_start().trim_start_matches(['/', '!']).trim_start();
            if line.starts_with("ok:") || line.starts_with("no:") {
                let place = format!("{}:{}", file.file_name().unwrap().display(), n + 1);
                let before = out.len();
                out.extend(line.split('`').skip(1).step_by(2).map(|e| (place.clone(), e.to_owned())));
                assert!(out.len() > before && out[before..].iter().all(|e| e.1.contains('[')), "{place} runs nothing");
            }
        }
    }
    out
}

#[test]
fn every_rule_has_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/entities");
    let mut bare = Vec::new();
    for file in RULES {
        let source = std::fs::read_to_string(folder.join(file)).unwrap();
        let told = |mark: &str| source.lines().any(|l| l.trim_start().starts_with(mark));
        if !(told("/// ok:") && told("/// no:")) {
            bare.push(*file);
        }
    }
    assert!(bare.is_empty(), "no example right, or none wrong: {bare:?}");
}

#[test]
fn rules_do_as_their_examples_say() {
    let examples = examples();
    assert!(examples.len() > 30, "only {} examples were found", examples.len());
    let mut wrong = Vec::new();
    for (place, example) in &examples {
        let articles: Vec<&str> = example.split(" / ").collect();
        let faults = faults(&articles);
        if !faults.is_empty() {
            wrong.push(format!("{place} `{example}`\n    {}", faults.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} examples:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}
