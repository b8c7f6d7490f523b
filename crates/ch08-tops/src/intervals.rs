use ch01::Gaussian;
use ch05::Joint;
use ch07::{fitted, students};
use chapter::Error;
use datasets::GRADE_SCALE;
use fit::{Fit, Sample};

/// The marks between which each grade of the scale is given, from the best on: halfway to its neighbours, and
/// without an end beyond the first and the last.
///
/// # Examples
///
/// ```
/// let borders = ch08::borders();
/// assert_eq!(borders[0][0], f64::NEG_INFINITY);
/// assert!((borders[12][0] - 4.85).abs() < 1e-12 && borders[12][1] == f64::INFINITY);
/// ```
#[must_use]
pub fn borders() -> [[f64; 2]; 13] {
    let between = |low: Option<f64>, high: Option<f64>, open: f64| {
        low.zip(high).map_or(open, |(low, high)| f64::midpoint(low, high))
    };
    std::array::from_fn(|at| {
        let here = Some(GRADE_SCALE[at]);
        let before = at.checked_sub(1).map(|at| GRADE_SCALE[at]);
        let after = GRADE_SCALE.get(at + 1).copied();
        [
            between(before, here, f64::NEG_INFINITY),
            between(here, after, f64::INFINITY),
        ]
    })
}

/// So many bells fitted to the class, each grade an interval.
pub(crate) fn class_with(bells: usize) -> Result<Fit, Error> {
    let borders = borders();
    let ends = |end: usize| borders.map(|border| border[end]);
    let sample = Sample::intervals(ends(0), ends(1));
    fitted(sample.and_then(|sample| sample.weights(students())), bells)
}

/// Two bells fitted to the class as if each grade were an exact number.
///
/// # Errors
///
/// None: the class can be fitted.
pub fn class_as_numbers() -> Result<Fit, Error> {
    fitted(Sample::new(datasets::grades()), 2)
}

/// Two bells fitted to the class as what it is: each grade an interval, the last one without an end.
///
/// # Errors
///
/// None: the class can be fitted.
pub fn class_as_intervals() -> Result<Fit, Error> {
    class_with(2)
}

/// The probability of a stretch under a bell.
fn prob_between(bell: &Gaussian, [low, high]: [f64; 2]) -> f64 {
    // From the nearer tail, so that no digits are lost.
    let tail = |x: f64| {
        let z = (x - bell.loc()) / bell.scale();
        0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2)
    };
    let middle = f64::midpoint(low.max(-1e3), high.min(1e3));
    if middle > bell.loc() {
        return tail(low) - tail(high);
    }
    let mirrored = |x: f64| tail(2.0 * bell.loc() - x);
    mirrored(high) - mirrored(low)
}

/// The average mark of a bell between two marks, and the average square of the mark.
///
/// # Examples
///
/// ```
/// use ch01::Gaussian;
///
/// // All marks, and the better half of them.
/// let bell = Gaussian::new(3.0, 0.5)?;
/// assert_eq!(ch08::averages(&bell, [f64::NEG_INFINITY, f64::INFINITY]), [3.0, 9.25]);
/// let [mean, _] = ch08::averages(&bell, [f64::NEG_INFINITY, 3.0]);
/// assert!((mean - (3.0 - 0.5 * (2.0 / std::f64::consts::PI).sqrt())).abs() < 1e-12);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn averages(bell: &Gaussian, ends: [f64; 2]) -> [f64; 2] {
    let (loc, variance) = (bell.loc(), bell.scale() * bell.scale());
    // How high the bell is at the ends, and that times how far they are: nothing at infinity.
    let heights = ends.map(|x| bell.prob(x));
    let moments = ends
        .map(|x| if x.is_finite() { (x - loc) * bell.prob(x) } else { 0.0 });
    let prob = prob_between(bell, ends);
    let away = variance * (heights[0] - heights[1]) / prob;
    let square = variance * (1.0 + (moments[0] - moments[1]) / prob);
    [loc + away, loc * loc + 2.0 * loc * away + square]
}

/// A round of EM on grades that are intervals, so many students having each.
///
/// # Errors
///
/// [`Error::Argument`] if a group is left without a student or without a spread.
pub fn interval_round(
    groups: &Joint,
    students: &[f64; 13],
) -> Result<Joint, Error> {
    let mut sums = vec![[0.0; 3]; groups.num_groups()];
    for (ends, count) in borders().into_iter().zip(students) {
        let parts = groups.probs().iter().zip(groups.bells());
        let joint: Vec<f64> =
            parts.map(|(pi, bell)| pi * prob_between(bell, ends)).collect();
        let all: f64 = joint.iter().sum();
        for (d, bell) in groups.bells().iter().enumerate() {
            let label = count * joint[d] / all;
            if label > 0.0 {
                let [mean, square] = averages(bell, ends);
                sums[d][0] += label;
                sums[d][1] += label * mean;
                sums[d][2] += label * square;
            }
        }
    }
    let bells: Result<Vec<Gaussian>, Error> = sums
        .iter()
        .map(|[count, sum, squares]| {
            let mean = sum / count;
            Gaussian::new(mean, (squares / count - mean * mean).sqrt())
        })
        .collect();
    let total: f64 = students.iter().sum();
    let shares = sums.iter().map(|[count, ..]| count / total);
    Joint::new(shares.collect::<Vec<f64>>(), bells?)
}

/// The log-likelihood of grades that are intervals, so many students having each: the sum of the logarithms
/// of their probabilities.
#[must_use]
pub fn interval_log_likelihood(groups: &Joint, students: &[f64; 13]) -> f64 {
    let terms = borders().into_iter().zip(*students);
    let terms = terms.filter(|(_, count)| *count > 0.0);
    terms
        .map(|(border, count)| {
            let parts = groups.probs().iter().zip(groups.bells());
            let prob: f64 =
                parts.map(|(pi, bell)| pi * prob_between(bell, border)).sum();
            count * libm::log(prob)
        })
        .sum()
}

/// What a prior on the deviation of a bell takes away: Chen, Tan and Zhang's (2008, *Statistica Sinica* 18,
/// 443–465), which knows the deviation of all data and counts as little as one over the root of their number.
///
/// # Examples
///
/// ```
/// // It takes least where a bell is as wide as the data, and without end from a bell without width.
/// assert_eq!(ch08::prior_takes(1.4, 1.4, 200.0), 1.0 / 200.0_f64.sqrt());
/// assert!(ch08::prior_takes(1e-6, 1.4, 200.0) > 1e9);
/// ```
#[must_use]
pub fn prior_takes(scale: f64, of_all: f64, count: f64) -> f64 {
    let ratio = (of_all / scale) * (of_all / scale);
    (ratio - libm::log(ratio)) / count.sqrt()
}

/// The model with a third of nothing: its second bell moved to the middle of a grade and made so narrow.
///
/// # Errors
///
/// [`Error::Argument`] for a deviation that is not positive.
pub fn narrowed(at: f64, scale: f64) -> Result<Joint, Error> {
    let wide = Gaussian::fit(&datasets::grades())?;
    Joint::new([0.98, 0.02], [wide, Gaussian::new(at, scale)?])
}
