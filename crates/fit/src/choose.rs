use std::ops::RangeInclusive;

use crate::{Error, Fit, GaussianMixture, Sample};

/// By what the number of components is chosen: the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// Akaike's: what predicts best.
    Aic,
    /// Schwarz's: what is most probable, if one of them is true.
    Bic,
    /// Biernacki, Celeux and Govaert's: what also parts the data well.
    Icl,
}

/// A search over numbers of components.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    components: RangeInclusive<usize>,
    criterion: Criterion,
}

/// The fits that were compared, and the one that was chosen.
#[derive(Clone, Debug)]
pub struct Chosen {
    fits: Vec<Fit>,
    table: Vec<Compared>,
    best: usize,
}

/// A row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}

impl GaussianMixture {
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
        Choose { components, criterion }
    }
}

impl Choose {
    /// Fits a mixture of each number of components, and chooses.
    ///
    /// # Errors
    ///
    /// As [`GaussianMixture::fit`]; [`Error::Argument`] for a range without a number.
    pub fn fit(&self, sample: &Sample) -> Result<Chosen, Error> {
        if self.components.is_empty() {
            let start = *self.components.start() as f64;
            return Err(Error::argument(
                "components",
                "a range with a number in it",
                start,
            ));
        }
        let fits = self.components.clone();
        let fits = fits.map(|k| GaussianMixture::new(k).fit(sample));
        let fits: Vec<Fit> = fits.collect::<Result<_, _>>()?;
        let compared = |fit: &Fit| Compared {
            components: fit.num_components(),
            log_likelihood: fit.log_likelihood(),
            aic: fit.aic(),
            bic: fit.bic(),
            icl: fit.icl(),
        };
        let table: Vec<Compared> = fits.iter().map(compared).collect();
        let value = |row: &Compared| match self.criterion {
            Criterion::Aic => row.aic,
            Criterion::Bic => row.bic,
            Criterion::Icl => row.icl,
        };
        let by_value = |one: &usize, other: &usize| {
            value(&table[*one]).total_cmp(&value(&table[*other]))
        };
        let best = (0..table.len()).min_by(by_value).unwrap_or(0);
        Ok(Chosen { fits, table, best })
    }
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
}
