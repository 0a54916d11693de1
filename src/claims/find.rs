//! From parsed sentences to claims.

use super::Claim;
use crate::english::English;
use crate::entities::Mentions;
use crate::syntax::Parse;
use crate::times::Timex;

/// The claims of an article in text order.
pub fn find(_english: &English, _parse: &Parse<'_>, _mentions: &Mentions, _timexes: &[Timex]) -> Vec<Claim> {
    Vec::new()
}
