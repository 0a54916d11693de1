//! English word tables of the stage `tokens`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct TokensWords {}
