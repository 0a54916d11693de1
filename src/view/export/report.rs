//! What every format is written from.

use crate::view::contract as v;
use crate::view::{Error, View};
use std::collections::BTreeMap;

/// All findings, with their words at hand.
pub(super) struct Report<'a> {
    view: &'a View,
    pub(super) articles: Vec<v::Article>,
    pub(super) entities: Vec<v::Entity>,
    pub(super) timeline: v::Timeline,
    pub(super) claims: Vec<v::Claim>,
    pub(super) diff: v::ClaimDiff,
    pub(super) notes: Vec<v::Note>,
}

impl<'a> Report<'a> {
    pub(super) fn of(view: &'a mut View) -> Result<Self, Error> {
        let (articles, entities, timeline) = (view.articles(), view.entities(), view.timeline());
        let (claims, diff, notes) = (view.claims(), view.claim_diff(None)?, view.notes());
        Ok(Self { view, articles, entities, timeline, claims, diff, notes })
    }

    /// The text of an input.
    pub(super) fn text(&self, input: u32) -> &'a str {
        self.view.text(input as usize).unwrap_or("")
    }

    /// The texts of all inputs.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.view.dossier.inputs().iter().map(|i| i.text.as_str())
    }

    /// A span of the contract in bytes of its input.
    pub(super) fn bytes(&self, span: v::Span) -> std::ops::Range<usize> {
        let Some(input) = self.view.dossier.inputs().get(span.input as usize) else { return 0..0 };
        let at = |unit| input.utf16.byte(&input.text, unit);
        at(span.start)..at(span.end)
    }

    /// The words of a span.
    pub(super) fn words(&self, span: v::Span) -> &'a str {
        self.text(span.input).get(self.bytes(span)).unwrap_or("")
    }

    /// The article of an id.
    pub(super) fn article(&self, id: &str) -> Option<&v::Article> {
        self.articles.iter().find(|a| a.id == id)
    }

    /// The siglum of the article of an id.
    pub(super) fn siglum(&self, id: &str) -> &str {
        self.article(id).map_or("", |a| a.siglum.as_str())
    }

    /// The sigla of the articles of each happening.
    pub(super) fn happenings(&self) -> Vec<Vec<&str>> {
        let mut found: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for a in self.articles.iter().filter(|a| a.other_story.is_none()) {
            found.entry(a.happening).or_default().push(&a.siglum);
        }
        found.into_values().collect()
    }

    /// The name of the outlet of an article, empty if it is not known.
    pub(super) fn outlet<'b>(&self, article: &'b v::Article) -> &'b str {
        article.outlet.as_ref().map_or("", |o| o.name.as_str())
    }

    /// The address that an article was given with, if it is one of the web.
    pub(super) fn url(&self, article: &v::Article) -> Option<&'a str> {
        let url = self.view.dossier.inputs().get(article.input as usize)?.url.as_deref()?;
        ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme)).then_some(url)
    }
}

impl v::Group {
    /// What the group is about, in words.
    pub(super) fn title(&self) -> &str {
        if self.question.is_empty() { &self.topic } else { &self.question }
    }
}
