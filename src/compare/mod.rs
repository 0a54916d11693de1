//! F7: dependence of articles, alignment of claims, relations with their reasons.

mod align;
mod candidates;
mod dependence;
mod diff;
mod facts;
mod group;
mod lexis;
mod lineage;
mod relate;
mod story;

pub use align::align;
pub use dependence::{Dependence, Kinship, dependence};
pub use diff::{ArticleClaims, Diff, DiffersIn, Group, Member, Relation, Side, SlotKind, Strength};
pub use story::apart_in_time;
