//! F9: plain serialisable structs for JavaScript, offsets in UTF-16. The only serialisable types.

mod build;
mod bundle;
mod claim;
mod contract;
mod correct;
mod error;
mod export;
mod notes;
mod time;

pub use build::{MAX_INPUT, View, label, same_name};
pub use contract::*;
pub use error::{Error, ErrorCode};
