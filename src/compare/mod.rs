//! F7: dependence of articles, alignment of claims, relations with their reasons.

mod align;
mod dependence;
mod diff;

pub use align::align;
pub use dependence::{Dependence, Kinship, dependence};
pub use diff::{ArticleClaims, Diff, DiffersIn, Group, Member, Relation, Side, SlotKind, Strength};
