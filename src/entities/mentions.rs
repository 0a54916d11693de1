//! From labels to mentions and chains inside an article.

use super::{EntityType, Label, Mentions, find, metonyms, sieve};
use crate::english::English;
use crate::syntax::Parse;
use std::ops::Range;

/// Finds mentions and resolves coreference inside the article.
pub fn mentions(english: &English, parse: &Parse<'_>, mut labels: Vec<Label>) -> Mentions {
    let mut mentions = find::find(english, parse, &mut labels);
    metonyms::mark(english, parse, &mut mentions);
    let mut chains = sieve::resolve(english, parse, &mentions);
    let (chain, apart) = (chains.numbers(), chains.apart());
    Mentions { labels, mentions, chain, why: chains.why, apart }
}

/// The tokens of each name that the recogniser took for a person's.
pub fn people(labels: &[Label]) -> Vec<Range<usize>> {
    let begins = |t: &usize| labels[*t] == Label::Begin(EntityType::Person);
    (0..labels.len()).filter(begins).map(|t| t..find::run_end(labels, t)).collect()
}
