//! Chance for learning, always the same for the same seed.

/// A small generator (Numerical Recipes): training needs no better.
#[derive(Clone, Copy, Debug)]
pub struct Dice(pub u32);

impl Dice {
    /// A number below `n`.
    pub fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(self.0) * u64::from(n)) >> 32) as u32
    }
}
