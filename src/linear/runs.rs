//! Several runs of learning, whose mean is kept: what hangs on the order of the examples alone evens out.

use super::Trainer;

/// One run, with an order and a chance of its own.
pub trait Run {
    /// What it has learnt.
    fn trainer(&self) -> &Trainer;
    /// Goes on from what all have learnt.
    fn go_on_from(&mut self, mean: Trainer);
}

/// How long to learn, and how much to keep.
#[derive(Clone, Copy, Debug)]
pub struct Passes {
    /// Classes that are told apart.
    pub classes: usize,
    /// Passes before the mean of the runs is pruned, from which each then goes on.
    pub before: usize,
    /// Passes after, which settle the weights that survive.
    pub settle: usize,
    /// Weights that survive.
    pub weights: usize,
}

/// Lets the runs learn; `pass` walks all of them once through the examples and is given its number. The mean of what each has
/// made of the pruned mean.
pub fn mean_of_runs<R: Run>(mut runs: Vec<R>, passes: Passes, mut pass: impl FnMut(&mut [R], usize)) -> Trainer {
    for n in 0..passes.before + passes.settle {
        if n == passes.before {
            let mut mean = mean(passes.classes, &runs);
            mean.prune(passes.weights);
            runs.iter_mut().for_each(|r| r.go_on_from(mean.clone()));
        }
        pass(&mut runs, n);
    }
    mean(passes.classes, &runs)
}

/// The mean of what runs have learnt so far.
pub fn mean<R: Run>(classes: usize, runs: &[R]) -> Trainer {
    Trainer::mean(classes, runs.iter().map(Run::trainer))
}

/// The step of a fixed walk over `n` examples, another for each run: it shares no factor with their number.
pub fn stride(run: usize, n: usize) -> usize {
    (7919 + 1000 * run..).find(|s| gcd(*s, n) == 1).unwrap_or(1)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}
