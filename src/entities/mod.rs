//! F5: names, mentions, coreference, and entities across articles.

mod assemble;
mod bearers;
mod bodies;
mod bodies_alike;
mod brackets;
mod chains;
mod correct;
mod deeds;
mod described;
mod edges;
mod entity;
mod find;
mod kinds;
mod mentions;
mod metonyms;
mod names;
mod names_alike;
mod neighbours;
mod offices;
mod profile;
mod pronouns;
mod relatives;
mod same_name;
mod sieve;
mod sounds;
mod spelling;
mod structure;
mod unite;
mod votes;

pub use correct::{Correction, Part};
pub use entity::{Entities, Entity, EntityId, EntityType, Label, Mention, MentionKind, Mentions, Role, Union};
pub use mentions::{mentions, people};
pub use names::names;
#[cfg(feature = "train")]
pub use names::{Annotated, Kinds, NamesPlan, learn_names, runs_wrong};
pub use same_name::{SameName, same_name};
pub use unite::unite;
