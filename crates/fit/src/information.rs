//! The score and the observed information, in closed form.
//!
//! Every derivative of the log-likelihood passes through the integral over a datum's stretch, so those of
//! an interval are those of a number with the powers of z replaced by their expectations within it. What
//! lies outside a window is a stretch that counts against.

use crate::{
    Error,
    em::{Parameters, Scaled},
    moments::{Moments, Tails},
    sample::Row,
};

/// The first and second derivatives of the log-likelihood, by the free shares (all but the last), the
/// means and the deviations, in this order.
#[derive(Clone, Debug)]
pub(crate) struct Information {
    pub(crate) score: Vec<f64>,
    /// Minus the second derivatives, row by row.
    pub(crate) matrix: Vec<Vec<f64>>,
}

impl Information {
    pub(crate) fn of(
        scaled: &Scaled,
        parameters: &Parameters,
    ) -> Result<Self, Error> {
        let k = parameters.len();
        let free = 3 * k - 1;
        let mut sum = Self {
            score: vec![0.0; free],
            matrix: vec![vec![0.0; free]; free],
        };
        let standard = mixture::Normal::new(0.0, 1.0)?;
        let tails = Tails::of(&standard);
        let outside = scaled.window().map(|[lower, upper]| Row {
            lower,
            upper,
            weight: -scaled.total,
        });
        for row in scaled.rows().iter().chain(&outside) {
            if row.weight == 0.0 {
                continue;
            }
            let moments: Vec<Moments> =
                (0..k).map(|k| parameters.moments(&tails, row, k)).collect();
            sum.add(row.weight, parameters, &moments);
        }
        Ok(sum)
    }

    /// Adds a datum: with u the derivatives of its probability over it, its score is u, and its
    /// information uuᵀ less the second derivatives of the probability over it.
    fn add(
        &mut self,
        weight: f64,
        parameters: &Parameters,
        moments: &[Moments],
    ) {
        let k = parameters.len();
        let (shares, _) = crate::em::shares(&parameters.probs, moments);
        let mut slope = vec![0.0; 3 * k - 1];
        for (j, (share, moments)) in shares.iter().zip(moments).enumerate() {
            if *share == 0.0 {
                continue;
            }
            let [m1, m2, m3, m4] = moments.powers;
            let scale = parameters.scale[j];
            let by_loc = m1 / scale;
            let by_scale = (m2 - 1.0) / scale;
            let (loc, spread) = (k - 1 + j, 2 * k - 1 + j);
            let per_prob = share / parameters.probs[j];
            slope[loc] += share * by_loc;
            slope[spread] += share * by_scale;
            let square = scale * scale;
            let seconds = [
                (loc, loc, share * (m2 - 1.0) / square),
                (loc, spread, share * (m3 - 3.0 * m1) / square),
                (spread, spread, share * (m4 - 5.0 * m2 + 2.0) / square),
            ];
            for (row, column, second) in seconds {
                self.add_second(row, column, weight * second);
            }
            // The last share is one less the others.
            let probs: Vec<(usize, f64)> = if j + 1 < k {
                vec![(j, 1.0)]
            } else {
                (0..k - 1).map(|prob| (prob, -1.0)).collect()
            };
            for (prob, sign) in probs {
                slope[prob] += sign * per_prob;
                self.add_second(prob, loc, weight * sign * per_prob * by_loc);
                self.add_second(
                    prob,
                    spread,
                    weight * sign * per_prob * by_scale,
                );
            }
        }
        for (row, one) in slope.iter().enumerate() {
            self.score[row] += weight * one;
            for (column, other) in slope.iter().enumerate() {
                self.matrix[row][column] += weight * one * other;
            }
        }
    }

    fn add_second(&mut self, row: usize, column: usize, second: f64) {
        self.matrix[row][column] -= second;
        if row != column {
            self.matrix[column][row] -= second;
        }
    }

    /// The inverse of the information: the covariance of the parameters.
    pub(crate) fn inverse(&self) -> Result<Vec<Vec<f64>>, Error> {
        let size = self.score.len();
        // Parameters of different sizes are brought to one.
        let scales: Vec<f64> =
            (0..size).map(|j| self.matrix[j][j].max(0.0).sqrt()).collect();
        if scales.iter().any(|scale| !(*scale > 0.0 && scale.is_finite())) {
            return Err(Error::Singular);
        }
        let scaled = |row: usize, column: usize| {
            self.matrix[row][column] / (scales[row] * scales[column])
        };
        let lower = cholesky(size, scaled).ok_or(Error::Singular)?;
        let columns = (0..size).map(|column| {
            let mut unit = vec![0.0; size];
            unit[column] = 1.0;
            solve(&lower, unit)
        });
        let columns: Vec<Vec<f64>> = columns.collect();
        Ok((0..size)
            .map(|row| {
                (0..size)
                    .map(|column| {
                        columns[column][row] / (scales[row] * scales[column])
                    })
                    .collect()
            })
            .collect())
    }

    /// The step of Newton's method, and what it gains if the log-likelihood is a parabola.
    pub(crate) fn newton(&self) -> Result<(Vec<f64>, f64), Error> {
        let inverse = self.inverse()?;
        let dot = |row: &Vec<f64>| -> f64 {
            row.iter().zip(&self.score).map(|(a, b)| a * b).sum()
        };
        let step: Vec<f64> = inverse.iter().map(dot).collect();
        let gain =
            0.5 * step.iter().zip(&self.score).map(|(a, b)| a * b).sum::<f64>();
        Ok((step, gain))
    }
}

/// The lower triangle whose product with itself is a matrix; none if that is not positive definite.
fn cholesky(
    size: usize,
    matrix: impl Fn(usize, usize) -> f64,
) -> Option<Vec<Vec<f64>>> {
    let mut lower = vec![vec![0.0; size]; size];
    for row in 0..size {
        for column in 0..=row {
            let known: f64 =
                (0..column).map(|j| lower[row][j] * lower[column][j]).sum();
            let rest = matrix(row, column) - known;
            if row == column {
                // Less than this is rounding.
                if !(rest > 1e-13) {
                    return None;
                }
                lower[row][row] = rest.sqrt();
            } else {
                lower[row][column] = rest / lower[column][column];
            }
        }
    }
    Some(lower)
}

/// The solution of L Lᵀ x = b.
fn solve(lower: &[Vec<f64>], mut b: Vec<f64>) -> Vec<f64> {
    let size = b.len();
    for row in 0..size {
        let known: f64 = (0..row).map(|j| lower[row][j] * b[j]).sum();
        b[row] = (b[row] - known) / lower[row][row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|j| lower[j][row] * b[j]).sum();
        b[row] = (b[row] - known) / lower[row][row];
    }
    b
}
