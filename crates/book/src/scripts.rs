//! The scripts of the live figures: the modules in `crates/live`, compiled to WebAssembly, each
//! packed into a classic script by the program `live-script`.
//!
//! What has to be compiled again is cargo's business: one call of it builds all modules, and says
//! which it found built already.

mod toolchain;

use std::{
    fs::{self, File},
    io::{self, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::SystemTime,
};

use anyhow::{Context as _, Result, bail};
use bookbinder::{
    library::Library,
    live::{self, FOLDER, Live, OWN_DATA, OWN_FIT},
};

use self::toolchain::Toolchain;
use crate::{cargo, tell};

/// Makes every script that is not there or not up to date, and says what takes long. `made` is
/// called whenever there is one that was not, so that a page may have changed.
///
/// # Errors
///
/// Why some or all of them could not be made.
pub fn make(
    library: &Library,
    root: &Path,
    mut made: impl FnMut(),
) -> Result<()> {
    let names = live::scripts(library);
    let found = Live::found(library, root)?;
    let toolchain = Toolchain::find(root, |text| tell(text))?;
    if !names.iter().all(|name| found.has(name)) {
        tell("Compiling the live figures (the first time takes minutes) …")?;
    }
    // As old as what they are made of: a source may change while it is being compiled.
    let began = SystemTime::now();
    let mut modules = Modules::compile(root, &toolchain, &names)?;
    let packer = packer(root)?;
    let mut count = 0;
    for module in modules.by_ref() {
        count += 1;
        let is_new = module.pack(&packer, root, began)?;
        if is_new {
            let (name, all) = (&module.name, names.len());
            tell(format!(
                "The figures of {name} are live ({count} of {all})."
            ))?;
        }
        if is_new || !found.has(&module.name) {
            made();
        }
    }
    modules.end()
}

/// [`make`]; why figures stay still, if they do, is told and no error.
///
/// # Errors
///
/// When it cannot be told.
pub fn make_or_tell(library: &Library, root: &Path) -> Result<()> {
    match make(library, root, || {}) {
        Ok(()) => Ok(()),
        Err(reason) => tell(still(&reason)),
    }
}

/// Says that figures stay still, and why.
pub(crate) fn still(reason: &anyhow::Error) -> String {
    format!("Figures without a script stay still: {reason:#}")
}

/// A module of WebAssembly, as the compiler left it.
struct Module {
    /// Of its script: `ch02`.
    name: String,
    file: PathBuf,
}

impl Module {
    /// Makes the script. Whether it is another one than before.
    fn pack(
        &self,
        packer: &Path,
        root: &Path,
        began: SystemTime,
    ) -> Result<bool> {
        // A page of figures draws; the reader's own data live in the module.
        let export = match &self.name[..] {
            OWN_DATA => "OwnData",
            OWN_FIT => "fit",
            _ => "draw",
        };
        let packed = self.file.with_extension("js");
        let status = Command::new(packer)
            .args([&self.file, &packed])
            .args([&self.name, export])
            .status()
            .with_context(|| format!("cannot start {}", packer.display()))?;
        if !status.success() {
            bail!("the module of {} could not be packed", self.name);
        }
        let script = live::script(root, &self.name);
        let write = || -> io::Result<bool> {
            let new = fs::read(&packed)?;
            let is_new = fs::read(&script).ok().as_ref() != Some(&new);
            if is_new {
                fs::create_dir_all(root.join(FOLDER))?;
                fs::write(&script, new)?;
            }
            File::options().write(true).open(&script)?.set_modified(began)?;
            Ok(is_new)
        };
        write().with_context(|| format!("cannot write {}", script.display()))
    }
}

/// The modules, as cargo finishes them.
struct Modules {
    names: Vec<String>,
    artifacts: mpsc::Receiver<cargo::Artifact>,
    /// What cargo complained of, and whether it succeeded.
    ended: thread::JoinHandle<io::Result<(bool, String)>>,
}

impl Modules {
    /// Starts one cargo for all.
    fn compile(
        root: &Path,
        toolchain: &Toolchain,
        names: &[String],
    ) -> Result<Self> {
        let mut command = toolchain.build(root);
        command.args(["--quiet", "--locked", "--keep-going"]);
        command.args(["--profile", "live"]);
        command.arg("--message-format=json-render-diagnostics");
        for name in names {
            command.args(["--package", &format!("live-{name}")]);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut cargo = command.spawn().context("cargo cannot be started")?;
        let messages = cargo.stdout.take().context("cargo says nothing")?;
        let mut errors = cargo.stderr.take().context("cargo says nothing")?;
        let (sender, artifacts) = mpsc::channel();
        // Both are read as they come, or cargo would wait for somebody to do so.
        thread::spawn(move || {
            let artifacts = cargo::artifacts(BufReader::new(messages));
            for artifact in artifacts.map_while(Result::ok) {
                if sender.send(artifact).is_err() {
                    return;
                }
            }
        });
        let ended = thread::spawn(move || {
            let mut complaints = String::new();
            errors.read_to_string(&mut complaints)?;
            Ok((cargo.wait()?.success(), complaints))
        });
        Ok(Self { names: names.to_vec(), artifacts, ended })
    }

    /// How it ended.
    fn end(self) -> Result<()> {
        let Ok(ended) = self.ended.join() else {
            bail!("cargo could not be heard")
        };
        let (succeeded, complaints) = ended.context("cargo was cut off")?;
        if succeeded {
            return Ok(());
        }
        let error = complaints.lines().find(|line| line.starts_with("error"));
        bail!("{}", error.unwrap_or("cargo did not say why"))
    }
}

impl Iterator for Modules {
    type Item = Module;

    fn next(&mut self) -> Option<Module> {
        self.artifacts.iter().find_map(|artifact| {
            let file = artifact.files.into_iter().find(|file| {
                file.extension().is_some_and(|end| end == "wasm")
            })?;
            let package = artifact.name.replace('_', "-");
            let name = package.strip_prefix("live-")?.to_owned();
            self.names.contains(&name).then_some(Module { name, file })
        })
    }
}

/// The program that makes scripts of modules. Compiled here, so that no reader waits for it.
fn packer(root: &Path) -> Result<PathBuf> {
    let output = cargo::command(root)
        .args(["build", "--quiet", "--locked", "--package", "live-script"])
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be started")?;
    let artifacts = cargo::artifacts(&output.stdout[..]);
    let mut programs = artifacts.map_while(Result::ok);
    let program = programs.find_map(|artifact| artifact.program);
    program.context("the program live-script cannot be compiled")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LIBRARY;

    #[test]
    fn every_chapter_with_a_control_has_its_module() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for name in live::scripts(&LIBRARY) {
            let module = root.join("crates/live").join(&name);
            assert!(module.is_dir(), "crates/live/{name} is missing");
        }
    }
}
