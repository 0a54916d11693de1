//! English word tables of the stage `compare`: which words are about the same thing, and which are opposites.

use super::list::{self, WordList, WordTable};
use super::similarity::Similarity;

/// A class of words for one kind of happening, and the side of it that a word is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Number of the class.
    pub class: u16,
    /// False for the opposite ("survive" in the class of dying).
    pub positive: bool,
}

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
    /// How alike two lemmas are.
    pub similarity: Similarity,
    /// Kinds of happenings.
    pub concepts: WordTable<Concept>,
    /// A second one of the same words, for those that have two.
    pub second_concepts: WordTable<Concept>,
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
    /// Words for a part of those that something is said of.
    pub partial: WordList,
    /// Verbs that leave the telling to their object ("hold talks").
    pub support: WordList,
    /// Lemmas before the name of an outlet that is given as the source ("told", "according to").
    pub before_outlet: &'static [&'static str],
    /// Lemmas after it ("reported").
    pub after_outlet: &'static [&'static str],
}

impl Default for CompareWords {
    fn default() -> Self {
        let [first, second] = concepts();
        Self {
            similarity: Similarity::default(),
            concepts: first,
            second_concepts: second,
            kinds: kind_lines()
                .map(|l| {
                    let mut cells = l.split('\t');
                    Kind { name: cells.next().unwrap_or(""), traits: cells.nth(2).unwrap_or("") }
                })
                .collect(),
            kin: &[("support", "approve"), ("support", "praise"), ("approve", "praise")],
            made_to: &[
                ("flight", "transport"),
                ("flight", "persuade"),
                ("resign", "overthrow"),
                ("resign", "appoint"),
                ("collapse", "capture"),
            ],
            light: WordList::of_lines(section("light")),
            by: "by",
            conditions: WordList::of_lines("if\nunless\nwhether\nprovided"),
            partial: WordList::of_lines(section("partial")),
            support: WordList::of_lines(section("support")),
            before_outlet: &["tell", "to", "by", "with", "cite", "quote", "via", "from", "per"],
            after_outlet: &["report", "reveal", "quote", "write", "state", "note", "add", "say", "cite", "learn"],
        }
    }
}

fn kind_lines() -> impl Iterator<Item = &'static str> {
    include_str!("lexicon/concepts.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

/// Reads the classes: the first that lists a word, and the second ("the town fell", "prices fell").
fn concepts() -> [WordTable<Concept>; 2] {
    let mut entries: [Vec<(&'static str, Concept)>; 2] = Default::default();
    for (class, line) in kind_lines().enumerate() {
        let mut cells = line.split('\t').skip(1);
        for positive in [true, false] {
            let cell = cells.next().unwrap_or("");
            for word in phrases(cell) {
                let free = entries.iter_mut().find(|e| e.iter().all(|(w, _)| *w != word));
                if let Some(free) = free {
                    free.push((word, Concept { class: class as u16, positive }));
                }
            }
        }
    }
    entries.map(WordTable::of_entries)
}

/// The words of a cell; one that a particle follows goes with it.
fn phrases(cell: &'static str) -> Vec<&'static str> {
    const PARTICLES: [&str; 9] = ["up", "down", "out", "off", "away", "back", "over", "forward", "onward"];
    let mut out: Vec<&'static str> = Vec::new();
    let mut at = 0;
    for word in cell.split(' ').filter(|w| !w.is_empty()) {
        let start = cell[at..].find(word).map_or(at, |i| at + i);
        let end = start + word.len();
        match out.last().copied() {
            Some(before) if PARTICLES.contains(&word) && !before.contains(' ') => {
                let from = start - 1 - before.len();
                *out.last_mut().expect("not empty") = &cell[from..end];
            }
            _ => out.push(&cell[start..end]),
        }
        at = end;
    }
    out
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
        for (a, b, same) in [("kill", "survive", false), ("hold out", "collapse", false), ("flee", "escape", true)] {
            let (x, y) = (words.concepts.get(a).unwrap(), words.concepts.get(b).unwrap());
            assert_eq!((x.class == y.class, x.positive == y.positive), (true, same), "{a} {b}");
        }
        assert!(words.concepts.get("banana").is_none());
    }

    #[test]
    fn particles_go_with_their_verb() {
        assert_eq!(phrases("collapse melt away give up"), ["collapse", "melt away", "give up"]);
    }
}
