//! The native command.
//!
//!     synoptic look STAGE FILE...                any stage of any file, for a person to read
//!     synoptic jsonl [--parts a,b] [--jobs N]    one JSON object a line in, one out (see `jsonl.rs`)
//!     synoptic names [--why]                     pairs of names in, whether they are one out (see `names.rs`)

use std::io::{BufRead, BufReader};
use std::process::ExitCode;

mod jsonl;
mod lanes;
mod look;
mod names;

const USAGE: &str = "usage: synoptic look STAGE FILE...\n       synoptic jsonl [--parts articles,sentences,...] [--jobs N] < in > out\n       synoptic names [--why] < pairs > answers";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.first().map(String::as_str) {
        Some("look") => look::run(&args[1..]),
        Some("jsonl") => jsonl::run(&args[1..]),
        Some("names") => names::run(&args[1..]),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// The lines of standard input that hold something; an error for one that cannot be had.
fn lines() -> impl Iterator<Item = Result<String, String>> + Send {
    let lines = BufReader::new(std::io::stdin()).split(b'\n');
    let text = |line: Result<Vec<u8>, std::io::Error>| {
        String::from_utf8(line.map_err(|e| e.to_string())?).map_err(|_| "this line is not in UTF-8".to_owned())
    };
    lines.map(text).filter(|line| line.as_ref().map_or(true, |l| !l.trim().is_empty()))
}
