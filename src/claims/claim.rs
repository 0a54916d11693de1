//! Claims of one article.

use crate::text::{ClaimIx, MentionIx, SentenceIx, Span, TimexIx};

/// Who a claim is put to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SourceKind {
    Named,
    Anonymous,
    Document,
    Outlet,
}

/// The source of an attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What sort.
    pub kind: SourceKind,
    /// As written.
    pub text: String,
    /// Where, if it is written.
    pub span: Option<Span>,
    /// The mention that stands there.
    pub mention: Option<MentionIx>,
}

/// The words that attribute ("said", "according to").
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Where.
    pub span: Span,
    /// Lemma.
    pub lemma: String,
}

/// How the content is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Mode {
    Direct,
    Indirect,
    Mixed,
    FreeIndirect,
    Unattributed,
    Headline,
    Caption,
}

/// Whether the proposition is affirmed or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Polarity {
    Positive,
    Negative,
}

/// How sure the proposition is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Modality {
    Certain,
    Probable,
    Possible,
    Planned,
    Asked,
}

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words.
    pub span: Span,
    /// In units of `unit`.
    pub value: f64,
    /// Lemma of what is counted, `%` for shares, ISO 4217 code for money.
    pub unit: String,
    /// How it bounds.
    pub bound: Bound,
}

/// A mention in its role.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// Who.
    pub mention: MentionIx,
    /// `agent`, `patient`, `recipient`, ...
    pub role: SlotName,
    /// Its words.
    pub span: Span,
}

/// The name of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum SlotName {
    Agent,
    Patient,
    Recipient,
    Place,
    Time,
    Purpose,
    Cause,
    Means,
    Manner,
    Outcome,
    Quantity,
}

/// One filled slot of a proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Which.
    pub name: SlotName,
    /// Its words.
    pub span: Span,
    /// Its syntactic head, as a place in the article.
    pub head: usize,
    /// The mention at its head.
    pub mention: Option<MentionIx>,
    /// The expression in it.
    pub timex: Option<TimexIx>,
}

/// What sort of word tells the proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredicateKind {
    /// A verb.
    Verb,
    /// A noun or adjective with a copula ("was dead").
    State,
    /// A noun of a happening ("the attack on the port").
    Nominal,
}

/// Who did what to whom, when, where, why, by what means.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposition {
    /// The predicate's head token, as a place in the article.
    pub predicate: usize,
    /// Its words.
    pub span: Span,
    /// Lemma, with a particle if it has one; of a noun of a happening the verb that tells the same, and so of the verb
    /// that only carries such a noun ("launched an attack": attack).
    pub lemma: String,
    /// What sort of word it is.
    pub kind: PredicateKind,
    /// The filled slots.
    pub slots: Vec<Slot>,
    /// Affirmed or denied, with what governs it: negators, implicatives, factives.
    pub polarity: Polarity,
    /// How sure, with what governs it.
    pub modality: Modality,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it begins.
    pub sentence: SentenceIx,
    /// The sentence or clause.
    pub span: Span,
    /// What is claimed; several spans where it is interrupted.
    pub content: Vec<Span>,
    /// Who says so; `None` for the outlet's own voice.
    pub source: Option<Source>,
    /// The attributing words.
    pub cue: Option<Cue>,
    /// How it is rendered.
    pub mode: Mode,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// How sure.
    pub modality: Modality,
    /// Hedging words.
    pub hedges: Vec<Span>,
    /// Numbers.
    pub quantities: Vec<Quantity>,
    /// Time expressions inside.
    pub times: Vec<TimexIx>,
    /// Mentions in their roles.
    pub participants: Vec<Participant>,
    /// A claim reported inside this one.
    pub inner: Option<ClaimIx>,
    /// The propositions in it, main one first.
    pub propositions: Vec<Proposition>,
}
