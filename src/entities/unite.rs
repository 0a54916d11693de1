//! Entities across articles.

use super::{Entities, Entity, Mentions};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{ArticleIx, EntityIx, MentionIx, Span, fold};
use std::collections::BTreeMap;

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
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<Entity> = Vec::new();
    let mut of: Vec<Vec<Option<usize>>> = Vec::new();
    for (a, (parse, mentions)) in articles.iter().enumerate() {
        of.push(Vec::new());
        for (i, m) in mentions.mentions.iter().enumerate() {
            let form = m.span.of(parse.text);
            let e = *by_name.entry(fold(form)).or_insert_with(|| {
                found.push(Entity { name: form.to_owned(), kind: m.label, ..Entity::default() });
                found.len() - 1
            });
            found[e].mentions.push((ArticleIx::new(a), MentionIx::new(i)));
            of[a].push(Some(e));
        }
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&e| std::cmp::Reverse(found[e].mentions.len()));
    let mut place = vec![0; found.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let entities = order.iter().map(|&e| std::mem::take(&mut found[e])).collect();
    let of = of.into_iter().map(|v| v.into_iter().map(|e| e.map(|e| EntityIx::new(place[e]))).collect()).collect();
    Entities { entities, of }
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
