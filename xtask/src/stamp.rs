//! Skipping what has not changed: a step leaves a stamp of its inputs.

use crate::child::cache;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The inputs of a step, hashed.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// Hashes the contents of files, and of all files in folders; what is absent counts as empty.
    pub(crate) fn of(step: &str, inputs: &[&Path]) -> Self {
        let mut hasher = DefaultHasher::new();
        env!("CARGO_PKG_VERSION").hash(&mut hasher);
        for input in inputs {
            add(input, &mut hasher);
        }
        Self { file: cache().join("stamps").join(step), value: format!("{:016x}", hasher.finish()) }
    }

    /// True if the step ran with these inputs and has left all of `outputs`.
    pub(crate) fn fresh(&self, outputs: &[&Path]) -> bool {
        outputs.iter().all(|o| o.exists()) && fs::read_to_string(&self.file).is_ok_and(|old| old == self.value)
    }

    /// Notes that the step is done.
    pub(crate) fn set(&self) {
        let folder = self.file.parent().expect("a stamp lies in a folder");
        // Without the stamp the step only runs again.
        let _ = fs::create_dir_all(folder).and_then(|()| fs::write(&self.file, &self.value));
    }
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    path.file_name().hash(hasher);
    if let Ok(entries) = fs::read_dir(path) {
        let mut entries: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
        entries.sort();
        entries.iter().for_each(|e| add(e, hasher));
    } else {
        fs::read(path).unwrap_or_default().hash(hasher);
    }
}
