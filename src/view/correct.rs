//! The reader's own word, and what it is refused for.

use super::build::{MAX_NAME, View, day_range};
use super::contract as v;
use super::{Error, ErrorCode};
use crate::entities::{Correction as C, Entity, EntityType, MentionKind, Part};
use crate::text::{ArticleIx, Span};

/// Which mention of an entity is meant.
#[derive(Clone, Copy)]
enum By<'a> {
    Any,
    /// As written.
    Form(&'a str),
    Article(ArticleIx),
    Mention(v::Span),
}

impl View {
    /// Takes the reader's own word.
    ///
    /// # Errors
    /// `unknown-article`, `unknown-entity`, `bad-date`, `unknown-option`, `empty-input`, `too-large`; `no-effect` for what
    /// is so already, `name-taken` for the name of another entity.
    pub fn correct(&mut self, correction: &v::Correction) -> Result<(), Error> {
        let (correction, idle) = match correction {
            v::Correction::Date { article, published } => {
                let range = day_range(published)?;
                self.dossier.set_published(self.article_ix(article)?, range);
                return Ok(());
            }
            v::Correction::Outlet { article, outlet } => {
                self.dossier.set_outlet(self.article_ix(article)?, named(outlet)?);
                return Ok(());
            }
            v::Correction::Merge { entities: [a, b] } => {
                let idle = "These two are one entity already. Name two that differ.".to_owned();
                (C::Merge(self.mention_of(a, By::Any)?, self.mention_of(b, By::Any)?), idle)
            }
            v::Correction::Split { entity, form, article, mention } => {
                let by = match (form, article, mention) {
                    (Some(form), None, None) => By::Form(form),
                    (None, Some(article), None) => By::Article(self.article_ix(article)?),
                    (None, None, Some(mention)) => By::Mention(*mention),
                    _ => {
                        let message = "Say what to split off by one of `form`, `article` and `mention`.";
                        return Err(Error::new(ErrorCode::UnknownOption, message));
                    }
                };
                let (a, s) = self.mention_of(entity, by)?;
                let (part, only) = match by {
                    By::Form(form) => (Part::Form, format!("is written only as “{form}”")),
                    By::Article(_) => (Part::Article, "stands in that article alone".to_owned()),
                    _ => (Part::Mention, "has that one mention".to_owned()),
                };
                (C::Split(a, s, part), format!("This entity {only}, so nothing would be left to split it from."))
            }
            v::Correction::NotAName { entity } => {
                let (a, s) = self.mention_of(entity, By::Any)?;
                (C::NotAName(a, s), "This is struck already.".to_owned())
            }
            v::Correction::Rename { entity, name } => {
                let name = named(name)?;
                let (a, s) = self.mention_of(entity, By::Any)?;
                self.free(entity, name)?;
                (C::Rename(a, s, name.to_owned()), format!("This entity is called “{name}” already."))
            }
            v::Correction::Retype { entity, kind } => {
                let known = EntityType::ALL.into_iter().find(|k| k.name() == kind);
                let kind = known.ok_or_else(|| {
                    let all = EntityType::ALL.map(EntityType::name).join(", ");
                    Error::new(ErrorCode::UnknownOption, format!("`{kind}` is no entity type; use one of {all}."))
                })?;
                let (a, s) = self.mention_of(entity, By::Any)?;
                (C::Retype(a, s, kind), format!("This entity is of the type {} already.", kind.name()))
            }
        };
        match self.dossier.correct(correction) {
            true => Ok(()),
            false => Err(Error::new(ErrorCode::NoEffect, idle)),
        }
    }

    fn entity(&mut self, id: &str) -> Option<&Entity> {
        self.dossier.joint().entities.entities.iter().find(|e| e.id.to_string() == id)
    }

    /// Refuses a name that another entity bears: two that are one are merged.
    fn free(&mut self, id: &str, name: &str) -> Result<(), Error> {
        let all = &self.dossier.joint().entities.entities;
        let other = all.iter().find(|e| e.name == name && e.id.to_string() != id);
        other.map_or(Ok(()), |e| {
            let message = format!("Another entity, `{}`, is called “{name}”. Merge the two if they are one.", e.id);
            Err(Error::new(ErrorCode::NameTaken, message))
        })
    }

    /// A mention that stands for the entity: its first name, or the first mention that fits.
    fn mention_of(&mut self, id: &str, by: By<'_>) -> Result<(ArticleIx, Span), Error> {
        let unknown = || {
            let told = match by {
                By::Any => String::new(),
                By::Form(form) => format!(" written “{form}”"),
                By::Article(_) => " in that article".to_owned(),
                By::Mention(_) => " with that mention".to_owned(),
            };
            Error::new(
                ErrorCode::UnknownEntity,
                format!("There is no entity `{id}`{told} in this dossier; ask entities() again."),
            )
        };
        let mentions = self.entity(id).ok_or_else(unknown)?.mentions.clone();
        let (mut first, mut named) = (None, None);
        for (a, m) in mentions {
            let member = &self.dossier.members()[a.ix()];
            let mention = &member.mentions.mentions[m.ix()];
            let text = &self.dossier.inputs()[member.input].text;
            let fits = match by {
                By::Any => true,
                By::Form(form) => mention.span.of(text) == form,
                By::Article(article) => a == article,
                By::Mention(span) => self.span(member, mention.span) == span,
            };
            if fits {
                first = first.or(Some((a, mention.span)));
                named = named.or((mention.kind == MentionKind::Name).then_some((a, mention.span)));
            }
        }
        named.or(first).ok_or_else(unknown)
    }
}

/// A name that a reader gives, without the white space around it.
fn named(name: &str) -> Result<&str, Error> {
    match name.trim() {
        "" => Err(Error::new(ErrorCode::EmptyInput, "The name is empty. Give the name to show.")),
        name if name.len() > MAX_NAME => {
            let message = format!("The name has {} bytes; give one of at most {MAX_NAME}.", name.len());
            Err(Error::new(ErrorCode::TooLarge, message))
        }
        name => Ok(name),
    }
}
