//! The traits of rand, statrs and the standard library.

#![cfg(feature = "statrs")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::grades;
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use rand::distr::Distribution as _;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
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
