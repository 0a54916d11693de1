//! English word tables of the stages `tags` and `syntax`.

/// Words that the stages need.
#[derive(Debug)]
pub struct TagsWords {
    /// Word clusters; see `tags/clusters.rs` for the format.
    pub clusters: &'static [u8],
    /// How alike lemmas are; see `tags/similarity.rs` for the format.
    pub similarity: &'static [u8],
    /// The tagger's classes and weights.
    pub tagger: &'static [u8],
    /// Rules of endings that yield lemmas.
    pub lemmas: &'static str,
}

impl Default for TagsWords {
    fn default() -> Self {
        Self {
            clusters: include_bytes!("weights/clusters.bin"),
            similarity: include_bytes!("weights/similarity.bin"),
            tagger: include_bytes!("weights/tagger.bin"),
            lemmas: include_str!("weights/lemmas.tsv"),
        }
    }
}
