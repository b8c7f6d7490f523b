//! 9.1: what a bell costs.

use crate::{Call, Verdict};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether a parameter costs the logarithm of the count, and less is better.
pub fn check(bic: fn(f64, usize, f64) -> f64) -> Verdict {
    for (height, bells, count) in
        [(-496.2, 1, 200.0), (-1034.0, 2, 272.0), (-203.5, 3, 82.0)]
    {
        let words = format!("bic({height:?}, {bells}, {count:?})");
        let free = 3.0 * bells as f64 - 1.0;
        let price = libm::log(count);
        Call::new(words, || bic(height, bells, count))
            .slip(
                2.0 * height - (free + 1.0) * price,
                "that is large where the likelihood is, so the least is the \
                 worst; and the shares are counted wrong",
            )
            .slip(
                2.0 * height - free * price,
                "that is large where the likelihood is: the least is to be \
                 the best",
            )
            .slip(
                (free + 1.0) * price - 2.0 * height,
                "the last share is what the others leave, and nobody chooses \
                 it",
            )
            .slip(
                2.0 * free - 2.0 * height,
                "that is Akaike's: here a parameter costs more, the more data \
                 there are",
            )
            .gives(free * price - 2.0 * height)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn the_slips_of_the_statement_are_told() {
        let slipped = |height: f64, bells: usize, count: f64| {
            2.0 * height - 3.0 * bells as f64 * libm::log(count)
        };
        assert_snapshot!(said(check(slipped)), @"`bic(-496.2, 1, 200.0)` should be 1002.996635, got -1008.294952: that is large where the likelihood is, so the least is the worst; and the shares are counted wrong");
    }

    #[test]
    fn the_last_share_is_free_of_charge() {
        let slipped = |height: f64, bells: usize, count: f64| {
            3.0 * bells as f64 * libm::log(count) - 2.0 * height
        };
        assert_snapshot!(said(check(slipped)), @"`bic(-496.2, 1, 200.0)` should be 1002.996635, got 1008.294952: the last share is what the others leave, and nobody chooses it");
    }
}
