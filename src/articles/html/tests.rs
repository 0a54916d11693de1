//! Hostile, broken and mislabelled pages.

use super::dom::work;
use super::read;
use crate::articles::Given;
use crate::english::English;

/// Pages that their makers never meant, of a size that `n` sets.
fn hostile(n: usize) -> Vec<(&'static str, String)> {
    let many = |s: &str| s.repeat(n);
    let story =
        "<p>The river rose by two metres in the night and flooded the lower town, the mayor said on Monday.</p>";
    let nest = |tag: &str| format!("{}{story}{}", many(&format!("<{tag}>")), many(&format!("</{tag}>")));
    vec![
        ("nested", nest("div")),
        ("nested inline", nest("b")),
        ("nested headings", nest("h1")),
        ("nested articles", nest("article")),
        ("nested bylines", format!("<title>a b c</title>{}{story}", many("<div class=author>"))),
        ("nested facts", format!("{}{story}", many("<div class='meta info'>"))),
        ("nested bodies", format!("<h1>Storm floods town</h1>{}", many(&format!("<div class=story-body>{story}")))),
        (
            "nested overlays",
            format!(
                "<title>Storm floods town</title><h1>Storm floods town</h1>{story}{}{}",
                many("<div class=modal>"),
                story.repeat(20)
            ),
        ),
        ("unclosed", many("<p><b><i>a")),
        ("tables", many("<table><tr><td>a")),
        ("lists", many("<ul><li>a")),
        ("stray ends", many("</div></p></b>")),
        ("many parts", format!("<h1>Storm floods town</h1>{}", many(&format!("<div class=part>{story}</div>")))),
        ("linked parts", many(&format!("<div class=part><h2><a href=/x>a</a></h2>{story}</div>"))),
        ("fields", many("<div><input type=email></div>")),
        ("fields in one", format!("<div>{}</div>", many("<input type=email>"))),
        ("bylines", many("<p class=author>a</p>")),
        ("stamps", many("<time>a</time>")),
        ("empty deep and wide", format!("{}{}", "<div class=author>".repeat(390), many("<p></p>"))),
        ("attributes", format!("<div {}>{story}", many("a=1 class=x "))),
        ("entities", many("&amp;&lt;&notit;&#x41;&bogus;")),
        ("one tag", format!("<p {story}{}", many("x "))),
        ("comments", many("<!-- a --><!--")),
        ("scripts", many("<script>let a = '<p>';</script><style>p{}</style>")),
        ("data", format!("<script type=application/ld+json>{}", many("[{\"@type\":"))),
        ("headlines", format!("<title>a b c</title>{}", many("<h1>a b c d</h1>"))),
    ]
}

#[test]
fn work_grows_with_the_page() {
    let english = English::shared();
    let work = |html: &str| work::of(|| drop(read(english, html, &Given::default())));
    for ((what, small), (_, large)) in hostile(1_600).into_iter().zip(hostile(9_600)) {
        let (a, b) = (work(&small).max(small.len() as u64 / 8), work(&large));
        // The tree is capped in depth, so that nesting costs at most its depth more.
        assert!(b <= 10 * a, "{what}: {a} steps, then {b} for six times as much");
    }
}

#[test]
fn what_runs_is_never_text() {
    for html in [
        "<p onclick=\"steal()\">It rained.</p><script>steal()</script>",
        "<p>It rained.<script src=x>steal()</script></p><noscript><p>steal()</p></noscript>",
        "<svg onload=steal()><script>steal()</script></svg><p>It rained.</p>",
        "<p>It rained.</p><img src=x onerror=steal()><iframe srcdoc=\"steal()\"></iframe>",
        "<p>It rained.</p><style>p:after{content:'steal()'}</style><template><p>steal()</p></template>",
        "<p>It rained.</p><a href=\"javascript:steal()\">.</a><!-- steal() --><![CDATA[steal()]]>",
        "<p>It rained.</p><object data=steal()>steal()</object><math><annotation>steal()</annotation></math>",
        "<p>It rained.</p><script>steal()",
    ] {
        let reading = read(English::shared(), html, &Given::default());
        assert!(reading.text.contains("It rained.") && !reading.text.contains("steal"), "{html}: {:?}", reading.text);
    }
}

#[test]
fn cut_off_and_mislabelled() {
    let page = "<html><head><title>Storm floods town</title><meta charset=\"utf-16\"><meta http-equiv=Content-Type content=\"text/html; \
        charset=shift_jis\"></head><body><h1>Storm floods town</h1><p>The river rose by two metres in Curaçao, the mayor said on \
        Monday – “at last”.</p><p>Hundreds of people were taken to a school that stands on the hill above the old bridge.</p></body></html>";
    // A page comes in as text: what it says of its bytes is of no account.
    let whole = read(English::shared(), page, &Given::default());
    assert!(whole.text.contains("in Curaçao, the mayor said on Monday – “at last”."), "{}", whole.text);
    // Cut anywhere, it is read as far as it goes.
    for cut in (0..page.len()).filter(|&i| page.is_char_boundary(i)) {
        let reading = read(English::shared(), &page[..cut], &Given::default());
        let spans = reading.articles.iter().flat_map(|a| &a.blocks).map(|b| b.span.of(&reading.text));
        // At the end "<", "</" and, in a title, "</ti" are text, says the standard.
        let whole = |words: &str| {
            let (text, tag) = words.rsplit_once('<').unwrap_or((words, ""));
            !words.is_empty() && !text.contains('<') && tag.trim_start_matches('/').chars().all(char::is_alphabetic)
        };
        assert!(spans.into_iter().all(whole), "{cut}: {}", reading.text);
    }
}
