//! What a word tells by itself: hashes of its form, its affixes, its shape, its cluster.

use super::{Cluster, Clusters};
use crate::linear::{mix, text_hash};
use crate::text::each_char;

/// A word's own features, worked out once and read by every template it takes part in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexical {
    /// Lower case, digits as 0.
    pub form: u32,
    /// Its last two, three and four bytes in lower case.
    pub suffix: [u32; 3],
    /// Its first three bytes in lower case.
    pub prefix: u32,
    /// See [`shape`].
    pub shape: u32,
    /// Its cluster.
    pub cluster: Cluster,
}

impl Lexical {
    /// Reads one token; `buffer` is scratch space and holds the lower-case form afterwards.
    pub fn new(clusters: &Clusters, form: &str, buffer: &mut String) -> Self {
        lower(form, buffer);
        // Digits fold only for the hash of the form: the cluster table knows years.
        let cluster = clusters.of(buffer);
        let digits = form.bytes().any(|b| b.is_ascii_digit());
        let hash = if digits {
            let folded = |h, b: u8| mix(h, if b.is_ascii_digit() { 48 } else { u32::from(b) });
            buffer.bytes().take(24).fold(1, folded)
        } else {
            text_hash(buffer)
        };
        let bytes = buffer.as_bytes();
        let pack = |part: &[u8]| part.iter().fold(0, |h, &b| h << 8 | u32::from(b));
        let last = |n: usize| pack(&bytes[bytes.len().saturating_sub(n)..]);
        Self {
            form: hash,
            suffix: [last(2), last(3), last(4)],
            prefix: pack(&bytes[..bytes.len().min(3)]),
            shape: shape(form),
            cluster,
        }
    }

    /// True if it begins with a capital.
    pub fn capital(&self) -> bool {
        self.shape & 1 != 0
    }

    /// True if it has a letter in lower case.
    pub fn has_lower(&self) -> bool {
        self.shape & 4 != 0
    }
}

/// Lower-cases into `buffer`.
pub fn lower(form: &str, buffer: &mut String) {
    buffer.clear();
    if form.is_ascii() {
        buffer.push_str(form);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(form.chars().flat_map(char::to_lowercase).map(|c| match c {
            '’' | '‘' | '´' | 'ʼ' => '\'',
            c => c,
        }));
    }
}

/// Bits: 1 begins with a capital, 2 another capital, 4 a small letter, 8 a digit, 16 a hyphen or slash, 32 a
/// full stop, 64 an apostrophe, 128 no letter and no digit, 256 a letter outside ASCII, 512 one letter only.
fn shape(form: &str) -> u32 {
    let mut bits = 0;
    let mut letters = 0;
    each_char(form, |i, c| {
        bits |= match c {
            'a'..='z' => 4,
            'A'..='Z' => {
                if i == 0 {
                    1
                } else {
                    2
                }
            }
            '0'..='9' => 8,
            '-' | '–' | '/' => 16,
            '.' => 32,
            '\'' | '’' | '‘' => 64,
            c if c.is_uppercase() => {
                if i == 0 {
                    257
                } else {
                    258
                }
            }
            c if c.is_alphabetic() => 260,
            _ => 0,
        };
        letters += u32::from(if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() });
    });
    bits | if letters == 0 {
        128
    } else if letters == 1 {
        512
    } else {
        0
    }
}
