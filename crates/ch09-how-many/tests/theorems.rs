//! Each claim of chapter 9, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch05::Joint;
use ch09::{
    DATA, NULLS, aic, bic, calls, chi_squared_tail, expected, luck, parameters,
};
use datasets::FAITHFUL;
use proptest::prelude::*;

#[test]
fn one_bell_more_never_has_less_likelihood() {
    for data in DATA {
        for pair in data.fits.windows(2) {
            let gain = pair[1].log_likelihood - pair[0].log_likelihood;
            assert!(gain > -1e-6, "{} {gain}", data.name);
        }
    }
}

#[test]
fn data_that_were_held_out_do_not_always_ask_for_more() {
    for data in DATA {
        let six = data.fits[5].held_out;
        let best = data.fits.map(|fit| fit.held_out);
        assert!(best.into_iter().any(|other| other > six), "{}", data.name);
        // What was not seen is less probable than what was.
        let all = data.fits.into_iter();
        assert!(all.into_iter().all(|fit| fit.held_out < fit.log_likelihood));
    }
}

/// The value that is least, counted from one.
fn chosen(values: [f64; 6]) -> usize {
    let best = (0..6).min_by(|a, b| values[*a].total_cmp(&values[*b]));
    best.unwrap() + 1
}

#[test]
fn bic_never_asks_for_more_bells_than_aic_from_eight_data_on() {
    assert!(libm::log(8.0) > 2.0);
    for data in DATA {
        let by = |price: &dyn Fn(f64, usize) -> f64| {
            let at = |at: usize| price(data.fits[at].log_likelihood, at + 1);
            chosen(std::array::from_fn(at))
        };
        let dear = by(&|height, bells| bic(height, bells, data.count));
        assert!(dear <= by(&aic), "{}", data.name);
    }
}

#[test]
fn three_species_are_three_bells_by_bic_but_not_these_three() {
    let flippers = DATA[4];
    let values = std::array::from_fn(|at| {
        bic(flippers.fits[at].log_likelihood, at + 1, flippers.count)
    });
    assert_eq!(chosen(values), 3);
    // A fifth of the penguins are Chinstraps; the smallest bell has far fewer, at the long end.
    let three = flippers.with(3).unwrap();
    assert!(three.probs[2] < 0.05 && three.loc[2] > 225.0);
}

#[test]
fn the_textbook_calls_less_of_it_luck_than_is() {
    for null in NULLS {
        let drawn: u32 = null.bins.iter().skip(8).sum();
        let part = f64::from(drawn) / null.samples as f64;
        assert!(part > 1.2 * chi_squared_tail(8.0), "{part}");
    }
}

#[test]
fn the_tail_of_chi_squared_is_the_area_beyond() {
    let density =
        |x: f64| (x / std::f64::consts::TAU).sqrt() * libm::exp(-0.5 * x);
    for from in [0.5, 3.0, 7.815] {
        let step = 1e-3;
        let middles = (0..80_000).map(|at| from + step * (f64::from(at) + 0.5));
        let area: f64 = middles.map(|x| step * density(x)).sum();
        assert!((area - chi_squared_tail(from)).abs() < 1e-6, "{area}");
    }
}

#[test]
fn the_logarithms_of_the_calls_are_one_bell() {
    let logs: Vec<f64> = calls().into_iter().map(libm::log).collect();
    let bell = ch01::Gaussian::fit(&logs).unwrap();
    for (at, x) in logs.iter().enumerate() {
        let part = (at as f64 + 0.5) / 200.0;
        let z = (x - bell.loc()) / bell.scale();
        let below = 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
        assert!((below - part).abs() < 2e-3, "{below} {part}");
    }
}

/// How many peaks a kernel of this width leaves on a fine grid.
fn peaks(x: &[f64], bandwidth: f64) -> usize {
    let density = ch01::kernel_density(x, bandwidth).unwrap();
    let row: Vec<f64> =
        (0..=1500).map(|at| density(30.0 + 0.05 * f64::from(at))).collect();
    ch01::peaks(&row, 0.0).unwrap().len()
}

#[test]
fn a_kernel_that_is_wider_than_the_critical_one_leaves_no_more_peaks() {
    let waiting: Vec<f64> = FAITHFUL.iter().map(|it| it.waiting_min).collect();
    let bandwidths = DATA[1].peaks.unwrap().bandwidths;
    for (at, bandwidth) in bandwidths.into_iter().enumerate() {
        assert_eq!(peaks(&waiting, 1.01 * bandwidth), at + 1);
        assert!(peaks(&waiting, 0.97 * bandwidth) > at + 1);
    }
}

fn groups() -> impl Strategy<Value = Joint> {
    let bell = || (-5.0..5.0, 0.1..3.0);
    (0.05..0.95, bell(), bell()).prop_map(|(share, one, other)| {
        let bells = [one, other].map(|(loc, scale): (f64, f64)| {
            ch01::Gaussian::new(loc, scale).unwrap()
        });
        Joint::new([share, 1.0 - share], bells).unwrap()
    })
}

proptest! {
    #[test]
    fn a_wider_kernel_never_has_more_peaks(x in prop::collection::vec(35.0..95.0, 1..20), bandwidth in 0.5..5.0) {
        prop_assert!(peaks(&x, 1.3 * bandwidth) <= peaks(&x, bandwidth));
    }

    #[test]
    fn what_is_expected_sums_to_the_count(groups in groups(), mut edges in prop::collection::vec(-9.0..9.0, 1..9)) {
        edges.extend([f64::NEG_INFINITY, f64::INFINITY]);
        edges.sort_by(f64::total_cmp);
        let expected = expected(&groups, &edges, 200.0);
        prop_assert!(expected.iter().all(|count| *count >= 0.0));
        prop_assert!((expected.iter().sum::<f64>() - 200.0).abs() < 1e-9);
    }

    #[test]
    fn more_luck_never_makes_a_gain_rarer(drawn in prop::collection::vec(0.0..30.0, 0..40), statistic in 0.0..30.0) {
        let p = luck(statistic, &drawn);
        prop_assert!(p > 0.0 && p <= 1.0);
        prop_assert!(luck(statistic + 1.0, &drawn) <= p);
    }

    #[test]
    fn a_bell_more_costs_three_parameters(bells in 1..9_usize) {
        prop_assert_eq!(parameters(bells + 1) - parameters(bells), 3.0);
    }
}
