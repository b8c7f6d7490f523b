use thiserror::Error;

/// What a distribution refuses, in words that name the argument, its index and its value.
#[derive(Clone, Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number outside what the argument may be.
    #[error("{argument} must be {requirement}, got {value:?}")]
    Argument {
        /// The argument's name, with its index where it is an array: `scale[1]`.
        argument: String,
        /// What it has to be: `finite and positive`.
        requirement: &'static str,
        /// What it was.
        value: f64,
    },
    /// Probabilities that do not sum to one.
    #[error(
        "{argument} must sum to one within 1e-9, got {sum:?}; from_weights divides by the sum"
    )]
    Sum {
        /// The argument's name, with the index of the row where there are several: `probs[1]`.
        argument: String,
        /// What they sum to.
        sum: f64,
    },
    /// An argument without any element along the axis that counts classes or components.
    #[error(
        "{argument} must have at least one element along its last axis, got shape {shape:?}"
    )]
    Empty {
        /// The argument's name.
        argument: &'static str,
        /// Its shape.
        shape: Vec<usize>,
    },
    /// Two shapes that do not broadcast against each other.
    #[error(
        "{left} of shape {left_shape:?} and {right} of shape {right_shape:?} do not broadcast"
    )]
    Broadcast {
        /// The name of the one argument.
        left: &'static str,
        /// Its shape.
        left_shape: Vec<usize>,
        /// The name of the other.
        right: &'static str,
        /// Its shape.
        right_shape: Vec<usize>,
    },
    /// The numbers of classes and of components differ.
    #[error(
        "mixture_distribution has {categories} categories, but components_distribution has {components} components"
    )]
    Components {
        /// How many classes the categorical distribution has.
        categories: usize,
        /// The length of the components' last batch axis.
        components: usize,
    },
    /// Two categorical distributions with different numbers of classes.
    #[error("self has {categories} categories, but other has {others}")]
    Categories {
        /// How many classes the one has.
        categories: usize,
        /// How many the other has.
        others: usize,
    },
    /// A shape whose axes, the empty ones aside, have more places than can be counted.
    #[error("an array of shape {shape:?} has too many elements")]
    Size {
        /// The shape.
        shape: Vec<usize>,
    },
    /// An index at or beyond the end.
    #[error("{argument} must be below {len}, got {index}")]
    Index {
        /// The argument's name.
        argument: String,
        /// How many there are.
        len: usize,
        /// What was asked for.
        index: usize,
    },
    /// A method that answers for one distribution, asked of a batch of them.
    #[error("{method} needs a batch_shape of [], got {batch_shape:?}")]
    Batch {
        /// The method's name.
        method: &'static str,
        /// The shape of the batch.
        batch_shape: Vec<usize>,
    },
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
