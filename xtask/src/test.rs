//! Every check, one line each; what they print is kept in `.cache/log/` and shown where one fails.

use crate::child::{Run, cache};
use crate::{Done, USAGE, build};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// A check: its name, and what runs it with its output in the file.
type Step = (&'static str, fn(&Path) -> Done);

const STEPS: &[Step] = &[
    ("format", |log| Run::new(5, "cargo", ["fmt", "--all", "--check"]).log(log).done()),
    ("lint", |log| {
        let args = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        Run::new(30, "cargo", args).log(log).done()
    }),
    ("native", |log| Run::new(40, "cargo", ["test", "--workspace"]).log(log).done()),
    ("build", |_| build::run()),
];

/// Passed and failed checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
}

/// All steps, or those named.
pub(crate) fn run(names: &[&str]) -> Done {
    if names == ["--list"] {
        STEPS.iter().for_each(|(name, _)| println!("{name}"));
        return Ok(());
    }
    if let Some(name) = names.iter().find(|n| !STEPS.iter().any(|(s, _)| s == *n)) {
        return Err(format!("There is no step `{name}`.\n{USAGE}"));
    }
    let logs = cache().join("log");
    fs::create_dir_all(&logs).map_err(|e| format!("{}: {e}", logs.display()))?;
    let mut total = Count::default();
    for (name, step) in STEPS.iter().filter(|(s, _)| names.is_empty() || names.contains(s)) {
        let log = logs.join(format!("{name}.log"));
        let _ = fs::remove_file(&log);
        let begin = Instant::now();
        let done = step(&log);
        let said = fs::read_to_string(&log).unwrap_or_default();
        let count = count(&said, done.is_ok());
        println!(
            "{name:<20} {:>4} passed {:>3} failed {:>6.1} s",
            count.passed,
            count.failed,
            begin.elapsed().as_secs_f32()
        );
        if let Err(why) = done {
            let lines: Vec<&str> = said.lines().collect();
            lines[lines.len().saturating_sub(60)..].iter().for_each(|l| println!("    {l}"));
            println!("    {why}; all it printed: {}", log.display());
        }
        total.passed += count.passed;
        total.failed += count.failed;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 { Err("Some checks failed.".to_owned()) } else { Ok(()) }
}

/// Adds up the summaries that the test runners print; a step that prints none is one check.
fn count(said: &str, ok: bool) -> Count {
    let mut sum = Count::default();
    for line in said.lines() {
        let words: Vec<&str> = line.split([' ', ';']).filter(|w| !w.is_empty()).collect();
        if line.trim_start().starts_with("test result: ") {
            let before =
                |what| words.iter().position(|w| *w == what).and_then(|i| words[i - 1].parse().ok()).unwrap_or(0);
            sum.passed += before("passed");
            sum.failed += before("failed");
        }
        match words[..] {
            ["#", "pass", n] => sum.passed += n.parse().unwrap_or(0),
            ["#", "fail", n] => sum.failed += n.parse().unwrap_or(0),
            _ => {}
        }
    }
    if ok && sum == Count::default() {
        sum.passed = 1;
    }
    if !ok {
        sum.failed = sum.failed.max(1);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (said, ok, passed, failed) in [
            ("", true, 1, 0),
            ("", false, 0, 1),
            ("test result: ok. 3 passed; 0 failed; 0 ignored\n\ntest result: FAILED. 1 passed; 2 failed;", false, 4, 2),
            ("test result: ok. 3 passed; 0 failed;\nerror: could not compile", false, 3, 1),
            ("# tests 5\n# pass 4\n# fail 1\n", false, 4, 1),
        ] {
            assert_eq!(count(said, ok), Count { passed, failed }, "{said:?}");
        }
    }
}
