//! HTML → a tree, in linear time and bounded depth.
//!
//! The tokens are those of the WHATWG standard (`html5gum`). The tree follows the standard where
//! it matters for reading (void elements, implied ends of paragraphs, items and cells, stray end
//! tags), but is capped in depth as browsers cap it, so that no page can exhaust the stack.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Place of a node in its tree.
pub(super) type NodeId = usize;

/// Deepest nesting that is kept; what is nested deeper hangs on the last element allowed.
const DEEPEST: usize = 400;
/// Most nodes of one tree; the rest of a page beyond is left out.
const MOST_NODES: usize = 2_000_000;

/// An element or a stretch of text.
#[derive(Debug)]
pub(super) struct Node {
    /// The element's name; empty for text.
    pub tag: String,
    /// Attributes that reading needs, in the order of their names.
    pub attributes: Vec<(&'static str, String)>,
    /// The words of a text node, or of a script that is kept as data.
    pub text: String,
    /// The element it hangs on.
    pub parent: NodeId,
    /// What hangs on it, in order.
    pub children: Vec<NodeId>,
}

/// A page.
#[derive(Debug)]
pub(super) struct Dom {
    /// Its nodes; the first is the root.
    pub nodes: Vec<Node>,
    /// Part of the page was left out for its size.
    pub cut: bool,
}

/// Attributes that are kept.
const KEPT: [&str; 18] = [
    "aria-hidden",
    "class",
    "content",
    "data-testid",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "pubdate",
    "rel",
    "role",
    "style",
    "type",
];

const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose start ends an open paragraph.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Counts a step of work; only tests look at the sum, to see that it grows no faster than the page.
#[inline]
pub(super) fn step() {
    #[cfg(test)]
    work::STEPS.with(|s| s.set(s.get() + 1));
}

#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local! {
        pub(super) static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// The steps that `f` takes.
    pub(in super::super) fn of(f: impl FnOnce()) -> u64 {
        STEPS.with(|s| s.set(0));
        f();
        STEPS.with(Cell::get)
    }
}

impl Dom {
    /// Reads a page. Scripts, styles and event handlers are not kept, but data in scripts (JSON-LD) is.
    pub(super) fn new(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut builder =
            Builder { dom: Dom { nodes: vec![Node::element("", 0)], cut: false }, open: vec![0], silent: None };
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    let attributes = KEPT.iter().filter_map(|&k| {
                        let value = tag.attributes.get(k.as_bytes())?;
                        Some((k, String::from_utf8_lossy(value).into_owned()))
                    });
                    builder.start(name, attributes.collect(), tag.self_closing);
                }
                Token::EndTag(tag) => builder.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
            if builder.dom.nodes.len() >= MOST_NODES {
                builder.dom.cut = true;
                break;
            }
        }
        builder.dom
    }

    /// An attribute's value, empty if it has none.
    pub(super) fn attribute(&self, node: NodeId, name: &str) -> &str {
        self.nodes[node].attributes.iter().find(|(k, _)| *k == name).map_or("", |(_, v)| v)
    }

    /// True if the element has the attribute, with or without a value.
    pub(super) fn has(&self, node: NodeId, name: &str) -> bool {
        self.nodes[node].attributes.iter().any(|(k, _)| *k == name)
    }

    /// The element's name; empty for text.
    pub(super) fn tag(&self, node: NodeId) -> &str {
        &self.nodes[node].tag
    }

    /// The source of the page's templates, if it has any.
    pub(super) fn templates(&self) -> Option<String> {
        let template =
            |n: &&Node| n.tag == "script" && n.attributes.iter().any(|(k, v)| *k == "type" && v.contains("template"));
        let source: String = self
            .nodes
            .iter()
            .filter(template)
            .flat_map(|n| &n.children)
            .map(|&c| self.nodes[c].text.as_str())
            .collect();
        (!source.is_empty()).then_some(source)
    }

    /// All words under a node, white space single, at most `most` bytes.
    pub(super) fn words(&self, node: NodeId, most: usize) -> String {
        let mut out = String::new();
        self.gather(node, most, &mut out);
        out.truncate(out.trim_end().len());
        out
    }

    fn gather(&self, node: NodeId, most: usize, out: &mut String) {
        step();
        if out.len() >= most || matches!(self.tag(node), "script" | "style" | "noscript" | "template") {
            return;
        }
        let n = &self.nodes[node];
        push_words(out, &n.text);
        let inline = n.tag.is_empty()
            || matches!(
                n.tag.as_str(),
                "a" | "b"
                    | "i"
                    | "em"
                    | "strong"
                    | "span"
                    | "u"
                    | "mark"
                    | "sup"
                    | "sub"
                    | "abbr"
                    | "cite"
                    | "small"
                    | "font"
                    | "time"
            );
        for &child in &n.children {
            self.gather(child, most, out);
        }
        if !inline && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

/// Appends text with its white space single.
pub(super) fn push_words(out: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else if !c.is_control() && !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') {
            out.push(c);
        }
    }
}

impl Node {
    fn element(tag: &str, parent: NodeId) -> Self {
        Self { tag: tag.to_owned(), attributes: Vec::new(), text: String::new(), parent, children: Vec::new() }
    }
}

struct Builder {
    dom: Dom,
    /// The elements that are open, root first.
    open: Vec<NodeId>,
    /// Inside a script or style whose text is not kept.
    silent: Option<String>,
}

impl Builder {
    fn top(&self) -> NodeId {
        *self.open.last().unwrap_or(&0)
    }

    fn add(&mut self, node: Node) -> NodeId {
        step();
        let (id, parent) = (self.dom.nodes.len(), node.parent);
        self.dom.nodes.push(node);
        self.dom.nodes[parent].children.push(id);
        id
    }

    fn start(&mut self, tag: String, attributes: Vec<(&'static str, String)>, self_closing: bool) {
        let data = attributes.iter().any(|(k, v)| *k == "type" && (v.contains("json") || v.contains("template")));
        if tag == "script" && !data || tag == "style" {
            self.silent = (!self_closing || tag == "script" || tag == "style").then_some(tag);
            return;
        }
        if matches!(tag.as_str(), "html" | "head" | "body") && self.open.iter().any(|&n| self.dom.tag(n) == tag) {
            return;
        }
        match tag.as_str() {
            t if BLOCKS.contains(&t) => {
                self.close("p", &["button", "table", "td", "th", "li", "div", "section", "article"])
            }
            "li" => self.close("li", &["ul", "ol", "menu"]),
            "dt" | "dd" => {
                self.close("dt", &["dl"]);
                self.close("dd", &["dl"]);
            }
            "tr" => self.close("tr", &["table"]),
            "td" | "th" => {
                self.close("td", &["tr", "table"]);
                self.close("th", &["tr", "table"]);
            }
            "tbody" | "thead" | "tfoot" => self.close("tr", &["table"]),
            "option" => self.close("option", &["select"]),
            "body" => self.close("head", &[]),
            _ => {}
        }
        let parent = self.top();
        let id = self.add(Node { attributes, ..Node::element(&tag, parent) });
        let void = VOID.contains(&tag.as_str())
            || self_closing && matches!(tag.as_str(), "svg" | "path" | "circle" | "rect" | "use");
        if !void && self.open.len() < DEEPEST {
            self.open.push(id);
        }
    }

    /// Ends the innermost open `tag` unless one of `fences` is open inside it.
    fn close(&mut self, tag: &str, fences: &[&str]) {
        for at in (1..self.open.len()).rev() {
            step();
            let name = self.dom.tag(self.open[at]);
            if name == tag {
                self.open.truncate(at);
                return;
            }
            if fences.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, tag: &str) {
        if let Some(silent) = self.silent.take() {
            if silent != tag {
                self.silent = Some(silent);
            }
            return;
        }
        let fences: &[&str] = match tag {
            "table" | "html" | "body" => &[],
            "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" => &["table"],
            // An inline end tag does not end the blocks that hold it.
            "a" | "b" | "i" | "em" | "strong" | "span" | "u" | "font" | "small" => {
                &["p", "div", "td", "th", "table", "li", "article", "section"]
            }
            _ => &["td", "th", "table"],
        };
        if tag != "html" && tag != "body" {
            self.close(tag, fences);
        }
        if tag == "br" {
            self.start("br".to_owned(), Vec::new(), true);
        }
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() || text.is_empty() {
            return;
        }
        let parent = self.top();
        self.add(Node { text: text.to_owned(), ..Node::element("", parent) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        fn walk(dom: &Dom, id: NodeId, out: &mut String) {
            let n = &dom.nodes[id];
            if n.tag.is_empty() && id > 0 {
                out.push_str(n.text.trim());
                return;
            }
            let shows = id > 0;
            if shows {
                out.push_str(&format!("({}", n.tag));
            }
            for &c in &n.children {
                if shows {
                    out.push(' ');
                }
                walk(dom, c, out);
            }
            if shows {
                out.push(')');
            }
        }
        let dom = Dom::new(html);
        let mut out = String::new();
        walk(&dom, 0, &mut out);
        out
    }

    #[test]
    fn trees() {
        for (html, want) in [
            ("<p>a<p>b", "(p a)(p b)"),
            ("<ul><li>a<li>b</ul>c", "(ul (li a) (li b))c"),
            ("<div><b>a</div>b", "(div (b a))b"),
            ("<p>a<br>b</p></div>c", "(p a (br) b)c"),
            ("<table><tr><td>a</div><td>b</table>", "(table (tr (td a) (td b)))"),
            ("<script>x<p>y</script>z", "z"),
            ("<p>a &amp; b &notit; &#x41;", "(p a & b ¬it; A)"),
            ("<p onclick='x()'>a<style>p{}</style>", "(p a)"),
            ("<!-- a --><p>b", "(p b)"),
        ] {
            assert_eq!(shown(html), want, "{html}");
        }
    }

    #[test]
    fn deep_and_broken() {
        let deep = "<div>".repeat(100_000) + "x";
        assert!(Dom::new(&deep).words(0, 100).contains('x'));
        let dom = Dom::new(&"<b><p>".repeat(50_000));
        assert!(!dom.cut);
        assert_eq!(Dom::new("<a <b =\"<<>").words(0, 100), "");
    }
}
