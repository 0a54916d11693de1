//! The reader's own word on entities.

use super::assemble::{Draft, first_id, tell};
use super::{EntityType, MentionKind, Mentions, sieve};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{Arrange, ArticleIx, Gather, Span, fold};
use std::collections::BTreeSet;

/// What of an entity a mention takes along when the reader splits it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All names of its form, with the descriptions and pronouns that lean on nothing else.
    Form,
    /// All that its article says of the entity.
    Article,
    /// Nothing.
    Mention,
}

/// Goes before every rule. Entities are named by one of their mentions.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// The two are one.
    Merge((ArticleIx, Span), (ArticleIx, Span)),
    /// This mention, and what goes with it, are another.
    Split(ArticleIx, Span, Part),
    /// This is no name.
    NotAName(ArticleIx, Span),
    /// Call it so.
    Rename(ArticleIx, Span, String),
    /// It is of this type.
    Retype(ArticleIx, Span, EntityType),
}

impl Correction {
    /// The mentions that name its entities: article and span of each.
    pub fn anchors(&mut self) -> impl Iterator<Item = (&mut ArticleIx, &mut Span)> {
        let (first, second) = match self {
            Self::Merge((a, s), (b, t)) => ((a, s), Some((b, t))),
            Self::Split(a, s, _) | Self::NotAName(a, s) | Self::Rename(a, s, _) | Self::Retype(a, s, _) => {
                ((a, s), None)
            }
        };
        std::iter::once(first).chain(second)
    }

    /// The correction after the article at `place` is gone; `None` if it spoke of that article.
    pub fn without(mut self, place: usize) -> Option<Self> {
        for (a, _) in self.anchors() {
            *a = match a.ix() {
                x if x == place => return None,
                x => ArticleIx::new(if x > place { x - 1 } else { x }),
            };
        }
        Some(self)
    }
}

/// Applies corrections in the order they were made; one whose mention is gone says nothing.
pub(super) fn apply(
    english: &English,
    drafts: &mut Vec<Draft>,
    articles: &[(Parse<'_>, &Mentions)],
    serials: &[u32],
    corrections: &[Correction],
) {
    for correction in corrections {
        match correction {
            Correction::Merge((a, s), (b, t)) => {
                if let (Some(x), Some(y)) = (holder(drafts, articles, *a, *s), holder(drafts, articles, *b, *t)) {
                    merge(english, drafts, articles, (x, (*a, *s)), (y, (*b, *t)));
                }
            }
            Correction::Split(a, s, part) => {
                if let Some(x) = holder(drafts, articles, *a, *s)
                    && let Some(mut new) = split(english, &mut drafts[x], articles, (*a, *s), *part)
                {
                    new.id = first_id(&new.mentions, serials);
                    let twins =
                        drafts.iter().filter(|d| (d.id.serial, d.id.mention) == (new.id.serial, new.id.mention));
                    new.id.split = twins.count() as u32;
                    drafts.push(new);
                }
            }
            Correction::NotAName(a, s) => {
                if let Some(x) = holder(drafts, articles, *a, *s) {
                    drafts[x].struck = true;
                }
            }
            Correction::Rename(a, s, name) => {
                if let Some(x) = holder(drafts, articles, *a, *s) {
                    drafts[x].renamed = Some(name.clone());
                }
            }
            Correction::Retype(a, s, kind) => {
                if let Some(x) = holder(drafts, articles, *a, *s) {
                    drafts[x].retyped = Some(*kind);
                }
            }
        }
    }
}

/// The draft that holds the mention with that span.
fn holder(drafts: &[Draft], articles: &[(Parse<'_>, &Mentions)], a: ArticleIx, span: Span) -> Option<usize> {
    let m = articles.get(a.ix())?.1.mentions.iter().position(|m| m.span == span)?;
    drafts.iter().position(|d| d.mentions.binary_search(&(a.ix(), m)).is_ok())
}

type At = (ArticleIx, Span);

fn merge(
    english: &English,
    drafts: &mut [Draft],
    articles: &[(Parse<'_>, &Mentions)],
    (x, at): (usize, At),
    (y, to): (usize, At),
) {
    if x == y {
        return;
    }
    let other = std::mem::take(&mut drafts[y]);
    drafts[y].struck = true;
    let words = |(a, s): At| s.of(articles[a.ix()].0.text).to_owned();
    let d = &mut drafts[x];
    d.mentions.extend(other.mentions);
    d.mentions.arrange();
    for u in other.joined {
        for f in &u.forms {
            tell(&mut d.joined, &u.why, [u.forms[0].as_str(), f]);
        }
    }
    tell(&mut d.joined, english.entities.why.reader, [&words(at), &words(to)]);
    d.renamed = d.renamed.take().or(other.renamed);
    d.retyped = d.retyped.or(other.retyped);
    d.struck &= other.struck;
}

/// Takes out what goes with a mention; `None` if that would leave nothing behind.
fn split(
    english: &English,
    d: &mut Draft,
    articles: &[(Parse<'_>, &Mentions)],
    (a, span): At,
    part: Part,
) -> Option<Draft> {
    let written = |article: usize, s: Span| s.of(articles[article].0.text);
    let form = |article: usize, s: Span| sieve::form(english, written(article, s));
    let taken = form(a.ix(), span);
    // A chain goes along if all its names have that form.
    let stays = |article: usize, chain: u32| {
        let m = articles[article].1;
        let mut names =
            (m.mentions.iter().zip(&m.chain)).filter(|(n, c)| **c == chain && n.kind == MentionKind::Name).peekable();
        names.peek().is_none() || names.any(|(n, _)| form(article, n.span) != taken)
    };
    let goes = |&(article, i): &(usize, usize)| {
        let m = articles[article].1;
        let mention = &m.mentions[i];
        match (part, mention.kind) {
            (Part::Article, _) => article == a.ix(),
            (Part::Mention, _) => article == a.ix() && mention.span == span,
            (Part::Form, MentionKind::Name) => form(article, mention.span) == taken,
            (Part::Form, _) => fold(written(article, mention.span)) == taken || !stays(article, m.chain[i]),
        }
    };
    let (gone, left): (Vec<_>, Vec<_>) = d.mentions.iter().copied().partition(goes);
    if left.is_empty() {
        return None;
    }
    // Each side keeps the reasons that join what it still holds.
    let reasons = |mentions: &[(usize, usize)]| {
        let held: BTreeSet<&str> = mentions.iter().map(|&(x, i)| written(x, articles[x].1.mentions[i].span)).into_set();
        let mut joined = d.joined.clone();
        joined.iter_mut().for_each(|u| u.forms.retain(|f| held.contains(f.as_str())));
        joined.retain(|u| u.forms.len() > 1);
        joined
    };
    let new = Draft { joined: reasons(&gone), mentions: gone, ..Draft::default() };
    d.joined = reasons(&left);
    d.mentions = left;
    Some(new)
}
