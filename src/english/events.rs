//! English word tables of the stage `events`.

/// Words that the stage needs.
#[derive(Debug, Default)]
pub struct EventsWords {}
