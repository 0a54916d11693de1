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
        let mut bit = 0;
        let mut next = || {
            let b = gaps.get(bit >> 3)? >> (bit & 7) & 1;
            bit += 1;
            Some(u32::from(b))
        };
        let mut key = 0u32;
        for (&low, &high) in low.iter().zip(high.get(..words)?) {
            let mut gap = 0u32;
            while next()? == 1 {
                gap = gap.checked_add(1 << rice)?;
            }
            for k in 0..rice {
                gap |= next()? << k;
            }
            key = key.checked_add(gap)?;
            let class = u16::from_le_bytes([low, high]);
            let group = u16::from(*coarse.get(usize::from(class))?);
            // Rising keys fill the table from left to right.
            let mut slot = (key >> shift) as usize;
            while *table.keys.get(slot).unwrap_or(&0) != 0 {
                slot += 1;
            }
            if slot + 1 >= table.keys.len() {
                table.keys.resize(slot + 2, 0);
                table.values.resize(slot + 2, Cluster(0));
            }
            table.keys[slot] = key;
            table.values[slot] = Cluster((group + 1) << 10 | (class + 1) & 0x3FF);
        }
        Some(table)
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
