//! One person or place, two spellings?

use crate::english::English;

/// Whether two written names can be one name, how surely, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct SameName {
    /// The verdict.
    pub same: bool,
    /// 0 to 1.
    pub score: f64,
    /// In words.
    pub why: String,
}

/// Compares two names as written.
pub fn same_name(_english: &English, a: &str, b: &str) -> SameName {
    let same = a.trim() == b.trim();
    SameName { same, score: f64::from(same), why: if same { "same spelling" } else { "different spelling" }.to_owned() }
}
