use std::fmt::Display;

use crate::{Answer, Verdict, Wrong, quiet::quietly};

/// A call of the reader's function: what was called, and what came.
///
/// # Examples
///
/// ```
/// use exercises::call;
///
/// fn double(x: f64) -> f64 {
///     x * x
/// }
///
/// let verdict = call!(double(3.0))
///     .slip(9.0, "that is the square")
///     .gives(6.0);
/// assert_eq!(
///     verdict.unwrap_err().to_string(),
///     "`double(3.0)` should be 6, got 9: that is the square"
/// );
/// ```
#[derive(Debug)]
#[must_use = "a call is checked by `gives` or `must`"]
pub struct Call<T> {
    words: String,
    got: Result<T, Wrong>,
    slips: Vec<(T, &'static str)>,
}

/// A [`Call`] under the words in which it is written: `call!(double(3.0))`.
#[macro_export]
macro_rules! call {
    ($call:expr) => {
        $crate::Call::new(stringify!($call), || $call)
    };
}

impl<T: Answer> Call<T> {
    /// Calls the function, and catches its panic. The words are those of the call: `double(3)`.
    pub fn new(words: impl Into<String>, call: impl FnOnce() -> T) -> Self {
        // A long call is written on many lines.
        let words = words.into();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let got = quietly(call).map_err(|panic| {
            if panic.is_hole() {
                return Wrong::Hole { place: panic.place };
            }
            Wrong::Panic {
                call: words.clone(),
                place: panic.place,
                message: panic.message,
            }
        });
        Self { words, got, slips: Vec::new() }
    }

    /// Names a likely mistake: who gets this value, in the same words, is told so.
    pub fn slip(mut self, value: T, words: &'static str) -> Self {
        self.slips.push((value, words));
        self
    }

    /// Whether this came, but for rounding.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what is expected is written in its place"
    )]
    pub fn gives(self, expected: T) -> Verdict {
        let words = format!("be {}", expected.words());
        self.must(words, |got| got.agrees(&expected))
    }

    /// Whether what came is as it must be: `call.must("be positive", |got| *got > 0.0)`.
    pub fn must(
        self,
        expected: impl Display,
        holds: impl FnOnce(&T) -> bool,
    ) -> Verdict {
        let got = self.got?;
        if holds(&got) {
            return Ok(());
        }
        let slip =
            self.slips.iter().find(|(value, _)| got.words() == value.words());
        Err(Wrong::Value {
            call: self.words,
            expected: expected.to_string(),
            got: got.words(),
            slip: slip.map(|(_, words)| *words),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;

    #[test]
    fn what_is_right_but_for_rounding_passes() {
        assert_eq!(call!(0.1 + 0.2).gives(0.3), Ok(()));
        assert_eq!(call!(2.0).must("be positive", |got| *got > 0.0), Ok(()));
    }

    #[test]
    fn what_is_wrong_is_told_with_the_call_and_what_came() {
        assert_eq!(
            said(call!(f64::from(3_u8)).gives(2.5)),
            "`f64::from(3_u8)` should be 2.5, got 3"
        );
        assert_eq!(
            said(call!(-1.0_f64).must("be positive", |got| *got > 0.0)),
            "`-1.0_f64` should be positive, got -1"
        );
    }

    #[test]
    fn a_known_slip_is_named() {
        let call = || call!(vec![1.0, 2.0]).slip(vec![1.0, 2.0], "reversed");
        assert_eq!(
            said(call().gives(vec![2.0, 1.0])),
            "`vec![1.0, 2.0]` should be [2, 1], got [1, 2]: reversed"
        );
    }

    #[test]
    #[expect(clippy::todo, reason = "it is the hole")]
    fn a_hole_is_told_with_its_place() {
        let here = line!() + 1;
        let verdict = Call::<f64>::new("bell(0.0)", || todo!()).gives(1.0);
        assert_eq!(
            said(verdict),
            format!("the hole is still there: {}:{here}", file!())
        );
    }

    #[test]
    fn another_panic_is_told_with_its_words() {
        let empty: &[f64] = &[];
        let here = line!() + 1;
        let verdict = Call::new("first(&[])", || empty[0]).gives(1.0);
        assert_eq!(
            said(verdict),
            format!(
                "`first(&[])` panicked at {}:{here}: index out of bounds: \
                 the len is 0 but the index is 0",
                file!()
            )
        );
    }
}
