use std::{
    fmt::Display,
    io::{self, Write as _},
};

use anyhow::Context as _;

/// Prints a line, or several, to standard output. A reader who closes the pipe
/// (`cargo book check | head`) has read enough.
///
/// # Errors
///
/// When standard output cannot be written, a full disk behind it say.
pub fn tell(text: impl Display) -> anyhow::Result<()> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        told => told.context("cannot write to standard output"),
    }
}
