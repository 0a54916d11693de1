//! F3: UPOS tags, morphological features and lemmas.
//!
//! [`Lexical`] is what a word tells by itself (its [`Cluster`] among it), `features` what its
//! neighbours add, `tagger` the greedy pass, `lemma` the rules of endings; [`Similarity`] tells how alike lemmas are.

mod clusters;
#[cfg(feature = "train")]
mod conllu;
mod features;
#[cfg(feature = "train")]
mod learn;
mod lemma;
mod lexical;
mod similarity;
mod tag;
mod tagger;

pub use clusters::{Cluster, Clusters};
pub use lexical::{Lexical, lower};
pub use similarity::{Similarity, WordIx};
pub use tag::{Feats, Tags, Upos};
pub use tagger::{Tagger, class, of_classes, tag};
#[cfg(feature = "train")]
pub use {
    clusters::write_clusters,
    learn::*,
    similarity::{Likeness, write_similarity},
};
