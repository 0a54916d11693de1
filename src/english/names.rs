//! English word tables of the stage `names`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct NamesWords {}
