//! Scoring: a table of keys probed in place, and rows of weights by class.

use super::feature;
use super::format::{self, Rows};
use std::ops::Range;

/// More classes than this no model has; a class is one byte.
pub const MAX_CLASSES: usize = 256;

/// One score per class, in the model's own units; a plain array, so that a class needs no bounds check.
pub type Scores = [i32; MAX_CLASSES];

/// The class with the highest score, the first of equals.
#[inline(never)]
pub fn best(scores: &[i32]) -> usize {
    // Two loops: the first takes several at once.
    let highest = scores.iter().fold(i32::MIN, |high, &score| high.max(score));
    scores.iter().position(|&score| score == highest).unwrap_or(0)
}

/// Eight places of the table, half a cache line.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Bucket {
    /// The low bits of keys, read as one; 0 where a place is empty. The bits overlap with those that choose the bucket, so
    /// that a key that ran over is not taken for one of its new bucket.
    ///
    /// Four to a number: place `k` is quarter `k % 4` of number `k / 4`.
    tags: [u64; 2],
    /// The row of the first place; the others follow.
    row: u32,
}

impl Bucket {
    /// Takes a key in at a free place.
    #[inline(always)]
    fn put(&mut self, place: usize, key: u32, row: usize) {
        if place == 0 {
            self.row = row as u32;
        }
        self.tags[place / 4 % 2] |= u64::from(tag(key)) << (place % 4 * 16);
    }

    /// The place of a tag, if it has one: all are compared at once.
    #[cfg(target_arch = "wasm32")]
    #[inline(always)]
    fn place(&self, tag: u16) -> Option<usize> {
        use std::arch::wasm32::{u16x8_bitmask, u16x8_eq, u16x8_splat, u64x2};
        let hits = u16x8_bitmask(u16x8_eq(u64x2(self.tags[0], self.tags[1]), u16x8_splat(tag)));
        (hits != 0).then_some(hits.trailing_zeros() as usize % PLACES)
    }

    /// The place of a tag, if it has one: four are compared by one subtraction.
    #[cfg(not(target_arch = "wasm32"))]
    #[inline(always)]
    fn place(&self, tag: u16) -> Option<usize> {
        const EACH: u64 = 0x0001_0001_0001_0001;
        // A quarter that is equal becomes nothing, and the lowest such quarter borrows from its highest bit (Mycroft).
        let same = |four: u64| {
            let differs = four ^ (u64::from(tag) * EACH);
            differs.wrapping_sub(EACH) & !differs & EACH << 15
        };
        let hits = same(self.tags[0]) >> 15 | same(self.tags[1]) >> 14;
        let at = hits.trailing_zeros() as usize;
        (hits != 0).then_some((at >> 4 | (at & 1) << 2) % PLACES)
    }
}

/// Places of a bucket.
const PLACES: usize = 8;

/// Bits of a key that a bucket holds.
const TAG_BITS: u32 = 15;

/// What a bucket holds of a key, never 0.
#[inline(always)]
const fn tag(key: u32) -> u16 {
    key as u16 | 1 << TAG_BITS
}

/// Weights are added up for so many classes at once, by the number of classes: of a few, or of many as often as need be.
const FEW: usize = 32;
const MANY: usize = 80;

/// Features are looked up in portions of so many.
const PORTION: usize = 128;

/// Weights of hashed features over classes.
///
/// A table of buckets (Knuth 6.4): a key's high bits choose its bucket, a full bucket runs over into
/// the next. Looking up and adding up are loops apart: the first have next to no branch to guess
/// wrong, so that the reads of many features are under way at once.
#[derive(Debug, Default)]
pub struct Model {
    classes: usize,
    key_bits: u32,
    shift: u32,
    features: usize,
    buckets: Vec<Bucket>,
    /// A weight for each class that has any, one row after the other: of rows so short that most of it is 0 as well, as
    /// telling them apart takes longer than adding up.
    rows: Vec<i8>,
    /// The classes that have any weight: in a row a class is its place among them.
    classes_used: Vec<u8>,
    /// So many rows add up to no more than a byte holds.
    block: usize,
    unit: f32,
}

impl Model {
    /// Lays out weights for scoring, about a millisecond per 100,000 features. Bytes that are no
    /// weights yield a model that knows no feature.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (header, mut rows) = format::read(bytes)?;
        let key_bits = u32::from(header.key_bits);
        let features = rows.keys.len();
        // Two to four keys in a bucket on average, and few enough of their bits left for a tag to tell.
        let bucket_bits = (features / 4 + 1).next_power_of_two().ilog2();
        let bucket_bits = bucket_bits.max(key_bits.saturating_sub(TAG_BITS - 3)).min(key_bits - 1);
        let mut model = Self {
            classes: header.classes.into(),
            key_bits,
            shift: key_bits - bucket_bits,
            features,
            buckets: vec![Bucket::default(); 1 << bucket_bits],
            rows: Vec::new(),
            classes_used: Vec::new(),
            block: usize::from(i8::MAX as u8 / rows.levels.max(1)).max(1),
            unit: header.unit,
        };
        let mut places = [0u8; MAX_CLASSES];
        for (class, place) in places.iter_mut().enumerate().filter(|p| rows.used[p.0]) {
            *place = model.classes_used.len() as u8;
            model.classes_used.push(class as u8);
        }
        let width = if model.is_small() { FEW } else { model.classes_used.len().next_multiple_of(MANY) };
        model.rows = vec![0; features * width];
        let mut free = (0, 0);
        for from in (0..features).step_by(format::PORTION) {
            let some = from..features.min(from + format::PORTION);
            free = model.lay(&mut rows, some, width, &places, free)?;
        }
        Some(model)
    }

    /// Lays out some features, the first not before a free place, given as its bucket and its number in it; what is free then.
    #[inline(never)]
    fn lay(
        &mut self,
        rows: &mut Rows<'_>,
        some: Range<usize>,
        width: usize,
        places: &[u8; MAX_CLASSES],
        (mut at, mut place): (usize, usize),
    ) -> Option<(usize, usize)> {
        for row in some.clone() {
            // Keys rise, so the rows of a bucket stand together.
            let key = rows.keys[row];
            let own = (key >> self.shift) as usize;
            if place == PLACES {
                (at, place) = (at + 1, 0);
            }
            if own > at {
                (at, place) = (own, 0);
            }
            if at == self.buckets.len() {
                self.buckets.push(Bucket::default());
            }
            self.buckets[at].put(place, key, row);
            place += 1;
        }
        rows.next(some, |row, class, weight| {
            self.rows[row * width + usize::from(places[usize::from(class)])] = weight
        })?;
        Some((at, place))
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
        self.classes_used.iter().for_each(|&class| used[usize::from(class)] = true);
        used
    }

    /// Adds the weights of each feature to `scores`, which the caller has cleared.
    #[inline(never)]
    pub fn score(&self, features: &[u32], scores: &mut Scores) {
        if self.buckets.is_empty() {
            return;
        }
        let [mut keys, mut rows] = [[0u32; PORTION]; 2];
        for portion in features.chunks(PORTION) {
            for (key, &feature) in keys.iter_mut().zip(portion) {
                *key = feature::key(feature, self.key_bits);
            }
            let mut known = 0;
            for &key in &keys[..portion.len()] {
                // Written in any case, counted if there is anything: no branch to guess wrong.
                let (row, found) = self.row(key);
                rows[known % PORTION] = row;
                known += usize::from(found);
            }
            let rows = &rows[..known.min(PORTION)];
            if self.is_small() {
                self.add::<FEW>(rows, scores);
            } else {
                self.add::<MANY>(rows, scores);
            }
        }
    }

    fn is_small(&self) -> bool {
        self.classes_used.len() <= FEW
    }

    /// Adds up rows, in bytes as long as these hold the sum. Plain loops over arrays of one size, so that the compiler takes
    /// sixteen at once.
    #[inline(always)]
    fn add<const N: usize>(&self, rows: &[u32], scores: &mut Scores) {
        let parts = self.rows.as_chunks::<N>().0;
        let each = self.classes_used.len().div_ceil(N);
        for (part, classes) in self.classes_used.chunks(N).enumerate() {
            let mut sums = [0i16; N];
            for block in rows.chunks(self.block) {
                let mut bytes = [0i8; N];
                for &row in block {
                    let Some(row) = parts.get(row as usize * each + part) else { continue };
                    for i in 0..N {
                        bytes[i] = bytes[i].wrapping_add(row[i]);
                    }
                }
                for i in 0..N {
                    sums[i] += i16::from(bytes[i]);
                }
            }
            for (&class, sum) in classes.iter().zip(sums) {
                scores[usize::from(class)] += i32::from(sum);
            }
        }
    }

    /// Which row has a key's weights, and whether there is any.
    #[inline(always)]
    fn row(&self, key: u32) -> (u32, bool) {
        let tag = tag(key);
        let mut at = (key >> self.shift) as usize;
        while let Some(bucket) = self.buckets.get(at) {
            let place = bucket.place(tag);
            // A bucket seldom runs over.
            if place.is_some() || bucket.tags[1] >> 48 == 0 {
                return (bucket.row + place.unwrap_or(0) as u32, place.is_some());
            }
            at += 1;
        }
        (0, false)
    }
}

#[cfg(test)]
mod tests {
    use super::feature::key;
    use super::*;

    #[test]
    fn bytes_that_are_no_weights_know_nothing() {
        for bytes in [&b""[..], b"short", &[255; 40], &[0; 12]] {
            let mut scores = [0; MAX_CLASSES];
            Model::from_bytes(bytes).score(&[0, 1, u32::MAX], &mut scores);
            assert!(scores.iter().all(|&s| s == 0));
        }
    }

    /// Long rows and crowded buckets among them, each feature has its own weights, and what is unknown has none; also many
    /// features at once.
    #[test]
    fn every_row_is_found() {
        for (classes, most) in [(256, 100), (90, 14), (30, 127)] {
            found(classes, most);
        }
    }

    fn found(classes: u32, most: u32) {
        use super::super::mix;
        use format::{Header, Row, write};
        let features: Vec<u32> = (0..40_000).map(|n| mix(1, n)).collect();
        let mut rows: Vec<(u32, u32)> = features[..20_000].iter().map(|&f| (key(f, 22), f)).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|r| r.0);
        let cells = |f: u32| -> Vec<(u8, i8)> {
            let length = if f.is_multiple_of(5) { classes * 3 / 4 } else { f % 9 + 1 };
            (0..length).map(|c| ((c + f % 7) as u8, ((f >> 8) % most) as i8 + 1)).collect()
        };
        let header = Header { classes: classes as u16, key_bits: 22, features: rows.len() as u32, unit: 1.0 };
        let written: Vec<Row> = rows.iter().map(|&(key, f)| Row { key, cells: cells(f) }).collect();
        let model = Model::from_bytes(&write(header, &written));
        let known = |f: u32| rows.binary_search_by_key(&key(f, 22), |r| r.0).map(|at| cells(rows[at].1));
        for some in features.chunks(1).chain(features.chunks(333)) {
            let mut want: Scores = [0; MAX_CLASSES];
            for (class, weight) in some.iter().flat_map(|&f| known(f).unwrap_or_default()) {
                want[usize::from(class)] += i32::from(weight);
            }
            let mut scores: Scores = [0; MAX_CLASSES];
            model.score(some, &mut scores);
            assert_eq!(scores, want, "{some:?}");
        }
    }
}
