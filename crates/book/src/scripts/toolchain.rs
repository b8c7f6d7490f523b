//! What compiles Rust to WebAssembly on this machine.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::cargo;

/// The target.
const TARGET: &str = "wasm32-unknown-unknown";

/// How to get live figures where they cannot be had.
const REMEDY: &str = "this compiler has no target wasm32-unknown-unknown; to have it: rustup target add wasm32-unknown-unknown";

/// A compiler for the target.
#[derive(Debug)]
pub(super) enum Toolchain {
    /// The one of this build, with the target installed.
    Installed,
    /// Debian's, with the sources of the standard library and the linker.
    Debian(PathBuf),
}

impl Toolchain {
    /// What is there already, else what rustup installs, else Debian's.
    pub(super) fn find(
        root: &Path,
        tell: impl Fn(&str) -> Result<()>,
    ) -> Result<Self> {
        if is_installed(root) || install(root, tell)? {
            return Ok(Self::Installed);
        }
        match debian_linker() {
            Some(linker) => Ok(Self::Debian(linker)),
            None => bail!("{REMEDY}"),
        }
    }

    /// The beginning of the command that compiles.
    pub(super) fn build(&self, root: &Path) -> Command {
        let mut command = match self {
            Self::Installed => {
                let mut command = cargo::command(root);
                command.arg("build");
                command
            }
            Self::Debian(linker) => {
                let mut command = Command::new("/usr/bin/cargo");
                command
                    .args(["build", "-Zbuild-std=std,panic_abort"])
                    // Apart from what another compiler has built.
                    .args(["--target-dir", "target/debian"])
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .current_dir(root);
                command
            }
        };
        command.args(["--target", TARGET]);
        command
    }
}

/// Whether rustup could install the target.
fn install(root: &Path, tell: impl Fn(&str) -> Result<()>) -> Result<bool> {
    let has_rustup = Command::new("rustup")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !has_rustup.is_ok_and(|status| status.success()) {
        return Ok(false);
    }
    tell("Installing Rust's WebAssembly target, once, for live figures …")?;
    let output = Command::new("rustup")
        .args(["target", "add", TARGET])
        .current_dir(root)
        .output();
    let is_added = output.is_ok_and(|output| output.status.success());
    Ok(is_added && is_installed(root))
}

/// Whether the compiler of this build has the target's standard library.
fn is_installed(root: &Path) -> bool {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(root)
        .stderr(Stdio::null())
        .output();
    output.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(folder.trim()).is_dir()
    })
}

/// The linker of Debian's packages, if those are complete.
fn debian_linker() -> Option<PathBuf> {
    let needed = [
        "/usr/bin/cargo",
        "/usr/bin/rustc",
        "/usr/lib/rustlib/src/rust/library/Cargo.lock",
    ];
    if !needed.iter().all(|file| Path::new(file).exists()) {
        return None;
    }
    let mut linkers: Vec<PathBuf> = fs::read_dir("/usr/bin")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with("wasm-ld-"))
        })
        .collect();
    linkers.sort();
    linkers.pop()
}
