//! Recognising names: a structured perceptron with Viterbi decoding (Collins 2002) over IOB2 labels.
//!
//! Names are written with capitals, so only runs of capitalised words (with the small words that
//! link them) are decided at all. `runs` finds them, `clues` looks every word up, `others` brings in
//! what the article says of the same word elsewhere (context aggregation, Ratinov and Roth 2009),
//! `features` mixes it all, `recogniser` decides.

mod acronyms;
mod clues;
mod features;
mod labels;
#[cfg(feature = "train")]
mod learn;
mod others;
mod recogniser;
mod runs;

#[cfg(feature = "train")]
pub use learn::{Annotated, Kinds, NamesPlan, learn_names, runs_wrong};
pub use recogniser::names;
