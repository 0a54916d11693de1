//! F5: names, mentions, coreference, and entities across articles.

mod bodies;
mod chains;
mod entity;
mod find;
mod mentions;
mod metonyms;
mod names;
mod names_alike;
mod neighbours;
mod offices;
mod pronouns;
mod same_name;
mod sieve;
mod structure;
mod unite;

pub use entity::{Entities, Entity, EntityType, Label, Mention, MentionKind, Mentions, Role, Union};
pub use mentions::mentions;
pub use names::names;
pub use same_name::{SameName, same_name};
pub use unite::{Correction, unite};
