//! From labels to mentions and chains inside an article.

use super::{Label, Mentions, find, metonyms, sieve};
use crate::english::English;
use crate::syntax::Parse;

/// Finds mentions and resolves coreference inside the article.
pub fn mentions(english: &English, parse: &Parse<'_>, mut labels: Vec<Label>) -> Mentions {
    let mut mentions = find::find(english, parse, &mut labels);
    metonyms::mark(english, parse, &mut mentions);
    let (chain, why) = sieve::resolve(english, parse, &mentions);
    Mentions { labels, mentions, chain, why }
}
