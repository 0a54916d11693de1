//! Child processes that always end: no standard input, a time limit, nothing left behind.

use crate::Done;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// What is slow to make and safe to delete; git ignores it.
pub(crate) fn cache() -> PathBuf {
    root().join(".cache")
}

/// A command to be run in the workspace.
#[derive(Debug)]
pub(crate) struct Run {
    command: Command,
    name: String,
    limit: Duration,
    log: Option<PathBuf>,
}

impl Run {
    /// A program with at most `minutes` to finish.
    pub(crate) fn new<S: AsRef<OsStr>>(minutes: u64, program: &str, args: impl IntoIterator<Item = S>) -> Self {
        let mut command = Command::new(program);
        command.args(args).current_dir(root()).stdin(Stdio::null());
        // Whoever runs `cargo xtask` has cargo's own variables set; a cargo started inside must not inherit them.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|n| n.starts_with("CARGO_PKG_") || n.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        Self { command, name: program.to_owned(), limit: Duration::from_secs(60 * minutes), log: None }
    }

    /// In another folder.
    pub(crate) fn within(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// With an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With both outputs added to a file instead of being shown.
    pub(crate) fn log(mut self, file: &Path) -> Self {
        self.log = Some(file.to_owned());
        self
    }

    /// The same, if there is a file to keep them in.
    pub(crate) fn maybe_log(self, file: Option<&Path>) -> Self {
        match file {
            Some(file) => self.log(file),
            None => self,
        }
    }

    /// Runs it to its end; an error if it can't start, fails or takes too long.
    pub(crate) fn done(self) -> Done {
        let (name, limit) = (self.name.clone(), self.limit);
        match self.status()? {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(format!("`{name}` failed ({status})")),
            None => Err(format!("`{name}` was stopped after {} minutes", limit.as_secs() / 60)),
        }
    }

    /// Runs it to its end; nothing if it had to be stopped.
    pub(crate) fn status(mut self) -> Done<Option<ExitStatus>> {
        let trouble = |e| format!("`{}` can't be run: {e}", self.name);
        if let Some(log) = &self.log {
            let file = OpenOptions::new().create(true).append(true).open(log);
            let file = file.map_err(|e| format!("{}: {e}", log.display()))?;
            self.command.stdout(file.try_clone().map_err(trouble)?).stderr(file);
            apart(&mut self.command);
        }
        let mut child = self.command.spawn().map_err(trouble)?;
        let status = wait(&mut child, self.limit).map_err(trouble)?;
        if self.log.is_some() || status.is_none() {
            // A driver may leave its browser behind.
            end(&mut child);
        }
        Ok(status)
    }

    /// Starts it without waiting; it ends when the guard is dropped.
    pub(crate) fn start(mut self, log: &Path) -> Done<Running> {
        let file = File::create(log).map_err(|e| format!("{}: {e}", log.display()))?;
        let trouble = |e| format!("`{}` can't be run: {e}", self.name);
        self.command.stdout(file.try_clone().map_err(trouble)?).stderr(file);
        apart(&mut self.command);
        Ok(Running(self.command.spawn().map_err(trouble)?))
    }

    /// What it prints, if it succeeds.
    pub(crate) fn output(mut self) -> Option<String> {
        let out = self.command.stderr(Stdio::null()).output().ok()?;
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
    }
}

/// A child that lives as long as this guard.
#[derive(Debug)]
pub(crate) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        end(&mut self.0);
    }
}

fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    let begin = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(Some(status)),
            None if begin.elapsed() > limit => return Ok(None),
            None => sleep(Duration::from_millis(20)),
        }
    }
}

/// Gives the child a process group of its own, so that its children can be ended with it.
fn apart(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends the child and what it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).stderr(Stdio::null()).status();
    let _ = child.kill();
    let _ = child.wait();
}

/// True if a program of that name can be found.
pub(crate) fn on_path(program: &str) -> bool {
    which(program).is_some()
}

/// Where a program of that name lies.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = [program.to_owned(), format!("{program}.exe"), format!("{program}.cmd")];
    std::env::split_paths(&paths).flat_map(|p| names.clone().map(|n| p.join(n))).find(|p| p.is_file())
}
