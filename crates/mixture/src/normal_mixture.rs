//! Mixtures of normal distributions, for which there is more to ask and a faster way to answer.

mod boundaries;
mod density;
mod information;
mod member;
mod modes;
mod moments;
mod posterior;
mod quantile;
mod regions;
mod sampling;
mod tails;

use std::f64::consts::FRAC_1_SQRT_2;

use crate::{
    Categorical, OnePass, Tail,
    batch::batch_len,
    elementary::{LOG_SQRT_2PI, Lanes},
    gaussian::Gaussian,
};

/// One mixture of normal distributions, with all that its formulas need.
#[derive(Clone, Debug)]
pub(crate) struct NormalMixture {
    /// The components that have a weight.
    parts: Vec<Part>,
    /// How many components there are, those without a weight included.
    num_components: usize,
    /// The index of the widest part, the first of them if several are: the one that wins far out.
    widest: usize,
    /// Whether the reciprocals of all scales are normal numbers, as the fast formulas need it.
    moderate: bool,
    /// What the means and scales of the parts were multiplied by, a power of two: one, unless the
    /// difference of two numbers might be too large, or the reciprocal of a scale.
    unit: f64,
}

/// What no mean and no scale may reach, so that differences and products are numbers.
const LARGEST: i32 = 900;

/// What no scale may fall below, so that its reciprocal is a normal number.
const SMALLEST: i32 = -960;

/// A component and its weight.
///
/// The fast formulas measure distances in units of √2σ: ζ = (x − μ)/(√2σ), so that the density
/// is exp(−ζ²) times its peak.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// Which component it is.
    k: usize,
    weight: f64,
    log_weight: f64,
    log_scale: f64,
    gaussian: Gaussian,
    /// 1/(√2σ)
    rate: f64,
    /// The logarithm of the weighted density at the mean.
    log_peak: f64,
}

impl Part {
    fn new(k: usize, weight: f64, log_weight: f64, gaussian: Gaussian) -> Self {
        let rate = FRAC_1_SQRT_2 / gaussian.scale;
        let log_scale = libm::log(gaussian.scale);
        let log_peak = log_weight - log_scale - LOG_SQRT_2PI;
        Self { k, weight, log_weight, log_scale, gaussian, rate, log_peak }
    }

    /// The logarithm of the ratio of the weighted densities at the means.
    fn log_peak_over(&self, other: &Self) -> f64 {
        let ratio = other.gaussian.scale / self.gaussian.scale;
        let log_ratio = if ratio.is_normal() {
            libm::log(ratio)
        } else {
            other.log_scale - self.log_scale
        };
        (self.log_weight - other.log_weight) + log_ratio
    }

    /// The logarithm of the weighted density.
    #[inline(always)]
    fn log_joint<const L: usize>(&self, x: Lanes<L>) -> Lanes<L> {
        let zeta = (x - self.gaussian.loc) * self.rate;
        self.log_peak - zeta * zeta
    }
}

impl NormalMixture {
    /// One member of a batch of mixtures, whose components are told by their places.
    fn new(
        mixture: &Categorical,
        component: impl Fn(usize) -> Gaussian,
        member: usize,
    ) -> Self {
        let num_components = mixture.num_categories();
        let part = |(k, &weight): (usize, &f64)| {
            let log_weight = mixture.log_p(member, k);
            let gaussian = component(member * num_components + k);
            Part::new(k, weight, log_weight, gaussian)
        };
        let row = mixture.row(member).iter().enumerate();
        let parts: Vec<Part> = row
            .map(part)
            .filter(|part| part.log_weight > f64::NEG_INFINITY)
            .collect();
        let mixture = Self::of_parts(parts, num_components);
        let unit = mixture.moderate_unit();
        mixture.times(unit)
    }

    /// One normal distribution as a mixture of one.
    fn of_one(gaussian: Gaussian) -> Self {
        let mixture = Self::of_parts(vec![Part::new(0, 1.0, 0.0, gaussian)], 1);
        let unit = mixture.moderate_unit();
        mixture.times(unit)
    }

    /// The same mixture, its means and scales multiplied by a power of two, and the unit with it.
    fn times(&self, factor: f64) -> Self {
        if factor == 1.0 {
            return self.clone();
        }
        let part = |part: &Part| {
            let Gaussian { loc, scale } = part.gaussian;
            let scale = (scale * factor).max(f64::MIN_POSITIVE);
            let gaussian = Gaussian { loc: loc * factor, scale };
            Part::new(part.k, part.weight, part.log_weight, gaussian)
        };
        let parts = self.parts.iter().map(part).collect();
        let mut times = Self::of_parts(parts, self.num_components);
        times.unit = self.unit * factor;
        times
    }

    /// The unit in which the means and scales are neither too large nor too small.
    fn moderate_unit(&self) -> f64 {
        let gaussians = || self.parts.iter().map(|part| part.gaussian);
        let sizes = gaussians().flat_map(|part| [part.loc.abs(), part.scale]);
        let largest = exponent(sizes.fold(0.0, f64::max));
        let scales = gaussians().map(|part| part.scale);
        let smallest = exponent(scales.fold(f64::INFINITY, f64::min));
        if largest < LARGEST && smallest > SMALLEST {
            return 1.0;
        }
        let up = (1 + SMALLEST - smallest).max(0);
        libm::ldexp(1.0, up.min(LARGEST - 1 - largest))
    }

    /// A mixture of these parts, out of so many components.
    fn of_parts(parts: Vec<Part>, num_components: usize) -> Self {
        let widest = (1..parts.len()).fold(0, |widest, part| {
            let wider =
                parts[part].gaussian.scale > parts[widest].gaussian.scale;
            if wider { part } else { widest }
        });
        let moderate = parts
            .iter()
            .all(|part| (1e-290..1e290).contains(&part.gaussian.scale));
        Self { parts, num_components, widest, moderate, unit: 1.0 }
    }

    /// `f` of points, given in the unit of the parts.
    fn in_units<R>(&self, x: &[f64], f: impl FnOnce(&[f64]) -> R) -> R {
        if self.unit == 1.0 {
            return f(x);
        }
        f(&x.iter().map(|x| x * self.unit).collect::<Vec<_>>())
    }

    /// Numbers in the unit of the parts, as they are.
    fn out_of_units(&self, mut x: Vec<f64>) -> Vec<f64> {
        for x in &mut x {
            *x /= self.unit;
        }
        x
    }
}

/// e, where the number is at least 2ᵉ and below 2ᵉ⁺¹; far below all numbers for zero.
fn exponent(x: f64) -> i32 {
    if x == 0.0 { -2000 } else { libm::ilogb(x) }
}

/// All members of a batch of mixtures: what makes [`Normal`](crate::Normal) components fast.
#[derive(Clone, Debug)]
pub struct Members(Vec<NormalMixture>);

impl Members {
    pub(crate) fn new(
        mixture: &Categorical,
        component: impl Fn(usize) -> Gaussian,
    ) -> Self {
        let member = |member| NormalMixture::new(mixture, &component, member);
        Self((0..batch_len(mixture.batch())).map(member).collect())
    }
}

/// A member that the batch does not have answers NaN, or nothing.
impl OnePass<f64> for Members {
    fn member_log_prob(&self, member: usize, x: f64) -> f64 {
        let member = self.0.get(member);
        member.map_or(f64::NAN, |member| member.log_prob_at(x))
    }

    fn member_prob(&self, member: usize, x: f64) -> f64 {
        let member = self.0.get(member);
        member.map_or(f64::NAN, |member| member.prob_at(x))
    }

    fn member_log_posterior(&self, member: usize, x: f64, logs: &mut Vec<f64>) {
        if let Some(member) = self.0.get(member) {
            let start = logs.len();
            logs.resize(start + member.num_components, f64::NAN);
            member.log_posterior(x, &mut logs[start..]);
        }
    }

    fn log_prob(&self, x: &[f64], values: &mut [f64]) {
        if let Some(member) = self.0.first() {
            member.log_prob(x, values);
        }
    }

    fn prob(&self, x: &[f64], values: &mut [f64]) {
        if let Some(member) = self.0.first() {
            member.prob(x, values);
        }
    }

    fn tail(&self, tail: Tail, x: &[f64], values: &mut [f64]) {
        if let Some(member) = self.0.first() {
            member.tail(tail, x, values);
        }
    }

    fn posterior_marginal(&self, x: &[f64], probs: &mut [f64]) -> bool {
        self.0.first().is_some_and(|member| member.posterior(x, probs))
    }

    fn draw(&self, bits: &[[u64; 2]], draws: &mut [f64]) {
        if let Some(member) = self.0.first() {
            member.draw(bits, draws);
        }
    }
}
