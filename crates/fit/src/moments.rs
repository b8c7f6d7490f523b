//! The probability of a stretch under a bell, and the moments of the bell within it.
//!
//! With z = (x − μ)/σ these are, between α and β, P = Φ(β) − Φ(α) and the means of zᵏ, the truncated
//! moments (Johnson, Kotz & Balakrishnan, *Continuous Univariate Distributions*, volume 1, 1994, section
//! 13.10.1). A difference of two tails loses its digits where the stretch is narrow: there the density is
//! integrated. Far out everything is relative to the density at the nearer end.

use mixture::Normal;

/// Half the logarithm of 2π.
pub(crate) const HALF_LN_2_PI: f64 = 0.918_938_533_204_672_8;

/// So narrow, in deviations and in what the density changes by, is a stretch that is integrated.
const NARROW: f64 = 1.5;

/// What is known of a datum under one bell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moments {
    /// The logarithm of the density of an exact number, or of the probability of a stretch.
    pub(crate) log_prob: f64,
    /// The expectation of z, z², z³ and z⁴.
    pub(crate) powers: [f64; 4],
}

/// The tails of the standard normal, relative to its density.
pub(crate) struct Tails<'a> {
    standard: &'a Normal,
}

impl<'a> Tails<'a> {
    /// The tails of the standard normal, which is given.
    pub(crate) fn of(standard: &'a Normal) -> Self {
        Self { standard }
    }

    /// A number at the distance z, under a bell with the logarithm of this deviation.
    pub(crate) fn exact(z: f64, log_scale: f64) -> Moments {
        let square = z * z;
        let log_prob = -0.5 * square - HALF_LN_2_PI - log_scale;
        Moments { log_prob, powers: [z, square, square * z, square * square] }
    }

    /// The stretch from `low` to `high`, either of which may be infinite; its width is given, since that of a
    /// narrow one is not what is left of its ends.
    pub(crate) fn between(&self, low: f64, high: f64, width: f64) -> Moments {
        if low == f64::NEG_INFINITY && high == f64::INFINITY {
            return Moments { log_prob: 0.0, powers: [0.0, 1.0, 0.0, 3.0] };
        }
        // The nearer end is the lower one, by the symmetry of the bell.
        if -low > high {
            let Moments { log_prob, powers: [m1, m2, m3, m4] } =
                self.between(-high, -low, width);
            return Moments { log_prob, powers: [-m1, m2, -m3, m4] };
        }
        let nearest = low.max(0.0);
        if width < NARROW && nearest * width < NARROW {
            return integrated(f64::midpoint(low, high), width / 2.0);
        }
        if low < 0.0 {
            return self.around(low, high);
        }
        // All is relative to the density at `low`: the tail above it, and what `high` cuts off.
        let ratio = self.ratio(low);
        let drop = if high.is_finite() {
            libm::exp(-0.5 * (high - low) * (high + low))
        } else {
            0.0
        };
        let cut = if drop > 0.0 { drop * self.ratio(high) } else { 0.0 };
        let probability = ratio - cut;
        let log_prob = libm::log(probability) - 0.5 * low * low - HALF_LN_2_PI;
        let edge = |power: i32| {
            let upper = if drop > 0.0 {
                libm::pow(high, f64::from(power)) * drop
            } else {
                0.0
            };
            (libm::pow(low, f64::from(power)) - upper) / probability
        };
        Moments { log_prob, powers: recursion(edge) }
    }

    /// A stretch that holds the middle and is not narrow.
    fn around(&self, low: f64, high: f64) -> Moments {
        let view = mixture::Distribution::scalar(self.standard);
        let outside = view.map_or([0.5, 0.5], |view| {
            [view.cdf(low), view.survival_function(high)]
        });
        let probability = 1.0 - outside[0] - outside[1];
        let density = |z: f64| {
            if z.is_finite() {
                libm::exp(-0.5 * z * z - HALF_LN_2_PI)
            } else {
                0.0
            }
        };
        let [at_low, at_high] = [low, high].map(density);
        let edge = |power: i32| {
            let term = |z: f64, at: f64| {
                if at > 0.0 { libm::pow(z, f64::from(power)) * at } else { 0.0 }
            };
            (term(low, at_low) - term(high, at_high)) / probability
        };
        Moments { log_prob: libm::log(probability), powers: recursion(edge) }
    }

    /// The upper tail over the density: Mills' ratio, for z ≥ 0.
    fn ratio(&self, z: f64) -> f64 {
        // Far out the tail and the density are no numbers, but their ratio is: by its series (Johnson, Kotz &
        // Balakrishnan 1994, equation 13.36), whose next term is below 1e-16.
        if z > 30.0 {
            let square = 1.0 / (z * z);
            let terms = [13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0];
            let series =
                terms.iter().fold(1.0, |sum, term| 1.0 - term * square * sum);
            return series / z;
        }
        let view = mixture::Distribution::scalar(self.standard);
        let log_tail =
            view.map_or(f64::NAN, |view| view.log_survival_function(z));
        libm::exp(log_tail + 0.5 * z * z + HALF_LN_2_PI)
    }
}

/// The expectations of zᵏ for k = 1 … 4 from zᵏ times the density at the ends, over the probability.
fn recursion(edge: impl Fn(i32) -> f64) -> [f64; 4] {
    let first = edge(0);
    let second = 1.0 + edge(1);
    let third = 2.0 * first + edge(2);
    [first, second, third, 3.0 * second + edge(3)]
}

/// The places and the weights of Gauss and Legendre's rule with twelve points, from 0 to 1.
const RULE: [(f64, f64); 6] = [
    (0.125_233_408_511_468_9, 0.249_147_045_813_402_77),
    (0.367_831_498_998_180_2, 0.233_492_536_538_354_8),
    (0.587_317_954_286_617_4, 0.203_167_426_723_065_93),
    (0.769_902_674_194_304_7, 0.160_078_328_543_346_23),
    (0.904_117_256_370_474_8, 0.106_939_325_995_318_43),
    (0.981_560_634_246_719_2, 0.047_175_336_386_511_83),
];

/// A narrow stretch, by integrating the density relative to that in its middle.
fn integrated(middle: f64, half: f64) -> Moments {
    let mut sums = [0.0; 5];
    for (place, weight) in RULE {
        for place in [-place, place] {
            let t = half * place;
            let z = middle + t;
            let mut term = weight * libm::exp(-t * (middle + 0.5 * t));
            for sum in &mut sums {
                *sum += term;
                term *= z;
            }
        }
    }
    let log_prob =
        libm::log(half * sums[0]) - 0.5 * middle * middle - HALF_LN_2_PI;
    let powers = [sums[1], sums[2], sums[3], sums[4]].map(|sum| sum / sums[0]);
    Moments { log_prob, powers }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use proptest::prelude::*;

    use super::*;

    /// By many small narrow stretches, each relative to the densest place.
    fn by_pieces(low: f64, high: f64) -> Moments {
        let end = |z: f64| z.clamp(-60.0, 60.0);
        let (low, high) = (end(low), end(high).min(end(low).max(0.0) + 40.0));
        let pieces = libm::ceil((high - low) / 0.05).max(1.0) as i32;
        let width = (high - low) / f64::from(pieces);
        let parts: Vec<Moments> = (0..pieces)
            .map(|piece| {
                let from = low + f64::from(piece) * width;
                integrated(from + width / 2.0, width / 2.0)
            })
            .collect();
        let most = parts
            .iter()
            .map(|part| part.log_prob)
            .fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> =
            parts.iter().map(|part| libm::exp(part.log_prob - most)).collect();
        let total: f64 = weights.iter().sum();
        let power = |k: usize| {
            let terms = parts
                .iter()
                .zip(&weights)
                .map(|(part, weight)| part.powers[k] * weight);
            terms.sum::<f64>() / total
        };
        Moments {
            log_prob: most + libm::log(total),
            powers: [power(0), power(1), power(2), power(3)],
        }
    }

    fn assert_near(one: &Moments, other: &Moments, what: &str) {
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
        assert!(
            near(one.log_prob, other.log_prob),
            "{what}: {one:?} {other:?}"
        );
        for (a, b) in one.powers.iter().zip(other.powers) {
            assert!(near(*a, b), "{what}: {one:?} {other:?}");
        }
    }

    #[test]
    fn the_whole_line_has_the_moments_of_the_bell() {
        let standard = Normal::new(0.0, 1.0).unwrap();
        let tails = Tails::of(&standard);
        let whole =
            tails.between(f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
        assert_eq!(
            whole,
            Moments { log_prob: 0.0, powers: [0.0, 1.0, 0.0, 3.0] }
        );
        let half = tails.between(0.0, f64::INFINITY, f64::INFINITY);
        let mean = libm::sqrt(2.0 / std::f64::consts::PI);
        assert!((half.powers[0] - mean).abs() < 1e-14);
    }

    #[test]
    fn mills_ratio_is_continued_by_its_series() {
        let standard = Normal::new(0.0, 1.0).unwrap();
        let tails = Tails::of(&standard);
        for z in [30.0, 30.000_001] {
            // 1/(z + 1/(z + 2/(z + …))), by Laplace.
            let fraction =
                (1..60).rev().fold(z, |sum, k| z + f64::from(k) / sum);
            let ratio = tails.ratio(z);
            assert!((ratio * fraction - 1.0).abs() < 1e-12, "{ratio}");
        }
        let far = tails.between(1e9, f64::INFINITY, f64::INFINITY);
        assert!((far.powers[0] / 1e9 - 1.0).abs() < 1e-15);
    }

    proptest! {
        #[test]
        fn truncated_moments_are_integrals_in_the_middle_and_in_both_tails(
            low in -30.0..30.0, width in (-6.0..2.0).prop_map(|power| libm::pow(10.0, power)),
        ) {
            let standard = Normal::new(0.0, 1.0).unwrap();
            let tails = Tails::of(&standard);
            for (low, high) in [
                (low, low + width),
                (low, f64::INFINITY),
                (f64::NEG_INFINITY, low),
            ] {
                let what = format!("{low} to {high}");
                assert_near(&tails.between(low, high, high - low), &by_pieces(low, high), &what);
            }
        }
    }
}
