//! Mixture distributions with TensorFlow Probability's names, shapes and numbers, and what its
//! mixture lacks: quantiles, modes, decision boundaries, entropies and far tails.
//!
//! ```
//! use mixture::{Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal};
//! use rand_pcg::{rand_core::SeedableRng, Pcg64};
//!
//! fn main() -> Result<(), mixture::Error> {
//!     let gmm = MixtureSameFamily::new(
//!         Categorical::from_probs([0.6, 0.4])?,
//!         Normal::new([2.5, 4.8], [0.6, 0.3])?,
//!     )?;
//!     assert!(gmm.batch_shape().is_empty() && gmm.event_shape().is_empty());
//!
//!     let x = [1.0, 2.5, 3.6, 4.8];
//!     println!("{}", gmm.log_prob(x)?);                       // shape [4]
//!     println!("{}", gmm.prob(3.0)?);                         // a scalar: shape []
//!     println!("{}", gmm.posterior_marginal(x)?.probs());     // responsibilities, shape [4, 2]
//!     println!("{}", gmm.posterior_mode(x)?);                 // hard labels, shape [4]
//!     println!("{} {} {}", gmm.mean(), gmm.variance(), gmm.stddev());
//!     println!("{} {}", gmm.cdf(4.0)?, gmm.quantile(0.5)?);
//!     println!("{:?}", gmm.modes()?);                         // both peaks, ascending
//!
//!     let mut rng = Pcg64::seed_from_u64(42);
//!     println!("{:?}", gmm.sample([5, 7], &mut rng).shape()); // [5, 7]
//!
//!     // Components of any kind: the seasons and the weather.
//!     let weather = MixtureSameFamily::new(
//!         Categorical::from_probs([0.25; 4])?,
//!         Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3])?,
//!     )?;
//!     println!("{}", weather.prob(1.0)?);                     // 0.525
//!     Ok(())
//! }
//! ```
//!
//! # From TensorFlow Probability
//!
//! | TensorFlow Probability | here | |
//! | --- | --- | --- |
//! | `tfd.Categorical(probs=p)` | [`Categorical::from_probs`] | `p` must sum to one; [`from_weights`](Categorical::from_weights) normalises |
//! | `tfd.Categorical(logits=l)` | [`Categorical::from_logits`] | −∞ is a probability of zero |
//! | `tfd.Bernoulli(probs=p)` | [`Bernoulli::from_probs`] | whatever is not 0 or 1 has the probability 0; there `log_prob` is interpolated |
//! | `tfd.Normal(loc=m, scale=s)` | [`Normal::new`] | |
//! | `tfd.MixtureSameFamily(mixture_distribution=…, components_distribution=…)` | [`MixtureSameFamily::new`] | |
//! | `d.batch_shape`, `d.event_shape` | [`batch_shape`](Distribution::batch_shape), [`event_shape`](Distribution::event_shape) | |
//! | `d[i]` | [`gather`](Distribution::gather) | by row-major place: in a batch of `[2, 3]`, `d[1]` is `gather([3, 4, 5])` |
//! | `d.sample([5, 7], seed=…)` | [`sample([5, 7], &mut rng)`](Distribution::sample) | `()` for one draw |
//! | `d.log_prob(x)`, `d.prob(x)` | [`log_prob`](Distribution::log_prob), [`prob`](Distribution::prob) | |
//! | `d.cdf(x)`, `d.log_cdf(x)` | [`cdf`](Distribution::cdf), [`log_cdf`](Distribution::log_cdf) | all digits in the tail |
//! | `d.survival_function(x)`, `d.log_survival_function(x)` | [`survival_function`](Distribution::survival_function), [`log_survival_function`](Distribution::log_survival_function) | all digits in the tail |
//! | `d.quantile(q)` | [`quantile`](Distribution::quantile) | mixtures of normals too |
//! | `d.mean()`, `d.variance()`, `d.stddev()` | [`mean`](Distribution::mean), [`variance`](Distribution::variance), [`stddev`](Distribution::stddev) | |
//! | `d.mode()` | [`Categorical::mode`], [`Normal::mode`], [`Bernoulli::mode`] | a mixture has [`modes`](MixtureSameFamily::modes) |
//! | `d.entropy()` | [`Categorical::entropy`], [`Normal::entropy`], [`Bernoulli::entropy`], [`MixtureSameFamily::entropy`] | mixtures of normals too |
//! | `d.kl_divergence(other)` | [`Categorical::kl_divergence`], [`Normal::kl_divergence`], [`Bernoulli::kl_divergence`], [`MixtureSameFamily::kl_divergence`] | mixtures of normals too, with an error estimate |
//! | `d.cross_entropy(other)` | [`MixtureSameFamily::cross_entropy`] | mixtures of normals, with an error estimate |
//! | `c.logits_parameter()`, `c.probs_parameter()` | [`log_probs`](Categorical::log_probs), [`probs`](Categorical::probs) | always normalised |
//! | `m.posterior_marginal(x)`, `m.posterior_mode(x)` | [`posterior_marginal`](MixtureSameFamily::posterior_marginal), [`posterior_mode`](MixtureSameFamily::posterior_mode) | |
//! | – | [`inverse_survival_function`](MixtureSameFamily::inverse_survival_function), [`inverse_log_cdf`](MixtureSameFamily::inverse_log_cdf), [`inverse_log_survival_function`](MixtureSameFamily::inverse_log_survival_function) | normals and mixtures of them |
//! | – | [`prob_between`](Distribution::prob_between), [`log_prob_between`](Distribution::log_prob_between) | all digits for normals and mixtures of them |
//! | – | [`skewness`](MixtureSameFamily::skewness), [`excess_kurtosis`](MixtureSameFamily::excess_kurtosis), [`highest_density_regions`](MixtureSameFamily::highest_density_regions), [`sorted_by_mean`](MixtureSameFamily::sorted_by_mean) | mixtures of normals |
//! | – | [`sample_with_components`](MixtureSameFamily::sample_with_components) | |
//! | – | [`modes`](MixtureSameFamily::modes), [`antimodes`](MixtureSameFamily::antimodes), [`is_unimodal`](MixtureSameFamily::is_unimodal), [`decision_boundaries`](MixtureSameFamily::decision_boundaries) | mixtures of normals |
//!
//! Arrays are those of [`ndarray`]: a result is an [`ArrayD<f64>`](ndarray::ArrayD), and an
//! argument is whatever is [`ArrayLike`]. A number alone has the shape `[]`, and so has what is
//! answered: `gmm.prob(3.0)?[[]]` takes the number out. [`scalar`](Distribution::scalar) gives a
//! view of a single distribution with plain numbers in and out.
//!
//! # What differs, and why
//!
//! What is said of TensorFlow Probability was tried with its version 0.25.
//!
//! - **Wrong parameters are errors.** `Categorical(probs=[3, 7])` passes there unless
//!   `validate_args=True`, and a mixture with it of components with the means −1 and 1 has the
//!   mean 4. Here the constructors always check, and the [`Error`] names the argument, its index
//!   and its value.
//! - **The tails keep their digits.** The mixture's `log_survival_function` comes from its
//!   distribution function there. Two standard normals mixed have noise from 5.2 on in float32,
//!   and −∞ from 8.3 on in float64. Here they have all their digits at 40 standard deviations and
//!   at 10¹⁵⁰.
//! - **The posterior has its limit.** Where every component's log-density is −∞, as at 10²⁰⁰, it
//!   is NaN there. Here the widest component wins, as it does in the limit.
//! - **Large offsets keep their digits.** Distances are computed as (x − μ)/σ, so that
//!   N(10⁸, 10⁻³) is as exact as N(0, 10⁻³).
//! - **What a distribution does not have is absent from its type,** where there it raises
//!   `NotImplementedError`: see [`Distribution`].
//! - **NaN stays where it is.** A data point that is NaN gives NaN for that point. So does the
//!   posterior of a point that no component could have given, such as 0.5 of Bernoulli
//!   components.
//!
//! # What is not here
//!
//! - Events are single numbers: there is no multivariate normal and no `Independent`.
//! - The components of a mixture are of one type: there is no `tfd.Mixture`.
//! - Numbers are `f64` and classes `usize`: there are no other types, and no gradients. Write
//!   `3.0`, not `3`.
//! - A [`Categorical`] has no `cdf`, and a [`Bernoulli`] takes no logits.
//!
//! # The same bits everywhere
//!
//! What is computed from the same arguments has the same bits on every machine, with one thread
//! or with many, for a point alone or among a million: transcendental functions come from
//! [`libm`] or are formulas of this crate, nothing is fused, and a sample takes its random numbers
//! in a documented order.
//!
//! # How accurate
//!
//! The tests compare with values of 50 digits. Nothing is off by more than this, relative where
//! the value is larger than one and absolute where it is smaller: log-densities, the logarithms of
//! the tails and quantiles by 1e-13, modes and the entropy by 1e-9. The fast formulas are off by no
//! more than two units in the last place for the exponential and the logarithm, and six for the
//! normal tail.
//!
#![doc = include_str!("../benches/table.md")]
//!
//! # Features
//!
//! - `pulp` (on): on x86-64, vectors as wide as the processor has, which is found out when the
//!   program runs.
//! - `rayon` (on): large arguments are worked off by several threads.
//! - `statrs` (on): a [`Scalar`] of a [`Normal`], or of a mixture of them, has the traits
//!   `Continuous`, `ContinuousCDF` and `Distribution` of the crate `statrs`.
//! - `serde`: distributions are read and written, in JSON as plain lists; reading one checks it.
//!
//! None of them changes a bit of what is computed. For WebAssembly turn the default features off.

#![allow(
    clippy::inline_always,
    reason = "a formula takes on the vectors of the function that it is inlined into"
)]

mod array;
mod batch;
mod bernoulli;
mod bulk;
mod categorical;
mod distribution;
mod ecosystem;
mod elementary;
mod error;
mod gaussian;
mod interval;
pub mod lanes;
mod mixture_same_family;
mod normal;
mod normal_mixture;
mod one_pass;
mod quadrature;
mod reduce;
mod scalar;
mod tail;

pub use array::{ArrayLike, Element};
pub use bernoulli::Bernoulli;
pub use categorical::Categorical;
pub use distribution::{Cumulative, Distribution, Moments, Quantile};
pub use error::Error;
pub use mixture_same_family::MixtureSameFamily;
pub use normal::Normal;
pub use one_pass::OnePass;
pub use quadrature::Integral;
pub use scalar::Scalar;
pub use tail::Tail;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
