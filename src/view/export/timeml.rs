//! TimeML 1.2.1: each article with its TIMEX3, the events of the timeline and the links between them.
//!
//! TimeML knows one document only, so several articles stand in a `TimeMLCorpus`. Saurí et al., "TimeML Annotation
//! Guidelines", version 1.2.1.

use super::Report;
use super::xml::escape;
use crate::text::Arrange;
use crate::view::contract as v;
use std::fmt::Write;

pub(super) fn write(r: &Report<'_>) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match r.articles.as_slice() {
        [one] => document(r, one, &mut out),
        all => {
            out.push_str("<TimeMLCorpus>\n");
            all.iter().for_each(|a| document(r, a, &mut out));
            out.push_str("</TimeMLCorpus>\n");
        }
    }
    out
}

/// An annotation inside the text: its bytes and its tags.
struct Mark {
    start: usize,
    end: usize,
    open: String,
    close: &'static str,
}

fn document(r: &Report<'_>, a: &v::Article, out: &mut String) {
    let name = if r.outlet(a).is_empty() { a.siglum.clone() } else { format!("{} {}", a.siglum, r.outlet(a)) };
    let _ = write!(out, "<TimeML>\n<DOCID>{}</DOCID>\n<DCT>", escape(&name));
    let value = timex_value(&a.published);
    let _ = writeln!(
        out,
        "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{value}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{}</TIMEX3></DCT>",
        escape(&a.published.edtf)
    );
    if let Some(headline) = a.headline {
        let _ = writeln!(out, "<TITLE>{}</TITLE>", escape(r.words(headline)));
    }
    let timexes: Vec<&v::Timex> = r.timeline.expressions.iter().filter(|t| t.article == a.id).collect();
    let number = |id: &str| timexes.iter().position(|t| t.id == id).map(|n| n + 1);
    let mut marks: Vec<Mark> = Vec::new();
    for (n, t) in timexes.iter().enumerate() {
        let bytes = r.bytes(t.span);
        let mut open = format!("<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"", n + 1, t.kind, escape(&t.value));
        if let Some(modifier) = t.modifier {
            let _ = write!(open, " mod=\"{modifier}\"");
        }
        let anchor = match t.anchor.kind {
            "publication" => Some(0),
            "timex" => t.anchor.reference.as_deref().and_then(number),
            _ => None,
        };
        let _ = write!(open, " temporalFunction=\"{}\"", t.basis != "stated");
        if let Some(anchor) = anchor {
            let _ = write!(open, " anchorTimeID=\"t{anchor}\"");
        }
        open.push('>');
        marks.push(Mark { start: bytes.start, end: bytes.end, open, close: "</TIMEX3>" });
    }
    let mut links = String::new();
    let mentions = r.timeline.entries.iter().flat_map(|e| &e.mentions).filter(|m| m.article == a.id);
    for (n, m) in mentions.enumerate() {
        let (n, bytes) = (n + 1, r.bytes(m.trigger));
        let open = format!("<EVENT eid=\"e{n}\" class=\"OCCURRENCE\">");
        marks.push(Mark { start: bytes.start, end: bytes.end, open, close: "</EVENT>" });
        let _ = writeln!(
            links,
            "<MAKEINSTANCE eiid=\"ei{n}\" eventID=\"e{n}\" pos=\"OTHER\" tense=\"NONE\" aspect=\"NONE\" polarity=\"POS\"/>"
        );
        if let Some(t) = m.timex.as_deref().and_then(number) {
            let _ = writeln!(
                links,
                "<TLINK lid=\"l{n}\" relType=\"IS_INCLUDED\" eventInstanceID=\"ei{n}\" relatedToTime=\"t{t}\"/>"
            );
        }
    }
    out.push_str("<TEXT>");
    let whole = r.bytes(a.span);
    nest(r.text(a.input), whole, marks, out);
    let _ = write!(out, "</TEXT>\n{links}</TimeML>\n");
}

/// Writes the text with those marks that nest; one that crosses an open one is left out.
fn nest(text: &str, whole: std::ops::Range<usize>, mut marks: Vec<Mark>, out: &mut String) {
    marks.retain(|m| whole.start <= m.start && m.start < m.end && m.end <= whole.end);
    marks.arrange_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    let mut at = whole.start;
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut say = |until: usize, out: &mut String| {
        out.push_str(&escape(text.get(at..until).unwrap_or("")));
        at = until;
    };
    for m in marks {
        while let Some(&(end, close)) = open.last().filter(|(end, _)| *end <= m.start) {
            say(end, out);
            out.push_str(close);
            open.pop();
        }
        if open.last().is_none_or(|(end, _)| m.end <= *end) {
            say(m.start, out);
            out.push_str(&m.open);
            open.push((m.end, m.close));
        }
    }
    while let Some((end, close)) = open.pop() {
        say(end, out);
        out.push_str(close);
    }
    say(whole.end, out);
}

/// TIMEX3 has no ranges: the date itself where it is one, else unknown digits where the ends part.
fn timex_value(p: &v::Published) -> String {
    match (&p.earliest, &p.latest) {
        (Some(a), Some(b)) if a == b => a.clone(),
        (Some(a), Some(b)) if a.get(..7) == b.get(..7) => format!("{}-XX", &a[..a.len().min(7)]),
        (Some(a), Some(b)) if a.get(..4) == b.get(..4) => format!("{}-XX-XX", &a[..a.len().min(4)]),
        _ => "XXXX-XX-XX".to_owned(),
    }
}
