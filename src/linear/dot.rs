//! The product of two vectors.

/// Numbers that are multiplied and added side by side, as one instruction does.
const LANES: usize = 4;

/// The sum of the products of what stands in one place; the longer vector is cut.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let length = a.len().min(b.len());
    let (a, b) = (&a[..length], &b[..length]);
    let mut sums = [0f32; LANES];
    let (mut a, mut b) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    for (x, y) in a.by_ref().zip(b.by_ref()) {
        for lane in 0..LANES {
            sums[lane] += x[lane] * y[lane];
        }
    }
    let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn products_are_added() {
        let a: Vec<f32> = (0..10u8).map(f32::from).collect();
        assert_eq!(super::dot(&a, &a), 285.0);
        assert_eq!(super::dot(&a, &[2.0; 3]), 0.0 + 2.0 + 4.0);
        assert_eq!(super::dot(&[], &a), 0.0);
    }
}
