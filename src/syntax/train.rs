//! Learning to parse: greedy training with a dynamic oracle and exploration (Goldberg and Nivre 2012).

use super::Deprel;
use super::features::{ROOT, Word, extract};
use super::oracle::Gold;
use super::parser::{Desk, Parser, add_up, look_up};
use super::transition::{State, TRANSITIONS, Transition};
use crate::linear::conllu::Sentence;
use crate::linear::{Dice, Keep, MAX_CLASSES, Model, Passes, Run, Trainer, mean, mean_of_runs};
use crate::tags::Tags;

/// A tagged sentence with its gold tree.
pub struct Example {
    words: Vec<Word>,
    gold: Gold,
    /// Before crossing arcs were lifted.
    heads: Vec<Option<usize>>,
}

impl Example {
    /// From a treebank's sentence and the tags that the parser is to see.
    pub fn new(sentence: &Sentence, tags: &Tags) -> Self {
        let mut words: Vec<_> = (sentence.words.iter().enumerate())
            .map(|(i, w)| look_up(&w.form, &tags.lemma[i], tags.upos[i], tags.feats[i], tags.cluster[i]))
            .collect();
        add_up(&mut words);
        let heads: Vec<_> = sentence.words.iter().map(|w| w.head).collect();
        let rels = sentence.words.iter().map(|w| Deprel::from_name(&w.deprel)).collect();
        Self { words, gold: Gold::new(&heads, rels), heads }
    }
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Passes over the examples.
    pub passes: usize,
    /// Runs with orders and chances of their own. Their mean is pruned, and the mean of what each makes of it is kept:
    /// what hangs on order alone evens out.
    pub runs: usize,
    /// Passes after pruning.
    pub settle: usize,
    /// A feature counts once it was updated so often.
    pub min_updates: u32,
    /// In a hundred features of an example, how many are hidden from each decision: many templates
    /// see the same word pair, and no one of them should carry the decision alone (dropout).
    pub drop: u32,
    /// In a hundred wrong guesses, how many are followed, to learn from states that mistakes lead to.
    pub explore: u32,
    /// Weights that stay.
    pub keep: Keep,
    /// Where the order of examples starts; each run has the next.
    pub seed: u32,
}

/// Learns weights; `watch` is told after each pass.
pub fn learn(examples: &[Example], plan: &Plan, mut watch: impl FnMut(usize, &Trainer)) -> Vec<u8> {
    let known = &known(examples);
    let learners: Vec<Learner> = (0..plan.runs as u32)
        .map(|run| Learner {
            trainer: Trainer::new(TRANSITIONS, plan.min_updates),
            dice: Dice(plan.seed + run),
            order: (0..examples.len()).collect(),
        })
        .collect();
    let passes = Passes { classes: TRANSITIONS, before: plan.passes, settle: plan.settle, weights: plan.keep.weights };
    let learnt = mean_of_runs(learners, passes, |learners, pass| {
        std::thread::scope(|scope| {
            for learner in &mut *learners {
                scope.spawn(|| learner.pass(examples, known, plan, pass));
            }
        });
        watch(pass, &mean(TRANSITIONS, learners));
    });
    learnt.finish(&plan.keep)
}

/// One run of learning, with an order and a chance of its own.
struct Learner {
    trainer: Trainer,
    dice: Dice,
    order: Vec<usize>,
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
    /// Walks all examples once.
    fn pass(&mut self, examples: &[Example], known: &[bool], plan: &Plan, pass: usize) {
        for i in (1..self.order.len()).rev() {
            self.order.swap(i, self.dice.below(i as u32 + 1) as usize);
        }
        let mut lesson =
            Lesson { explore: if pass > 0 { plan.explore } else { 0 }, drop: plan.drop, ..Lesson::default() };
        for &i in &self.order {
            lesson.give(&mut self.trainer, known, &examples[i], &mut self.dice);
        }
    }
}

/// The transitions that the gold trees take at least ten times; others are not worth a weight.
fn known(examples: &[Example]) -> Vec<bool> {
    let mut counts = vec![0; TRANSITIONS];
    counts[Transition::Shift.class()] = usize::MAX;
    for e in examples {
        for (child, (&head, &rel)) in e.gold.head.iter().zip(&e.gold.rel).enumerate() {
            let step = if head as usize > child { Transition::Left(rel) } else { Transition::Right(rel) };
            counts[step.class()] += 1;
        }
    }
    counts.into_iter().map(|n| n >= 10).collect()
}

#[derive(Default)]
struct Lesson {
    /// In a hundred wrong guesses, how many are followed.
    explore: u32,
    /// In a hundred features, how many are hidden.
    drop: u32,
    state: State,
    words: Vec<Word>,
    features: Vec<u32>,
}

impl Lesson {
    fn give(&mut self, trainer: &mut Trainer, known: &[bool], example: &Example, dice: &mut Dice) {
        self.words.clone_from(&example.words);
        self.words.push(ROOT);
        self.state.reset(example.words.len());
        while !self.state.is_done() {
            self.features.clear();
            self.features.extend(extract(&self.state, &self.words));
            let drop = self.drop;
            self.features.retain(|_| dice.below(100) >= drop);
            let mut scores = [0.0f32; MAX_CLASSES];
            trainer.score(&self.features, &mut scores);
            let legal = self.state.legal();
            let score = |t: Transition| scores[t.class()];
            let better = |a: Transition, b: Transition| if score(b) > score(a) { b } else { a };
            let gold = example.gold.best(&self.state);
            let right = gold.iter().copied().reduce(better).expect("some step is legal");
            let all = (0..TRANSITIONS).map(Transition::from_class);
            let guess =
                all.filter(|&t| known[t.class()] && legal.allows(t)).reduce(better).expect("some step is legal");
            let good = gold.contains(&guess);
            if !good && known[right.class()] {
                trainer.update(&self.features, right.class(), 1.0);
                trainer.update(&self.features, guess.class(), -1.0);
            }
            trainer.tick();
            let follow = good || dice.below(100) < self.explore;
            self.state.apply(if follow { guess } else { right });
        }
    }
}

/// Unlabelled and labelled (universal part of the relation) attachment of a model, in per cent.
pub fn score(examples: &[Example], weights: &[u8]) -> (f64, f64) {
    let parser = Parser::new(Model::from_bytes(weights));
    let mut desk = Desk::default();
    let (mut all, mut heads, mut both) = (0usize, 0usize, 0usize);
    let universal = |r: Deprel| r.name().split(':').next();
    for e in examples {
        desk.words.clone_from(&e.words);
        parser.run(&mut desk);
        for (t, node) in desk.state.nodes[..e.heads.len()].iter().enumerate() {
            let found = (node.head != desk.state.root()).then_some(node.head as usize);
            all += 1;
            heads += usize::from(found == e.heads[t]);
            both += usize::from(found == e.heads[t] && universal(node.rel) == universal(e.gold.rel[t]));
        }
    }
    let share = |n: usize| 100.0 * n as f64 / all.max(1) as f64;
    (share(heads), share(both))
}
