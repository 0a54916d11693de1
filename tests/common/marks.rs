//! Stories with marks: in `[w Okafor] won. [w He] thanked [v the voters].` what bears one key is one entity, what bears
//! another key is another. A key that begins with `-` may be no mention at all, but must be no other key's entity. The key
//! `=government` is of a place that stands for one here, `=place` of one that does not.

use super::dossier;
use std::collections::{BTreeMap, BTreeSet};
use synoptic::view::{Entity, Span};

/// A marked piece of one article, its place in UTF-16 units.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) article: usize,
    pub(crate) key: String,
    pub(crate) words: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The article without its marks, and the marks.
pub(crate) fn read(article: usize, marked: &str) -> (String, Vec<Mark>) {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let (inside, after) = after.split_once(']').unwrap_or_else(|| panic!("a mark is open in {marked}"));
        let (key, words) = inside.split_once(' ').unwrap_or_else(|| panic!("no key in [{inside}]"));
        let start = plain.encode_utf16().count() as u32;
        plain.push_str(words);
        let end = plain.encode_utf16().count() as u32;
        marks.push(Mark { article, key: key.to_owned(), words: words.to_owned(), start, end });
        rest = after;
    }
    plain.push_str(rest);
    (plain, marks)
}

/// All marks of some articles and the entities found in them.
pub(crate) fn analyse(articles: &[&str]) -> (Vec<Mark>, Vec<Entity>) {
    let read: Vec<(String, Vec<Mark>)> = articles.iter().enumerate().map(|(i, a)| read(i, a)).collect();
    let texts: Vec<&str> = read.iter().map(|(t, _)| t.as_str()).collect();
    let entities = dossier(&texts).entities();
    (read.into_iter().flat_map(|(_, m)| m).collect(), entities)
}

/// The entity whose innermost mention takes in the mark's words, or whose outermost lies in them.
pub(crate) fn entity_at<'a>(entities: &'a [Entity], mark: &Mark) -> Option<&'a Entity> {
    let all = entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e, m.span)));
    let here: Vec<_> = all.filter(|(_, s)| s.input as usize == mark.article).collect();
    let around = here.iter().filter(|(_, s)| s.start <= mark.start && mark.end <= s.end);
    let within = here.iter().filter(|(_, s)| mark.start <= s.start && s.end <= mark.end);
    let found = around.min_by_key(|(_, s)| s.end - s.start).or(within.max_by_key(|(_, s)| s.end - s.start));
    found.map(|(e, _)| *e)
}

/// What is not as the marks say, one fault a line.
pub(crate) fn faults(articles: &[&str]) -> Vec<String> {
    let (marks, entities) = analyse(articles);
    let mut out = Vec::new();
    let mut keys: BTreeMap<&str, BTreeMap<&str, &Mark>> = BTreeMap::new();
    let mut bearers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for mark in &marks {
        match entity_at(&entities, mark) {
            Some(e) if mark.key.starts_with('=') => {
                let here = |s: Span| s.input as usize == mark.article && s.start <= mark.start && mark.end <= s.end;
                let stands = e.mentions.iter().any(|m| here(m.span) && m.metonym_for.is_some());
                if stands != (mark.key == "=government") {
                    out.push(format!("`{}` is not told as {}", mark.words, &mark.key[1..]));
                }
            }
            Some(e) => {
                keys.entry(&mark.key).or_default().entry(&e.id).or_insert(mark);
                bearers.entry(&e.id).or_default().insert(&mark.key);
            }
            None if mark.key.starts_with('-') => {}
            None => out.push(format!("`{}` ({}) is no mention", mark.words, mark.key)),
        }
    }
    for (key, ids) in keys.iter().filter(|(k, ids)| ids.len() > 1 && !k.starts_with('-')) {
        let words: Vec<_> = ids.values().map(|m| format!("`{}` in article {}", m.words, m.article)).collect();
        out.push(format!("{key} is one, but found apart: {}", words.join(", ")));
    }
    for keys in bearers.values().filter(|k| k.len() > 1) {
        let keys: Vec<_> = keys.iter().copied().collect();
        out.push(format!("found as one: {}", keys.join(", ")));
    }
    out
}
