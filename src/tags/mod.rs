//! F3: UPOS tags, morphological features and lemmas.

#[cfg(feature = "train")]
mod conllu;
mod tag;
mod tagger;

pub use tag::{Feats, Tags, Upos};
pub use tagger::tag;
