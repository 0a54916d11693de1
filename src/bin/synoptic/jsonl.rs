//! Dossiers as JSON lines: `{id, text | html, published?, ...}` or `{id, inputs: [...]}` in;
//! `{id, texts, articles, sentences, entities, timeline, claims, claimDiff}` out, one line each.
//! Spans are in Unicode code points, as other languages count, not in UTF-16 units.
//!
//! Lines are read by as many threads as asked for and answered in their order. Nothing but the lines at work is held, so
//! an archive of any size streams through. A line that cannot be read is answered by `{id, error}`, an input that cannot
//! by an entry of `errors`: `{input, error}`.

use super::lanes::lanes;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::num::NonZero;
use std::panic::catch_unwind;
use synoptic::view::{ArticleInput, View};

const PARTS: [&str; 5] = ["articles", "sentences", "entities", "timeline", "claims"];

struct Options {
    parts: Vec<String>,
    /// Threads; 0 for as many as the machine has.
    jobs: usize,
}

/// More threads than this help nobody.
const MOST_JOBS: usize = 256;

/// `[--parts a,b] [--jobs N]`
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let Options { parts, jobs } = options(args)?;
    let jobs =
        if jobs == 0 { std::thread::available_parallelism().map_or(1, NonZero::get) } else { jobs.min(MOST_JOBS) };
    let answer = |line: Result<String, String>| -> String {
        let line = match line {
            Ok(line) => line,
            Err(error) => return json!({"id": null, "error": error}).to_string(),
        };
        let read = catch_unwind(|| analyse(&line, &parts));
        let read =
            read.unwrap_or_else(|_| Err("this line could not be read; please report it with its text".to_owned()));
        read.unwrap_or_else(|error| json!({"id": id(&line), "error": error})).to_string()
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    lanes(jobs, super::lines(), answer, |line| writeln!(out, "{line}").map_err(|e| e.to_string()))?;
    out.flush().map_err(|e| e.to_string())
}

fn options(args: &[String]) -> Result<Options, String> {
    let mut options = Options { parts: PARTS.map(str::to_owned).to_vec(), jobs: 1 };
    for pair in args.chunks(2) {
        match pair {
            [flag, list] if flag == "--parts" => options.parts = list.split(',').map(str::to_owned).collect(),
            [flag, n] if flag == "--jobs" => {
                options.jobs = n.parse().map_err(|_| format!("--jobs wants a number, not {n:?}"))?;
            }
            _ => return Err(super::USAGE.to_owned()),
        }
    }
    match options.parts.iter().find(|p| !PARTS.contains(&p.as_str())) {
        Some(part) => Err(format!("there is no part {part:?}; there are {}", PARTS.join(", "))),
        None => Ok(options),
    }
}

/// The id of a line, as far as it can be read.
fn id(line: &str) -> Value {
    serde_json::from_str::<Value>(line).map_or(Value::Null, |doc| doc["id"].clone())
}

fn analyse(line: &str, parts: &[String]) -> Result<Value, String> {
    let doc: Value = serde_json::from_str(line).map_err(|e| format!("this line is no JSON: {e}"))?;
    let asked = |part: &str| parts.iter().any(|p| p == part);
    let id = doc["id"].clone();
    let several = doc["inputs"].as_array();
    let mut view = View::default();
    let mut given = Vec::new();
    let mut errors = Vec::new();
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
            Err(e) => errors.push(json!({"input": i, "error": e.to_string()})),
        }
    }
    let texts: Vec<String> = (0..given.len()).map(|i| view.text(i).unwrap_or("").to_owned()).collect();
    let mut out = Map::new();
    let articles = view.articles();
    let to = |v| serde_json::to_value(v).map_err(|e: serde_json::Error| e.to_string());
    if asked("articles") {
        out.insert("articles".into(), to(json!(articles))?);
    }
    if asked("sentences") {
        let of = |a: &synoptic::view::Article| Some((a.id.clone(), json!(view.sentences(&a.id).ok()?)));
        out.insert("sentences".into(), Value::Object(articles.iter().filter_map(of).collect()));
    }
    if asked("entities") {
        out.insert("entities".into(), json!(view.entities()));
    }
    if asked("timeline") {
        out.insert("timeline".into(), json!(view.timeline()));
    }
    if asked("claims") {
        out.insert("claims".into(), json!(view.claims()));
        if several.is_some() {
            out.insert("claimDiff".into(), json!(view.claim_diff(None).map_err(|e| e.to_string())?));
        }
    }
    let maps: Vec<Vec<u64>> = texts.iter().map(|t| code_points(t)).collect();
    let mut value = Value::Object(out);
    convert(&mut value, &maps, &given);
    value["id"] = id;
    if !errors.is_empty() {
        value["errors"] = errors.into();
    }
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
