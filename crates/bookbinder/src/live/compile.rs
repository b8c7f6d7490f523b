//! Compiles each chapter's figures.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context as _, Result, bail};

use super::{
    FOLDER, OWN_DATA,
    fresh::{changes, is_fresh},
    script::{mark, script},
    toolchain::{TARGET, Toolchain},
};

/// Where cargo builds: apart from everything else, whose flags are others.
const BUILT: &str = "target/live";

/// A chapter's script, and what it is made of.
#[derive(Debug)]
pub(super) struct Script {
    name: String,
    path: PathBuf,
    /// Which files went into the module, as cargo wrote it down.
    list: PathBuf,
}

impl Script {
    pub(super) fn of(root: &Path, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            path: root.join(FOLDER).join(format!("{name}.js")),
            list: root.join(BUILT).join(format!("{name}.d")),
        }
    }

    /// When each of its sources was last changed.
    pub(super) fn changes(&self, root: &Path) -> Vec<Option<SystemTime>> {
        changes(root, &self.list)
    }

    /// Whether it is as new as its sources.
    pub(super) fn is_fresh(&self, changes: &[Option<SystemTime>]) -> bool {
        is_fresh(&self.path, &mark(), changes)
    }

    /// Compiles the chapter's figures.
    pub(super) fn make(
        &self,
        root: &Path,
        toolchain: &Toolchain,
    ) -> Result<()> {
        // As old as what it is made of: a source may change while it is being compiled.
        let began = SystemTime::now();
        let module = module(root, toolchain, &self.name, &self.list)
            .with_context(|| format!("{} could not be compiled", self.name))?;
        // A page of figures draws; the reader's own data live in the module.
        let export = if self.name == OWN_DATA { "OwnData" } else { "draw" };
        let script = script(&self.name, export, module)?;
        fs::create_dir_all(root.join(FOLDER))
            .with_context(|| format!("cannot make {FOLDER}"))?;
        File::create(&self.path)
            .and_then(|mut file| {
                file.write_all(script.as_bytes())?;
                file.set_modified(began)
            })
            .with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// The module of one script, as the compiler left it; the list of its sources goes to `list`.
fn module(
    root: &Path,
    toolchain: &Toolchain,
    name: &str,
    list: &Path,
) -> Result<Vec<u8>> {
    let mut command = toolchain.cargo(root);
    command
        .args(["--quiet", "--locked", "--package", "live", "--lib"])
        .args(["--profile", "live", "--crate-type", "cdylib"])
        .args(["--no-default-features", "--features", name])
        .args(["--target-dir", BUILT]);
    let output = command.output().context("cargo cannot be started")?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let error = told.lines().find(|line| line.starts_with("error"));
        bail!("{}", error.unwrap_or("cargo did not say why"));
    }
    let built = root.join(BUILT).join(TARGET).join("live/live");
    fs::copy(built.with_extension("d"), list)
        .with_context(|| format!("cannot write {}", list.display()))?;
    let built = built.with_extension("wasm");
    fs::read(&built).with_context(|| format!("cannot read {}", built.display()))
}
