//! What the reader makes of whole pages, as a person would see it.

use synoptic::articles::{Given, Raw, Reading, read};
use synoptic::english::English;
use synoptic::text::{BlockKind, Span};

fn shown(text: &str) -> String {
    shown_reading(&read(English::shared(), Raw::Text(text), &Given::default()))
}

fn shown_reading(reading: &Reading) -> String {
    let text = reading.text.as_str();
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

fn page(html: &str) -> Reading {
    read(English::shared(), Raw::Html(html), &Given::default())
}

const STORY: &str = "<p>The river rose by two metres in the night and flooded the lower town, the mayor said on Monday.</p>\
    <p>Hundreds of people were taken to a school that stands on the hill above the old bridge and the mill.</p>\
    <p>The governor said that the army would bring boats and tents to the town before the end of the week.</p>";

#[test]
fn web_page() {
    let html = format!(
        "<html><head><title>Storm floods the lower town | Gazette</title><meta property='og:site_name' content='Gazette'>\
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Storm floods the lower town\",\
         \"datePublished\":\"2020-05-04T10:00:00+02:00\",\"author\":{{\"name\":\"Ana Sousa\"}}}}</script></head><body>\
         <nav><a href='/'>Home</a> <a href='/w'>World</a></nav><h1>Storm floods the lower town</h1>\
         <div class='share-bar'>Share on Facebook</div><div class='article-body' onclick='steal()'>\
         <figure><img src='a.jpg'><figcaption>The old bridge on Sunday. (Photo by Li Wei / AFP)</figcaption></figure>{STORY}\
         <h2>What comes next</h2><blockquote><p>“We will build the town again,” the mayor said to those who had come.</p></blockquote>\
         <div class='newsletter-signup'>Sign up for our newsletter</div></div>\
         <section id='comments'><p>I have never seen the river so high as it was on that night, and I am old.</p></section>\
         <footer>© 2020 Gazette</footer><script>alert(1)</script></body></html>"
    );
    let reading = page(&html);
    assert!(!reading.text.contains("alert") && !reading.text.contains("steal"));
    assert_readable("web_page", &shown_reading(&reading));
}

#[test]
fn two_articles_in_one_page() {
    let html = format!(
        "<body><article><h2>Storm floods town</h2>{STORY}</article><article><h2>Court frees minister</h2>{STORY}</article></body>"
    );
    assert_eq!(page(&html).articles.len(), 2);
}

#[test]
fn hostile_pages() {
    let deep = format!("{}{STORY}", "<div>".repeat(100_000));
    let broken = format!("<p <p>><![CDATA[{STORY}</p></div></html><table><td>");
    let entities = "&amp;".repeat(200_000);
    let spans = "<b><i>".repeat(100_000);
    let attributes = format!("<div {}>{STORY}</div>", "a=1 class=x ".repeat(20_000));
    for html in [deep.as_str(), &broken, &entities, &spans, &attributes, "", "<", "<html>", "\u{0}\u{fffd}<p>\u{202e}"]
    {
        page(html);
    }
    assert_eq!(page("<html><body><nav>Home</nav></body></html>").notes[0].code, "no-article");
}
