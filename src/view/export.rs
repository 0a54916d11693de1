//! The whole finding as a file to keep: JSON, CSV, Markdown.

use super::contract as v;
use super::{ClaimDiff, Error, ErrorCode, View};
use serde::Serialize;

/// The JSON export; its `schema` number is that of the contract.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    schema: u32,
    texts: Vec<String>,
    articles: Vec<v::Article>,
    entities: Vec<v::Entity>,
    timeline: v::Timeline,
    claims: Vec<v::Claim>,
    claim_diff: ClaimDiff,
    notes: Vec<v::Note>,
}

impl View {
    /// The findings in one of the formats `json`, `csv`, `markdown`.
    ///
    /// # Errors
    /// `unknown-option` for any other format.
    pub fn export(&mut self, format: &str) -> Result<String, Error> {
        match format {
            "json" => self.json(),
            "csv" => self.csv(),
            "markdown" => self.markdown(),
            _ => {
                let message = format!("`{format}` is no export format; use json, csv or markdown.");
                Err(Error::new(ErrorCode::UnknownOption, message))
            }
        }
    }

    fn json(&mut self) -> Result<String, Error> {
        let whole = Whole {
            schema: 1,
            texts: self.dossier.inputs().iter().map(|i| i.text.clone()).collect(),
            articles: self.articles(),
            entities: self.entities(),
            timeline: self.timeline(),
            claims: self.claims(),
            claim_diff: self.claim_diff(None)?,
            notes: self.notes(),
        };
        Ok(serde_json::to_string_pretty(&whole).expect("plain structs serialise"))
    }

    /// One row per member of each group (RFC 4180).
    fn csv(&mut self) -> Result<String, Error> {
        let diff = self.claim_diff(None)?;
        let articles = self.articles();
        let mut out = String::from("group,relation,strength,question,side,article,outlet,words,why\r\n");
        for g in &diff.groups {
            let why: Vec<_> = g.differs_in.iter().map(|d| d.why.as_str()).collect();
            for (n, side) in g.sides.iter().enumerate() {
                for m in &side.members {
                    let article = articles.iter().find(|a| a.id == m.article);
                    let outlet = article.and_then(|a| a.outlet.as_ref()).map_or("", |o| o.name.as_str());
                    let siglum = article.map_or("", |a| a.siglum.as_str());
                    let number = (n + 1).to_string();
                    let words = self.words(m.key);
                    let row =
                        [&g.id, g.relation, g.strength, &g.question, &number, siglum, outlet, &words, &why.join(" ")];
                    out.push_str(&row.map(csv_field).join(","));
                    out.push_str("\r\n");
                }
            }
        }
        Ok(out)
    }

    fn markdown(&mut self) -> Result<String, Error> {
        let (diff, articles, timeline) = (self.claim_diff(None)?, self.articles(), self.timeline());
        let siglum = |id: &str| articles.iter().find(|a| a.id == id).map_or(String::new(), |a| a.siglum.clone());
        let mut out = String::from("# Comparison\n\n## Articles\n\n");
        for a in &articles {
            let headline = a.headline.map_or("(no headline)".to_owned(), |s| self.words(s));
            let outlet = markdown_line(a.outlet.as_ref().map_or("outlet unknown", |o| &o.name));
            let date = if a.published.edtf.is_empty() { "date unknown" } else { &a.published.edtf };
            out += &format!(
                "- **{}** {} — {outlet}, {date} ({})\n",
                a.siglum,
                markdown_line(&headline),
                a.published.basis
            );
        }
        out += "\n## Differences and agreements\n";
        for g in &diff.groups {
            let question = if g.question.is_empty() { &g.topic } else { &g.question };
            let one_voice = if g.same_source { ", one source" } else { "" };
            out += &format!("\n### {} ({}{one_voice})\n\n", markdown_line(question), g.relation);
            for side in &g.sides {
                for m in &side.members {
                    out += &format!("- {}: “{}”\n", siglum(&m.article), markdown_line(&self.words(m.key)));
                }
            }
            for d in &g.differs_in {
                out += &format!("\n{}\n", markdown_line(&d.why));
            }
        }
        out += "\n## Timeline\n\n";
        for e in &timeline.entries {
            let by: Vec<_> = e.mentions.iter().map(|m| siglum(&m.article)).collect();
            let date = if e.edtf.is_empty() { "undated" } else { &e.edtf };
            out += &format!("- {date}: {} ({})\n", markdown_line(&e.label), by.join(", "));
        }
        Ok(out)
    }

    /// The words of a span of the contract.
    fn words(&self, span: v::Span) -> String {
        let text = self.text(span.input as usize).unwrap_or("");
        let units: Vec<u16> =
            text.encode_utf16().skip(span.start as usize).take((span.end - span.start) as usize).collect();
        String::from_utf16_lossy(&units)
    }
}

fn csv_field(field: &str) -> String {
    // A leading =, +, - or @ would run as a formula in a spreadsheet.
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

/// One line, with the characters that Markdown or HTML would act on escaped.
fn markdown_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}
