//! Which article rests on which, and which is about something else.

use super::ArticleClaims;
use crate::english::English;
use crate::entities::Entities;
use crate::text::{ArticleIx, Span};

/// One article rests on another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependence {
    /// The one that depends.
    pub article: ArticleIx,
    /// The one it depends on.
    pub on: ArticleIx,
    /// In words.
    pub why: String,
    /// The words of `article` that show it.
    pub evidence: Vec<Span>,
}

/// How the articles of a dossier stand to each other.
#[derive(Clone, Debug, Default)]
pub struct Kinship {
    /// Who rests on whom.
    pub depends: Vec<Dependence>,
    /// Per article: why it is about something else, if it is.
    pub other_story: Vec<Option<String>>,
}

/// Compares the articles as wholes.
pub fn dependence(_english: &English, articles: &[ArticleClaims<'_>], _entities: &Entities) -> Kinship {
    Kinship { depends: Vec::new(), other_story: vec![None; articles.len()] }
}
