//! Web pages in the shapes that their makers give them, all invented: what is kept, what is left out, and the facts.
#![cfg(not(target_arch = "wasm32"))]

use synoptic::articles::{Given, Raw, read};
use synoptic::english::English;

const TITLE: &str = "Storm floods the lower town";
/// Paragraphs of the article; `{1}` in a page stands for the first.
const STORY: [&str; 3] = [
    "The river rose by two metres in the night and flooded the lower town, the mayor said on Monday morning.",
    "Hundreds of people were taken to a school that stands on the hill above the old bridge and the mill.",
    "The governor said that the army would bring boats and tents to the town before the end of the week.",
];

/// Reads a page whose `{t}` is the title and `{1}` to `{3}` the paragraphs: those must be kept, with `also`; no word of `not` may.
fn check(page: &str, also: &[&str], not: &[&str], author: Option<&str>, day: Option<&str>) {
    let mut html = page.replace("{t}", TITLE);
    let mut want: Vec<&str> = also.to_vec();
    for (i, p) in STORY.iter().enumerate() {
        let mark = format!("{{{}}}", i + 1);
        if html.contains(&mark) {
            html = html.replace(&mark, &format!("<p>{p}</p>"));
            want.push(p);
        }
    }
    let reading = read(English::shared(), Raw::Html(&html), &Given::default());
    let text = |a: &synoptic::articles::Article| {
        a.blocks.iter().map(|b| b.span.of(&reading.text)).collect::<Vec<_>>().join("\n")
    };
    let kept = reading.articles.iter().map(text).collect::<Vec<_>>().join("\n");
    for words in want {
        assert!(kept.contains(words), "missing {words:?} in {kept:?} of {html}");
    }
    for words in not {
        assert!(!kept.contains(words), "kept {words:?} of {html}");
    }
    let a = &reading.articles[0];
    assert_eq!(a.headline.map(|h| h.of(&reading.text)), Some(TITLE), "{html}");
    if author.is_some() {
        assert_eq!(a.byline.map(|b| b.of(&reading.text)), author, "{html}");
    }
    if let Some(day) = day {
        assert!(a.published.range.edtf.starts_with(day), "{} of {html}", a.published.range.edtf);
    }
}

#[test]
fn boxes_in_and_around_the_article() {
    // A wall before the rest.
    check(
        "<title>{t} | Gazette</title><main><h1>{t}</h1><p class=byline>By <a href=/ana>Ana Sousa</a></p><time datetime=2021-03-04T10:00:00Z>4 March\
         </time><div class=content>{1}{2}<div class=paywall-wrap><h2>Subscribe to continue reading</h2><p>Get unlimited access to all our articles for \
         one euro a week.</p><button>Subscribe</button></div></div></main>",
        &[],
        &["unlimited access", "continue reading"],
        Some("Ana Sousa"),
        Some("2021-03-04"),
    );
    // Cookie notices that hold more words than the article.
    let notice = "<p>We use cookies to run this site, to measure its use and to show you relevant advertising.</p><p>You can accept all \
        cookies or choose which ones you allow, and change your mind at any time in the settings.</p><p>Some of our partners process your data on \
        the basis of their legitimate interest, which you can object to at any time, as the law of many countries has it today.</p>";
    for shell in ["<div id=onetrust-banner-sdk>", "<div role=dialog>", "<div class='modal popup'>", "<amp-consent>"] {
        let page = format!("<title>{{t}}</title>{shell}{notice}</div></amp-consent><div><h1>{{t}}</h1>{{1}}</div>");
        check(&page, &[], &["cookies", "legitimate"], None, None);
    }
    // A box for an e-mail address, whatever it is called.
    check(
        "<article><h1>{t}</h1>{1}<div class=x1><p><strong>The morning briefing</strong></p><p>All the news of the day, every morning before seven, \
         for free and without advertising.</p><form><input type=email><button>Go</button></form></div>{2}{3}</article>",
        &[],
        &["morning briefing", "without advertising"],
        None,
        None,
    );
    // Links between paragraphs, readers' comments, who the author is.
    check(
        "<article><h1>{t}</h1>{1}<p><strong>READ MORE: <a href=/x>Ten ways to keep your cellar dry</a></strong></p>{2}{3}<p><em>Ana Sousa is a reporter \
         in the valley. Follow her on Twitter.</em></p></article><section class=user-comments><h3>3 comments</h3><div><p>My cousin had to leave her \
         house in the night, and nobody told her where to go after that.</p></div></section>",
        &[],
        &["cellar", "Follow her", "My cousin"],
        None,
        None,
    );
}

#[test]
fn shapes_of_articles() {
    // A running report: a summary, then entries.
    check(
        "<title>{t} - Gazette</title><main><h1>{t}</h1><ul><li>The upper town has been cut off since Sunday evening</li></ul><div class=liveblog>\
         <article><time>14:02</time><h2>Army sends boats</h2>{3}</article><article><time>13:12</time><h2>School takes in hundreds</h2>{2}</article></div></main>",
        &["has been cut off since", "Army sends boats"],
        &[],
        None,
        None,
    );
    // Pages laid out in tables, lines parted by breaks.
    let broken = format!(
        "<title>{{t}}</title><table><tr><td><a href=/>Home</a><br><a href=/s>Sport</a></td><td><font size=5><b>{{t}}</b></font><br><br>{}<br><br>{}\
         <br><br>{}</td></tr></table>",
        STORY[0], STORY[1], STORY[2]
    );
    check(&broken, &STORY, &["Sport"], None, None);
    // A table of figures, a quotation, captions and credits.
    check(
        "<article><h1>{t}</h1><figure><img src=a><figcaption>The old bridge on Sunday. Li Wei/AFP</figcaption></figure>{1}<table><tr><td>North Valley</td>\
         <td>12</td></tr></table>{2}<blockquote class=widget-quote><p>“We will build the town again,” the mayor told those who had come to the hall.</p>\
         </blockquote><figure><img src=b><figcaption>Photograph: Ana Sousa</figcaption></figure>{3}</article>",
        &["North Valley", "told those who had come", "The old bridge on Sunday"],
        &["Photograph"],
        None,
        None,
    );
    // A body in parts, each in its own section.
    check(
        "<title>{t}</title><main><div class=hd><h1>{t}</h1></div><div class=row><section class=st>{1}</section></div><div class=ad-slot>Buy boots</div>\
         <div class=row><section class=st>{2}{3}</section></div></main>",
        &[],
        &["Buy boots"],
        None,
        None,
    );
}

#[test]
fn authors_and_days() {
    let page = |facts: &str| format!("<title>{{t}} | Gazette</title><main><h1>{{t}}</h1>{facts}{{1}}{{2}}{{3}}</main>");
    for facts in [
        "<div class=article_meta_info><span class=screen-reader-text>| By </span><span>Ana Sousa</span> | <time class=entry-date>March 4, 2021</time></div>",
        "<p class=byline>By Ana Sousa</p><span itemprop=datePublished>March 4, 2021</span>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04\",\"author\":{\"name\":\"Ana Sousa\"}}</script>",
    ] {
        check(&page(facts), &[], &[], Some("Ana Sousa"), Some("2021-03-04"));
    }
    let footer = "<footer class=article-footer><span>Author: </span><span>Ana Sousa</span> <time datetime=2021-03-04>4 March</time></footer></main>";
    check(&page("").replace("</main>", footer), &[], &["Author"], Some("Ana Sousa"), Some("2021-03-04"));
    // Which number is the month: by region.
    for (head, day) in [
        ("<html lang=en-GB>", "2021-03-04"),
        ("<html lang=en-US>", "2021-04-03"),
        ("<meta property=og:locale content=en_US>", "2021-04-03"),
    ] {
        check(&format!("{head}{}", page("<p class=date>04/03/2021</p>")), &[], &[], None, Some(day));
    }
}
