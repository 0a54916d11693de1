//! The whole of English, in one value.

use super::{claims, compare, entities, events, names, people, places, reader, spelling, syntax, tags, times, tokens};
use std::sync::OnceLock;

/// Every word table, one field per consuming stage.
#[derive(Debug, Default)]
pub struct English {
    /// Countries, cities and peoples.
    pub places: places::Places,
    /// What it costs to write one name in two ways.
    pub spelling: spelling::Spelling,
    /// Parts of person names.
    pub people: people::People,
    /// For [`crate::articles`].
    pub reader: reader::ReaderWords,
    /// For [`crate::tokens`].
    pub tokens: tokens::TokensWords,
    /// For [`crate::tags`].
    pub tags: tags::TagsWords,
    /// For [`crate::syntax`].
    pub syntax: syntax::SyntaxWords,
    /// For [`crate::times`].
    pub times: times::TimesWords,
    /// For the name recogniser of [`crate::entities`].
    pub names: names::NamesWords,
    /// For mentions, coreference and unions in [`crate::entities`].
    pub entities: entities::EntitiesWords,
    /// For [`crate::claims`].
    pub claims: claims::ClaimsWords,
    /// For [`crate::events`].
    pub events: events::EventsWords,
    /// For [`crate::compare`].
    pub compare: compare::CompareWords,
}

impl English {
    /// The one instance, built at first use.
    pub fn shared() -> &'static Self {
        static ENGLISH: OnceLock<English> = OnceLock::new();
        ENGLISH.get_or_init(English::default)
    }
}
