//! 7.3: what is left to gain.

use crate::{Call, Verdict};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the gains to come are summed, all of them and no other.
pub fn check(left: fn(f64, f64, f64) -> f64) -> Verdict {
    for [first, second, third] in
        [[-12.0, -8.0, -6.0], [-240.0, -239.8, -239.62], [0.0, 1.0, 1.25]]
    {
        let gain = third - second;
        let factor = gain / (second - first);
        let words = format!("left({first:?}, {second:?}, {third:?})");
        Call::new(words, || left(first, second, third))
            .slip(
                gain,
                "that is what the last round gained, and rounds will follow",
            )
            .slip(
                gain / (1.0 - factor),
                "the last gain has been had already: the sum begins with the \
                 next one",
            )
            .slip(
                gain * factor,
                "that is the next gain only; after it come others",
            )
            .slip(
                third + gain * factor / (1.0 - factor),
                "that is where the climb will end, not what is left",
            )
            .gives(gain * factor / (1.0 - factor))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn a_small_gain_is_not_what_is_left() {
        let last = |_: f64, second: f64, third: f64| third - second;
        assert_snapshot!(said(check(last)), @"`left(-240.0, -239.8, -239.62)` should be 1.62, got 0.18: that is what the last round gained, and rounds will follow");
    }

    #[test]
    fn what_was_gained_is_not_left() {
        let all = |first: f64, second: f64, third: f64| {
            let gain = third - second;
            gain / (1.0 - gain / (second - first))
        };
        assert_snapshot!(said(check(all)), @"`left(-12.0, -8.0, -6.0)` should be 2, got 4: the last gain has been had already: the sum begins with the next one");
    }
}
