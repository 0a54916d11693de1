//! The floors of docs/architecture.md: a file imports its own folder and lower floors only, and
//! siblings on a floor do not know each other.

use std::fs;
use std::path::Path;

const FLOORS: [&[&str]; 10] = [
    &["text", "dates", "english", "linear"],
    &["articles", "tokens"],
    &["tags"],
    &["syntax", "times"],
    &["entities"],
    &["claims", "events"],
    &["compare"],
    &["dossier"],
    &["view"],
    &["wasm"],
];

/// Imports inside one folder's files that the floors forbid.
fn breaches(folder: &str, source: &str) -> Vec<String> {
    let floor = |name: &str| FLOORS.iter().position(|f| f.contains(&name));
    let mine = floor(folder).unwrap_or_else(|| panic!("`{folder}` has no floor; add it to FLOORS"));
    let mut found = Vec::new();
    for line in source.lines().filter(|l| !l.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let name: String = line[at + 7..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let Some(theirs) = floor(&name) else { continue };
            if name != folder && theirs >= mine {
                found.push(format!("{folder} imports {name}: {}", line.trim()));
            }
        }
    }
    found
}

fn walk(dir: &Path, folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            walk(&entry, folder, found);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            found.extend(breaches(folder, &fs::read_to_string(&entry).unwrap()));
        }
    }
}

#[test]
fn no_upward_arrow() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in fs::read_dir(&src).unwrap().map(|e| e.unwrap().path()) {
        let name = entry.file_stem().unwrap().to_str().unwrap().to_owned();
        if name == "lib" || name == "bin" {
            continue;
        }
        if entry.is_dir() {
            walk(&entry, &name, &mut found);
        } else {
            found.extend(breaches(&name, &fs::read_to_string(&entry).unwrap()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_check_itself_sees_breaches() {
    for (folder, line, bad) in [
        ("tags", "use crate::tokens::Tokens;", false),
        ("tags", "use crate::syntax::Tree;", true),
        ("syntax", "use crate::times::Timex;", true),
        ("text", "use crate::english::English;", true),
        ("tags", "// use crate::syntax::Tree;", false),
        ("wasm", "use crate::view::View;", false),
    ] {
        assert_eq!(!breaches(folder, line).is_empty(), bad, "{folder}: {line}");
    }
}
