//! Which element of a page holds its article.

use super::super::dom::{NodeId, step};
use super::super::parts;
use super::{Layout, is_inline};

/// Running text beside a headline from which on the article is looked for there.
const BESIDE: u32 = 80;
/// Most levels over which two nodes are compared.
const ALIKE_DEPTH: usize = 8;
/// A child with this share of its parent's running text takes its place.
const DOMINATES: f32 = 0.8;

impl Layout<'_> {
    /// The elements that hold articles: one, or several of equal standing.
    pub(in super::super) fn containers(&self) -> Vec<NodeId> {
        let all = self.prose[0];
        if all == 0 {
            return vec![0];
        }
        let ids = || (1..self.dom.nodes.len()).filter(|&id| self.dropped[id].is_none());
        let mut several: Vec<NodeId> = Vec::new();
        for id in
            ids().filter(|&id| self.dom.tag(id) == "article" && self.prose[id] >= 200 && self.prose[id] * 5 >= all)
        {
            if several.last().is_none_or(|&last| self.end[last] <= id) && self.heading_in(id).is_some() {
                several.push(id);
            }
        }
        if several.len() > 1 && several.iter().map(|&id| self.prose[id]).sum::<u32>() * 10 >= all * 7 {
            return several;
        }
        // The smallest element said to be the body that holds most of the text of all that is article or main.
        let said = ids().filter(|&id| parts::is_body(self.english, self.dom, id) && self.prose[id] * 2 >= all).max();
        let mut at = said.unwrap_or(0);
        while said.is_none() {
            let big =
                |&&c: &&NodeId| self.dropped[c].is_none() && self.prose[c] as f32 >= DOMINATES * self.prose[at] as f32;
            let Some(&child) = self.dom.nodes[at].children.iter().find(big) else { break };
            if is_inline(self.dom.tag(child))
                || matches!(self.dom.tag(child), "p" | "li" | "td" | "tr" | "tbody") && self.own[child].0 > 0
            {
                break;
            }
            at = child;
        }
        vec![self.beside_anchor(self.whole(at))]
    }

    /// Bodies of articles come in parts, with other things between them: the element that holds all parts.
    fn whole(&self, at: NodeId) -> NodeId {
        let same = |&id: &NodeId| {
            self.dropped[id].is_none()
                && self.dom.tag(id) == self.dom.tag(at)
                && !self.dom.attribute(at, "class").is_empty()
                && self.dom.attribute(id, "class") == self.dom.attribute(at, "class")
                && self.prose[id] >= 40
                && !(id <= at && at < self.end[id])
                && !(at <= id && id < self.end[at])
                && self.are_alike(id, at)
                && !self.opens_with_link(id)
        };
        if at == 0 {
            return at;
        }
        let mut others = (1..self.dom.nodes.len()).filter(same);
        let Some(first) = others.next() else { return at };
        let last = others.next_back().unwrap_or(first);
        let (from, to) = (first.min(at), last.max(at));
        let common = self.ancestors(at).find(|&a| a <= from && to < self.end[a]).unwrap_or(0);
        let parts: u32 = (1..self.dom.nodes.len()).filter(|id| *id == at || same(id)).map(|id| self.prose[id]).sum();
        if parts * 5 >= self.prose[common] * 4 { common } else { at }
    }

    /// True if two nodes hang alike on one that holds both.
    fn are_alike(&self, a: NodeId, b: NodeId) -> bool {
        let pairs = self.ancestors(a).zip(self.ancestors(b)).take(ALIKE_DEPTH);
        pairs.take_while(|(a, b)| self.dom.tag(*a) == self.dom.tag(*b)).any(|(a, b)| a == b)
    }

    /// Running text near the headline, apart from a node: the smallest element that holds both, or what follows it.
    pub(super) fn near_anchor(&self, at: NodeId) -> Option<NodeId> {
        let heading = self.anchor.filter(|&h| !(at <= h && h < self.end[at]))?;
        let apart = |&id: &NodeId| !(id <= at && at < self.end[id]);
        let enough = |&id: &NodeId| self.prose[id] >= BESIDE;
        let around = || self.ancestors(heading).take_while(apart);
        around().find(enough).or_else(|| {
            let top = around().last()?;
            let after = |&&id: &&NodeId| id > top && id < at;
            self.dom.nodes[self.dom.nodes[top].parent]
                .children
                .iter()
                .filter(after)
                .copied()
                .find(|id| apart(id) && enough(id))
        })
    }

    /// The container, widened to hold the running text that stands by the headline, unless it opens another story.
    fn beside_anchor(&self, at: NodeId) -> NodeId {
        let near = self.near_anchor(at).filter(|&n| n < at && self.dropped[n].is_none());
        let Some(near) = near.filter(|_| !self.opens_with_link(at)) else { return at };
        self.ancestors(near).find(|&id| id <= at && at < self.end[id]).unwrap_or(at)
    }

    /// True if the first heading under a node leads elsewhere: a teaser, or the next story.
    fn opens_with_link(&self, id: NodeId) -> bool {
        let heading = |k: NodeId| matches!(self.dom.tag(k), "h1" | "h2" | "h3" | "h4");
        let words = |k: NodeId| self.own[k].0 >= self.own[k].1 + 40;
        let first = (id..self.end[id]).inspect(|_| step()).find(|&k| heading(k) || words(k));
        first.filter(|&k| heading(k)).is_some_and(|h| {
            let linked = |k: NodeId| self.dom.tag(k) == "a" && self.dom.attribute(k, "href").len() > 1;
            (h..self.end[h]).inspect(|_| step()).any(linked) || self.dom.tag(self.dom.nodes[h].parent) == "a"
        })
    }

    /// The first heading under a node.
    pub(in super::super) fn heading_in(&self, id: NodeId) -> Option<NodeId> {
        let heading = |tag: &str| matches!(tag, "h1" | "h2");
        (id..self.end[id])
            .inspect(|_| step())
            .find(|&k| self.dropped[k].is_none() && heading(self.dom.tag(k)) && self.dom.words(k, 20).len() > 3)
    }
}
