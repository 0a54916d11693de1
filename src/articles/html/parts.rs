//! What the parts of a page are, by their elements and by the names their makers gave them.

use super::dom::{Dom, NodeId, step};
use crate::english::English;

/// Names of one element in lower case, a space at both ends, one space between, camel case taken apart.
fn names(dom: &Dom, id: NodeId) -> String {
    step();
    let mut out = String::from(" ");
    for key in ["class", "id", "data-testid"] {
        let mut before = ' ';
        for c in dom.attribute(id, key).chars().take(300) {
            if c.is_uppercase() && before.is_lowercase() {
                out.push('-');
            }
            before = c;
            out.extend(if c.is_whitespace() { ' ' } else { c }.to_lowercase());
        }
        out.push(' ');
    }
    out
}

fn named(names: &str, name: &str) -> bool {
    names.match_indices(name).any(|(at, _)| {
        !names[..at].ends_with(|c: char| c.is_alphanumeric())
            && !names[at + name.len()..].starts_with(|c: char| c.is_alphanumeric())
    })
}

/// Why an element is no part of an article, by its kind alone.
pub(super) fn dropped_by_tag(dom: &Dom, id: NodeId) -> Option<&'static str> {
    Some(match dom.tag(id) {
        "nav" => "navigation",
        "footer" => "page footer",
        "aside" => "side column",
        "amp-sidebar" => "navigation",
        "amp-consent" => "cookie notice",
        "amp-ad" | "amp-embed" | "amp-sticky-ad" | "amp-auto-ads" => "advertisement",
        "form" | "button" | "select" | "input" | "textarea" | "label" | "fieldset" | "dialog" => "page control",
        "noscript" | "template" | "iframe" | "object" | "embed" | "svg" | "canvas" | "audio" | "video" | "math"
        | "script" | "head" => "not text",
        _ => match dom.attribute(id, "role") {
            "navigation" | "menu" | "menubar" | "search" | "banner" => "navigation",
            "complementary" => "side column",
            "contentinfo" => "page footer",
            "dialog" | "alertdialog" => "hidden",
            _ => {
                let style = dom.attribute(id, "style").replace(' ', "").to_ascii_lowercase();
                if style.contains("display:none") || style.contains("visibility:hidden") || dom.has(id, "hidden") {
                    "hidden"
                } else {
                    return None;
                }
            }
        },
    })
}

/// Why an element is no part of an article, by the names it was given.
pub(super) fn dropped_by_name(english: &English, dom: &Dom, id: NodeId) -> Option<&'static str> {
    if dom.tag(id).is_empty()
        || matches!(dom.tag(id), "html" | "body" | "article" | "main" | "p")
            && !dom.attribute(id, "class").contains("comment")
    {
        return None;
    }
    let names = names(dom, id);
    if names.trim().is_empty() {
        return None;
    }
    english.reader.page_parts.iter().find(|(_, name)| named(&names, name)).map(|&(why, _)| why)
}

/// True for an element said to hold the words of an article.
pub(super) fn is_body(english: &English, dom: &Dom, id: NodeId) -> bool {
    dom.attribute(id, "itemprop").eq_ignore_ascii_case("articlebody") || {
        let names = names(dom, id);
        !names.trim().is_empty() && english.reader.page_bodies.iter().any(|n| names.contains(&format!(" {n} ")))
    }
}

/// True for an element that holds a picture's words.
pub(super) fn is_caption(english: &English, dom: &Dom, id: NodeId) -> bool {
    dom.tag(id) == "figcaption" || is_part(english.reader.page_captions.iter(), dom, id)
}

/// True for an element that names the authors.
pub(super) fn is_byline(english: &English, dom: &Dom, id: NodeId) -> bool {
    dom.attribute(id, "rel").split(' ').any(|r| r == "author") || is_part(english.reader.page_bylines.iter(), dom, id)
}

/// True for an element with facts about the article, among them perhaps its authors.
pub(super) fn is_facts(dom: &Dom, id: NodeId) -> bool {
    let names = names(dom, id);
    ["meta", "info", "details", "footer"].iter().any(|n| named(&names.replace('_', "-"), n))
}

/// True for an element that says it holds the date of publication.
pub(super) fn is_stamp(english: &English, dom: &Dom, id: NodeId) -> bool {
    dom.attribute(id, "itemprop").eq_ignore_ascii_case("datepublished")
        || dom.has(id, "pubdate")
        || is_part(english.reader.page_stamps.iter(), dom, id)
}

/// Text around a time this long, in bytes, is a sentence about something else.
const SENTENCE: usize = 80;

/// True for a time of which nothing says what happened then, nor stands in a sentence that does.
pub(super) fn is_time(dom: &Dom, id: NodeId) -> bool {
    let parent = dom.nodes[id].parent;
    let running =
        matches!(dom.tag(parent), "p" | "li" | "blockquote" | "td" | "dd" | "figcaption" | "em" | "b" | "strong");
    let told = || dom.words(parent, 4 * SENTENCE).len() >= SENTENCE + dom.words(id, SENTENCE).len();
    dom.tag(id) == "time" && dom.attribute(id, "itemprop").is_empty() && !(running && told())
}

fn is_part<'a>(mut list: impl Iterator<Item = &'a &'static str>, dom: &Dom, id: NodeId) -> bool {
    if dom.tag(id).is_empty() {
        return false;
    }
    let names = names(dom, id);
    !names.trim().is_empty() && list.any(|n| named(&names, n))
}
