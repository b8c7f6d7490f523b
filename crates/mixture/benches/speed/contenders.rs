//! What the library is measured beside.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use mixture::{Categorical, MixtureSameFamily, Normal};
use rand::{Rng, RngExt};
use rand_distr::{Distribution as _, StandardNormal};
use statrs::distribution::{Continuous, ContinuousCDF};

/// A mixture of normals as somebody would write it down who takes what is constant out of the
/// loops: weights, means, standard deviations, and the logarithms of the weighted peaks.
pub(crate) struct Model {
    parts: Vec<[f64; 3]>,
    log_peaks: Vec<f64>,
    statrs: Vec<(f64, statrs::distribution::Normal)>,
}

impl Model {
    /// The model of the book, and more grades of more exams for more components.
    pub(crate) fn of(k: usize) -> Self {
        let parts: Vec<[f64; 3]> = (0..k)
            .map(|part| {
                let [weight, loc, scale] =
                    [[0.6, 2.5, 0.6], [0.4, 4.8, 0.3]][part % 2];
                let exam = (part / 2) as f64;
                [weight * 2.0 / k as f64, loc + exam, scale]
            })
            .collect();
        let statrs = parts.iter().map(|&[weight, loc, scale]| {
            (weight, statrs::distribution::Normal::new(loc, scale).unwrap())
        });
        let log_peak = |&[weight, _, scale]: &[f64; 3]| {
            libm::log(weight / (scale * (2.0 * PI).sqrt()))
        };
        Self {
            statrs: statrs.collect(),
            log_peaks: parts.iter().map(log_peak).collect(),
            parts,
        }
    }

    pub(crate) fn mixture(&self) -> MixtureSameFamily<Normal> {
        let column = |index: usize| -> Vec<f64> {
            self.parts.iter().map(|part| part[index]).collect()
        };
        MixtureSameFamily::new(
            Categorical::from_weights(column(0)).unwrap(),
            Normal::new(column(1), column(2)).unwrap(),
        )
        .unwrap()
    }

    fn joint(&self, x: f64) -> impl Iterator<Item = f64> {
        let parts = self.parts.iter().zip(&self.log_peaks);
        parts.map(move |([_, loc, scale], log_peak)| {
            let z = (x - loc) / scale;
            log_peak - 0.5 * z * z
        })
    }

    pub(crate) fn log_prob(&self, x: f64) -> f64 {
        let max = self.joint(x).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = self.joint(x).map(|log| libm::exp(log - max)).sum();
        max + libm::log(sum)
    }

    pub(crate) fn prob(&self, x: f64) -> f64 {
        let densities = self.parts.iter().map(|[weight, loc, scale]| {
            let z = (x - loc) / scale;
            weight / (scale * (2.0 * PI).sqrt()) * libm::exp(-0.5 * z * z)
        });
        densities.sum()
    }

    pub(crate) fn cdf(&self, x: f64) -> f64 {
        let tails = self.parts.iter().map(|[weight, loc, scale]| {
            weight * 0.5 * libm::erfc((loc - x) / scale * FRAC_1_SQRT_2)
        });
        tails.sum()
    }

    /// By halving a stretch that holds all.
    pub(crate) fn quantile(&self, q: f64) -> f64 {
        let (mut from, mut to) = (-1e3, 1e3);
        while to - from > f64::EPSILON * to {
            let middle = f64::midpoint(from, to);
            if middle <= from || to <= middle {
                break;
            }
            if self.cdf(middle) < q {
                from = middle;
            } else {
                to = middle;
            }
        }
        to
    }

    pub(crate) fn posterior(&self, x: &[f64]) -> Vec<f64> {
        let mut rows = Vec::with_capacity(x.len() * self.parts.len());
        for &x in x {
            let start = rows.len();
            let max = self.joint(x).fold(f64::NEG_INFINITY, f64::max);
            rows.extend(self.joint(x).map(|log| libm::exp(log - max)));
            let sum: f64 = rows[start..].iter().sum();
            rows[start..].iter_mut().for_each(|odds| *odds /= sum);
        }
        rows
    }

    /// With the ziggurat of the crate `rand_distr`.
    pub(crate) fn sample<R: Rng>(&self, n: usize, rng: &mut R) -> Vec<f64> {
        let draw = |_| {
            let mut u: f64 = rng.random();
            let part = self.parts.iter().find(|part| {
                u -= part[0];
                u < 0.0
            });
            let [_, loc, scale] = part.unwrap_or(&self.parts[0]);
            let z: f64 = StandardNormal.sample(rng);
            loc + scale * z
        };
        (0..n).map(draw).collect()
    }

    pub(crate) fn statrs_pdf(&self, x: f64) -> f64 {
        self.statrs.iter().map(|(weight, normal)| weight * normal.pdf(x)).sum()
    }

    pub(crate) fn statrs_cdf(&self, x: f64) -> f64 {
        self.statrs.iter().map(|(weight, normal)| weight * normal.cdf(x)).sum()
    }
}

/// A plain loop over the points.
pub(crate) fn loop_over(x: &[f64], f: impl Fn(f64) -> f64) -> Vec<f64> {
    x.iter().map(|&x| f(x)).collect()
}
