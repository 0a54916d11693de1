//! F4: temporal expressions (TIMEX3), found by rules, then resolved.

mod atoms;
mod beside;
mod calendar;
mod find;
mod heading;
mod holidays;
mod lexicon;
mod meaning;
mod narrow;
mod numbers;
mod pattern;
mod point;
mod publication;
mod resolve;
#[cfg(test)]
mod rule_tests;
mod span;
mod story;
mod timex;

pub use find::{find, leave_names};
pub use meaning::{Amount, Era, Flag, Meaning, Modifier, Rel, Unit, Way};
pub use publication::publication;
pub use resolve::{SELF, resolve, shifted};
pub use timex::{Anchor, Basis, Timex, TimexKind};
