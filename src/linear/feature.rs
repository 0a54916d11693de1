//! Features are 32-bit hashes: a template's number mixed with its values (Weinberger et al. 2009).

/// Odd, near 2^32 over the golden ratio.
const GOLDEN: u32 = 0x9E37_79B1;

/// Adds one value to a feature. Start from the template's number.
#[inline(always)]
pub const fn mix(feature: u32, value: u32) -> u32 {
    (feature.rotate_left(5) ^ value).wrapping_mul(GOLDEN)
}

/// The hash of a word, affix or shape, as a value for [`mix`].
#[inline]
pub fn text_hash(text: &str) -> u32 {
    let mut h = text.len() as u32;
    let mut chunks = text.as_bytes().chunks_exact(4);
    for c in &mut chunks {
        h = mix(h, u32::from_le_bytes([c[0], c[1], c[2], c[3]]));
    }
    let mut tail = 0;
    for &b in chunks.remainder() {
        tail = tail << 8 | u32::from(b);
    }
    let h = mix(h, tail);
    h ^ h >> 15
}

/// The part of a feature that a model of `bits`-bit keys tells apart; never 0.
#[inline(always)]
pub(super) const fn key(feature: u32, bits: u32) -> u32 {
    let h = (feature ^ feature >> 16).wrapping_mul(0x85EB_CA6B);
    let key = (h ^ h >> 13).wrapping_mul(GOLDEN) >> (32 - bits);
    if key == 0 { 1 } else { key }
}
