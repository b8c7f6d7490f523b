//! 9.3: how often luck does as much.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the data count as a draw, and as much is enough.
pub fn check(luck: fn(f64, &[f64]) -> f64) -> Verdict {
    call!(luck(9.0, &[1.0, 2.0, 0.5, 3.0]))
        .slip(0.0, "that says never, after four draws: count the data as one")
        .slip(1.0, "that is how often luck does less")
        .gives(0.2)?;
    call!(luck(2.0, &[1.0, 2.0, 0.5, 3.0]))
        .slip(0.5, "count the data as a draw, above and below the line")
        .slip(0.4, "a draw that has exactly as much counts too")
        .gives(0.6)?;
    call!(luck(1.0, &[])).gives(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn never_is_too_much_to_say() {
        let bare = |statistic: f64, drawn: &[f64]| {
            let as_much = drawn.iter().filter(|it| **it >= statistic).count();
            as_much as f64 / drawn.len() as f64
        };
        assert_snapshot!(said(check(bare)), @"`luck(9.0, &[1.0, 2.0, 0.5, 3.0])` should be 0.2, got 0: that says never, after four draws: count the data as one");
    }

    #[test]
    fn as_much_is_enough() {
        let more = |statistic: f64, drawn: &[f64]| {
            let more = drawn.iter().filter(|it| **it > statistic).count();
            (1 + more) as f64 / (1 + drawn.len()) as f64
        };
        assert_snapshot!(said(check(more)), @"`luck(2.0, &[1.0, 2.0, 0.5, 3.0])` should be 0.6, got 0.4: a draw that has exactly as much counts too");
    }
}
