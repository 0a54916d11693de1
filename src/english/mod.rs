//! F1: all that is English. No other folder names a word; this one imports nothing of ours.
//!
//! One struct of word tables per consuming stage, built once and passed in.

mod claims;
mod compare;
mod entities;
mod events;
mod names;
mod reader;
mod tags;
mod times;
mod tokens;
mod words;

pub use words::English;
