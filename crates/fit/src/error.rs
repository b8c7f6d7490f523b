use thiserror::Error;

/// What cannot be fitted, in words that name the argument, its index and its value.
#[derive(Clone, Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number outside what the argument may be.
    #[error("{argument} must be {requirement}, got {value:?}")]
    Argument {
        /// The argument's name, with its index where it is an array: `x[3]`.
        argument: String,
        /// What it has to be: `finite`.
        requirement: &'static str,
        /// What it was.
        value: f64,
    },
    /// Two arguments that have to be of one length and are not.
    #[error("{argument} must have {expected} elements, got {actual}")]
    Length {
        /// The argument's name.
        argument: &'static str,
        /// How many elements it has to have.
        expected: usize,
        /// How many it has.
        actual: usize,
    },
    /// A sample without any number, or whose weights sum to zero.
    #[error("the sample must hold at least one number of positive weight")]
    Empty,
    /// More components than the sample can tell apart.
    #[error(
        "{components} components need at least as many distinct values, got {distinct}"
    )]
    Components {
        /// How many components were asked for.
        components: usize,
        /// How many distinct values of positive weight there are.
        distinct: usize,
    },
    /// A start that is no single mixture.
    #[error("a start must be one mixture, got a batch of shape {0:?}")]
    Batch(Vec<usize>),
    /// A mixture that gives some datum no probability at all.
    #[error("the mixture gives x[{index}] the probability zero")]
    Impossible {
        /// The datum's place in the sample.
        index: usize,
    },
    /// An information matrix that cannot be inverted: the sample does not determine the parameters.
    #[error(
        "the sample does not determine the parameters: the information is singular"
    )]
    Singular,
    /// Intervals that overlap, so that nobody knows how another draw would have been recorded.
    #[error(
        "intervals that overlap do not say how a draw is recorded: refit by resampling"
    )]
    Recording,
    /// What a distribution refuses.
    #[error(transparent)]
    Mixture(#[from] mixture::Error),
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
