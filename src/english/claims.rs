//! English word tables of the stage `claims`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct ClaimsWords {}
