//! Areas under smooth curves, with an estimate of the error.

use crate::elementary::Double;

/// A number that was computed by quadrature, and an estimate of its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Integral {
    /// The number.
    pub value: f64,
    /// The absolute error by the rule's own estimate and by what rounding does. It is no bound, but
    /// large beside the error of a smooth curve.
    pub error: f64,
}

/// The nodes on the right half of [−1, 1] of the rule of Kronrod with 15 nodes, their weights, and
/// the weights of Gauss's rule, which uses every other node.
///
/// Piessens, de Doncker-Kapenga, Überhuber and Kahaner, *QUADPACK* (1983), routine QK15.
const NODES: [[f64; 3]; 8] = [
    [0.0, 0.209_482_141_084_727_83, 0.417_959_183_673_469_4],
    [0.207_784_955_007_898_47, 0.204_432_940_075_298_9, 0.0],
    [0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9],
    [0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0.0],
    [
        0.741_531_185_599_394_4,
        0.140_653_259_715_525_92,
        0.279_705_391_489_276_7,
    ],
    [0.864_864_423_359_769_1, 0.104_790_010_322_250_19, 0.0],
    [
        0.949_107_912_342_758_5,
        0.063_092_092_629_978_55,
        0.129_484_966_168_869_7,
    ],
    [0.991_455_371_120_812_6, 0.022_935_322_010_529_224, 0.0],
];

/// How often a stretch is halved at most.
const DEPTH: usize = 40;

/// What rounding leaves of a sum at least, as a share of its terms.
const ROUNDING: f64 = 1e-14;

/// The area under `f` over the stretches between neighbouring `breaks`, each halved until the
/// two rules agree to its share of the tolerance, or as well as rounding lets them.
///
/// Points lie between the numbers: under a narrow bell far from zero there are few of these.
pub(crate) fn integrate(
    f: impl Fn(Double) -> f64,
    breaks: &[Double],
    tolerance: f64,
) -> Integral {
    let mut total = Integral { value: 0.0, error: 0.0 };
    let share = tolerance / breaks.len() as f64;
    for stretch in breaks.windows(2) {
        let mut open = vec![(stretch[0], stretch[1], 0)];
        while let Some((from, to, depth)) = open.pop() {
            let piece = Piece::over(&f, from, to);
            let agreed = piece.error <= share.max(ROUNDING * piece.size);
            if agreed || depth == DEPTH || !piece.size.is_finite() {
                total.value += piece.value;
                // Written so that the difference of two infinities is no small error.
                total.error += if piece.error >= 0.0 {
                    piece.error + ROUNDING * piece.size
                } else {
                    f64::INFINITY
                };
            } else {
                let middle = from.midpoint(to);
                open.push((middle, to, depth + 1));
                open.push((from, middle, depth + 1));
            }
        }
    }
    total
}

/// A stretch under a curve.
struct Piece {
    /// Its area by Kronrod's rule.
    value: f64,
    /// How far Gauss's rule is off that.
    error: f64,
    /// The area between the curve and zero, on either side of it.
    size: f64,
}

impl Piece {
    fn over(f: &impl Fn(Double) -> f64, from: Double, to: Double) -> Self {
        let (middle, half) = (from.midpoint(to), 0.5 * to.distance_from(from));
        let (mut kronrod, mut gauss, mut size) = (0.0, 0.0, 0.0);
        for [node, kronrod_weight, gauss_weight] in NODES {
            let right = f(middle.plus(half * node));
            let left =
                if node == 0.0 { 0.0 } else { f(middle.plus(-half * node)) };
            kronrod += kronrod_weight * (left + right);
            gauss += gauss_weight * (left + right);
            size += kronrod_weight * (left.abs() + right.abs());
        }
        Self {
            value: kronrod * half,
            error: ((kronrod - gauss) * half).abs(),
            size: size * half,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Double, Integral, NODES};

    fn integrate(
        f: impl Fn(f64) -> f64,
        breaks: &[f64],
        tolerance: f64,
    ) -> Integral {
        let breaks: Vec<_> = breaks.iter().map(|x| Double::from(*x)).collect();
        super::integrate(|x| f(f64::from(x)), &breaks, tolerance)
    }

    #[test]
    fn the_weights_of_both_rules_sum_to_two() {
        let twice = |node: f64| if node == 0.0 { 1.0 } else { 2.0 };
        let sum = |rule: usize| -> f64 {
            NODES.iter().map(|row| twice(row[0]) * row[rule]).sum()
        };
        assert!((sum(1) - 2.0).abs() < 1e-15 && (sum(2) - 2.0).abs() < 1e-15);
    }

    #[test]
    fn polynomials_up_to_degree_22_are_integrated_exactly() {
        for degree in 0..=22 {
            let power = |x: f64| libm::pow(x, f64::from(degree));
            // One stretch, so that nothing but the rule makes it exact.
            let area = integrate(power, &[0.0, 2.0], f64::INFINITY).value;
            let exact =
                libm::pow(2.0, f64::from(degree) + 1.0) / f64::from(degree + 1);
            assert!((area / exact - 1.0).abs() < 1e-14, "{degree}");
        }
    }

    #[test]
    fn the_error_that_is_told_is_within_the_tolerance_and_true() {
        let area = integrate(libm::exp, &[0.0, 1.0, 3.0], 1e-12);
        assert!(area.error <= 1e-12);
        assert!((area.value - libm::expm1(3.0)).abs() <= 1e-12);
        let kink = integrate(f64::abs, &[-1.0, 2.0], 1e-9);
        assert!(kink.error <= 1e-9 && (kink.value - 2.5).abs() <= 1e-9);
    }

    #[test]
    fn what_rounding_or_infinity_keeps_from_converging_comes_to_an_end() {
        let huge = integrate(|x| 1e300 * libm::sin(x), &[0.0, 3.0], 1e-10);
        assert!((huge.value / 1e300 - (1.0 - libm::cos(3.0))).abs() < 1e-13);
        let infinite = integrate(|x| 1.0 / (x * 0.0), &[1.0, 2.0], 1e-10);
        assert_eq!(
            infinite,
            Integral { value: f64::INFINITY, error: f64::INFINITY }
        );
    }
}
