//! What a page says of itself: JSON-LD, OpenGraph, meta tags, microdata.

use super::dom::Dom;
use crate::dates::DayRange;
use serde_json::Value;

/// Facts about the article, best source first.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// Titles, most trusted first.
    pub titles: Vec<String>,
    /// Authors.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<DayRange>,
    /// When it was changed.
    pub modified: Option<DayRange>,
    /// The site's name.
    pub site: Option<String>,
    /// The whole article as HTML, a paragraph a line, where the data hold it.
    pub body: Option<String>,
    /// The page's own address.
    pub url: Option<String>,
    /// Language and region, as `en-GB`.
    pub locale: Option<String>,
    /// A date of publication that the calendar has not.
    pub impossible: Option<String>,
}

/// Most bytes of JSON-LD that are read.
const MOST_JSON: usize = 1 << 20;

/// Reads the head and the microdata of a page.
pub(super) fn meta(dom: &Dom) -> Meta {
    let mut found = Meta::default();
    let mut json = Vec::new();
    let (mut og, mut plain, mut micro) = (Vec::new(), Vec::new(), Vec::new());
    let (mut page_title, mut named, mut dates, mut changes) = (None, Vec::new(), Vec::new(), Vec::new());
    for (id, node) in dom.nodes.iter().enumerate() {
        match node.tag.as_str() {
            "script" => json.push(id),
            "html" if dom.attribute(id, "lang").len() > 2 => found.locale = Some(dom.attribute(id, "lang").to_owned()),
            "title" if page_title.is_none() => page_title = Some(dom.words(id, 400)),
            "link" if dom.attribute(id, "rel") == "canonical" => found.url = Some(dom.attribute(id, "href").to_owned()),
            "meta" => {
                let key = [dom.attribute(id, "property"), dom.attribute(id, "name"), dom.attribute(id, "itemprop")];
                let key = key.into_iter().find(|k| !k.is_empty()).unwrap_or("").to_ascii_lowercase();
                let value = squeeze(dom.attribute(id, "content"));
                if value.is_empty() {
                    continue;
                }
                match key.as_str() {
                    "og:title" => og.push(value),
                    "twitter:title" | "dc.title" | "dcterms.title" | "title" | "headline" | "sailthru.title"
                    | "parsely-title" => plain.push(value),
                    "og:site_name" | "application-name" if found.site.is_none() || key == "og:site_name" => {
                        found.site = Some(value)
                    }
                    "author"
                    | "article:author"
                    | "dc.creator"
                    | "dcterms.creator"
                    | "dc.creator.name"
                    | "parsely-author"
                    | "sailthru.author"
                    | "citation_author"
                    | "byl"
                    | "article:author_name"
                    | "twitter:data1"
                        if key != "twitter:data1" =>
                    {
                        named.push(value)
                    }
                    "og:locale" if found.locale.is_none() => found.locale = Some(value),
                    "og:url" if found.url.is_none() => found.url = Some(value),
                    "article:published_time"
                    | "og:published_time"
                    | "og:article:published_time"
                    | "datepublished"
                    | "date"
                    | "pubdate"
                    | "dc.date"
                    | "dc.date.issued"
                    | "dcterms.date"
                    | "dcterms.created"
                    | "dc.date.created"
                    | "publishdate"
                    | "publish-date"
                    | "publish_date"
                    | "parsely-pub-date"
                    | "sailthru.date"
                    | "citation_publication_date"
                    | "article.published"
                    | "article_date_original"
                    | "published-date"
                    | "published_date"
                    | "displaydate"
                    | "originalpublicationdate"
                    | "date_published"
                    | "datecreated"
                    | "pdate"
                    | "cxenseparse:recs:publishtime"
                    | "rnews:datepublished"
                    | "ptime"
                    | "timestamp" => dates.push(value),
                    "article:modified_time"
                    | "og:updated_time"
                    | "datemodified"
                    | "lastmod"
                    | "last-modified"
                    | "dcterms.modified" => changes.push(value),
                    _ => {}
                }
            }
            _ => {
                let prop = dom.attribute(id, "itemprop");
                if !prop.is_empty() {
                    let stated = [dom.attribute(id, "content"), dom.attribute(id, "datetime")];
                    let value = stated.into_iter().find(|v| !v.is_empty()).map_or_else(|| dom.words(id, 300), squeeze);
                    micro.push((prop.to_ascii_lowercase(), value));
                }
            }
        }
    }
    for id in json {
        let text = dom.nodes[id].children.iter().map(|&c| dom.nodes[c].text.as_str()).collect::<String>();
        if text.len() <= MOST_JSON
            && let Ok(value) = serde_json::from_str::<Value>(text.trim().trim_end_matches(';'))
        {
            linked(&value, &mut found, 0);
        }
    }
    found.titles.extend(og);
    let of = |name: &str| {
        micro
            .iter()
            .filter(|(p, _)| p.split(' ').any(|p| p == name))
            .map(|(_, v)| v.clone())
            .filter(|v| !v.is_empty())
            .collect::<Vec<_>>()
    };
    found.titles.extend(of("headline"));
    found.titles.extend(plain);
    found.titles.extend(page_title);
    if found.authors.is_empty() {
        found.authors = named.into_iter().filter(|n| is_name(n)).collect();
    }
    if found.authors.is_empty() {
        found.authors = of("author").into_iter().filter(|n| is_name(n)).take(4).collect();
    }
    found.authors.dedup();
    let day = |v: &String| day(v);
    found.published = found
        .published
        .take()
        .or_else(|| dates.iter().find_map(day))
        .or_else(|| of("datepublished").iter().find_map(day));
    if found.published.is_none() {
        found.impossible = found.impossible.take().or_else(|| dates.iter().find(|d| is_impossible(d)).cloned());
    }
    found.modified = found
        .modified
        .take()
        .or_else(|| changes.iter().find_map(day))
        .or_else(|| of("datemodified").iter().find_map(day));
    found
}

fn squeeze(value: &str) -> String {
    let text = if value.contains(['&', '<']) { Dom::new(value).words(0, 600) } else { value.to_owned() };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An ISO date with whatever time stands after it; `None` for dates in words.
pub(super) fn day(value: &str) -> Option<DayRange> {
    let value = value.trim();
    DayRange::parse(value).filter(|r| r.days() == Some(1)).or_else(|| {
        let head = value.get(..10)?;
        DayRange::parse(head).filter(|r| r.days() == Some(1))
    })
}

/// True for what is written as an ISO date and is none: 2024-13-40.
fn is_impossible(value: &str) -> bool {
    let digits = |at: std::ops::Range<usize>| value.get(at).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let shape =
        digits(0..4) && digits(5..7) && digits(8..10) && value.get(4..5) == Some("-") && value.get(7..8) == Some("-");
    shape && !value.get(10..11).is_some_and(|c| c.chars().all(|c| c.is_ascii_digit())) && day(value).is_none()
}

/// False for addresses, handles and sentences in a field that should name a person.
fn is_name(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 120
        && !value.contains("://")
        && !value.contains('@')
        && !value.starts_with("www.")
        && value.split(' ').count() <= 14
}

const ARTICLES: [&str; 10] = [
    "Article",
    "NewsArticle",
    "BlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "WebPage",
    "Report",
    "TechArticle",
];

/// Reads JSON-LD: an article's own fields, wherever it hangs.
fn linked(value: &Value, found: &mut Meta, depth: usize) {
    if depth > 8 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|v| linked(v, found, depth + 1)),
        Value::Object(fields) => {
            let kind = &fields.get("@type").unwrap_or(&Value::Null);
            let is = |name: &str| {
                kind.as_str() == Some(name)
                    || kind.as_array().is_some_and(|a| a.iter().any(|k| k.as_str() == Some(name)))
            };
            if ARTICLES.iter().any(|n| is(n)) {
                let text = |name: &str| fields.get(name).and_then(Value::as_str).map(squeeze).filter(|t| !t.is_empty());
                if !is("WebPage") || found.titles.is_empty() {
                    found.titles.extend(text("headline"));
                }
                found.impossible =
                    found.impossible.take().or_else(|| text("datePublished").filter(|d| is_impossible(d)));
                if found.published.is_none() || !is("WebPage") {
                    found.published = text("datePublished").and_then(|d| day(&d)).or(found.published.take());
                }
                if let Some(body) = fields.get("articleBody").and_then(Value::as_str).filter(|_| found.body.is_none()) {
                    found.body = Some(body.split('\n').map(|line| format!("<p>{line}</p>")).collect());
                }
                found.modified = found.modified.take().or_else(|| text("dateModified").and_then(|d| day(&d)));
                if found.authors.is_empty() {
                    names(fields.get("author").unwrap_or(&Value::Null), &mut found.authors);
                }
                if found.site.is_none() {
                    let mut site = Vec::new();
                    names(fields.get("publisher").unwrap_or(&Value::Null), &mut site);
                    found.site = site.into_iter().next();
                }
            } else if is("Person") && depth <= 2 && found.authors.is_empty() && fields.get("name").is_some() {
                // In a graph the author stands beside the article; kept only if nothing nearer is found.
                let mut people = Vec::new();
                names(value, &mut people);
                found.authors.extend(people);
            }
            for nested in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(v) = fields.get(nested) {
                    linked(v, found, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn names(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(name) => into.extend(Some(squeeze(name)).filter(|n| is_name(n))),
        Value::Array(items) => items.iter().take(8).for_each(|v| names(v, into)),
        Value::Object(fields) => {
            if let Some(name) = fields.get("name") {
                names(name, into);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources() {
        let linked = r#"<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Storm &amp; flood","datePublished":"2020-05-04T10:00:00+02:00","author":[{"name":"Ana Sousa"}],"publisher":{"name":"Gazette"}}]}</script>"#;
        let m = meta(&Dom::new(linked));
        assert_eq!(
            (m.titles[0].as_str(), m.authors[0].as_str(), m.site.as_deref()),
            ("Storm & flood", "Ana Sousa", Some("Gazette"))
        );
        assert_eq!(m.published.unwrap().edtf, "2020-05-04T10:00:00+02:00");
        let tags = r#"<title>Storm | Gazette</title><meta property="og:title" content="Storm"><meta name="author" content="https://x.org/ana">
            <span itemprop="author">Li Wei</span><meta property="article:published_time" content="2020-05-04">"#;
        let m = meta(&Dom::new(tags));
        assert_eq!(
            (m.titles, m.authors),
            (vec!["Storm".to_owned(), "Storm | Gazette".to_owned()], vec!["Li Wei".to_owned()])
        );
        assert_eq!(m.published.unwrap().edtf, "2020-05-04");
        assert!(meta(&Dom::new("<script type=application/ld+json>{broken</script>")).titles.is_empty());
    }
}
