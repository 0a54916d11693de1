//! Byte offsets to UTF-16 offsets, prepared in one pass over the text.

use super::Span;

/// One checkpoint per this many bytes; a look-up then walks at most so far.
const STEP: usize = 64;

/// Maps byte offsets of one text to UTF-16 code units.
#[derive(Clone, Debug, Default)]
pub struct Utf16 {
    /// UTF-16 offset at the first character border at or after byte `i * STEP`.
    checkpoints: Vec<(u32, u32)>,
    ascii: bool,
}

impl Utf16 {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { checkpoints: Vec::new(), ascii: true };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (byte, c) in text.char_indices() {
            if byte >= checkpoints.len() * STEP {
                checkpoints.push((byte as u32, units));
            }
            units += c.len_utf16() as u32;
        }
        Self { checkpoints, ascii: false }
    }

    /// The UTF-16 offset of a byte offset; `text` is the text it was made from.
    pub fn at(&self, text: &str, byte: u32) -> u32 {
        if self.ascii {
            return byte;
        }
        let k = self.checkpoints.partition_point(|&(b, _)| b <= byte);
        let (from, units) = if k == 0 { (0, 0) } else { self.checkpoints[k - 1] };
        let between = text.get(from as usize..byte as usize).unwrap_or("");
        units + between.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }

    /// The byte offset of a UTF-16 offset, the other way round; past the end it is the end, inside a pair its begin.
    pub fn byte(&self, text: &str, unit: u32) -> usize {
        if self.ascii {
            return (unit as usize).min(text.len());
        }
        let k = self.checkpoints.partition_point(|&(_, u)| u <= unit);
        let (from, mut units) = if k == 0 { (0, 0) } else { self.checkpoints[k - 1] };
        let rest = text.get(from as usize..).unwrap_or("");
        for (byte, c) in rest.char_indices() {
            units += c.len_utf16() as u32;
            if units > unit {
                return from as usize + byte;
            }
        }
        text.len()
    }

    /// Both ends of a span in UTF-16 units.
    pub fn span(&self, text: &str, span: Span) -> (u32, u32) {
        (self.at(text, span.start), self.at(text, span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets() {
        let long = "é😀x".repeat(100);
        for text in ["", "abc", "a\u{a0}b“c”", "😀 Tu\u{308}rkiye", "العربية x", long.as_str()] {
            let map = Utf16::new(text);
            let mut units = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(map.at(text, byte as u32), units, "{text:?} at {byte}");
                assert_eq!(map.byte(text, units), byte, "{text:?} back to {byte}");
                units += c.len_utf16() as u32;
            }
            assert_eq!(map.at(text, text.len() as u32), units, "{text:?} end");
            assert_eq!(map.byte(text, units), text.len(), "{text:?} back to the end");
            assert_eq!(map.byte(text, units + 9), text.len(), "{text:?} past the end");
        }
    }
}
