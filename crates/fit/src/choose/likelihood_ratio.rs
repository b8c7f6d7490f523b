use std::fmt;

use crate::{
    Error, Fit,
    order::ascending,
    parallel::{each, generator},
    refits::Redraw,
};

/// Whether one component more has so much more likelihood that it is no luck, by what it has for samples
/// that are drawn from the mixture without it.
///
/// The textbook's χ² does not hold here: at the smaller mixture the share of the new component is at its
/// border, and its mean means nothing (McLachlan & Peel 2000, *Finite Mixture Models*, section 6.4).
#[derive(Clone, Debug, PartialEq)]
pub struct LikelihoodRatioTest {
    components: usize,
    statistic: f64,
    null: Vec<f64>,
}

impl LikelihoodRatioTest {
    /// How many components the smaller mixture has.
    #[must_use]
    pub fn components(&self) -> usize {
        self.components
    }

    /// Twice the difference of the log-likelihoods.
    #[must_use]
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// The same for each sample that was drawn from the smaller mixture, ascending.
    #[must_use]
    pub fn null(&self) -> &[f64] {
        &self.null
    }

    /// How often a sample of the smaller mixture has as large a statistic: (1 + how many had) / (1 + how
    /// many were drawn), so that it is never zero.
    #[must_use]
    pub fn p(&self) -> f64 {
        let below = self.null.partition_point(|null| *null < self.statistic);
        let above = self.null.len() - below;
        (1 + above) as f64 / (1 + self.null.len()) as f64
    }
}

impl fmt::Display for LikelihoodRatioTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} against {}: 2 log(ratio) = {:.2}, p = {:.4} by {} samples",
            self.components,
            self.components + 1,
            self.statistic,
            self.p(),
            self.null.len(),
        )
    }
}

impl Fit {
    /// Tests this mixture against one with a component more, by `refits` samples drawn from this one.
    ///
    /// # Errors
    ///
    /// As [`GaussianMixture::fit`](crate::GaussianMixture::fit) and [`Refits::run`](crate::Refits::run);
    /// [`Error::Argument`] if parameters were given, for then there is no component more.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    ///
    /// let sample = Sample::new((0..60).map(|n| f64::from(n % 2) * 5.0 + f64::from(n) / 60.0))?;
    /// let one = GaussianMixture::new(1).fit(&sample)?;
    /// let test = one.likelihood_ratio_test(39, 1)?;
    /// assert_eq!(test.p(), 1.0 / 40.0); // no sample of one bell comes near
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn likelihood_ratio_test(
        &self,
        refits: usize,
        seed: u64,
    ) -> Result<LikelihoodRatioTest, Error> {
        let components = self.num_components() + 1;
        if self.names_components() {
            let requirement =
                "those of a mixture of which no parameter was given";
            let value = self.num_components() as f64;
            return Err(Error::argument("components", requirement, value));
        }
        let model = self.model().clone().with_components(components);
        let larger =
            model.fit_after(self.sample(), self.scaled(), Some(self))?;
        of(self, &larger, refits, seed)
    }
}

/// The test of a fit against one with a component more.
pub(super) fn of(
    fit: &Fit,
    larger: &Fit,
    refits: usize,
    seed: u64,
) -> Result<LikelihoodRatioTest, Error> {
    let redraw = Redraw::of(fit, false)?;
    let ratio = |repetition| -> Result<f64, Error> {
        let mut rng = generator(seed, repetition);
        let sample = redraw.sample(larger.num_components(), &mut rng)?;
        let small = fit.model().climb(&sample, &[fit.mixture()], None)?;
        let model = larger.model();
        let large = model.climb(&sample, &[larger.mixture()], Some(&small))?;
        Ok(statistic(small.log_likelihood(), large.log_likelihood()))
    };
    let null = each(refits, ratio).into_iter();
    let mut null = null.collect::<Result<Vec<f64>, Error>>()?;
    ascending(&mut null);
    let statistic = statistic(fit.log_likelihood(), larger.log_likelihood());
    Ok(LikelihoodRatioTest {
        components: fit.num_components(),
        statistic,
        null,
    })
}

/// One component more is never worse, though the best sound top may be.
fn statistic(small: f64, large: f64) -> f64 {
    (2.0 * (large - small)).max(0.0)
}
