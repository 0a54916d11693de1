//! JSON that holds articles: `{"articles": [...]}`, a bare list, or one article alone.

use super::{ArticleInput, Error, ErrorCode};
use serde_json::{Map, Value};

/// Most articles that one JSON text may hold.
const MOST_ARTICLES: usize = 5_000;

/// What others call the fields of an article: schema.org's `NewsArticle`, feeds, exports of newsrooms.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("articleBody", "text"),
    ("body", "text"),
    ("content", "text"),
    ("headline", "title"),
    ("name", "title"),
    ("datePublished", "published"),
    ("published_at", "published"),
    ("publishedAt", "published"),
    ("date", "published"),
    ("source", "outlet"),
    ("publisher", "outlet"),
    ("publication", "outlet"),
    ("link", "url"),
    ("mainEntityOfPage", "url"),
];

/// The articles of a JSON text; `None` if it is no JSON that holds articles.
///
/// An entry is a text, or an object with `text` or `html` and perhaps `outlet`, `title`,
/// `published` and `url`; other fields are passed over.
///
/// An entry that is no article is an error in its place. Other JSON is a text like any other, unless it says by a list
/// named `articles` what it wants to be.
///
/// # Errors
/// `empty-input` for a list of articles without any, `too-large` for too many of them.
pub(super) fn articles(text: &str) -> Result<Option<Vec<Result<ArticleInput, Error>>>, Error> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with(['{', '[']) {
        return Ok(None);
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Ok(None) };
    let mut said = false;
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut fields) => match fields.remove("articles") {
            Some(Value::Array(list)) if list.is_empty() => {
                let message = "This JSON holds no articles. Give {\"articles\": [{\"text\": \"...\"}]}.";
                return Err(Error::new(ErrorCode::EmptyInput, message));
            }
            Some(Value::Array(list)) => {
                said = true;
                list
            }
            _ => vec![Value::Object(fields)],
        },
        _ => return Ok(None),
    };
    // A list of numbers, say, is a text like any other.
    let worded = |v: &Value| ["text", "html", "articleBody", "body", "content"].iter().any(|n| v.get(n).is_some());
    let article = |v: &Value| v.is_string() || worded(v);
    if !said && !list.iter().any(article) {
        return Ok(None);
    }
    if list.len() > MOST_ARTICLES {
        let message = format!(
            "This JSON holds {} articles; at most {MOST_ARTICLES} are read at once. Add it in parts.",
            list.len()
        );
        return Err(Error::new(ErrorCode::TooLarge, message));
    }
    Ok(Some(list.into_iter().map(one).collect()))
}

/// Says which entry an error is about.
pub(super) fn in_list(place: usize, e: Error) -> Error {
    Error::new(e.code, format!("Article {} of this JSON: {}", place + 1, e.message))
}

fn one(entry: Value) -> Result<ArticleInput, Error> {
    let mut fields = match entry {
        Value::String(text) => return Ok(ArticleInput { text: Some(text), ..ArticleInput::default() }),
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let whole = matches!(fields.get("whole"), Some(Value::Bool(true)));
    let mut field = |name: &str| {
        let other = OTHER_NAMES.iter().filter(|(_, own)| *own == name).map(|(other, _)| *other);
        match std::iter::once(name).chain(other).find_map(|n| fields.remove(n).filter(|v| !v.is_null())) {
            None => Ok(None),
            Some(Value::String(value)) => Ok(Some(value)),
            // schema.org writes a publisher as `{"name": "..."}`.
            Some(Value::Object(mut named)) if named.get("name").is_some_and(Value::is_string) => {
                Ok(named.remove("name").and_then(|n| n.as_str().map(str::to_owned)))
            }
            Some(_) => Err(Error::new(ErrorCode::UnknownOption, format!("`{name}` is no string. Give it as one."))),
        }
    };
    let (title, mut text) = (field("title")?, field("text")?);
    // A text has one owner, and its headline is a part of it.
    if let (Some(title), Some(text)) = (title.as_deref().map(str::trim).filter(|t| !t.is_empty()), &mut text)
        && !text.contains(title)
    {
        *text = format!("{title}\n\n{text}");
    }
    Ok(ArticleInput {
        html: field("html")?,
        outlet: field("outlet")?,
        published: field("published")?,
        url: field("url")?,
        whole,
        title,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, want: &[(&str, &str)]) {
        let found = articles(json).unwrap().unwrap_or_default();
        let found: Vec<_> = found.iter().flatten().map(|a| (a.text.as_deref(), a.outlet.as_deref())).collect();
        let want: Vec<_> = want.iter().map(|&(t, o)| (Some(t), Some(o).filter(|o| !o.is_empty()))).collect();
        assert_eq!(found, want, "{json}");
    }

    #[test]
    fn json_of_articles() {
        // ok:
        check(r#"{"articles":[{"text":"It rained.","outlet":"Post"}]}"#, &[("It rained.", "Post")]);
        check(
            r#" [{"text":"It rained.","id":7,"outlet":null},"It snowed."]"#,
            &[("It rained.", ""), ("It snowed.", "")],
        );
        check(r#"{"text":"It rained.","title":"Rain"}"#, &[("Rain\n\nIt rained.", "")]);
        check(r#"{"text":"Rain\nIt rained.","title":"Rain"}"#, &[("Rain\nIt rained.", "")]);
        check(r#"[{"headline":"Rain","body":"It rained.","source":"Post"}]"#, &[("Rain\n\nIt rained.", "Post")]);
        check(
            r#"{"@type":"NewsArticle","articleBody":"It rained.","publisher":{"@type":"Organization","name":"Post"}}"#,
            &[("It rained.", "Post")],
        );
        // no: other JSON, broken JSON, and texts that only begin like it are texts
        for text in ["[1, 2]", "{}", "[]", r#"{"text":"It"#, "[Reuters] It rained.", r#"{"name":"x"}"#, "It rained."] {
            check(text, &[]);
        }
    }

    #[test]
    fn entries_that_are_none() {
        for (json, says) in [
            (r#"[{"text":"It rained."},{"text":7}]"#, "`text` is no string"),
            (r#"[{"text":"It rained.","published":2024}]"#, "`published` is no string"),
        ] {
            let found = articles(json).unwrap().unwrap();
            let error = found.into_iter().find_map(Result::err).unwrap();
            assert!(error.message.starts_with(says), "{}", error.message);
        }
        // It says that it holds articles, so it is no text.
        let none = articles(r#"{"articles":[{"id":7}, null]}"#).unwrap().unwrap();
        assert!(none.into_iter().all(|a| a.is_ok_and(|a| a.text.is_none() && a.html.is_none())));
        assert_eq!(articles(r#"{"articles":[]}"#).unwrap_err().code, ErrorCode::EmptyInput);
    }
}
