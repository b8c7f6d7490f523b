//! The probability of an interval of normal distributions, with its digits however narrow it is and
//! however far out.

use ndarray::{ArrayD, ArrayRef, Dimension, IxDyn};

use crate::{
    Error,
    array::indexed,
    batch::zip_stretched,
    elementary::{LOG_SQRT_2PI, log_upper_tail},
    gaussian::Gaussian,
};

/// The nodes and weights of Gauss's rule with ten points on [−1, 1], of the right half.
const GAUSS: [[f64; 2]; 5] = [
    [0.148_874_338_981_631_22, 0.295_524_224_714_752_87],
    [0.433_395_394_129_247_2, 0.269_266_719_309_996_35],
    [0.679_409_568_299_024_4, 0.219_086_362_515_982_04],
    [0.865_063_366_688_984_5, 0.149_451_349_150_580_6],
    [0.973_906_528_517_171_7, 0.066_671_344_308_688_14],
];

/// Two arrays of ends, stretched against each other.
pub(crate) fn ends(
    from: &ArrayRef<f64, IxDyn>,
    to: &ArrayRef<f64, IxDyn>,
) -> Result<ArrayD<[f64; 2]>, Error> {
    let pairs =
        zip_stretched(("from", from.view()), ("to", to.view()), |from, to| {
            [from, to]
        })?;
    let turned = pairs.indexed_iter().find(|(_, [from, to])| from > to);
    turned.map_or(Ok(()), |(index, &[_, value])| {
        let argument = indexed("to", index.slice());
        let requirement = "at least from";
        Err(Error::Argument { argument, requirement, value })
    })?;
    Ok(pairs)
}

/// log P(from < X ≤ to)
pub(crate) fn log_interval(gaussian: Gaussian, [from, to]: [f64; 2]) -> f64 {
    let [a, b] = [from, to].map(|x| gaussian.z(x));
    if a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    // In the upper half, or from the lower into the upper.
    let [a, b] = if a + b < 0.0 { [-b, -a] } else { [a, b] };
    let length = (to - from) / gaussian.scale;
    if from >= to {
        f64::NEG_INFINITY
    } else if length < 1.0 {
        libm::log(length) + log_mean_density(f64::midpoint(a, b), length)
    } else if a < 0.0 {
        let beyond =
            libm::exp(log_upper_tail(-a)) + libm::exp(log_upper_tail(b));
        libm::log1p(-beyond)
    } else {
        let (above, beyond) = (log_upper_tail(a), log_upper_tail(b));
        above + libm::log1p(-libm::exp(beyond - above))
    }
}

/// The logarithm of the mean of φ over an interval around `z` that is shorter than one: no digit is
/// lost, since all is added and nothing subtracted.
fn log_mean_density(z: f64, length: f64) -> f64 {
    let half = 0.5 * length;
    if z * half > 2.0 {
        // So far out that most of it is at the nearer end.
        let (above, beyond) =
            (log_upper_tail(z - half), log_upper_tail(z + half));
        let inside = above + libm::log1p(-libm::exp(beyond - above));
        return inside - libm::log(length);
    }
    let ratio = |t: f64| libm::exp(-z * t - 0.5 * t * t);
    let mean: f64 = GAUSS
        .iter()
        .map(|[node, weight]| {
            0.5 * weight * (ratio(half * node) + ratio(-half * node))
        })
        .sum();
    libm::log(mean) - 0.5 * z * z - LOG_SQRT_2PI
}
