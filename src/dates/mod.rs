//! F1: civil days, ranges of days and EDTF (ISO 8601-2), in no language.

mod range;

pub use jiff::civil::Date;
pub use range::DayRange;
