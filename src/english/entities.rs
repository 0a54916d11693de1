//! English word tables of the stage `entities`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct EntitiesWords {}
