//! The stages of one article, each with all that it stands on, as things to time.

#[cfg(not(target_arch = "wasm32"))]
pub mod growth;
#[cfg(not(target_arch = "wasm32"))]
pub mod watch;

use synoptic::articles::{self, Given, Raw};
use synoptic::dossier::Dossier;
use synoptic::english::English;
use synoptic::syntax::{self, Parse};
use synoptic::text::Block;
use synoptic::{entities, tags, times, tokens};

/// How far an article is read; a stage takes in all before it that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Raw text to articles.
    Articles,
    /// … to tokens and sentences.
    Tokens,
    /// … to tags and lemmas.
    Tags,
    /// … to trees.
    Trees,
    /// Tags and trees to names.
    Names,
    /// Tags to time expressions, without trees.
    Times,
    /// All that one article yields: mentions, events, claims.
    Alone,
    /// All articles together: entities, timeline, differences.
    Together,
}

impl Stage {
    /// All, in order.
    pub const ALL: [Self; 8] =
        [Self::Articles, Self::Tokens, Self::Tags, Self::Trees, Self::Names, Self::Times, Self::Alone, Self::Together];

    /// As the tables call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Tokens => "tokens",
            Self::Tags => "tags",
            Self::Trees => "trees",
            Self::Names => "names",
            Self::Times => "times",
            Self::Alone => "alone",
            Self::Together => "together",
        }
    }

    /// The stage of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// Reads texts as far as a stage goes; a count of what was found, so that nothing is optimised away.
pub fn run<'a>(stage: Stage, texts: impl IntoIterator<Item = &'a str>) -> usize {
    let texts = texts.into_iter();
    match stage {
        Stage::Together => {
            let mut dossier = gathered(texts);
            let joint = dossier.joint();
            joint.entities.entities.len() + joint.timeline.entries.len() + joint.diff.groups.len()
        }
        Stage::Alone => gathered(texts).members().iter().map(|m| m.claims.len() + m.events.len()).sum(),
        _ => texts.map(|text| one(stage, text)).sum(),
    }
}

/// A dossier of all texts, an input each, not yet joined.
pub fn gathered<'a>(texts: impl Iterator<Item = &'a str>) -> Dossier {
    let mut dossier = Dossier::new();
    for text in texts {
        dossier.add(Raw::Text(text), &Given::default());
    }
    dossier
}

fn one(stage: Stage, text: &str) -> usize {
    let english = English::shared();
    let reading = articles::read(english, Raw::Text(text), &Given::default());
    if stage == Stage::Articles {
        return reading.articles.len();
    }
    let blocks: Vec<Block> = reading.articles.iter().flat_map(|a| a.blocks.iter().copied()).collect();
    let tokens = tokens::tokenize(english, text, &blocks);
    if stage == Stage::Tokens {
        return tokens.tokens.len();
    }
    let tags = tags::tag(english, text, &tokens);
    if stage == Stage::Tags {
        return tokens.tokens.len();
    }
    if stage == Stage::Times {
        let mut found = times::find(english, text, &tokens, &tags);
        let published = times::publication(english, text, &tokens, &tags, &found, &Default::default());
        times::resolve(english, text, &tokens, &tags, &published, &mut found);
        return found.len();
    }
    let tree = syntax::parse(english, text, &tokens, &tags);
    if stage == Stage::Trees {
        return tree.head.len();
    }
    let parse = Parse { text, tokens: &tokens, tags: &tags, tree: &tree };
    entities::names(english, &parse).len()
}

/// What a page needs of this crate.
#[cfg(target_arch = "wasm32")]
mod door {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads texts as far as the named stage goes; a count of what was found.
    #[wasm_bindgen]
    pub fn stage(name: &str, texts: Vec<String>) -> usize {
        super::Stage::named(name).map_or(0, |s| super::run(s, texts.iter().map(String::as_str)))
    }
}
