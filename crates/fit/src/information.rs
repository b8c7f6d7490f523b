//! The score and the observed information, in closed form.
//!
//! Every derivative of the log-likelihood passes through the integral over a datum's stretch, so those of
//! an interval are those of a number with the powers of z replaced by their expectations within it. What
//! lies outside a window is a stretch that counts against.

use crate::{
    Error,
    em::{Parameters, Scaled},
    restriction::Restriction,
};

/// The first and second derivatives of the log-likelihood in the directions in which a fit may move.
#[derive(Clone, Debug)]
pub(crate) struct Information {
    /// How many shares, means and deviations there are.
    size: usize,
    directions: Vec<Vec<f64>>,
    score: Vec<f64>,
    /// Minus the second derivatives, row by row.
    matrix: Vec<Vec<f64>>,
    /// What the information would be if it were known of each datum to which component it belongs.
    complete: Vec<Vec<f64>>,
}

impl Information {
    /// With u the derivatives of a datum's probability over that probability, its score is u, and its
    /// information uuᵀ less the second derivatives over the probability.
    pub(crate) fn of(
        scaled: &Scaled,
        parameters: &Parameters,
        restriction: &Restriction,
    ) -> Self {
        let k = parameters.len();
        let slopes = scaled.slopes(parameters);
        let (mut score, mut matrix) =
            (vec![0.0; 3 * k], vec![vec![0.0; 3 * k]; 3 * k]);
        // The place and the unit of each slope: a component has them for share, mean and deviation.
        let places: Vec<(usize, f64)> = (0..k)
            .flat_map(|j| {
                let rate = 1.0 / parameters.scale[j];
                let prob = parameters.probs[j];
                let per_prob = if prob > 0.0 { 1.0 / prob } else { 0.0 };
                [(j, per_prob), (k + j, rate), (2 * k + j, rate)]
            })
            .collect();
        let pairs = places.iter().enumerate().flat_map(|(index, row)| {
            places[index..].iter().map(move |column| (row, column))
        });
        for ((row, column), product) in pairs.zip(slopes.products()) {
            let product = product * row.1 * column.1;
            matrix[row.0][column.0] = product;
            matrix[column.0][row.0] = product;
        }
        for j in 0..k {
            let [m0, m1, m2, m3, m4] =
                [0, 1, 2, 3, 4].map(|power| slopes.power(j, power));
            let [(prob, per_prob), (loc, rate), (scale, _)] =
                [0, 1, 2].map(|part| places[3 * j + part]);
            let slope = [m0 * per_prob, m1 * rate, (m2 - m0) * rate];
            for (place, slope) in [prob, loc, scale].into_iter().zip(slope) {
                score[place] = slope;
            }
            let seconds = [
                (prob, loc, m1 * per_prob * rate),
                (prob, scale, (m2 - m0) * per_prob * rate),
                (loc, loc, (m2 - m0) * rate * rate),
                (loc, scale, (m3 - 3.0 * m1) * rate * rate),
                (scale, scale, (m4 - 5.0 * m2 + 2.0 * m0) * rate * rate),
            ];
            for (row, column, second) in seconds {
                matrix[row][column] -= second;
                if row != column {
                    matrix[column][row] -= second;
                }
            }
        }
        let directions = restriction.directions();
        let along = |of: &[f64]| -> Vec<f64> {
            directions.iter().map(|direction| dot(direction, of)).collect()
        };
        let among = |of: &[Vec<f64>]| -> Vec<Vec<f64>> {
            let half: Vec<Vec<f64>> = of.iter().map(|row| along(row)).collect();
            let row = |direction: &Vec<f64>| {
                let column = |column: usize| {
                    let terms = direction.iter().zip(&half);
                    terms.map(|(a, row)| a * row[column]).sum()
                };
                (0..directions.len()).map(column).collect()
            };
            directions.iter().map(row).collect()
        };
        let mut complete = vec![vec![0.0; 3 * k]; 3 * k];
        for (index, (place, unit)) in places.iter().enumerate() {
            let count = slopes.power(index / 3, 0);
            let times = if index % 3 == 2 { 2.0 } else { 1.0 };
            complete[*place][*place] = times * count * unit * unit;
        }
        Self {
            size: 3 * k,
            score: along(&score),
            matrix: among(&matrix),
            complete: among(&complete),
            directions,
        }
    }

    /// The covariance of all shares, means and deviations: the inverse of the information.
    pub(crate) fn covariance(&self) -> Result<Vec<Vec<f64>>, Error> {
        let inverse = self.inverse()?;
        // As many of the directions as lead to a parameter.
        let part = |index: usize| -> Vec<f64> {
            self.directions.iter().map(|direction| direction[index]).collect()
        };
        let covariance = |row: usize, column: usize| {
            let column = part(column);
            let terms = part(row).into_iter().zip(&inverse);
            terms.map(|(a, row)| a * dot(row, &column)).sum()
        };
        Ok((0..self.size)
            .map(|row| {
                (0..self.size).map(|column| covariance(row, column)).collect()
            })
            .collect())
    }

    /// The covariance along the directions.
    pub(crate) fn inverse(&self) -> Result<Vec<Vec<f64>>, Error> {
        inverse(&self.matrix).ok_or(Error::Singular)
    }

    /// A step of Newton's method, a change of all shares, means and deviations; and what it gains if the
    /// log-likelihood is a parabola. Damped, so that where that is none the step leads up all the same, as
    /// one of expectation maximization does, which is what much damping leads to (Lange 1995, *JRSS B* 57,
    /// 425–437).
    pub(crate) fn newton(&self, damping: f64) -> Option<(Vec<f64>, f64)> {
        let pairs = self.matrix.iter().zip(&self.complete);
        let damped: Vec<Vec<f64>> = pairs
            .map(|(row, complete)| {
                let pairs = row.iter().zip(complete);
                pairs.map(|(a, b)| a + damping * b).collect()
            })
            .collect();
        let inverse = inverse(&damped)?;
        let step: Vec<f64> =
            inverse.iter().map(|row| dot(row, &self.score)).collect();
        let gain = 0.5 * dot(&step, &self.score);
        let full = (0..self.size).map(|index| {
            let directions = self.directions.iter().zip(&step);
            directions.map(|(direction, step)| direction[index] * step).sum()
        });
        Some((full.collect(), gain))
    }
}

/// The inverse of a matrix; none if it is not positive definite.
fn inverse(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    // Parameters of different sizes are brought to one.
    let scales: Vec<f64> =
        (0..size).map(|j| matrix[j][j].max(0.0).sqrt()).collect();
    if scales.iter().any(|scale| !(*scale > 0.0 && scale.is_finite())) {
        return None;
    }
    let scaled = |row: usize, column: usize| {
        matrix[row][column] / (scales[row] * scales[column])
    };
    let lower = cholesky(size, scaled)?;
    let columns = (0..size).map(|column| {
        let mut unit = vec![0.0; size];
        unit[column] = 1.0;
        solve(&lower, unit)
    });
    let columns: Vec<Vec<f64>> = columns.collect();
    let entry = |row: usize, column: usize| {
        columns[column][row] / (scales[row] * scales[column])
    };
    Some(
        (0..size)
            .map(|row| (0..size).map(|column| entry(row, column)).collect())
            .collect(),
    )
}

/// The sum of the products of two rows of numbers.
pub(crate) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}
/// The lower triangle whose product with itself is a matrix; none if that is not positive definite.
pub(crate) fn cholesky(
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
