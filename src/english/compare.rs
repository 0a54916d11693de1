//! English word tables of the stage `compare`: which words are about the same thing, and which are opposites.

use super::list::{self, WordList, WordTable};
use std::collections::BTreeMap;

/// A class of words for one kind of happening, and the side of it that a word is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Number of the class.
    pub class: u16,
    /// False for the opposite ("survive" in the class of dying).
    pub positive: bool,
}

/// Most kinds that one word can tell.
pub const MEANINGS: usize = 4;

/// A kind of happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Marks: `lasting`, `moves`, `carries`.
    pub traits: &'static str,
}

/// Words that the stage needs.
#[derive(Debug)]
pub struct CompareWords {
    /// The kinds of happenings that a word can tell, one table for its first meaning, one for its second and so on.
    pub meanings: [WordTable<Concept>; MEANINGS],
    /// Forms of irregular verbs.
    irregular: WordTable<&'static str>,
    /// The words of the kinds by themselves.
    verbs: WordTable<&'static str>,
    /// The kinds by number.
    pub kinds: Vec<Kind>,
    /// Kinds that take the same side, or the opposite one, of what is proposed.
    pub kin: &'static [(&'static str, &'static str)],
    /// Kinds of which the second does to somebody what he does of himself in the first.
    pub made_to: &'static [(&'static str, &'static str)],
    /// Lemmas that tell nothing of what a clause is about.
    pub light: WordList,
    /// Before the doer.
    pub by: &'static str,
    /// Words that make a clause a condition.
    pub conditions: WordList,
    /// Beside a number: it counts a part of more, or what comes on top of others ("the last two", "three more").
    pub portion: WordList,
    /// Words for a part of something and for how many times (1), and the names of weekdays (2) and months (3), with a capital.
    pub parts: WordTable<u8>,
    /// What stands after a time of day.
    pub clock: WordList,
    /// Before a time up to which something goes on or was counted ("by nightfall").
    pub until: WordList,
    /// Before a time in which something is done ("within a week").
    pub terms: WordList,
    /// What may follow it.
    pub moment: WordList,
    /// Marks of what came before, which need not be why.
    pub only_after: WordList,
    /// What games are counted in: by player, game and season, so that two figures seldom count the same.
    pub scored: WordList,
    /// Behind a measure of time: how far from something, not how long.
    pub offsets: WordList,
    /// Measures with their dimension, and how many of its base they are.
    pub scales: WordTable<(u8, f64)>,
    /// Behind it ("41 years old"), and its last word.
    pub years_old: WordList,
    /// See [`Self::years_old`].
    pub old: WordList,
    /// Between it and whose it is ("she was 41").
    pub copula: WordList,
    /// Numbers of order, in words.
    pub ordinals: WordTable<f64>,
    /// Words for people of whom nothing else is said.
    pub anybody: WordList,
    /// Verbs of what two do with each other.
    pub mutual: WordList,
    /// Words for people of whom a story has several.
    pub many: WordList,
    /// Verbs of which the adjective after them tells what is so ("remained open").
    pub copular: WordList,
    /// Words before a noun that all but deny it ("little resistance").
    pub scant: WordList,
    /// Between the ends of a range ("10 to 20", "between 10 and 20").
    pub through: WordList,
    /// Verbs of which what they tell is charged, not told as a fact.
    pub alleging: WordList,
    /// Weights of what makes two statements one matter.
    pub matter: &'static str,
    /// The units of times of day, which are compared as minutes: of those that tell which half of the day, and of those that do not.
    pub hours: [&'static str; 2],
    /// The units of days of the year, of months and of days of the week, which are compared by number.
    pub cycles: [&'static str; 3],
    /// The scale of earthquakes, as the unit of what their words measure.
    pub magnitude: &'static str,
    /// Verbs that leave the telling to their object ("hold talks").
    pub support: WordList,
    /// Lemmas before the name of an outlet that is given as the source ("told", "according to").
    pub before_outlet: &'static [&'static str],
    /// Lemmas after it ("reported").
    pub after_outlet: &'static [&'static str],
}

/// Numbers of order from the first on.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// Words by which two accounts part, by kind.
const PARTS: [(u8, &str); 3] = [
    (1, "half third thirds quarter quarters once twice times"),
    (2, "monday tuesday wednesday thursday friday saturday sunday"),
    (3, "january february march april may june july august september october november december"),
];

/// The months in their order.
pub(super) fn months() -> std::str::Split<'static, char> {
    PARTS[2].1.split(' ')
}

impl Default for CompareWords {
    fn default() -> Self {
        let own = kind_lines().flat_map(|l| l.split('\t').skip(1).take(2)).flat_map(|cell| cell.split(' '));
        let mut own: Vec<(&str, &str)> = own.filter(|w| !w.is_empty()).map(|w| (w, w)).collect();
        own.sort_unstable();
        own.dedup();
        Self {
            meanings: concepts(),
            irregular: WordTable::read(include_str!("lexicon/irregular.tsv"), |l| l.split_once('\t').unwrap_or((l, l))),
            verbs: WordTable::of_entries(own),
            kinds: kind_lines()
                .map(|l| {
                    let mut cells = l.split('\t');
                    Kind { name: cells.next().unwrap_or(""), traits: cells.nth(2).unwrap_or("") }
                })
                .collect(),
            kin: &[
                ("need", "demand"),
                ("need", "support"),
                ("support", "approve"),
                ("support", "praise"),
                ("approve", "praise"),
            ],
            made_to: &[
                ("flight", "persuade"),
                ("resign", "overthrow"),
                ("resign", "appoint"),
                ("resign", "dismissal"),
                ("collapse", "capture"),
            ],
            light: WordList::of_lines(section("light")),
            by: "by",
            conditions: WordList::of_lines("if\nunless\nwhether\nprovided"),
            portion: WordList::of_lines(section("portion")),
            parts: WordTable::of_entries(
                PARTS.iter().flat_map(|(kind, words)| words.split(' ').map(|w| (w, *kind))).collect(),
            ),
            scored: WordList::of_lines(section("scored")),
            offsets: WordList::of_lines("after\nbefore\nago\nlater\nearlier\nsince"),
            scales: WordTable::read(section("scales"), |line| {
                let mut cells = line.split('\t');
                let word = cells.next().unwrap_or("");
                let mut number = || cells.next().and_then(super::decimal).unwrap_or(0.0);
                (word, (number() as u8, number()))
            }),
            clock: WordList::of_lines(section("clock")),
            terms: WordList::of_lines("by\nin\nwithin"),
            until: WordList::of_lines("by\ntill\nuntil"),
            moment: WordList::of_lines(section("moment")),
            only_after: WordList::of_lines("after\nfollowing\nsince\nover\nwith\nfor\namid"),
            years_old: WordList::of_lines("year\nyears\nold"),
            old: WordList::of_lines("old"),
            copula: WordList::of_lines("was\nis"),
            ordinals: WordTable::of_entries(ORDINALS.iter().enumerate().map(|(i, &w)| (w, i as f64 + 1.0)).collect()),
            anybody: WordList::of_lines(section("anybody")),
            mutual: WordList::of_lines(
                "meet\nmarry\ndivorce\nmerge\nface\nplay\nfight\nclash\njoin\ncollide\nhit\nresemble\nmatch\nembrace\nkiss\nhug",
            ),
            many: WordList::of_lines(
                "man\nwoman\nboy\ngirl\nchild\nteenager\nvictim\nperson\nresident\nson\ndaughter\nbrother\nsister\nfriend\nneighbour\nneighbor\nsuspect\npassenger\nstudent\nofficer\nsoldier\nworker\nemployee\nplayer\nprotester\nguard",
            ),
            copular: WordList::of_lines(section("copular")),
            scant: WordList::of_lines("little\nscant\nscarce"),
            through: WordList::of_lines("to\nand\nor"),
            alleging: WordList::of_lines("accuse\nallege\ncharge\nclaim\nsuspect"),
            matter: include_str!("weights/matter.tsv"),
            hours: ["o'clock", "o'clock, either half"],
            cycles: ["day of the year", "month of the year", "day of the week"],
            magnitude: "magnitude",
            support: WordList::of_lines(section("support")),
            before_outlet: &["tell", "to", "by", "with", "cite", "quote", "via", "from", "per"],
            after_outlet: &["report", "reveal", "quote", "write", "state", "note", "add", "say", "cite", "learn"],
        }
    }
}

impl CompareWords {
    /// The first kind of happening that a word tells.
    pub fn concept(&self, word: &str) -> Option<Concept> {
        self.meanings[0].get(word)
    }

    /// All kinds of happenings that a word can tell.
    pub fn concepts(&self, word: &str) -> [Option<Concept>; MEANINGS] {
        std::array::from_fn(|i| self.meanings[i].get(word))
    }

    /// The listed verb that a form belongs to, whatever part of speech it was taken for.
    pub fn base(&self, form: &str) -> Option<&'static str> {
        let form = form.to_ascii_lowercase();
        if let Some(verb) = self.irregular.get(&form) {
            return Some(verb);
        }
        let ending = ["ed", "ing", "es", "s"].iter().find_map(|e| form.strip_suffix(e)).filter(|s| s.len() >= 2);
        let Some(stem) = ending else { return self.verbs.get(&form) };
        let double = stem.as_bytes().windows(2).next_back().is_some_and(|w| w[0] == w[1]);
        let y = stem.strip_suffix('i').map(|s| format!("{s}y"));
        let single = double.then(|| stem[..stem.len() - 1].to_owned());
        let tries = [Some(stem.to_owned()), Some(format!("{stem}e")), y, single];
        tries.into_iter().flatten().find_map(|v| self.verbs.get(&v))
    }
}

fn kind_lines() -> impl Iterator<Item = &'static str> {
    include_str!("lexicon/concepts.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

/// Reads the classes: the first that lists a word, and the next ones ("the town fell", "prices fell").
fn concepts() -> [WordTable<Concept>; MEANINGS] {
    let mut entries: [Vec<(&'static str, Concept)>; MEANINGS] = Default::default();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for (class, line) in kind_lines().enumerate() {
        let mut cells = line.split('\t').skip(1);
        for positive in [true, false] {
            let cell = cells.next().unwrap_or("");
            for word in cell.split(' ').filter(|w| !w.is_empty()) {
                let before = listed.entry(word).or_default();
                if let Some(free) = entries.get_mut(*before) {
                    free.push((word, Concept { class: class as u16, positive }));
                    *before += 1;
                }
            }
        }
    }
    entries.map(WordTable::of_entries)
}

fn section(name: &str) -> &'static str {
    list::section(include_str!("lexicon/compare.txt"), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_share_a_class() {
        let words = CompareWords::default();
        for (a, b, same) in [("kill", "survive", false), ("hold_out", "collapse", false), ("flee", "escape", true)] {
            let (x, y) = (words.concept(a).unwrap(), words.concept(b).unwrap());
            assert_eq!((x.class == y.class, x.positive == y.positive), (true, same), "{a} {b}");
        }
        assert!(words.concept("banana").is_none());
    }

    #[test]
    fn forms_are_led_back_to_their_verb() {
        let words = CompareWords::default();
        for (form, verb) in [
            ("struck", Some("strike")),
            ("denied", Some("deny")),
            ("collapsed", Some("collapse")),
            ("barred", Some("bar")),
            ("Closing", Some("close")),
            ("bananas", None),
            ("red", None),
        ] {
            assert_eq!(words.base(form), verb, "{form}");
        }
    }
}
