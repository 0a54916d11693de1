//! F3: UPOS tags, morphological features and lemmas.
//!
//! [`Lexical`] is what a word tells by itself (its [`Cluster`] among it), `features` what its
//! neighbours add, `tagger` the greedy pass, `lemma` the rules of endings.

mod clusters;
#[cfg(feature = "train")]
mod conllu;
mod features;
#[cfg(feature = "train")]
mod learn;
mod lemma;
mod lexical;
mod tag;
mod tagger;

pub use clusters::{Cluster, Clusters};
pub use lexical::{Lexical, lower};
pub use tag::{Feats, Tags, Upos};
pub use tagger::{Tagger, class, of_classes, tag};
#[cfg(feature = "train")]
pub use {clusters::write_clusters, learn::*};
