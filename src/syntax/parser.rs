//! From tags to trees: greedy, one transition after the other, the best-scoring legal one each time.

use super::features::{MARKS, Mark, ROOT, Word, extract};
use super::transition::{Legal, State, TRANSITIONS, Transition};
use super::{Deprel, Tree};
use crate::english::English;
use crate::linear::{MAX_CLASSES, Model, Scores, best, mix, text_hash};
use crate::tags::{Cluster, Feats, Tags, Upos};
use crate::text::TokenIx;
use crate::tokens::Tokens;
use std::sync::OnceLock;

/// Parses an article's sentences, each into one tree with one root; linear in the number of tokens.
pub fn parse(english: &English, text: &str, tokens: &Tokens, tags: &Tags) -> Tree {
    static PARSER: OnceLock<Parser> = OnceLock::new();
    let parser = PARSER.get_or_init(|| Parser::new(Model::from_bytes(english.syntax.weights)));
    let n = tokens.tokens.len();
    let (mut head, mut deprel) = (vec![None; n], vec![Deprel::Root; n]);
    let mut desk = Desk::default();
    for s in &tokens.sentences {
        desk.words.clear();
        for t in s.tokens.clone() {
            desk.words.push(look_up(
                tokens.tokens[t].span.of(text),
                &tags.lemma[t],
                tags.upos[t],
                tags.feats[t],
                tags.cluster[t],
            ));
        }
        add_up(&mut desk.words);
        parser.run(&mut desk);
        for (t, node) in s.tokens.clone().zip(&desk.state.nodes) {
            deprel[t] = node.rel;
            head[t] = (node.head != desk.state.root()).then(|| TokenIx::new(s.tokens.start + node.head as usize));
        }
    }
    Tree::new(head, deprel)
}

/// The features of a word that decide its place, beside its part of speech.
const FINE: Feats = Feats::PAST_PARTICIPLE
    .with(Feats::ING)
    .with(Feats::FINITE)
    .with(Feats::INFINITIVE)
    .with(Feats::PLURAL)
    .with(Feats::POSSESSIVE)
    .with(Feats::RELATIVE)
    .with(Feats::INTERROGATIVE);

/// A word's values.
pub(super) fn look_up(form: &str, lemma: &str, upos: Upos, feats: Feats, cluster: Cluster) -> Word {
    let hash = if form.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) {
        text_hash(&form.to_lowercase())
    } else {
        text_hash(form)
    };
    Word {
        form: hash,
        lemma: text_hash(lemma),
        tag: mix(upos as u32, feats.0 & FINE.0),
        upos: upos as u32,
        cluster: [cluster.fine(), cluster.coarse()],
        passed: passed(form, upos, feats),
    }
}

/// What the word itself adds to the counts of marks.
fn passed(form: &str, upos: Upos, feats: Feats) -> [u16; MARKS] {
    let mut out = [0; MARKS];
    let mark = match upos {
        Upos::Verb | Upos::Aux if feats.has(Feats::FINITE) => Mark::Verb,
        Upos::Cconj => Mark::And,
        Upos::Sconj => Mark::Sub,
        Upos::Punct => match form {
            "," | ":" | ";" | "-" | "--" | "–" | "—" => Mark::Pause,
            "\"" | "“" | "”" | "''" | "``" => Mark::Quote,
            _ => return out,
        },
        _ if feats.has(Feats::RELATIVE) => Mark::Sub,
        _ => return out,
    };
    out[mark as usize] = 1;
    out
}

/// Turns what each word adds into counts from the sentence's start.
pub(super) fn add_up(words: &mut [Word]) {
    let mut sum = [0u16; MARKS];
    for word in words {
        for (sum, own) in sum.iter_mut().zip(&mut word.passed) {
            *sum = sum.saturating_add(*own);
            *own = *sum;
        }
    }
}

/// The reusable working memory of one parse.
#[derive(Debug, Default)]
pub(super) struct Desk {
    pub(super) words: Vec<Word>,
    pub(super) state: State,
}

/// A score that no sum of weights reaches.
const NEVER: i32 = i32::MIN / 2;

/// A model with what is legal laid out for it.
#[derive(Debug)]
pub(super) struct Parser {
    model: Model,
    /// For each combination of legal kinds, what scores start from: 0 or [`NEVER`].
    start: [[i32; TRANSITIONS]; 16],
    /// The class that is chosen where no other is legal.
    only: [Option<usize>; 16],
}

impl Parser {
    pub(super) fn new(model: Model) -> Self {
        let used = model.used();
        let (mut start, mut only) = ([[NEVER; TRANSITIONS]; 16], [None; 16]);
        for (number, scores) in start.iter_mut().enumerate() {
            let legal = Legal::from_number(number);
            for (class, score) in scores.iter_mut().enumerate() {
                let step = Transition::from_class(class);
                // Without weights, any one relation will do.
                let known = used[class] || matches!(step, Transition::Shift | Transition::Right(Deprel::Dep));
                if legal.allows(step) && (known || step == Transition::Left(Deprel::Root)) {
                    *score = 0;
                }
            }
            let mut open = (0..TRANSITIONS).filter(|&class| scores[class] == 0);
            only[number] = open.next().filter(|_| open.next().is_none());
        }
        Self { model, start, only }
    }

    /// Parses the words on the desk; the tree is in its state.
    pub(super) fn run(&self, desk: &mut Desk) {
        desk.state.reset(desk.words.len());
        desk.words.push(ROOT);
        let mut scores: Scores = [0; MAX_CLASSES];
        while !desk.state.is_done() {
            let legal = desk.state.legal().number();
            let class = self.only[legal].unwrap_or_else(|| {
                scores[..TRANSITIONS].copy_from_slice(&self.start[legal]);
                self.model.score(&extract(&desk.state, &desk.words), &mut scores);
                best(&scores[..TRANSITIONS])
            });
            desk.state.apply(Transition::from_class(class));
        }
    }
}
