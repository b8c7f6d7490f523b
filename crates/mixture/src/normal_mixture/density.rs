use super::{NormalMixture, Part};
use crate::{
    bulk::{Kernel, put, run},
    elementary::{Lanes, exp, exp_normal, ln},
    reduce::log_sum_exp,
};

/// The smallest exponent whose exponential is a normal number.
const LOWEST: f64 = -708.0;

impl NormalMixture {
    /// log p(x) at every point.
    pub(super) fn log_prob(&self, x: &[f64], values: &mut [f64]) {
        self.in_units(x, |x| self.log_prob_in_units(x, values));
        if self.unit != 1.0 {
            let log_unit = libm::log(self.unit);
            for value in values {
                *value += log_unit;
            }
        }
    }

    fn log_prob_in_units(&self, x: &[f64], values: &mut [f64]) {
        match self.parts.as_slice() {
            _ if !self.moderate => {
                for (value, &x) in values.iter_mut().zip(x) {
                    *value = self.log_prob_of_any_scale(x);
                }
            }
            [one] => run(LogProbOfOne(one), x, values),
            [one, other] => run(LogProbOfTwo(one, other), x, values),
            parts => run(LogProbOfMany(parts), x, values),
        }
    }

    /// p(x) at every point.
    pub(super) fn prob(&self, x: &[f64], values: &mut [f64]) {
        if !self.moderate {
            self.log_prob(x, values);
            for p in values {
                *p = libm::exp(*p);
            }
            return;
        }
        self.in_units(x, |x| run(Prob(&self.parts), x, values));
        if self.unit != 1.0 {
            for p in values {
                *p *= self.unit;
            }
        }
    }

    /// log p(x) at one point.
    pub(super) fn log_prob_at(&self, x: f64) -> f64 {
        let mut value = [f64::NAN];
        self.log_prob(&[x], &mut value);
        value[0]
    }

    /// p(x) at one point.
    pub(super) fn prob_at(&self, x: f64) -> f64 {
        let mut value = [f64::NAN];
        self.prob(&[x], &mut value);
        value[0]
    }

    /// log p(x), for scales whose reciprocals are no normal numbers too.
    fn log_prob_of_any_scale(&self, x: f64) -> f64 {
        let joint = self
            .parts
            .iter()
            .map(|part| part.log_weight + part.gaussian.log_prob(x));
        log_sum_exp(joint)
    }
}

struct LogProbOfOne<'a>(&'a Part);

impl Kernel<f64> for LogProbOfOne<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        put(self.0.log_joint(Lanes(x)), values);
    }
}

/// log(eᵃ + eᵇ) = max(a, b) + log(1 + exp(−|a − b|)).
struct LogProbOfTwo<'a>(&'a Part, &'a Part);

impl Kernel<f64> for LogProbOfTwo<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        let a = self.0.log_joint(Lanes(x));
        let b = self.1.log_joint(Lanes(x));
        // Where both are −∞ their difference is NaN, and this the lowest.
        let below = (-1.0 * (a - b).abs()).max(Lanes::splat(LOWEST));
        put(a.max(b) + ln(exp_normal(below) + 1.0), values);
    }
}

struct LogProbOfMany<'a>(&'a [Part]);

impl Kernel<f64> for LogProbOfMany<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        let x = Lanes(x);
        let mut largest = Lanes::splat(f64::NEG_INFINITY);
        for part in self.0 {
            largest = largest.max(part.log_joint(x));
        }
        let mut sum = Lanes::splat(0.0);
        for part in self.0 {
            let below = part.log_joint(x) - largest;
            sum = sum + exp_normal(below.max(Lanes::splat(LOWEST)));
        }
        put(largest + ln(sum), values);
    }
}

struct Prob<'a>(&'a [Part]);

impl Kernel<f64> for Prob<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        let mut sum = Lanes::splat(0.0);
        for part in self.0 {
            sum = sum + exp(part.log_joint(Lanes(x)));
        }
        put(sum, values);
    }
}
