//! How two facts about one matter stand to each other: the rules in their order.

use super::facts::Fact;
use super::lexis::{Lexis, Term};
use super::likeness::{Likeness, likeness};
use super::matter::Matter;
use super::rules;
use super::setting::Settings;
use super::{ArticleClaims, Kinship, Relation, SlotKind};
use crate::dates::DayRange;
use crate::events::Timeline;
use crate::syntax::Deprel;
use crate::tags::Feats;
use crate::text::Span;
use std::collections::BTreeSet;

/// Two facts set side by side.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Places of the facts.
    pub(super) a: usize,
    pub(super) b: usize,
    /// How surely they are about one matter, 0 to 1.
    pub(super) score: f32,
    pub(super) relation: Relation,
    /// In what they differ.
    pub(super) slot: Option<SlotKind>,
    /// In one sentence, if they differ.
    pub(super) why: String,
    /// Decisive words.
    pub(super) keys: (Span, Span),
    /// The figures or times that it sets side by side.
    pub(super) figures: Option<(Span, Span)>,
    /// The question that both answer.
    pub(super) question: String,
    /// What both are about.
    pub(super) topic: String,
    /// No rule tells how they stand, only the weights.
    pub(super) learnt: bool,
    /// Pairs of one matter answer one question; empty where only the facts tell.
    pub(super) matter: String,
}

/// What the relation step may ask.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) lexis: &'a Lexis<'a>,
    /// The words of an article.
    pub(super) texts: &'a [&'a str],
    /// Per article: when it came out.
    pub(super) published: &'a [DayRange],
    /// Per article: who and what it names.
    pub(super) named_in: &'a [BTreeSet<Term>],
    /// Per article: the named places where it sets what it tells.
    pub(super) placed_in: &'a [BTreeSet<Term>],
    /// The unit of what the words of an earthquake's scale measure.
    pub(super) magnitude: &'static str,
    /// What the articles claim.
    pub(super) articles: &'a [ArticleClaims<'a>],
    /// When each sentence is set.
    pub(super) settings: &'a Settings,
    /// What happened when, with the time expressions of each article.
    pub(super) timeline: &'a Timeline,
    /// Names of entities.
    pub(super) names: &'a [String],
    /// How the articles hang together.
    pub(super) kinship: &'a Kinship,
}

/// Two facts with what is known of the pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Two<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) x: &'a Fact,
    pub(super) y: &'a Fact,
    pub(super) like: Likeness,
    /// One article says both.
    pub(super) inside: bool,
    /// How surely they are about one matter, 0 to 1.
    pub(super) matter: f32,
    /// How surely they part, if they are, 0 to 1.
    pub(super) apart: f32,
    /// How surely both: one matter, told otherwise, 0 to 1.
    pub(super) differ: f32,
}

/// What a rule finds.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// No rule tells it, only the weights.
    pub(super) learnt: bool,
    pub(super) relation: Relation,
    pub(super) slot: Option<SlotKind>,
    pub(super) score: f32,
    pub(super) why: String,
    pub(super) keys: (Span, Span),
    pub(super) figures: Option<(Span, Span)>,
    pub(super) question: String,
    pub(super) topic: String,
    pub(super) matter: String,
}

/// How two facts stand, if they are about one matter.
pub(super) fn relate(scene: Scene<'_>, matter: &Matter<'_>, a: usize, b: usize, x: &Fact, y: &Fact) -> Vec<Pair> {
    let two = matter.two(scene, a, b, x, y);
    rules::all(two).into_iter().map(|f| f.pair(a, b)).collect()
}

impl Finding {
    /// It as told of the facts at two places.
    pub(super) fn pair(self, a: usize, b: usize) -> Pair {
        let Self { learnt, relation, slot, score, why, keys, figures, question, topic, matter } = self;
        Pair { a, b, learnt, score, relation, slot, why, keys, figures, question, topic, matter }
    }
}

impl<'a> Two<'a> {
    /// Two facts measured against each other, of whose matter nothing is known yet.
    pub(super) fn new(scene: Scene<'a>, x: &'a Fact, y: &'a Fact) -> Self {
        let like = likeness(scene.lexis, x, y);
        Self { scene, x, y, like, inside: x.article == y.article, matter: 0.0, apart: 0.0, differ: 0.0 }
    }

    pub(super) fn lexis(&self) -> &'a Lexis<'a> {
        self.scene.lexis
    }

    /// True if who does it speaks of himself ("I").
    pub(super) fn speaks(&self, f: &Fact) -> bool {
        let p = &self.scene.articles[f.article.ix()].parse;
        let subject = |c: &usize| matches!(p.deprel(*c), Deprel::Nsubj | Deprel::NsubjPass);
        p.children(f.at).find(subject).is_some_and(|c| p.feats(c).has(Feats::FIRST_PERSON))
    }

    /// The claim that the first fact stands in.
    pub(super) fn said_x(&self) -> &'a str {
        self.of_x(self.x.said)
    }

    /// The claim that the second fact stands in.
    pub(super) fn said_y(&self) -> &'a str {
        self.of_y(self.y.said)
    }

    /// The words of a span of the first fact's article.
    pub(super) fn of_x(&self, s: Span) -> &'a str {
        s.of(self.scene.texts[self.x.article.ix()])
    }

    /// The words of a span of the second fact's article.
    pub(super) fn of_y(&self, s: Span) -> &'a str {
        s.of(self.scene.texts[self.y.article.ix()])
    }
}
