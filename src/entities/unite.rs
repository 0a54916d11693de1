//! Entities across articles.

use super::{Entities, Mentions};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{ArticleIx, Span};

/// The reader's own word on entities; goes before every rule. Entities are named by one of their mentions.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// The two are one.
    Merge((ArticleIx, Span), (ArticleIx, Span)),
    /// This mention, and those of the same form, are another.
    Split(ArticleIx, Span),
    /// This is no name.
    NotAName(ArticleIx, Span),
    /// Call it so.
    Rename(ArticleIx, Span, String),
    /// It is of this type.
    Retype(ArticleIx, Span, super::EntityType),
}

/// Unites the chains of all articles.
pub fn unite(_english: &English, articles: &[(Parse<'_>, &Mentions)], _corrections: &[Correction]) -> Entities {
    Entities { entities: Vec::new(), of: articles.iter().map(|(_, m)| vec![None; m.mentions.len()]).collect() }
}

impl Correction {
    /// The correction after the article at `place` is gone; `None` if it spoke of that article.
    pub fn without(self, place: usize) -> Option<Self> {
        let keep = |a: ArticleIx| match a.ix() {
            x if x == place => None,
            x => Some(ArticleIx::new(if x > place { x - 1 } else { x })),
        };
        Some(match self {
            Self::Merge((a, s), (b, t)) => Self::Merge((keep(a)?, s), (keep(b)?, t)),
            Self::Split(a, s) => Self::Split(keep(a)?, s),
            Self::NotAName(a, s) => Self::NotAName(keep(a)?, s),
            Self::Rename(a, s, name) => Self::Rename(keep(a)?, s, name),
            Self::Retype(a, s, kind) => Self::Retype(keep(a)?, s, kind),
        })
    }
}
