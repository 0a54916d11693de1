//! Name pairs as JSON lines: `{a, b}` in; the verdict of `sameName`, `true` or `false`, out.

use serde_json::Value;
use std::io::Write;
use synoptic::view;

/// `names [--why]`
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let why = match args {
        [] => false,
        [flag] if flag == "--why" => true,
        _ => return Err(super::USAGE.to_owned()),
    };
    let mut out = std::io::stdout().lock();
    for line in super::lines() {
        let line = line?;
        let pair: Value = serde_json::from_str(&line).map_err(|e| e.to_string())?;
        let (a, b) = (pair["a"].as_str().unwrap_or(""), pair["b"].as_str().unwrap_or(""));
        let answer = view::same_name(a, b);
        let told = match why {
            true => format!("{}\t{}\t{a}\t{b}\t{}", answer.same, answer.score, answer.why),
            false => answer.same.to_string(),
        };
        writeln!(out, "{told}").map_err(|e| e.to_string())?;
    }
    Ok(())
}
