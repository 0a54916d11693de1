//! From the sources to `dist/`: wasm, its glue, the bundles, the standalone file.

use crate::Done;
use crate::child::{Run, cache, on_path, root};
use crate::stamp::Stamp;
use std::path::{Path, PathBuf};
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;

/// npm, as this system calls it.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Builds what has changed; with a log, its tools print there.
pub(crate) fn run(log: Option<&Path>) -> Done {
    let begin = Instant::now();
    target(log)?;
    wasm(log)?;
    glue()?;
    npm(log)?;
    bundle(log)?;
    if log.is_none() {
        eprintln!("dist/ is built ({:.1} s)", begin.elapsed().as_secs_f32());
    }
    Ok(())
}

/// Adds the wasm target where the toolchain lacks it.
pub(crate) fn target(log: Option<&Path>) -> Done {
    let folder = Run::new(1, "rustc", ["--print", "target-libdir", "--target", TARGET]).output();
    if folder.is_some_and(|f| Path::new(&f).is_dir()) {
        return Ok(());
    }
    if !on_path("rustup") {
        return Err(format!("The Rust target {TARGET} is absent and there is no rustup to add it."));
    }
    Run::new(10, "rustup", ["target", "add", TARGET]).maybe_log(log).done()
}

fn wasm(log: Option<&Path>) -> Done {
    release("synoptic").maybe_log(log).done()
}

/// Cargo, told to build a package's wasm as it ships: without the names of this machine's folders, which panics of
/// other crates would tell, so that the same sources give the same bytes wherever they lie.
pub(crate) fn release(package: &str) -> Run {
    let own = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = own.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let crates = home.join("registry/src");
    let flags = format!("target.{TARGET}.rustflags=['--remap-path-prefix={}=crates']", crates.display());
    let args = ["build", "--release", "--lib", "--package", package, "--target", TARGET, "--config", &flags];
    Run::new(30, "cargo", args)
}

/// Writes the JavaScript around the wasm, and the wasm as that JavaScript wants it.
fn glue() -> Done {
    let input = root().join(format!("target/{TARGET}/release/synoptic.wasm"));
    let folder = cache().join("glue");
    let stamp = Stamp::of("glue", &[&input]);
    if stamp.fresh(&[&folder.join("synoptic.js")]) {
        return Ok(());
    }
    let trouble = |e| format!("wasm-bindgen: {e:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&input).web(true).map_err(trouble)?;
    bindgen.typescript(true).omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder).map_err(trouble)?;
    stamp.set();
    Ok(())
}

/// Installs the packages that the lockfile names.
pub(crate) fn npm(log: Option<&Path>) -> Done {
    let node = Run::new(1, "node", ["--version"]).output().unwrap_or_default();
    let major: u32 = node.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    if major < 20 {
        return Err(format!("Node 20 or newer is needed to bundle the page; found {node:?}. See https://nodejs.org"));
    }
    let www = root().join("www");
    let stamp = Stamp::of("npm", &[&www.join("package-lock.json")]);
    if stamp.fresh(&[&www.join("node_modules/esbuild")]) {
        return Ok(());
    }
    // esbuild's install script only checks its own binary; no package needs one.
    let args = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    Run::new(10, NPM, args).within(&www).maybe_log(log).done()?;
    stamp.set();
    Ok(())
}

/// Bundles the page; quick enough to be done always.
fn bundle(log: Option<&Path>) -> Done {
    Run::new(5, "node", ["www/build/bundle.mjs"]).maybe_log(log).done()
}
