//! F4: temporal expressions (TIMEX3), found by rules, then resolved.

mod find;
mod resolve;
mod timex;

pub use find::find;
pub use resolve::{publication, resolve};
pub use timex::{Anchor, Basis, Modifier, Timex, TimexKind};
