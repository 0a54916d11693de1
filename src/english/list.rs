//! Sorted word lists and tables, read from the lexicon files once.

/// Words with a value each, found by halving; keys are lower case and none stands twice.
#[derive(Debug, Default)]
pub struct WordTable<V> {
    index: Index,
    /// In the order in which they were given.
    values: Vec<V>,
}

/// A set of words.
pub type WordList = WordTable<()>;

/// Words in their order, each with the place of its value.
#[derive(Debug, Default)]
struct Index {
    /// Their [`head`]s apart, so that a search runs over one small array.
    heads: Vec<u64>,
    words: Vec<(&'static str, u32)>,
}

impl Index {
    fn new(words: Vec<&'static str>) -> Self {
        let mut words: Vec<_> = words.into_iter().zip(0..).collect();
        words.sort_unstable();
        Self { heads: words.iter().map(|w| head(w.0)).collect(), words }
    }

    fn find(&self, word: &str) -> Option<usize> {
        let head = head(word);
        let from = self.heads.partition_point(|&h| h < head);
        let alike = self.heads[from..].iter().zip(&self.words[from..]).take_while(|(h, _)| **h == head);
        alike.map(|(_, w)| w).find(|w| w.0.eq_ignore_ascii_case(word)).map(|w| w.1 as usize)
    }
}

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
        Self::of_entries(kept.map(entry).collect())
    }

    /// Takes entries in any order.
    pub fn of_entries(entries: Vec<(&'static str, V)>) -> Self {
        let (words, values) = entries.into_iter().unzip();
        Self { index: Index::new(words), values }
    }

    /// The value of a word, however it is capitalised (ASCII letters).
    pub fn get(&self, word: &str) -> Option<V> {
        self.index.find(word).map(|place| self.values[place])
    }

    /// True if the word is there, however it is capitalised.
    pub fn has(&self, word: &str) -> bool {
        self.index.find(word).is_some()
    }
}

/// The first eight bytes in lower case, as a number in the order of words.
pub(super) fn head(word: &str) -> u64 {
    let byte = |i: usize| word.as_bytes().get(i).map_or(0, u8::to_ascii_lowercase);
    u64::from_be_bytes(std::array::from_fn(byte))
}

/// Words with blanks between. As one text they take less room in the core than one by one.
pub(super) fn list(words: &'static str) -> Vec<&'static str> {
    words.split(' ').collect()
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
