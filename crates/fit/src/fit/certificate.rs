//! What any other mixture could gain: a bound.

use super::Fit;
use crate::{
    em::Parameters,
    moments::{Moments, Tails},
    sample::Row,
};

/// So many places within a deviation are looked at, and so many deviations within a doubling.
const PER_DEVIATION: f64 = 3.0;
const PER_DOUBLING: f64 = 3.0;

/// So far from its mean, in deviations, a bell counts for nothing.
const REACH: f64 = 9.0;

/// So many times as wide as the data a bell is flat.
const WIDEST: f64 = 1e9;

/// After so many steps a place is not followed any more.
const STEPS: usize = 1000;

/// So many of the best places are followed to their tops.
const FOLLOWED: usize = 8;

impl Fit {
    /// How much the log-likelihood would gain, per share, from a new component with this mean and this
    /// deviation: the directional derivative Σ wᵢ f(xᵢ)/g(xᵢ) − N, with f the bell and g the fit (Lindsay
    /// 1983, *Annals of Statistics* 11, 86–94). At the top it is zero at the components of the fit; where it
    /// is positive a component is missing.
    ///
    /// NaN for a mean or a deviation that is no number or a deviation that is not positive.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    ///
    /// let sample = Sample::new([1.0, 1.2, 0.9, 1.1, 5.0, 5.3, 4.8, 5.1])?;
    /// let one = GaussianMixture::new(1).fit(&sample)?;
    /// assert!(one.directional_derivative(1.0, 0.1) > 0.0);
    /// assert!(one.directional_derivative(3.0, 0.1) < 0.0);
    /// # Ok::<(), fit::Error>(())
    /// ```
    #[must_use]
    pub fn directional_derivative(&self, loc: f64, scale: f64) -> f64 {
        if !(loc.is_finite() && scale > 0.0 && scale.is_finite()) {
            return f64::NAN;
        }
        let unit = self.scaled.unit();
        Certificate::of(self).at(self.scaled.place(loc), scale / unit)
    }

    /// What any mixture of Gaussians, of any number of components none of which is narrower than `floor`,
    /// could have more log-likelihood than this fit: N log(1 + D/N), with D the largest
    /// [`directional_derivative`](Self::directional_derivative) over all means and all such deviations
    /// (Lindsay 1983). It is sought on a grid and followed from its best places.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`](crate::Error::Argument) for a floor that is not finite and positive.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    ///
    /// let sample = Sample::new([1.0, 1.2, 0.9, 1.1, 5.0, 5.3, 4.8, 5.1])?;
    /// let (one, two) = (GaussianMixture::new(1).fit(&sample)?, GaussianMixture::new(2).fit(&sample)?);
    /// assert!(one.gain_at_most(0.1)? > two.log_likelihood() - one.log_likelihood());
    /// // With deviations as wide as these two bells are, two are as good as any number.
    /// let widest = two.mixture().components_distribution().scale()[1];
    /// assert!(two.gain_at_most(widest)? < 0.5);
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn gain_at_most(&self, floor: f64) -> Result<f64, crate::Error> {
        if !(floor > 0.0 && floor.is_finite()) {
            let requirement = "finite and positive";
            return Err(crate::Error::argument("floor", requirement, floor));
        }
        let certificate = Certificate::of(self);
        let floor = (floor / self.scaled.unit()).max(f64::MIN_POSITIVE);
        let most = certificate.most(floor);
        let total = self.scaled.total;
        Ok(total * libm::log1p(most.max(0.0) / total))
    }
}

/// The rows of a sample, each with the logarithm of its probability under the fit.
struct Certificate<'a> {
    fit: &'a Fit,
    /// Numbers and intervals with two ends, by their middles.
    rows: Vec<(Row, f64)>,
    /// Intervals that reach to infinity.
    open: Vec<(Row, f64)>,
    /// How far the ends of a row are from its middle at most.
    half: f64,
    /// The logarithm of the probability of what is recorded, under the fit.
    log_recorded: f64,
}

impl<'a> Certificate<'a> {
    fn of(fit: &'a Fit) -> Self {
        let parameters = fit.scaled_parameters();
        let log_recorded = fit.scaled.log_recorded(parameters);
        let (mut rows, mut open) = (Vec::new(), Vec::new());
        fit.scaled.each_row(parameters, |row, log_prob, _| {
            let is_open = row.lower.is_infinite() || row.upper.is_infinite();
            let rows = if is_open { &mut open } else { &mut rows };
            if row.weight > 0.0 {
                rows.push((*row, log_prob));
            }
        });
        rows.sort_by(|(one, _), (other, _)| {
            one.middle().total_cmp(&other.middle())
        });
        let halves = rows.iter().map(|(row, _)| row.upper - row.middle());
        let half = halves.fold(0.0, f64::max);
        Self { fit, rows, open, half, log_recorded }
    }

    /// The directional derivative, in the units of the scaled sample.
    fn at(&self, loc: f64, scale: f64) -> f64 {
        let scaled = &self.fit.scaled;
        let bell =
            Parameters { probs: vec![1.0], loc: vec![loc], scale: vec![scale] };
        let log_recorded = scaled.log_recorded(&bell);
        if log_recorded == f64::NEG_INFINITY {
            return -scaled.total;
        }
        let beyond = self.log_recorded - log_recorded;
        let log_peak = bell.log_peak(0);
        let tails = Tails::of(scaled.standard());
        let mut moments: Vec<Moments> = Vec::new();
        let far = REACH * scale + self.half;
        let part =
            |end: f64| self.rows.partition_point(|(row, _)| row.middle() < end);
        let near = &self.rows[part(loc - far)..part(loc + far)];
        let mut sum = 0.0;
        for (row, log_prob) in near.iter().chain(&self.open) {
            let log_bell = if row.is_exact() {
                let z = (row.lower - loc) / scale;
                log_peak - 0.5 * z * z
            } else {
                bell.within(&tails, row, &mut moments);
                moments[0].log_prob
            };
            sum += row.weight * libm::exp(log_bell - log_prob + beyond);
        }
        sum - scaled.total
    }

    /// The largest over all means, and deviations from a floor on.
    fn most(&self, floor: f64) -> f64 {
        let mut ends: Vec<f64> = self
            .rows
            .iter()
            .chain(&self.open)
            .flat_map(|(row, _)| [row.lower, row.upper])
            .filter(|end| end.is_finite())
            .collect();
        crate::order::ascending(&mut ends);
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else {
            return 0.0;
        };
        // A bell much wider than the data is flat: a wider one gains no more.
        let floor = floor.min(WIDEST * (last - first).max(1.0));
        let extent = (last - first).max(floor);
        let doublings = 2.0 + libm::log2(extent) - libm::log2(floor);
        let levels = libm::ceil(PER_DOUBLING * doublings) as i32;
        let mut best: Vec<(f64, [f64; 2])> = Vec::new();
        for level in 0..=levels {
            let scale = floor * libm::exp2(f64::from(level) / PER_DOUBLING);
            let is_near =
                |one: &f64, other: &f64| other - one <= 2.0 * REACH * scale;
            // Only around data there is anything to gain.
            for cluster in ends.chunk_by(is_near) {
                let from = cluster[0] - 0.5 * scale;
                let width = cluster[cluster.len() - 1] - cluster[0] + scale;
                let steps = libm::ceil(PER_DEVIATION * width / scale) as i64;
                best.extend((0..=steps).map(|step| {
                    let loc = from + width * step as f64 / steps as f64;
                    (self.at(loc, scale), [loc, scale])
                }));
            }
            best.sort_by(|one, other| other.0.total_cmp(&one.0));
            best.truncate(FOLLOWED);
        }
        let tops = best
            .iter()
            .map(|(value, place)| self.followed(*value, *place, floor));
        tops.fold(0.0, f64::max)
    }

    /// Up from a place, by ever smaller steps across and in width.
    fn followed(
        &self,
        mut value: f64,
        [mut loc, mut scale]: [f64; 2],
        floor: f64,
    ) -> f64 {
        // The top is near: far fewer steps than these lead there.
        let mut stride = 0.5;
        for _ in 0..STEPS {
            if stride < 1e-7 {
                break;
            }
            let (wide, narrow) =
                (scale * (1.0 + stride), scale / (1.0 + stride));
            let around = [
                [loc - stride * scale, scale],
                [loc + stride * scale, scale],
                [loc, wide],
                [loc, narrow.max(floor)],
            ];
            let better = around
                .map(|[loc, scale]| (self.at(loc, scale), [loc, scale]))
                .into_iter()
                .max_by(|one, other| one.0.total_cmp(&other.0))
                .filter(|(there, _)| *there > value);
            match better {
                Some((there, place)) => (value, [loc, scale]) = (there, place),
                None => stride /= 2.0,
            }
        }
        value
    }
}
