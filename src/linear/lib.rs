//! F1: the linear model: hashed features, quantised weights, scoring.
//!
//! [`Model`] is what ships: it reads weights from bytes and adds up rows. Learning (`Trainer`, the mean of several runs of
//! it, `Dice`, `conllu`) exists only with the feature `train`.

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
#[cfg(feature = "train")]
mod trainer;

pub use dot::dot;
pub use feature::{mix, text_hash};
pub use model::{MAX_CLASSES, Model, Scores, best};
#[cfg(feature = "train")]
pub use {
    dice::Dice,
    runs::{Passes, Run, mean, mean_of_runs, stride},
    trainer::{Keep, Trainer},
};
