use std::io;

use thiserror::Error;

/// What a chapter's functions refuse, in words that name the argument, its index and its value.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A number outside what the function is defined for.
    #[error("{argument} must be {requirement}, got {value:?}")]
    Argument {
        /// The argument's name, with its index where it is an array: `data[3]`.
        argument: String,
        /// What it has to be: `finite and positive`.
        requirement: &'static str,
        /// What it was.
        value: f64,
    },
    /// An argument without any element.
    #[error("{argument} must not be empty")]
    Empty {
        /// The argument's name.
        argument: &'static str,
    },
    /// A control that the figure does not have.
    #[error("no control is called `{name}`; this figure has {}", known.join(", "))]
    UnknownControl {
        /// The name that was asked for.
        name: String,
        /// The names of the figure's controls.
        known: Vec<&'static str>,
    },
    /// A fact that the figure does not have, quoted by its caption or asked for by its guess.
    #[error("no fact is called `{name}`; this figure has {}", known.join(", "))]
    UnknownFact {
        /// The name that was quoted.
        name: String,
        /// The names of the figure's facts.
        known: Vec<&'static str>,
    },
    /// A picture that could not be drawn.
    #[error(transparent)]
    Figure(#[from] figure::Error),
    /// A distribution that cannot exist, or a question that it has no answer to.
    #[error(transparent)]
    Distribution(#[from] mixture::Error),
    /// What a chapter refuses in words of its own.
    ///
    /// Words, and not a boxed error: that would take into the live figures what prints it for
    /// debugging.
    #[error("{0}")]
    Refusal(String),
    /// A run that could not be printed or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Error {
    /// Refuses `value` for `argument`, saying what it has to be.
    pub fn argument(
        argument: impl Into<String>,
        requirement: &'static str,
        value: f64,
    ) -> Self {
        Self::Argument { argument: argument.into(), requirement, value }
    }
}
