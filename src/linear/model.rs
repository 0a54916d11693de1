//! Scoring: a table of keys probed in place, and rows of weights by class.

use super::feature::key;
use super::format;

/// More classes than this no model has; a class is one byte.
pub const MAX_CLASSES: usize = 256;

/// One score per class, in the model's own units; a plain array, so that a class needs no bounds check.
pub type Scores = [i32; MAX_CLASSES];

/// Weights of hashed features over classes.
///
/// An open-addressing table (Knuth 6.4, linear probing) whose keys stand apart from the rows: a
/// feature that the model does not know, the commonest case in a pruned model, costs one read.
#[derive(Debug, Default)]
pub struct Model {
    classes: usize,
    key_bits: u32,
    shift: u32,
    /// 0 where a slot is empty. One slot past the power of two for every probe that could run over.
    keys: Vec<u32>,
    /// Per slot: first cell << 8 | number of cells.
    rows: Vec<u32>,
    /// Class and weight.
    cells: Vec<[u8; 2]>,
    unit: f32,
}

impl Model {
    /// Lays out weights for scoring, about a millisecond per 100,000 features. Bytes that are no
    /// weights yield a model that knows no feature.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let Some((header, rows)) = format::read(bytes) else { return Self::default() };
        let key_bits = u32::from(header.key_bits);
        let slot_bits = (rows.len() * 2).next_power_of_two().ilog2().clamp(1, key_bits);
        let shift = key_bits - slot_bits;
        let mut model = Self {
            classes: header.classes.into(),
            key_bits,
            shift,
            keys: vec![0; 1 << slot_bits],
            rows: vec![0; 1 << slot_bits],
            cells: Vec::with_capacity(rows.iter().map(|r| r.cells.len()).sum()),
            unit: header.unit,
        };
        // A key's high bits choose its slot, so rising keys fill the table from left to right.
        for row in rows {
            let mut slot = (row.key >> shift) as usize;
            while model.keys.get(slot).is_some_and(|&k| k != 0) {
                slot += 1;
            }
            if slot + 1 >= model.keys.len() {
                model.keys.resize(slot + 2, 0);
                model.rows.resize(slot + 2, 0);
            }
            model.keys[slot] = row.key;
            model.rows[slot] = (model.cells.len() as u32) << 8 | row.cells.len() as u32;
            model.cells.extend(row.cells.iter().map(|&(c, w)| [c, w as u8]));
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
        self.keys.iter().filter(|&&k| k != 0).count()
    }

    /// Which classes have any weight.
    pub fn used(&self) -> [bool; MAX_CLASSES] {
        let mut used = [false; MAX_CLASSES];
        for &[class, _] in &self.cells {
            used[class as usize] = true;
        }
        used
    }

    /// Adds the weights of each feature to `scores`, which the caller has cleared.
    #[inline]
    pub fn score(&self, features: &[u32], scores: &mut Scores) {
        for &f in features {
            for &[class, weight] in self.row(f) {
                scores[class as usize] += i32::from(weight as i8);
            }
        }
    }

    /// A feature's classes and weights (as `i8`); none if it is unknown.
    #[inline]
    pub fn row(&self, feature: u32) -> &[[u8; 2]] {
        let key = key(feature, self.key_bits.max(1));
        let mut slot = (key >> self.shift) as usize;
        while let Some(&k) = self.keys.get(slot) {
            if k == key {
                let row = self.rows[slot];
                let start = (row >> 8) as usize;
                return &self.cells[start..start + (row & 0xFF) as usize];
            }
            if k == 0 {
                break;
            }
            slot += 1;
        }
        &[]
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
