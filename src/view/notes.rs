//! What could not be read, and what the reader should know of it.

use super::build::View;
use super::contract as v;
use crate::dossier::Member;
use crate::text::{ArticleIx, Span};

impl View {
    /// What could not be read, and why.
    pub fn notes(&self) -> Vec<v::Note> {
        let members = self.dossier.members();
        let mut notes = Vec::new();
        for (i, input) in self.dossier.inputs().iter().enumerate() {
            for n in &input.notes {
                let (start, end) = n.span.map_or((0, 0), |s| input.utf16.span(&input.text, s));
                let inside = |m: &&Member| m.input == i && n.span.is_some_and(|s| m.article.span.contains(s));
                let article = members.iter().find(inside).map(|m| format!("a{}", m.serial));
                // What is said of an article goes with it.
                if n.span.is_none() || article.is_some() {
                    let span = n.span.map(|_| v::Span { input: i as u32, start, end });
                    notes.push(v::Note { code: n.code, message: n.message.clone(), article, span });
                }
            }
        }
        for (m, member) in members.iter().enumerate() {
            for timex in member.timexes.iter().filter(|t| t.impossible) {
                let article = Some(self.article_id(ArticleIx::new(m)));
                let message = timex.steps.first().cloned().unwrap_or_default();
                notes.push(v::Note {
                    code: "impossible-date",
                    message,
                    article,
                    span: Some(self.span(member, timex.span)),
                });
            }
        }
        for (later, earlier) in self.dossier.duplicates() {
            let m = &members[later.ix()];
            let span: Span = m.article.headline.or(m.article.blocks.first().map(|b| b.span)).unwrap_or(m.article.span);
            notes.push(v::Note {
                code: "duplicate-article",
                message: format!(
                    "This article has nearly the same words as article {}; both are counted. Remove one of the two.",
                    super::build::siglum(earlier.ix())
                ),
                article: Some(self.article_id(later)),
                span: Some(self.span(m, span)),
            });
        }
        notes
    }
}
