//! Makes a module of every page of the book, so that `cargo test` runs the Rust in it.

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let pages = Path::new(&root).join("../../book/src").canonicalize()?;
    let summary = pages.join("SUMMARY.md");
    writeln!(io::stdout(), "cargo::rerun-if-changed={}", summary.display())?;

    let mut modules = Vec::new();
    for path in linked(&fs::read_to_string(&summary)?) {
        let name = path.trim_end_matches(".md").replace(['-', '/'], "_");
        let file = pages.join(path);
        writeln!(
            modules,
            "#[doc = include_str!(r#\"{}\"#)]\npub mod {name} {{}}",
            file.display()
        )?;
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("prose.rs"), modules)
}

/// The pages that a table of contents links to.
fn linked(summary: &str) -> impl Iterator<Item = &str> {
    let targets = summary.split("](").skip(1);
    targets.filter_map(|rest| rest.split_once(')').map(|(path, _)| path))
}
