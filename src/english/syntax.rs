//! English tables of the stage `syntax`.

/// What the stage needs.
#[derive(Debug)]
pub struct SyntaxWords {
    /// The parser's weights (`weights/parser.md` says what they were learnt from).
    pub weights: &'static [u8],
}

impl Default for SyntaxWords {
    fn default() -> Self {
        Self { weights: include_bytes!("weights/parser.bin") }
    }
}
