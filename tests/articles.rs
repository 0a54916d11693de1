//! What the reader makes of whole pages, as a person would see it.

use synoptic::articles::{Given, Raw, read};
use synoptic::english::English;
use synoptic::text::{BlockKind, Span};

fn shown(text: &str) -> String {
    let reading = read(English::shared(), Raw::Text(text), &Given::default());
    let mut out = String::new();
    let short = |s: Span| {
        let words: Vec<&str> = s.of(text).split_whitespace().collect();
        if words.len() > 9 {
            format!("{} … {}", words[..6].join(" "), words[words.len() - 2..].join(" "))
        } else {
            words.join(" ")
        }
    };
    for a in &reading.articles {
        out += &format!("headline   {}\n", a.headline.map_or("-".into(), short));
        out += &format!("byline     {}\n", a.byline.map_or("-".into(), short));
        out += &format!(
            "outlet     {}\n",
            a.outlet.as_ref().map_or("-".into(), |o| format!("{} ({:?})", o.name, o.basis))
        );
        out += &format!("published  {} ({:?})\n", a.published.range.edtf, a.published.basis);
        out += &format!("language   {}\n", a.language);
        for b in a.blocks.iter().filter(|b| b.kind != BlockKind::Headline) {
            out += &format!("  {:9}{}\n", format!("{:?}", b.kind).to_lowercase(), short(b.span));
        }
        for d in &a.dropped {
            out += &format!("  - {}: {}\n", d.why, short(d.span));
        }
        out.push('\n');
    }
    for n in &reading.notes {
        out += &format!("note {}\n", n.code);
    }
    out
}

/// A snapshot without the expression that made it: the input stands in this file.
fn assert_readable(name: &str, shown: &str) {
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name, shown) });
}

#[test]
fn seed_files() {
    let mut all = String::new();
    let mut paths: Vec<_> = std::fs::read_dir("seeds").unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        all += &format!("== {}\n", path.file_name().unwrap().to_string_lossy());
        all += &shown(&std::fs::read_to_string(path).unwrap());
    }
    assert_readable("seed_files", &all);
}

#[test]
fn wire_copy() {
    assert_readable(
        "wire_copy",
        &shown(
            "Quake shakes island, no deaths reported\n\nBy Ana Sousa and Li Wei\n\nMANILA, March 3 (Reuters) - A strong earthquake shook \
         the south of the island on Tuesday, officials said, and hundreds ran into the streets.\n\nSchools will stay closed \
         until Thursday, the governor told reporters in the capital.\n\n(Reporting by Ana Sousa; Editing by Li Wei)\n\n© 2020 \
         Thomson Reuters. All rights reserved.\n",
        ),
    );
}

#[test]
fn forwarded_mail() {
    assert_readable(
        "forwarded_mail",
        &shown(
            "---------- Forwarded message ----------\nFrom: Ana Sousa <ana@example.org>\nDate: Mon, 4 May 2020 at 10:12\nSubject: \
         Fwd: Court frees former minister after appeal\nTo: Li Wei <li@example.org>\n\nThe court of appeal freed the former \
         minister on Monday, saying that the evidence against her had been gathered unlawfully.\n\nThe prosecutor said that \
         he would take the case to the supreme court within a month.\n",
        ),
    );
}

#[test]
fn markdown_with_a_rule() {
    assert_readable(
        "markdown_with_a_rule",
        &shown(
            "# Turnout falls in second round\n\n*May 4, 2020*\n\nFewer than half of the voters went to the polls on Sunday, the \
         electoral commission said in its first count.\n\n## What comes next\n\nThe result will be declared on Friday, after \
         the votes from abroad have been counted.\n\n---\n\n# Court to hear complaint over ballots\n\nThe constitutional \
         court said on Monday that it would hear the complaint of the losing party next week.\n",
        ),
    );
}

#[test]
fn bare_prose_is_kept() {
    let text = "I went there twice. The food was good and the staff were kind to us.\n\nShare prices fell.\n\nSubscribe\n\nSo it goes, they said to the visitors.\n";
    let reading = read(English::shared(), Raw::Text(text), &Given::default());
    assert!(reading.articles[0].dropped.is_empty());
    assert_eq!(reading.articles[0].headline, None);
}
