//! What holds of any sample and any mixture.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use fit::{Em, Error, GaussianMixture, Sample};
use mixture::{Categorical, MixtureSameFamily, Normal};
use proptest::prelude::*;

type Bells = Vec<(f64, f64, f64)>;

fn bells() -> impl Strategy<Value = Bells> {
    prop::collection::vec((0.1..1.0, -6.0..6.0, 0.3..3.0), 1..4)
}

fn mixture(bells: &Bells) -> MixtureSameFamily<Normal> {
    let part = |of: fn(&(f64, f64, f64)) -> f64| -> Vec<f64> {
        bells.iter().map(of).collect()
    };
    MixtureSameFamily::new(
        Categorical::from_weights(part(|bell| bell.0)).unwrap(),
        Normal::new(part(|bell| bell.1), part(|bell| bell.2)).unwrap(),
    )
    .unwrap()
}

fn numbers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-8.0..8.0, 8..40)
}

/// A sample of any kind, from numbers.
fn of_kind(x: &[f64], kind: usize) -> Sample {
    match kind {
        0 => Sample::new(x.to_vec()).unwrap(),
        1 => Sample::rounded(x.to_vec(), 0.5).unwrap(),
        2 => {
            let ends = x.iter().map(|x| x + 1.0);
            Sample::intervals(
                x.to_vec(),
                ends.map(|x| if x > 7.0 { f64::INFINITY } else { x }),
            )
            .unwrap()
        }
        3 => Sample::new(x.to_vec()).unwrap().truncated(-9.0, 8.5).unwrap(),
        _ => {
            let weights = (0..x.len()).map(|n| (n % 4) as f64);
            let half =
                Sample::new(x.to_vec()).unwrap().weights(weights).unwrap();
            half.and(&Sample::rounded(x.to_vec(), 0.1).unwrap()).unwrap()
        }
    }
}

fn near(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * other.abs().max(1.0)
}

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
        "step must be finite and positive, got 0.0"
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
