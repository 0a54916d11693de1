//! Names in treebanks: entities made of proper nouns, from GUM's entity layer, and what parts of speech tell of them.

use crate::names::{OTHERS, settle};
use std::ops::Range;
use synoptic::english::English;
use synoptic::english::names::NameWord;
use synoptic::entities::EntityType::{self, *};
use synoptic::entities::{Annotated, Kinds};
use synoptic::linear::conllu::{Sentence, Word};

/// One text per document. GUM marks every phrase that refers; a name is a phrase of proper nouns
/// (with "of", "the", numbers), without article and title. Other proper nouns are left open.
pub(crate) fn annotated(english: &English, sentences: &[Sentence]) -> Vec<Annotated> {
    let mut out = Vec::new();
    let (mut text, mut names) = (String::new(), Vec::new());
    for sentence in sentences {
        if sentence.comment("newdoc id").is_some() && !text.is_empty() {
            out.push(Annotated::new(english, std::mem::take(&mut text), &std::mem::take(&mut names), Kinds::default()));
        }
        let spans = spans(&sentence.words, &mut text);
        let mut covered = vec![false; spans.len()];
        for (tokens, kind) in entities(&sentence.words) {
            let Some(tokens) = name(english, &sentence.words, tokens, kind) else { continue };
            if covered[tokens.clone()].contains(&true) {
                continue;
            }
            covered[tokens.clone()].fill(true);
            let span = spans[tokens.start].start..spans[tokens.end - 1].end;
            let kinds = settle(english, &text[span.clone()], kinds(kind));
            names.push((span, kinds));
        }
        for (k, word) in sentence.words.iter().enumerate() {
            if !covered[k] && matches!(word.upos.as_str(), "PROPN" | "ADJ") {
                names.push((spans[k].clone(), Kinds::perhaps(&EntityType::ALL)));
            }
        }
        text.push('\n');
    }
    out.push(Annotated::new(english, text, &names, Kinds::default()));
    out
}

/// One text per document of a treebank that marks no names: what its parts of speech leave open may be any name, the rest
/// is none. It teaches which words in capitals name nothing.
pub(crate) fn unmarked(english: &English, sentences: &[Sentence]) -> Vec<Annotated> {
    let mut out = Vec::new();
    let (mut text, mut open) = (String::new(), Vec::new());
    for sentence in sentences {
        if sentence.comment("newdoc id").is_some() && !text.is_empty() {
            out.push(Annotated::new(english, std::mem::take(&mut text), &std::mem::take(&mut open), Kinds::default()));
        }
        for (word, span) in sentence.words.iter().zip(spans(&sentence.words, &mut text)) {
            let link =
                matches!(word.form.as_str(), "of" | "the" | "-" | "&" | "and" | "for" | "'s" | "in" | "on" | "at");
            let may = match word.upos.as_str() {
                "PROPN" | "NUM" | "X" | "SYM" | "PUNCT" => true,
                "ADJ" | "NOUN" => word.form.starts_with(char::is_uppercase),
                _ => link,
            };
            if may {
                open.push((span, Kinds::perhaps(&EntityType::ALL)));
            }
        }
        text.push('\n');
    }
    out.push(Annotated::new(english, text, &open, Kinds::default()));
    out
}

/// Writes a sentence's words to the text; where each stands.
fn spans(words: &[Word], text: &mut String) -> Vec<Range<usize>> {
    (words.iter())
        .map(|w| {
            let start = text.len();
            text.push_str(&w.form);
            let end = text.len();
            if w.space_after {
                text.push(' ');
            }
            start..end
        })
        .collect()
}

fn kinds(kind: &str) -> Kinds {
    match kind {
        "person" => Kinds::of(&[Person]),
        "organization" => Kinds::of(&[Org]),
        "place" => Kinds::of(&[Gpe, Loc, Fac]),
        "event" => Kinds::of(&[Event]),
        _ => Kinds::perhaps(&OTHERS),
    }
}

/// Entities as token ranges with their types, the longest first.
fn entities(words: &[Word]) -> Vec<(Range<usize>, &str)> {
    let mut open: Vec<(&str, usize, &str)> = Vec::new();
    let mut out = Vec::new();
    for (k, word) in words.iter().enumerate() {
        let layer = word.misc.split('|').find_map(|m| m.strip_prefix("Entity=")).unwrap_or("");
        let mut rest = layer;
        while !rest.is_empty() {
            if let Some(opened) = rest.strip_prefix('(') {
                let end = opened.find(['(', ')']).unwrap_or(opened.len());
                let mut fields = opened[..end].split('-');
                open.push((fields.next().unwrap_or(""), k, fields.next().unwrap_or("")));
                rest = &opened[end..];
                if let Some(after) = rest.strip_prefix(')') {
                    out.extend(open.pop().map(|(_, from, kind)| (from..k + 1, kind)));
                    rest = after;
                }
            } else {
                let (id, after) = rest.split_once(')').unwrap_or((rest, ""));
                if let Some(at) = open.iter().rposition(|o| o.0 == id) {
                    let (_, from, kind) = open.remove(at);
                    out.push((from..k + 1, kind));
                }
                rest = after;
            }
        }
    }
    out.sort_by_key(|e| (usize::MAX - e.0.len(), e.0.start));
    out
}

/// The part of a phrase that is a name, if it is one.
fn name(english: &English, words: &[Word], mut tokens: Range<usize>, kind: &str) -> Option<Range<usize>> {
    let title = |w: &Word| english.names.words.get(w.form.trim_end_matches('.')) == Some(NameWord::Title);
    while tokens.len() > 1 {
        let first = &words[tokens.start];
        if first.upos == "DET" || kind == "person" && title(first) {
            tokens.start += 1;
        } else {
            break;
        }
    }
    let last = &words[tokens.end - 1];
    if tokens.len() > 1 && last.xpos == "POS" {
        tokens.end -= 1;
    }
    let inside = |w: &Word| {
        w.upos == "PROPN" || matches!(w.form.as_str(), "of" | "the" | "-" | "&" | "and" | "for") || w.upos == "NUM"
    };
    let capital = |w: &Word| w.form.starts_with(char::is_uppercase);
    let sound = tokens.len() <= 7
        && kind != "time"
        && words[tokens.clone()].iter().all(inside)
        && words[tokens.start].upos == "PROPN"
        && capital(&words[tokens.start])
        && words[tokens.end - 1].upos != "ADP";
    sound.then_some(tokens)
}
