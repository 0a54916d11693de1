//! `cargo xtask bench`: how long things take, natively and in a page beside other libraries, into `docs/benchmarks.md`.
//!
//! Nothing of it is part of the build or the tests; what it installs and reads stays in the ignored cache.

use crate::Done;
use crate::build;
use crate::child::{Run, cache, root};
use crate::engines::ENGINES;
use std::fs;
use wasm_bindgen_cli_support::Bindgen;

/// Sizes of the dossiers whose growth is measured; the last as far as there are articles.
const SIZES: [&str; 5] = ["10", "100", "500", "1000", "3000"];

/// Runs it all; about ten minutes on two cores.
pub(crate) fn run() -> Done {
    let folder = cache().join("bench");
    let place = folder.to_string_lossy().into_owned();
    build::target(None)?;
    build::npm(None)?;
    Run::new(2, "node", ["benches/texts.mjs", "../shared/data", &place]).done()?;

    Run::new(30, "cargo", ["build", "--profile", "tool", "--package", "synoptic-benches"]).done()?;
    let stages = root().join("target/tool/stages").to_string_lossy().into_owned();
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let native = |args: &[&str], to: &str| {
        let out = Run::new(60, &stages, args).output().ok_or("the native stages could not be timed")?;
        fs::write(folder.join(to), out).map_err(|e| e.to_string())
    };
    native(&[&file("news.jsonl")], "stages.json")?;
    if fs::metadata(folder.join("many.jsonl")).is_ok_and(|m| m.len() > 0) {
        native(&[&[file("many.jsonl").as_str(), "--growth"][..], &SIZES].concat(), "growth.json")?;
    }

    build::release("synoptic-benches").done()?;
    let trouble = |e| format!("wasm-bindgen: {e:#}");
    let wasm = root().join(format!("target/{}/release/synoptic_benches.wasm", build::TARGET));
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true).map_err(trouble)?;
    bindgen.out_name("bench").typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder).map_err(trouble)?;

    let args = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    Run::new(10, build::NPM, args).within(&root().join("benches/peers")).done()?;
    let engine = &ENGINES[0];
    let driver = engine.driver().ok_or_else(|| engine.advice())?;
    Run::new(60, "node", ["benches/peers/run.mjs", &place])
        .env("SYNOPTIC_ENGINE", engine.name)
        .env("SYNOPTIC_DRIVER", driver)
        .done()?;
    Run::new(1, "node", ["benches/report.mjs", &place]).done()
}
