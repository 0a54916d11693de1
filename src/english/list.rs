//! Sorted word lists and tables, read from the lexicon files once.

use std::cmp::Ordering;

/// Words with a value each, found by binary search; keys are lower case.
#[derive(Debug, Default)]
pub struct WordTable<V>(Vec<(&'static str, V)>);

/// A set of words.
pub type WordList = WordTable<()>;

impl WordList {
    /// Reads one word a line; lines that start with `#` are remarks.
    pub fn of_lines(lines: &'static str) -> Self {
        Self::read(lines, |word| (word, ()))
    }
}

impl<V: Copy> WordTable<V> {
    /// Reads one entry a line; lines that start with `#` are remarks.
    pub fn read(lines: &'static str, entry: impl FnMut(&'static str) -> (&'static str, V)) -> Self {
        let kept = lines.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
        let mut entries: Vec<_> = kept.map(entry).collect();
        entries.sort_by_key(|e| e.0);
        Self(entries)
    }

    /// Takes entries in any order.
    pub fn of_entries(mut entries: Vec<(&'static str, V)>) -> Self {
        entries.sort_by_key(|e| e.0);
        Self(entries)
    }

    /// The value of a word, however it is capitalised (ASCII letters).
    pub fn get(&self, word: &str) -> Option<V> {
        let at = self.0.binary_search_by(|e| cmp_folded(e.0, word)).ok()?;
        Some(self.0[at].1)
    }

    /// True if the word is there, however it is capitalised.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// Compares a lower-case entry with a word as written.
fn cmp_folded(entry: &str, word: &str) -> Ordering {
    entry.bytes().cmp(word.bytes().map(|b| b.to_ascii_lowercase()))
}

/// The lines under `[name]` in a file of several lists; empty if it has no such list.
pub(super) fn section(file: &'static str, name: &str) -> &'static str {
    let head = format!("[{name}]\n");
    let from = file.find(&head).map_or(file.len(), |at| at + head.len());
    let rest = &file[from..];
    &rest[..rest.find("\n[").unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_up_whatever_the_case() {
        let list = WordList::of_lines("# titles\nmr\ndr\nprof");
        for (word, there) in
            [("Mr", true), ("DR", true), ("prof", true), ("pro", false), ("", false), ("# titles", false)]
        {
            assert_eq!(list.has(word), there, "{word:?}");
        }
    }
}
