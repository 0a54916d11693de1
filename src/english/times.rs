//! English word tables of the stage `times`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct TimesWords {}
