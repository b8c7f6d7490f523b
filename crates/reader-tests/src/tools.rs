//! The programs that the tests need: where they are, or what to do to have them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, ensure};

/// The release of axe-core that looks over the pages.
const AXE: &str = "axe-core@4.14.1";

/// What draws the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chromium, Chrome and their kin.
    Chromium,
    /// Of Firefox.
    Firefox,
}

impl Engine {
    /// Its name, for who reads what was tested.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// What the shell calls the browser and what steers it, and how to have each.
    fn programs(self) -> [(&'static [&'static str], &'static str); 2] {
        match self {
            Self::Chromium => [
                (
                    &["chromium", "chromium-browser", "google-chrome"],
                    "on Debian: apt-get install chromium",
                ),
                (
                    &["chromedriver"],
                    "on Debian: apt-get install chromium-driver",
                ),
            ],
            Self::Firefox => [
                (
                    &["firefox-esr", "firefox"],
                    "on Debian: apt-get install firefox-esr",
                ),
                (
                    &["geckodriver"],
                    "cargo install --locked geckodriver --root target/tools/geckodriver",
                ),
            ],
        }
    }
}

/// A browser, and what steers it.
#[derive(Clone, Debug)]
pub struct Tools {
    /// What draws the pages.
    pub engine: Engine,
    /// The browser.
    pub browser: PathBuf,
    /// `chromedriver` or `geckodriver`, which steers it.
    pub driver: PathBuf,
}

impl Tools {
    /// Finds them where the shell would, or in `target/tools` of the workspace.
    ///
    /// # Errors
    ///
    /// When one is missing: which, and what to install.
    pub fn find(engine: Engine) -> anyhow::Result<Self> {
        let [browser, driver] = engine.programs().map(|(names, cure)| {
            names
                .iter()
                .find_map(|name| program(name))
                .with_context(|| format!("{} is missing ({cure})", names[0]))
        });
        Ok(Self { engine, browser: browser?, driver: driver? })
    }
}

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    // Where `cargo install --root` puts a program.
    let own = root().join("target/tools").join(name).join("bin");
    env::split_paths(&folders)
        .chain([own])
        .map(|folder| {
            folder.join(name).with_extension(env::consts::EXE_EXTENSION)
        })
        .find(|path| path.is_file())
}

/// The script of axe-core. npm brings it into `target/tools` the first time, and it stays there.
///
/// # Errors
///
/// When it is not there and npm cannot bring it.
pub fn axe() -> anyhow::Result<String> {
    let folder = root().join("target/tools").join(AXE.replace('@', "-"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        install(&folder).with_context(|| {
            format!("{AXE} is missing, and npm (of Node.js) cannot install it")
        })?;
    }
    fs::read_to_string(&script)
        .with_context(|| format!("cannot read {}", script.display()))
}

fn install(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    let mut npm = Command::new("npm");
    npm.arg("install").arg("--prefix").arg(folder);
    npm.args(["--no-save", "--no-package-lock", "--ignore-scripts"]);
    npm.args(["--no-audit", "--no-fund", "--silent", AXE]);
    let output = npm.output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}", complaint.trim());
    Ok(())
}
