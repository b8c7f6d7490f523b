use thiserror::Error;

/// Why numbers, or a mixture over them, cannot be looked at.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// No number at all.
    #[error("there is no number in it")]
    Empty,
    /// A number that no axis reaches.
    #[error("numbers beyond 1e150 fit into no picture, and there is {value:?}")]
    Large {
        /// The number.
        value: f64,
    },
    /// Numbers that a picture cannot tell apart.
    #[error(
        "the numbers, from {min:?} to {max:?}, lie too close together for a picture"
    )]
    Close {
        /// The smallest.
        min: f64,
        /// The largest.
        max: f64,
    },
    /// Settings that are not one for each control.
    #[error("there are {expected} controls, got {actual} values")]
    Settings {
        /// How many controls there are.
        expected: usize,
        /// How many values came.
        actual: usize,
    },
    /// A mixture without a component that could be chosen.
    #[error("at least one amount has to be above zero")]
    NoAmount,
    /// A number of bells, an amount, a bin width that cannot be.
    #[error(transparent)]
    Chapter(#[from] chapter::Error),
    /// A bell that cannot be.
    #[error(transparent)]
    Mixture(#[from] mixture::Error),
    /// A picture that cannot be drawn.
    #[error(transparent)]
    Figure(#[from] figure::Error),
}
