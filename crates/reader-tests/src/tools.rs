//! The programs that the tests need: where they are, or what to do to have them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, ensure};

/// The release of axe-core that looks over the pages.
const AXE: &str = "axe-core@4.14.1";

/// A browser, and what steers it.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Chromium.
    pub browser: PathBuf,
    /// `chromedriver`, which steers it.
    pub driver: PathBuf,
}

impl Tools {
    /// Finds them where the shell would.
    ///
    /// # Errors
    ///
    /// When one is missing: which, and what to install.
    pub fn find() -> anyhow::Result<Self> {
        let find = |names: &[&str]| {
            names.iter().find_map(|name| program(name)).with_context(|| {
                format!(
                    "{} is missing (on Debian: apt-get install chromium chromium-driver)",
                    names[0]
                )
            })
        };
        Ok(Self {
            browser: find(&["chromium", "chromium-browser", "google-chrome"])?,
            driver: find(&["chromedriver"])?,
        })
    }
}

fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// The script of axe-core. npm brings it into `target/tools` the first time, and it stays there.
///
/// # Errors
///
/// When it is not there and npm cannot bring it.
pub fn axe(root: &Path) -> anyhow::Result<String> {
    let folder = root.join("target/tools").join(AXE.replace('@', "-"));
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
