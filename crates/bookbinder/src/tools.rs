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

/// The crates in which mdBook spends its time.
const BUSY: [&str; 7] = [
    "elasticlunr-rs",
    "handlebars",
    "html5ever",
    "mdbook-html",
    "pest",
    "regex-automata",
    "sha2",
];

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
         (two to three minutes on two cores) …"
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

/// Compiles mdBook into `tools`: without optimization but for the crates in
/// which it spends its time. That halves the wait, and a page is rebuilt nearly
/// as fast.
fn install(tools: &Path) -> anyhow::Result<()> {
    let build = tools.join("build");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["install", "--debug", "--locked", "--force", "--root"])
        .arg(tools)
        .args(["--no-default-features", "--features", "serve,watch,search"])
        .arg(format!("mdbook@{MDBOOK}"))
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
        .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    for package in BUSY {
        let optimized = format!("profile.dev.package.{package}.opt-level=1");
        command.args(["--config", &optimized]);
    }
    // Nobody needs to find the program but this one, so cargo need not say that
    // nobody else will.
    let path = env::var_os("PATH").unwrap_or_default();
    let folders =
        [tools.join("bin")].into_iter().chain(env::split_paths(&path));
    if let Ok(path) = env::join_paths(folders) {
        command.env("PATH", path);
    }
    let status = command.status();
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
