//! What each stage says of the seeds, as a person reads it (`cargo look`), kept in `tests/snapshots/`. A change of the
//! files is a change of behaviour: it is made by `cargo xtask bless` only, never by a test, and reviewed as any other.

use crate::Done;
use crate::child::{Run, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Stage, and the seed looked at; none for all of them.
const VIEWS: [(&str, Option<&str>); 8] = [
    ("articles", None),
    ("tags", Some("003_caliber-az.txt")),
    ("tree", Some("003_caliber-az.txt")),
    ("times", None),
    ("entities", None),
    ("claims", None),
    ("timeline", None),
    ("diff", None),
];

/// Compares; the log tells the first line where a stage parts from its file.
pub(crate) fn check(log: &Path) -> Done {
    let binary = build(Some(log))?;
    let mut changed = Vec::new();
    let mut said = String::new();
    for (stage, seed) in VIEWS {
        let now = look(&binary, stage, seed)?;
        let kept = fs::read_to_string(file(stage)).unwrap_or_default();
        if now != kept {
            let line = now.lines().zip(kept.lines()).position(|(a, b)| a != b);
            let line = line.unwrap_or(now.lines().count().min(kept.lines().count()));
            let of = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
            said += &format!("{stage}, line {}:\n  was {}\n  is  {}\n", line + 1, of(&kept), of(&now));
            changed.push(stage);
        }
    }
    let (failed, passed) = (changed.len(), VIEWS.len() - changed.len());
    said += &format!("test result: snapshots. {passed} passed; {failed} failed;\n");
    fs::write(log, said).map_err(|e| format!("{}: {e}", log.display()))?;
    if changed.is_empty() {
        return Ok(());
    }
    Err(format!("Changed: {}. If that is meant, run `cargo xtask bless` and review the files", changed.join(", ")))
}

/// Writes the files anew.
pub(crate) fn bless() -> Done {
    let binary = build(None)?;
    for (stage, seed) in VIEWS {
        let path = file(stage);
        let folder = path.parent().expect("a file lies in a folder");
        let write = |text| fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
        write(look(&binary, stage, seed)?).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn build(log: Option<&Path>) -> Done<PathBuf> {
    let args = ["build", "--quiet", "--profile", "tool", "--package", "synoptic", "--bin", "synoptic"];
    Run::new(30, "cargo", args).maybe_log(log).done()?;
    Ok(root().join("target/tool/synoptic").with_extension(std::env::consts::EXE_EXTENSION))
}

fn look(binary: &Path, stage: &str, seed: Option<&str>) -> Done<String> {
    let program = binary.to_str().ok_or("The project's path is not UTF-8.")?;
    let args = ["look".to_owned(), stage.to_owned()].into_iter().chain(seed.map(|s| format!("seeds/{s}")));
    let said = Run::new(5, program, args).output().ok_or_else(|| format!("`look {stage}` failed"))?;
    Ok(said + "\n")
}

fn file(stage: &str) -> PathBuf {
    root().join(format!("tests/snapshots/{stage}.txt"))
}
