use super::{Sums, pass::Bell};
use crate::{
    moments::{HALF_LN_2_PI, Moments, Tails},
    order::order,
    sample::Row,
};

/// Shares, means and deviations, in the units of a [`Scaled`](super::Scaled) sample.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameters {
    pub(crate) probs: Vec<f64>,
    pub(crate) loc: Vec<f64>,
    pub(crate) scale: Vec<f64>,
}

/// Less than this is no data: what the formulas of a pass leave where there is nothing.
const NOTHING: f64 = 1e-250;

/// What a difference of two numbers is not less than, of the numbers.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

impl Parameters {
    /// How many components there are.
    pub(crate) fn len(&self) -> usize {
        self.probs.len()
    }

    /// A component, as a pass over exact numbers needs it.
    pub(super) fn bell(&self, k: usize) -> Bell {
        let (loc, rate) = (self.loc[k], 1.0 / self.scale[k]);
        Bell { k, loc, rate, log_peak: self.log_peak(k) }
    }

    /// The logarithm of the weighted density of a component at its mean.
    pub(crate) fn log_peak(&self, k: usize) -> f64 {
        libm::log(self.probs[k]) - libm::log(self.scale[k]) - HALF_LN_2_PI
    }

    /// An interval under each component.
    pub(crate) fn within(
        &self,
        tails: &Tails,
        row: &Row,
        moments: &mut Vec<Moments>,
    ) {
        moments.clear();
        moments.extend(self.loc.iter().zip(&self.scale).map(|(loc, scale)| {
            let at = |x: f64| (x - loc) / scale;
            if row.is_exact() {
                Tails::exact(at(row.lower), libm::log(*scale))
            } else {
                let width = (row.upper - row.lower) / scale;
                tails.between(at(row.lower), at(row.upper), width)
            }
        }));
    }

    /// The M-step. A component without data stays where it is.
    pub(crate) fn maximized(&self, sums: &Sums) -> Self {
        let all: f64 = sums.counts.iter().sum();
        let mut next = self.clone();
        for k in 0..self.len() {
            let count = sums.counts[k];
            next.probs[k] = count / all;
            if count < NOTHING {
                continue;
            }
            let [first, second] =
                [sums.firsts[k], sums.seconds[k]].map(|sum| sum / count);
            next.loc[k] = self.loc[k] + self.scale[k] * first;
            // Where less is left of the difference it is rounding, and the mean is not as exact.
            let variance = (second - first * first).max(ROUNDING * second);
            next.scale[k] = self.scale[k] * variance.sqrt();
        }
        next
    }

    /// The mean squares of the components around means, in these units.
    pub(crate) fn squares_around(&self, loc: &[f64], sums: &Sums) -> Vec<f64> {
        let square = |k: usize| {
            let count = sums.counts[k];
            let scale = self.scale[k];
            if count < NOTHING {
                return scale * scale;
            }
            let [first, second] =
                [sums.firsts[k], sums.seconds[k]].map(|sum| sum / count);
            // About its own mean, and from there to the other.
            let variance = (second - first * first).max(ROUNDING * second);
            let away = first - (loc[k] - self.loc[k]) / scale;
            scale * scale * (variance + away * away)
        };
        (0..self.len()).map(square).collect()
    }

    /// The components in an order.
    pub(crate) fn sorted(&self, order: &[usize]) -> Self {
        let pick = |of: &[f64]| order.iter().map(|&k| of[k]).collect();
        Self {
            probs: pick(&self.probs),
            loc: pick(&self.loc),
            scale: pick(&self.scale),
        }
    }

    /// The components by ascending mean.
    pub(crate) fn by_mean(&self) -> Vec<usize> {
        order(self.loc.iter().copied())
    }
}
