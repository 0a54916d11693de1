//! The dependency parser's weights.

use super::Paths;
use std::fs;
use synoptic::linear::Keep;
use synoptic::linear::conllu::{self, Sentence};
use synoptic::syntax::train::{Example, Plan, learn, score};
use synoptic::tags::{Feats, Upos};

const PLAN: Plan = Plan {
    passes: 3,
    settle: 3,
    min_updates: 8,
    drop: 40,
    explore: 50,
    keep: Keep { weights: 220_000, key_bits: 24, levels: 30 },
    seed: 1,
};

/// Learns from EWT and GUM and writes `parser.bin`.
pub(crate) fn run(paths: &Paths) -> Result<(), String> {
    let banks = paths.data.join("treebanks");
    let read = |name: &str| conllu::read(&banks.join(name)).map_err(|e| format!("{name}: {e}"));
    let mut train = read("ewt/en_ewt-ud-train.conllu")?;
    train.extend(read("gum/train")?);
    let train: Vec<_> = train.iter().map(gold).collect();
    let ewt: Vec<_> = read("ewt/en_ewt-ud-dev.conllu")?.iter().map(gold).collect();
    let gum: Vec<_> = read("gum/dev")?.iter().map(gold).collect();
    let say = |weights: &[u8]| {
        let (a, b) = (score(&ewt, weights), score(&gum, weights));
        format!("EWT dev UAS {:.2} LAS {:.2}, GUM dev UAS {:.2} LAS {:.2}", a.0, a.1, b.0, b.1)
    };
    let weights = learn(&train, &PLAN, |pass, trainer| {
        eprintln!("pass {pass}: {} features; {}", trainer.features(), say(&trainer.finish(&PLAN.keep)));
    });
    eprintln!("{} bytes; {}", weights.len(), say(&weights));
    fs::write(paths.weights.join("parser.bin"), weights).map_err(|e| e.to_string())
}

fn gold(sentence: &Sentence) -> Example {
    let upos = |name: &str| Upos::ALL.into_iter().find(|u| u.name() == name).unwrap_or_default();
    let tags: Vec<_> = (sentence.words.iter())
        .map(|w| (upos(&w.upos), Feats::from_conllu(&w.feats), w.lemma.to_lowercase()))
        .collect();
    Example::new(sentence, &tags)
}
