//! How many components?

mod held_out;
mod likelihood_ratio;

use std::{fmt, ops::RangeInclusive, sync::Arc};

pub use likelihood_ratio::LikelihoodRatioTest;

use crate::{Error, Fit, GaussianMixture, Sample, em::Scaled};

/// By what the number of components is chosen.
///
/// # Examples
///
/// ```
/// use fit::{Criterion, GaussianMixture, Sample};
///
/// let sample = Sample::new(datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min))?;
/// for criterion in [
///     Criterion::Bic,
///     Criterion::HeldOut { folds: 10, seed: 1 },
///     Criterion::LikelihoodRatio { refits: 19, level: 0.05, seed: 1 },
/// ] {
///     let chosen = GaussianMixture::choose(1..=3, criterion).fit(&sample)?;
///     assert_eq!(chosen.best().num_components(), 2, "{criterion:?}");
/// }
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Criterion {
    /// Akaike's: what predicts best. The smallest wins.
    Aic,
    /// Schwarz's: what is most probable, if one of them is true. The smallest wins.
    Bic,
    /// Biernacki, Celeux and Govaert's: what also parts the data well. The smallest wins.
    Icl,
    /// The log-likelihood of data that were held out, a fold after the other (Smyth 2000, *Statistics and
    /// Computing* 10, 63–72). The largest wins.
    HeldOut {
        /// How many folds: at least two.
        folds: usize,
        /// Which data come into which fold.
        seed: u64,
    },
    /// One component more, as long as a bootstrap test says that so much likelihood is no luck (McLachlan
    /// 1987, *Applied Statistics* 36, 318–324).
    LikelihoodRatio {
        /// How many samples are drawn from each mixture.
        refits: usize,
        /// At which p a component more is no luck any more: 0.05.
        level: f64,
        /// By which they are drawn.
        seed: u64,
    },
}

/// A search over numbers of components.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    components: RangeInclusive<usize>,
    criterion: Criterion,
    /// What is asked of each mixture.
    model: GaussianMixture,
}

/// The fits that were compared, and the one that was chosen.
#[derive(Clone, Debug)]
pub struct Chosen {
    fits: Vec<Fit>,
    table: Vec<Compared>,
    best: usize,
    tests: Vec<LikelihoodRatioTest>,
}

/// A row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Compared {
    /// How many components.
    pub components: usize,
    /// The log-likelihood of the best fit.
    pub log_likelihood: f64,
    /// Akaike's criterion.
    pub aic: f64,
    /// Schwarz's criterion.
    pub bic: f64,
    /// The criterion that also parts the data well.
    pub icl: f64,
    /// The log-likelihood of what was held out, if that is what was asked for.
    pub held_out: Option<f64>,
}

impl GaussianMixture {
    /// Fits a mixture of each number of components, and chooses by [`Criterion::Bic`]: as
    /// [`choose`](Self::choose) does, but a program that asks for nothing else holds no code for it. A module for
    /// the browser is a tenth lighter.
    ///
    /// # Errors
    ///
    /// As [`Choose::fit`].
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{Criterion, GaussianMixture, Sample};
    ///
    /// let waiting = datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    /// let sample = Sample::new(waiting)?;
    /// let chosen = GaussianMixture::choose_by_bic(1..=3, &sample)?;
    /// let same = GaussianMixture::choose(1..=3, Criterion::Bic).fit(&sample)?;
    /// assert_eq!(chosen.table(), same.table());
    /// assert_eq!(chosen.best().num_components(), 2);
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn choose_by_bic(
        components: RangeInclusive<usize>,
        sample: &Sample,
    ) -> Result<Chosen, Error> {
        let fits = Self::choose(components, Criterion::Bic).fits(sample)?;
        let table: Vec<Compared> = fits.iter().map(Compared::of).collect();
        let best = least(|row| row.bic, &table);
        Ok(Chosen { fits, table, best, tests: Vec::new() })
    }

    /// A search for the number of components by a criterion.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{Criterion, GaussianMixture, Sample};
    ///
    /// let two = Sample::new((0..40).map(|n| f64::from(n % 8) / 4.0 + if n % 2 == 0 { 0.0 } else { 9.0 }))?;
    /// let chosen = GaussianMixture::choose(1..=3, Criterion::Bic).fit(&two)?;
    /// assert_eq!(chosen.best().num_components(), 2);
    /// assert_eq!(chosen.table().len(), 3);
    /// # Ok::<(), fit::Error>(())
    /// ```
    #[must_use]
    pub const fn choose(
        components: RangeInclusive<usize>,
        criterion: Criterion,
    ) -> Choose {
        Choose { components, criterion, model: Self::new(1) }
    }
}

impl Choose {
    /// With so many random starts for each, as [`GaussianMixture::starts`].
    #[must_use]
    pub fn starts(self, starts: usize) -> Self {
        Self { model: self.model.starts(starts), ..self }
    }

    /// With another seed of the random starts.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { model: self.model.seed(seed), ..self }
    }

    /// With another least deviation, as [`GaussianMixture::floor`].
    #[must_use]
    pub fn floor(self, floor: f64) -> Self {
        Self { model: self.model.floor(floor), ..self }
    }

    /// With one deviation for all components of a mixture.
    #[must_use]
    pub fn equal_scale(self) -> Self {
        Self { model: self.model.equal_scale(), ..self }
    }

    /// Fits a mixture of each number of components, and chooses.
    ///
    /// # Errors
    ///
    /// As [`GaussianMixture::fit`]; [`Error::Argument`] for a range without a number, fewer than two folds
    /// or a level outside 0 to 1; for a likelihood ratio as [`Fit::likelihood_ratio_test`].
    pub fn fit(&self, sample: &Sample) -> Result<Chosen, Error> {
        match self.criterion {
            Criterion::HeldOut { folds, .. } if folds < 2 => {
                let requirement = "at least two";
                return Err(Error::argument(
                    "folds",
                    requirement,
                    folds as f64,
                ));
            }
            Criterion::LikelihoodRatio { level, .. }
                if !(level > 0.0 && level < 1.0) =>
            {
                let requirement = "above 0 and below 1";
                return Err(Error::argument("level", requirement, level));
            }
            _ => {}
        }
        let fits = self.fits(sample)?;
        let mut table: Vec<Compared> = fits.iter().map(Compared::of).collect();
        let mut tests = Vec::new();
        let best = match self.criterion {
            Criterion::Aic => least(|row| row.aic, &table),
            Criterion::Bic => least(|row| row.bic, &table),
            Criterion::Icl => least(|row| row.icl, &table),
            Criterion::HeldOut { folds, seed } => {
                for (fit, row) in fits.iter().zip(&mut table) {
                    row.held_out = Some(held_out::of(fit, folds, seed)?);
                }
                least(|row| -row.held_out.unwrap_or(f64::NAN), &table)
            }
            Criterion::LikelihoodRatio { refits, level, seed } => {
                let mut best = 0;
                while let Some(larger) = fits.get(best + 1) {
                    let test = likelihood_ratio::of(
                        &fits[best],
                        larger,
                        refits,
                        seed,
                    )?;
                    let is_luck = test.p() > level;
                    tests.push(test);
                    if is_luck {
                        break;
                    }
                    best += 1;
                }
                best
            }
        };
        Ok(Chosen { fits, table, best, tests })
    }

    /// A fit with each number of components.
    fn fits(&self, sample: &Sample) -> Result<Vec<Fit>, Error> {
        let (first, last) = (*self.components.start(), *self.components.end());
        if self.components.is_empty() {
            let requirement = "a range with a number in it";
            return Err(Error::argument(
                "components",
                requirement,
                first as f64,
            ));
        }
        let scaled = Arc::new(Scaled::of(sample)?);
        let mut fits: Vec<Fit> = Vec::new();
        for k in first..=last {
            let model = self.model.clone().with_components(k);
            fits.push(model.fit_after(sample, &scaled, fits.last())?);
        }
        Ok(fits)
    }
}

/// The row of which a value is least.
fn least(value: fn(&Compared) -> f64, table: &[Compared]) -> usize {
    let values = (0..table.len()).map(|at| (at, value(&table[at])));
    let best = values.min_by(|one, other| one.1.total_cmp(&other.1));
    best.map_or(0, |(at, _)| at)
}

impl Chosen {
    /// The fit that was chosen.
    #[must_use]
    pub fn best(&self) -> &Fit {
        &self.fits[self.best]
    }

    /// All fits, by their number of components.
    #[must_use]
    pub fn fits(&self) -> &[Fit] {
        &self.fits
    }

    /// The comparison, by the number of components.
    #[must_use]
    pub fn table(&self) -> &[Compared] {
        &self.table
    }

    /// The tests that were made, each of a number of components against one more, if they are what was
    /// asked for.
    #[must_use]
    pub fn tests(&self) -> &[LikelihoodRatioTest] {
        &self.tests
    }
}

/// The comparison as a table; a star marks what was chosen.
impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "components  log-likelihood           AIC           BIC")?;
        write!(f, "           ICL")?;
        let is_held_out = self.table.iter().any(|row| row.held_out.is_some());
        writeln!(f, "{}", if is_held_out { "      held out" } else { "" })?;
        for (index, row) in self.table.iter().enumerate() {
            let star = if index == self.best { '*' } else { ' ' };
            let Compared { components, log_likelihood, aic, bic, icl, .. } =
                row;
            write!(f, "{components:>9}{star}  {log_likelihood:>14.4}")?;
            write!(f, "  {aic:>12.2}  {bic:>12.2}  {icl:>12.2}")?;
            if let Some(held_out) = row.held_out {
                write!(f, "  {held_out:>12.4}")?;
            }
            writeln!(f)?;
        }
        self.tests.iter().try_for_each(|test| writeln!(f, "{test}"))
    }
}

impl Compared {
    fn of(fit: &Fit) -> Self {
        Self {
            components: fit.num_components(),
            log_likelihood: fit.log_likelihood(),
            aic: fit.aic(),
            bic: fit.bic(),
            icl: fit.icl(),
            held_out: None,
        }
    }
}
