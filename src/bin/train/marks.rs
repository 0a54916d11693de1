//! Names marked by reading (`annotation/names`): a line is what it stands in and the names in it in their order,
//! `Name|TYPE`, or `Name|TYPE|2` where only the second of these words from there on is meant. What was written for the marks has
//! them in place: `[Name|TYPE]`.

use crate::dossiers;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use synoptic::english::English;
use synoptic::entities::{Annotated, EntityType, Kinds};
use synoptic::linear::conllu::Sentence;

/// The names of each line of text, as written: by sentence, or by dossier, article and number of the line in it.
pub(crate) struct Marks(BTreeMap<String, Vec<String>>);

impl Marks {
    /// Reads one file.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let file = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let line = |line: &str| {
            let mut fields = line.split('\t').map(str::to_owned);
            Some((fields.next()?, fields.collect()))
        };
        Ok(Self(file.lines().filter_map(line).collect()))
    }

    /// One text per document of a treebank, a sentence a line.
    pub(crate) fn treebank(mut self, english: &English, sentences: &[Sentence]) -> Result<Vec<Annotated>, String> {
        let mut out = Vec::new();
        let mut now = Marked::default();
        for sentence in sentences {
            if sentence.comment("newdoc id").is_some() {
                out.extend(now.take(english));
            }
            let (Some(id), Some(text)) = (sentence.comment("sent_id"), sentence.comment("text")) else { continue };
            self.line(id, text, &mut now)?;
        }
        out.extend(now.take(english));
        self.spent(out)
    }

    /// One text per article of the dossiers that were marked.
    pub(crate) fn dossiers(mut self, english: &English, all: &[dossiers::Dossier]) -> Result<Vec<Annotated>, String> {
        let marked: BTreeSet<String> = self.0.keys().filter_map(|id| Some(id.split('/').next()?.to_owned())).collect();
        let mut out = Vec::new();
        for dossier in all.iter().filter(|d| marked.contains(&d.name)) {
            for (article, text) in &dossier.articles {
                let mut now = Marked::default();
                for (k, line) in text.lines().filter(|l| !l.trim().is_empty()).enumerate() {
                    self.line(&format!("{}/{article}/{k}", dossier.name), line, &mut now)?;
                }
                out.extend(now.take(english));
            }
        }
        self.spent(out)
    }

    /// Adds a line, with its names, to a text.
    fn line(&mut self, id: &str, line: &str, to: &mut Marked) -> Result<(), String> {
        let mut at = 0;
        for mark in self.0.remove(id).into_iter().flatten() {
            let trouble = || format!("names marked by reading: {id}: {mark}");
            let mut fields = mark.split('|');
            let (Some(name), Some(types)) = (fields.next(), fields.next()) else { return Err(trouble()) };
            let nth = fields.next().map_or(Ok(1), str::parse).map_err(|_| trouble())?;
            let span = nth_whole(line, name, at, nth).ok_or_else(trouble)?;
            at = span.end;
            let base = to.text.len();
            to.names.push((base + span.start..base + span.end, kinds(types).ok_or_else(trouble)?));
        }
        to.text += line;
        to.text.push('\n');
        Ok(())
    }

    /// The texts, if no mark is left over: a line that is no more there would teach that its names are none.
    fn spent(self, texts: Vec<Annotated>) -> Result<Vec<Annotated>, String> {
        match self.0.keys().next() {
            None => Ok(texts),
            Some(id) => Err(format!("names marked by reading: no line {id}")),
        }
    }
}

/// The lines of a file with the marks in place, a text each.
pub(crate) fn in_place(english: &English, path: &Path) -> Result<Vec<Annotated>, String> {
    let file = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = Vec::new();
    for line in file.lines() {
        let trouble = || format!("{}: {line}", path.display());
        let mut now = Marked::default();
        let mut rest = line;
        while let Some((before, mark)) = rest.split_once('[') {
            let (mark, after) = mark.split_once(']').ok_or_else(trouble)?;
            let (name, types) = mark.split_once('|').ok_or_else(trouble)?;
            now.text += before;
            let start = now.text.len();
            now.text += name;
            now.names.push((start..now.text.len(), kinds(types).ok_or_else(trouble)?));
            rest = after;
        }
        now.text += rest;
        out.extend(now.take(english));
    }
    Ok(out)
}

/// The types of a mark; several leave it open.
fn kinds(types: &str) -> Option<Kinds> {
    let of = |t: &str| EntityType::ALL.into_iter().find(|e| e.name() == t);
    Some(Kinds::of(&types.split('/').map(of).collect::<Option<Vec<_>>>()?))
}

/// A text as far as it is read.
#[derive(Default)]
struct Marked {
    text: String,
    names: Vec<(Range<usize>, Kinds)>,
}

impl Marked {
    fn take(&mut self, english: &English) -> Option<Annotated> {
        let Self { text, names } = std::mem::take(self);
        (!text.is_empty()).then(|| Annotated::new(english, text, &names, Kinds::default()))
    }
}

/// Where the words stand for the nth time from a place on, not as a part of a longer word.
fn nth_whole(line: &str, name: &str, from: usize, nth: usize) -> Option<Range<usize>> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let end = at + name.len();
        let begun = word(line[..at].chars().next_back()) && word(name.chars().next());
        let goes_on = word(line[end..].chars().next()) && word(name.chars().next_back());
        !begun && !goes_on
    };
    let start = (from..line.len())
        .filter(|&at| line.is_char_boundary(at) && line[at..].starts_with(name) && whole(at))
        .nth(nth.checked_sub(1)?)?;
    Some(start..start + name.len())
}
