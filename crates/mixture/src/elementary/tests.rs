//! The formulas beside libm, in units in the last place.

use proptest::prelude::*;

use super::{
    Lanes, exp, exp_normal, is_far_out, ln, log_upper_tail, lower_tail,
    standard_normal, standard_normal_centre, standard_normal_quantile, uniform,
    upper_tail,
};

/// How far two numbers are apart, in units in the last place of the second.
fn ulps(ours: f64, theirs: f64) -> f64 {
    if ours == theirs {
        return 0.0;
    }
    let ulp = theirs.abs().next_up() - theirs.abs();
    ((ours - theirs) / ulp).abs()
}

fn one(f: impl Fn(Lanes<1>) -> Lanes<1>, x: f64) -> f64 {
    f(Lanes([x])).0[0]
}

#[test]
fn what_is_no_number_stays_so_and_what_is_out_of_reach_has_its_limit() {
    assert!(one(exp, f64::NAN).is_nan());
    assert!(one(lower_tail, f64::NAN).is_nan());
    assert!(one(upper_tail, f64::NAN).is_nan());
    assert!(log_upper_tail(f64::NAN).is_nan());
    assert_eq!(one(exp, f64::INFINITY), f64::INFINITY);
    assert_eq!(one(exp, f64::NEG_INFINITY), 0.0);
    assert_eq!(one(exp, 709.79), f64::INFINITY);
    assert_eq!(one(exp, -746.0), 0.0);
    assert_eq!(one(exp, -745.0), libm::exp(-745.0));
    assert_eq!(one(lower_tail, f64::INFINITY), 1.0);
    assert_eq!(one(lower_tail, f64::NEG_INFINITY), 0.0);
    assert_eq!(log_upper_tail(f64::INFINITY), f64::NEG_INFINITY);
    assert_eq!(log_upper_tail(f64::NEG_INFINITY), 0.0);
}

#[test]
fn a_uniform_number_is_never_zero_nor_one() {
    assert_eq!(uniform(0), 0.5 * f64::EPSILON);
    assert_eq!(uniform(u64::MAX), 1.0 - 0.5 * f64::EPSILON);
    assert_eq!(uniform(1 << 63), 0.5 + 0.5 * f64::EPSILON);
}

proptest! {
    #[test]
    fn the_exponential_is_within_two_units_of_libm(x in -708.0..709.0) {
        prop_assert!(ulps(one(exp, x), libm::exp(x)) <= 2.0);
        prop_assert!(ulps(one(exp_normal, x), libm::exp(x)) <= 2.0);
    }

    #[test]
    fn the_exponential_loses_only_digits_that_small_numbers_lack(x in -746.0..-708.0) {
        prop_assert!(ulps(one(exp, x), libm::exp(x)) <= 2.0);
    }

    #[test]
    fn the_logarithm_is_within_two_units_of_libm(
        mantissa in 1.0..2.0,
        exponent in -1021..1023,
    ) {
        let x = libm::ldexp(mantissa, exponent);
        prop_assert!(ulps(one(ln, x), libm::log(x)) <= 2.0, "{x}");
    }

    #[test]
    fn the_tails_are_within_ten_units_of_libm_where_libm_is_exact(z in -5.0..5.0) {
        // The argument of erfc is rounded, which z² multiplies.
        let theirs = 0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2);
        prop_assert!(ulps(one(upper_tail, z), theirs) <= 10.0 + 2.0 * z * z);
    }

    #[test]
    fn the_two_tails_are_one(z in -40.0..40.0) {
        let sum = one(lower_tail, z) + one(upper_tail, z);
        prop_assert!((sum - 1.0).abs() <= f64::EPSILON);
    }

    #[test]
    fn a_standard_normal_number_is_the_quantile_of_a_uniform_one(bits in any::<u64>()) {
        let z = standard_normal_quantile(uniform(bits));
        prop_assert!((standard_normal(bits) - z).abs() <= 1e-13 * z.abs().max(1e-3));
    }

    #[test]
    fn a_standard_normal_number_far_out_is_the_quantile_to_the_bit(
        distance in 0..u64::MAX / 2000,
        up in any::<bool>(),
    ) {
        let bits = if up { u64::MAX - distance } else { distance };
        prop_assert!(is_far_out(bits));
        prop_assert_eq!(
            standard_normal(bits),
            standard_normal_quantile(uniform(bits))
        );
    }

    #[test]
    fn lanes_do_not_see_each_other(x in prop::array::uniform8(-30.0..30.0)) {
        let alone = |f: fn(Lanes<1>) -> Lanes<1>| x.map(|x| f(Lanes([x])).0[0]);
        prop_assert_eq!(exp(Lanes(x)).0, alone(exp));
        prop_assert_eq!(lower_tail(Lanes(x)).0, alone(lower_tail));
        let positive = Lanes(x).abs() + 1e-9;
        let alone = positive.0.map(|x| ln(Lanes([x])).0[0]);
        prop_assert_eq!(ln(positive).0, alone);
        let bits = x.map(f64::to_bits);
        let alone = bits.map(|bits| standard_normal_centre([bits]).0[0]);
        prop_assert_eq!(standard_normal_centre(bits).0, alone);
    }
}
