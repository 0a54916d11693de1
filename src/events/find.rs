//! From parsed sentences to event mentions.

use super::Event;
use crate::english::English;
use crate::entities::Mentions;
use crate::syntax::Parse;
use crate::times::Timex;

/// The events of an article in text order.
pub fn find(_english: &English, _parse: &Parse<'_>, _mentions: &Mentions, _timexes: &[Timex]) -> Vec<Event> {
    Vec::new()
}
