//! The tagger and the lemma rules, from the treebanks.

use crate::Paths;
use std::fs;
use synoptic::linear::{Keep, conllu};
use synoptic::tags::{Clusters, learn_lemmas, learn_tagger};

const ROUNDS: usize = 8;
const KEEP: Keep = Keep { weights: 80_000, key_bits: 24, levels: 31 };

/// Writes `tagger.bin` and `lemmas.tsv`.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let mut sentences = Vec::new();
    for part in ["treebanks/ewt/en_ewt-ud-train.conllu", "treebanks/gum/train"] {
        let path = paths.data.join(part);
        sentences.extend(conllu::read(&path).map_err(|e| format!("{}: {e}", path.display()))?);
    }
    let write = |name: &str, bytes: &[u8]| fs::write(paths.weights.join(name), bytes).map_err(|e| e.to_string());
    let lemmas = learn_lemmas(&sentences);
    println!("lemmas: {} rules", lemmas.lines().count());
    write("lemmas.tsv", lemmas.as_bytes())?;
    let clusters = fs::read(paths.weights.join("clusters.bin")).map_err(|e| e.to_string())?;
    let words: usize = sentences.iter().map(|s| s.words.len()).sum();
    let bytes = learn_tagger(&sentences, &Clusters::from_bytes(&clusters), ROUNDS, &KEEP, |round, errors| {
        println!("tags: round {round}: {:.2} % wrong", 100.0 * errors as f64 / words as f64);
    });
    println!("tags: {} bytes", bytes.len());
    write("tagger.bin", &bytes)
}
