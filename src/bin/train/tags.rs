//! The tagger and the lemma rules, from the treebanks.

use crate::Paths;
use std::fs;
use synoptic::english::English;
use synoptic::linear::Keep;
use synoptic::tags::{Clusters, TaggerPlan, learn_lemmas, learn_tagger, tagged_right};

/// How the tagger that ships learns.
pub(crate) const PLAN: TaggerPlan = TaggerPlan {
    passes: 5,
    runs: 8,
    settle: 12,
    min_updates: 6,
    drop: 30,
    keep: Keep { weights: 96_000, key_bits: 22, levels: 14 },
};

/// Writes `tagger.bin` and `lemmas.tsv`.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    // Those of news have no lemmas.
    let sentences = paths.trees()?;
    let lemmas = learn_lemmas(&sentences);
    let write = |name: &str, bytes: &[u8]| fs::write(paths.weights.join(name), bytes).map_err(|e| e.to_string());
    println!("lemmas: {} rules", lemmas.lines().count());
    write("lemmas.tsv", lemmas.as_bytes())?;
    let clusters = fs::read(paths.weights.join("clusters.bin")).map_err(|e| e.to_string())?;
    let words: usize = sentences.iter().map(|s| s.words.len()).sum();
    let bytes = learn_tagger(&sentences, &Clusters::from_bytes(&clusters), &PLAN, |pass, errors| {
        println!("tags: pass {pass}: {:.2} % wrong", 100.0 * errors as f64 / words as f64);
    });
    println!("tags: {} bytes", bytes.len());
    for (name, sentences) in paths.dev()? {
        let right = tagged_right(English::shared(), &sentences, &bytes);
        println!("tags: {right:.2} % of the parts of speech of {name} dev right, on gold tokens");
    }
    write("tagger.bin", &bytes)
}
