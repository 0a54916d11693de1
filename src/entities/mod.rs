//! F5: names, mentions, coreference, and entities across articles.

mod entity;
mod mentions;
mod names;
mod same_name;
mod unite;

pub use entity::{Entities, Entity, EntityType, Label, Mention, MentionKind, Mentions, Role, Union};
pub use mentions::mentions;
pub use names::names;
pub use same_name::{SameName, same_name};
pub use unite::{Correction, unite};
