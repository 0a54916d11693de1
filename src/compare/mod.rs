//! F7: dependence of articles, alignment of claims, relations with their reasons.

mod additive;
mod ages;
mod aims;
mod align;
mod bonds;
mod calendar;
mod candidates;
mod clauses;
mod counts;
mod dependence;
mod diff;
mod facts;
mod group;
mod happenings;
mod lexis;
mod likeness;
mod lineage;
mod lines;
mod matter;
mod measures;
mod members;
mod neighbours;
mod nominal;
mod phrase;
mod relate;
mod rules;
mod setting;
mod settle;
mod shallow;
mod shown;
mod sides;
mod story;
mod surroundings;
mod terms;
mod twins;
mod versions;

pub use additive::Additive;
pub use align::align;
pub use dependence::{Dependence, Kinship, dependence};
pub use diff::{ArticleClaims, Diff, DiffersIn, Group, Member, Relation, Side, SlotKind, Strength};
#[cfg(feature = "train")]
pub use diff::{BONDS, Example, FIGURES, TRAITS};
pub use story::apart_in_time;

/// Kinds of happenings that are told by the number of those they befell.
const TOLLS: [&str; 8] = ["death", "injury", "missing", "arrest", "rescue", "release", "evacuate", "dismissal"];
