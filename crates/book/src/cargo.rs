//! Cargo, as this program calls it.

use std::{
    env,
    io::{self, BufRead},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The cargo that runs this program, in the workspace at `root`.
pub(crate) fn command(root: &Path) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root);
    command
}

/// Something that cargo has built, or found built already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Artifact {
    /// The name of its target: `exercise-3-1`.
    pub(crate) name: String,
    /// Its program, if it is one.
    pub(crate) program: Option<PathBuf>,
    /// Its files.
    pub(crate) files: Vec<PathBuf>,
}

/// What cargo says with `--message-format=json` that it has built, as it says it.
pub(crate) fn artifacts(
    messages: impl BufRead,
) -> impl Iterator<Item = io::Result<Artifact>> {
    messages.lines().filter_map(|line| line.map(|l| artifact(&l)).transpose())
}

fn artifact(message: &str) -> Option<Artifact> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let files = message["filenames"].as_array()?.iter();
    Some(Artifact {
        name: message["target"]["name"].as_str()?.to_owned(),
        program: message["executable"].as_str().map(PathBuf::from),
        files: files.filter_map(Value::as_str).map(PathBuf::from).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_built_is_found_among_all_messages() {
        let messages = r#"{"reason":"build-script-executed"}
a program's own output
{"reason":"compiler-artifact","target":{"name":"a"},"filenames":["/t/a.wasm"],"executable":null}
{"reason":"compiler-artifact","target":{"name":"b"},"filenames":["/t/b"],"executable":"/t/b"}
{"reason":"build-finished","success":true}
"#;
        let found: Result<Vec<_>, _> = artifacts(messages.as_bytes()).collect();
        let [a, b] = &found.unwrap()[..] else { panic!("two were built") };
        assert_eq!((&*a.name, &a.program), ("a", &None));
        assert_eq!(a.files, [Path::new("/t/a.wasm")]);
        assert_eq!(b.program.as_deref(), Some(Path::new("/t/b")));
    }
}
