//! F6: events, their times, and the timeline of all articles.

mod accuse;
mod between;
mod clocks;
mod deeds;
mod event;
mod find;
mod floating;
mod identity;
mod known;
mod labels;
mod links;
mod mood;
mod nearest;
mod network;
mod offsets;
mod once;
mod order;
mod place;
mod planned;
mod publish;
mod recalled;
mod shared;
mod subjects;
mod timeline;
mod traits;
mod undated;
mod unite;
mod whom;
mod working;

pub use event::{Entry, EntryMention, Event, Timeline, Told};
pub use find::find;
pub use timeline::{ArticleTimes, timeline};
