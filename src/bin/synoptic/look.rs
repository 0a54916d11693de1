//! Prints a stage so that a person can read it.

use std::fs;
use synoptic::view::{ArticleInput, View};

mod excerpt;
mod findings;
mod words;

use excerpt::Texts;

/// What can be looked at, in the order of the stages.
const STAGES: &str = "articles, tokens, tags, tree, times, entities, claims, timeline, diff, notes, all, json";

/// `STAGE FILE...`; `.html` and `.htm` are read as pages, all else as text.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let [stage, files @ ..] = args else { return Err(format!("{}\nstages: {STAGES}", super::USAGE)) };
    if !STAGES.split(", ").any(|s| s == stage) {
        return Err(format!("`{stage}` is no stage; use {STAGES}"));
    }
    let mut view = if files.is_empty() { View::sample() } else { read(files)? };
    print!("{}", show(stage, &mut view)?);
    Ok(())
}

fn read(files: &[String]) -> Result<View, String> {
    let mut view = View::default();
    for path in files {
        let bytes = fs::read(path).map_err(|e| format!("{path}: {e}"))?;
        let words = Some(String::from_utf8_lossy(&bytes).into_owned());
        let page = path.ends_with(".html") || path.ends_with(".htm");
        let (text, html) = if page { (None, words) } else { (words, None) };
        let input = ArticleInput { text, html, ..ArticleInput::default() };
        view.add(&input).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(view)
}

fn show(stage: &str, view: &mut View) -> Result<String, String> {
    let texts = Texts::new(view);
    Ok(match stage {
        "articles" => findings::articles(view, &texts),
        "tokens" => words::sentences(view, words::tokens),
        "tags" => words::sentences(view, words::tags),
        "tree" => words::sentences(view, words::tree),
        "times" => findings::times(view, &texts),
        "entities" => findings::entities(view, &texts),
        "claims" => findings::claims(view, &texts),
        "timeline" => findings::timeline(view, &texts),
        "diff" => findings::diff(view, &texts),
        "notes" => findings::notes(view, &texts),
        "json" => view.export("json").map_err(|e| e.to_string())? + "\n",
        _ => {
            let stages = STAGES.split(", ").filter(|s| !matches!(*s, "all" | "json"));
            let parts: Result<Vec<_>, _> = stages.map(|s| Ok(format!("# {s}\n\n{}", show(s, view)?))).collect();
            return parts.map(|p| p.join("\n"));
        }
    })
}
