//! Word clusters: a class for each of the commonest words of news, so that what is learnt of one
//! word serves its like (Miller et al. 2004). Made by k-means over GloVe vectors; `cargo train clusters`.
//!
//! The words are not stored, only their hashes: sorted, as Golomb-Rice coded gaps (about 13 bits
//! a word). A word that is not in the table passes for one of its words once in some 3,000 times.
//!
//! | part | what |
//! |---|---|
//! | 12 bytes | `words: u32, classes: u16, key_bits: u8, rice: u8, gap_bytes: u32`, little endian |
//! | coarse | one byte per class: its group |
//! | gaps | `gap_bytes` bytes, bits from the lowest up: quotient in ones, a zero, `rice` bits |
//! | classes | the low byte per word, then the high byte per word |

use crate::linear::{mix, text_hash};

/// So many words are read by one call.
const PORTION: usize = 64;

/// The class of a word: 0 for a word that is in no class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cluster(u16);

impl Cluster {
    /// In no class.
    pub const NONE: Cluster = Cluster(0);

    /// Its fine class, from 1; 0 for none.
    #[inline]
    pub fn fine(self) -> u32 {
        u32::from(self.0 & 0x3FF)
    }

    /// Its coarse group, from 1; 0 for none.
    #[inline]
    pub fn coarse(self) -> u32 {
        u32::from(self.0 >> 10)
    }

    /// Group and class as one number.
    pub(super) fn number(self) -> u16 {
        self.0
    }

    /// The class of that number.
    pub(super) fn from_number(number: u16) -> Self {
        Self(number)
    }
}

/// The table, laid out for look-up.
#[derive(Debug, Default)]
pub struct Clusters {
    key_bits: u32,
    shift: u32,
    /// Open addressing by the key's high bits; 0 where a slot is empty.
    keys: Vec<u32>,
    values: Vec<Cluster>,
}

impl Clusters {
    /// Reads the table; bytes that are none yield a table without words.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(12)?;
        let words = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let classes = usize::from(u16::from_le_bytes([head[4], head[5]]));
        let (key_bits, rice) = (u32::from(head[6]).clamp(8, 31), u32::from(head[7]).min(20));
        let gap_bytes = u32::from_le_bytes([head[8], head[9], head[10], head[11]]) as usize;
        let (coarse, rest) = rest.split_at_checked(classes)?;
        let (gaps, rest) = rest.split_at_checked(gap_bytes)?;
        let (low, high) = rest.split_at_checked(words)?;
        let slot_bits = (words * 2).next_power_of_two().ilog2().clamp(1, key_bits);
        let shift = key_bits - slot_bits;
        let mut table =
            Self { key_bits, shift, keys: vec![0; 1 << slot_bits], values: vec![Cluster(0); 1 << slot_bits] };
        let mut gaps = Gaps { bytes: gaps.iter(), bits: 0, filled: 0, rice };
        let mut key = 0u32;
        for (low, high) in low.chunks(PORTION).zip(high.get(..words)?.chunks(PORTION)) {
            key = table.lay(&mut gaps, key, low, high, coarse)?;
        }
        Some(table)
    }

    /// Lays out some words, of which the one before has a key; the key of the last. Engines make code quick between calls,
    /// not while it runs.
    #[inline(never)]
    fn lay(&mut self, gaps: &mut Gaps<'_>, mut key: u32, low: &[u8], high: &[u8], coarse: &[u8]) -> Option<u32> {
        for (&low, &high) in low.iter().zip(high) {
            key = key.checked_add(gaps.next()?)?;
            let class = u16::from_le_bytes([low, high]);
            let group = u16::from(*coarse.get(usize::from(class))?);
            // Rising keys fill the table from left to right.
            let mut slot = (key >> self.shift) as usize;
            while *self.keys.get(slot).unwrap_or(&0) != 0 {
                slot += 1;
            }
            if slot + 1 >= self.keys.len() {
                self.keys.resize(slot + 2, 0);
                self.values.resize(slot + 2, Cluster(0));
            }
            self.keys[slot] = key;
            self.values[slot] = Cluster((group + 1) << 10 | (class + 1) & 0x3FF);
        }
        Some(key)
    }

    /// All words' keys, rising, with their clusters.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Cluster)> {
        self.keys.iter().copied().zip(self.values.iter().copied()).filter(|w| w.0 != 0)
    }

    /// How many bits of a hash are a word's key.
    pub(super) fn key_bits(&self) -> u32 {
        self.key_bits
    }

    /// The cluster of a word; `lower` is in lower case.
    #[inline]
    pub fn of(&self, lower: &str) -> Cluster {
        self.of_hash(text_hash(lower))
    }

    /// The cluster of a word whose lower-case form has this [`text_hash`].
    #[inline]
    pub fn of_hash(&self, hash: u32) -> Cluster {
        let key = cluster_key(hash, self.key_bits);
        let mut slot = (key >> self.shift) as usize;
        while let Some(&k) = self.keys.get(slot) {
            if k == key {
                return self.values[slot];
            }
            if k == 0 {
                break;
            }
            slot += 1;
        }
        Cluster(0)
    }
}

/// Golomb-Rice coded numbers, several bits at once.
struct Gaps<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// The next bits, from the lowest up, and how many they are.
    bits: u64,
    filled: u32,
    rice: u32,
}

impl Gaps<'_> {
    /// Takes bits that are there.
    #[inline(always)]
    fn take(&mut self, n: u32) -> u32 {
        let taken = self.bits & ((1 << n) - 1);
        self.bits >>= n;
        self.filled -= n;
        taken as u32
    }

    /// Sees to it that there are so many bits, at most 32.
    #[inline(always)]
    fn fill(&mut self, n: u32) -> Option<()> {
        while self.filled < n {
            self.bits |= u64::from(*self.bytes.next()?) << self.filled;
            self.filled += 8;
        }
        Some(())
    }

    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        let mut quotient = 0u32;
        loop {
            self.fill(1)?;
            let ones = self.bits.trailing_ones().min(self.filled);
            self.take(ones);
            quotient += ones;
            if self.filled > 0 {
                break;
            }
        }
        self.take(1);
        self.fill(self.rice)?;
        let high = quotient.checked_mul(1 << self.rice)?;
        Some(high | self.take(self.rice))
    }
}

/// What of a word's hash the table keeps; never 0.
pub(crate) fn cluster_key(hash: u32, bits: u32) -> u32 {
    let h = mix(0x51, hash);
    (mix(h ^ h >> 15, 7) >> (32 - bits.clamp(8, 31))).max(1)
}

/// Writes a table: words' hashes with their classes, and each class's group.
#[cfg(feature = "train")]
pub fn write_clusters(words: &[(u32, u16)], coarse: &[u8]) -> Vec<u8> {
    let key_bits = words.len().next_power_of_two().ilog2() + 11;
    // The first of two words with one key stays: the commoner.
    let mut of_key = std::collections::BTreeMap::new();
    for &(hash, class) in words {
        of_key.entry(cluster_key(hash, key_bits)).or_insert(class);
    }
    let rice = key_bits - of_key.len().ilog2() - 1;
    let mut gaps = Vec::new();
    let (mut byte, mut filled) = (0u8, 0);
    let mut push = |bit: u32| {
        byte |= (bit as u8) << filled;
        filled += 1;
        if filled == 8 {
            gaps.push(byte);
            (byte, filled) = (0, 0);
        }
    };
    let mut last = 0;
    for &key in of_key.keys() {
        let gap = key - last;
        last = key;
        (0..gap >> rice).for_each(|_| push(1));
        push(0);
        (0..rice).for_each(|k| push(gap >> k & 1));
    }
    (0..8).for_each(|_| push(0));
    let mut out = (of_key.len() as u32).to_le_bytes().to_vec();
    out.extend((coarse.len() as u16).to_le_bytes());
    out.extend([key_bits as u8, rice as u8]);
    out.extend((gaps.len() as u32).to_le_bytes());
    out.extend(coarse);
    out.extend(&gaps);
    out.extend(of_key.values().map(|c| *c as u8));
    out.extend(of_key.values().map(|c| (c >> 8) as u8));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English;

    #[test]
    fn like_words_share_a_group() {
        let table = Clusters::from_bytes(English::shared().tags.clusters);
        for (a, b, alike) in
            [("monday", "friday", true), ("spokesman", "spokeswoman", true), ("judge", "banana", false)]
        {
            assert_eq!(table.of(a).coarse() == table.of(b).coarse(), alike, "{a} {b}");
        }
        assert_eq!(table.of("qqqzzxxw"), Cluster::default());
    }

    #[test]
    fn bytes_that_are_no_table_know_no_word() {
        for bytes in [&b""[..], &[255; 64], &[0; 12], &[1, 0, 0, 0, 1, 0, 20, 8, 9, 0, 0, 0, 0, 1, 2]] {
            assert_eq!(Clusters::from_bytes(bytes).of("word"), Cluster::default());
        }
    }
}
