//! What TensorFlow Probability answered when `just tfp` last ran.

use std::io;

use chapter::Error;

/// What TensorFlow Probability answered in its two precisions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recorded {
    /// With the 24 binary digits that it takes unless told otherwise.
    pub float32: f64,
    /// With 53 binary digits, as our numbers have them.
    pub float64: f64,
}

/// What TensorFlow Probability answered to an expression of `tfp/values.py`.
///
/// # Errors
///
/// [`Error::Io`] if the expression was not recorded.
///
/// # Examples
///
/// ```
/// let mean = ch06::recorded("gmm.mean()")?;
/// assert_eq!((mean.float32, mean.float64), (3.4200000762939453, 3.42));
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn recorded(expression: &str) -> Result<Recorded, Error> {
    let mut rows = rows(include_str!("../tfp/recorded/numbers.csv"));
    let row = rows.find(|(key, _)| *key == expression);
    let missing = || format!("`{expression}` was not recorded");
    row.map(|(_, recorded)| recorded).ok_or_else(|| {
        io::Error::new(io::ErrorKind::NotFound, missing()).into()
    })
}

/// The logarithm of the survival function as TensorFlow Probability's mixture has it, asked for
/// many grades at once, ascending.
///
/// Compiled, and not read as the other numbers are: the live figure would have to load the reader of
/// numbers, which has tables of ten kilobytes.
#[allow(clippy::unreadable_literal, reason = "as Python writes numbers")]
pub const RECORDED_TAILS: &[(f64, Recorded)] =
    &include!("../tfp/recorded/tails.rs");

/// The rows below the heading: a key, which may itself hold commas, and two numbers.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, Recorded)> {
    table.lines().skip(1).filter_map(|line| {
        let mut cells = line.rsplitn(3, ',');
        let [float64, float32] = [cells.next()?, cells.next()?].map(number);
        Some((cells.next()?, Recorded { float32, float64 }))
    })
}

/// A number as Python writes it: `-inf` and `nan` are numbers too. A test reads all of them.
fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
