use std::io;

use crate::{math::BadFormula, nearest::Unknown, source::SourceError};

/// Why a directive cannot be replaced.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// It names what there is not.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// The source that it names cannot be shown.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// What it stands for holds a formula that is none.
    #[error(transparent)]
    Formula(#[from] BadFormula),
    /// A chapter refuses to compute or to draw it.
    #[error(transparent)]
    Chapter(#[from] chapter::Error),
    /// The reader's own data cannot be shown.
    #[error(transparent)]
    OwnData(#[from] own_data::Error),
    /// A file that it needs cannot be read.
    #[error("cannot read {file}: {source}")]
    Read { file: String, source: io::Error },
    /// One of these, and in what: the caption of a figure.
    #[error("{what}: {source}")]
    In { what: String, source: Box<Error> },
    /// It is not written, or does not stand, as it has to.
    #[error("{0}")]
    Misplaced(String),
}

impl Error {
    /// This error, and in what.
    pub(super) fn within(self, what: String) -> Self {
        Self::In { what, source: Box::new(self) }
    }
}

/// What a directive is replaced by.
pub(super) type Expanded = Result<String, Error>;
