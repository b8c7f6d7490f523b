use std::{
    io::{self, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use super::File;

/// A file's text; if it is Rust, laid out by rustfmt as the workspace wants it.
///
/// Where rustfmt is missing the text stays as it is: it means the same.
pub(super) fn of(root: &Path, file: &File) -> String {
    if file.path.extension().is_none_or(|end| end != "rs") {
        return file.text.clone();
    }
    formatted(root, &file.text).unwrap_or_else(|_| file.text.clone())
}

fn formatted(root: &Path, text: &str) -> io::Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = rustfmt.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = rustfmt.wait_with_output()?;
    if !output.status.success() {
        return Err(io::Error::other("rustfmt refused the text"));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
