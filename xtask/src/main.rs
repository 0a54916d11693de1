//! The task runner: `cargo xtask serve | build | test | bench`.

use std::process::ExitCode;

mod bench;
mod build;
mod child;
mod engines;
mod serve;
mod snapshots;
mod stamp;
mod supply;
mod test;

const USAGE: &str = "\
usage: cargo xtask serve [--build-only] [--port N] [--csp]
       cargo xtask build
       cargo xtask test [STEP...]
       cargo xtask bless
       cargo xtask bench

  serve   builds what has changed and serves the page on localhost
            --build-only  builds and leaves dist/, serves nothing
            --port N      listens there and nowhere else (8173, or the next free one)
            --csp         sends the strict Content-Security-Policy that the page must live with
  build   the same as serve --build-only
  test    every check, or the steps named (`cargo xtask test --list` lists them)
  bench   times the stages natively and in a page beside other libraries (docs/benchmarks.md)
  bless   takes what the stages now say of the seeds for right (tests/snapshots/)";

/// What a task yields: nothing, or a sentence for whoever called it.
type Done<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["serve", options @ ..] => serve::run(options),
        ["test", steps @ ..] => test::run(steps),
        ["bless"] => snapshots::bless(),
        ["build"] => build::run(None),
        ["bench"] => bench::run(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
