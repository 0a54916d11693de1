//! English word tables of the stage `tags`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct TagsWords {}
