//! Scoring: a table of keys probed in place, and rows of weights by class.

use super::feature;
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
    ///
    /// Four to a number, so that one subtraction compares four of them: place `k` is quarter `k / 2` of number `k % 2`.
    tags: [u64; 2],
    /// The first group of cells of its rows, which follow each other.
    start: u32,
    /// Where each row begins and ends, in groups from there.
    ends: [u8; PLACES + 1],
}

impl Bucket {
    /// Takes a key in if there is room.
    fn push(&mut self, key: u32, start: usize, groups: usize) -> bool {
        let Some(place) = (0..PLACES).find(|&k| self.tag(k) == 0) else { return false };
        if place == 0 {
            self.start = start as u32;
        }
        let Ok(end) = u8::try_from(start - self.start as usize + groups) else {
            // Full by its cells.
            (place..PLACES).for_each(|k| self.fill(k, NOBODY));
            return false;
        };
        self.fill(place, tag(key));
        self.ends[place + 1] = end;
        true
    }

    fn fill(&mut self, place: usize, tag: u16) {
        self.tags[place % 2] |= u64::from(tag) << (place / 2 * 16);
    }

    #[inline(always)]
    fn tag(&self, place: usize) -> u16 {
        (self.tags[place % 2] >> (place / 2 * 16)) as u16
    }

    /// The place of a tag, if it has one.
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
        (hits != 0).then_some((at >> 3 & 6 | at & 1) % PLACES)
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

/// Weights stand in groups of so many bytes: a short row is class after weight, filled up with zeros; a long one has the
/// weight of every class.
const GROUP: usize = 8;

/// So many groups are short.
const SHORT: usize = 2;

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
    groups: Vec<[i8; GROUP]>,
    /// The classes that have any weight: in a row a class is its place among them.
    classes_used: Vec<u8>,
    /// The length of a long row.
    width: usize,
    /// So many long rows add up to no more than a byte holds.
    block: usize,
    unit: f32,
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
            groups: Vec::with_capacity(rows.keys.len() * 2),
            classes_used: Vec::new(),
            width: 0,
            block: 1,
            unit: header.unit,
        };
        let mut places = [0u8; MAX_CLASSES];
        let mut most = 1;
        for &(class, weight) in rows.iter().flat_map(|r| r.1).filter(|c| c.1 != 0) {
            places[usize::from(class)] = 1;
            most = most.max(weight.unsigned_abs());
        }
        model.block = usize::from(i8::MAX as u8 / most).max(1);
        for (class, place) in places.iter_mut().enumerate().filter(|p| *p.1 != 0) {
            *place = model.classes_used.len() as u8;
            model.classes_used.push(class as u8);
        }
        model.width = width(model.classes_used.len());
        let mut at = 0;
        for (key, cells) in rows.iter() {
            let start = model.groups.len();
            let place = |class: u8| places[usize::from(class)];
            let pairs = GROUP / 2;
            if cells.len() <= SHORT * pairs {
                for group in cells.chunks(pairs) {
                    let pair = |i: usize| group.get(i).copied().unwrap_or_default();
                    let byte = |i: usize| if i.is_multiple_of(2) { place(pair(i / 2).0) as i8 } else { pair(i / 2).1 };
                    model.groups.push(std::array::from_fn(byte));
                }
            } else {
                model.groups.resize(start + model.width / GROUP, [0; GROUP]);
                let row = model.groups[start..].as_flattened_mut();
                for &(class, weight) in cells.iter().filter(|c| c.1 != 0) {
                    row[usize::from(place(class))] = weight;
                }
            }
            // Keys rise, so the rows of a bucket stand together.
            at = at.max((key >> shift) as usize);
            loop {
                if at == model.buckets.len() {
                    model.buckets.push(Bucket::default());
                }
                if model.buckets[at].push(key, start, model.groups.len() - start) {
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
        self.classes_used.iter().for_each(|&class| used[usize::from(class)] = true);
        used
    }

    /// Adds the weights of each feature to `scores`, which the caller has cleared.
    #[inline(never)]
    pub fn score(&self, features: &[u32], scores: &mut Scores) {
        if self.buckets.is_empty() {
            return;
        }
        let [mut keys, mut rows, mut short, mut long] = [[0u32; PORTION]; 4];
        let mut first = 0;
        for portion in features.chunks(PORTION) {
            // Three loops, each too short to be held up by what it waits for: the next reads are under way meanwhile.
            for (key, &feature) in keys.iter_mut().zip(portion) {
                *key = feature::key(feature, self.key_bits);
                first ^= self.buckets.get((*key >> self.shift) as usize).map_or(0, |bucket| bucket.start);
            }
            for (row, &key) in rows.iter_mut().zip(&keys[..portion.len()]) {
                *row = self.row(key);
            }
            let (mut shorts, mut longs) = (0, 0);
            for &row in &rows[..portion.len()] {
                // Written in any case, counted if there is anything.
                let length = (row & 0xFF) as usize;
                short[shorts % PORTION] = row;
                long[longs % PORTION] = row;
                shorts += usize::from(length.wrapping_sub(1) < SHORT);
                longs += usize::from(length > SHORT);
                first ^= self.groups.get((row >> 8) as usize).map_or(0, |group| group[0] as u32);
            }
            let (short, long) = (&short[..shorts.min(PORTION)], &long[..longs.min(PORTION)]);
            match self.width {
                ..=48 => self.add::<48>(short, long, scores),
                49..=80 => self.add::<80>(short, long, scores),
                _ => self.add::<MAX_CLASSES>(short, long, scores),
            }
        }
        std::hint::black_box(first);
    }

    /// Adds up rows: the long ones in bytes, as long as these hold the sum. Plain loops over arrays of one size, so that the
    /// compiler takes sixteen at once.
    #[inline(always)]
    fn add<const N: usize>(&self, short: &[u32], long: &[u32], scores: &mut Scores) {
        // Whatever place a byte names there is.
        let mut few = [0i16; MAX_CLASSES];
        for row in short {
            let start = (row >> 8) as usize;
            for group in &self.groups[start..start + (row & 0xFF) as usize] {
                for pair in group.as_chunks::<2>().0 {
                    let few = &mut few[usize::from(pair[0] as u8)];
                    *few = few.wrapping_add(pair[1].into());
                }
            }
        }
        let mut sums = [0i16; N];
        for block in long.chunks(self.block) {
            let mut bytes = [0i8; N];
            for row in block {
                let row = self.groups.get((row >> 8) as usize..).and_then(|r| r.as_flattened().first_chunk::<N>());
                let Some(row) = row else { continue };
                for i in 0..N {
                    bytes[i] = bytes[i].wrapping_add(row[i]);
                }
            }
            for i in 0..N {
                sums[i] += i16::from(bytes[i]);
            }
        }
        for ((&class, few), sum) in self.classes_used.iter().zip(few).zip(sums) {
            scores[usize::from(class)] += i32::from(few) + i32::from(sum);
        }
    }

    /// Where a key's weights are; 0 if it is unknown.
    #[inline(always)]
    fn row(&self, key: u32) -> u32 {
        let tag = tag(key);
        let mut at = (key >> self.shift) as usize;
        loop {
            let Some(bucket) = self.buckets.get(at) else { return 0 };
            let place = bucket.place(tag);
            // A bucket seldom runs over.
            if place.is_some() || bucket.tags[1] >> 48 == 0 {
                // Also of what is unknown: no branch to guess wrong.
                let at = place.unwrap_or(0);
                let (start, end) = (u32::from(bucket.ends[at]), u32::from(bucket.ends[at + 1]));
                let row = (bucket.start + start) << 8 | end.wrapping_sub(start) & 0xFF;
                return row & u32::from(place.is_some()).wrapping_neg();
            }
            at += 1;
        }
    }
}

/// How many classes a long row has room for, of the numbers that rows are added up for.
const fn width(classes: usize) -> usize {
    match classes {
        ..=48 => 48,
        49..=80 => 80,
        _ => MAX_CLASSES,
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
