//! The one tool that the book needs beside Rust: mdBook's own program, which serves and reloads.

use std::{
    env, fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};

/// The version of mdBook that serves the book: the one whose library builds it.
pub const MDBOOK: &str = "0.5.4";

/// A program of mdBook of the right version: the one in `target/tools`, else the one that is
/// installed, else one that is now installed into `target/tools`.
///
/// # Errors
///
/// When it cannot be installed, for want of a network or otherwise.
pub fn mdbook(root: &Path) -> anyhow::Result<PathBuf> {
    let tools = root.join("target/tools");
    let own = tools.join(format!("bin/mdbook{}", env::consts::EXE_SUFFIX));
    for program in [own.as_path(), Path::new("mdbook")] {
        if is_pinned(program) {
            return Ok(program.to_owned());
        }
    }
    writeln!(
        io::stdout(),
        "mdBook {MDBOOK} is not installed; installing it once into target/tools \
         (about two minutes on two cores) …"
    )?;
    install(&tools)?;
    if !is_pinned(&own) {
        bail!("{} was installed but does not run", own.display());
    }
    Ok(own)
}

/// Whether a program is mdBook of the version wanted.
fn is_pinned(program: &Path) -> bool {
    let output =
        Command::new(program).arg("--version").stderr(Stdio::null()).output();
    output.is_ok_and(|output| {
        output.stdout.trim_ascii() == format!("mdbook v{MDBOOK}").as_bytes()
    })
}

/// Compiles mdBook into `tools`: without optimization, which takes a third off the wait and adds
/// nothing that a reader notices to the rebuilding of a book this small.
fn install(tools: &Path) -> anyhow::Result<()> {
    let build = tools.join("build");
    let status =
        Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["install", "--debug", "--locked", "--force", "--root"])
            .arg(tools)
            .args(["--no-default-features", "--features", "serve,watch,search"])
            .arg(format!("mdbook@{MDBOOK}"))
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .status();
    if build.exists() {
        fs::remove_dir_all(&build)
            .with_context(|| format!("cannot remove {}", build.display()))?;
    }
    let remedy = format!(
        "connect to the network and try again, or install it yourself: \
         cargo install --locked mdbook@{MDBOOK}"
    );
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => {
            bail!("mdBook {MDBOOK} could not be installed ({status}); {remedy}")
        }
        Err(error) => {
            bail!("mdBook {MDBOOK} could not be installed ({error}); {remedy}")
        }
    }
}
