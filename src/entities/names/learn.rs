//! Learning the name recogniser from texts whose labels may be coarser than ours: a corpus that
//! says only "location" allows GPE, LOC and FAC, and the model's own best choice among the allowed
//! labels is what it learns from (latent structured perceptron, Sun et al. 2009).

use super::labels::{LABELS, viterbi};
use super::recogniser::{Recogniser, prepare, step, stretch};
use crate::english::English;
use crate::entities::EntityType;
use crate::linear::{Dice, Keep, MAX_CLASSES, Passes, Run, Trainer, mean_of_runs, stride};
use crate::syntax::{Parse, Tree};
use crate::tags::{Tags, tag};
use crate::text::{Block, BlockKind, Span};
use crate::tokens::{Tokens, tokenize};
use std::ops::Range;

/// A set of types, perhaps with "no name at all".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    types: u32,
    /// It may as well be no name.
    pub perhaps: bool,
}

impl Kinds {
    /// One of these types.
    pub fn of(types: &[EntityType]) -> Self {
        Self { types: types.iter().fold(0, |all, &t| all | 1 << t as u32), perhaps: false }
    }

    /// One of these, or no name.
    pub fn perhaps(types: &[EntityType]) -> Self {
        Self { perhaps: true, ..Self::of(types) }
    }

    fn mask(self, shift: usize) -> u32 {
        let bits = (0..EntityType::ALL.len()).filter(|k| self.types >> k & 1 != 0);
        bits.fold(u32::from(self.perhaps), |all, k| all | 1 << (2 * k + shift))
    }

    fn begin(self) -> u32 {
        self.mask(1)
    }

    fn inside(self) -> u32 {
        self.mask(2)
    }
}

/// A text, tokenised and tagged, with the labels that each token may bear.
pub struct Annotated {
    text: String,
    tokens: Tokens,
    tags: Tags,
    tree: Tree,
    allowed: Vec<u32>,
    /// How far a mistake moves the weights.
    pub counts: f32,
}

impl Annotated {
    /// From a text whose lines are paragraphs, names by bytes, and what words outside names may be.
    pub fn new(english: &English, text: String, names: &[(Range<usize>, Kinds)], outside: Kinds) -> Self {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(&text);
            at += line.len();
            if !span.is_empty() {
                blocks.push(Block { span, kind: BlockKind::Body });
            }
        }
        let tokens = tokenize(english, &text, &blocks);
        let tags = tag(english, &text, &tokens);
        let free = outside.begin() | outside.inside() | 1;
        let mut allowed = vec![free; tokens.tokens.len()];
        for (span, kinds) in names {
            let first = tokens.tokens.partition_point(|t| (t.span.end as usize) <= span.start);
            let end = tokens.tokens.partition_point(|t| (t.span.start as usize) < span.end);
            for (k, mask) in allowed[first..end.max(first)].iter_mut().enumerate() {
                *mask = match k {
                    _ if kinds.perhaps => kinds.begin() | kinds.inside(),
                    0 => kinds.begin(),
                    _ => kinds.inside(),
                };
            }
        }
        let tree = Tree::default();
        Self { text, tokens, tags, tree, allowed, counts: 1.0 }
    }
}

/// A run's features with what its words may bear.
struct Example {
    features: Vec<Vec<u32>>,
    allowed: Vec<u32>,
    counts: f32,
}

/// Every run of the texts with its features.
fn examples(english: &English, texts: &[Annotated]) -> Vec<Example> {
    let mut examples = Vec::new();
    for a in texts {
        let parse = Parse { text: &a.text, tokens: &a.tokens, tags: &a.tags, tree: &a.tree };
        let prepared = prepare(english, &parse);
        let context = prepared.context(&parse);
        for run in &prepared.runs {
            let sentence = stretch(&parse, run.tokens.start);
            let mut allowed = a.allowed[run.tokens.clone()].to_vec();
            // A name that began before the run goes on here; the run begins it.
            if let Some(first) = allowed.first_mut()
                && *first & BEGINS == 0
                && *first & 1 == 0
            {
                *first >>= 1;
            }
            let features = (run.tokens.clone())
                .map(|t| {
                    let mut out = Vec::new();
                    context.features(t, &sentence, &run.tokens, &mut out);
                    out
                })
                .collect();
            examples.push(Example { features, allowed, counts: a.counts });
        }
    }
    examples
}

/// How many runs of the texts a model gets wrong, and how many there are.
pub fn runs_wrong(english: &English, weights: &[u8], texts: &[Annotated]) -> (usize, usize) {
    let recogniser = Recogniser::new(weights);
    let (mut back, mut way) = (Vec::new(), Vec::new());
    let examples = examples(english, texts);
    let mut right = |example: &&Example| {
        let scores: Vec<_> = example.features.iter().map(|f| recogniser.score(f)).collect();
        viterbi(&scores, &recogniser.steps, |_| u32::MAX, &mut back, &mut way);
        way.iter().zip(&example.allowed).all(|(&label, mask)| mask >> label & 1 != 0)
    };
    (examples.len() - examples.iter().filter(|e| right(e)).count(), examples.len())
}

/// How to learn names.
#[derive(Clone, Copy, Debug)]
pub struct NamesPlan {
    /// Passes over the runs.
    pub passes: usize,
    /// Runs with orders and chances of their own. Their mean is pruned, and the mean of what each makes of it is kept:
    /// what hangs on order alone evens out.
    pub runs: usize,
    /// Passes after pruning, which settle the weights that survive.
    pub settle: usize,
    /// A feature counts once it was updated so often.
    pub min_updates: u32,
    /// In a hundred features, how many are hidden from each decision (dropout).
    pub drop: u32,
    /// Weights that stay.
    pub keep: Keep,
}

/// Learns the weights. `report` is told of each pass: its number, runs gone wrong, runs in all.
pub fn learn_names(
    english: &English,
    texts: &[Annotated],
    plan: &NamesPlan,
    mut report: impl FnMut(usize, usize, usize),
) -> Vec<u8> {
    let examples = examples(english, texts);
    let learners: Vec<Learner> = (0..plan.runs)
        .map(|run| Learner {
            trainer: Trainer::new(LABELS, plan.min_updates),
            dice: Dice(1 + run as u32),
            drop: plan.drop,
            stride: stride(run, examples.len()),
        })
        .collect();
    let passes = Passes { classes: LABELS, before: plan.passes, settle: plan.settle, weights: plan.keep.weights };
    let mean = mean_of_runs(learners, passes, |learners, pass| {
        let wrong: usize = learners.iter_mut().map(|l| l.pass(&examples, pass)).sum();
        report(pass, wrong / learners.len().max(1), examples.len());
    });
    mean.finish(&plan.keep)
}

/// One run of learning, with an order and a chance of its own.
struct Learner {
    trainer: Trainer,
    dice: Dice,
    drop: u32,
    stride: usize,
}

impl Run for Learner {
    fn trainer(&self) -> &Trainer {
        &self.trainer
    }

    fn go_on_from(&mut self, mean: Trainer) {
        self.trainer = mean;
    }
}

impl Learner {
    /// Walks all examples once; how many went wrong.
    fn pass(&mut self, examples: &[Example], pass: usize) -> usize {
        let (mut scores, mut back, mut best, mut gold) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut seen: Vec<Vec<u32>> = Vec::new();
        let mut wrong = 0;
        for k in 0..examples.len() {
            let example = &examples[(k * self.stride + pass * 31) % examples.len()];
            seen.resize_with(example.features.len(), Vec::new);
            for (seen, features) in seen.iter_mut().zip(&example.features) {
                seen.clear();
                seen.extend(features.iter().filter(|_| self.dice.below(100) >= self.drop));
            }
            scores.clear();
            scores.resize(example.features.len(), [0.0; LABELS]);
            score(&mut self.trainer, &seen, &mut scores);
            let steps = steps(&mut self.trainer);
            viterbi(&scores, &steps, |_| u32::MAX, &mut back, &mut best);
            let right = best.iter().zip(&example.allowed).all(|(&b, m)| m >> b & 1 != 0);
            if !right {
                viterbi(&scores, &steps, |i| example.allowed[i], &mut back, &mut gold);
                wrong += 1;
                correct(&mut self.trainer, &seen, &gold, &best, example.counts);
            }
            self.trainer.tick();
        }
        wrong
    }
}

/// The labels that begin a name.
const BEGINS: u32 = 0x2AAAAA;

/// Adds each label's score to what stands in `out`.
fn score(trainer: &mut Trainer, words: &[Vec<u32>], out: &mut [[f32; LABELS]]) {
    for (features, own) in words.iter().zip(out) {
        let mut all = [0.0; MAX_CLASSES];
        trainer.score(features, &mut all);
        own.iter_mut().zip(all).for_each(|(own, more)| *own += more);
    }
}

fn steps(trainer: &mut Trainer) -> [[f32; LABELS]; LABELS] {
    let mut out = [[0.0; LABELS]; LABELS];
    for (now, row) in out.iter_mut().enumerate() {
        let mut all = [0.0; MAX_CLASSES];
        trainer.score(&[step(now)], &mut all);
        row.copy_from_slice(&all[..LABELS]);
    }
    out
}

fn correct(trainer: &mut Trainer, words: &[Vec<u32>], gold: &[u8], best: &[u8], by: f32) {
    let before = |way: &[u8], i: usize| if i == 0 { 0 } else { usize::from(way[i - 1]) };
    for (i, features) in words.iter().enumerate() {
        let (g, b) = (usize::from(gold[i]), usize::from(best[i]));
        if g != b {
            trainer.update(features, g, by);
            trainer.update(features, b, -by);
        }
        let (from_g, from_b) = (before(gold, i), before(best, i));
        if (from_g, g) != (from_b, b) {
            trainer.update(&[step(from_g)], g, by);
            trainer.update(&[step(from_b)], b, -by);
        }
    }
}
