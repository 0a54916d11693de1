//! F6: who says what: attribution, stance, quantities, slots.

mod attribute;
mod carry;
mod claim;
mod find;
mod outline;
mod propositions;
mod quantity;
mod quotes;
mod source;
mod stance;
mod surface;
#[cfg(test)]
mod testing;

pub use claim::{
    Bound, Claim, Cue, Modality, Mode, Participant, Polarity, Proposition, Quantity, Slot, SlotName, Source, SourceKind,
};
pub use find::find;
