use mixture::{MixtureSameFamily, Normal};

use super::{mixture_of, pass::Sums};
use crate::{
    Error, Sample,
    moments::{Moments, Tails},
    sample::Row,
};

/// Shares, means and deviations, in the units of a [`Scaled`] sample.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameters {
    pub(crate) probs: Vec<f64>,
    pub(crate) loc: Vec<f64>,
    pub(crate) scale: Vec<f64>,
}

impl Parameters {
    /// How many components there are.
    pub(crate) fn len(&self) -> usize {
        self.probs.len()
    }

    /// A datum under a component.
    pub(crate) fn moments(
        &self,
        tails: &Tails,
        row: &Row,
        k: usize,
    ) -> Moments {
        let (loc, scale) = (self.loc[k], self.scale[k]);
        let at = |x: f64| (x - loc) / scale;
        if row.is_exact() {
            Tails::exact(at(row.lower), libm::log(scale))
        } else {
            tails.between(at(row.lower), at(row.upper))
        }
    }

    /// The M-step.
    pub(crate) fn maximized(&self, sums: &Sums) -> Self {
        let all: f64 = sums.counts.iter().sum();
        let mut next = self.clone();
        for k in 0..self.len() {
            let count = sums.counts[k];
            next.probs[k] = count / all;
            // A component without data stays where it is.
            if count <= 0.0 {
                continue;
            }
            let [first, second] =
                [sums.firsts[k], sums.seconds[k]].map(|sum| sum / count);
            next.loc[k] = self.loc[k] + self.scale[k] * first;
            let variance = second - first * first;
            next.scale[k] = self.scale[k] * variance.max(0.0).sqrt();
        }
        next
    }

    /// The deviations of an M-step around the means as they are.
    pub(crate) fn scales_around(&self, sums: &Sums) -> Vec<f64> {
        let scale = |k: usize| {
            let count = sums.counts[k];
            let second =
                if count > 0.0 { sums.seconds[k] / count } else { 1.0 };
            self.scale[k] * second.sqrt()
        };
        (0..self.len()).map(scale).collect()
    }
}

/// A sample around zero and about as wide as one, so that the units of the data do not matter. The unit
/// is a power of two: data that are stretched by one have the same bits.
#[derive(Clone, Debug)]
pub(crate) struct Scaled {
    rows: Vec<Row>,
    /// The datum that stands first in each row.
    firsts: Vec<usize>,
    window: [f64; 2],
    pub(crate) total: f64,
    /// How much the exact numbers weigh: their densities have a unit.
    exact: f64,
    center: f64,
    unit: f64,
    tails: std::sync::Arc<Normal>,
}

impl Scaled {
    pub(crate) fn of(sample: &Sample) -> Result<Self, Error> {
        let total = sample.total_weight();
        if !(total > 0.0) {
            return Err(Error::Empty);
        }
        let center = median(sample.rows(), total);
        let squares: f64 = sample
            .rows()
            .iter()
            .map(|row| {
                let away = row.middle() - center;
                row.weight / total * away * away
            })
            .sum();
        let spread = squares.sqrt();
        // The power of two below it; equal data have none of their own.
        let unit = if spread > 0.0 && spread.is_finite() {
            libm::exp2(libm::floor(libm::log2(spread)))
        } else {
            1.0
        };
        let at = |x: f64| (x - center) / unit;
        let rows = sample.rows().iter().map(|row| Row {
            lower: at(row.lower),
            upper: at(row.upper),
            weight: row.weight,
        });
        let rows: Vec<Row> = rows.collect();
        let mut firsts = vec![0; rows.len()];
        for (datum, place) in sample.places().iter().enumerate().rev() {
            firsts[*place] = datum;
        }
        let is_exact = |row: &&Row| row.is_exact();
        let exact = rows.iter().filter(is_exact).map(|row| row.weight).sum();
        let window = sample.window().map(at);
        let tails = std::sync::Arc::new(Normal::new(0.0, 1.0)?);
        Ok(Self { rows, firsts, window, total, exact, center, unit, tails })
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn window(&self) -> Option<[f64; 2]> {
        self.window.iter().any(|end| end.is_finite()).then_some(self.window)
    }

    /// The standard deviation of the middles, in these units.
    pub(crate) fn spread(&self) -> f64 {
        let mean =
            self.rows.iter().map(|row| row.weight * row.middle()).sum::<f64>()
                / self.total;
        let squares = self.rows.iter().map(|row| {
            let away = row.middle() - mean;
            row.weight * away * away
        });
        let spread = (squares.sum::<f64>() / self.total).sqrt();
        if spread > 0.0 { spread } else { 1.0 }
    }

    /// The unit of the parameters, in that of the data.
    pub(crate) fn unit(&self) -> f64 {
        self.unit
    }

    /// A mixture in these units.
    pub(crate) fn parameters(
        &self,
        mixture: &MixtureSameFamily<Normal>,
    ) -> Parameters {
        let normal = mixture.components_distribution();
        let probs = mixture.mixture_distribution().probs();
        Parameters {
            probs: probs.iter().copied().collect(),
            loc: normal
                .loc()
                .iter()
                .map(|x| (x - self.center) / self.unit)
                .collect(),
            scale: normal.scale().iter().map(|x| x / self.unit).collect(),
        }
    }

    /// The mixture of these parameters, in the units of the data.
    pub(crate) fn mixture(
        &self,
        Parameters { probs, loc, scale }: &Parameters,
    ) -> Result<MixtureSameFamily<Normal>, Error> {
        let loc: Vec<f64> =
            loc.iter().map(|x| self.center + x * self.unit).collect();
        let scale: Vec<f64> = scale.iter().map(|x| x * self.unit).collect();
        mixture_of(probs, &loc, &scale)
    }

    /// The log-likelihood in the units of the data.
    pub(crate) fn log_likelihood(&self, sums: &Sums) -> f64 {
        sums.log_likelihood - self.exact * libm::log(self.unit)
    }

    /// The E-step: what the M-step needs of it.
    pub(crate) fn sums(&self, parameters: &Parameters) -> Result<Sums, Error> {
        let tails = Tails::of(&self.tails);
        let mut sums = Sums::new(parameters.len());
        for (row, first) in self.rows.iter().zip(&self.firsts) {
            let moments: Vec<Moments> = (0..parameters.len())
                .map(|k| parameters.moments(&tails, row, k))
                .collect();
            if !sums.add(row.weight, &parameters.probs, &moments) {
                return Err(Error::Impossible { index: *first });
            }
        }
        if let Some([lower, upper]) = self.window() {
            let stretch = |lower, upper| {
                let row = Row { lower, upper, weight: 1.0 };
                (0..parameters.len())
                    .map(|k| parameters.moments(&tails, &row, k))
                    .collect::<Vec<_>>()
            };
            let outside = [
                stretch(f64::NEG_INFINITY, lower),
                stretch(upper, f64::INFINITY),
            ];
            let inside = stretch(lower, upper);
            if !sums.add_unseen(
                self.total,
                &parameters.probs,
                &inside,
                &outside,
            ) {
                return Err(Error::Impossible { index: 0 });
            }
        }
        Ok(sums)
    }

    /// The responsibilities of each row.
    pub(crate) fn responsibilities(
        &self,
        parameters: &Parameters,
    ) -> Vec<Vec<f64>> {
        let tails = Tails::of(&self.tails);
        let of = |row: &Row| {
            let moments: Vec<Moments> = (0..parameters.len())
                .map(|k| parameters.moments(&tails, row, k))
                .collect();
            super::pass::shares(&parameters.probs, &moments).0
        };
        self.rows.iter().map(of).collect()
    }
}

/// The weighted median of the middles of the rows.
fn median(rows: &[Row], total: f64) -> f64 {
    let mut middles: Vec<(f64, f64)> =
        rows.iter().map(|row| (row.middle(), row.weight)).collect();
    middles.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut below = 0.0;
    for (middle, weight) in &middles {
        below += weight;
        if below >= total / 2.0 {
            return *middle;
        }
    }
    middles.last().map_or(0.0, |last| last.0)
}
