//! F6: events, their times, and the timeline of all articles.

mod event;
mod find;
mod timeline;

pub use event::{Entry, EntryMention, Event, Timeline};
pub use find::find;
pub use timeline::{ArticleTimes, timeline};
