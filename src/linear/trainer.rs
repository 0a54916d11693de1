//! Learning: the averaged perceptron with sparse updates, pruned and quantised at the end.

use super::MAX_CLASSES;
use super::feature::key;
use super::format::{self, Header, Row};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Features are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only u32 keys")
    }

    fn write_u32(&mut self, n: u32) {
        self.0 = u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[derive(Clone, Copy)]
struct Cell {
    class: u8,
    stamp: u32,
    weight: f32,
    /// The weight summed over all ticks up to `stamp`.
    total: f64,
}

impl Cell {
    fn catch_up(&mut self, now: u32) {
        self.total += f64::from(self.weight) * f64::from(now - self.stamp);
        self.stamp = now;
    }
}

#[derive(Clone)]
struct Learnt {
    feature: u32,
    updates: u32,
    seen: u32,
    cells: Vec<Cell>,
}

/// What of the learnt weights is kept.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// At most so many weights: those with the most |weight| times a root of how often the feature was seen.
    pub weights: usize,
    /// Bits of a feature that are told apart: each bit costs an eighth of a byte per feature and
    /// halves the chance that an unknown feature passes for a known one.
    pub key_bits: u8,
    /// Weights become whole numbers from -levels to levels (at most 127).
    pub levels: u8,
}

/// An averaged perceptron (Collins 2002) over hashed features. A feature counts only once it
/// has been updated `min_updates` times (Goldberg and Elhadad 2011, Learning Sparser Perceptron Models).
///
/// Deterministic: rows stand in the order in which they were first updated.
#[derive(Clone)]
pub struct Trainer {
    classes: usize,
    min_updates: u32,
    frozen: bool,
    now: u32,
    start: u32,
    index: HashMap<u32, u32, BuildHasherDefault<Identity>>,
    rows: Vec<Learnt>,
}

impl Trainer {
    /// For classes `0..classes`.
    pub fn new(classes: usize, min_updates: u32) -> Self {
        assert!(classes <= MAX_CLASSES, "a class is one byte");
        Self { classes, min_updates, frozen: false, now: 0, start: 0, index: HashMap::default(), rows: Vec::new() }
    }

    /// Adds each class's current (not averaged) weights to `scores`.
    pub fn score(&mut self, features: &[u32], scores: &mut [f32; MAX_CLASSES]) {
        for f in features {
            if let Some(&row) = self.index.get(f) {
                let row = &mut self.rows[row as usize];
                row.seen = row.seen.saturating_add(1);
                if row.updates >= self.min_updates {
                    for cell in &row.cells {
                        scores[cell.class as usize] += cell.weight;
                    }
                }
            }
        }
    }

    /// Adds `delta` to a class's weight for every feature.
    pub fn update(&mut self, features: &[u32], class: usize, delta: f32) {
        let class = class as u8;
        for &feature in features {
            let at = match self.index.get(&feature) {
                Some(&at) => at,
                None if self.frozen => continue,
                None => {
                    let at = self.rows.len() as u32;
                    self.rows.push(Learnt { feature, updates: 0, seen: 1, cells: Vec::new() });
                    self.index.insert(feature, at);
                    at
                }
            };
            let row = &mut self.rows[at as usize];
            row.updates += 1;
            match row.cells.iter_mut().find(|c| c.class == class) {
                Some(cell) => {
                    cell.catch_up(self.now);
                    cell.weight += delta;
                }
                None if self.frozen => {}
                None => row.cells.push(Cell { class, stamp: self.now, weight: delta, total: 0.0 }),
            }
        }
    }

    /// One decision or sentence has passed; averages weigh ticks alike.
    pub fn tick(&mut self) {
        self.now += 1;
    }

    /// The number of features seen in updates.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// Replaces the weights by their averages, throws away all but the most important `weights` and
    /// grows no new ones from here: further passes settle the survivors anew.
    pub fn prune(&mut self, weights: usize) {
        let (now, start) = (self.now, self.start);
        let floor = self.floor(weights);
        let min = self.min_updates;
        self.rows.retain_mut(|row| {
            let (seen, counts) = (row.seen, row.updates >= min);
            row.cells.retain_mut(|cell| {
                cell.weight = average(cell, now, start);
                (cell.stamp, cell.total) = (now, 0.0);
                counts && importance(cell.weight, seen) >= floor
            });
            !row.cells.is_empty()
        });
        self.index = self.rows.iter().enumerate().map(|(i, r)| (r.feature, i as u32)).collect();
        self.min_updates = 0;
        self.frozen = true;
        self.start = now;
    }

    /// The mean of what several runs have learnt, as if learnt in one.
    pub fn mean<'a>(classes: usize, runs: impl ExactSizeIterator<Item = &'a Self>) -> Self {
        let mut mean = Self { now: 1, ..Self::new(classes, 0) };
        let share = runs.len().max(1) as u32;
        for run in runs {
            mean.frozen = run.frozen;
            for row in run.rows.iter().filter(|r| r.updates >= run.min_updates) {
                let at = *mean.index.entry(row.feature).or_insert(mean.rows.len() as u32) as usize;
                if at == mean.rows.len() {
                    mean.rows.push(Learnt { feature: row.feature, updates: 0, seen: 0, cells: Vec::new() });
                }
                let own = &mut mean.rows[at];
                own.seen = own.seen.saturating_add(row.seen.div_ceil(share));
                for cell in &row.cells {
                    let more = f64::from(average(cell, run.now, run.start)) / f64::from(share);
                    match own.cells.iter_mut().find(|c| c.class == cell.class) {
                        Some(own) => own.total += more,
                        None => own.cells.push(Cell { class: cell.class, stamp: 1, weight: 0.0, total: more }),
                    }
                }
            }
        }
        mean
    }

    /// The averaged weights, pruned and quantised, as [`super::Model::from_bytes`] reads them.
    pub fn finish(&self, keep: &Keep) -> Vec<u8> {
        let floor = self.floor(keep.weights);
        let levels = f32::from(keep.levels.clamp(1, 127));
        let mut kept = Vec::new();
        for row in self.rows.iter().filter(|r| r.updates >= self.min_updates) {
            let mut cells: Vec<(u8, f32)> = (row.cells.iter())
                .map(|c| (c.class, average(c, self.now, self.start)))
                .filter(|c| importance(c.1, row.seen) >= floor)
                .collect();
            if !cells.is_empty() {
                cells.sort_by_key(|c| c.0);
                kept.push((key(row.feature, keep.key_bits.into()), row.seen, cells));
            }
        }
        // Of two features that share a key the commoner one stays.
        kept.sort_by_key(|&(key, seen, _)| (key, u32::MAX - seen));
        kept.dedup_by_key(|k| k.0);
        let mut sizes: Vec<f32> = kept.iter().flat_map(|k| k.2.iter().map(|c| c.1.abs())).collect();
        sizes.sort_by(f32::total_cmp);
        // The few largest weights are clipped, so that the others keep their differences.
        let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 500)).copied().unwrap_or(1.0);
        let unit = (top / levels).max(f32::MIN_POSITIVE);
        let quantise = |w: f32| (w / unit).round().clamp(-levels, levels) as i8;
        let rows: Vec<Row> = (kept.iter())
            .map(|(key, _, cells)| Row {
                key: *key,
                cells: cells.iter().map(|&(c, w)| (c, quantise(w))).filter(|c| c.1 != 0).take(255).collect(),
            })
            .filter(|r| !r.cells.is_empty())
            .collect();
        let header =
            Header { classes: self.classes as u16, key_bits: keep.key_bits, features: rows.len() as u32, unit };
        format::write(header, &rows)
    }

    /// The importance that `weights` weights reach.
    fn floor(&self, weights: usize) -> f32 {
        let mut all: Vec<f32> = (self.rows.iter())
            .filter(|r| r.updates >= self.min_updates)
            .flat_map(|r| r.cells.iter().map(|c| importance(average(c, self.now, self.start), r.seen)))
            .collect();
        if all.len() <= weights {
            return f32::MIN_POSITIVE;
        }
        all.sort_by(|a, b| b.total_cmp(a));
        all[weights].max(f32::MIN_POSITIVE)
    }
}

fn average(cell: &Cell, now: u32, start: u32) -> f32 {
    let mut cell = *cell;
    cell.catch_up(now);
    (cell.total / f64::from((now - start).max(1))) as f32
}

fn importance(weight: f32, seen: u32) -> f32 {
    weight.abs() * (seen as f32).powf(0.25)
}

#[cfg(test)]
mod tests {
    use super::super::{Model, mix};
    use super::*;

    #[test]
    fn what_is_learnt_survives_the_file() {
        let bytes = learnt().finish(&Keep { weights: 50, key_bits: 24, levels: 60 });
        let model = Model::from_bytes(&bytes);
        assert_eq!(model.classes(), 3);
        assert!(model.features() <= 50);
        for n in 1000..1300 {
            let mut scores = [0; MAX_CLASSES];
            model.score(&features(n), &mut scores);
            let best = (0..3).max_by_key(|&c| scores[c]).unwrap();
            assert_eq!(best, (n % 3) as usize);
        }
    }

    #[test]
    fn the_mean_of_equal_runs_is_one_of_them() {
        let keep = Keep { weights: 10_000, key_bits: 24, levels: 60 };
        let (one, other) = (learnt(), learnt());
        assert_eq!(Trainer::mean(3, [&one, &other].into_iter()).finish(&keep), one.finish(&keep));
        assert_eq!(Trainer::mean(3, [].into_iter()).features(), 0);
    }

    fn features(n: u32) -> [u32; 3] {
        [mix(1, n % 3), mix(2, n % 2), mix(3, n)]
    }

    /// Learns which of three classes a number modulo 3 falls in from hashed features.
    fn learnt() -> Trainer {
        let mut trainer = Trainer::new(3, 1);
        for n in (0..300).chain(0..300) {
            let mut scores = [0.0; MAX_CLASSES];
            trainer.score(&features(n), &mut scores);
            let guess = (0..3).fold(0, |a, b| if scores[b] > scores[a] { b } else { a });
            if guess != (n % 3) as usize {
                trainer.update(&features(n), (n % 3) as usize, 1.0);
                trainer.update(&features(n), guess, -1.0);
            }
            trainer.tick();
        }
        trainer
    }
}
