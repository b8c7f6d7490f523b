use std::{ops::Range, path::PathBuf, sync::Arc};

/// An item and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its path: `ch01::Gaussian::prob`.
    pub(super) path: String,
    pub(super) file: Arc<File>,
    /// Its bytes in the file, attributes included.
    pub(super) range: Range<usize>,
    /// The bytes of its documentation and of `#[must_use]`.
    pub(super) dropped: Vec<Range<usize>>,
    /// The bytes of its statements that only check arguments.
    pub(super) elided: Vec<Range<usize>>,
}

/// A file of the crate.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) source: String,
}
