//! The word table, compiled: word → number, classes, slot fillings.

use super::meaning::{Era, Flag, Modifier, Part, Rel, Slot, Unit, Way};
use crate::dates::Season;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a: short keys, same on every machine.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ *b as u64).wrapping_mul(0x100_0000_01b3);
        }
    }
}

/// A set of classes, one bit each. Those of the word table and of the rules must fit: a class without room is
/// [left out](Lexicon::left_out), and a test holds that none is; a wider number makes room for more.
pub(super) type Classes = u64;

/// So many classes fit a set.
pub(super) const ROOM: usize = Classes::BITS as usize;

/// Classes of digits, known to the engine by what the digits can be.
pub(super) const DIGIT_CLASSES: [&str; 11] =
    ["D1", "D2", "D3", "D4", "D5", "DAYN", "MONN", "HOUR", "MIN", "YEARN", "DECADE2"];
/// A word with a capital; a mark; a run of letters not in the table.
const OTHER_CLASSES: [&str; 3] = ["CAPITAL", "MARK", "UNKNOWN"];

/// What is known of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    /// Its classes however it is written.
    pub(super) classes: Classes,
    /// Further classes when it has a capital.
    pub(super) capital: Classes,
    /// Class number and value.
    pub(super) values: Vec<(u8, i32)>,
}

/// Words and classes by number. Word 0 stands for every unknown one.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: HashMap<Box<str>, u16, BuildHasherDefault<Fnv>>,
    pub(super) words: Vec<Word>,
    classes: Vec<Box<str>>,
    /// Classes for which there was no room: no word has them.
    pub(super) left_out: Vec<Box<str>>,
}

impl Lexicon {
    pub(super) fn new(table: &str) -> Self {
        let mut lexicon = Self { words: vec![Word::default()], ..Self::default() };
        lexicon.classes.extend(DIGIT_CLASSES.map(Into::into));
        lexicon.classes.extend(OTHER_CLASSES.map(Into::into));
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let Some((word, classes)) = line.split_once('\t') else { continue };
            let word = lexicon.intern(word) as usize;
            for item in classes.split(' ').filter(|c| !c.is_empty()) {
                let (capital, item) = item.strip_prefix('^').map_or((false, item), |rest| (true, rest));
                let (name, value) = item.split_once('=').map_or((item, None), |(n, v)| (n, Some(v)));
                let Some(class) = lexicon.class(name) else { continue };
                let known = &mut lexicon.words[word];
                if capital {
                    known.capital |= 1 << class;
                } else {
                    known.classes |= 1 << class;
                }
                if let Some(value) = value.and_then(|v| value_of(name, v)) {
                    known.values.push((class, value));
                }
            }
        }
        lexicon
    }

    /// The number of a word of the rules, given one if it has none.
    pub(super) fn intern(&mut self, word: &str) -> u16 {
        if let Some(&n) = self.numbers.get(word) {
            return n;
        }
        let n = self.words.len() as u16;
        self.words.push(Word::default());
        self.numbers.insert(word.into(), n);
        n
    }

    /// The number of a word as it stands in a text, in lower case; 0 if no rule knows it.
    pub(super) fn number(&self, word: &str) -> u16 {
        self.numbers.get(word).copied().unwrap_or(0)
    }

    /// The classes of a word as it stands in a text, in lower case.
    pub(super) fn classes(&self, word: &str) -> Classes {
        self.words[self.number(word) as usize].classes
    }

    /// The number of a class, given one if it has none; `None` if there are [`ROOM`] others.
    pub(super) fn class(&mut self, name: &str) -> Option<u8> {
        if let Some(at) = self.classes.iter().position(|c| **c == *name) {
            return Some(at as u8);
        }
        if self.classes.len() == ROOM {
            self.left_out.push(name.into());
            return None;
        }
        self.classes.push(name.into());
        Some(self.classes.len() as u8 - 1)
    }

    /// The set of one class, empty if no word has it.
    pub(super) fn class_set(&self, name: &str) -> Classes {
        self.classes.iter().position(|c| **c == *name).map_or(0, |at| 1 << at)
    }

    /// The value that a word has in a class.
    pub(super) fn value(&self, word: u16, class: Classes) -> Option<i32> {
        self.words[word as usize].values.iter().find(|(c, _)| class >> c & 1 == 1).map(|(_, v)| *v)
    }

    /// The slot that each class fills.
    pub(super) fn slots(&self) -> Vec<Option<Slot>> {
        self.classes.iter().map(|c| Slot::of_class(c)).collect()
    }
}

/// A value as written in the word table or in a rule, as a number.
pub(super) fn value_of(class: &str, value: &str) -> Option<i32> {
    match class {
        "UNIT" | "FREQ" | "QUARTER" | "QUARTERS" | "WEEKEND" | "WEEKENDS" | "unit" | "every" => Unit::number(value),
        "REL" | "rel" => Rel::number(value),
        "way" => Way::number(value),
        "PART" | "PARTS" | "part" => Part::number(value),
        "era" => Era::number(value),
        "MOD" | "mod" => Modifier::number(value),
        "flag" => Flag::number(value),
        "SEASON" | "SEASONS" => {
            Season::ALL.iter().position(|s| format!("{s:?}").eq_ignore_ascii_case(value)).map(|i| i as i32)
        }
        "ZONE" if value == "Z" => Some(0),
        "ZONE" => {
            let (hours, minutes) = value.split_once(':').unwrap_or((value, "0"));
            let hours: i32 = hours.parse().ok()?;
            Some(hours * 60 + hours.signum() * minutes.parse::<i32>().ok()?)
        }
        _ => value.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One class too many is left out and told, and takes no other's place.
    #[test]
    fn classes_have_room_or_are_left_out() {
        let free = ROOM - DIGIT_CLASSES.len() - OTHER_CLASSES.len();
        let names: Vec<_> = (0..free + 2).map(|i| format!("C{i}")).collect();
        let table: Vec<_> = names.iter().map(|name| format!("{}\t{name}=7", name.to_lowercase())).collect();
        let lexicon = Lexicon::new(&table.join("\n"));
        assert_eq!(lexicon.left_out, [&*names[free], &*names[free + 1]].map(Into::into));
        assert_eq!(lexicon.slots().len(), ROOM);
        let mut seen = 0;
        for (i, name) in names.iter().enumerate() {
            let (class, word) = (lexicon.class_set(name), lexicon.number(&name.to_lowercase()));
            assert_eq!(class != 0, i < free, "{name}");
            assert_eq!(seen & class, 0, "{name}");
            assert_eq!(lexicon.classes(&name.to_lowercase()), class, "{name}");
            assert_eq!(lexicon.value(word, class).is_some(), i < free, "{name}");
            seen |= class;
        }
    }
}
