//! What could not be read or was left out, told in a sentence.

use super::Span;

/// A remark of a stage about its input. Analysis never fails; it notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Stable code in kebab-case, such as `not-english`.
    pub code: &'static str,
    /// A sentence for the reader that says what to do.
    pub message: String,
    /// Where, if it is about a place in the text.
    pub span: Option<Span>,
}
