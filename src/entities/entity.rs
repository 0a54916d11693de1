//! Mentions in an article, entities in a dossier.

use crate::text::{ArticleIx, EntityIx, MentionIx, Span};
use std::ops::Range;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum EntityType {
    Person,
    Org,
    Gpe,
    Loc,
    Fac,
    Norp,
    Event,
    Law,
    Work,
    Product,
    #[default]
    Misc,
}

impl EntityType {
    /// All, in the order of their numbers.
    pub const ALL: [EntityType; 11] = {
        use EntityType::*;
        [Person, Org, Gpe, Loc, Fac, Norp, Event, Law, Work, Product, Misc]
    };

    /// As in the JavaScript contract.
    pub fn name(self) -> &'static str {
        ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK", "PRODUCT", "MISC"][self as usize]
    }
}

/// The name recogniser's label of one token, IOB2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Label {
    /// No name.
    #[default]
    Outside,
    /// First token of a name.
    Begin(EntityType),
    /// Further token of a name.
    Inside(EntityType),
}

impl Label {
    /// Its number: 0 outside, then begin and inside of each type.
    pub fn number(self) -> u8 {
        match self {
            Self::Outside => 0,
            Self::Begin(kind) => 1 + 2 * kind as u8,
            Self::Inside(kind) => 2 + 2 * kind as u8,
        }
    }

    /// The label of a number.
    pub fn of_number(number: u8) -> Self {
        let kind = |n: u8| EntityType::ALL.get(usize::from(n) / 2).copied().unwrap_or_default();
        match number.checked_sub(1) {
            None => Self::Outside,
            Some(n) if n % 2 == 0 => Self::Begin(kind(n)),
            Some(n) => Self::Inside(kind(n)),
        }
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionKind {
    /// By a proper name.
    Name,
    /// By a description ("the Kremlin spokesman").
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// One mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its words.
    pub span: Span,
    /// Its tokens, as places in the article.
    pub tokens: Range<usize>,
    /// Its syntactic head.
    pub head: usize,
    /// How it refers.
    pub kind: MentionKind,
    /// What it names, as far as the mention tells.
    pub label: EntityType,
    /// What the name stands for here ("Russian government" of "Moscow"), if not for itself.
    pub metonym_for: Option<String>,
}

/// The mentions of one article and which of them corefer.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// Name labels, one per token.
    pub labels: Vec<Label>,
    /// In text order; may nest.
    pub mentions: Vec<Mention>,
    /// Chain number of each mention: equal numbers corefer inside the article.
    pub chain: Vec<u32>,
    /// Why a mention joined its chain, one entry per mention.
    pub why: Vec<String>,
    /// Chains that the article tells of as two.
    pub apart: Vec<[u32; 2]>,
}

impl Mentions {
    /// How many chains there are.
    pub fn chains(&self) -> usize {
        self.chain.iter().max().map_or(0, |&last| last as usize + 1)
    }
}

/// A role or description borne by an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Article.
    pub article: ArticleIx,
    /// Its words.
    pub span: Span,
    /// As written.
    pub text: String,
}

/// Why forms were united.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// In words.
    pub why: String,
    /// The forms.
    pub forms: Vec<String>,
}

/// Which entity, for as long as the dossier lives: the mention that founded it, whatever the reader then joins or splits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityId {
    /// The serial number of the article of that mention.
    pub serial: u32,
    /// The mention's place in its article.
    pub mention: u32,
    /// How many others have been split off the entity of that mention with it as their first; 0 for the entity itself.
    pub split: u32,
}

impl std::fmt::Display for EntityId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "e{}-{}", self.serial, self.mention)?;
        if self.split > 0 { write!(f, "-{}", self.split) } else { Ok(()) }
    }
}

/// One person, organisation, place or thing of the dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// Outlives corrections and further articles.
    pub id: EntityId,
    /// Fullest, most used name.
    pub name: String,
    /// What it is.
    pub kind: EntityType,
    /// Where it is mentioned, by article, then text order.
    pub mentions: Vec<(ArticleIx, MentionIx)>,
    /// Roles with their places.
    pub roles: Vec<Role>,
    /// Why its forms were united.
    pub joined: Vec<Union>,
}

/// All entities of the dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// Most mentioned first.
    pub entities: Vec<Entity>,
    /// Per article, per mention: its entity.
    pub of: Vec<Vec<Option<EntityIx>>>,
}

impl Entities {
    /// The entity of a mention.
    pub fn of(&self, article: ArticleIx, mention: MentionIx) -> Option<EntityIx> {
        *self.of.get(article.ix())?.get(mention.ix())?
    }
}
