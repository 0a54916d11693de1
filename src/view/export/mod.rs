//! The findings as a file to keep, in the formats that other tools read.

mod annotation;
mod csv;
mod json;
mod markdown;
mod report;
mod review;
mod tei;
mod timeml;
mod xml;

use super::{Error, ErrorCode, View};
use report::Report;

type Write = fn(&Report<'_>) -> String;

/// Name of each format and what writes it.
const FORMATS: [(&str, Write); 7] = [
    ("json", json::write),
    ("csv", csv::write),
    ("markdown", markdown::write),
    ("timeml", timeml::write),
    ("webannotation", annotation::write),
    ("tei", tei::write),
    ("claimreview", review::write),
];

impl View {
    /// The findings in one of the formats `json`, `csv` (RFC 4180), `markdown`, `timeml` (TimeML 1.2.1),
    /// `webannotation` (W3C Web Annotation, JSON-LD), `tei` (TEI P5, critical apparatus) and `claimreview` (schema.org
    /// drafts without a rating).
    ///
    /// # Errors
    /// `unknown-option` for any other format.
    pub fn export(&mut self, format: &str) -> Result<String, Error> {
        let Some((_, write)) = FORMATS.iter().find(|(name, _)| *name == format) else {
            let message = format!("`{format}` is no export format; use {}.", FORMATS.map(|(name, _)| name).join(", "));
            return Err(Error::new(ErrorCode::UnknownOption, message));
        };
        Ok(write(&Report::of(self)?))
    }
}
