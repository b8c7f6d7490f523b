//! What the programs print is what the page shows. `LISTINGS_WRITE=1` writes it anew.

#![allow(
    clippy::unwrap_used,
    reason = "tests stop at the first surprise"
)]

use std::{env, fs, path::Path, process::Command};

/// Runs a program where it may write files, and compares what it prints with the file of its name
/// in `printed/`.
fn assert_prints(program: &str, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(program)
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(
        done.status.success() && done.stderr.is_empty(),
        "{done:?}"
    );
    let prints = String::from_utf8(done.stdout).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("printed")
        .join(name);
    let file = file.with_extension("txt");
    if env::var_os("LISTINGS_WRITE").is_some() {
        fs::write(&file, &prints).unwrap();
    }
    assert_eq!(
        prints,
        fs::read_to_string(file).unwrap(),
        "{name}"
    );
    if name == "density" {
        let picture = fs::read_to_string(
            folder.path().join("density.svg"),
        );
        assert!(picture.unwrap().starts_with("<svg "));
    }
}

#[test]
fn every_program_prints_what_the_page_shows() {
    let programs = [
        (
            env!("CARGO_BIN_EXE_ch06-categorical"),
            "categorical",
        ),
        (
            env!("CARGO_BIN_EXE_ch06-batched-normal"),
            "batched_normal",
        ),
        (env!("CARGO_BIN_EXE_ch06-principle"), "principle"),
        (env!("CARGO_BIN_EXE_ch06-mixture"), "mixture"),
        (env!("CARGO_BIN_EXE_ch06-density"), "density"),
        (env!("CARGO_BIN_EXE_ch06-limits"), "limits"),
    ];
    for (program, name) in programs {
        assert_prints(program, name);
    }
}
