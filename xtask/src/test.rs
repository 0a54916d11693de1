//! Every check, one line each; what they print is kept in `.cache/log/` and shown where one fails.

use crate::child::{Run, cache, which};
use crate::engines::{self, ENGINES, Engine, Screen};
use crate::{Done, USAGE, build, snapshots, supply};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A check: its name, and what runs it with its output in the file.
type Step = (&'static str, fn(&Bench, &Path) -> Done);

/// Quick ones first; `build` makes what the later ones look at.
const STEPS: &[Step] = &[
    ("format", |_, log| Run::new(5, "cargo", ["fmt", "--all", "--check"]).log(log).done()),
    ("lint", |_, log| {
        let strict = ["--", "-D", "warnings"];
        cargo(log, &[&["clippy", "--workspace", "--all-targets", "--all-features"][..], &strict].concat())?;
        // The door to JavaScript and its tests are compiled for nothing else.
        build::target(Some(log))?;
        let door = ["clippy", "--package", "synoptic", "--target", build::TARGET, "--lib", "--test", "browser"];
        cargo(log, &[&door[..], &strict].concat())?;
        // The fuzzer's targets, which nothing else builds, without libFuzzer.
        let fuzz =
            ["clippy", "--manifest-path", "fuzz/Cargo.toml", "--target-dir", "target/fuzz", "--no-default-features"];
        cargo(log, &[&fuzz[..], &strict].concat())
    }),
    ("native", |_, log| Run::new(40, "cargo", ["test", "--workspace"]).env("SYNOPTIC_HOSTILE", "1").log(log).done()),
    ("snapshots", |_, log| snapshots::check(log)),
    ("build", |_, log| build::run(Some(log))),
    ("types", |_, log| node(log, &["www/node_modules/typescript/bin/tsc", "--project", "www/tsconfig.json"])),
    ("parts", |_, log| suite(log, "parts").done()),
    ("package", |_, log| suite(log, "package").done()),
    ("bytes", |_, log| suite(log, "bytes").done()),
    ("supply", |_, log| suite(log, "supply").done()),
    ("deny", |_, log| supply::deny(log)),
    ("audit", |_, log| supply::audit(log)),
    ("bundlers", |_, log| suite(log, "bundlers").done()),
    ("wasm-chromium", |bench, log| wasm(bench, log, &ENGINES[0])),
    ("wasm-firefox", |bench, log| wasm(bench, log, &ENGINES[1])),
    ("wasm-webkit", |bench, log| wasm(bench, log, &ENGINES[2])),
    ("page-chromium", |bench, log| page(bench, log, &ENGINES[0])),
    ("page-firefox", |bench, log| page(bench, log, &ENGINES[1])),
    ("page-webkit", |bench, log| page(bench, log, &ENGINES[2])),
];

/// How the names of those steps begin that look at what `build` makes.
const AFTER_BUILD: [&str; 6] = ["types", "parts", "package", "bytes", "supply", "page-"];

fn cargo(log: &Path, args: &[&str]) -> Done {
    Run::new(40, "cargo", args).log(log).done()
}

fn node(log: &Path, args: &[&str]) -> Done {
    Run::new(10, "node", args).log(log).done()
}

/// A file of `www/test/`, run by Node's own test runner.
fn suite(log: &Path, name: &str) -> Run {
    let args = ["--test", "--test-reporter=tap", "--test-timeout=600000", &format!("www/test/{name}.test.mjs")];
    Run::new(20, "node", args.map(str::to_owned)).log(log)
}

/// The tests of the JavaScript door, in a page and in a worker.
fn wasm(bench: &Bench, log: &Path, engine: &Engine) -> Done {
    let driver = bench.driver(engine)?;
    engines::runner(log)?;
    for place in ["WASM_BINDGEN_USE_BROWSER", "WASM_BINDGEN_USE_DEDICATED_WORKER"] {
        Run::new(30, "cargo", ["test", "--package", "synoptic", "--target", build::TARGET, "--test", "browser"])
            .env(place, "1")
            .env(engine.variable, &driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("DISPLAY", bench.display())
            .log(log)
            .done()?;
    }
    Ok(())
}

/// The page suites.
fn page(bench: &Bench, log: &Path, engine: &Engine) -> Done {
    let driver = bench.driver(engine)?;
    for name in ["page", "reader", "embed", "hostile", "access"] {
        suite(log, name)
            .env("SYNOPTIC_ENGINE", engine.name)
            .env("SYNOPTIC_DRIVER", &driver)
            .env("DISPLAY", bench.display())
            .done()?;
    }
    Ok(())
}

/// What the steps share.
#[derive(Debug)]
struct Bench {
    screen: Option<Screen>,
}

impl Bench {
    fn driver(&self, engine: &Engine) -> Done<PathBuf> {
        engine.driver().ok_or_else(|| engine.advice())
    }

    fn display(&self) -> &str {
        self.screen.as_ref().map_or("", |s| &s.display)
    }
}

/// The engine that a step needs.
fn engine_of(step: &str) -> Option<&'static Engine> {
    ENGINES.iter().find(|e| step.ends_with(e.name))
}

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
    let asked = |name: &str| names.is_empty() || names.contains(&name);
    let built = names.iter().any(|name| AFTER_BUILD.iter().any(|kind| name.starts_with(kind)));
    let steps: Vec<&Step> = STEPS.iter().filter(|(s, _)| asked(s) || (*s == "build" && built)).collect();
    let wanted: Vec<&Engine> = steps.iter().filter_map(|(name, _)| engine_of(name)).collect();
    let mut total = Count::default();
    if wanted.iter().any(|e| e.driver().is_none()) {
        let log = fresh(&logs, "install");
        // What could not be had is missed below, engine by engine.
        report("install", &log, Instant::now(), &engines::install(&log), &mut total);
    }
    let screen = if wanted.is_empty() || which("Xvfb").is_none() { None } else { Some(engines::screen()?) };
    let bench = Bench { screen };
    let ci = std::env::var("CI").is_ok_and(|v| v == "true" || v == "1");
    let mut absent = Vec::new();
    for (name, step) in steps {
        let engine = engine_of(name).filter(|e| e.driver().is_none() && !ci).map(Engine::advice);
        if let Some(advice) = engine.or_else(|| supply::lacking(name).map(str::to_owned)) {
            println!("{name:<16} left out: {advice}");
            absent.push(*name);
            continue;
        }
        let log = fresh(&logs, name);
        let begin = Instant::now();
        report(name, &log, begin, &step(&bench, &log), &mut total);
    }
    if !absent.is_empty() {
        println!("Left out, because what they need is absent: {}", absent.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 { Err("Some checks failed.".to_owned()) } else { Ok(()) }
}

/// An empty log.
fn fresh(logs: &Path, name: &str) -> PathBuf {
    let log = logs.join(format!("{name}.log"));
    let _ = fs::remove_file(&log);
    log
}

/// Prints a step's line, and the end of its output where it failed.
fn report(name: &str, log: &Path, begin: Instant, done: &Done, total: &mut Count) {
    let said = fs::read_to_string(log).unwrap_or_default();
    let count = count(&said, done.is_ok());
    let seconds = begin.elapsed().as_secs_f32();
    println!("{name:<16} {:>4} passed {:>3} failed {seconds:>7.1} s", count.passed, count.failed);
    for line in said.lines().filter_map(|l| l.strip_prefix("# table: ")) {
        println!("    {line}");
    }
    if let Err(why) = done {
        let lines: Vec<&str> = said.lines().collect();
        lines[lines.len().saturating_sub(80)..].iter().for_each(|l| println!("    {l}"));
        println!("    {why}; all it printed: {}", log.display());
    }
    total.passed += count.passed;
    total.failed += count.failed;
}

/// Adds up the summaries that the test runners print; a step that prints none is one check.
fn count(said: &str, ok: bool) -> Count {
    let mut sum = Count::default();
    let mut told = false;
    for line in said.lines() {
        let words: Vec<&str> = line.split([' ', ';']).filter(|w| !w.is_empty()).collect();
        if line.trim_start().starts_with("test result: ") {
            let before =
                |what| words.iter().position(|w| *w == what).and_then(|i| words[i - 1].parse().ok()).unwrap_or(0);
            told = true;
            sum.passed += before("passed");
            sum.failed += before("failed");
        }
        match words[..] {
            ["#", "pass", n] => {
                told = true;
                sum.passed += n.parse().unwrap_or(0);
            }
            ["#", "fail", n] => sum.failed += n.parse().unwrap_or(0),
            _ => {}
        }
    }
    if ok && !told {
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
            ("# pass 0\n", true, 0, 0),
            ("# tests 5\n# pass 4\n# fail 1\n", false, 4, 1),
        ] {
            assert_eq!(count(said, ok), Count { passed, failed }, "{said:?}");
        }
    }
}
