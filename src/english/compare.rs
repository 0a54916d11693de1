//! English word tables of the stage `compare`: which words are about the same thing, which are opposites, and the
//! sentences in which a difference is told.

use super::list::{WordList, WordTable};
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
    /// The kinds by number.
    pub kinds: Vec<Kind>,
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
        Self {
            similarity: Similarity::default(),
            concepts: concepts(),
            kinds: kind_lines()
                .map(|l| {
                    let mut cells = l.split('\t');
                    Kind { name: cells.next().unwrap_or(""), traits: cells.nth(2).unwrap_or("") }
                })
                .collect(),
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

/// Reads the classes; a word keeps the first class that lists it.
fn concepts() -> WordTable<Concept> {
    let mut entries: Vec<(&'static str, Concept)> = Vec::new();
    for (class, line) in kind_lines().enumerate() {
        let mut cells = line.split('\t').skip(1);
        for positive in [true, false] {
            let cell = cells.next().unwrap_or("");
            for word in phrases(cell) {
                if !entries.iter().any(|(w, _)| *w == word) {
                    entries.push((word, Concept { class: class as u16, positive }));
                }
            }
        }
    }
    WordTable::of_entries(entries)
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
    const FILE: &str = include_str!("lexicon/compare.txt");
    let head = format!("[{name}]\n");
    let from = FILE.find(&head).map_or(FILE.len(), |at| at + head.len());
    let rest = &FILE[from..];
    &rest[..rest.find("\n[").unwrap_or(rest.len())]
}

/// Sentences that tell a difference. `a` and `b` are the words of the sides.
pub mod say {
    /// Two counts of one thing.
    pub fn quantity(unit: &str, a: &str, b: &str) -> String {
        if unit == "%" || is_code(unit) {
            format!("One account has “{a}”, the other “{b}”.")
        } else {
            format!("One account counts “{a}”, the other “{b}”.")
        }
    }
    /// The same happening affirmed and denied.
    pub fn polarity(yes: &str, no: &str) -> String {
        format!("“{yes}” says that it is so; “{no}” says the opposite.")
    }
    /// Words that exclude each other.
    pub fn opposite(a: &str, b: &str) -> String {
        format!("“{a}” and “{b}” are opposites and are said of the same.")
    }
    /// Two dates for one happening.
    pub fn time(a: &str, b: &str) -> String {
        format!("It is dated “{a}” in one account and “{b}” in the other, and both cannot hold.")
    }
    /// Two doers.
    pub fn agent(a: &str, b: &str) -> String {
        format!("Done by “{a}” in one account, by “{b}” in the other.")
    }
    /// Two whom it was done to.
    pub fn patient(a: &str, b: &str) -> String {
        format!("Done to “{a}” in one account, to “{b}” in the other.")
    }
    /// Two places.
    pub fn place(a: &str, b: &str) -> String {
        format!("Placed at “{a}” in one account, at “{b}” in the other.")
    }
    /// Two aims.
    pub fn purpose(a: &str, b: &str) -> String {
        format!("The aim is given as “{a}” in one account and as “{b}” in the other.")
    }
    /// Certain and not.
    pub fn modality(sure: &str, unsure: &str) -> String {
        format!("“{sure}” is put as certain, “{unsure}” is not.")
    }
    /// One doer, two deeds.
    pub fn outcome(a: &str, b: &str) -> String {
        format!("One account has “{a}”, the other “{b}”.")
    }
    /// One speaker, two wordings.
    pub fn quotation(who: &str) -> String {
        format!("The words given to {who} are not the same.")
    }
    /// One speaker, in quotation marks and not.
    pub fn paraphrase(who: &str) -> String {
        format!("Words given to {who} are in quotation marks in one account and paraphrased in the other.")
    }
    /// The same done of oneself, or under others' hands.
    pub fn agency(own: &str, made: &str) -> String {
        format!("“{own}” tells it as his own act, “{made}” as what others did.")
    }
    /// Of all, or of some.
    pub fn share(all: &str, some: &str) -> String {
        format!("“{some}” says it of a part only, “{all}” of all.")
    }
    /// One article, two sources.
    pub fn source(a: Option<&str>, b: Option<&str>) -> String {
        let who = |s: Option<&str>| s.map_or("in the outlet's own voice".to_owned(), |s| format!("from “{s}”"));
        format!("Told once {}, once {}.", who(a), who(b))
    }
    /// Question about a source.
    pub fn who_says(words: &str) -> String {
        format!("Who says so: “{words}”?")
    }
    /// Question about one's own will.
    pub fn freely(who: &str) -> String {
        format!("Did {who} go freely?")
    }
    /// Question about advice.
    pub fn urged(who: &str, whom: &str) -> String {
        format!("What did {who} urge {whom} to do?")
    }
    /// Question about a way.
    pub fn how_left(who: &str) -> String {
        format!("How did {who} leave?")
    }
    /// Question about a body's part.
    pub fn which_part(who: &str) -> String {
        format!("What part did {who} play?")
    }
    /// Question about a meeting.
    pub fn who_met() -> String {
        "Who met?".to_owned()
    }
    /// Question about a number.
    pub fn how_many(unit: &str, words: &str) -> String {
        if unit == "%" {
            format!("What share: {words}?")
        } else if is_code(unit) {
            format!("How much money: {words}?")
        } else {
            format!("How many? ({unit})")
        }
    }
    /// True for a currency's ISO 4217 code.
    fn is_code(unit: &str) -> bool {
        unit.len() == 3 && unit.bytes().all(|c| c.is_ascii_uppercase())
    }
    /// Question about a happening.
    pub fn did(who: &str, words: &str) -> String {
        let _ = who;
        format!("Is it so: {words}?")
    }
    /// Question about a date.
    pub fn when(who: &str, words: &str) -> String {
        let _ = who;
        format!("When: {words}?")
    }
    /// Question about a place.
    pub fn place_of(who: &str, words: &str) -> String {
        let _ = who;
        format!("Where: {words}?")
    }
    /// Question about a doer.
    pub fn who(words: &str) -> String {
        format!("Who: {words}?")
    }
    /// Question about an aim.
    pub fn what_for(words: &str) -> String {
        format!("What for: {words}?")
    }
    /// Question about certainty.
    pub fn how_sure(who: &str, words: &str) -> String {
        let _ = who;
        format!("How sure: {words}?")
    }
    /// Question about wording.
    pub fn which_words(who: &str) -> String {
        format!("What were the words of {who}?")
    }
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
