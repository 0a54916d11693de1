//! One row per member of each group (RFC 4180).

use super::Report;

pub(super) fn write(r: &Report<'_>) -> String {
    let mut out = String::from("group,relation,strength,question,side,article,outlet,words,why\r\n");
    for g in &r.diff.groups {
        let why: Vec<_> = g.differs_in.iter().map(|d| d.why.as_str()).collect();
        for (n, side) in g.sides.iter().enumerate() {
            for m in &side.members {
                let outlet = r.article(&m.article).map_or("", |a| r.outlet(a));
                let (siglum, number, words) = (r.siglum(&m.article), (n + 1).to_string(), r.words(m.key));
                let row = [&g.id, g.relation, g.strength, &g.question, &number, siglum, outlet, words, &why.join(" ")];
                out.push_str(&row.map(field).join(","));
                out.push_str("\r\n");
            }
        }
    }
    out
}

fn field(words: &str) -> String {
    // A leading =, +, - or @ would run as a formula in a spreadsheet.
    let guard = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", words.replace('"', "\"\""))
}
