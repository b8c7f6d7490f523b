//! The standard normal beside mpmath, in units in the last place.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use mixture::{Distribution, Normal};

/// How far two numbers are apart, in units in the last place of the second.
fn ulps(ours: f64, theirs: f64) -> f64 {
    if ours == theirs {
        return 0.0;
    }
    let ulp = theirs.abs().next_up() - theirs.abs();
    ((ours - theirs) / ulp).abs()
}

#[test]
fn the_tails_of_the_standard_normal_are_exact_to_six_units() {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let normal = normal.scalar().unwrap();
    let standard = oracle::standard_normal();
    for (&z, &tail) in standard.z.iter().zip(&standard.upper_tail) {
        if tail >= f64::MIN_POSITIVE {
            assert!(ulps(normal.survival_function(z), tail) <= 6.0, "{z}");
            assert!(ulps(normal.cdf(-z), tail) <= 6.0, "-{z}");
        }
        assert!(ulps(normal.cdf(z), 1.0 - tail) <= 3.0, "{z}");
    }
}

#[test]
fn the_logarithms_of_the_tails_are_exact_however_far_out() {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let normal = normal.scalar().unwrap();
    let standard = oracle::standard_normal();
    let logs = standard.log_upper_tail.iter().zip(&standard.log_lower_tail);
    for (&z, (&upper, &lower)) in standard.z.iter().zip(logs) {
        assert!(ulps(normal.log_survival_function(z), upper) <= 4.0, "{z}");
        // Relative to a tail that is too small for a normal number nothing is known.
        let known = lower == 0.0 || lower < -f64::MIN_POSITIVE;
        if known {
            assert!(ulps(normal.log_cdf(z), lower) <= 8.0, "{z}");
        }
    }
}

#[test]
fn the_quantiles_of_the_standard_normal_are_exact_to_four_units() {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let normal = normal.scalar().unwrap();
    let standard = oracle::standard_normal();
    for (&p, &quantile) in standard.p.iter().zip(&standard.quantile) {
        let ours = normal.quantile(p);
        assert!(ulps(ours, quantile) <= 4.0, "{p}: {ours:?} {quantile:?}");
    }
}
