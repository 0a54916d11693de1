//! A short print of an article's words, by which near-duplicates are known.

use super::Article;
use crate::text::{BlockKind, word_hash};

/// Words of one shingle.
const SHINGLE: usize = 4;
/// Shingles kept: those with the smallest hashes (Broder's bottom-k sketch).
const KEPT: usize = 64;
/// Resemblance from which on two articles are nearly the same.
const SAME: f64 = 0.8;
/// Prints of fewer shingles tell nothing.
const FEWEST: usize = 8;

/// The print of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch(Vec<u64>);

impl Sketch {
    /// Prints the words of an article's paragraphs, without case and punctuation.
    pub fn new(text: &str, article: &Article) -> Self {
        let body = article.blocks.iter().filter(|b| b.kind == BlockKind::Body);
        let words: Vec<u64> = body
            .flat_map(|b| b.span.of(text).split(|c: char| !c.is_alphanumeric()))
            .filter(|w| !w.is_empty())
            .map(word_hash)
            .collect();
        let join = |w: &[u64]| w.iter().fold(0u64, |h, w| mixed(h.rotate_left(5) ^ w));
        let mut kept: Vec<u64> = words.windows(SHINGLE).map(join).collect();
        kept.sort_unstable();
        kept.dedup();
        kept.truncate(KEPT);
        Self(kept)
    }

    /// True if the two articles have nearly the same words: Jaccard's coefficient of their
    /// shingles, estimated from the smallest of both.
    pub fn same(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        if a.len().min(b.len()) < FEWEST {
            return false;
        }
        let most = a.len().max(b.len());
        let (mut i, mut j, mut seen, mut both) = (0, 0, 0, 0);
        while seen < most && (i < a.len() || j < b.len()) {
            let (x, y) = (a.get(i).copied().unwrap_or(u64::MAX), b.get(j).copied().unwrap_or(u64::MAX));
            both += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
            seen += 1;
        }
        both as f64 >= SAME * seen as f64
    }

    /// Hashes by which a near-duplicate can be looked up.
    pub fn hashes(&self) -> &[u64] {
        &self.0
    }
}

/// The finaliser of splitmix64: neighbouring words give unlike hashes.
fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Block, Span};

    fn sketch(text: &str) -> Sketch {
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Body };
        Sketch::new(text, &Article { blocks: vec![block], ..Article::default() })
    }

    #[test]
    fn near_duplicates() {
        let sentence =
            |n: usize| format!("On day {n} the river at mile {} rose by {} feet in the night. ", n * 7, n * 3);
        let story: String = (0..40).map(sentence).collect();
        let one_more = format!("{story}Nobody was hurt, the mayor said.");
        let quotes = story.replace(". ", ".\u{a0}\n").to_uppercase();
        let half: String = (20..60).map(sentence).collect();
        // ok:
        assert!(sketch(&story).same(&sketch(&story)));
        assert!(sketch(&story).same(&sketch(&one_more)));
        assert!(sketch(&story).same(&sketch(&quotes)));
        // no: half of it, another text, texts too short to tell
        assert!(!sketch(&story).same(&sketch(&half)));
        assert!(
            !sketch(&story)
                .same(&sketch("The court ruled on Monday that the law was void, and the minister resigned."))
        );
        assert!(!sketch("It rained.").same(&sketch("It rained.")));
    }
}
