use std::{error, fmt};

/// Whether an answer is right, or else the first thing that is wrong with it.
pub type Verdict = Result<(), Wrong>;

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wrong {
    /// The reader has not filled the hole yet.
    Hole {
        /// File and line of the `todo!()`.
        place: String,
    },
    /// The answer panicked.
    Panic {
        /// What was called.
        call: String,
        /// File and line.
        place: String,
        /// What the panic said.
        message: String,
    },
    /// The answer is not the one that was expected.
    Value {
        /// What was called.
        call: String,
        /// What the answer should do: `be 1`.
        expected: String,
        /// What it was.
        got: String,
        /// What the reader probably did, if that is known.
        slip: Option<&'static str>,
    },
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hole { place } => {
                write!(f, "the hole is still there: {place}")
            }
            Self::Panic { call, place, message } => {
                write!(f, "`{call}` panicked at {place}: {message}")
            }
            Self::Value { call, expected, got, slip } => {
                write!(f, "`{call}` should {expected}, got {got}")?;
                slip.map_or(Ok(()), |slip| write!(f, ": {slip}"))
            }
        }
    }
}

impl error::Error for Wrong {}
