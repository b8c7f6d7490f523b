//! What holds of every mixture of normals.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{Parameters, close, grades, parameters};
use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};
use ndarray::Axis;
use proptest::prelude::*;

/// log ∑ exp, by definition.
fn log_sum_exp(logs: &[f64]) -> f64 {
    let max = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if max == f64::NEG_INFINITY {
        return max;
    }
    max + libm::log(logs.iter().map(|log| libm::exp(log - max)).sum::<f64>())
}

proptest! {
    #[test]
    fn the_log_density_is_the_logarithm_of_the_weighted_sum(p in parameters()) {
        let (gmm, classes, normal) = (p.mixture(), p.classes(), p.normal());
        for x in p.points() {
            let logs = classes.log_probs() + normal.log_prob(x).unwrap();
            let by_definition = log_sum_exp(logs.as_slice().unwrap());
            prop_assert!(close(gmm.log_prob(x).unwrap()[[]], by_definition, 1e-13), "{x}");
        }
    }

    #[test]
    fn the_marginal_of_the_joint_is_the_mixture(p in parameters()) {
        let (gmm, classes, normal) = (p.mixture(), p.classes(), p.normal());
        for x in p.points() {
            let joint = classes.probs() * &normal.prob(x).unwrap();
            let prob = gmm.prob(x).unwrap()[[]];
            prop_assert!((prob - joint.sum()).abs() <= 1e-12 * prob + 1e-300, "{x}");
        }
    }

    #[test]
    fn the_fast_formulas_are_the_plain_ones(p in parameters()) {
        let (fast, plain) = (p.mixture(), p.plain());
        let x = p.points();
        for (ours, theirs) in [
            (fast.log_prob(&x), plain.log_prob(&x)),
            (fast.prob(&x), plain.prob(&x)),
            (fast.cdf(&x), plain.cdf(&x)),
            (fast.survival_function(&x), plain.survival_function(&x)),
            (fast.log_cdf(&x), plain.log_cdf(&x)),
        ] {
            for (&ours, theirs) in ours.unwrap().iter().zip(theirs.unwrap()) {
                prop_assert!(close(ours, theirs, 1e-12), "{ours:?} {theirs:?}");
            }
        }
        let ours = fast.posterior_marginal(&x).unwrap();
        let theirs = plain.posterior_marginal(&x).unwrap();
        for (&ours, &theirs) in ours.probs().iter().zip(theirs.probs()) {
            // The plain one subtracts large numbers, up to the square of the distance.
            prop_assert!((ours - theirs).abs() <= 1e-6, "{ours:?} {theirs:?}");
        }
        prop_assert_eq!(fast.mean(), plain.mean());
        prop_assert_eq!(fast.variance(), plain.variance());
    }

    #[test]
    fn the_rows_of_the_posterior_sum_to_one(p in parameters()) {
        let posterior = p.mixture().posterior_marginal(p.points()).unwrap();
        for sum in posterior.probs().sum_axis(Axis(1)) {
            prop_assert!((sum - 1.0).abs() < 1e-14, "{sum}");
        }
    }

    #[test]
    fn the_posterior_is_the_joint_over_the_density(p in parameters()) {
        let gmm = p.mixture();
        for x in p.points() {
            let joint = p.classes().log_probs() + p.normal().log_prob(x).unwrap();
            let logs = joint - gmm.log_prob(x).unwrap()[[]];
            let posterior = gmm.posterior_marginal(x).unwrap().log_probs();
            for ((&ours, theirs), scale) in posterior.iter().zip(logs).zip(&p.scale) {
                let z = (1e3 + x.abs()) / scale.min(1.0);
                let rounding = 1e-15 * z * z;
                prop_assert!((ours - theirs).abs() <= rounding.max(1e-12 * theirs.abs()));
            }
        }
    }

    #[test]
    fn the_distribution_function_rises_from_zero_to_one(p in parameters()) {
        let gmm = p.mixture();
        let mut x = p.points();
        x.extend([f64::NEG_INFINITY, f64::INFINITY]);
        x.sort_by(f64::total_cmp);
        let cdf = gmm.cdf(&x).unwrap();
        prop_assert_eq!(cdf[0], 0.0);
        prop_assert!((cdf[x.len() - 1] - 1.0).abs() <= 1e-15);
        for (one, next) in cdf.iter().zip(cdf.iter().skip(1)) {
            prop_assert!(*next >= one * (1.0 - 1e-14) && *next <= 1.0);
        }
        let survival = gmm.survival_function(&x).unwrap();
        for (lower, upper) in cdf.iter().zip(&survival) {
            prop_assert!((lower + upper - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn the_quantile_undoes_the_distribution_function(p in parameters(), q in 1e-12..1.0_f64) {
        let gmm = p.mixture();
        let x = gmm.quantile(q).unwrap()[[]];
        let back = gmm.cdf(x).unwrap()[[]];
        // As far as neighbouring numbers and the slope between them allow.
        let step = gmm.prob(x).unwrap()[[]] * x.abs() * f64::EPSILON;
        prop_assert!((back - q).abs() <= 1e-13 * q + 4.0 * step, "{x}: {back} {q}");
    }

    #[test]
    fn the_distribution_function_undoes_the_quantile_where_there_is_density(
        p in parameters(),
        component in 0_usize..6,
        z in -3.0..3.0_f64,
    ) {
        let gmm = p.mixture();
        let component = component % p.loc.len();
        let x = p.loc[component] + z * p.scale[component];
        let (lower, density) = (gmm.cdf(x).unwrap()[[]], gmm.prob(x).unwrap()[[]]);
        // Within the component's own reach, so that a number stands for its place.
        prop_assume!(density * p.scale[component] > 1e-3);
        let back = gmm.quantile(lower).unwrap()[[]];
        let rounding = 1e-13 / density + 1e-13 * x.abs();
        prop_assert!((back - x).abs() <= rounding, "{x} {back}");
    }

    #[test]
    fn quantiles_far_in_the_tails_are_exact(p in parameters(), digits in 20..290) {
        let gmm = p.mixture();
        let q = libm::pow(10.0, -f64::from(digits));
        let x = gmm.quantile(q).unwrap()[[]];
        let log = gmm.log_cdf(x).unwrap()[[]];
        // A relative step of the distance is as many steps of the logarithm as this.
        let loc = p.loc.iter().map(|loc| loc.abs()).fold(0.0, f64::max);
        let scale = p.scale.iter().copied().fold(f64::INFINITY, f64::min);
        let rounding = 1e-15 * (40.0 + 40.0 * (x.abs() + loc) / scale);
        prop_assert!((log - libm::log(q)).abs() <= 1e-12 * libm::log(q).abs() + rounding);
    }

    #[test]
    fn a_mixture_moves_and_stretches_with_its_points(
        p in parameters(),
        shift in -8.0..8.0,
        exponent in -20..20,
    ) {
        // Powers of two and few digits, so that moving is exact.
        let (shift, factor) = (libm::floor(shift), libm::ldexp(1.0, exponent));
        let round = |x: &f64| libm::rint(x * 1024.0) / 1024.0;
        let loc: Vec<f64> = p.loc.iter().map(round).collect();
        let moved = Parameters {
            weights: p.weights.clone(),
            loc: loc.iter().map(|loc| (loc + shift) * factor).collect(),
            scale: p.scale.iter().map(|scale| scale * factor).collect(),
        };
        let p = Parameters { loc, ..p };
        let x: Vec<f64> = p.points().iter().map(round).collect();
        let moved_x: Vec<f64> = x.iter().map(|x| (x + shift) * factor).collect();
        let here = p.mixture().log_prob(&x).unwrap();
        let there = moved.mixture().log_prob(&moved_x).unwrap();
        for (here, there) in here.iter().zip(there) {
            prop_assert!(close(there + libm::log(factor), *here, 1e-13));
        }
        let q = [0.01, 0.3, 0.5, 0.99];
        let here = p.mixture().quantile(q).unwrap();
        let there = moved.mixture().quantile(q).unwrap();
        let widest = p.scale.iter().copied().fold(0.0, f64::max);
        for (here, there) in here.iter().zip(there) {
            let off = (there / factor - shift - here).abs();
            prop_assert!(off <= 1e-9 * (here.abs() + widest + 8.0), "{here} {there}");
        }
        let (here, there) = (p.mixture().modes().unwrap(), moved.mixture().modes().unwrap());
        prop_assert_eq!(here.len(), there.len());
    }

    #[test]
    fn a_component_without_weight_changes_nothing(
        p in parameters(),
        loc in -1e3..1e3,
        scale in 1e-3..1e3,
    ) {
        let mut more = p.clone();
        more.weights.push(0.0);
        more.loc.push(loc);
        more.scale.push(scale);
        let (less, more) = (p.mixture(), more.mixture());
        let x = p.points();
        prop_assert_eq!(less.log_prob(&x).unwrap(), more.log_prob(&x).unwrap());
        prop_assert_eq!(less.cdf(&x).unwrap(), more.cdf(&x).unwrap());
        prop_assert_eq!(less.log_cdf(&x).unwrap(), more.log_cdf(&x).unwrap());
        prop_assert_eq!(less.posterior_mode(&x).unwrap(), more.posterior_mode(&x).unwrap());
        prop_assert_eq!(less.quantile(0.3).unwrap(), more.quantile(0.3).unwrap());
        prop_assert_eq!(less.mean(), more.mean());
        prop_assert_eq!(less.variance(), more.variance());
        prop_assert_eq!(less.modes().unwrap(), more.modes().unwrap());
        let posterior = more.posterior_marginal(&x).unwrap();
        let last = posterior.probs().index_axis(Axis(1), p.loc.len());
        prop_assert!(last.iter().all(|&prob| prob == 0.0));
    }

    #[test]
    fn the_density_rises_to_every_mode_and_falls_to_every_antimode(p in parameters()) {
        let gmm = p.mixture();
        let (modes, antimodes) = (gmm.modes().unwrap(), gmm.antimodes().unwrap());
        prop_assert!(!modes.is_empty() && modes.len() <= p.loc.len());
        prop_assert_eq!(antimodes.len() + 1, modes.len());
        prop_assert_eq!(gmm.is_unimodal().unwrap(), modes.len() == 1);
        let log = |x: f64| gmm.log_prob(x).unwrap()[[]];
        for (valley, peaks) in antimodes.iter().zip(modes.windows(2)) {
            prop_assert!(peaks[0] < *valley && *valley < peaks[1]);
            let rounding = 1e-12 * log(*valley).abs().max(1.0);
            prop_assert!(log(*valley) <= log(peaks[0]).min(log(peaks[1])) + rounding);
        }
    }

    #[test]
    fn no_mode_is_missed(p in parameters()) {
        // Between neighbouring critical points the density only rises, or only falls.
        let gmm = p.mixture();
        let (modes, antimodes) = (gmm.modes().unwrap(), gmm.antimodes().unwrap());
        let mut ends = [modes, antimodes].concat();
        ends.extend([-2e3, 2e3]);
        ends.sort_by(f64::total_cmp);
        for (index, stretch) in ends.windows(2).enumerate() {
            let step = (stretch[1] - stretch[0]) / 500.0;
            let x: Vec<f64> = (0..=500).map(|i| stretch[0] + f64::from(i) * step).collect();
            let log = gmm.log_prob(&x).unwrap();
            for (one, next) in log.iter().zip(log.iter().skip(1)) {
                let gain = if index % 2 == 0 { next - one } else { one - next };
                prop_assert!(gain >= -1e-11 * one.abs().max(1.0), "{stretch:?} {index}");
            }
        }
    }

    #[test]
    fn between_decision_boundaries_one_class_wins(p in parameters()) {
        let gmm = p.mixture();
        let mut ends = gmm.decision_boundaries().unwrap();
        prop_assert!(ends.is_sorted());
        ends.insert(0, -1e9);
        ends.push(1e9);
        for stretch in ends.windows(2) {
            let width = stretch[1] - stretch[0];
            let x = [0.01, 0.3, 0.6, 0.99].map(|share| stretch[0] + share * width);
            if width < 1e-9 {
                continue;
            }
            let winners = gmm.posterior_mode(x).unwrap();
            let best = gmm.posterior_marginal(x).unwrap();
            for (row, winner) in best.probs().rows().into_iter().zip(&winners) {
                // Where two are the same they are the same to rounding.
                prop_assert!(row[winners[0]] >= row[*winner] - 1e-9, "{stretch:?} {winners}");
            }
        }
    }

    #[test]
    fn at_a_decision_boundary_two_classes_are_as_probable(p in parameters()) {
        let gmm = p.mixture();
        for x in gmm.decision_boundaries().unwrap() {
            let log_probs = gmm.posterior_marginal(x).unwrap().log_probs();
            let mut logs: Vec<f64> = log_probs.iter().copied().collect();
            logs.sort_by(f64::total_cmp);
            let [.., second, first] = logs[..] else {
                panic!("a boundary needs two components");
            };
            // Their slopes differ by so much a unit in the last place of x.
            let z = (x.abs() + 1e3) / p.scale.iter().copied().fold(f64::INFINITY, f64::min);
            prop_assert!((first - second).abs() <= 1e-15 * z * z + 1e-12, "{x} {first} {second}");
        }
    }

    #[test]
    fn the_entropy_of_one_component_is_that_of_the_normal(
        loc in -1e3..1e3,
        scale in 1e-3..1e3,
    ) {
        let normal = Normal::new([loc], [scale]).unwrap();
        let exact = normal.entropy()[0];
        let one = Categorical::from_probs([1.0]).unwrap();
        let gmm = MixtureSameFamily::new(one, normal).unwrap();
        prop_assert!((gmm.entropy()[[]] - exact).abs() < 1e-10);
    }

    #[test]
    fn two_equal_bells_have_two_peaks_when_the_closed_form_says_so(
        distance in 0.1..6.0_f64,
        weight in 0.01..0.99,
    ) {
        // Behboodian (1970); D is half the distance in standard deviations.
        let d = distance / 2.0;
        let logit = (libm::log(weight) - libm::log1p(-weight)).abs();
        let border = if d > 1.0 {
            let root = (d * d - 1.0).sqrt();
            2.0 * libm::log(d - root) + 2.0 * d * root
        } else {
            0.0
        };
        prop_assume!((logit - border).abs() > 1e-6);
        let gmm = MixtureSameFamily::new(
            Categorical::from_weights([weight, 1.0 - weight]).unwrap(),
            Normal::new([0.0, distance], 1.0).unwrap(),
        )
        .unwrap();
        prop_assert_eq!(gmm.is_unimodal().unwrap(), !(d > 1.0 && logit < border));
    }
}

proptest! {
    // Each takes four quadratures.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_distribution_diverges_from_others_and_not_from_itself(
        p in parameters(),
        q in parameters(),
    ) {
        let (p, q) = (p.mixture(), q.mixture());
        let same = p.kl_divergence(&p).unwrap();
        prop_assert!(same.value.abs() <= same.error.max(1e-12));
        let other = p.kl_divergence(&q).unwrap();
        prop_assert!(other.value >= -1e-9 * (1.0 + other.error), "{other:?}");
        // The divergence is the cross-entropy less the entropy.
        let cross = p.cross_entropy(&q).unwrap();
        let difference = cross.value - p.entropy()[[]];
        prop_assert!(close(difference, other.value, 1e-8), "{difference} {other:?}");
    }
}

#[test]
fn a_point_has_the_same_bits_alone_and_among_a_hundred_thousand() {
    let gmm = grades();
    let x: Vec<f64> = (0..100_003).map(|i| f64::from(i) * 1e-4 - 2.0).collect();
    let (log_prob, prob) = (gmm.log_prob(&x).unwrap(), gmm.prob(&x).unwrap());
    let (cdf, survival) =
        (gmm.cdf(&x).unwrap(), gmm.survival_function(&x).unwrap());
    let posterior = gmm.posterior_marginal(&x).unwrap();
    let single = gmm.scalar().unwrap();
    for (i, &x) in x.iter().enumerate().step_by(7) {
        assert_eq!(log_prob[i], gmm.log_prob(x).unwrap()[[]]);
        assert_eq!(log_prob[i], single.log_prob(x));
        assert_eq!(prob[i], gmm.prob(x).unwrap()[[]]);
        assert_eq!(cdf[i], gmm.cdf(x).unwrap()[[]]);
        assert_eq!(survival[i], single.survival_function(x));
        let alone = gmm.posterior_marginal(x).unwrap();
        let row = posterior.probs().index_axis(Axis(0), i);
        assert_eq!(row.into_dyn(), alone.probs());
    }
}

#[test]
fn an_array_with_gaps_gives_what_the_same_points_give_next_to_each_other() {
    let gmm = grades();
    let x = ndarray::Array::linspace(0.0, 6.0, 60);
    let columns = x.to_shape((20, 3)).unwrap();
    let every_third = columns.column(0);
    let copied = every_third.to_vec();
    assert_eq!(gmm.log_prob(every_third), gmm.log_prob(&copied));
    let grid = x.clone().into_shape_with_order((6, 10)).unwrap();
    let turned = grid.t();
    assert_eq!(
        gmm.prob(turned).unwrap(),
        gmm.prob(turned.as_standard_layout()).unwrap()
    );
    assert_eq!(gmm.prob(turned).unwrap().shape(), [10, 6]);
}
