//! The order in which articles are compared: by their words, never by when they were added, so
//! that no finding hangs on it. Findings are made in that order and carried back to the places
//! that the articles have in the dossier.

use crate::compare::{Diff, Kinship};
use crate::entities::{Correction, Entities};
use crate::events::Timeline;
use crate::text::{Arrange, ArticleIx};
use crate::times::Anchor;

/// A permutation of articles.
#[derive(Debug)]
pub(super) struct Order {
    /// Rank → place in the dossier.
    pub(super) places: Vec<usize>,
    /// Place in the dossier → rank.
    ranks: Vec<usize>,
}

impl Order {
    /// Ranks the articles by a key each; equal keys keep their order.
    pub(super) fn by<K: Ord>(keys: &[K]) -> Self {
        let mut places: Vec<usize> = (0..keys.len()).collect();
        places.arrange_by(|&a, &b| keys[a].cmp(&keys[b]));
        let mut ranks = vec![0; keys.len()];
        for (rank, &place) in places.iter().enumerate() {
            ranks[place] = rank;
        }
        Self { places, ranks }
    }

    /// Where an article ranks.
    pub(super) fn rank(&self, a: ArticleIx) -> ArticleIx {
        ArticleIx::new(self.ranks[a.ix()])
    }

    fn place(&self, a: &mut ArticleIx) {
        *a = ArticleIx::new(self.places[a.ix()]);
    }

    fn list<T: Default>(&self, ranked: &mut Vec<T>) {
        *ranked = self.ranks.iter().map(|&r| ranked.get_mut(r).map(std::mem::take).unwrap_or_default()).collect();
    }

    /// The reader's word, its articles by rank.
    pub(super) fn correction(&self, c: &Correction) -> Correction {
        let mut c = c.clone();
        c.anchors().for_each(|(a, _)| *a = self.rank(*a));
        c
    }

    /// Entities, their articles by place.
    pub(super) fn entities(&self, e: &mut Entities) {
        for entity in &mut e.entities {
            entity.mentions.iter_mut().for_each(|(a, _)| self.place(a));
            entity.mentions.arrange();
            entity.roles.iter_mut().for_each(|r| self.place(&mut r.article));
            entity.roles.arrange_by_key(|r| (r.article, r.span));
        }
        self.list(&mut e.of);
    }

    /// Kinship, its articles by place.
    pub(super) fn kinship(&self, k: &mut Kinship) {
        for d in &mut k.depends {
            self.place(&mut d.article);
            self.place(&mut d.on);
        }
        k.depends.arrange_by_key(|d| (d.article, d.on));
        self.list(&mut k.other_story);
        self.list(&mut k.nearness);
        self.list(&mut k.happening);
        // Numbered in the order in which they are met.
        let mut met: Vec<u32> = Vec::new();
        for n in &mut k.happening {
            let number = met.iter().position(|m| m == n).unwrap_or_else(|| {
                met.push(*n);
                met.len() - 1
            });
            *n = number as u32;
        }
        #[cfg(feature = "train")]
        k.bonds.iter_mut().flat_map(|b| &mut b.0).for_each(|a| self.place(a));
    }

    /// The timeline, its articles by place.
    pub(super) fn timeline(&self, t: &mut Timeline) {
        for timex in t.timexes.iter_mut().flatten() {
            if let Anchor::Timex(a, _) | Anchor::Event(a, _) = &mut timex.anchor {
                self.place(a);
            }
        }
        self.list(&mut t.timexes);
        self.list(&mut t.published);
        for entry in &mut t.entries {
            entry.mentions.iter_mut().for_each(|m| self.place(&mut m.article));
            entry.mentions.arrange_by_key(|m| (m.article, m.trigger));
        }
    }

    /// The comparison, its articles by place.
    pub(super) fn diff(&self, d: &mut Diff) {
        for group in &mut d.groups {
            if let Some(a) = &mut group.within {
                self.place(a);
            }
            for side in &mut group.sides {
                side.members.iter_mut().for_each(|m| self.place(&mut m.article));
                side.members.arrange_by_key(|m| (m.article, m.claim, m.key));
            }
        }
        self.list(&mut d.only_in);
        #[cfg(feature = "train")]
        d.examples.iter_mut().chain(&mut d.figures).flat_map(|e| &mut e.articles).for_each(|a| self.place(a));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let order = Order::by(&["c", "a", "b"]);
        assert_eq!(order.places, [1, 2, 0]);
        assert_eq!(order.rank(ArticleIx(0)), ArticleIx(2));
        let mut ranked = vec!['a', 'b', 'c'];
        order.list(&mut ranked);
        assert_eq!(ranked, ['c', 'a', 'b']);
    }
}
