//! A module of WebAssembly as a classic script.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    num::NonZeroU64,
};

use anyhow::Result;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use wasm_bindgen_cli_support::Bindgen;
use zopfli::{Format, Options};

/// What surrounds the module. A page that was opened as a file may fetch nothing and import
/// nothing, so the module is in the script; deflated, since base64 is a third longer.
const TEMPLATE: &str = include_str!("script.js");

/// The first line of the scripts that this program makes.
pub(super) fn mark() -> String {
    let mut hasher = DefaultHasher::new();
    TEMPLATE.hash(&mut hasher);
    format!("// Made by cargo book build, {:016x}\n", hasher.finish())
}

/// The script that gives the page what a module exports.
pub(super) fn script(
    name: &str,
    export: &str,
    module: Vec<u8>,
) -> Result<String> {
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
    let script = TEMPLATE
        .replace("@NAME@", name)
        .replace("@EXPORT@", export)
        .replace("@GLUE@", output.js().trim())
        .replace("@MODULE@", &module);
    Ok(mark() + &script)
}
