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
        let most = certificate.most(floor / self.scaled.unit());
        let total = self.scaled.total;
        Ok(total * libm::log1p(most.max(0.0) / total))
    }
}

/// The rows of a sample, each with its weight over its probability under the fit.
struct Certificate<'a> {
    fit: &'a Fit,
    /// By their middles.
    rows: Vec<(Row, f64)>,
    /// The logarithm of the probability of what is recorded, under the fit.
    log_recorded: f64,
}

impl<'a> Certificate<'a> {
    fn of(fit: &'a Fit) -> Self {
        let parameters = fit.scaled_parameters();
        let log_recorded = fit.scaled.log_recorded(parameters);
        let mut rows = Vec::new();
        fit.scaled.each_row(parameters, |row, log_prob, _| {
            if row.weight > 0.0 {
                rows.push((*row, log_prob));
            }
        });
        rows.sort_by(|(one, _), (other, _)| {
            one.middle().total_cmp(&other.middle())
        });
        Self { fit, rows, log_recorded }
    }

    /// The directional derivative, in the units of the scaled sample.
    fn at(&self, loc: f64, scale: f64) -> f64 {
        let bell =
            Parameters { probs: vec![1.0], loc: vec![loc], scale: vec![scale] };
        let mut moments: Vec<Moments> = Vec::new();
        let standard = self.fit.scaled.standard();
        let tails = Tails::of(standard);
        let log_recorded = self.fit.scaled.log_recorded(&bell);
        if log_recorded == f64::NEG_INFINITY {
            return -self.fit.scaled.total;
        }
        let beyond = self.log_recorded - log_recorded;
        let log_peak = bell.log_peak(0);
        let far = REACH * scale;
        // Only exact numbers are far from their middle by nothing: intervals are looked at, all of them.
        let all_exact = self.fit.scaled.is_exact();
        let part = if all_exact {
            let from =
                self.rows.partition_point(|(row, _)| row.lower < loc - far);
            let to =
                self.rows.partition_point(|(row, _)| row.lower <= loc + far);
            &self.rows[from..to.max(from)]
        } else {
            &self.rows[..]
        };
        let mut sum = 0.0;
        for (row, log_prob) in part {
            let log_bell = if row.is_exact() {
                let z = (row.lower - loc) / scale;
                log_peak - 0.5 * z * z
            } else {
                bell.within(&tails, row, &mut moments);
                moments[0].log_prob
            };
            sum += row.weight * libm::exp(log_bell - log_prob + beyond);
        }
        sum - self.fit.scaled.total
    }

    /// The largest over all means, and deviations from a floor on.
    fn most(&self, floor: f64) -> f64 {
        let [least, greatest] = [self.rows.first(), self.rows.last()]
            .map(|row| row.map_or(0.0, |(row, _)| row.middle()));
        let extent = (greatest - least).max(floor);
        let doublings = libm::log2(4.0 * extent / floor).max(1.0);
        let levels = libm::ceil(PER_DOUBLING * doublings) as i32;
        let mut best: Vec<(f64, [f64; 2])> = Vec::new();
        for level in 0..=levels {
            let scale = floor * libm::exp2(f64::from(level) / PER_DOUBLING);
            let steps =
                libm::ceil(PER_DEVIATION * (extent + scale) / scale) as i64;
            for step in 0..=steps {
                let loc = least - 0.5 * scale
                    + (extent + scale) * step as f64 / steps as f64;
                best.push((self.at(loc, scale), [loc, scale]));
            }
            best.sort_by(|one, other| other.0.total_cmp(&one.0));
            best.truncate(FOLLOWED);
        }
        let tops = best
            .iter()
            .map(|(value, place)| self.followed(*value, *place, floor));
        tops.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Up from a place, by ever smaller steps across and in width.
    fn followed(
        &self,
        mut value: f64,
        [mut loc, mut scale]: [f64; 2],
        floor: f64,
    ) -> f64 {
        let mut stride = 0.5;
        while stride > 1e-7 {
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
