//! A report to read or to put into a message.

use super::Report;

pub(super) fn write(r: &Report<'_>) -> String {
    let mut out = String::from("# Comparison\n\n## Articles\n\n");
    for a in &r.articles {
        let headline = a.headline.map_or("(no headline)", |s| r.words(s));
        let outlet = line(a.outlet.as_ref().map_or("outlet unknown", |o| &o.name));
        let date = if a.published.edtf.is_empty() { "date unknown" } else { &a.published.edtf };
        out += &format!("- **{}** {} — {outlet}, {date} ({})\n", a.siglum, line(headline), a.published.basis);
    }
    let stories = r.happenings();
    if stories.len() > 1 {
        out += &format!(
            "\nThese articles tell of {} happenings: {}. Accounts of one are compared with each other.\n",
            stories.len(),
            stories.iter().map(|s| s.join(" ")).collect::<Vec<_>>().join(" / ")
        );
    }
    out += "\n## Differences and agreements\n";
    for g in &r.diff.groups {
        let one_voice = if g.same_source { ", one source" } else { "" };
        out += &format!("\n### {} ({}{one_voice})\n\n", line(g.title()), g.relation);
        for side in &g.sides {
            for m in &side.members {
                out += &format!("- {}: “{}”\n", r.siglum(&m.article), line(r.words(m.key)));
            }
        }
        for d in &g.differs_in {
            out += &format!("\n{}\n", line(&d.why));
        }
    }
    out += "\n## Timeline\n\n";
    for e in &r.timeline.entries {
        let by: Vec<_> = e.mentions.iter().map(|m| r.siglum(&m.article)).collect();
        let date = if e.edtf.is_empty() { "undated" } else { &e.edtf };
        out += &format!("- {date}: {} ({})\n", line(&e.label), by.join(", "));
    }
    out
}

/// One line, with the characters that Markdown or HTML would act on escaped.
fn line(words: &str) -> String {
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
