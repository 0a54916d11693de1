//! The main content of a page: which element holds it, and its blocks in order.

mod container;

use super::dom::{Dom, NodeId, push_words, step};
use super::parts;
use crate::articles::line::Mark;
use crate::english::English;
use std::ops::Range;

/// A stretch of the page that reads as one.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its words, white space single.
    pub text: String,
    /// What element it stood in.
    pub mark: Mark,
    /// It is the words of a picture.
    pub caption: bool,
    /// Why it is left out, if it is.
    pub dropped: Option<&'static str>,
}

/// Most bytes shown of one part that is left out.
const DROPPED_BYTES: usize = 240;
/// Most parts left out that are shown.
const DROPPED_PARTS: usize = 120;
/// Most characters of a box that asks for an e-mail address.
const SIGNUP_CHARS: u32 = 240;
/// Most such fields that are looked at.
const MOST_FIELDS: usize = 40;

/// What is known of every node.
pub(super) struct Layout<'a> {
    english: &'a English,
    dom: &'a Dom,
    /// The nearest block element that holds a node.
    block: Vec<NodeId>,
    /// One past the last node under a node.
    end: Vec<NodeId>,
    /// Characters, and those in links, of a block's own words.
    own: Vec<(u32, u32)>,
    /// Running text under a node that is not left out.
    prose: Vec<u32>,
    /// Why a node is left out, itself or with what holds it.
    dropped: Vec<Option<&'static str>>,
    /// It stands in an `<article>` or `<main>`.
    inner: Vec<bool>,
    /// The heading that the page's title repeats.
    anchor: Option<NodeId>,
}

fn is_inline(tag: &str) -> bool {
    matches!(
        tag,
        "" | "a"
            | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "br"
            | "cite"
            | "code"
            | "data"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "meta"
            | "link"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "acronym"
            | "picture"
            | "source"
            | "del"
            | "label"
    )
}

impl<'a> Layout<'a> {
    /// Measures a page; `anchor` is the heading that its title repeats.
    pub(super) fn new(english: &'a English, dom: &'a Dom, anchor: Option<NodeId>) -> Self {
        let n = dom.nodes.len();
        let mut layout = Self {
            english,
            dom,
            block: vec![0; n],
            end: (1..=n).collect(),
            own: vec![(0, 0); n],
            prose: vec![0; n],
            dropped: vec![None; n],
            inner: vec![false; n],
            anchor,
        };
        layout.measure();
        layout.weigh();
        layout.leave_out();
        layout.weigh();
        layout
    }

    fn measure(&mut self) {
        let mut in_link = vec![false; self.dom.nodes.len()];
        for (id, node) in self.dom.nodes.iter().enumerate().skip(1) {
            self.block[id] = if is_inline(&node.tag) { self.block[node.parent] } else { id };
            self.inner[id] = self.inner[node.parent] || matches!(node.tag.as_str(), "article" | "main");
            in_link[id] = in_link[node.parent] || node.tag == "a" && self.dom.has(id, "href");
            if node.tag.is_empty() && !matches!(self.dom.tag(node.parent), "script" | "noscript" | "title") {
                let chars = node.text.chars().filter(|c| !c.is_whitespace()).count() as u32;
                let own = &mut self.own[self.block[id]];
                own.0 += chars;
                own.1 += if in_link[id] { chars } else { 0 };
            }
        }
        for id in (1..self.dom.nodes.len()).rev() {
            let parent = self.dom.nodes[id].parent;
            self.end[parent] = self.end[parent].max(self.end[id]);
        }
    }

    /// Running text of every node: blocks of some length that are not mostly links.
    fn weigh(&mut self) {
        self.prose.iter_mut().for_each(|p| *p = 0);
        for id in (0..self.dom.nodes.len()).rev() {
            let (chars, links) = self.own[id];
            let least = match self.dom.tag(id) {
                "p" | "blockquote" => 40,
                "li" | "td" | "dd" => 120,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" | "option" => u32::MAX,
                _ => 80,
            };
            if self.dropped[id].is_none() && chars >= least && links * 2 < chars {
                self.prose[id] += chars;
            }
            if id > 0 {
                let parent = self.dom.nodes[id].parent;
                self.prose[parent] += self.prose[id];
            }
        }
    }

    fn leave_out(&mut self) {
        let all = self.prose[0];
        let sums = self.sums();
        let boxes = self.signup_boxes(&sums);
        let mut within = vec![false; self.dom.nodes.len()];
        for id in 1..self.dom.nodes.len() {
            step();
            let parent = self.dom.nodes[id].parent;
            within[id] = within[parent] || self.dom.tag(id) == "article" || parts::is_body(self.english, self.dom, id);
            if self.dropped[parent].is_some() {
                self.dropped[id] = self.dropped[parent];
                continue;
            }
            // What holds most of the page's running text is not furniture, whatever its name, but for what is
            // laid over a page whose headline stands elsewhere.
            let holds = self.anchor.is_some_and(|h| id <= h && h < self.end[id]);
            let most = self.prose[id] * 2 > all && (all > 400 || holds);
            let over = |why: &str| {
                matches!(why, "hidden" | "cookie notice" | "reader comments" | "newsletter box" | "related links")
            };
            let laid_over = most && !holds && self.near_anchor(id).is_some();
            // Nor is what holds the headline, but for the heads of pages.
            let titled = |why: &str| holds && !matches!(why, "page control" | "navigation" | "page footer");
            let spared = |why: &str| why != "not text" && (titled(why) || most && !(laid_over && over(why)));
            let named =
                |why: &&str| !(spared(why) || *why == "page widget" && self.is_quote(id, within[parent], &sums));
            let why = parts::dropped_by_tag(self.dom, id).filter(|why| !spared(why));
            let why = why.or_else(|| parts::dropped_by_name(self.english, self.dom, id).filter(named));
            let why = why.or_else(|| boxes.binary_search(&id).is_ok().then_some("newsletter box"));
            // Inside a paragraph a name says how words look, not what they are.
            let inline = is_inline(self.dom.tag(id)) && self.dom.tag(self.block[id]) == "p" && why != Some("hidden");
            // Pages fold long articles away until they are asked for.
            let folded = why == Some("hidden") && within[id] && self.prose[id] >= 80;
            if !(inline || folded || why == Some("page footer") && self.is_quoted(id)) {
                self.dropped[id] = why;
            }
        }
    }

    /// Characters, and those in links, under every node.
    fn sums(&self) -> Vec<(u32, u32)> {
        let mut sums = self.own.clone();
        for id in (1..self.dom.nodes.len()).rev() {
            let (own, parent) = (sums[id], self.dom.nodes[id].parent);
            sums[parent] = (sums[parent].0 + own.0, sums[parent].1 + own.1);
        }
        sums
    }

    /// A part of an article that is set apart as a quotation, or only named after the place it stands in.
    fn is_quote(&self, id: NodeId, within: bool, sums: &[(u32, u32)]) -> bool {
        let (chars, links) = sums[id];
        self.dom.tag(id) == "blockquote" || within && self.dom.tag(id) != "aside" && chars >= 60 && links * 5 < chars
    }

    /// Small boxes around a field for an e-mail address, sorted.
    fn signup_boxes(&self, sums: &[(u32, u32)]) -> Vec<NodeId> {
        let is_field = |&id: &NodeId| {
            self.dom.tag(id) == "input"
                && ["type", "name"].iter().any(|k| self.dom.attribute(id, k).to_ascii_lowercase().contains("email"))
        };
        let mut boxes = Vec::new();
        for field in (1..self.dom.nodes.len()).filter(is_field).take(MOST_FIELDS) {
            let small = |&id: &NodeId| {
                let holds = self.anchor.is_some_and(|h| id <= h && h < self.end[id]);
                sums[id].0 <= SIGNUP_CHARS
                    && !holds
                    && !matches!(self.dom.tag(id), "" | "html" | "body" | "article" | "main")
            };
            boxes.extend(self.ancestors(field).skip(1).take_while(small).last());
        }
        boxes.sort_unstable();
        boxes.dedup();
        boxes
    }

    /// A footer in a quotation names who is quoted.
    fn is_quoted(&self, id: NodeId) -> bool {
        self.dom.tag(self.dom.nodes[id].parent) == "blockquote"
    }

    /// Every piece of the page in order, with the container each kept one stands in.
    pub(super) fn pieces(&self, containers: &[NodeId]) -> Vec<(Option<usize>, Piece)> {
        let mut out: Vec<(Option<usize>, Piece)> = Vec::new();
        let (mut text, mut block, mut breaks, mut shown) = (String::new(), 0, 0, 0);
        let lead = self.lead(containers);
        let mut id = 1;
        while id < self.dom.nodes.len() {
            let node = &self.dom.nodes[id];
            if self.block[id] != block || id == self.block[id] {
                self.flush(&mut text, block, containers, &lead, &mut out);
                block = self.block[id];
            }
            if let Some(why) = self.dropped[id] {
                self.flush(&mut text, block, containers, &lead, &mut out);
                let words = if why == "not text" { String::new() } else { cut(self.dom.words(id, DROPPED_BYTES + 80)) };
                if !words.is_empty() && shown < DROPPED_PARTS {
                    shown += 1;
                    let piece = Piece { text: words, mark: Mark::Plain, caption: false, dropped: Some(why) };
                    out.push((self.container(id, containers), piece));
                }
                id = self.end[id];
                continue;
            }
            if node.tag == "br" {
                breaks += 1;
                if breaks > 1 {
                    self.flush(&mut text, block, containers, &lead, &mut out);
                }
                push_words(&mut text, " ");
            } else if node.tag.is_empty() && self.dom.tag(node.parent) != "script" {
                if !node.text.trim().is_empty() {
                    breaks = 0;
                }
                push_words(&mut text, &node.text);
            }
            id += 1;
        }
        self.flush(&mut text, block, containers, &lead, &mut out);
        out
    }

    /// The nodes between the main heading and the one container.
    fn lead(&self, containers: &[NodeId]) -> Range<NodeId> {
        let &[only] = containers else { return 0..0 };
        let heading = (1..only).rev().find(|&k| self.dropped[k].is_none() && self.dom.tag(k) == "h1");
        heading.map_or(0..0, |h| h..only)
    }

    fn container(&self, id: NodeId, containers: &[NodeId]) -> Option<usize> {
        containers.iter().position(|&c| c <= id && id < self.end[c])
    }

    fn flush(
        &self,
        text: &mut String,
        block: NodeId,
        containers: &[NodeId],
        lead: &Range<NodeId>,
        out: &mut Vec<(Option<usize>, Piece)>,
    ) {
        let words = std::mem::take(text);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let mut within = self.container(block, containers);
        // A lead set apart from the body, between the headline and it.
        let running = words.split(' ').count() >= 8;
        if within.is_none() && lead.contains(&block) && running && self.own[block].1 * 2 < self.own[block].0 {
            within = Some(0);
        }
        let (chars, links) = self.own[block];
        let short = words.len() < 240;
        let mut dropped = within.is_none().then_some("outside the article");
        if links * 10 > chars * 7
            && short
            && !words.ends_with(['.', '”', '"'])
            && dropped.is_none()
            && !self.is_heading(block)
        {
            dropped = Some("related links");
        }
        let mark = match self.dom.tag(block) {
            "h1" => Mark::Heading(2),
            "h2" | "h3" | "h4" | "h5" | "h6" => Mark::Heading(3),
            "li" => Mark::Item,
            _ if self.is_strong(block) && short => Mark::Strong,
            _ => Mark::Plain,
        };
        let caption =
            self.ancestors(block).take(3).any(|a| parts::is_caption(self.english, self.dom, a)) && words.len() < 700;
        let words = if dropped.is_some() { cut(words.to_owned()) } else { words.to_owned() };
        out.push((within, Piece { text: words, mark, caption, dropped }));
    }

    fn is_heading(&self, id: NodeId) -> bool {
        matches!(self.dom.tag(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }

    fn is_strong(&self, block: NodeId) -> bool {
        let own = &self.dom.nodes[block].children;
        let solid =
            || own.iter().filter(|&&c| !self.dom.tag(c).is_empty() || !self.dom.nodes[c].text.trim().is_empty());
        solid().count() > 0 && solid().all(|&c| matches!(self.dom.tag(c), "b" | "strong"))
    }

    fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |&i| (i > 0).then(|| self.dom.nodes[i].parent)).inspect(|_| step())
    }

    /// Nodes that may say something of the article itself, in order: not those of comments, links, side columns.
    pub(super) fn seen(&self) -> impl Iterator<Item = NodeId> + '_ {
        // An article's own footer may name its author and day; a page's names its owner.
        let about = |id: NodeId, why: &str| {
            why == "page footer" && self.inner[id]
                || matches!(why, "page control" | "about the author" | "share buttons" | "hidden" | "advertisement")
        };
        (1..self.dom.nodes.len()).filter(move |&id| self.dropped[id].is_none_or(|why| about(id, why)))
    }

    /// Running text in the whole page, in characters.
    pub(super) fn prose(&self) -> u32 {
        self.prose[0]
    }
}

fn cut(mut words: String) -> String {
    if words.len() > DROPPED_BYTES {
        let at = (0..=DROPPED_BYTES).rev().find(|&i| words.is_char_boundary(i)).unwrap_or(0);
        words.truncate(words[..at].rfind(' ').unwrap_or(at));
        words.push('…');
    }
    words
}
