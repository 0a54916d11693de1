//! Every rule of `src/entities` carries its examples: what stands in backticks after `ok:` and `no:` in the sources is run
//! here, marked as `common/marks.rs` reads it; ` / ` stands between two articles.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::marks::faults;
use std::path::Path;

/// (file and line, example)
fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/entities");
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
