//! How alike two lemmas are: vectors, synonyms and antonyms in one small file (`cargo train similarity`).
//!
//! Most lemmas are words of the table of [`Clusters`], whose places stand in for them and whose classes tell half of what
//! their vectors are like.
//!
//! | part | what |
//! |---|---|
//! | 2 bytes | how many lemmas are no words of that table, little endian |
//! | 6 bytes each | the key of such a lemma (`u32`), and the cluster that is nearest (`u16`) |
//! | symbols | see `linear/symbols.rs`: for each word of the table in the order of its keys, whether it is a lemma; the vectors (`linear/vectors.rs`), by cluster, then by key; for each lemma in that order how many antonyms follow it and how far behind the last each stands; the same of synonyms |

use super::clusters::{Cluster, Clusters, cluster_key};
use super::tagger::Tagger;
use crate::english::English;
use crate::linear::vectors::CONTEXTS;
use crate::linear::{Symbols, Vector, Vectors, text_hash};
use std::sync::OnceLock;

/// A word's place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordIx(pub u16);

/// The table, laid out for look-up.
#[derive(Debug, Default)]
pub struct Similarity {
    key_bits: u32,
    /// By rising key.
    words: Vec<(u32, WordIx)>,
    clusters: Vec<Cluster>,
    vectors: Vectors,
    antonyms: Pairs,
    synonyms: Pairs,
}

/// Contexts of whether a word is a lemma: what part of its class has been so far, in sixteenths.
const SHARES: usize = 16;
/// Most partners of a word that follow it.
const PARTNERS: usize = 32;
/// The lower bits of how far off a partner stands have a context of their own.
const LOW: u32 = 6;
/// Where the contexts begin: of vectors; of antonyms and then synonyms, three each.
const OF_VECTORS: usize = SHARES;
const OF_PAIRS: usize = OF_VECTORS + CONTEXTS.0;
/// All contexts.
const ALPHABETS: [(usize, usize); 8] =
    [(SHARES, 2), CONTEXTS, (1, PARTNERS), (1, 256), (1, 1 << LOW), (1, PARTNERS), (1, 256), (1, 1 << LOW)];

/// How much of each class has been a lemma so far.
struct Shares(Vec<[u32; 2]>);

impl Shares {
    fn new() -> Self {
        Self(vec![[0; 2]; 1 << 10])
    }

    fn context(&self, of: Cluster) -> usize {
        let [chosen, seen] = self.0[of.fine() as usize];
        let shares = SHARES as u32;
        ((shares * chosen + 4) / (seen + 1)).min(shares - 1) as usize
    }

    fn add(&mut self, of: Cluster, chosen: bool) {
        let share = &mut self.0[of.fine() as usize];
        share[0] += u32::from(chosen);
        share[1] += 1;
    }
}

/// Pairs of words, kept with the lesser.
#[derive(Debug, Default)]
struct Pairs {
    /// Per word, where the words that it is paired with begin; one more for the end.
    from: Vec<u16>,
    seconds: Vec<WordIx>,
}

impl Pairs {
    fn read(symbols: &mut Symbols<'_>, context: usize, words: usize) -> Self {
        let mut out = Self { from: vec![0], seconds: Vec::new() };
        for first in 0..words {
            let mut at = first as u32;
            for _ in 0..symbols.next(context) {
                at += u32::from(symbols.next(context + 1)) << LOW | u32::from(symbols.next(context + 2));
                out.seconds.push(WordIx(at as u16));
            }
            out.from.push(out.seconds.len() as u16);
        }
        out
    }

    fn has(&self, a: WordIx, b: WordIx) -> bool {
        let (less, more) = (a.min(b), a.max(b));
        let at = |w: usize| self.from.get(w).copied().map_or(0, usize::from);
        let own = at(less.0.into())..at(usize::from(less.0) + 1);
        self.seconds.get(own).is_some_and(|s| s.contains(&more))
    }
}

/// The places of words by rising key, and the cluster of each place: by cluster, then by key. `words` rise, `others` come in
/// between.
fn places(mut words: Vec<(u32, Cluster)>, others: &[(u32, Cluster)]) -> (Vec<(u32, WordIx)>, Vec<Cluster>) {
    for other in others {
        words.insert(words.partition_point(|w| w.0 < other.0), *other);
    }
    words.truncate(usize::from(u16::MAX));
    // Counted rather than sorted: where the words of each cluster begin.
    let mut next = vec![0u16; 1 << 16];
    words.iter().for_each(|w| next[usize::from(w.1.number())] += 1);
    let mut all = 0;
    for n in &mut next {
        all += std::mem::replace(n, all);
    }
    let mut clusters = vec![Cluster::NONE; words.len()];
    let place = |(key, cluster): (u32, Cluster)| {
        let next = &mut next[usize::from(cluster.number())];
        let own = *next;
        clusters[usize::from(own)] = cluster;
        *next += 1;
        (key, WordIx(own))
    };
    (words.into_iter().map(place).collect(), clusters)
}

impl Similarity {
    /// The table that ships, laid out at first use.
    pub fn shared(english: &English) -> &'static Self {
        static SIMILARITY: OnceLock<Similarity> = OnceLock::new();
        SIMILARITY.get_or_init(|| Self::from_bytes(english.tags.similarity, &Tagger::shared(english).clusters))
    }

    /// Reads the table; bytes that are none yield a table without words.
    pub fn from_bytes(bytes: &[u8], table: &Clusters) -> Self {
        Self::read(bytes, table).unwrap_or_default()
    }

    fn read(bytes: &[u8], table: &Clusters) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<2>()?;
        let (others, rest) = rest.split_at_checked(6 * usize::from(u16::from_le_bytes(*head)))?;
        let other = |b: &[u8]| {
            (u32::from_le_bytes([b[0], b[1], b[2], b[3]]), Cluster::from_number(u16::from_le_bytes([b[4], b[5]])))
        };
        let others: Vec<(u32, Cluster)> = others.chunks_exact(6).map(other).collect();
        let mut words = Vec::new();
        let mut symbols = Symbols::new(&ALPHABETS, rest);
        let mut shares = Shares::new();
        for (key, cluster) in table.iter() {
            let chosen = symbols.next(shares.context(cluster)) > 0;
            shares.add(cluster, chosen);
            if chosen {
                words.push((key, cluster));
            }
        }
        let (words, clusters) = places(words, &others);
        let groups: Vec<u16> = clusters.iter().map(|c| c.number()).collect();
        let vectors = Vectors::read(&mut symbols, OF_VECTORS, &groups);
        let [antonyms, synonyms] = [0, 3].map(|i| Pairs::read(&mut symbols, OF_PAIRS + i, clusters.len()));
        Some(Self { key_bits: table.key_bits(), words, clusters, vectors, antonyms, synonyms })
    }

    /// The word's place, if the table has it.
    pub fn word(&self, lemma: &str) -> Option<WordIx> {
        let key = cluster_key(text_hash(lemma), self.key_bits);
        self.words.binary_search_by_key(&key, |w| w.0).ok().map(|i| self.words[i].1)
    }

    /// The word's cluster: words of one cluster are looked at as candidates for the same matter.
    pub fn cluster(&self, w: WordIx) -> u16 {
        self.clusters.get(usize::from(w.0)).map_or(0, |c| c.fine() as u16)
    }

    /// The word's vector, of length one.
    pub fn vector(&self, w: WordIx) -> Vector {
        self.vectors.get(w.0.into())
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

/// A lemma that is to be written.
#[cfg(feature = "train")]
#[derive(Clone, Debug)]
pub struct Likeness {
    /// It.
    pub lemma: String,
    /// Its vector, of length one, from the number that varies most to the one that varies least.
    pub vector: Vector,
    /// Opposites, by place in the list.
    pub antonyms: Vec<usize>,
    /// Synonyms and what is derived from it or it from, by place in the list.
    pub synonyms: Vec<usize>,
}

/// Writes a table of lemmas, the commonest first; `nearest` tells the cluster of a lemma that `table` has not; for scale and price see
/// [`write`](crate::linear::vectors::write).
#[cfg(feature = "train")]
pub fn write_similarity(
    lemmas: &[Likeness],
    [scale, price]: [f32; 2],
    table: &Clusters,
    nearest: impl Fn(&Likeness) -> Cluster,
) -> Vec<u8> {
    use crate::linear::{Writer, vectors};
    use std::collections::BTreeMap;
    // The first of two lemmas with one key stays: the commoner.
    let mut of_key: BTreeMap<u32, usize> = BTreeMap::new();
    let key = |l: &Likeness| cluster_key(text_hash(&l.lemma), table.key_bits());
    lemmas.iter().enumerate().for_each(|(i, l)| _ = of_key.entry(key(l)).or_insert(i));
    let mut writer = Writer::default();
    let mut shares = Shares::new();
    let mut words = Vec::new();
    for (key, cluster) in table.iter() {
        let chosen = of_key.contains_key(&key);
        writer.push(shares.context(cluster), u8::from(chosen));
        shares.add(cluster, chosen);
        if chosen {
            words.push((key, cluster));
        }
    }
    let has: std::collections::BTreeSet<u32> = words.iter().map(|w| w.0).collect();
    let others: Vec<(u32, Cluster)> =
        of_key.iter().filter(|(key, _)| !has.contains(key)).map(|(&key, &i)| (key, nearest(&lemmas[i]))).collect();
    let many = u16::try_from(others.len()).expect("the head counts the other lemmas in two bytes");
    let mut out = many.to_le_bytes().to_vec();
    for (key, cluster) in &others {
        out.extend(key.to_le_bytes());
        out.extend(cluster.number().to_le_bytes());
    }
    let (words, clusters) = places(words, &others);
    let mut order = vec![0; words.len()];
    let mut place = BTreeMap::new();
    for (key, w) in words {
        order[usize::from(w.0)] = of_key[&key];
        place.insert(of_key[&key], usize::from(w.0));
    }
    let coded: Vec<(u16, Vector)> = order.iter().zip(&clusters).map(|(&i, c)| (c.number(), lemmas[i].vector)).collect();
    vectors::write(&mut writer, OF_VECTORS, &coded, scale, price);
    let of: [fn(&Likeness) -> &Vec<usize>; 2] = [|l| &l.antonyms, |l| &l.synonyms];
    for (kind, of) in of.iter().enumerate() {
        let context = OF_PAIRS + 3 * kind;
        for (first, &i) in order.iter().enumerate() {
            let mut seconds: Vec<usize> =
                of(&lemmas[i]).iter().filter_map(|j| place.get(j).copied()).filter(|&p| p > first).collect();
            seconds.sort_unstable();
            seconds.dedup();
            seconds.truncate(PARTNERS - 1);
            writer.push(context, seconds.len() as u8);
            let mut last = first;
            for second in seconds {
                let gap = second - last;
                let high = u8::try_from(gap >> LOW).expect("a partner's distance has a byte and the lower bits");
                writer.push(context + 1, high);
                writer.push(context + 2, (gap & ((1 << LOW) - 1)) as u8);
                last = second;
            }
        }
    }
    out.extend(writer.bytes(&ALPHABETS));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linear::dot;

    #[test]
    fn near_words_are_near() {
        let s = Similarity::shared(English::shared());
        let w = |x: &str| s.word(x).unwrap();
        let like = |a: &str, b: &str| -> f32 { dot(&s.vector(w(a)), &s.vector(w(b))) };
        assert!(like("earthquake", "quake") > 0.5, "{}", like("earthquake", "quake"));
        assert!(like("election", "vote") > like("election", "banana"));
        assert!(s.opposite(w("accept"), w("reject")) && s.opposite(w("reject"), w("accept")));
        assert!(!s.opposite(w("accept"), w("earthquake")));
        assert!(s.synonymous(w("depart"), w("departure")));
        assert!(s.word("zzz").is_none());
    }

    #[test]
    fn bytes_that_are_no_table_have_no_words() {
        let table = &Tagger::shared(English::shared()).clusters;
        for bytes in [&b""[..], &[255; 64], &[0; 4000], &[1, 0, 9, 9]] {
            let s = Similarity::from_bytes(bytes, table);
            assert!(s.words.is_empty() && s.word("accept").is_none());
            assert!(!s.opposite(WordIx(0), WordIx(1)) && s.vector(WordIx(0)).iter().all(|x| x.is_finite()));
        }
    }

    #[test]
    fn a_damaged_table_can_be_asked() {
        let english = English::shared();
        let table = &Tagger::shared(english).clusters;
        let shipped = english.tags.similarity;
        let cut = |part: usize| shipped[..shipped.len() * part / 8].to_vec();
        let bent = |step: usize| -> Vec<u8> {
            let bend = |(i, &b): (usize, &u8)| if i > 2 && i % step == 0 { b ^ 0x55 } else { b };
            shipped.iter().enumerate().map(bend).collect()
        };
        for bytes in [cut(1), cut(4), cut(7), bent(7), bent(1000), bent(20_000)] {
            let s = Similarity::from_bytes(&bytes, table);
            assert!(!s.words.is_empty());
            let last = s.words[s.words.len() - 1].1;
            for &(_, w) in &s.words {
                assert!(s.vector(w).iter().all(|x| x.is_finite()));
                assert_eq!(s.opposite(w, last), s.opposite(last, w));
                assert!(s.synonymous(w, w));
            }
        }
    }
}
