//! Fits that this project did not compute.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use fit::{GaussianMixture, Sample};
use oracle::{FitCase, fits};

fn sample(case: &FitCase) -> Sample {
    let sample = match case.kind.as_str() {
        "exact" => Sample::new(case.x.clone()),
        _ => Sample::intervals(case.lower.clone(), case.upper.clone()),
    };
    sample.unwrap().weights(case.weights.clone()).unwrap()
}

fn assert_near(actual: &[f64], expected: &[f64], tolerance: f64, what: &str) {
    assert_eq!(actual.len(), expected.len(), "{what}");
    for (actual, expected) in actual.iter().zip(expected) {
        let off = (actual - expected).abs();
        assert!(
            off <= tolerance * expected.abs().max(1e-2),
            "{what}: {actual} and not {expected}"
        );
    }
}

#[test]
fn every_fit_is_the_one_that_was_found_with_forty_digits() {
    for case in &fits().cases {
        let fit = GaussianMixture::new(case.k).fit(&sample(case)).unwrap();
        let (name, best) = (&case.name, &case.best);
        let flat = |array: &ndarray::ArrayD<f64>| -> Vec<f64> {
            array.iter().copied().collect()
        };
        let normal = fit.mixture().components_distribution();
        let probs = flat(fit.mixture().mixture_distribution().probs());
        let what = |part: &str| format!("{name}: {part}");
        assert_near(
            &[fit.log_likelihood()],
            &[best.log_likelihood],
            1e-9,
            &what("log-likelihood"),
        );
        assert_near(&probs, &best.probs, 1e-6, &what("shares"));
        assert_near(&flat(&normal.loc()), &best.loc, 1e-6, &what("means"));
        assert_near(
            &flat(&normal.scale()),
            &best.scale,
            1e-6,
            &what("deviations"),
        );
        let errors = fit.standard_errors().unwrap();
        assert_near(
            errors.probs(),
            &best.se_probs,
            1e-5,
            &what("errors of shares"),
        );
        assert_near(errors.loc(), &best.se_loc, 1e-5, &what("errors of means"));
        assert_near(
            errors.scale(),
            &best.se_scale,
            1e-5,
            &what("errors of deviations"),
        );
        assert_near(
            &[fit.aic(), fit.bic()],
            &[best.aic, best.bic],
            1e-9,
            &what("criteria"),
        );
        assert!(
            fit.converged(),
            "{name} did not arrive in {} steps",
            fit.steps()
        );
    }
}
