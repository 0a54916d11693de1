//! Deciding the labels of an article.

use super::acronyms::{Initials, initials};
use super::clues::{Clue, clues};
use super::features::Context;
use super::labels::{LABELS, viterbi};
use super::others::{Elsewhere, elsewhere};
use super::runs::{Run, is_capital, runs};
use crate::english::English;
use crate::entities::{EntityType, Label};
use crate::linear::{MAX_CLASSES, Model, Scores, mix};
use crate::syntax::Parse;
use crate::tags::{Lexical, Tagger, Upos};
use crate::text::BlockKind;
use std::ops::Range;
use std::sync::OnceLock;

/// The weights and the scores of each label after each.
#[derive(Debug)]
pub(super) struct Recogniser {
    model: Model,
    pub(super) steps: [[i32; LABELS]; LABELS],
}

impl Recogniser {
    /// The recogniser that ships, laid out at first use.
    fn shared(english: &English) -> &'static Self {
        static RECOGNISER: OnceLock<Recogniser> = OnceLock::new();
        RECOGNISER.get_or_init(|| Self::new(english.names.weights))
    }

    pub(super) fn new(weights: &[u8]) -> Self {
        let model = Model::from_bytes(weights);
        let mut steps = [[0; LABELS]; LABELS];
        for (now, row) in steps.iter_mut().enumerate() {
            *row = score(&model, &[step(now)]);
        }
        Self { model, steps }
    }

    /// Each label's score for a word with these features.
    pub(super) fn score(&self, features: &[u32]) -> [i32; LABELS] {
        score(&self.model, features)
    }
}

fn score(model: &Model, features: &[u32]) -> [i32; LABELS] {
    let mut all: Scores = [0; MAX_CLASSES];
    model.score(features, &mut all);
    let mut own = [0; LABELS];
    own.copy_from_slice(&all[..LABELS]);
    own
}

/// The feature of coming after a label.
pub(super) fn step(now: usize) -> u32 {
    mix(100, now as u32)
}

/// An article prepared for the templates.
pub(super) struct Prepared {
    pub(super) words: Vec<Lexical>,
    pub(super) runs: Vec<Run>,
    pub(super) clues: Vec<Clue>,
    pub(super) elsewhere: Vec<Elsewhere>,
    pub(super) initials: Vec<Initials>,
    pub(super) loud: Vec<bool>,
}

/// Looks everything up.
pub(super) fn prepare(english: &English, parse: &Parse<'_>) -> Prepared {
    let clusters = &Tagger::shared(english).clusters;
    let mut buffer = String::new();
    let words: Vec<Lexical> = (0..parse.len()).map(|t| Lexical::new(clusters, parse.form(t), &mut buffer)).collect();
    let runs = runs(english, parse, &words);
    let clues = clues(english, parse, &words, &runs);
    let elsewhere = elsewhere(&words, |t| parse.sentence_tokens(t).start == t);
    let initials = initials(parse, &words, &runs, &clues);
    let mut loud = vec![false; words.len()];
    for sentence in parse.sentences() {
        let words = &words[sentence.tokens.clone()];
        let small = words.iter().filter(|w| w.shape & 7 == 4).count();
        let capital = words.iter().filter(|w| is_capital(w)).count();
        loud[sentence.tokens.clone()].fill(capital > 3 && capital > 2 * small);
    }
    Prepared { words, runs, clues, elsewhere, initials, loud }
}

impl Prepared {
    pub(super) fn context<'a>(&'a self, parse: &Parse<'a>) -> Context<'a> {
        Context {
            words: &self.words,
            upos: &parse.tags.upos,
            clues: &self.clues,
            elsewhere: &self.elsewhere,
            initials: &self.initials,
            loud: &self.loud,
        }
    }
}

/// The tokens among which a word's neighbours are sought: its sentence, and with a dateline the one behind it.
pub(super) fn stretch(parse: &Parse<'_>, t: usize) -> Range<usize> {
    let at = parse.tokens.tokens[t].sentence.ix();
    let own = &parse.sentences()[at];
    let next = parse.sentences().get(at + 1).filter(|_| own.kind == BlockKind::Dateline);
    own.tokens.start..next.unwrap_or(own).tokens.end
}

/// Labels each token.
pub fn names(english: &English, parse: &Parse<'_>) -> Vec<Label> {
    let recogniser = Recogniser::shared(english);
    let mut labels = vec![Label::Outside; parse.len()];
    let prepared = prepare(english, parse);
    let context = prepared.context(parse);
    let (mut features, mut scores, mut back, mut way) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in &prepared.runs {
        let sentence = stretch(parse, run.tokens.start);
        scores.clear();
        for t in run.tokens.clone() {
            context.features(t, &sentence, &run.tokens, &mut features);
            scores.push(recogniser.score(&features));
        }
        viterbi(&scores, &recogniser.steps, |_| u32::MAX, &mut back, &mut way);
        let missed = || {
            is_bearer(parse, &prepared, &run.tokens, &sentence) || has_members(english, parse, &prepared, &run.tokens)
        };
        if way == [0] && missed() {
            viterbi(&scores, &recogniser.steps, |_| BEARERS, &mut back, &mut way);
        }
        for (t, &number) in run.tokens.clone().zip(&way) {
            labels[t] = Label::of_number(number);
        }
    }
    labels
}

/// The beginnings of names that do something: of persons, bodies and places that are governed.
const BEARERS: u32 = 1 << (2 * EntityType::Person as u32 + 1)
    | 1 << (2 * EntityType::Org as u32 + 1)
    | 1 << (2 * EntityType::Gpe as u32 + 1);

/// True for initials alone before those who belong to a body: "FO members burned flares."
fn has_members(english: &English, parse: &Parse<'_>, prepared: &Prepared, run: &Range<usize>) -> bool {
    let t = run.start;
    let initials = prepared.words[t].shape & 7 == 3 && !prepared.loud[t] && (2..=6).contains(&parse.form(t).len());
    let behind = t + 1 < parse.len() && parse.upos(t + 1) == Upos::Noun;
    run.len() == 1 && initials && behind && english.entities.belongs_to_a_body(parse.lemma(t + 1))
}

/// True for a proper noun alone at the head of its sentence, before its verb: "Lenoir met the minister."
fn is_bearer(parse: &Parse<'_>, prepared: &Prepared, run: &Range<usize>, sentence: &Range<usize>) -> bool {
    let t = run.start;
    let verb = |t: usize| sentence.contains(&t) && matches!(parse.upos(t), Upos::Verb | Upos::Aux);
    // Its first letter alone is a capital; a word of a headline is not meant.
    let written = prepared.words[t].shape & 7 != 3 && !prepared.loud[t];
    run.len() == 1 && t == sentence.start && parse.upos(t) == Upos::Propn && written && verb(t + 1)
}
