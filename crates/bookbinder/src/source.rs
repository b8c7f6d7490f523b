//! Cuts the source of an item out of its crate, by its path: `ch02::superpose`.
//!
//! The sources carry no markers. The items are found by parsing the crate, so a path means in
//! the prose what it means in Rust: modules, methods and re-exports included. A crate is called
//! by the name of its library, which is its folder in `crates/` for most, and `ch02` for
//! `crates/ch02-superposition`.

mod checks;
mod crates;
mod cut;
mod files;
mod item;
mod items;
mod reexports;

use std::{
    cell::RefCell,
    collections::BTreeMap,
    error, fmt, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use walkdir::WalkDir;

use crate::nearest::Unknown;
use item::Item;

/// The crates of a workspace, each parsed when its first item is asked for.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    parsed: RefCell<BTreeMap<String, Arc<Vec<Item>>>>,
}

/// The crates that were parsed last, by their folders, and the files of which they were made: a book
/// that is built again parses again what has changed.
static PARSED: Mutex<BTreeMap<PathBuf, Parsed>> = Mutex::new(BTreeMap::new());

/// A crate that was parsed.
struct Parsed {
    dates: Vec<Dated>,
    items: Arc<Vec<Item>>,
}

/// A file, and when it was last changed.
type Dated = (PathBuf, SystemTime);

/// The source of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The item without its documentation and with what only checks its arguments folded away under `// ⋯ checks`, its
    /// first line not indented.
    pub text: String,
    /// Its file, relative to the root of the workspace: `crates/ch02-superposition/src/lib.rs`.
    pub file: String,
    /// The line of the file on which the text begins, counted from 1.
    pub line: usize,
}

/// A whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeFile {
    /// What it holds.
    pub text: String,
    /// Its name, relative to the root of the workspace: `crates/ch06-tfp-style/tfp/mixture.py`.
    pub name: String,
}

/// Why a source cannot be shown.
#[derive(Debug)]
#[non_exhaustive]
pub enum SourceError {
    /// No crate has that name, or the crate has no such item or file.
    Unknown(Unknown),
    /// Several items have that path: a method of two traits.
    Ambiguous {
        /// The path.
        path: String,
        /// Where each of them stands: `crates/ch01-multimodality/src/lib.rs:12`.
        places: Vec<String>,
    },
    /// A path that leads out of the folder of the crates.
    Outside {
        /// The path.
        path: String,
    },
    /// A file that cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file that is not Rust, or a manifest that is not TOML.
    Parse {
        /// The file.
        path: PathBuf,
        /// The line of the first fault, counted from 1.
        line: usize,
        /// The fault.
        reason: String,
    },
}

impl Sources {
    /// The crates of the workspace in the folder `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), parsed: RefCell::default() }
    }

    /// The source of the item that `path` leads to: `ch01::Gaussian::prob`.
    ///
    /// # Errors
    ///
    /// [`SourceError`] if there is none, or more than one, or the crate cannot be parsed.
    pub fn cut(&self, path: &str) -> Result<Cut, SourceError> {
        let name = path.split("::").next().unwrap_or(path);
        let items = self.items(name)?;
        let found: Vec<&Item> =
            items.iter().filter(|item| item.path == path).collect();
        match found[..] {
            [] => {
                let known = items.iter().map(|item| &item.path);
                Err(SourceError::Unknown(Unknown::new("item", path, known)))
            }
            [item] => Ok(cut::cut(item, &self.root)),
            _ => Err(SourceError::Ambiguous {
                path: path.to_owned(),
                places: found
                    .iter()
                    .map(|item| cut::cut(item, &self.root))
                    .map(|cut| format!("{}:{}", cut.file, cut.line))
                    .collect(),
            }),
        }
    }

    /// The file at this path below `crates/`: `ch06-tfp-style/tfp/mixture.py`.
    ///
    /// # Errors
    ///
    /// [`SourceError`] if there is none, if it lies elsewhere, or if it is no text.
    pub fn file(&self, path: &str) -> Result<WholeFile, SourceError> {
        files::read(&self.root, path)
    }

    fn items(&self, name: &str) -> Result<Arc<Vec<Item>>, SourceError> {
        if let Some(items) = self.parsed.borrow().get(name) {
            return Ok(Arc::clone(items));
        }
        let items = items(name, &crates::find(&self.root, name)?)?;
        self.parsed.borrow_mut().insert(name.to_owned(), Arc::clone(&items));
        Ok(items)
    }
}

/// The items of the crate `name` in a folder, which are parsed if a file of it has changed.
fn items(name: &str, folder: &Path) -> Result<Arc<Vec<Item>>, SourceError> {
    let dates = dates(&folder.join("src"))?;
    let mut parsed = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = parsed.get(folder)
        && known.dates == dates
    {
        return Ok(Arc::clone(&known.items));
    }
    let items = Arc::new(items::of_crate(name, &folder.join("src/lib.rs"))?);
    let known = Parsed { dates, items: Arc::clone(&items) };
    parsed.insert(folder.to_owned(), known);
    Ok(items)
}

fn dates(folder: &Path) -> Result<Vec<Dated>, SourceError> {
    let date = |entry: walkdir::DirEntry| {
        let changed = entry.metadata()?.modified()?;
        Ok((entry.into_path(), changed))
    };
    let dates = WalkDir::new(folder).sort_by_file_name().into_iter();
    let dates = dates.map(|entry| date(entry.map_err(io::Error::from)?));
    let dates: io::Result<_> = dates.collect();
    dates.map_err(|error| SourceError::read(folder, error))
}

impl SourceError {
    fn read(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        Self::Read { path, source }
    }
}

impl From<Unknown> for SourceError {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::Ambiguous { path, places } => {
                write!(f, "`{path}` is the path of {}", places.join(" and of "))
            }
            Self::Outside { path } => write!(f, "`{path}` leaves crates/"),
            Self::Read { path, source } => {
                write!(f, "cannot read {}: {source}", path.display())
            }
            Self::Parse { path, line, reason } => {
                write!(f, "cannot parse {}:{line}: {reason}", path.display())
            }
        }
    }
}

impl error::Error for SourceError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Unknown(unknown) => Some(unknown),
            Self::Read { source, .. } => Some(source),
            Self::Ambiguous { .. }
            | Self::Outside { .. }
            | Self::Parse { .. } => None,
        }
    }
}
