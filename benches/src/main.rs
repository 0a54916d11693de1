//! `stages TEXTS.jsonl`: seconds of processor time per stage over all texts; `stages TEXTS.jsonl --growth N...`: seconds and
//! memory of dossiers of the first N of them.
//!
//! A line of the file is `{"text": "..."}`. What is found goes to standard output as JSON; a growth run takes a process of
//! its own, so that the peak of memory is its own too.

use serde_json::{Value, json};
use std::process::{Command, ExitCode};
use synoptic_benches::growth::growth;
use synoptic_benches::watch::Watch;
use synoptic_benches::{Stage, run};

/// How often a stage is timed; the middle counts.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((file, sizes)) = args.split_first() else {
        eprintln!("usage: stages TEXTS.jsonl [--growth N...]");
        return ExitCode::FAILURE;
    };
    match texts(file) {
        Ok(texts) if sizes.first().is_some_and(|s| s == "--one") => {
            let n = sizes.get(1).and_then(|n| n.parse().ok()).unwrap_or(0);
            println!("{}", growth(&texts, n));
        }
        Ok(_) if sizes.first().is_some_and(|s| s == "--growth") => println!("{}", json!(each(file, &sizes[1..]))),
        Ok(texts) => println!("{}", json!(stages(&texts))),
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn texts(file: &str) -> Result<Vec<String>, String> {
    let lines = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let text = |line: &str| Some(serde_json::from_str::<Value>(line).ok()?["text"].as_str()?.to_owned());
    Ok(lines.lines().filter_map(text).collect())
}

fn stages(texts: &[String]) -> Vec<Value> {
    let bytes: usize = texts.iter().map(String::len).sum();
    let time = |stage: Stage| {
        let mut taken: Vec<f64> = (0..RUNS)
            .map(|_| {
                let begin = Watch::start();
                std::hint::black_box(run(stage, texts.iter().map(String::as_str)));
                begin.seconds()
            })
            .collect();
        taken.sort_by(f64::total_cmp);
        json!({ "stage": stage.name(), "bytes": bytes, "median": taken[RUNS / 2], "min": taken[0], "max": taken[RUNS - 1] })
    };
    Stage::ALL.into_iter().filter(|&s| s != Stage::Together).map(time).collect()
}

fn each(file: &str, sizes: &[String]) -> Vec<Value> {
    let this = std::env::current_exe().unwrap_or_default();
    let one = |n: &String| {
        let out = Command::new(&this).args([file, "--one", n]).output().ok()?;
        serde_json::from_slice(&out.stdout).ok()
    };
    sizes.iter().filter_map(one).collect()
}
