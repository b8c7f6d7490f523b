//! The expressions of `values.py` and what they are here.

use ch06::{
    Parameters, batched_normal, categorical, grid, mixture, parameters,
};
use mixture::{
    ArrayLike, Categorical, Distribution, Error, MixtureSameFamily, Normal,
};
use ndarray::ArrayD;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// The points at which the arrays were asked for, by the names that they have in `values.py`.
pub(crate) fn column() -> ArrayD<f64> {
    ndarray::arr2(&[[1.0], [2.5], [3.5], [4.75]]).into_dyn()
}

pub(crate) const FAR: [f64; 9] =
    [-40.0, -10.0, 8.0, 10.0, 20.0, 40.0, 100.0, 1000.0, 1e6];

pub(crate) fn tail() -> Vec<f64> {
    (0..64).map(|point| 5.0 + f64::from(point) / 16.0).collect()
}

pub(crate) fn posterior(x: impl ArrayLike) -> ArrayD<f64> {
    mixture().unwrap().posterior_marginal(x).unwrap().probs().clone()
}

/// A mixture of two standard normals, which is a standard normal.
pub(crate) fn standard_twice() -> MixtureSameFamily<Normal> {
    let normal = Normal::new([0.0, 0.0], 1.0).unwrap();
    let cat = Categorical::from_probs([0.5, 0.5]).unwrap();
    MixtureSameFamily::new(cat, normal).unwrap()
}
/// The single numbers that both have right.
pub(crate) fn numbers() -> Vec<(&'static str, f64)> {
    let (cat, normal) = (categorical().unwrap(), batched_normal().unwrap());
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    let Parameters { probs, loc, scale } = parameters();
    let (log_probs, at_three) =
        (cat.log_probs(), normal.log_prob(3.0).unwrap());
    vec![
        ("probs[0]", probs[0]),
        ("probs[1]", probs[1]),
        ("loc[0]", loc[0]),
        ("loc[1]", loc[1]),
        ("scale[0]", scale[0]),
        ("scale[1]", scale[1]),
        ("cat.prob(0)", cat.prob(0).unwrap()[[]]),
        ("cat.prob(1)", cat.prob(1).unwrap()[[]]),
        ("cat.log_prob(0)", log_probs[0]),
        ("cat.log_prob(1)", log_probs[1]),
        ("normal.log_prob(3.0)[0]", at_three[0]),
        ("normal.log_prob(3.0)[1]", at_three[1]),
        ("gmm.mean()", gmm.mean()),
        ("gmm.variance()", gmm.variance()),
        ("gmm.stddev()", gmm.stddev()),
        ("gmm.prob(2.5)", gmm.prob(2.5)),
        ("gmm.prob(3.6)", gmm.prob(3.6)),
        ("gmm.prob(4.8)", gmm.prob(4.8)),
        ("gmm.log_prob(2.5)", gmm.log_prob(2.5)),
        ("gmm.log_prob(3.6)", gmm.log_prob(3.6)),
        ("gmm.log_prob(4.8)", gmm.log_prob(4.8)),
        ("gmm.cdf(3.6)", gmm.cdf(3.6)),
        ("gmm.cdf(4.0)", gmm.cdf(4.0)),
        ("gmm.log_cdf(6.5)", gmm.log_cdf(6.5)),
        ("posterior(3.6)[0]", posterior(3.6)[0]),
        ("posterior(3.6)[1]", posterior(3.6)[1]),
        ("gmm.survival_function(6.0)", gmm.survival_function(6.0)),
        ("gmm.survival_function(6.5)", gmm.survival_function(6.5)),
        ("gmm.survival_function(8.0)", gmm.survival_function(8.0)),
    ]
}

/// The single numbers that TensorFlow Probability has wrong, or should not have: tests of their
/// own say so.
pub(crate) const CONTESTED_NUMBERS: [&str; 10] = [
    "gmm.log_survival_function(6.0)",
    "gmm.log_survival_function(6.5)",
    "gmm.log_survival_function(7.0)",
    "gmm.log_survival_function(8.0)",
    "gmm.log_survival_function(20.0)",
    "unnormalised.mean()",
    "negative.log_prob(4.8)[1]",
    "normal.quantile(1.5)[0]",
    "posterior(1e20)[0]",
    "posterior(1e200)[0]",
];

/// The arrays that both have right.
pub(crate) fn arrays() -> Result<Vec<(&'static str, ArrayD<f64>)>, Error> {
    let (cat, normal) = (categorical().unwrap(), batched_normal().unwrap());
    let gmm = mixture().unwrap();
    let labels =
        |x: &[f64]| Ok::<_, Error>(gmm.posterior_mode(x)?.mapv(|k| k as f64));
    let grid = grid();
    let upright: Vec<[f64; 1]> = grid.iter().map(|&x| [x]).collect();
    Ok(vec![
        ("cat.prob([0,1])", cat.prob([0, 1])?),
        ("cat.log_prob([0,1])", cat.log_prob([0, 1])?),
        ("cat.entropy()", cat.entropy()),
        ("cat.mode()", cat.mode().mapv(|k| k as f64)),
        ("normal.mean()", normal.mean()),
        ("normal.variance()", normal.variance()),
        ("normal.stddev()", normal.stddev()),
        ("normal.entropy()", normal.entropy()),
        ("normal.quantile(0.75)", normal.quantile(0.75)?),
        ("normal.log_prob(3.0)", normal.log_prob(3.0)?),
        ("normal.log_prob([1.0,3.0])", normal.log_prob([1.0, 3.0])?),
        ("normal.prob(column)", normal.prob(column())?),
        ("normal.log_prob(column)", normal.log_prob(column())?),
        ("normal.cdf(column)", normal.cdf(column())?),
        ("normal.log_prob(grid[:,None])", normal.log_prob(upright)?),
        ("gmm.prob(grid)", gmm.prob(&grid)?),
        ("gmm.log_prob(grid)", gmm.log_prob(&grid)?),
        ("gmm.cdf(grid)", gmm.cdf(&grid)?),
        ("gmm.survival_function(grid)", gmm.survival_function(&grid)?),
        ("gmm.log_cdf(tail)", gmm.log_cdf(tail())?),
        ("posterior(grid)", posterior(&grid)),
        ("gmm.posterior_mode(grid)", labels(&grid)?),
        ("gmm.prob(far)", gmm.prob(FAR)?),
        ("gmm.log_prob(far)", gmm.log_prob(FAR)?),
        ("gmm.cdf(far)", gmm.cdf(FAR)?),
        ("posterior(far)", posterior(FAR)),
        ("gmm.posterior_mode(far)", labels(&FAR)?),
        ("gmm.log_prob(column)", gmm.log_prob(column())?),
        ("posterior(column)", posterior(column())),
    ])
}

/// The arrays that TensorFlow Probability has wrong.
pub(crate) const CONTESTED_ARRAYS: [&str; 2] = [
    "gmm.log_survival_function(tail)",
    "standard_twice.log_survival_function(tail)",
];
/// The shapes, from our objects.
pub(crate) fn shapes() -> Result<Vec<(&'static str, Vec<usize>)>, Error> {
    let rng = &mut Pcg64::seed_from_u64(1);
    let (cat, normal) = (categorical().unwrap(), batched_normal().unwrap());
    let gmm = mixture().unwrap();
    let table = Normal::new([[0.0; 2]; 3], 1.0)?;
    let half = Categorical::from_probs(parameters().probs)?;
    let rows = MixtureSameFamily::new(half, table.clone())?;
    let zeros = |shape: &[usize]| ArrayD::<f64>::zeros(shape);
    let one = normal.gather(1)?;
    Ok(vec![
        ("cat.batch_shape", cat.batch_shape().to_vec()),
        ("cat.event_shape", cat.event_shape().to_vec()),
        ("cat.sample().shape", cat.sample((), rng).shape().to_vec()),
        ("cat.sample(12).shape", cat.sample(12, rng).shape().to_vec()),
        ("cat.sample([5,7]).shape", cat.sample([5, 7], rng).shape().to_vec()),
        ("cat.prob([0,1]).shape", cat.prob([0, 1])?.shape().to_vec()),
        ("normal.batch_shape", normal.batch_shape().to_vec()),
        ("normal.event_shape", normal.event_shape().to_vec()),
        ("normal.sample().shape", normal.sample((), rng).shape().to_vec()),
        ("normal.sample(3).shape", normal.sample(3, rng).shape().to_vec()),
        (
            "normal.sample([5,7]).shape",
            normal.sample([5, 7], rng).shape().to_vec(),
        ),
        ("normal.log_prob(3.0).shape", normal.log_prob(3.0)?.shape().to_vec()),
        (
            "normal.log_prob(column).shape",
            normal.log_prob(column())?.shape().to_vec(),
        ),
        (
            "normal.log_prob(np.zeros([5,7,1])).shape",
            normal.log_prob(zeros(&[5, 7, 1]))?.shape().to_vec(),
        ),
        ("normal[1].batch_shape", one.batch_shape().to_vec()),
        ("normal[1].sample().shape", one.sample((), rng).shape().to_vec()),
        (
            "tf.gather(loc,cat.sample(12)).shape",
            normal.gather(cat.sample(12, rng))?.batch_shape().to_vec(),
        ),
        ("table.batch_shape", table.batch_shape().to_vec()),
        ("table.event_shape", table.event_shape().to_vec()),
        ("table.sample().shape", table.sample((), rng).shape().to_vec()),
        (
            "table.sample([5,7]).shape",
            table.sample([5, 7], rng).shape().to_vec(),
        ),
        (
            "table.log_prob(np.zeros([4,1,1])).shape",
            table.log_prob(zeros(&[4, 1, 1]))?.shape().to_vec(),
        ),
        ("table[1].batch_shape", table.gather([2, 3])?.batch_shape().to_vec()),
        ("gmm.batch_shape", gmm.batch_shape().to_vec()),
        ("gmm.event_shape", gmm.event_shape().to_vec()),
        ("gmm.sample().shape", gmm.sample((), rng).shape().to_vec()),
        ("gmm.sample(12).shape", gmm.sample(12, rng).shape().to_vec()),
        ("gmm.sample([5,7]).shape", gmm.sample([5, 7], rng).shape().to_vec()),
        (
            "gmm.log_prob(column).shape",
            gmm.log_prob(column())?.shape().to_vec(),
        ),
        ("posterior(column).shape", posterior(column()).shape().to_vec()),
        ("rows.batch_shape", rows.batch_shape().to_vec()),
        ("rows.event_shape", rows.event_shape().to_vec()),
        ("rows.sample().shape", rows.sample((), rng).shape().to_vec()),
        ("rows.sample([4]).shape", rows.sample([4], rng).shape().to_vec()),
        ("rows.sample([5,7]).shape", rows.sample([5, 7], rng).shape().to_vec()),
        (
            "rows.log_prob(np.zeros([5,1])).shape",
            rows.log_prob(zeros(&[5, 1]))?.shape().to_vec(),
        ),
        ("rows.mean().shape", rows.mean().shape().to_vec()),
    ])
}
