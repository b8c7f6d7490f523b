//! Maximum likelihood for Gaussian mixtures on a line, for numbers as people have them: exact, rounded,
//! known to lie in an interval, counted, recorded only inside a window.
//!
//! ```
//! use fit::{Criterion, Em, GaussianMixture, Sample};
//! use mixture::{Categorical, MixtureSameFamily, Normal};
//!
//! fn main() -> Result<(), fit::Error> {
//!     // One step at a time: seven numbers under three bells.
//!     let sample = Sample::new([-3.0, -2.5, -1.0, 0.0, 2.0, 4.0, 5.0])?;
//!     let start = MixtureSameFamily::new(
//!         Categorical::from_weights([1.0, 1.0, 1.0])?,
//!         Normal::new([-4.0, 0.0, 8.0], [1.0, 0.2_f64.sqrt(), 3.0_f64.sqrt()])?,
//!     )?;
//!     let mut em = Em::new(&sample, start)?;
//!     println!("{:.5}", em.log_likelihood());             // -28.32554
//!     println!("{}", em.responsibilities());              // the E-step, shape [7, 3]
//!     em.step()?;                                         // the M-step, and E again
//!     println!("{:.5}", em.log_likelihood());             // -14.41049
//!
//!     // All the way, from the best of many starts.
//!     let fit = GaussianMixture::new(2).fit(&sample)?;
//!     println!("{}", fit.mixture());                      // means ascending
//!     println!("{} {} {} {}", fit.log_likelihood(), fit.aic(), fit.bic(), fit.icl());
//!     println!("{} of {} starts ended here", fit.agreeing_starts(), fit.starts());
//!     let errors = fit.standard_errors()?;                // of shares, means, deviations
//!     println!("{:?} {:?} {:?}", errors.probs(), errors.loc(), errors.scale());
//!     for warning in fit.warnings() {                     // in words, with numbers
//!         println!("{warning}");
//!     }
//!
//!     // Numbers as people have them.
//!     let rounded = Sample::rounded([2.3, 2.7, 5.0], 0.1)?;           // 2.3 is 2.25 to 2.35
//!     let graded = Sample::intervals([2.15, 4.85], [2.5, f64::INFINITY])?; // 4.85 or worse
//!     let counted = Sample::new([60.0, 65.0])?.weights([823.0, 14031.0])?;
//!     let cut_off = Sample::new([1.2, 3.4])?.truncated(1.0, 10.0)?;   // outside nothing is recorded
//!     println!("{} {} {} {}", rounded.len(), graded.len(), counted.total_weight(), cut_off.len());
//!
//!     // How many?
//!     let chosen = GaussianMixture::choose(1..=3, Criterion::Bic).fit(&sample)?;
//!     println!("{} {:?}", chosen.best().num_components(), chosen.table());
//!     Ok(())
//! }
//! ```
//!
//! # Which top
//!
//! The likelihood of exact numbers has no highest top: a bell on one number, narrower and narrower, makes
//! it as large as one likes. [`GaussianMixture`] therefore takes the highest *sound* top, on which no
//! component holds less than two data and no deviation leans on a floor, which is a share of the spread of
//! the data. It starts from the best cut of the numbers into stretches, from the cut at their quantiles, from the
//! best mixture with a component less, each of its components split, and from seeded random places. It lets
//! each take a few steps, and follows the best to the end: by steps of expectation maximization that are
//! accelerated and never fall, and by Newton's method, damped where the likelihood is no hill yet, until it
//! has less than 1e-9 of a nat left to gain. A sample of more than a thousand different data is searched
//! with neighbours gathered, and what is found is climbed with all of them.
//!
//! # How accurate
//!
//! The tests compare with fits of 40 digits: log-likelihoods agree to 1e-9, parameters to 1e-6, standard
//! errors to 1e-5. The data are fitted around their median in a unit that is a power of two, so that
//! offsets of 10⁹ with a spread of 10⁻³ lose nothing.
//!
//! # Numbers or intervals
//!
//! Two hundred classes of two hundred students are drawn from two groups, the second with the deviation 0.3,
//! and marked with the thirteen grades of the German scale, which ends at 5.0 (`tests/recovery.rs`). Taken as
//! numbers the grades give that group a deviation of 0.238 on average, since nobody is marked worse than 5.0;
//! and by the highest top 0.229, which in some classes is a bell on the last two grades. Taken as intervals, the
//! last one open, they give 0.304 both ways.
//!
//! # What is not here
//!
//! - Numbers lie on a line: there is no fit of points in a plane.
//! - There are no priors and no gradients by other parameters than shares, means and deviations.
//! - Windows are the same for all data of a sample.
//!
#![doc = include_str!("../benches/table.md")]
//!
//! # Features
//!
//! - `pulp` (on): on x86-64, vectors as wide as the processor has, which is found out when the program runs.
//! - `rayon` (on): many numbers, starts and refits are worked off by several threads.
//! - `serde`: samples, models and fits are written and read; reading checks them.
//!
//! None of them changes a bit of what is computed. For WebAssembly turn the default features off.

#![allow(
    clippy::inline_always,
    reason = "a formula takes on the vectors of the function that it is inlined into"
)]

mod choose;
mod em;
mod error;
mod fit;
mod gaussian_mixture;
mod information;
pub mod modality;
mod moments;
mod order;
mod parallel;
mod refits;
mod restriction;
mod sample;
#[cfg(feature = "serde")]
mod serialized;
mod warning;

pub use choose::{Choose, Chosen, Compared, Criterion, LikelihoodRatioTest};
pub use em::Em;
pub use error::Error;
pub use fit::{Fit, StandardErrors, with_error};
pub use gaussian_mixture::GaussianMixture;
pub use refits::{Refit, Refits};
pub use sample::{Rounding, Sample};
pub use warning::Warning;
