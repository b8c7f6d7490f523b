//! What other samples would have given.

mod matching;
mod recording;

use std::{
    fmt,
    sync::atomic::{AtomicUsize, Ordering},
};

use mixture::{Distribution as _, MixtureSameFamily, Normal};
use rand::RngExt as _;
use rand_pcg::Pcg64;

use crate::{
    Error, Fit, Sample,
    parallel::{each, generator},
};
pub(crate) use recording::Recording;

/// Fits of other samples, by the bootstrap (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*,
/// chapter 6): drawn from a fit and recorded as its data were, or drawn anew from among these.
///
/// [`Fit::refits`] makes it, [`run`](Self::run) works it off.
#[derive(Clone, Copy)]
pub struct Refits<'a> {
    fit: &'a Fit,
    len: usize,
    seed: u64,
    resampling: bool,
    progress: Option<&'a (dyn Fn(usize) + Sync)>,
}

impl fmt::Debug for Refits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { len, seed, resampling, .. } = self;
        f.debug_struct("Refits")
            .field("len", len)
            .field("seed", seed)
            .field("resampling", resampling)
            .finish_non_exhaustive()
    }
}

/// The fit of another sample.
#[derive(Clone, Debug)]
pub struct Refit {
    mixture: MixtureSameFamily<Normal>,
    log_likelihood: f64,
    converged: bool,
}

impl Refit {
    /// The mixture, its components in the order of those of the fit that they are most like.
    #[must_use]
    pub fn mixture(&self) -> &MixtureSameFamily<Normal> {
        &self.mixture
    }

    /// Its log-likelihood, for its own sample.
    #[must_use]
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// Whether it arrived.
    #[must_use]
    pub fn converged(&self) -> bool {
        self.converged
    }
}

impl Fit {
    /// Fits of `len` other samples, drawn from the fitted mixture and rounded, censored and cut off as the
    /// data were.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    /// use mixture::Distribution;
    ///
    /// let sample = Sample::rounded([1.0, 1.2, 0.9, 1.1, 1.0, 5.0, 5.3, 4.8, 5.1, 4.9], 0.1)?;
    /// let fit = GaussianMixture::new(2).fit(&sample)?;
    /// let refits = fit.refits(50, 1).run()?;
    /// let means: Vec<f64> = refits.iter().map(|refit| refit.mixture().mean()[[]]).collect();
    /// assert!(means.iter().any(|mean| *mean < 3.0) && means.iter().any(|mean| *mean > 3.0));
    /// // The same seed, the same fits.
    /// let again = fit.refits(50, 1).run()?;
    /// assert_eq!(again[49].log_likelihood(), refits[49].log_likelihood());
    /// # Ok::<(), fit::Error>(())
    /// ```
    #[must_use]
    pub const fn refits(&self, len: usize, seed: u64) -> Refits<'_> {
        Refits { fit: self, len, seed, resampling: false, progress: None }
    }
}

impl<'a> Refits<'a> {
    /// Of samples that are drawn from among the data, with replacement. It needs no model, and no way in
    /// which data were recorded.
    #[must_use]
    pub const fn by_resampling(self) -> Self {
        Self { resampling: true, ..self }
    }

    /// Calls `progress` after each fit with how many are done, from whatever thread it was.
    #[must_use]
    pub const fn on_progress(
        self,
        progress: &'a (dyn Fn(usize) + Sync),
    ) -> Self {
        Self { progress: Some(progress), ..self }
    }

    /// Draws and fits. Weights are counts: as many data are drawn as they sum to, and it takes as long.
    ///
    /// # Errors
    ///
    /// [`Error::Recording`] if intervals overlap, so that nobody knows how a draw would have been recorded:
    /// then resample; [`Error::Argument`] for weights that sum to more than 100 million;
    /// [`Error::Components`] if samples turn out to have too few distinct values for the components.
    pub fn run(&self) -> Result<Vec<Refit>, Error> {
        let redraw = Redraw::of(self.fit, self.resampling)?;
        let done = AtomicUsize::new(0);
        let refits = each(self.len, |repetition| {
            let mut rng = generator(self.seed, repetition);
            let refit = self.refit(&redraw, &mut rng);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if let Some(progress) = self.progress {
                progress(done);
            }
            refit
        });
        refits.into_iter().collect()
    }

    fn refit(
        &self,
        redraw: &Redraw<'_>,
        rng: &mut Pcg64,
    ) -> Result<Refit, Error> {
        let fit = self.fit;
        let sample = redraw.sample(fit.num_components(), rng)?;
        let climbed = fit.model().climb(&sample, &[fit.mixture()], None)?;
        let mixture = climbed.mixture()?;
        let mixture = if fit.names_components() {
            mixture
        } else {
            matching::like(fit.mixture(), &mixture)?
        };
        Ok(Refit {
            mixture,
            log_likelihood: climbed.log_likelihood(),
            converged: climbed.converged(),
        })
    }
}

/// So often a sample of too few distinct values is drawn again.
const ATTEMPTS: usize = 100;

/// How other samples are drawn.
pub(crate) struct Redraw<'a> {
    fit: &'a Fit,
    len: usize,
    /// None for resampling.
    recording: Option<Recording>,
}

impl<'a> Redraw<'a> {
    pub(crate) fn of(fit: &'a Fit, resampling: bool) -> Result<Self, Error> {
        let recording =
            (!resampling).then(|| Recording::of(fit.sample())).transpose()?;
        Ok(Self { fit, len: fit.sample().count()?, recording })
    }

    /// A sample that as many components can be fitted to.
    pub(crate) fn sample(
        &self,
        components: usize,
        rng: &mut Pcg64,
    ) -> Result<Sample, Error> {
        let mut distinct = 0;
        for _ in 0..ATTEMPTS {
            let sample = match &self.recording {
                Some(recording) => self.drawn(recording, rng)?,
                None => self.resampled(rng)?,
            };
            distinct = sample.distinct();
            if distinct >= components {
                return Ok(sample);
            }
        }
        Err(Error::Components { components, distinct })
    }

    fn drawn(
        &self,
        recording: &Recording,
        rng: &mut Pcg64,
    ) -> Result<Sample, Error> {
        let mixture = self.fit.mixture();
        let window = self.fit.sample().window();
        let x: Vec<f64> = if window.iter().any(|end| end.is_finite()) {
            let scalar = mixture.scalar()?;
            let [below, above] =
                [scalar.cdf(window[0]), scalar.survival_function(window[1])];
            let mut draw = || {
                let u: f64 = rng.random();
                // From the nearer tail, where the digits are.
                let from_below = below + u * (1.0 - below - above);
                let x = if from_below <= 0.5 {
                    scalar.quantile(from_below)
                } else {
                    let tail = above + (1.0 - u) * (1.0 - below - above);
                    let x = mixture.inverse_survival_function(tail);
                    x.map_or(f64::NAN, |x| x[[]])
                };
                x.clamp(window[0], window[1])
            };
            (0..self.len).map(|_| draw()).collect()
        } else {
            mixture.sample(self.len, rng).into_iter().collect()
        };
        let ends: Vec<(f64, f64)> =
            x.into_iter().map(|x| recording.record(x)).collect();
        let (lower, upper): (Vec<f64>, Vec<f64>) = ends
            .into_iter()
            .map(|(a, b)| (a.max(window[0]), b.min(window[1])))
            .unzip();
        let sample = Sample::intervals(lower, upper)?;
        if window.iter().any(|end| end.is_finite()) {
            return sample.truncated(window[0], window[1]);
        }
        Ok(sample)
    }

    fn resampled(&self, rng: &mut Pcg64) -> Result<Sample, Error> {
        let sample = self.fit.sample();
        let weights = sample.datum_weights();
        let mut counts = vec![0.0; weights.len()];
        if weights.iter().all(|weight| *weight == weights[0]) {
            for _ in 0..self.len {
                counts[rng.random_range(0..weights.len())] += 1.0;
            }
        } else {
            let mut sum = 0.0;
            let sums = weights.iter().map(|weight| {
                sum += weight;
                sum
            });
            let sums: Vec<f64> = sums.collect();
            for _ in 0..self.len {
                let u = rng.random::<f64>() * sum;
                let datum = sums.partition_point(|sum| *sum <= u);
                counts[datum.min(weights.len() - 1)] += 1.0;
            }
        }
        sample.clone().weights(counts)
    }
}
