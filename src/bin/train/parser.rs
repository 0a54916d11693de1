//! The dependency parser's weights.

use super::{Paths, tags};
use std::fs;
use synoptic::english::English;
use synoptic::linear::Keep;
use synoptic::linear::conllu::Sentence;
use synoptic::syntax::train::{Example, Plan, learn, score};
use synoptic::tags::{Tagger, TaggerPlan, Tags, jackknife};

const PLAN: Plan = Plan {
    passes: 3,
    runs: 4,
    settle: 14,
    min_updates: 8,
    drop: 30,
    explore: 50,
    keep: Keep { weights: 205_000, key_bits: 22, levels: 14 },
    seed: 1,
};

/// The taggers that tag the training part: each learns from three quarters of it.
const FOLDS: usize = 4;
/// They settle for less long than the one that ships.
const TAGS: TaggerPlan = TaggerPlan { runs: 2, settle: 4, ..tags::PLAN };

/// Learns from EWT, GUM and the trees of news corrected by reading, and writes `parser.bin`.
pub(crate) fn run(paths: &Paths) -> Result<(), String> {
    let english = English::shared();
    let shipped = |s: Vec<Sentence>| s.iter().map(|s| Example::new(s, &tag(english, s))).collect::<Vec<_>>();
    let dev = paths.dev()?.map(|(name, sentences)| (name, shipped(sentences)));
    let say = |weights: &[u8]| {
        let told = dev.each_ref().map(|(name, dev)| {
            let (uas, las) = score(dev, weights);
            format!("{name} dev UAS {uas:.2} LAS {las:.2}")
        });
        told.join(", ")
    };
    let train = paths.trees()?;
    let tagged = jackknife(english, &train, FOLDS, &TAGS);
    let train: Vec<_> = train.iter().zip(&tagged).map(|(s, t)| Example::new(s, t)).collect();
    let weights = learn(&train, &PLAN, |pass, trainer| {
        eprintln!("pass {pass}: {} features; {}", trainer.features(), say(&trainer.finish(&PLAN.keep)));
    });
    eprintln!("{} bytes; {}", weights.len(), say(&weights));
    fs::write(paths.weights.join("parser.bin"), weights).map_err(|e| e.to_string())
}

/// The tags that the shipped tagger gives.
fn tag(english: &English, sentence: &Sentence) -> Tags {
    Tagger::shared(english).forms(&sentence.words.iter().map(|w| w.form.as_str()).collect::<Vec<_>>())
}
