//! W3C Web Annotation: one annotation per group, its targets the decisive words of each side.
//!
//! Positions count code points, as the Web Annotation Data Model (section 4.2.5) asks.

use super::Report;
use super::json::pretty;
use crate::view::contract as v;
use serde::Serialize;

/// Characters of context before and after a quote.
const CONTEXT: usize = 32;

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    selector: (Quote<'a>, Position),
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

pub(super) fn write(r: &Report<'_>) -> String {
    let items = (r.diff.groups.iter())
        .map(|g| {
            let body = |purpose, value| Body { kind: "TextualBody", purpose, value };
            let mut bodies = vec![body("tagging", g.relation), body("describing", g.title())];
            bodies.extend(g.differs_in.iter().map(|d| body("commenting", &d.why)));
            let members = g.sides.iter().flat_map(|s| &s.members);
            Annotation {
                id: format!("urn:synoptic:{}", g.id),
                kind: "Annotation",
                motivation: "linking",
                body: bodies,
                target: members.map(|m| target(r, m)).collect(),
            }
        })
        .collect();
    pretty(&Page { context: "http://www.w3.org/ns/anno.jsonld", kind: "AnnotationPage", items })
}

fn target<'a>(r: &Report<'a>, m: &v::GroupMember) -> Target<'a> {
    let (text, bytes) = (r.text(m.key.input), r.bytes(m.key));
    let (before, exact) = (text.get(..bytes.start).unwrap_or(""), r.words(m.key));
    let after = text.get(bytes.end..).unwrap_or("");
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(i, _)| i);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(i, _)| i);
    let start = before.chars().count();
    let address = r.article(&m.article).and_then(|a| r.url(a)).map(str::to_owned);
    Target {
        source: address.unwrap_or_else(|| format!("urn:synoptic:input:{}", m.key.input)),
        selector: (
            Quote { kind: "TextQuoteSelector", exact, prefix: &before[from..], suffix: &after[..to] },
            Position { kind: "TextPositionSelector", start, end: start + exact.chars().count() },
        ),
    }
}
