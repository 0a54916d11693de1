//! F1: the linear model: hashed features, quantised weights, scoring.
//!
//! [`Model`] is what ships: it reads weights from bytes and adds up rows; [`Vectors`] reads those of words. Learning
//! (`Trainer`, the mean of several runs of it, `Dice`, `conllu`) exists only with the feature `train`.

mod coder;
#[cfg(feature = "train")]
pub mod conllu;
#[cfg(feature = "train")]
mod dice;
mod dot;
mod feature;
mod format;
mod model;
#[cfg(feature = "train")]
mod runs;
mod symbols;
#[cfg(feature = "train")]
mod trainer;
pub mod vectors;

pub use dot::dot;
pub use feature::{mix, text_hash};
pub use model::{MAX_CLASSES, Model, Scores, best};
pub use symbols::Symbols;
#[cfg(any(test, feature = "train"))]
pub use symbols::Writer;
pub use vectors::{Vector, Vectors};
#[cfg(feature = "train")]
pub use {
    dice::Dice,
    runs::{Passes, Run, mean, mean_of_runs, stride},
    trainer::{Keep, Trainer},
};
