//! Each claim of chapter 3, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch03::line;
use proptest::{prop_assert_eq, proptest};

proptest! {
    #[test]
    fn a_line_through_the_origin_is_twice_as_high_at_twice_the_place(
        slope in -1e3..1e3,
        x in -1e3..1e3,
    ) {
        prop_assert_eq!(line(slope, 2.0 * x).unwrap(), 2.0 * line(slope, x).unwrap());
    }
}

#[test]
fn what_is_not_a_number_is_refused_with_its_name() {
    assert_eq!(
        line(f64::NAN, 1.0).unwrap_err().to_string(),
        "slope must be finite, got NaN"
    );
    assert_eq!(
        line(1.0, f64::INFINITY).unwrap_err().to_string(),
        "x must be finite, got inf"
    );
}
