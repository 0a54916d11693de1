//! F6: who says what: attribution, stance, quantities, slots.

mod claim;
mod find;

pub use claim::{
    Bound, Claim, Cue, Modality, Mode, Participant, Polarity, Proposition, Quantity, Slot, SlotName, Source, SourceKind,
};
pub use find::find;
