//! Makes a classic script of a module of WebAssembly: `live-script MODULE SCRIPT NAME EXPORT`.
//!
//! A program apart from the one behind `cargo book`: what it is made of takes a minute to compile,
//! and nobody has to wait for that to read the book.

use std::{
    env,
    fs::{self, File},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, BufRead as _, BufReader, Write as _},
    num::NonZeroU64,
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use wasm_bindgen_cli_support::Bindgen;
use zopfli::{Format, Options};

/// What surrounds the module. A page that was opened as a file may fetch nothing and import
/// nothing, so the module is in the script; deflated, since base64 is a third longer.
const TEMPLATE: &str = include_str!("script.js");

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell if standard error is closed too.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the script, unless it is there and of the same module.
fn run(arguments: &[String]) -> Result<()> {
    let [module, path, name, export] = arguments else {
        bail!(
            "usage: live-script MODULE SCRIPT NAME EXPORT, got {} arguments",
            arguments.len()
        )
    };
    let module =
        fs::read(module).with_context(|| format!("cannot read {module}"))?;
    let mark = mark(&module);
    if first_line(path).is_ok_and(|line| line == mark) {
        return Ok(());
    }
    let script = mark + &script(name, export, module)?;
    fs::write(path, script).with_context(|| format!("cannot write {path}"))
}

/// The first line of the script of a module: another module, or another version of this program,
/// makes another one.
fn mark(module: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    (TEMPLATE, module).hash(&mut hasher);
    format!("// Made by cargo book, {:016x}\n", hasher.finish())
}

fn first_line(path: &str) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(File::open(path)?).read_line(&mut line)?;
    Ok(line)
}

/// The script that gives the page what a module exports.
fn script(name: &str, export: &str, module: Vec<u8>) -> Result<String> {
    let mut output = Bindgen::new()
        .input_bytes("live", module)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()?;
    let module = output.wasm_mut().emit_wasm();
    let mut deflated = Vec::new();
    // More iterations take twice as long for two bytes in a thousand.
    let options =
        Options { iteration_count: NonZeroU64::MIN, ..Options::default() };
    zopfli::compress(options, Format::Deflate, &module[..], &mut deflated)?;
    let module = BASE64_STANDARD.encode(deflated);
    Ok(TEMPLATE
        .replace("@NAME@", name)
        .replace("@EXPORT@", export)
        .replace("@GLUE@", output.js().trim())
        .replace("@MODULE@", &module))
}
