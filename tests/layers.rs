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

/// Where sentences may stand outside `english/`: what readers and callers are told, messages of what is only run by its
/// makers. Nothing that is looked up in an article.
const MAY_SPEAK: [&str; 10] = [
    "view/",
    "wasm.rs",
    "dossier.rs",
    "bin/",
    "articles/",
    "compare/",
    "times/",
    "claims/testing.rs",
    "tags/learn.rs",
    "syntax/train.rs",
];

/// The string literals of a source without its comments and tests.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut chars = source.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|&c| c != '\n').is_some() {},
            // A character, not a lifetime: 'x' or '\x'.
            '\'' => {
                let mut rest = chars.clone();
                let escaped = rest.next() == Some('\\');
                if escaped {
                    rest.next();
                }
                if rest.next() == Some('\'') {
                    chars = rest;
                }
            }
            '"' => {
                let raw = before == 'r' || before == '#';
                let mut text = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '\\' if !raw => text.extend(chars.next()),
                        '"' => break,
                        c => text.push(c),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
        before = c;
    }
    found
}

/// True for two words of letters with a blank between them.
fn is_phrase(text: &str) -> bool {
    let word = |w: &str| w.len() > 1 && w.bytes().all(|b| b.is_ascii_alphabetic());
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|w| word(w[0]) && word(w[1]))
}

fn phrases(dir: &Path, below: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        let name = format!("{below}{}", entry.file_name().unwrap().to_str().unwrap());
        if entry.is_dir() {
            if name != "english" {
                phrases(&entry, &format!("{name}/"), found);
            }
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") && !MAY_SPEAK.iter().any(|m| name.starts_with(m))
        {
            // What a failed check says is for its makers too.
            let source = fs::read_to_string(&entry).unwrap();
            let told = source.lines().filter(|l| !["assert", "expect(", "panic!"].iter().any(|a| l.contains(a)));
            let told: Vec<&str> = told.collect();
            let all = literals(&told.join("\n"));
            found.extend(all.into_iter().filter(|l| is_phrase(l)).map(|l| format!("{name}: \"{l}\"")));
        }
    }
}

#[test]
fn no_english_outside_english() {
    let mut found = Vec::new();
    phrases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    assert!(found.is_empty(), "move these words to src/english:\n{}", found.join("\n"));
}

#[test]
fn the_search_for_words_sees_them() {
    for (source, phrase) in [
        (r#"let why = "same name";"#, true),
        (r#"let why = "same"; // "same name""#, false),
        (r#"let q = '"'; let why = "x"; let p = '"';"#, false),
        (r#"let q = '\''; let why = "part of it";"#, true),
        (r#"let key = "country {}";"#, false),
        ("#[cfg(test)] mod t { const X: &str = \"two words\"; }", false),
    ] {
        assert_eq!(literals(source).iter().any(|l| is_phrase(l)), phrase, "{source}");
    }
}
