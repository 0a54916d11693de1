//! English word tables of the stage `compare`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct CompareWords {}
