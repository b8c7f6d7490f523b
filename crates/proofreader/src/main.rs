//! `proofreader FOLDER`: says what is wrong with the pages in a folder, one thing a line.

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::bail;
use proofreader::Pages;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell if standard error is closed too.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [folder] = &arguments[..] else {
        bail!("usage: proofreader FOLDER, got {} arguments", arguments.len())
    };
    let findings = proofreader::all(&Pages::read(Path::new(folder))?);
    for finding in &findings {
        writeln!(io::stdout(), "{finding}")?;
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("1 thing is wrong with the pages"),
        count => bail!("{count} things are wrong with the pages"),
    }
}
