//! The traits of rand, statrs, serde and the standard library.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::grades;
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use rand::distr::Distribution as _;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use serde::{Serialize, de::DeserializeOwned};
use statrs::{
    distribution::{Continuous, ContinuousCDF},
    statistics::Distribution as _,
};

#[test]
fn a_distribution_prints_like_one_of_tensorflow_probability() {
    let normal = Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap();
    assert_eq!(
        normal.to_string(),
        "<mixture::Normal batch_shape=[2] event_shape=[] dtype=f64>"
    );
    let class = Categorical::from_probs([[0.6, 0.4]; 3]).unwrap();
    assert_eq!(
        class.to_string(),
        "<mixture::Categorical batch_shape=[3] event_shape=[] dtype=usize>"
    );
    let coin = Bernoulli::from_probs(0.5).unwrap();
    assert_eq!(
        coin.to_string(),
        "<mixture::Bernoulli batch_shape=[] event_shape=[] dtype=f64>"
    );
    assert_eq!(
        grades().to_string(),
        "<mixture::MixtureSameFamily batch_shape=[] event_shape=[] dtype=f64>"
    );
}

#[test]
fn a_distribution_can_be_sent_cloned_and_looked_into() {
    fn ordinary<T: Clone + std::fmt::Debug + PartialEq + Send + Sync>() {}
    ordinary::<Normal>();
    ordinary::<Bernoulli>();
    ordinary::<Categorical>();
    ordinary::<MixtureSameFamily<Normal>>();
    ordinary::<MixtureSameFamily<Bernoulli>>();
    assert_eq!(grades().clone(), grades());
}

#[test]
fn a_scalar_distribution_is_one_of_rand() {
    let gmm = grades();
    let rng = || Pcg64::seed_from_u64(9);
    let ours = gmm.sample(5, &mut rng());
    let theirs: Vec<f64> =
        gmm.scalar().unwrap().sample_iter(rng()).take(5).collect();
    assert_eq!(ours.as_slice().unwrap(), theirs);
    let class = Categorical::from_probs([0.0, 1.0]).unwrap();
    assert_eq!(class.scalar().unwrap().sample(&mut rng()), 1_usize);
}

#[test]
fn a_scalar_normal_is_the_one_of_statrs() {
    let ours = Normal::new(2.5, 0.6).unwrap();
    let ours = ours.scalar().unwrap();
    let theirs = statrs::distribution::Normal::new(2.5, 0.6).unwrap();
    for x in [-1.0, 1.0, 2.4, 2.5, 4.0] {
        assert!((ours.pdf(x) - theirs.pdf(x)).abs() < 1e-14);
        assert!((ours.ln_pdf(x) - theirs.ln_pdf(x)).abs() < 1e-13);
        // Their error function is good to about ten digits.
        let (cdf, sf) = (ContinuousCDF::cdf(&ours, x), ours.sf(x));
        assert!((cdf - ContinuousCDF::cdf(&theirs, x)).abs() < 1e-10);
        assert!((sf - theirs.sf(x)).abs() < 1e-10);
    }
    assert!((ours.inverse_cdf(0.3) - theirs.inverse_cdf(0.3)).abs() < 1e-8);
    assert!(ours.inverse_cdf(1.5).is_nan());
    let mean = statrs::statistics::Distribution::mean(&ours);
    assert_eq!(mean, statrs::statistics::Distribution::mean(&theirs));
    let std_dev = statrs::statistics::Distribution::std_dev(&ours);
    assert_eq!(std_dev, Some(0.6));
    let entropy = statrs::statistics::Distribution::entropy(&ours).unwrap();
    assert!((entropy - theirs.entropy().unwrap()).abs() < 1e-14);
}

#[test]
fn a_scalar_mixture_is_a_continuous_distribution_of_statrs() {
    fn median(distribution: &impl ContinuousCDF<f64, f64>) -> f64 {
        distribution.inverse_cdf(0.5)
    }
    let gmm = grades();
    let scalar = gmm.scalar().unwrap();
    assert_eq!(median(&scalar), gmm.quantile(0.5).unwrap()[[]]);
    assert_eq!(scalar.pdf(3.0), gmm.prob(3.0).unwrap()[[]]);
    let variance = statrs::statistics::Distribution::variance(&scalar);
    assert_eq!(variance, Some(gmm.variance()[[]]));
    assert_eq!(scalar.entropy(), Some(gmm.entropy()[[]]));
}

/// Through JSON and back.
fn round_trip<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

#[test]
fn a_distribution_is_written_and_read_without_loss() {
    assert_eq!(round_trip(&grades()), grades());
    let batch = Normal::new([[0.1], [1e-300]], [1.0, 1e150, 0.3]).unwrap();
    assert_eq!(round_trip(&batch), batch);
    let coins = Bernoulli::from_probs([0.0, 0.3, 1.0]).unwrap();
    assert_eq!(round_trip(&coins), coins);
    let tiny =
        Categorical::from_logits([0.0, -1000.0, f64::NEG_INFINITY]).unwrap();
    assert_eq!(round_trip(&tiny), tiny);
    assert_eq!(round_trip(&tiny).log_prob(1).unwrap()[[]], -1000.0);
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3]).unwrap(),
    )
    .unwrap();
    assert_eq!(round_trip(&weather), weather);
}

#[test]
fn what_is_read_is_checked_as_by_its_constructor() {
    fn refusal<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).unwrap_err().to_string()
    }
    let array = |numbers: &str, len: usize| {
        format!(r#"{{"v":1,"dim":[{len}],"data":[{numbers}]}}"#)
    };
    let normal = format!(
        r#"{{"loc":{},"scale":{}}}"#,
        array("1.0,2.0", 2),
        array("1.0,-2.0", 2)
    );
    assert_eq!(
        refusal::<Normal>(&normal),
        "scale[1] must be finite and positive, got -2.0"
    );
    let classes = format!(r#"{{"probs":{}}}"#, array("0.5,0.6", 2));
    assert_eq!(
        refusal::<Categorical>(&classes),
        "probs must sum to one within 1e-9, got 1.1"
    );
    let coin = format!(r#"{{"probs":{}}}"#, array("1.5", 1));
    assert_eq!(
        refusal::<Bernoulli>(&coin),
        "probs[0] must be in [0, 1], got 1.5"
    );
    let mixture = serde_json::to_string(&grades())
        .unwrap()
        .replace("[0.6,0.4]", "[0.6,0.5]");
    assert!(
        refusal::<MixtureSameFamily<Normal>>(&mixture)
            .starts_with("probs must sum to one within 1e-9, got 1.1")
    );
}
