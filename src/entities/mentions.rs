//! From labels to mentions and chains inside an article.

use super::{Label, Mentions};
use crate::english::English;
use crate::syntax::Parse;

/// Finds mentions and resolves coreference inside the article.
pub fn mentions(_english: &English, _parse: &Parse<'_>, labels: Vec<Label>) -> Mentions {
    Mentions { labels, ..Mentions::default() }
}
