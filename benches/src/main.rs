//! `stages TEXTS.jsonl [N...]`: seconds per stage over all texts, then seconds and memory of dossiers of N of them.
//!
//! A line of the file is `{"text": "..."}`. What is found goes to standard output as JSON; a growth run takes a process of
//! its own, so that the peak of memory is its own too.

use serde_json::{Value, json};
use std::process::{Command, ExitCode};
use std::time::Instant;
use synoptic_benches::{Stage, gathered, run};

/// How often a stage is timed; the middle counts.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((file, sizes)) = args.split_first() else {
        eprintln!("usage: stages TEXTS.jsonl [N...]");
        return ExitCode::FAILURE;
    };
    match texts(file) {
        Ok(texts) if sizes.first().is_some_and(|s| s == "--one") => {
            let n = sizes.get(1).and_then(|n| n.parse().ok()).unwrap_or(0);
            println!("{}", growth(&texts, n));
        }
        Ok(texts) => println!("{}", json!({ "stages": stages(&texts), "growth": each(file, sizes) })),
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
                let begin = Instant::now();
                std::hint::black_box(run(stage, texts.iter().map(String::as_str)));
                begin.elapsed().as_secs_f64()
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

/// A dossier of the first `n` texts: read, joined, one more added and joined again.
fn growth(texts: &[String], n: usize) -> Value {
    let some = || texts.iter().take(n).map(String::as_str);
    let bytes: usize = some().map(str::len).sum();
    let begin = Instant::now();
    let mut dossier = gathered(some());
    let read = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    let groups = dossier.joint().diff.groups.len();
    let joined = begin.elapsed().as_secs_f64();
    let more = texts.get(n).map_or(1.0, |text| {
        let begin = Instant::now();
        dossier.add(synoptic::articles::Raw::Text(text), &Default::default());
        dossier.joint();
        begin.elapsed().as_secs_f64()
    });
    json!({ "articles": n.min(texts.len()), "bytes": bytes, "read": read, "join": joined, "one_more": more,
            "groups": groups, "peak_mb": peak() })
}

/// The most memory that this process has held, in MB; none where the system does not tell.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
}
