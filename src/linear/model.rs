//! Scoring: a table of keys probed in place, and rows of weights by class.

use super::feature::key;
use super::format;

/// More classes than this no model has; a class is one byte.
pub const MAX_CLASSES: usize = 256;

/// One score per class, in the model's own units; a plain array, so that a class needs no bounds check.
pub type Scores = [i32; MAX_CLASSES];

/// Four places of the table; half a cache line, read as one.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Bucket {
    /// 0 where a place is empty.
    keys: [u32; 4],
    /// First cell << 8 | number of groups of cells.
    rows: [u32; 4],
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
        // One or two keys in a bucket on average.
        let bucket_bits = (rows.keys.len() / 2 + 1).next_power_of_two().ilog2().min(key_bits - 1);
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
        for (key, cells) in rows.iter() {
            let start = model.cells.len() as u32;
            for group in cells.chunks(GROUP) {
                let cell = |i: usize| group.get(i).map_or(Cell::default(), |&(class, weight)| Cell { class, weight });
                model.cells.push(std::array::from_fn(cell));
            }
            let mut at = (key >> shift) as usize;
            while model.buckets.get(at).is_some_and(|b| b.keys[3] != 0) {
                at += 1;
            }
            if at == model.buckets.len() {
                model.buckets.push(Bucket::default());
            }
            let bucket = &mut model.buckets[at];
            let place = bucket.keys.iter().position(|&k| k == 0).unwrap_or(3);
            bucket.keys[place] = key;
            bucket.rows[place] = start << 8 | (model.cells.len() as u32 - start);
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
        for portion in features.chunks(PORTION) {
            let mut n = 0;
            for &feature in portion {
                let row = self.row(feature);
                // Written in any case, counted if there is anything.
                found[n % PORTION] = row;
                n += usize::from(row != 0);
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
    }

    /// Where a feature's cells are; 0 if it is unknown.
    #[inline(always)]
    fn row(&self, feature: u32) -> u32 {
        let key = key(feature, self.key_bits);
        let mut at = (key >> self.shift) as usize;
        loop {
            let Some(bucket) = self.buckets.get(at) else { return 0 };
            let mut row = 0;
            for i in 0..4 {
                row |= bucket.rows[i] & u32::from(bucket.keys[i] == key).wrapping_neg();
            }
            // A bucket seldom runs over.
            if row != 0 || bucket.keys[3] == 0 {
                return row;
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
}
