//! F1: all that is English. No other folder names a word; this one imports nothing of ours.
//! One struct of word tables per consuming stage, built once and passed in.

mod bodies;
mod claim_kinds;
mod claims;
mod compare;
pub mod compare_say;
mod decimal;
mod entities;
mod event_kinds;
mod event_steps;
pub mod events;
mod lines;
pub mod list;
pub mod moods;
mod name_parts;
pub mod names;
mod people;
mod places;
pub mod reader;
mod reasons;
mod roles;
mod spelling;
mod states;
mod syntax;
mod tags;
mod time_rules;
pub mod time_steps;
pub mod times;
pub mod tokens;
mod words;

pub use claim_kinds::{Effect, Nominal, NominalKind, NumberBound, Reports, SlotCue, Sureness, Turn};
pub use claims::ClaimsWords;
pub use compare::{CompareWords, Concept, Kind, MEANINGS};
pub use decimal::{decimal, figures};
pub use entities::{EntitiesWords, Noun, Pronoun};
pub use people::Gender;
pub use places::{Place, PlaceKind};
pub use reasons::Reasons;
pub use roles::Tenure;
pub use spelling::{LONGEST_GROUP, Spelling};
pub use words::English;
