//! Names of every region, found whole and with their type (`tests/names/regions.txt`; nothing is learnt from it).
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::dossier;
use common::marks::read;
use std::collections::BTreeMap;

/// The type that a letter of the file stands for.
const TYPES: [(char, &str); 9] = [
    ('P', "PERSON"),
    ('O', "ORG"),
    ('G', "GPE"),
    ('L', "LOC"),
    ('F', "FAC"),
    ('N', "NORP"),
    ('E', "EVENT"),
    ('W', "WORK"),
    ('D', "PRODUCT"),
];

/// The labels of a text's tokens as names: first and last unit, less an article, and the type.
fn found(text: &str) -> BTreeMap<(u32, u32), String> {
    let mut view = dossier(&[text]);
    let mut names: Vec<(u32, u32, String)> = Vec::new();
    for article in view.articles() {
        for token in view.sentences(&article.id).unwrap().into_iter().flat_map(|s| s.tokens) {
            match (token.entity.split_once('-'), names.last_mut()) {
                (Some(("I", _)), Some(last)) => last.1 = token.span.end,
                (Some((_, kind)), _) => names.push((token.span.start, token.span.end, kind.to_owned())),
                (None, _) => {}
            }
        }
    }
    names.into_iter().map(|(start, end, kind)| ((start, end), kind)).collect()
}

#[test]
fn names_of_the_world_are_found_whole_with_their_type() {
    let file = include_str!("names/regions.txt");
    let mut right = BTreeMap::new();
    let (mut all, mut most) = (0, 0);
    for region in file.split("\n= ").skip(1) {
        let mut lines = region.lines();
        let name = lines.next().unwrap();
        let marked: Vec<&str> = lines.filter(|l| !l.is_empty()).collect();
        let (text, marks) = read(0, &marked.join("\n\n"));
        let found = found(&text);
        let whole = |m: &&common::marks::Mark| {
            let the = if m.words.starts_with("The ") { 4 } else { 0 };
            // With its article or without.
            let starts = [m.start, m.start + the, m.start.saturating_sub(4)];
            let kind = starts.iter().find_map(|&start| found.get(&(start, m.end)));
            kind.is_some_and(|kind| TYPES.iter().any(|&(letter, t)| t == kind && m.key.contains(letter)))
        };
        let here = marks.iter().filter(whole).count();
        println!("{name}: {here} of {}", marks.len());
        right.insert(name, (here, marks.len()));
        (all, most) = (all + here, most + marks.len());
    }
    assert_eq!((right.len(), most), (10, 341));
    // A little under what the weights of the day reach, so that learning anew may shift a name or two.
    assert!(all >= FLOOR, "{all} of {most}: {right:?}");
    assert!(right.values().all(|&(here, of)| here * 10 >= of * 6), "{right:?}");
}

/// So many names at least.
const FLOOR: usize = 255;
