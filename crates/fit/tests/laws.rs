//! What holds of any sample and any mixture.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{bells, mixture, near, numbers, of_kind, parts};
use fit::{Em, Error, GaussianMixture, Sample};
use proptest::prelude::*;

proptest! {
    #[test]
    fn em_never_falls_whatever_the_sample_and_whichever_the_part(
        x in numbers(), bells in bells(), kind in 0_usize..5,
        parts in prop::collection::vec(0_usize..4, 1..12),
    ) {
        let sample = of_kind(&x, kind);
        let mut em = Em::new(&sample, mixture(&bells)).unwrap();
        let mut before = em.log_likelihood();
        for part in parts {
            let done = match part {
                0 => em.step(),
                1 => em.update_probs(),
                2 => em.update_loc(),
                _ => em.update_scale(),
            };
            // A bell that closes in on one number ends as no number at all: that is refused.
            if done.is_err() {
                break;
            }
            let now = em.log_likelihood();
            prop_assert!(now >= before - 1e-9 * before.abs().max(1.0), "{part}: {before} {now}");
            before = now;
        }
        prop_assert_eq!(em.history().last(), Some(&before));
    }

    #[test]
    fn responsibilities_are_shares_in_the_order_of_the_data(
        x in numbers(), bells in bells(), kind in 0_usize..4,
    ) {
        let em = Em::new(&of_kind(&x, kind), mixture(&bells)).unwrap();
        let shares = em.responsibilities();
        prop_assert_eq!(shares.shape(), [x.len(), bells.len()]);
        for row in shares.rows() {
            prop_assert!(near(row.sum(), 1.0, 1e-12));
        }
        if kind == 0 {
            let posterior = mixture(&bells).posterior_marginal(x).unwrap();
            for (ours, theirs) in shares.iter().zip(posterior.probs()) {
                prop_assert!(near(*ours, *theirs, 1e-9), "{ours} {theirs}");
            }
        }
    }

    #[test]
    fn a_weight_is_as_many_copies(x in numbers(), bells in bells(), copies in 1_usize..4) {
        let weights = vec![copies as f64; x.len()];
        let weighed = Sample::new(x.clone()).unwrap().weights(weights).unwrap();
        let copied = Sample::new(x.repeat(copies)).unwrap();
        prop_assert_eq!(weighed.total_weight(), copied.total_weight());
        let [one, other] = [weighed, copied].map(|sample| {
            let mut em = Em::new(&sample, mixture(&bells)).unwrap();
            let _ = em.step();
            em.log_likelihood()
        });
        prop_assert!(near(one, other, 1e-11), "{one} {other}");
    }

    #[test]
    fn shifted_and_stretched_data_are_fitted_by_the_shifted_and_stretched_mixture(
        x in numbers(), shift in -1e3..1e3, power in -9_i32..10,
    ) {
        let stretch = libm::exp2(f64::from(power));
        let moved: Vec<f64> = x.iter().map(|x| stretch * (x + shift)).collect();
        let fits = [x.clone(), moved].map(|x| GaussianMixture::new(2).fit(&Sample::new(x).unwrap()));
        let [Ok(one), Ok(other)] = fits else { return Ok(()) };
        // Where tops are equally high another may be found.
        prop_assume!(one.converged() && other.converged());
        let gap = one.next_log_likelihood().map_or(1.0, |next| one.log_likelihood() - next);
        prop_assume!(gap > 1e-3);
        let unit = x.len() as f64 * libm::log(stretch);
        prop_assert!(near(other.log_likelihood() + unit, one.log_likelihood(), 1e-6));
        let [here, there] = [&one, &other].map(|fit| fit.mixture().components_distribution().loc());
        for (here, there) in here.iter().zip(&there) {
            prop_assert!(near(there / stretch - shift, *here, 1e-4), "{here} {there}");
        }
    }

    #[test]
    fn an_interval_that_shrinks_becomes_its_number(x in numbers(), bells in bells()) {
        let width = 1e-7;
        let exact = Em::new(&Sample::new(x.clone()).unwrap(), mixture(&bells)).unwrap();
        let narrow = Em::new(&Sample::rounded(x.clone(), width).unwrap(), mixture(&bells)).unwrap();
        let density = narrow.log_likelihood() - x.len() as f64 * libm::log(width);
        prop_assert!(near(density, exact.log_likelihood(), 1e-6));
    }

    #[test]
    fn the_bound_touches_where_it_was_made_and_is_nowhere_above(
        x in numbers(), here in bells(), there in bells(), kind in 0_usize..5,
    ) {
        let sample = of_kind(&x, kind);
        let em = Em::new(&sample, mixture(&here)).unwrap();
        let touching = em.bound(&mixture(&here)).unwrap();
        prop_assert!(near(touching, em.log_likelihood(), 1e-12));
        if here.len() == there.len() {
            let other = Em::new(&sample, mixture(&there)).unwrap().log_likelihood();
            let bound = em.bound(&mixture(&there)).unwrap();
            prop_assert!(bound <= other + 1e-9 * other.abs().max(1.0), "{bound} {other}");
        } else {
            prop_assert!(em.bound(&mixture(&there)).is_err());
        }
    }

    #[test]
    fn a_step_leads_to_the_top_of_the_bound(x in numbers(), bells in bells(), kind in 0_usize..5) {
        let mut em = Em::new(&of_kind(&x, kind), mixture(&bells)).unwrap();
        let before = em.clone();
        prop_assume!(em.step().is_ok());
        let there = em.mixture().unwrap();
        let top = before.bound(&there).unwrap();
        let normal = there.components_distribution();
        let (loc, scale) = (normal.loc(), normal.scale());
        for nudge in [-1e-3, 1e-3] {
            for component in 0..bells.len() {
                let moved = |of: &ndarray::ArrayD<f64>, by: f64| {
                    let mut of = of.clone();
                    of[component] += by * scale[component];
                    of
                };
                let cat = there.mixture_distribution().clone();
                for (loc, scale) in [(moved(&loc, nudge), scale.clone()), (loc.clone(), moved(&scale, nudge))] {
                    let normal = mixture::Normal::new(loc, scale).unwrap();
                    let beside = mixture::MixtureSameFamily::new(cat.clone(), normal).unwrap();
                    let beside = before.bound(&beside).unwrap();
                    prop_assert!(beside <= top + 1e-9 * top.abs().max(1.0), "{beside} {top}");
                }
            }
        }
    }

    #[test]
    fn a_datum_of_which_nothing_is_known_changes_nothing(x in numbers(), bells in bells()) {
        let known = Sample::new(x).unwrap();
        let nothing = Sample::intervals([f64::NEG_INFINITY], [f64::INFINITY]).unwrap();
        let both = known.and(&nothing).unwrap();
        let [one, other] = [&known, &both].map(|sample| {
            Em::new(sample, mixture(&bells)).unwrap().log_likelihood()
        });
        prop_assert!(near(one, other, 1e-12));
        // Nor the top.
        let fit = GaussianMixture::new(2).fit(&known).unwrap();
        prop_assume!(fit.converged() && !fit.leans_on_floor());
        let mut em = Em::new(&both, fit.mixture().clone()).unwrap();
        em.step().unwrap();
        prop_assert!(near(em.log_likelihood(), fit.log_likelihood(), 1e-9));
        let [top, there] = [fit.mixture(), &em.mixture().unwrap()].map(|of| parts(of).concat());
        for (one, other) in top.iter().zip(there) {
            prop_assert!(near(*one, other, 1e-5), "{one} {other}");
        }
    }

    #[test]
    fn the_order_of_the_data_changes_no_bit(x in numbers(), kind in 0_usize..4) {
        let turned: Vec<f64> = x.iter().rev().copied().collect();
        let [one, other] = [x, turned].map(|x| GaussianMixture::new(2).fit(&of_kind(&x, kind)));
        match (one, other) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(one.log_likelihood(), other.log_likelihood());
                let [one, other] = [one, other].map(|fit| fit.mixture().components_distribution().loc());
                prop_assert_eq!(one, other);
            }
            (one, other) => prop_assert!(one.is_err() && other.is_err()),
        }
    }

    #[test]
    fn a_window_as_wide_as_the_line_changes_nothing(x in numbers(), bells in bells()) {
        let open = Sample::new(x).unwrap();
        let window = open.clone().truncated(f64::NEG_INFINITY, f64::INFINITY).unwrap();
        let wide = open.clone().truncated(-1e3, 1e3).unwrap();
        let [one, other, far] = [open, window, wide].map(|sample| {
            let mut em = Em::new(&sample, mixture(&bells)).unwrap();
            em.step().unwrap();
            em.log_likelihood()
        });
        prop_assert_eq!(one, other);
        prop_assert!(near(one, far, 1e-12));
    }
}

#[test]
fn what_is_no_sample_is_refused_by_argument_index_and_value() {
    let refusal =
        |sample: Result<Sample, Error>| sample.unwrap_err().to_string();
    let two = || Sample::new([1.0, 2.0]).unwrap();
    assert_eq!(
        refusal(Sample::new([])),
        "the sample must hold at least one number of positive weight"
    );
    assert_eq!(
        refusal(Sample::new([1.0, f64::NAN])),
        "x[1] must be finite, got NaN"
    );
    assert_eq!(
        refusal(Sample::rounded([1.0], 0.0)),
        "step must be positive and 1e300 at most, got 0.0"
    );
    assert_eq!(
        refusal(Sample::new([1.0, -1e301])),
        "x[1] must be between -1e300 and 1e300, got -1e301"
    );
    assert_eq!(
        refusal(Sample::intervals([1.0, 3.0], [2.0, 2.5])),
        "upper[1] must be at or above the lower end, got 2.5"
    );
    assert_eq!(
        refusal(Sample::intervals([1.0], [])),
        "upper must have 1 elements, got 0"
    );
    assert_eq!(
        refusal(two().weights([1.0, -1.0])),
        "weights[1] must be finite and not negative, got -1.0"
    );
    assert_eq!(
        refusal(two().weights([0.0, 0.0])),
        "the sample must hold at least one number of positive weight"
    );
    assert_eq!(
        refusal(two().weights([1e300, 1e300])),
        "weights must be 1e300 at most together, got 2e300"
    );
    assert_eq!(
        refusal(two().truncated(1.5, 3.0)),
        "x[0] must be inside the window of what is recorded, got 1.0"
    );
    let fit = |k| GaussianMixture::new(k).fit(&two()).unwrap_err().to_string();
    assert_eq!(fit(0), "components must be at least one, got 0.0");
    assert_eq!(
        fit(3),
        "3 components need at least as many distinct values, got 2"
    );
}

#[test]
fn a_bell_that_closes_in_on_one_number_is_refused_and_the_state_stays() {
    let sample = Sample::new([3.0; 5]).unwrap();
    let mut em = Em::new(&sample, mixture(&vec![(1.0, 3.0, 0.5)])).unwrap();
    let before = em.log_likelihood();
    assert_eq!(em.step(), Err(Error::Impossible { index: 0 }));
    assert_eq!(em.log_likelihood(), before);
    assert!(em.mixture().is_ok());
}

#[test]
fn bad_days_end_in_a_fit_or_an_error_that_says_what_is_wrong() {
    let equal = Sample::new([3.0; 50]).unwrap();
    let one = GaussianMixture::new(1).fit(&equal);
    assert!(one.is_err() || one.unwrap().leans_on_floor());
    let error = GaussianMixture::new(2).fit(&equal).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2 components need at least as many distinct values, got 1"
    );
    for x in [
        vec![0.0, 1.0],
        (0..100)
            .map(|n| if n == 0 { 1e6 } else { f64::from(n % 10) })
            .collect(),
        (0..200).map(|n| 1e9 + 1e-3 * f64::from(n % 17)).collect(),
        (0..100_001).map(|n| if n == 0 { 1.0 } else { 0.0 }).collect(),
    ] {
        let fit =
            GaussianMixture::new(2).fit(&Sample::new(x).unwrap()).unwrap();
        assert!(fit.log_likelihood().is_finite());
    }
    let heavy = Sample::new((0..13).map(f64::from))
        .unwrap()
        .weights((-6..7).map(|power| libm::pow(10.0, f64::from(power))))
        .unwrap();
    assert!(
        GaussianMixture::new(2)
            .fit(&heavy)
            .unwrap()
            .log_likelihood()
            .is_finite()
    );
    let many = Sample::new((0..25).map(|n| f64::from(n * n))).unwrap();
    assert!(
        GaussianMixture::new(20)
            .fit(&many)
            .unwrap()
            .log_likelihood()
            .is_finite()
    );
}
