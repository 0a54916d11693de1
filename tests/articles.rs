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

/// Three paragraphs of a report.
const QUAKE: &str = "The quake struck the island of Lomo at dawn on Monday, killing at least twelve people, the governor said.\n\n\
    Rescue workers searched the ruins for two days, and the army brought tents and water to the three villages.\n\n\
    \"We lost everything in a minute,\" said Maria Duarte, a teacher whose school fell. Schools stay closed until Friday.";

/// The lines that a paste puts around a report → what is read from them: byline, day, and the reasons of what is dropped.
/// The headline and the three paragraphs must come out whole.
#[test]
fn lines_around_a_report() {
    let check = |before: &str, after: &str, byline: &str, day: &str, dropped: &[&str]| {
        let page = format!("Quake fells houses on Lomo\n\n{before}\n\n{QUAKE}\n\n{after}\n");
        // With commas lost, with the lines of Windows, with every line on its own: the same.
        for text in [page.clone(), page.replace('\n', "\r\n"), page.replace("\n\n", "\n"), page.replace(',', "")] {
            let reading = read(English::shared(), Raw::Text(&text), &Given::default());
            assert_eq!(reading.articles.len(), 1, "{text}");
            let a = &reading.articles[0];
            assert_eq!(a.headline.map(|s| s.of(&text)), Some("Quake fells houses on Lomo"));
            let body =
                a.blocks.iter().filter(|b| b.kind == BlockKind::Body).map(|b| b.span.of(&text)).collect::<Vec<_>>();
            assert_eq!(body.len(), 3, "{text}: {body:?}");
            assert!(body[0].contains("The quake struck") && body[2].ends_with("until Friday."), "{body:?}");
            assert_eq!(a.byline.map_or("", |s| s.of(&text)).replace(',', ""), byline.replace(',', ""), "{text}");
            assert_eq!(a.published.range.edtf, day, "{text}");
            let why: Vec<&str> =
                a.dropped.iter().map(|d| d.why.as_str()).filter(|w| !w.starts_with("stands after")).collect();
            assert_eq!(why, dropped, "{text}");
        }
    };
    // Bylines above and below.
    check("By Ana Sousa", "", "Ana Sousa", "", &[]);
    check("Ana Sousa in Lomo\n\nWed 3 Mar 2021 08.00 GMT", "", "Ana Sousa in Lomo", "2021-03-03T08:00:00Z", &[]);
    check("", "— Ana Sousa", "Ana Sousa", "", &[]);
    check("", "Ana Sousa, Port Gazette", "Ana Sousa, Port Gazette", "", &[]);
    check("", "By Ana Sousa\n\nMarch 3, 2021", "Ana Sousa", "2021-03-03", &[]);
    // What agencies add.
    check(
        "(Adds toll, quotes)",
        "(Reporting by Ana Sousa; Editing by Li Wei)",
        "Ana Sousa",
        "",
        &["agency advisory", "agency sign-off"],
    );
    check("", "Reporting by Ana Sousa in Lomo; editing by Li Wei", "Ana Sousa in Lomo", "", &["agency sign-off"]);
    // Where and when it was published, and changed.
    check("Published in World News", "", "", "", &["section label"]);
    check("Updated: 4 March 2021 10:15 GMT\n\nPublished: 3 March 2021 08:00 GMT", "", "", "2021-03-03T08:00:00Z", &[]);
    check("Updated 2 hours ago", "", "", "", &["time counted from now"]);
    // Buttons, boxes, owners.
    check(
        "5 min read\n\nShare\n\nTweet",
        "Most read\n\nMinister resigns over lost files",
        "",
        "",
        &["page control", "share buttons", "share buttons", "related links"],
    );
    check("", "© 2021 Port Gazette Ltd. All rights reserved.", "", "2021", &["copyright line"]);
    check("", "Ana Sousa is a reporter in Lomo. Follow her on Twitter.", "", "", &["about the author"]);
}

#[test]
fn markdown_and_mail() {
    let markdown = "# Quake fells houses on Lomo\n\n**By Ana Sousa** | *3 March 2021*\n\n![The school](school.jpg)\n\nThe quake struck the island of \
        Lomo at dawn on Monday, killing at least twelve people, the governor said.\n\n> \"We lost everything in a minute,\" said a teacher.\n\n\
        ## What comes next\n\n- Schools stay closed until Friday\n\n[Read more](https://gazette.example/more)\n";
    let mail = format!(
        "Hi all,\n\nsee below.\n\n-----Original Message-----\nFrom: Li Wei\nSent: 03 March 2021 09:12\nTo: Ana Sousa\nSubject: FW: Quake fells \
         houses on Lomo\n\n> {}\n\n--\nLi Wei\nDesk editor\n",
        QUAKE.replace("\n\n", "\n>\n> ")
    );
    assert_readable("markdown_and_mail", &(shown(markdown) + &shown(&mail)));
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
