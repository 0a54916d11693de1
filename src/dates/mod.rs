//! F1: civil days, ranges of days and EDTF (ISO 8601-2), in no language.

mod clock;
mod date;
mod period;
mod range;

pub use clock::instant;
pub use date::{Date, NoSuchDay, Span, ToSpan, Weekday};
pub use period::{Period, Season};
pub use range::DayRange;
