//! A module of WebAssembly as a classic script.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::Write as _,
};

use anyhow::Result;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use wasm_bindgen_cli_support::Bindgen;

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
    // The highest level of its own, above zlib's nine.
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::new(10));
    deflated.write_all(&module)?;
    let module = BASE64_STANDARD.encode(deflated.finish()?);
    let script = TEMPLATE
        .replace("@NAME@", name)
        .replace("@EXPORT@", export)
        .replace("@GLUE@", output.js().trim())
        .replace("@MODULE@", &module);
    Ok(mark() + &script)
}
