use thiserror::Error;

/// What a figure cannot draw, in words that name the argument, its index and its value.
#[derive(Clone, Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number that the picture cannot hold.
    #[error("{argument} must be {requirement}, got {value:?}")]
    Argument {
        /// The argument's name, with its index where it is an array: `heights[3]`.
        argument: String,
        /// What it has to be: `finite`.
        requirement: &'static str,
        /// What it was.
        value: f64,
    },
    /// An argument without any element.
    #[error("{argument} must not be empty")]
    Empty {
        /// The argument's name.
        argument: String,
    },
    /// Two arguments whose lengths have to agree and do not.
    #[error("{argument} must have {expected} elements, got {actual}")]
    Length {
        /// The argument's name.
        argument: String,
        /// How many elements it has to have.
        expected: usize,
        /// How many it has.
        actual: usize,
    },
    /// The drawing library gave up.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

impl Error {
    /// Refuses `value` for `argument`, saying what it has to be.
    pub(crate) fn argument(
        argument: impl Into<String>,
        requirement: &'static str,
        value: f64,
    ) -> Self {
        Self::Argument { argument: argument.into(), requirement, value }
    }
}
