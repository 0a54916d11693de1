//! F3: UPOS tags, morphological features and lemmas.

mod tag;
mod tagger;

pub use tag::{Feats, Tags, Upos};
pub use tagger::tag;
