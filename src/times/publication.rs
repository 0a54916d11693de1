//! The publication date as the body's own words allow it.

use super::Timex;
use crate::articles::{Basis, Published};
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::tokens::Tokens;

/// The publication date as the body's own words allow it, where the reader found none.
pub fn publication(_english: &English, _text: &str, _tokens: &Tokens, found: &[Timex], read: &Published) -> Published {
    if read.basis != Basis::Unknown {
        return read.clone();
    }
    // It came out no earlier than the newest day that it tells in full; other articles may tell more.
    let full = |t: &Timex| {
        let m = &t.meaning;
        let year = i16::try_from(m.year.filter(|_| !m.short_year)?).ok()?;
        let day = Date::new(year, i8::try_from(m.month?).ok()?, i8::try_from(m.day?).ok()?).ok()?;
        Some((day, t.span))
    };
    let Some((day, span)) = found.iter().filter_map(full).max() else { return read.clone() };
    let range = DayRange { earliest: Some(day), latest: None, edtf: format!("{day}/..") };
    Published { range, basis: Basis::Inferred, evidence: vec![span] }
}
