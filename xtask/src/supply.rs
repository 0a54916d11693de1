//! What has become known of the parts since their lockfiles were written: advisories, and with them all that `deny.toml` asks.
//! Both bases of advisories lie elsewhere; where they can't be reached that is said, and the rest is checked.

use crate::child::{Run, root, which};
use crate::{Done, build};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Why a step can't be run here, and what would help; nothing of steps that can.
pub(crate) fn lacking(step: &str) -> Option<&'static str> {
    (step == "deny" && which("cargo-deny").is_none())
        .then_some("cargo-deny is absent. Install it: cargo install cargo-deny --locked")
}

/// cargo-deny for what is in this workspace and in the fuzzer's.
pub(crate) fn deny(log: &Path) -> Done {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let ask = |what: &[&str]| {
            let args = ["deny", "--manifest-path", manifest, "--config", "deny.toml", "check"];
            Run::new(10, "cargo", [&args[..], what].concat()).log(log).done()
        };
        ask(&["bans", "licenses", "sources"])?;
        add(log, "# pass 1\n")?;
        reached(log, "advisories of crates", "failed to fetch advisory database", || ask(&["advisories"]))?;
    }
    Ok(())
}

/// npm's own advisories, by the lockfiles alone: for what ships and for what only builds, tests and times it.
pub(crate) fn audit(log: &Path) -> Done {
    for folder in ["www", "benches/peers"] {
        let args = ["audit", "--package-lock-only"];
        let ask = || Run::new(5, build::NPM, args).within(&root().join(folder)).log(log).done();
        reached(log, "advisories of npm packages", "audit endpoint returned an error", ask)?;
    }
    Ok(())
}

/// Asks a base; that it did not answer, by the sign that it leaves, is said in the log and is no failure of the parts.
fn reached(log: &Path, what: &str, sign: &str, ask: impl FnOnce() -> Done) -> Done {
    let read = || fs::read_to_string(log).unwrap_or_default();
    let before = read().len();
    let told = ask();
    let said = read();
    match told {
        Ok(()) => add(log, "# pass 1\n"),
        Err(_) if said.get(before..).is_some_and(|own| own.contains(sign)) => {
            add(log, &format!("\n# pass 0\n# table: not asked, since their base can't be reached from here: {what}\n"))
        }
        Err(why) => Err(why),
    }
}

/// Adds lines that the runner counts, and shows, to a log.
fn add(log: &Path, lines: &str) -> Done {
    let file = OpenOptions::new().create(true).append(true).open(log);
    let written = file.and_then(|mut f| f.write_all(lines.as_bytes()));
    written.map_err(|e| format!("{}: {e}", log.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_absent_base_is_forgiven() {
        let log = std::env::temp_dir().join(format!("synoptic-supply-{}.log", std::process::id()));
        // That an earlier base did not answer says nothing of this one.
        for (before, said, told, fine) in [
            ("", "base gone", Err("failed".to_owned()), true),
            ("", "1 high severity vulnerability", Err("failed".to_owned()), false),
            ("base gone", "1 high severity vulnerability", Err("failed".to_owned()), false),
            ("", "found 0 vulnerabilities", Ok(()), true),
        ] {
            fs::write(&log, before).unwrap();
            let ask = || fs::write(&log, format!("{before}\n{said}")).map_err(|e| e.to_string()).and(told);
            assert_eq!(reached(&log, "advisories", "base gone", ask).is_ok(), fine, "{before} {said}");
        }
        fs::remove_file(&log).unwrap();
    }
}
