//! Mixtures of normal distributions, for which there is more to ask and a faster way to answer.

mod boundaries;
mod density;
mod information;
mod member;
mod modes;
mod posterior;
mod quantile;
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
}

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
        Self::of_parts(parts, num_components)
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
        Self { parts, num_components, widest, moderate }
    }
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
