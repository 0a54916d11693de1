//! English word tables of the stage `reader`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct ReaderWords {}
