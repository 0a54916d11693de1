//! From tokens to tags: a greedy pass from left to right with an averaged perceptron (Collins 2002), then another look at
//! what was doubtful, with the classes to its right known as well (after Toutanova et al. 2003).

use super::features::Context;
use super::lemma::Lemmatiser;
use super::lexical::{Lexical, lower};
use super::{Cluster, Clusters, Feats, Tags, Upos};
use crate::english::English;
use crate::linear::{MAX_CLASSES, Model, Scores, best};
use crate::tokens::Tokens;
use std::sync::OnceLock;

/// A class that the tagger chooses: part of speech and features together.
pub(super) type Class = (Upos, Feats);

/// Everything that is learnt, laid out once.
#[derive(Debug)]
pub struct Tagger {
    classes: Vec<Class>,
    model: Model,
    /// Word clusters.
    pub clusters: Clusters,
    lemmas: Lemmatiser,
}

impl Tagger {
    /// The tagger that ships, laid out at first use.
    pub fn shared(english: &English) -> &'static Self {
        static TAGGER: OnceLock<Tagger> = OnceLock::new();
        TAGGER.get_or_init(|| {
            let words = &english.tags;
            Self::new(words.tagger, Clusters::from_bytes(words.clusters), Lemmatiser::new(words.lemmas))
        })
    }

    /// From weights: the number of classes, per class its part of speech and features (`u8`, `u32`), then the model.
    pub fn new(bytes: &[u8], clusters: Clusters, lemmas: Lemmatiser) -> Self {
        let (classes, model) = read(bytes).unwrap_or((&[], &[]));
        let classes = (classes.chunks_exact(5))
            .map(|c| {
                let upos = Upos::ALL.get(usize::from(c[0])).copied().unwrap_or_default();
                (upos, Feats(u32::from_le_bytes([c[1], c[2], c[3], c[4]])))
            })
            .collect();
        Self { classes, model: Model::from_bytes(model), clusters, lemmas }
    }

    /// The lemma of a form that has these features.
    #[cfg(feature = "train")]
    pub fn lemma(&self, form: &str, upos: Upos, feats: Feats) -> String {
        self.lemmas.lemma(form, (upos, feats), true, &mut String::new()).into()
    }

    /// Tags one sentence whose words are given apart from any text.
    #[cfg(feature = "train")]
    pub fn forms(&self, forms: &[&str]) -> Tags {
        let mut buffer = String::new();
        let words: Vec<Lexical> = forms.iter().map(|f| Lexical::new(&self.clusters, f, &mut buffer)).collect();
        let mut classes = Vec::new();
        self.sentence(&words, &mut classes);
        let mut tags = Tags::default();
        for (i, form) in forms.iter().enumerate() {
            let class = self.classes.get(usize::from(classes[i])).copied().unwrap_or_default();
            tags.upos.push(class.0);
            tags.feats.push(class.1);
            tags.lemma.push(self.lemmas.lemma(form, class, i == 0, &mut buffer).into());
            tags.cluster.push(words[i].cluster);
        }
        tags
    }

    /// Appends the class numbers of one sentence.
    fn sentence(&self, words: &[Lexical], out: &mut Vec<u8>) {
        let context = Context::new(words);
        let classes = self.classes.len().clamp(1, MAX_CLASSES);
        let mut scores: Scores = [0; MAX_CLASSES];
        let begin = out.len();
        let mut doubts = Vec::new();
        let mut left = [START; 2];
        for i in 0..words.len() {
            scores[..classes].fill(0);
            self.model.score(&context.features(i, left), &mut scores);
            let class = best(&scores[..classes]);
            out.push(class as u8);
            let score = std::mem::replace(&mut scores[class], i32::MIN);
            let next = scores[best(&scores[..classes])];
            scores[class] = score;
            if score.saturating_sub(next) < DOUBT {
                doubts.push((i, left, scores));
            }
            left = [class as u32, left[0]];
        }
        // What was doubtful is looked at again, now that the classes to its right are known.
        let out = &mut out[begin..];
        for (i, known, mut scores) in doubts {
            let at = |k: Option<usize>| k.and_then(|k| out.get(k)).map_or(START, |&c| c.into());
            let left = [at(i.checked_sub(1)), at(i.checked_sub(2))];
            // Those to its left are seldom others than they were.
            if left != known {
                scores[..classes].fill(0);
                self.model.score(&context.features(i, left), &mut scores);
            }
            self.model.score(&context.right(i, left[0], [at(Some(i + 1)), at(Some(i + 2))]), &mut scores);
            out[i] = best(&scores[..classes]) as u8;
        }
    }
}

impl Tagger {
    /// What classes and clusters say, with lemmas.
    fn tags(&self, text: &str, tokens: &Tokens, mut classes: Vec<u8>, cluster: Vec<Cluster>) -> Tags {
        let n = tokens.tokens.len();
        classes.resize(n, 0);
        let class = |i: usize| self.classes.get(usize::from(classes[i])).copied().unwrap_or_default();
        let mut tags = Tags {
            upos: (0..n).map(|i| class(i).0).collect(),
            feats: (0..n).map(|i| class(i).1).collect(),
            lemma: Vec::with_capacity(n),
            cluster,
        };
        let mut buffer = String::new();
        for sentence in &tokens.sentences {
            for i in sentence.tokens.clone() {
                let form = tokens.tokens[i].span.of(text);
                let first = i == sentence.tokens.start;
                tags.lemma.push(self.lemmas.lemma(form, class(i), first, &mut buffer).into());
            }
        }
        tags
    }
}

/// Scores nearer to the best than this leave a doubt.
const DOUBT: i32 = 24;

/// Stands for the class of the words before a sentence.
pub(super) const START: u32 = 255;

fn read(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (&n, rest) = bytes.split_first()?;
    rest.split_at_checked(usize::from(n) * 5)
}

/// Tags an article. One entry per token.
pub fn tag(english: &English, text: &str, tokens: &Tokens) -> Tags {
    let tagger = Tagger::shared(english);
    let mut buffer = String::new();
    let words: Vec<Lexical> =
        tokens.tokens.iter().map(|t| Lexical::new(&tagger.clusters, t.span.of(text), &mut buffer)).collect();
    let mut classes = Vec::with_capacity(words.len());
    for sentence in &tokens.sentences {
        tagger.sentence(&words[sentence.tokens.clone()], &mut classes);
    }
    let clusters = words.iter().map(|w| w.cluster).collect();
    tagger.tags(text, tokens, classes, clusters)
}

/// The number of the class that a token was tagged with.
pub fn class(english: &English, tags: &Tags, token: usize) -> u8 {
    let class = (tags.upos[token], tags.feats[token]);
    Tagger::shared(english).classes.iter().position(|&c| c == class).unwrap_or(0) as u8
}

/// The tags of an article whose classes are known.
pub fn of_classes(english: &English, text: &str, tokens: &Tokens, classes: &[u8]) -> Tags {
    let tagger = Tagger::shared(english);
    let mut buffer = String::new();
    let mut cluster = |form: &str| {
        lower(form, &mut buffer);
        tagger.clusters.of(&buffer)
    };
    let clusters = tokens.tokens.iter().map(|t| cluster(t.span.of(text))).collect();
    tagger.tags(text, tokens, classes.to_vec(), clusters)
}
