//! Dossiers as JSON lines: `{id, text | html, published?, ...}` or `{id, inputs: [...]}` in;
//! `{id, texts, articles, sentences, entities, timeline, claims, claimDiff}` out, one line each.
//! Spans are in Unicode code points, as other languages count, not in UTF-16 units.

use serde_json::{Map, Value, json};
use std::io::Write;
use synoptic::view::{ArticleInput, View};

const PARTS: [&str; 5] = ["articles", "sentences", "entities", "timeline", "claims"];

/// `[--parts a,b]`
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let parts: Vec<&str> = match args {
        [] => PARTS.to_vec(),
        [flag, list] if flag == "--parts" => list.split(',').collect(),
        _ => return Err(super::USAGE.to_owned()),
    };
    let mut out = std::io::stdout().lock();
    for line in super::lines() {
        match analyse(&line?, &parts) {
            Ok(value) => writeln!(out, "{value}").map_err(|e| e.to_string())?,
            Err(message) => eprintln!("{message}"),
        }
    }
    Ok(())
}

fn analyse(line: &str, parts: &[&str]) -> Result<Value, String> {
    let doc: Value = serde_json::from_str(line).map_err(|e| format!("(unreadable line): {e}"))?;
    let id = doc["id"].clone();
    let several = doc["inputs"].as_array();
    let mut view = View::default();
    let mut given = Vec::new();
    for (i, input) in several.map_or(vec![&doc], |a| a.iter().collect()).into_iter().enumerate() {
        let field = |name: &str| input[name].as_str().map(str::to_owned);
        let article = ArticleInput {
            text: field("text"),
            html: field("html"),
            outlet: field("outlet"),
            title: field("title"),
            url: field("url"),
            published: field("published").or_else(|| field("dct")),
            whole: input["whole"] == true,
        };
        match view.add(&article) {
            Ok(_) => given.push(i),
            Err(e) => eprintln!("{id}: input {i}: {e}"),
        }
    }
    let texts: Vec<String> = (0..given.len()).map(|i| view.text(i).unwrap_or("").to_owned()).collect();
    let mut out = Map::new();
    let articles = view.articles();
    let to = |v| serde_json::to_value(v).map_err(|e: serde_json::Error| e.to_string());
    if parts.contains(&"articles") {
        out.insert("articles".into(), to(json!(articles))?);
    }
    if parts.contains(&"sentences") {
        let of = |a: &synoptic::view::Article| Some((a.id.clone(), json!(view.sentences(&a.id).ok()?)));
        out.insert("sentences".into(), Value::Object(articles.iter().filter_map(of).collect()));
    }
    if parts.contains(&"entities") {
        out.insert("entities".into(), json!(view.entities()));
    }
    if parts.contains(&"timeline") {
        out.insert("timeline".into(), json!(view.timeline()));
    }
    if parts.contains(&"claims") {
        out.insert("claims".into(), json!(view.claims()));
        if several.is_some() {
            out.insert("claimDiff".into(), json!(view.claim_diff(None).map_err(|e| e.to_string())?));
        }
    }
    let maps: Vec<Vec<u64>> = texts.iter().map(|t| code_points(t)).collect();
    let mut value = Value::Object(out);
    convert(&mut value, &maps, &given);
    value["id"] = id;
    if several.is_some() || doc.get("html").is_some() {
        let n = several.map_or(1, Vec::len);
        let text = |i| given.iter().position(|&g| g == i).map_or("", |k| texts[k].as_str());
        value["texts"] = (0..n).map(text).collect();
    }
    Ok(value)
}

/// UTF-16 offset → code point offset.
fn code_points(text: &str) -> Vec<u64> {
    let mut map = Vec::with_capacity(text.len() + 1);
    for (n, c) in text.chars().enumerate() {
        map.extend(std::iter::repeat_n(n as u64, c.len_utf16()));
    }
    map.push(map.last().map_or(0, |n| n + 1));
    map
}

fn convert(value: &mut Value, maps: &[Vec<u64>], given: &[usize]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|v| convert(v, maps, given)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (offset(fields, "start"), offset(fields, "end")) {
                let input = offset(fields, "input").unwrap_or(0);
                let at = |n: usize| maps.get(input).and_then(|m| m.get(n)).copied().unwrap_or(n as u64);
                fields["start"] = at(start).into();
                fields["end"] = at(end).into();
                fields.insert("input".into(), given.get(input).copied().unwrap_or(input).into());
            }
            fields.values_mut().for_each(|v| convert(v, maps, given));
        }
        _ => {}
    }
}

fn offset(fields: &Map<String, Value>, name: &str) -> Option<usize> {
    fields.get(name)?.as_u64().map(|n| n as usize)
}
