//! Articles as wholes: which rests on which, which is about something else, which tell of one happening.

use super::ArticleClaims;
use super::bonds::{Bond, Bonds};
use super::happenings::happenings;
use super::lineage::{self, Texts};
use super::story;
use crate::english::English;
use crate::entities::Entities;
use crate::text::{Arrange, ArticleIx, Span};

/// Up to so many articles each pair is asked whether it tells of one happening.
const CLOSE: usize = 100;

/// One article rests on another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependence {
    /// The one that depends.
    pub article: ArticleIx,
    /// The one it depends on.
    pub on: ArticleIx,
    /// They share their words, but nothing tells which came first: the other is said to depend on this one too.
    pub mutual: bool,
    /// In words.
    pub why: String,
    /// The words of `article` that show it.
    pub evidence: Vec<Span>,
}

/// How the articles of a dossier stand to each other.
#[derive(Clone, Debug, Default)]
pub struct Kinship {
    /// Who rests on whom.
    pub depends: Vec<Dependence>,
    /// Per article: why it is about something else, if it is.
    pub other_story: Vec<Option<String>>,
    /// Per article: how near its words are to those of the others, as part of what is usual in the dossier.
    pub nearness: Vec<f64>,
    /// Per article: the number of the happening that it tells of, from 0; accounts of one happening are compared.
    pub happening: Vec<u32>,
    /// Pairs of articles, the lesser first, with what ties them; sorted. Those of too few words are left out.
    pub bonds: Vec<([ArticleIx; 2], Bond)>,
}

impl Kinship {
    /// True if two articles tell of one happening.
    pub fn one_happening(&self, a: ArticleIx, b: ArticleIx) -> bool {
        self.happening.get(a.ix()) == self.happening.get(b.ix())
    }

    /// What ties two articles, where that was asked and both say enough.
    pub(super) fn bond(&self, a: ArticleIx, b: ArticleIx) -> Option<&Bond> {
        let pair = [a.min(b), a.max(b)];
        self.bonds.binary_search_by_key(&pair, |x| x.0).ok().map(|i| &self.bonds[i].1)
    }
}

/// Compares the articles as wholes. Passages are matched by index, stories by their common centre, both linear in the
/// words; happenings are told apart pair by pair, up to a thousand articles by their words and up to a hundred by bonds.
pub fn dependence(english: &English, articles: &[ArticleClaims<'_>], entities: &Entities) -> Kinship {
    let texts = Texts::new(articles);
    let mut depends = lineage::copies(articles, &texts);
    let dated: Vec<_> = depends.iter().filter(|d| !d.mutual).map(|d| (d.article, d.on)).collect();
    for cited in lineage::quoted(english, articles, &texts, entities) {
        let (way, back) = ((cited.article, cited.on), (cited.on, cited.article));
        // What came out earlier does not rest on a later text, whatever it names.
        if dated.contains(&back) {
            continue;
        }
        // Who names the other as the source is the one that depends.
        depends.retain(|d| !d.mutual || (d.article, d.on) != back);
        match depends.iter_mut().find(|d| (d.article, d.on) == way) {
            Some(d) => {
                d.why = format!("{}; {}", cited.why, d.why.trim_end_matches(lineage::UNKNOWN));
                d.mutual = false;
                d.evidence.extend(cited.evidence);
            }
            None => depends.push(cited),
        }
    }
    depends.arrange_by_key(|d| (d.article, d.on));
    let (other_story, nearness) = story::others(articles, &texts);
    let places: Vec<usize> = (0..articles.len()).filter(|&a| other_story[a].is_none()).collect();
    let bonds = (places.len() <= CLOSE).then(|| Bonds::new(english, articles, &texts, entities, &places));
    let pairs = bonds.iter().flat_map(|b| {
        let pairs = (0..places.len()).flat_map(|i| (i + 1..places.len()).map(move |j| (i, j)));
        pairs.filter_map(|(i, j)| Some(([places[i], places[j]].map(ArticleIx::new), b.bond(i, j)?)))
    });
    let pairs = pairs.collect();
    let happening = happenings(articles, &texts, &places, bonds.as_ref());
    Kinship { depends, other_story, nearness, happening, bonds: pairs }
}
