//! The values are those of TensorFlow Probability and of mpmath.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use mixture::{
    Bernoulli, Categorical, Distribution, Error, MixtureSameFamily, Normal,
};
use ndarray::{ArrayD, arr1};
use oracle::{Case, mixtures};

/// Whether two numbers agree to a relative tolerance, or absolutely where they are below one.
#[track_caller]
fn assert_close(what: &str, ours: f64, theirs: f64, tolerance: f64) {
    let allowed = tolerance * theirs.abs().max(1.0);
    let close = (ours - theirs).abs() <= allowed || ours == theirs;
    assert!(close, "{what}: {ours:?} is not {theirs:?}");
}

#[track_caller]
fn assert_all_close(
    what: &str,
    ours: &ArrayD<f64>,
    theirs: &[f64],
    tolerance: f64,
) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (index, (&ours, &theirs)) in ours.iter().zip(theirs).enumerate() {
        assert_close(&format!("{what}[{index}]"), ours, theirs, tolerance);
    }
}

/// Whether two probabilities agree to a relative tolerance, however small they are; numbers too
/// small to be normal lose digits.
#[track_caller]
fn assert_same_probability(what: &str, ours: f64, theirs: f64, tolerance: f64) {
    let allowed = (tolerance * theirs).max(f64::MIN_POSITIVE);
    assert!(
        (ours - theirs).abs() <= allowed,
        "{what}: {ours:?} is not {theirs:?}"
    );
}

fn mixture(case: &Case) -> MixtureSameFamily<Normal> {
    MixtureSameFamily::new(
        Categorical::from_weights(&case.probs).unwrap(),
        Normal::new(&case.loc, &case.scale).unwrap(),
    )
    .unwrap()
}

fn cases() -> impl Iterator<Item = (&'static Case, MixtureSameFamily<Normal>)> {
    mixtures().cases.iter().map(|case| (case, mixture(case)))
}

#[test]
fn the_density_is_that_of_tensorflow_probability() {
    for (case, gmm) in cases() {
        let log_prob = gmm.log_prob(&case.x).unwrap();
        assert_all_close(&case.name, &log_prob, &case.tfp.log_prob, 1e-12);
        let prob = gmm.prob(&case.x).unwrap();
        for (&ours, &theirs) in prob.iter().zip(&case.tfp.prob) {
            assert_same_probability(&case.name, ours, theirs, 1e-12);
        }
    }
}

#[test]
fn the_density_is_exact() {
    for (case, gmm) in cases() {
        let log_prob = gmm.log_prob(&case.x).unwrap();
        assert_all_close(&case.name, &log_prob, &case.exact.log_prob, 1e-13);
    }
}

#[test]
fn both_tails_are_exact() {
    for (case, gmm) in cases() {
        let cdf = gmm.cdf(&case.x).unwrap();
        for (&ours, &exact) in cdf.iter().zip(&case.exact.cdf) {
            assert_same_probability(&case.name, ours, exact, 1e-13);
        }
        let log_cdf = gmm.log_cdf(&case.x).unwrap();
        assert_all_close(&case.name, &log_cdf, &case.exact.log_cdf, 1e-13);
        let log_survival = gmm.log_survival_function(&case.x).unwrap();
        let exact = &case.exact.log_survival;
        assert_all_close(&case.name, &log_survival, exact, 1e-13);
    }
}

#[test]
fn the_distribution_function_is_that_of_tensorflow_probability() {
    for (case, gmm) in cases() {
        let cdf = gmm.cdf(&case.x).unwrap();
        assert_all_close(&case.name, &cdf, &case.tfp.cdf, 1e-12);
    }
}

#[test]
fn the_posterior_is_exact_on_the_log_scale() {
    for (case, gmm) in cases() {
        let posterior = gmm.posterior_marginal(&case.x).unwrap();
        let rows = case.exact.posterior.iter().flatten();
        for (&ours, &exact) in posterior.probs().iter().zip(rows) {
            if exact < f64::MIN_POSITIVE {
                assert!(ours <= f64::MIN_POSITIVE, "{}: {ours}", case.name);
                continue;
            }
            let (ours, exact) = (libm::log(ours), libm::log(exact));
            assert_close(&case.name, ours, exact, 1e-13);
        }
    }
}

#[test]
fn the_posterior_is_that_of_tensorflow_probability() {
    for (case, gmm) in cases() {
        let posterior = gmm.posterior_marginal(&case.x).unwrap();
        let rows: Vec<f64> =
            case.tfp.posterior_marginal.iter().flatten().copied().collect();
        assert_all_close(&case.name, posterior.probs(), &rows, 1e-12);
        let mode = gmm.posterior_mode(&case.x).unwrap();
        assert_eq!(mode.as_slice().unwrap(), case.tfp.posterior_mode);
        assert_eq!(posterior.mode(), mode, "{}", case.name);
    }
}

#[test]
fn the_moments_are_those_of_tensorflow_probability() {
    for (case, gmm) in cases() {
        let Case { name, tfp, .. } = case;
        assert_close(name, gmm.mean()[[]], tfp.mean, 1e-12);
        let relative = |ours: f64, theirs: f64| (ours / theirs - 1.0).abs();
        assert!(relative(gmm.variance()[[]], tfp.variance) < 1e-12, "{name}");
        assert!(relative(gmm.stddev()[[]], tfp.stddev) < 1e-12, "{name}");
    }
}

#[test]
fn the_parts_are_those_of_tensorflow_probability() {
    for (case, gmm) in cases() {
        let Case { name, tfp, .. } = case;
        let class = gmm.mixture_distribution();
        let log_probs = &tfp.categorical_log_prob;
        assert_all_close(name, &class.log_probs(), log_probs, 1e-12);
        let classes: Vec<usize> = (0..case.probs.len()).collect();
        assert_all_close(
            name,
            &class.log_prob(&classes).unwrap(),
            log_probs,
            1e-12,
        );
        assert_close(name, class.entropy()[[]], tfp.categorical_entropy, 1e-12);
        let components = gmm.components_distribution();
        assert_all_close(
            name,
            &components.entropy(),
            &tfp.normal_entropy,
            1e-12,
        );
        let column: Vec<[f64; 1]> = case.x.iter().map(|&x| [x]).collect();
        let rows: Vec<f64> =
            tfp.components_log_prob.iter().flatten().copied().collect();
        assert_all_close(
            name,
            &components.log_prob(&column).unwrap(),
            &rows,
            1e-12,
        );
    }
}

#[test]
fn quantiles_are_exact() {
    for (case, gmm) in cases() {
        let quantile = gmm.quantile(&case.q).unwrap();
        for ((&q, &ours), &exact) in
            case.q.iter().zip(&quantile).zip(&case.exact.quantile)
        {
            if case.name == "far_tails" && q == 0.5 {
                assert!(ours.abs() < 1e-12, "{ours} is not the middle");
                assert_eq!(gmm.cdf(ours).unwrap()[[]], q);
                continue;
            }
            assert_close(&format!("{} at {q}", case.name), ours, exact, 1e-13);
        }
    }
}

#[test]
fn every_mode_is_found() {
    for (case, gmm) in cases() {
        let modes = gmm.modes().unwrap();
        // Where a density is flat it is no use to ask for the place to the last digit.
        assert_all_close(
            &case.name,
            &arr1(&modes).into_dyn(),
            &case.exact.modes,
            1e-9,
        );
        assert_eq!(gmm.antimodes().unwrap().len(), modes.len() - 1);
        assert_eq!(gmm.is_unimodal().unwrap(), modes.len() == 1);
    }
}

#[test]
fn the_entropy_is_exact_to_nine_digits() {
    for (case, gmm) in cases() {
        assert_close(&case.name, gmm.entropy()[[]], case.exact.entropy, 1e-9);
    }
}

#[test]
fn a_batch_of_mixtures_broadcasts_as_in_tensorflow_probability()
-> Result<(), Error> {
    let shapes = &mixtures().shapes;
    let two_by_three = |rows: &[Vec<f64>]| {
        ArrayD::from_shape_vec(vec![2, 3], rows.concat()).unwrap()
    };
    let flat = |rows: &[Vec<f64>]| rows.concat();
    let gmm = MixtureSameFamily::new(
        Categorical::from_weights(two_by_three(&shapes.probs))?,
        Normal::new(two_by_three(&shapes.loc), two_by_three(&shapes.scale))?,
    )?;
    assert_eq!(gmm.batch_shape(), shapes.batch_shape);
    assert_eq!(gmm.event_shape(), shapes.event_shape);

    let column =
        ArrayD::from_shape_vec(vec![4, 1], flat(&shapes.x_4x1)).unwrap();
    let log_prob = gmm.log_prob(&column)?;
    assert_eq!(log_prob.shape(), [4, 2]);
    assert_all_close("4x1", &log_prob, &flat(&shapes.log_prob_4x1), 1e-12);

    let pairs =
        ArrayD::from_shape_vec(vec![4, 2], flat(&shapes.x_4x2)).unwrap();
    let log_prob = gmm.log_prob(&pairs)?;
    assert_all_close("4x2", &log_prob, &flat(&shapes.log_prob_4x2), 1e-12);
    let log_prob = gmm.log_prob(shapes.x_scalar)?;
    assert_eq!(log_prob.shape(), [2]);
    assert_all_close("scalar", &log_prob, &shapes.log_prob_scalar, 1e-12);

    let posterior = gmm.posterior_marginal(&pairs)?;
    assert_eq!(posterior.batch_shape(), [4, 2]);
    assert_eq!(posterior.probs().shape(), [4, 2, 3]);
    let theirs: Vec<f64> = shapes
        .posterior_marginal_4x2
        .iter()
        .flat_map(|rows| flat(rows))
        .collect();
    assert_all_close("posterior", posterior.probs(), &theirs, 1e-12);
    assert_all_close("mean", &gmm.mean(), &shapes.mean, 1e-12);
    assert_all_close("variance", &gmm.variance(), &shapes.variance, 1e-12);
    Ok(())
}

#[test]
fn a_batched_normal_is_that_of_tensorflow_probability() -> Result<(), Error> {
    let theirs = &mixtures().shapes.normal;
    let normal = Normal::new(&theirs.loc, &theirs.scale)?;
    assert_eq!(normal.batch_shape(), theirs.batch_shape);
    let column =
        ArrayD::from_shape_vec(vec![4, 1], theirs.x_4x1.concat()).unwrap();
    let log_prob = normal.log_prob(&column)?;
    assert_eq!(log_prob.shape(), [4, 3]);
    assert_all_close(
        "log_prob",
        &log_prob,
        &theirs.log_prob_4x1.concat(),
        1e-12,
    );
    let cdf = normal.cdf(&column)?;
    assert_all_close("cdf", &cdf, &theirs.cdf_4x1.concat(), 1e-12);
    let quantile = normal.quantile(0.3)?;
    assert_all_close("quantile", &quantile, &theirs.quantile_0_3, 1e-12);
    Ok(())
}

#[test]
fn a_categorical_from_logits_is_that_of_tensorflow_probability()
-> Result<(), Error> {
    let theirs = &mixtures().shapes.categorical_logits;
    let class = Categorical::from_logits(&theirs.logits)?;
    assert_all_close("probs", class.probs(), &theirs.probs, 1e-12);
    assert_all_close("log_probs", &class.log_probs(), &theirs.log_prob, 1e-12);
    assert_eq!(class.mode()[[]], theirs.mode);
    assert_close("entropy", class.entropy()[[]], theirs.entropy, 1e-12);
    Ok(())
}

#[test]
fn the_seasons_and_the_weather_are_those_of_tensorflow_probability()
-> Result<(), Error> {
    // Computed there in float32.
    let theirs = &mixtures().weather;
    let weather = MixtureSameFamily::new(
        Categorical::from_probs(&theirs.probs)?,
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3])?,
    )?;
    assert_close("good", weather.prob(1.0)?[[]], theirs.prob_good, 1e-6);
    assert_close("bad", weather.prob(0.0)?[[]], theirs.prob_bad, 1e-6);
    assert_close("mean", weather.mean()[[]], theirs.mean, 1e-6);
    assert_close("variance", weather.variance()[[]], theirs.variance, 1e-6);
    let season = weather.posterior_marginal(1.0)?;
    assert_all_close(
        "season",
        season.probs(),
        &theirs.posterior_given_good,
        1e-6,
    );
    Ok(())
}
