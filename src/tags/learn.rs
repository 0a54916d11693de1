//! Learning the tagger and the lemma rules from treebanks.

use super::features::Context;
use super::lemma::{Lemmatiser, group, inflects};
use super::lexical::{Lexical, lower};
use super::tagger::{Class, START};
use super::{Clusters, Feats, Tagger, Tags, Upos};
use crate::english::English;
use crate::linear::conllu::{Sentence, Word};
use crate::linear::{Dice, Keep, MAX_CLASSES, Passes, Run, Trainer, mean_of_runs, stride};
use std::collections::BTreeMap;

/// A treebank word's class: its part of speech and those of its features that the tag set has.
pub fn class_of(word: &Word) -> Class {
    let upos = Upos::ALL.iter().copied().find(|u| u.name() == word.upos).unwrap_or_default();
    let mut feats = Feats::from_conllu(&word.feats);
    if matches!(upos, Upos::Verb | Upos::Aux) && word.xpos != "VBZ" {
        // Agreement with a subject somewhere else is left to the tree; only "goes" shows its own number.
        let agreement =
            [Feats::PLURAL, Feats::SINGULAR, Feats::FIRST_PERSON, Feats::SECOND_PERSON, Feats::THIRD_PERSON];
        feats.0 &= !agreement.iter().fold(Feats::default(), |all, f| all.with(*f)).0;
    }
    (upos, feats)
}

/// The classes seen at least five times, commonest first; rarer ones join a class of the same part of speech.
fn classes(sentences: &[Sentence]) -> Vec<Class> {
    let mut counts: BTreeMap<(Upos, u32), usize> = BTreeMap::new();
    for word in sentences.iter().flat_map(|s| &s.words) {
        let (upos, feats) = class_of(word);
        *counts.entry((upos, feats.0)).or_default() += 1;
    }
    let mut all: Vec<_> = counts.into_iter().filter(|c| c.1 >= 5).collect();
    all.sort_by_key(|&(class, n)| (usize::MAX - n, class));
    all.into_iter().map(|((upos, bits), _)| (upos, Feats(bits))).collect()
}

/// How to learn the tagger.
#[derive(Clone, Copy, Debug)]
pub struct TaggerPlan {
    /// Passes over the sentences.
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

/// Learns the tagger's weights. `report` is told of each pass: its number and the errors that a run made in it.
pub fn learn_tagger(
    sentences: &[Sentence],
    clusters: &Clusters,
    plan: &TaggerPlan,
    mut report: impl FnMut(usize, usize),
) -> Vec<u8> {
    let classes = classes(sentences);
    let mut buffer = String::new();
    let read: Vec<Example> = (sentences.iter())
        .map(|s| {
            let words = s.words.iter().map(|w| Lexical::new(clusters, &w.form, &mut buffer)).collect();
            let gold = s.words.iter().map(|w| {
                let class = class_of(w);
                let same = classes.iter().position(|&c| c == class);
                same.or_else(|| classes.iter().position(|c| c.0 == class.0)).unwrap_or(0)
            });
            (words, gold.collect())
        })
        .collect();
    let learners: Vec<Learner> = (0..plan.runs)
        .map(|run| Learner {
            trainer: Trainer::new(classes.len(), plan.min_updates),
            classes: classes.len(),
            dice: Dice(1 + run as u32),
            drop: plan.drop,
            stride: stride(run, read.len()),
        })
        .collect();
    let read = &read;
    let passes =
        Passes { classes: classes.len(), before: plan.passes, settle: plan.settle, weights: plan.keep.weights };
    let mean = mean_of_runs(learners, passes, |learners, pass| {
        let errors: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = learners.iter_mut().map(|l| scope.spawn(move || l.pass(read, pass))).collect();
            threads.into_iter().map(|t| t.join().expect("a run learns")).sum()
        });
        report(pass, errors / learners.len().max(1));
    });
    let mut out = vec![classes.len() as u8];
    for (upos, feats) in &classes {
        out.push(*upos as u8);
        out.extend(feats.0.to_le_bytes());
    }
    out.extend(mean.finish(&plan.keep));
    out
}

/// A sentence's words with the numbers of their classes.
type Example = (Vec<Lexical>, Vec<usize>);

/// One run of learning, with an order and a chance of its own.
struct Learner {
    trainer: Trainer,
    classes: usize,
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
    /// Walks all sentences once; how many words went wrong.
    fn pass(&mut self, sentences: &[Example], pass: usize) -> usize {
        let mut seen = Vec::new();
        let mut scores = [0.0f32; MAX_CLASSES];
        let mut errors = 0;
        for k in 0..sentences.len() {
            let (words, gold) = &sentences[(k * self.stride + pass * 31) % sentences.len()];
            let context = Context::new(words);
            let mut first: Vec<u32> = Vec::new();
            for second in [false, true] {
                let (mut t1, mut t2) = (START, START);
                for (i, &gold) in gold.iter().enumerate() {
                    let at = |k: usize| first.get(k).copied().unwrap_or(START);
                    let right = context.right(i, t1, [at(i + 1), at(i + 2)]);
                    let right = right.into_iter().filter(|_| second);
                    seen.clear();
                    seen.extend(context.features(i, [t1, t2]).into_iter().chain(right));
                    seen.retain(|_| self.dice.below(100) >= self.drop);
                    scores[..self.classes].fill(0.0);
                    self.trainer.score(&seen, &mut scores);
                    let mut best = 0;
                    for c in 1..self.classes {
                        if scores[c] > scores[best] {
                            best = c;
                        }
                    }
                    if best != gold {
                        errors += usize::from(second);
                        self.trainer.update(&seen, gold, 1.0);
                        self.trainer.update(&seen, best, -1.0);
                    }
                    self.trainer.tick();
                    if !second {
                        first.push(best as u32);
                    }
                    (t1, t2) = (best as u32, t1);
                }
            }
        }
        errors
    }
}

/// The share of words whose part of speech a tagger gets right, in per cent.
pub fn tagged_right(english: &English, sentences: &[Sentence], weights: &[u8]) -> f64 {
    let lemmas = Lemmatiser::new(english.tags.lemmas);
    let tagger = Tagger::new(weights, Clusters::from_bytes(english.tags.clusters), lemmas);
    let (mut all, mut same) = (0usize, 0usize);
    for s in sentences {
        let tags = tagger.forms(&s.words.iter().map(|w| w.form.as_str()).collect::<Vec<_>>());
        all += s.words.len();
        same += s.words.iter().zip(&tags.upos).filter(|(w, u)| w.upos == u.name()).count();
    }
    100.0 * same as f64 / all.max(1) as f64
}

/// Tags each sentence by a tagger that has not learnt from it (jackknifing): what stands upon tags must
/// learn from tags as wrong as those it will meet. The taggers learn at the same time, one thread each.
pub fn jackknife(english: &English, sentences: &[Sentence], folds: usize, plan: &TaggerPlan) -> Vec<Tags> {
    let clusters = Clusters::from_bytes(english.tags.clusters);
    let tag = |fold: usize| -> Vec<Tags> {
        let apart = |mine: bool| (sentences.iter().enumerate()).filter(move |(i, _)| (i % folds == fold) == mine);
        let others: Vec<Sentence> = apart(false).map(|(_, s)| s.clone()).collect();
        let weights = learn_tagger(&others, &clusters, plan, |_, _| ());
        let lemmas = Lemmatiser::new(english.tags.lemmas);
        let tagger = Tagger::new(&weights, Clusters::from_bytes(english.tags.clusters), lemmas);
        let forms = |s: &Sentence| tagger.forms(&s.words.iter().map(|w| w.form.as_str()).collect::<Vec<_>>());
        apart(true).map(|(_, s)| forms(s)).collect()
    };
    let tag = &tag;
    let mut tagged: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..folds).map(|fold| scope.spawn(move || tag(fold))).collect();
        threads.into_iter().map(|t| t.join().expect("a tagger learns").into_iter()).collect()
    });
    (0..sentences.len()).map(|i| tagged[i % folds].next().expect("one for each")).collect()
}

/// What is taken off and put on to come from a form to its lemma.
fn script(form: &str, lemma: &str) -> (usize, String) {
    let shared: usize = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    (form.len() - shared, lemma[shared..].to_owned())
}

type Scripts = BTreeMap<(usize, String), usize>;

fn majority(scripts: &Scripts) -> (&(usize, String), usize) {
    scripts.iter().max_by_key(|(s, n)| (**n, std::cmp::Reverse(s.0))).map(|(s, n)| (s, *n)).expect("never empty")
}

/// Learns the lemma rules, as lines for [`super::lemma::Lemmatiser`].
pub fn learn_lemmas(sentences: &[Sentence]) -> String {
    // group -> form -> scripts with counts
    let mut groups: BTreeMap<u32, BTreeMap<String, Scripts>> = BTreeMap::new();
    let mut form = String::new();
    let mut lemma = String::new();
    for word in sentences.iter().flat_map(|s| &s.words).filter(|w| w.lemma != "_" && !w.feats.contains("Typo=Yes")) {
        let class = class_of(word);
        lower(&word.form, &mut form);
        lower(&word.lemma, &mut lemma);
        let forms = groups.entry(group(class)).or_default();
        *forms.entry(form.clone()).or_default().entry(script(&form, &lemma)).or_default() += 1;
    }
    let mut out = String::new();
    for (group, forms) in &groups {
        let mut rules: BTreeMap<String, (usize, String)> = BTreeMap::new();
        if inflects(*group) {
            endings(forms, &mut rules);
        }
        for (form, scripts) in forms {
            let (script, n) = majority(scripts);
            let by_rule = longest(&rules, form).unwrap_or_default();
            if *script != by_rule && (n > 1 || inflects(*group)) {
                rules.insert(format!("^{form}"), script.clone());
            }
        }
        for (ending, (off, on)) in rules {
            out += &format!("{group}\t{ending}\t{off}\t{on}\n");
        }
    }
    out
}

/// Rules of endings, shortest first: one is made where most words with the ending want another script than it has.
fn endings(forms: &BTreeMap<String, Scripts>, rules: &mut BTreeMap<String, (usize, String)>) {
    for length in 0..=5 {
        let mut of_ending: BTreeMap<&str, Scripts> = BTreeMap::new();
        for (form, scripts) in forms {
            if let Some(at) = form.len().checked_sub(length).filter(|&at| at > 0 && form.is_char_boundary(at)) {
                let (script, _) = majority(scripts);
                *of_ending.entry(&form[at..]).or_default().entry(script.clone()).or_default() += 1;
            }
        }
        for (ending, scripts) in of_ending {
            let (script, n) = majority(&scripts);
            let now = longest(rules, ending).unwrap_or_default();
            let right = scripts.get(&now).copied().unwrap_or(0);
            if *script != now && n > right + 1 && script.0 <= length.max(3) {
                rules.insert(ending.to_owned(), script.clone());
            }
        }
    }
}

fn longest(rules: &BTreeMap<String, (usize, String)>, form: &str) -> Option<(usize, String)> {
    (0..=form.len()).filter(|&at| form.is_char_boundary(at)).find_map(|at| rules.get(&form[at..])).cloned()
}
