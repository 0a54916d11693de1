//! English word tables of the name recogniser.

use super::list::{WordList, WordTable};

/// What a word tells of the name that it stands in or beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NameWord {
    Title = 1,
    Org,
    Area,
    Gpe,
    Facility,
    Event,
    Law,
    Work,
    /// A small word that may stand inside a name.
    Link,
}

/// Words that the stage needs.
#[derive(Debug)]
pub struct NamesWords {
    /// Words that tell what a name names.
    pub words: WordTable<NameWord>,
    /// Well-known organisations, folded.
    pub organisations: WordList,
    /// Endings of files, which are in no name.
    pub files: WordList,
    /// The recogniser's weights.
    pub weights: &'static [u8],
}

impl Default for NamesWords {
    fn default() -> Self {
        use NameWord::*;
        let entry = |line: &'static str| {
            let (word, kind) = line.split_once('\t').unwrap_or((line, ""));
            let kinds = [
                ("title", Title),
                ("org", Org),
                ("area", Area),
                ("gpe", Gpe),
                ("facility", Facility),
                ("event", Event),
                ("law", Law),
                ("work", Work),
            ];
            (word, kinds.iter().find(|k| k.0 == kind).map_or(Link, |k| k.1))
        };
        Self {
            words: WordTable::read(include_str!("lexicon/name_words.tsv"), entry),
            organisations: WordList::of_lines(include_str!("lexicon/organisations.tsv")),
            files: WordList::of_lines("html\nhtm\npdf\ndoc\ndocx\nxls\nxlsx\nppt\njpg\npng\ngif\nzip\nexe\ntxt\nphp"),
            weights: include_bytes!("weights/names.bin"),
        }
    }
}
