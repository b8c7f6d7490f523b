mod climb;
mod search;
mod starts;

use std::sync::Arc;

pub(crate) use climb::Top;
use mixture::{MixtureSameFamily, Normal};
pub(crate) use search::Found;
use search::Search;

use crate::{Error, Fit, Sample, em::Scaled, restriction::Restriction};

/// So many spreads at the most may what is given differ from the data, so that squares are numbers.
const FAR: f64 = 1e50;

/// What is to be fitted: a mixture of so many Gaussians, by maximum likelihood.
///
/// # Examples
///
/// ```
/// use fit::{GaussianMixture, Sample};
///
/// let sample = Sample::new([1.0, 1.2, 0.9, 1.1, 5.0, 5.3, 4.8, 5.1])?;
/// let fit = GaussianMixture::new(2).fit(&sample)?;
/// assert!((fit.mixture().mixture_distribution().probs()[0] - 0.5).abs() < 1e-6);
///
/// // Both components as wide; the first mean is known.
/// let fit = GaussianMixture::new(2).equal_scale().fixed_loc([Some(1.0), None]).fit(&sample)?;
/// let normal = fit.mixture().components_distribution();
/// assert_eq!(normal.loc()[0], 1.0);
/// assert_eq!(normal.scale()[0], normal.scale()[1]);
/// assert_eq!(fit.parameters(), 3); // a share, a mean, a deviation
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct GaussianMixture {
    components: usize,
    starts: usize,
    seed: u64,
    floor: f64,
    equal_scale: bool,
    /// What is given, for each component; empty if nothing is.
    probs: Vec<Option<f64>>,
    loc: Vec<Option<f64>>,
    scale: Vec<Option<f64>>,
}

impl GaussianMixture {
    /// A mixture of so many components, everything about them free.
    #[must_use]
    pub const fn new(components: usize) -> Self {
        Self {
            components,
            starts: 20,
            seed: 1,
            floor: 1e-3,
            equal_scale: false,
            probs: Vec::new(),
            loc: Vec::new(),
            scale: Vec::new(),
        }
    }

    /// With so many random starts, beside those that need no chance.
    #[must_use]
    pub fn starts(self, starts: usize) -> Self {
        Self { starts, ..self }
    }

    /// With another seed of the random starts.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// With another least deviation, as a share of the standard deviation of the sample.
    #[must_use]
    pub fn floor(self, floor: f64) -> Self {
        Self { floor, ..self }
    }

    /// With one deviation for all components.
    #[must_use]
    pub fn equal_scale(self) -> Self {
        Self { equal_scale: true, ..self }
    }

    /// With shares that are known: one for each component, `None` where it is not. The order of the
    /// components is then that of these.
    #[must_use]
    pub fn fixed_probs(
        self,
        probs: impl IntoIterator<Item = impl Into<Option<f64>>>,
    ) -> Self {
        Self { probs: given(probs), ..self }
    }

    /// With means that are known, as [`fixed_probs`](Self::fixed_probs).
    #[must_use]
    pub fn fixed_loc(
        self,
        loc: impl IntoIterator<Item = impl Into<Option<f64>>>,
    ) -> Self {
        Self { loc: given(loc), ..self }
    }

    /// With deviations that are known, as [`fixed_probs`](Self::fixed_probs).
    #[must_use]
    pub fn fixed_scale(
        self,
        scale: impl IntoIterator<Item = impl Into<Option<f64>>>,
    ) -> Self {
        Self { scale: given(scale), ..self }
    }

    /// With so many components instead.
    pub(crate) fn with_components(self, components: usize) -> Self {
        Self { components, ..self }
    }

    /// The best mixture that is found.
    ///
    /// A mixture that leans on the floor, or that has a component of fewer than two data, is taken only
    /// if no other is found: its likelihood says nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for no component, a floor outside 0 to 1, shares that are not above 0 or leave
    /// nothing for the others, means that are not finite, deviations that are not positive, and either fifty
    /// powers of ten away from the data;
    /// [`Error::Length`] if not as many parameters are given as there are components;
    /// [`Error::Components`] for more components than distinct data; [`Error::Impossible`] if what is given
    /// leaves a datum without probability.
    pub fn fit(&self, sample: &Sample) -> Result<Fit, Error> {
        self.fit_after(sample, &Arc::new(Scaled::of(sample)?), None)
    }

    /// The best mixture of a sample in its own units, when one with a component less may be known.
    pub(crate) fn fit_after(
        &self,
        sample: &Sample,
        scaled: &Arc<Scaled>,
        smaller: Option<&Fit>,
    ) -> Result<Fit, Error> {
        let restriction = self.restriction(scaled)?;
        let (components, distinct) = (self.components, sample.distinct());
        if distinct < components {
            return Err(Error::Components { components, distinct });
        }
        let search = Search {
            scaled,
            restriction: &restriction,
            random: self.starts,
            seed: self.seed,
        };
        let smaller = smaller.map(|fit| fit.scaled_parameters().clone());
        let found = search.run(smaller);
        let found = found.ok_or(Error::Impossible { index: 0 })?;
        Fit::of(sample, scaled, self, restriction, found)
    }

    /// Fits another sample, from few starts: the cuts, mixtures that may be near, and the splits of the best
    /// with a component less.
    pub(crate) fn climb(
        &self,
        sample: &Sample,
        near: &[&MixtureSameFamily<Normal>],
        smaller: Option<&Climbed>,
    ) -> Result<Climbed, Error> {
        let scaled = match smaller {
            Some(climbed) => Arc::clone(&climbed.scaled),
            None => Arc::new(Scaled::of(sample)?),
        };
        let restriction = self.restriction(&scaled)?;
        let search = Search {
            scaled: &scaled,
            restriction: &restriction,
            random: 0,
            seed: self.seed,
        };
        let near = near.iter().map(|mixture| scaled.parameters(mixture));
        let smaller = smaller.map(|climbed| &climbed.top.parameters);
        let top = search.short(near.collect(), smaller);
        let top = top.ok_or(Error::Impossible { index: 0 })?;
        Ok(Climbed { scaled, top })
    }

    /// What may not be moved, in the units of a sample.
    pub(crate) fn restriction(
        &self,
        scaled: &Scaled,
    ) -> Result<Restriction, Error> {
        if self.components == 0 {
            return Err(Error::argument("components", "at least one", 0.0));
        }
        if !(self.floor > 0.0 && self.floor < 1.0) {
            let requirement = "above 0 and below 1";
            return Err(Error::argument("floor", requirement, self.floor));
        }
        let positive = |x: f64| x > 0.0 && x.is_finite();
        let probs = self.checked("probs", &self.probs, "positive", positive)?;
        let loc = self.checked("loc", &self.loc, "finite", f64::is_finite)?;
        let scale = self.checked("scale", &self.scale, "positive", positive)?;
        let given: f64 = probs.iter().flatten().sum();
        let all = probs.iter().all(Option::is_some);
        if given > 1.0 + 1e-9 || (!all && given >= 1.0) {
            let requirement = "below 1 together, or 1 if all are given";
            return Err(Error::argument("probs", requirement, given));
        }
        if all && given < 1.0 - 1e-9 {
            return Err(Error::argument("probs", "1 together", given));
        }
        if self.equal_scale && scale.iter().any(Option::is_some) {
            let value = scale.iter().flatten().next().copied();
            let requirement = "free where deviations are to be equal";
            let value = value.unwrap_or(f64::NAN);
            return Err(Error::argument("scale", requirement, value));
        }
        let away = |x: &f64| scaled.place(*x).abs() > FAR;
        if let Some(value) = loc.iter().flatten().copied().find(away) {
            let requirement = "nearer to the data";
            return Err(Error::argument("loc", requirement, value));
        }
        let is_alike =
            |x: &f64| (1.0 / FAR..=FAR).contains(&(x / scaled.unit()));
        let unlike = |x: &f64| !is_alike(x);
        if let Some(value) = scale.iter().flatten().copied().find(unlike) {
            let requirement = "within fifty powers of ten of the spread";
            return Err(Error::argument("scale", requirement, value));
        }
        let floor = self.floor * scaled.spread();
        let to_units = |of: Vec<Option<f64>>, f: &dyn Fn(f64) -> f64| {
            of.into_iter().map(|given| given.map(f)).collect()
        };
        Ok(Restriction {
            probs,
            loc: to_units(loc, &|x| scaled.place(x)),
            scale: to_units(scale, &|x| x / scaled.unit()),
            equal_scale: self.equal_scale,
            floor,
        })
    }

    fn checked(
        &self,
        argument: &'static str,
        given: &[Option<f64>],
        requirement: &'static str,
        is_right: impl Fn(f64) -> bool,
    ) -> Result<Vec<Option<f64>>, Error> {
        if given.is_empty() {
            return Ok(vec![None; self.components]);
        }
        if given.len() != self.components {
            let (expected, actual) = (self.components, given.len());
            return Err(Error::Length { argument, expected, actual });
        }
        for (index, value) in given.iter().enumerate() {
            if let Some(value) = value.filter(|value| !is_right(*value)) {
                let argument = format!("{argument}[{index}]");
                return Err(Error::argument(argument, requirement, value));
            }
        }
        Ok(given.to_vec())
    }
}

/// A top, and the units in which it was found.
#[derive(Clone, Debug)]
pub(crate) struct Climbed {
    scaled: Arc<Scaled>,
    top: Top,
}

impl Climbed {
    pub(crate) fn mixture(&self) -> Result<MixtureSameFamily<Normal>, Error> {
        self.scaled.mixture(&self.top.parameters)
    }

    pub(crate) fn log_likelihood(&self) -> f64 {
        self.scaled.log_likelihood(&self.top.sums)
    }

    pub(crate) fn converged(&self) -> bool {
        self.top.converged
    }
}

fn given(
    values: impl IntoIterator<Item = impl Into<Option<f64>>>,
) -> Vec<Option<f64>> {
    values.into_iter().map(Into::into).collect()
}
