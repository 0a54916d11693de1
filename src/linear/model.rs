//! Scoring: a table of keys probed in place, and rows of weights by class.

use super::feature::key;
use super::format;

/// More classes than this no model has; a class is one byte.
pub const MAX_CLASSES: usize = 256;

/// One score per class, in the model's own units; a plain array, so that a class needs no bounds check.
pub type Scores = [i32; MAX_CLASSES];

/// Eight places of the table, half a cache line.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Bucket {
    /// The low bits of keys, read as one; 0 where a place is empty. The bits overlap with those that choose the bucket, so
    /// that a key that ran over is not taken for one of its new bucket.
    tags: [u16; PLACES],
    /// The first group of cells of its rows, which follow each other.
    start: u32,
    /// Where each row begins and ends, in groups from there.
    ends: [u8; PLACES + 1],
}

impl Bucket {
    /// Takes a key in if there is room.
    fn push(&mut self, key: u32, start: usize, groups: usize) -> bool {
        let Some(place) = self.tags.iter().position(|&t| t == 0) else { return false };
        if place == 0 {
            self.start = start as u32;
        }
        let Ok(end) = u8::try_from(start - self.start as usize + groups) else {
            // Full by its cells.
            self.tags[place..].fill(NOBODY);
            return false;
        };
        self.tags[place] = tag(key);
        self.ends[place + 1] = end;
        true
    }
}

/// Places of a bucket.
const PLACES: usize = 8;

/// Bits of a key that a bucket holds.
const TAG_BITS: u32 = 15;

/// A place that is filled, with no key.
const NOBODY: u16 = 1;

/// What a bucket holds of a key, neither 0 nor [`NOBODY`].
#[inline(always)]
const fn tag(key: u32) -> u16 {
    key as u16 | 1 << TAG_BITS
}

/// Cells are added in groups of so many; short rows are filled up with zeros.
const GROUP: usize = 4;

/// Features are looked up in portions of so many.
const PORTION: usize = 128;

/// Weights of hashed features over classes.
///
/// A table of buckets (Knuth 6.4): a key's high bits choose its bucket, a full bucket runs over into
/// the next. Looking up and adding up are two loops: the first has next to no branch to guess
/// wrong, so that the reads of many features are under way at once.
#[derive(Debug, Default)]
pub struct Model {
    classes: usize,
    key_bits: u32,
    shift: u32,
    features: usize,
    buckets: Vec<Bucket>,
    cells: Vec<[Cell; GROUP]>,
    unit: f32,
}

/// A class and its weight.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    class: u8,
    weight: i8,
}

impl Model {
    /// Lays out weights for scoring, about a millisecond per 100,000 features. Bytes that are no
    /// weights yield a model that knows no feature.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let Some((header, rows)) = format::read(bytes) else { return Self::default() };
        let key_bits = u32::from(header.key_bits);
        // Two to four keys in a bucket on average, and few enough of their bits left for a tag to tell.
        let bucket_bits = (rows.keys.len() / 4 + 1).next_power_of_two().ilog2();
        let bucket_bits = bucket_bits.max(key_bits.saturating_sub(TAG_BITS - 3)).min(key_bits - 1);
        let shift = key_bits - bucket_bits;
        let mut model = Self {
            classes: header.classes.into(),
            key_bits,
            shift,
            features: rows.keys.len(),
            buckets: vec![Bucket::default(); 1 << bucket_bits],
            cells: Vec::with_capacity(rows.keys.len() * 2),
            unit: header.unit,
        };
        let mut at = 0;
        for (key, cells) in rows.iter() {
            let start = model.cells.len();
            for group in cells.chunks(GROUP) {
                let cell = |i: usize| group.get(i).map_or(Cell::default(), |&(class, weight)| Cell { class, weight });
                model.cells.push(std::array::from_fn(cell));
            }
            // Keys rise, so the rows of a bucket stand together.
            at = at.max((key >> shift) as usize);
            loop {
                if at == model.buckets.len() {
                    model.buckets.push(Bucket::default());
                }
                if model.buckets[at].push(key, start, model.cells.len() - start) {
                    break;
                }
                at += 1;
            }
        }
        model
    }

    /// The number of classes.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// What one step of a score is worth in the trainer's weights.
    pub fn unit(&self) -> f32 {
        self.unit
    }

    /// The number of features known.
    pub fn features(&self) -> usize {
        self.features
    }

    /// Which classes have any weight.
    pub fn used(&self) -> [bool; MAX_CLASSES] {
        let mut used = [false; MAX_CLASSES];
        for cell in self.cells.iter().flatten().filter(|c| c.weight != 0) {
            used[cell.class as usize] = true;
        }
        used
    }

    /// Adds the weights of each feature to `scores`, which the caller has cleared.
    #[inline(never)]
    pub fn score(&self, features: &[u32], scores: &mut Scores) {
        if self.buckets.is_empty() {
            return;
        }
        let mut found = [0u32; PORTION];
        let mut first = 0;
        for portion in features.chunks(PORTION) {
            let mut n = 0;
            for &feature in portion {
                let row = self.row(feature);
                // Written in any case, counted if there is anything.
                found[n % PORTION] = row;
                n += usize::from(row != 0);
                // Asked for now, cells are at hand when they are added up.
                first ^= self.cells.get((row >> 8) as usize).map_or(0, |group| group[0].class);
            }
            for row in &found[..n.min(PORTION)] {
                let start = (row >> 8) as usize;
                for group in &self.cells[start..start + (row & 0xFF) as usize] {
                    for cell in group {
                        scores[cell.class as usize] += i32::from(cell.weight);
                    }
                }
            }
        }
        std::hint::black_box(first);
    }

    /// Where a feature's cells are; 0 if it is unknown.
    #[inline(always)]
    fn row(&self, feature: u32) -> u32 {
        let key = key(feature, self.key_bits);
        let tag = tag(key);
        let mut at = (key >> self.shift) as usize;
        loop {
            let Some(bucket) = self.buckets.get(at) else { return 0 };
            let hits = (0..PLACES).fold(0u32, |hits, i| hits | u32::from(bucket.tags[i] == tag) << i);
            // A bucket seldom runs over.
            if hits != 0 || bucket.tags[PLACES - 1] == 0 {
                // Also of what is unknown: no branch to guess wrong.
                let place = hits.trailing_zeros() as usize % PLACES;
                let (start, end) = (u32::from(bucket.ends[place]), u32::from(bucket.ends[place + 1]));
                let row = (bucket.start + start) << 8 | end.wrapping_sub(start) & 0xFF;
                return row & u32::from(hits != 0).wrapping_neg();
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_weights_know_nothing() {
        for bytes in [&b""[..], b"short", &[255; 40], &[0; 12]] {
            let mut scores = [0; MAX_CLASSES];
            Model::from_bytes(bytes).score(&[0, 1, u32::MAX], &mut scores);
            assert!(scores.iter().all(|&s| s == 0));
        }
    }

    /// Long rows and crowded buckets among them, each feature has its own weights, and what is unknown has none.
    #[test]
    fn every_row_is_found() {
        use super::super::mix;
        use format::{Header, Row, write};
        let features: Vec<u32> = (0..40_000).map(|n| mix(1, n)).collect();
        let mut rows: Vec<(u32, u32)> = features[..20_000].iter().map(|&f| (key(f, 22), f)).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|r| r.0);
        let cells = |f: u32| -> Vec<(u8, i8)> {
            let length = if f.is_multiple_of(50) { 200 } else { f % 9 + 1 };
            (0..length).map(|c| (c as u8, ((f >> 8) % 100) as i8 + 1)).collect()
        };
        let header = Header { classes: 256, key_bits: 22, features: rows.len() as u32, unit: 1.0 };
        let written: Vec<Row> = rows.iter().map(|&(key, f)| Row { key, cells: cells(f) }).collect();
        let model = Model::from_bytes(&write(header, &written));
        for &feature in &features {
            let known = rows.binary_search_by_key(&key(feature, 22), |r| r.0).map(|at| cells(rows[at].1));
            let mut want: Scores = [0; MAX_CLASSES];
            known.unwrap_or_default().iter().for_each(|&(class, weight)| want[usize::from(class)] += i32::from(weight));
            let mut scores: Scores = [0; MAX_CLASSES];
            model.score(&[feature], &mut scores);
            assert_eq!(scores, want, "{feature}");
        }
    }
}
