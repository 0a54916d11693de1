//! An additive model of yes or no: each trait of a thing falls into one of few bins, each bin has a weight, and the sum
//! gives the odds (logistic regression over indicators; Hastie and Tibshirani 1990 call the like generalised additive).
//!
//! Written as lines a person can read: the name of the trait, then the weight of each of its bins.

/// Weights in the file are hundredths of the natural logarithm of the odds.
const UNIT: f32 = 0.01;

/// The bin of a trait that is not known: it weighs nothing.
pub(super) const UNKNOWN_BIN: u8 = u8::MAX;

/// The weights of some traits, in the order in which their bins are given.
#[derive(Clone, Debug, Default)]
pub struct Additive {
    rows: Vec<Vec<f32>>,
}

impl Additive {
    /// Reads the lines that begin with `prefix` and a trait's name; traits that no line names weigh nothing.
    pub fn read(file: &str, prefix: &str, names: &[&str]) -> Self {
        let mut rows = vec![Vec::new(); names.len()];
        for line in file.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let Some(name) = cells.next().and_then(|c| c.strip_prefix(prefix)) else { continue };
            if let Some(i) = names.iter().position(|n| *n == name) {
                rows[i] = cells.map(|c| c.parse::<i16>().map_or(0.0, |w| f32::from(w) * UNIT)).collect();
            }
        }
        Self { rows }
    }

    /// The probability of yes.
    pub fn probability(&self, bins: &[u8]) -> f32 {
        let weight = |(row, &bin): (&Vec<f32>, &u8)| row.get(usize::from(bin)).copied().unwrap_or(0.0);
        let odds: f32 = self.rows.iter().zip(bins).map(weight).sum();
        1.0 / (1.0 + (-odds).exp())
    }

    /// The lines that [`Additive::read`] reads; bins at the end that weigh nothing are left out.
    #[cfg(feature = "train")]
    pub fn write(&self, prefix: &str, names: &[&str]) -> String {
        let mut out = String::new();
        for (name, row) in names.iter().zip(&self.rows) {
            let mut cells: Vec<i32> = row.iter().map(|w| (w / UNIT).round() as i32).collect();
            while cells.last() == Some(&0) {
                cells.pop();
            }
            if !cells.is_empty() {
                let cells: Vec<String> = cells.iter().map(i32::to_string).collect();
                out += &format!("{prefix}{name}\t{}\n", cells.join("\t"));
            }
        }
        out
    }

    /// Learns weights from examples: bins, whether yes, and how much each counts. `hold` draws the weights towards nothing
    /// (the penalty on their squares). Adagrad over the whole set, so the same examples give the same weights.
    #[cfg(feature = "train")]
    pub fn learn(examples: &[(&[u8], bool, f32)], hold: f32) -> Self {
        const ROUNDS: usize = 200;
        let traits = examples.iter().map(|e| e.0.len()).max().unwrap_or(0);
        let widest = |i: usize| {
            examples
                .iter()
                .filter_map(|e| e.0.get(i))
                .filter(|b| **b != UNKNOWN_BIN)
                .max()
                .map_or(0, |&b| usize::from(b) + 1)
        };
        let mut model = Self { rows: (0..traits).map(|i| vec![0.0; widest(i)]).collect() };
        let mut seen: Vec<Vec<f32>> = model.rows.iter().map(|r| vec![1e-6; r.len()]).collect();
        for _ in 0..ROUNDS {
            let mut slope: Vec<Vec<f32>> = model.rows.iter().map(|r| r.iter().map(|w| hold * w).collect()).collect();
            for &(bins, yes, counts) in examples {
                let miss = (model.probability(bins) - f32::from(u8::from(yes))) * counts;
                for (&b, row) in bins.iter().zip(&mut slope) {
                    if let Some(slope) = row.get_mut(usize::from(b)) {
                        *slope += miss;
                    }
                }
            }
            for ((row, slope), seen) in model.rows.iter_mut().zip(slope).zip(&mut seen) {
                for ((w, g), s) in row.iter_mut().zip(slope).zip(seen) {
                    *s += g * g;
                    *w -= 0.3 * g / s.sqrt();
                }
            }
        }
        model
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_by_name() {
        let file = "# a card\nmatter deed\t-200\t0\t200\nother deed\t900\n";
        let model = Additive::read(file, "matter ", &["place", "deed"]);
        let about = |bins: &[u8]| (model.probability(bins) * 100.0).round() as i32;
        assert_eq!([about(&[9, 0]), about(&[0, 1]), about(&[0, 2]), about(&[0, 77])], [12, 50, 88, 50]);
    }
}
