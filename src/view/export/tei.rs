//! A critical apparatus in TEI P5: the articles as witnesses, each group an `app` with a reading per side.
//!
//! TEI Guidelines, chapter 13, "Critical Apparatus".

use super::Report;
use super::xml::escape;
use std::fmt::Write;

pub(super) fn write(r: &Report<'_>) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
        "<teiHeader><fileDesc>\n<titleStmt><title>Comparison of news articles</title></titleStmt>\n",
        "<publicationStmt><p>Made by Synoptic from the articles listed.</p></publicationStmt>\n<sourceDesc><listWit>\n"
    ));
    for a in &r.articles {
        let _ = write!(out, "<witness xml:id=\"{}\">", a.siglum);
        if let Some(headline) = a.headline {
            let _ = write!(out, "<title>{}</title>", escape(r.words(headline)));
        }
        if !r.outlet(a).is_empty() {
            let _ = write!(out, "<publisher>{}</publisher>", escape(r.outlet(a)));
        }
        if let (Some(from), Some(to)) = (&a.published.earliest, &a.published.latest) {
            let edtf = escape(&a.published.edtf);
            match from == to {
                true => _ = write!(out, "<date when=\"{from}\">{edtf}</date>"),
                false => _ = write!(out, "<date notBefore=\"{from}\" notAfter=\"{to}\">{edtf}</date>"),
            }
        }
        out.push_str("</witness>\n");
    }
    out.push_str("</listWit></sourceDesc>\n</fileDesc></teiHeader>\n<text><body>\n");
    if r.diff.groups.is_empty() {
        out.push_str("<p>No differences or agreements were found.</p>\n");
    }
    for g in &r.diff.groups {
        let (relation, title) = (g.relation, escape(g.title()));
        let _ = writeln!(out, "<div><head>{title}</head><listApp><app xml:id=\"{}\" type=\"{relation}\">", g.id);
        for side in &g.sides {
            for m in &side.members {
                let _ = writeln!(out, "<rdg wit=\"#{}\">{}</rdg>", r.siglum(&m.article), escape(r.words(m.key)));
            }
        }
        for d in &g.differs_in {
            let _ = writeln!(out, "<note type=\"{}\">{}</note>", d.slot, escape(&d.why));
        }
        out.push_str("</app></listApp></div>\n");
    }
    out.push_str("</body></text>\n</TEI>\n");
    out
}
