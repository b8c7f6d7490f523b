use std::fmt;

use crate::Fit;

/// Below so many data a component is a guess.
const FEW: f64 = 5.0;

/// So near in log-likelihood another top is as good.
const NEAR: f64 = 0.1;

/// What a reader of a fit should know before believing it; its words say why.
///
/// # Examples
///
/// ```
/// use fit::{GaussianMixture, Sample, Warning};
///
/// let grades = Sample::new([2.3, 2.3, 2.7, 2.7, 1.7, 3.0, 2.0, 2.3, 5.0, 4.7, 5.0])?;
/// let fit = GaussianMixture::new(2).fit(&grades)?;
/// let said: Vec<String> = fit.warnings().iter().map(ToString::to_string).collect();
/// assert!(said[0].starts_with("component 1 holds 3.0 data"), "{said:?}");
/// assert!(fit.warnings().contains(&Warning::LooksRounded { step: 0.1 }));
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// There are several components and one peak.
    OnePeak {
        /// How many components there are.
        components: usize,
    },
    /// A component holds hardly any data.
    FewData {
        /// The component, counted from 0 by ascending mean.
        component: usize,
        /// How many data it holds.
        count: f64,
    },
    /// A deviation is as small as the floor lets it be.
    OnFloor {
        /// The component, counted from 0 by ascending mean.
        component: usize,
        /// Its deviation.
        scale: f64,
    },
    /// Another top is hardly lower.
    TwoTops {
        /// By how many nats it is lower.
        gap: f64,
    },
    /// The data seem to be rounded and were taken as exact.
    LooksRounded {
        /// To multiples of this.
        step: f64,
    },
    /// A component wins at both ends of the data, around another one.
    AroundAnother {
        /// The component that wins at both ends.
        component: usize,
    },
    /// The climb was cut off before the top.
    DidNotArrive {
        /// After so many steps.
        steps: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnePeak { components } => write!(
                f,
                "{components} components make one peak: the curve alone shows no groups"
            ),
            Self::FewData { component, count } => write!(
                f,
                "component {component} holds {count:.1} data, fewer than five: its mean and deviation are guesses"
            ),
            Self::OnFloor { component, scale } => write!(
                f,
                "component {component} is as narrow as the floor lets it be, {scale:.3e}: its likelihood says nothing"
            ),
            Self::TwoTops { gap } => write!(
                f,
                "another fit is only {gap:.3} nats less likely: the data hardly tell the two apart"
            ),
            Self::LooksRounded { step } => write!(
                f,
                "the data look rounded to {step} and were taken as exact: Sample::rounded takes them as they are"
            ),
            Self::AroundAnother { component } => write!(
                f,
                "component {component} wins at both ends of the data, around another one: its label is no side of a cut"
            ),
            Self::DidNotArrive { steps } => write!(
                f,
                "the climb was cut off after {steps} steps: a little may be left to gain"
            ),
        }
    }
}

/// What is to be said of a fit.
pub(crate) fn of(fit: &Fit, counts: &[f64]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let components = fit.num_components();
    for (component, &count) in counts.iter().enumerate() {
        if count < FEW {
            warnings.push(Warning::FewData { component, count });
        }
    }
    let scales = fit.mixture().components_distribution().scale();
    for (component, &scale) in scales.iter().enumerate() {
        if fit.is_on_floor(component) {
            warnings.push(Warning::OnFloor { component, scale });
        }
    }
    if components > 1 && fit.mixture().is_unimodal() == Ok(true) {
        warnings.push(Warning::OnePeak { components });
    }
    if let Some(next) = fit.next_log_likelihood() {
        let gap = fit.log_likelihood() - next;
        if gap < NEAR {
            warnings.push(Warning::TwoTops { gap });
        }
    }
    let [least, greatest] = fit.sample().ends();
    let winners = fit.mixture().posterior_mode([least, greatest]);
    let borders = fit.mixture().decision_boundaries();
    if let (Ok(winners), Ok(borders)) = (winners, borders) {
        let (component, last) = (winners[[0]], winners[[1]]);
        let is_inside = |border: &f64| (least..greatest).contains(border);
        if component == last && borders.iter().any(is_inside) {
            warnings.push(Warning::AroundAnother { component });
        }
    }
    if let Some(rounding) = fit.sample().looks_rounded() {
        let step = rounding.step;
        warnings.push(Warning::LooksRounded { step });
    }
    if !fit.converged() {
        warnings.push(Warning::DidNotArrive { steps: fit.steps() });
    }
    warnings
}
