//! Vectors in few bytes. Each number is guessed from the mean of the vectors that were read before it in its group; stored is
//! by how many steps it differs, which is seldom more than one. Two numbers make one symbol, coded by how far behind
//! they stand: the numbers of a vector are to be given from the one that varies most to the one that varies least. Whole
//! numbers only, so that every reader guesses alike.

use super::symbols::Symbols;

/// Numbers of a vector.
pub const NUMBERS: usize = 96;
/// A vector of length one.
pub type Vector = [f32; NUMBERS];

/// What one step is.
const STEP: i32 = 16;
/// No number lies more steps off.
const MOST: i32 = 3;
const LEVELS: i32 = 2 * MOST + 1;
/// Pairs of numbers that share a context.
const SHARE: usize = 3;
/// A group's mean is weighed as if it had so many vectors of zeros more.
const DOUBT: i32 = 2;

/// How often vectors are written, each time by the costs of the time before.
#[cfg(any(test, feature = "train"))]
const PASSES: usize = 4;

/// The contexts that vectors want of [`Symbols`], and the symbols of each.
pub const CONTEXTS: (usize, usize) = (NUMBERS.div_ceil(2 * SHARE), (LEVELS * LEVELS) as usize);

/// Vectors, as read.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    numbers: Vec<i8>,
}

/// What was read of a group.
struct Group {
    sums: [i32; NUMBERS],
    vectors: i32,
}

impl Group {
    const EMPTY: Self = Self { sums: [0; NUMBERS], vectors: 0 };

    /// What a vector of the group is expected to be.
    fn guess(&self) -> [i32; NUMBERS] {
        let share = (1 << 16) / (self.vectors + DOUBT);
        self.sums.map(|s| (s * share) >> 16)
    }

    fn add(&mut self, v: &[i8]) {
        // So many vectors tell the mean; sums stay small.
        if self.vectors < 200 {
            self.sums.iter_mut().zip(v).for_each(|(s, &x)| *s += i32::from(x));
            self.vectors += 1;
        }
    }
}

/// A number so many steps from what it was guessed to be.
fn number(guess: i32, steps: i32) -> i8 {
    (guess + STEP * steps).clamp(-127, 127) as i8
}

impl Vectors {
    /// Reads a vector for each of `groups`, in which those of one group stand together; the first context is `context`.
    pub fn read(symbols: &mut Symbols<'_>, context: usize, groups: &[u16]) -> Self {
        let mut numbers = Vec::with_capacity(groups.len() * NUMBERS);
        let (mut group, mut last) = (Group::EMPTY, None);
        for &of in groups {
            if last != Some(of) {
                (group, last) = (Group::EMPTY, Some(of));
            }
            let mut v = [0i8; NUMBERS];
            let guess = group.guess();
            for (pair, (v, guess)) in v.chunks_exact_mut(2).zip(guess.chunks_exact(2)).enumerate() {
                let symbol = i32::from(symbols.next(context + pair / SHARE));
                v[0] = number(guess[0], symbol / LEVELS - MOST);
                v[1] = number(guess[1], symbol % LEVELS - MOST);
            }
            group.add(&v);
            numbers.extend(v);
        }
        Self { numbers }
    }

    /// The vector of that place, of length one; of zeros if there is none.
    pub fn get(&self, place: usize) -> Vector {
        let mut v = [0f32; NUMBERS];
        let from = self.numbers.get(place * NUMBERS..).unwrap_or_default();
        v.iter_mut().zip(from).for_each(|(x, &n)| *x = f32::from(n));
        let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        v.map(|x| x / length)
    }
}

/// Writes vectors so that [`Vectors::read`] reads what is near them: `scale` units is a length of one, and a bit may cost `price` of
/// a step squared in exactness.
#[cfg(any(test, feature = "train"))]
pub fn write(writer: &mut super::Writer, context: usize, vectors: &[(u16, Vector)], scale: f32, price: f32) {
    let (contexts, size) = CONTEXTS;
    let steps = |symbol: usize| [symbol as i32 / LEVELS - MOST, symbol as i32 % LEVELS - MOST];
    // At first what is farther off is dearer; then as often as it was chosen.
    let far = |symbol: usize| steps(symbol).iter().map(|s| 1.5 * s.abs() as f32 + f32::from(u8::from(*s != 0))).sum();
    let mut bits: Vec<Vec<f32>> = vec![(0..size).map(far).collect(); contexts];
    let mut own = super::Writer::default();
    for _ in 0..PASSES {
        own = super::Writer::default();
        let (mut group, mut last) = (Group::EMPTY, None);
        for (of, vector) in vectors {
            if last != Some(*of) {
                (group, last) = (Group::EMPTY, Some(*of));
            }
            let guess = group.guess();
            let mut read = [0i8; NUMBERS];
            for pair in 0..NUMBERS / 2 {
                let at = pair / SHARE;
                let cost = |symbol: &usize| -> f32 {
                    let off = |k: usize| {
                        let x = number(guess[2 * pair + k], steps(*symbol)[k]);
                        ((vector[2 * pair + k] * scale - f32::from(x)) / STEP as f32).powi(2)
                    };
                    off(0) + off(1) + price * bits[at][*symbol]
                };
                let best = (0..size).min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or(0);
                own.push(context + at, best as u8);
                for k in 0..2 {
                    read[2 * pair + k] = number(guess[2 * pair + k], steps(best)[k]);
                }
            }
            group.add(&read);
        }
        for (at, bits) in bits.iter_mut().enumerate() {
            let counts = own.counts(context + at, size);
            let all = counts.iter().sum::<u32>() as f32 + size as f32 * 0.1;
            *bits = counts.iter().map(|&n| (all / (n as f32 + 0.1)).log2()).collect();
        }
    }
    writer.append(own);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Writer, dot};

    #[test]
    fn what_is_read_is_near() {
        let group = |i: usize| (i / 20) as u16;
        let number = |i: usize, k: usize| (((i / 20 * 7 + k * 13) % 29) as f32 + ((i * 11 + k * 5) % 17) as f32) - 22.0;
        let vector = |i: usize| -> Vector {
            let v: Vector = std::array::from_fn(|k| number(i, k));
            let length = dot(&v, &v).sqrt();
            v.map(|x| x / length)
        };
        let all: Vec<(u16, Vector)> = (0..300).map(|i| (group(i), vector(i))).collect();
        let mut writer = Writer::default();
        write(&mut writer, 0, &all, 114.0, 0.1);
        let bytes = writer.bytes(&[CONTEXTS]);
        assert!(bytes.len() < 300 * 24, "{}", bytes.len());
        let groups: Vec<u16> = (0..300).map(group).collect();
        let read = Vectors::read(&mut Symbols::new(&[CONTEXTS], &bytes), 0, &groups);
        let near = |i: usize| dot(&read.get(i), &vector(i));
        let mean = (0..300).map(near).sum::<f32>() / 300.0;
        assert!(mean > 0.85, "{mean}");
        assert_eq!(read.get(300), [0.0; NUMBERS]);
    }
}
