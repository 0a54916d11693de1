//! Learning where sentences end without a mark, from texts whose sentences are known.

use super::chunk::Chunker;
use super::sentences::boundaries;
use crate::english::English;
use crate::linear::{Dice, Keep, MAX_CLASSES, Trainer};
use crate::text::Span;
use std::collections::BTreeSet;

/// A text with its paragraphs and the bytes at which its sentences end.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Its paragraphs.
    pub blocks: Vec<Span>,
    /// One past each sentence's last byte.
    pub ends: BTreeSet<u32>,
}

/// Passes over the gaps.
const PASSES: usize = 12;

/// Features hidden from each decision, in a hundred.
const DROP: u32 = 30;

/// What stays.
const KEEP: Keep = Keep { weights: 9_000, key_bits: 19, levels: 14 };

/// Learns the weights. `report` is told of each pass: its number, ends missed, ends too many, ends in all.
pub fn learn_splitter(
    english: &English,
    texts: &[Marked],
    mut report: impl FnMut(usize, usize, usize, usize),
) -> Vec<u8> {
    let mut gaps: Vec<(Vec<u32>, bool)> = Vec::new();
    let (mut spans, mut ends) = (Vec::new(), Vec::new());
    for t in texts {
        for block in &t.blocks {
            spans.clear();
            Chunker::new(&english.tokens, &t.text, block.end as usize, &mut spans).run(block.start as usize);
            let judge = |gap: &super::gap::Gap<'_>| {
                let mut features = Vec::new();
                gap.features(&mut features);
                let ends = t.ends.contains(&gap.end());
                gaps.push((features, ends));
                ends
            };
            boundaries(&english.tokens, &t.text, &spans, judge, &mut ends);
        }
    }
    let mut trainer = Trainer::new(2, 3);
    let mut dice = Dice(1);
    let mut seen = Vec::new();
    let mut order: Vec<usize> = (0..gaps.len()).collect();
    let all = gaps.iter().filter(|g| g.1).count();
    for pass in 0..PASSES {
        if pass == PASSES / 2 {
            trainer.prune(KEEP.weights);
        }
        for i in (1..order.len()).rev() {
            order.swap(i, dice.below(i as u32 + 1) as usize);
        }
        let (mut missed, mut more) = (0, 0);
        for &i in &order {
            let (features, gold) = &gaps[i];
            seen.clear();
            seen.extend(features.iter().filter(|_| dice.below(100) >= DROP));
            let mut scores = [0.0f32; MAX_CLASSES];
            trainer.score(&seen, &mut scores);
            let guess = scores[1] > scores[0];
            if guess != *gold {
                trainer.update(&seen, usize::from(*gold), 1.0);
                trainer.update(&seen, usize::from(guess), -1.0);
                missed += usize::from(*gold);
                more += usize::from(guess);
            }
            trainer.tick();
        }
        report(pass, missed, more, all);
    }
    trainer.finish(&KEEP)
}
