//! The browsers that the tests run in, and how they get onto the machine.

use crate::Done;
use crate::child::{Run, Running, cache, root, which};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// A browser and the driver that steers it.
#[derive(Debug)]
pub(crate) struct Engine {
    /// As the page suite knows it.
    pub name: &'static str,
    /// Programs or files one of which must be there.
    browsers: &'static [&'static str],
    driver: &'static str,
    /// What wasm-bindgen's test runner reads the driver's place from.
    pub variable: &'static str,
    /// Debian's packages.
    packages: &'static [&'static str],
    /// Has no headless mode of its own.
    display: bool,
}

/// All three.
pub(crate) const ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        browsers: &["chromium", "google-chrome", "chromium-browser"],
        driver: "chromedriver",
        variable: "CHROMEDRIVER",
        packages: &["chromium", "chromium-driver"],
        display: false,
    },
    Engine {
        name: "firefox",
        browsers: &["firefox-esr", "firefox"],
        driver: "geckodriver",
        variable: "GECKODRIVER",
        packages: &["firefox-esr"],
        display: false,
    },
    Engine {
        name: "webkit",
        browsers: &["WebKitWebDriver"],
        driver: "WebKitWebDriver",
        variable: "SAFARIDRIVER",
        packages: &["webkit2gtk-driver", "xvfb"],
        display: true,
    },
];

impl Engine {
    /// The driver's place, if browser and driver are both there.
    pub(crate) fn driver(&self) -> Option<PathBuf> {
        self.browser()?;
        if self.display {
            which("Xvfb")?;
        }
        which(self.driver).or_else(|| Some(built(self.driver)).filter(|p| p.is_file()))
    }

    fn browser(&self) -> Option<PathBuf> {
        self.browsers.iter().find_map(|b| which(b))
    }

    /// What a person should do to have it.
    pub(crate) fn advice(&self) -> String {
        format!("{} is absent; it needs {} and {}", self.name, self.browsers.join(" or "), self.driver)
    }
}

/// Installs what is absent, as far as this machine allows it; what it could not is left out later.
pub(crate) fn install(log: &Path) -> Done {
    let absent: Vec<_> = ENGINES.iter().filter(|e| e.driver().is_none()).collect();
    let packages: Vec<&str> = absent.iter().flat_map(|e| e.packages).copied().collect();
    // geckodriver is no Debian package.
    let only_driver = |e: &&&Engine| e.name == "firefox" && e.browser().is_some();
    let need_packages = absent.iter().any(|e| !only_driver(&e));
    let am_root = Run::new(1, "id", ["-u"]).output().is_some_and(|id| id == "0");
    if need_packages && am_root && which("apt-get").is_some() {
        let apt =
            |args: &[&str]| Run::new(15, "apt-get", args).env("DEBIAN_FRONTEND", "noninteractive").log(log).done();
        apt(&["update", "-q"])?;
        apt(&[&["install", "-q", "-y", "--no-install-recommends", "fonts-liberation"], &packages[..]].concat())?;
    }
    if ENGINES.iter().any(|e| only_driver(&&e) && e.driver().is_none()) {
        geckodriver(log)?;
    }
    Ok(())
}

fn geckodriver(log: &Path) -> Done {
    let (tools, work) = (cache().join("tools"), cache().join("geckodriver"));
    let args = ["install", "geckodriver", "--version", "0.37.0", "--locked", "--debug", "--quiet"];
    Run::new(30, "cargo", args)
        // Elsewhere the project's own settings for wasm would hold.
        .env("CARGO_TARGET_DIR", &work)
        .env("CARGO_INSTALL_ROOT", &tools)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .log(log)
        .done()?;
    // Only the program is of use later.
    let _ = fs::remove_dir_all(&work);
    Ok(())
}

/// Builds wasm-bindgen's test runner, named in `.cargo/config.toml`.
pub(crate) fn runner(log: &Path) -> Done {
    let manifest = root().join("xtask/runner/Cargo.toml");
    let target = cache().join("runner");
    Run::new(30, "cargo", ["build", "--locked", "--quiet"])
        .env("CARGO_TARGET_DIR", target)
        .within(manifest.parent().expect("a manifest lies in a folder"))
        .log(log)
        .done()
}

fn built(program: &str) -> PathBuf {
    cache().join("tools/bin").join(program)
}

/// A screen for engines that want one, gone when the guard is dropped.
#[derive(Debug)]
pub(crate) struct Screen {
    /// As in the variable DISPLAY.
    pub display: String,
    _server: Running,
}

/// Starts a screen that nobody sees.
pub(crate) fn screen() -> Done<Screen> {
    let log = cache().join("log/screen.log");
    // The server picks a free number itself and prints it.
    let args = ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
    let server = Run::new(1, "Xvfb", args).start(&log)?;
    for _ in 0..150 {
        let said = fs::read_to_string(&log).unwrap_or_default();
        let number = said.lines().find(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_digit()));
        if let Some(number) = number {
            return Ok(Screen { display: format!(":{number}"), _server: server });
        }
        sleep(Duration::from_millis(100));
    }
    Err(format!("Xvfb did not start; see {}", log.display()))
}
