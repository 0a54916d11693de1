//! F6: who says what: attribution, stance, quantities, slots.

mod attribute;
mod carry;
mod claim;
mod find;
mod number;
mod outline;
mod predicates;
mod propositions;
mod quantity;
mod quotes;
mod slots;
mod source;
mod stance;
mod surface;
#[cfg(test)]
mod testing;

pub use claim::*;
pub use find::find;
pub use quantity::uncounted;
