//! What a comparison yields.

use crate::articles::Article;
use crate::claims::Claim;
use crate::entities::Mentions;
use crate::syntax::Parse;
use crate::text::{ArticleIx, ClaimIx, Span};

/// What the comparison needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct ArticleClaims<'a> {
    /// What the reader found.
    pub article: &'a Article,
    /// Its words.
    pub parse: Parse<'a>,
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// Its claims.
    pub claims: &'a [Claim],
}

/// How the sides of a group stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Relation {
    Conflict,
    Differ,
    Agree,
}

/// How sure a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Strength {
    Weak,
    Medium,
    Strong,
}

/// In what the sides differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum SlotKind {
    Quantity,
    Time,
    Polarity,
    Agent,
    Patient,
    Place,
    Purpose,
    Means,
    Cause,
    Modality,
    Source,
    Quotation,
    Outcome,
}

/// A slot that differs, with the reason in one plain sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffersIn {
    /// Which slot.
    pub slot: SlotKind,
    /// Why.
    pub why: String,
}

/// A claim on a side, with its decisive words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Article.
    pub article: ArticleIx,
    /// Claim.
    pub claim: ClaimIx,
    /// The decisive words.
    pub key: Span,
}

/// Those who say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What they say, in a few of their words.
    pub says: String,
    /// Who.
    pub members: Vec<Member>,
}

/// Statements about one matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// A few shared words.
    pub topic: String,
    /// A neutral question.
    pub question: String,
    /// How the sides stand.
    pub relation: Relation,
    /// How surely.
    pub strength: Strength,
    /// Where they part.
    pub differs_in: Vec<DiffersIn>,
    /// The sides; one for an agreement.
    pub sides: Vec<Side>,
    /// The members' articles depend on each other: one voice.
    pub same_source: bool,
    /// Set when one article contradicts itself.
    pub within: Option<ArticleIx>,
}

/// A whole comparison.
#[derive(Clone, Debug, Default)]
pub struct Diff {
    /// Strongest first.
    pub groups: Vec<Group>,
    /// Per article of the dossier: the claims that no other article makes.
    pub only_in: Vec<Vec<ClaimIx>>,
    /// All pairs that were compared.
    #[cfg(feature = "train")]
    pub examples: Vec<Example>,
    /// All pairs of figures that were.
    #[cfg(feature = "train")]
    pub figures: Vec<Example>,
}

/// The traits of a pair, in the order of their bins.
#[cfg(feature = "train")]
pub const TRAITS: &[&str] = &super::matter::TRAITS;
/// The same for pairs of figures.
#[cfg(feature = "train")]
pub const FIGURES: &[&str] = &super::measures::TRAITS;
/// The same for pairs of articles.
#[cfg(feature = "train")]
pub const BONDS: &[&str] = &super::bonds::TRAITS;

/// Two statements that were compared, for learning from.
#[cfg(feature = "train")]
#[derive(Clone, Debug)]
pub struct Example {
    /// Their articles.
    pub articles: [ArticleIx; 2],
    /// Their decisive words.
    pub keys: [Span; 2],
    /// The words that tell them.
    pub at: [Span; 2],
    /// The bins of the traits in [`super::TRAITS`].
    pub bins: Vec<u8>,
    /// Both give the same value.
    pub equal: bool,
    /// The relation that is found.
    pub found: Option<Relation>,
}
