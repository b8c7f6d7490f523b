//! Compiles each chapter's figures.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};

use super::{
    FOLDER, OWN_DATA,
    fresh::is_fresh,
    script::{mark, script},
    toolchain::{TARGET, Toolchain},
};

/// Where cargo builds: apart from everything else, whose flags are others.
const BUILT: &str = "target/live";

/// Brings these scripts up to date.
pub(super) fn compile(
    root: &Path,
    toolchain: &Toolchain,
    names: &[String],
    tell: impl Fn(&str) -> Result<()>,
) -> Result<()> {
    let mut said = false;
    for name in names {
        let path = root.join(FOLDER).join(format!("{name}.js"));
        let list = root.join(BUILT).join(format!("{name}.d"));
        if is_fresh(root, &path, &list, &mark()) {
            continue;
        }
        if !said {
            tell(
                "Compiling the live figures (the first time takes minutes) …",
            )?;
            said = true;
        }
        let module = module(root, toolchain, name, &list)
            .with_context(|| format!("{name} could not be compiled"))?;
        // A page of figures draws; the reader's own data live in the module.
        let export = if name == OWN_DATA { "OwnData" } else { "draw" };
        let script = script(name, export, module)?;
        fs::create_dir_all(root.join(FOLDER))
            .with_context(|| format!("cannot make {FOLDER}"))?;
        fs::write(&path, script)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
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
    if name == OWN_DATA {
        // A million numbers go through the formulas at every move of a slider.
        command.args(["--config", "profile.live.package.mixture.opt-level=3"]);
    }
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
