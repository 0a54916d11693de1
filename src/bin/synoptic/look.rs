//! Prints a stage so that a person can read it.

use std::fs;
use synoptic::view::{ArticleInput, View};

/// `STAGE FILE...`
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let [stage, files @ ..] = args else { return Err(super::USAGE.to_owned()) };
    let mut view = View::default();
    for path in files {
        let bytes = fs::read(path).map_err(|e| format!("{path}: {e}"))?;
        let words = String::from_utf8_lossy(&bytes).into_owned();
        let html = path.ends_with(".html") || path.ends_with(".htm");
        let input = if html {
            ArticleInput { html: Some(words), ..ArticleInput::default() }
        } else {
            ArticleInput { text: Some(words), ..ArticleInput::default() }
        };
        view.add(&input).map_err(|e| format!("{path}: {e}"))?;
    }
    match stage.as_str() {
        "json" => println!("{}", view.export("json").map_err(|e| e.to_string())?),
        _ => return Err(format!("`{stage}` is no stage; use json")),
    }
    Ok(())
}
