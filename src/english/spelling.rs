//! What it costs to write one name in two ways (`lexicon/spelling.tsv`, learnt; its card stands in the folder's README).

use super::decimal;

/// Learnt costs of exchanging letter groups in names written in Latin letters.
#[derive(Debug)]
pub struct Spelling {
    /// Packed letter groups, the smaller first, with the cost in logits; sorted.
    groups: Vec<(u64, f32)>,
    /// A bit for each of the groups, by [`bit`]: most pairs of letters are in no list, and this says so at once.
    listed: [u64; 64],
    /// Costs of exchanges that are not in the list, by the kind of exchange.
    other: [f32; 5],
    /// The same at the start of a word, added.
    at_start: [f32; 5],
    /// The same at the end, added.
    at_end: [f32; 5],
    /// Logit of two names before any cost.
    pub bias: f32,
    /// Added per letter of the longer one.
    pub per_letter: f32,
    /// Added if both have the same order of consonant classes.
    pub same_skeleton: f32,
}

/// Kinds of exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exchange {
    /// Vowel for vowel.
    Vowels,
    /// Vowel for nothing.
    VowelLost,
    /// Consonant for consonant.
    Consonants,
    /// Consonant for nothing.
    ConsonantLost,
    /// One for the other.
    Mixed,
}

/// No group in the list is longer.
pub const LONGEST_GROUP: usize = 4;

impl Default for Spelling {
    fn default() -> Self {
        let mut s = Self {
            groups: Vec::new(),
            listed: [0; 64],
            other: [0.0; 5],
            at_start: [0.0; 5],
            at_end: [0.0; 5],
            bias: 0.0,
            per_letter: 0.0,
            same_skeleton: 0.0,
        };
        for line in include_str!("lexicon/spelling.tsv").lines() {
            let Some((key, cost)) = line.split_once('\t') else { continue };
            let cost = decimal(cost).unwrap_or(0.0) as f32;
            match key {
                "bias" => s.bias = cost,
                "per letter" => s.per_letter = cost,
                "same skeleton" => s.same_skeleton = cost,
                _ => match key.split_once('|') {
                    Some((a, b)) => s.groups.push((pack(a.as_bytes(), b.as_bytes()), cost)),
                    None => {
                        let (list, kind) = match key.as_bytes()[0] {
                            b'^' => (&mut s.at_start, &key[1..]),
                            b'$' => (&mut s.at_end, &key[1..]),
                            _ => (&mut s.other, key),
                        };
                        let kinds = ["vv", "dv", "cc", "dc", "cv"];
                        if let Some(i) = kinds.iter().position(|k| *k == kind) {
                            list[i] = cost;
                        }
                    }
                },
            }
        }
        s.groups.sort_unstable_by_key(|&(k, _)| k);
        for (key, _) in &s.groups {
            s.listed[bit(*key) / 64] |= 1 << (bit(*key) % 64);
        }
        s
    }
}

impl Spelling {
    /// The cost of writing `b` for `a` (letters a to z), `None` for a group that is neither listed nor of one letter.
    pub fn cost(&self, a: &[u8], b: &[u8], at_start: bool, at_end: bool) -> Option<f32> {
        let key = pack(a, b);
        let may = self.listed[bit(key) / 64] >> (bit(key) % 64) & 1 == 1;
        let at = || self.groups.binary_search_by_key(&key, |&(k, _)| k).ok();
        let listed = may.then(at).flatten().map(|i| self.groups[i].1);
        if listed.is_none() && (a.len() > 1 || b.len() > 1) {
            return None;
        }
        let kind = exchange(a, b) as usize;
        let edge = if at_start {
            self.at_start[kind]
        } else if at_end {
            self.at_end[kind]
        } else {
            0.0
        };
        Some(listed.unwrap_or(self.other[kind]) + edge)
    }
}

/// Where a packed pair has its bit, below 64 times 64.
fn bit(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
}

/// Two groups of up to four letters as one number, the same whichever comes first.
fn pack(a: &[u8], b: &[u8]) -> u64 {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let one = |s: &[u8]| s.iter().fold(1u64, |n, &c| n << 5 | u64::from(c & 31));
    one(a) << 32 | one(b)
}

fn exchange(a: &[u8], b: &[u8]) -> Exchange {
    let vowels = |s: &[u8]| s.iter().all(|c| b"aeiouy".contains(c));
    match (a.is_empty() || b.is_empty(), vowels(a), vowels(b)) {
        (true, true, true) => Exchange::VowelLost,
        (true, ..) => Exchange::ConsonantLost,
        (false, true, true) => Exchange::Vowels,
        (false, false, false) => Exchange::Consonants,
        _ => Exchange::Mixed,
    }
}
