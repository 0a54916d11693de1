//! One timeline from all articles.

use super::{Event, Timeline};
use crate::articles::Published;
use crate::english::English;
use crate::entities::{Entities, Mentions};
use crate::syntax::Parse;
use crate::text::ArticleIx;
use crate::times::{Anchor, SELF, Timex};

/// What the timeline needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct ArticleTimes<'a> {
    /// Its words.
    pub parse: Parse<'a>,
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// Its expressions, resolved inside the article.
    pub timexes: &'a [Timex],
    /// Its events.
    pub events: &'a [Event],
    /// Its publication date, as far as it tells itself.
    pub published: &'a Published,
    /// True if it is about something else than the dossier.
    pub other_story: bool,
}

/// Unites events across articles and dates them jointly.
pub fn timeline(_english: &English, articles: &[ArticleTimes<'_>], _entities: &Entities) -> Timeline {
    Timeline {
        timexes: articles.iter().enumerate().map(|(a, it)| placed(a, it.timexes)).collect(),
        published: articles.iter().map(|a| a.published.clone()).collect(),
        entries: Vec::new(),
    }
}

/// An article's expressions with anchors that name the article.
fn placed(article: usize, timexes: &[Timex]) -> Vec<Timex> {
    let mut timexes = timexes.to_vec();
    for timex in &mut timexes {
        match &mut timex.anchor {
            Anchor::Timex(of, _) if *of == SELF => *of = ArticleIx::new(article),
            _ => {}
        }
    }
    timexes
}
