//! F1: civil days, ranges of days and EDTF (ISO 8601-2), in no language.

mod period;
mod range;

pub use jiff::civil::Date;
pub use period::{Period, Season};
pub use range::DayRange;
