//! What a mixture has of what its components have.

use std::{convert::Infallible, f64::consts::LN_2};

use ndarray::{ArrayD, Dimension, IntoDimension};
use rand::Rng;

use super::MixtureSameFamily;
use crate::{
    ArrayLike, Cumulative, Distribution, Error, Moments, OnePass, Tail,
    array::with_axis,
    batch::{sample_members, sample_shape, shaped},
    bulk,
    reduce::{first_largest, log_sum_exp},
};

impl<C: Distribution> Distribution for MixtureSameFamily<C> {
    type Value = C::Value;
    type OnePass = Infallible;

    fn batch_shape(&self) -> &[usize] {
        self.mixture.batch_shape()
    }

    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
        let members = members.view();
        let mixture = self.mixture.gather(members.view())?;
        let k = self.num_components();
        let places = members
            .iter()
            .flat_map(|&member| (0..k).map(move |class| member * k + class));
        let places = shaped(with_axis(members.shape(), k), places.collect());
        Self::new(mixture, self.components.gather(places)?)
    }

    fn member_log_prob(&self, member: usize, x: C::Value) -> f64 {
        match &self.one_pass {
            Some(one_pass) => one_pass.member_log_prob(member, x),
            None => log_sum_exp(self.member_log_joint(member, x)),
        }
    }

    fn member_prob(&self, member: usize, x: C::Value) -> f64 {
        match &self.one_pass {
            Some(one_pass) => one_pass.member_prob(member, x),
            None => self.average(member, |component| {
                self.components.member_prob(component, x)
            }),
        }
    }

    fn member_draw<R: Rng + ?Sized>(
        &self,
        member: usize,
        rng: &mut R,
    ) -> C::Value {
        let class = self.mixture.member_draw(member, rng);
        self.components.member_draw(self.place(member, class), rng)
    }

    fn log_prob(
        &self,
        x: impl ArrayLike<C::Value>,
    ) -> Result<ArrayD<f64>, Error> {
        self.at_every_point(
            x,
            |member, x| self.member_log_prob(member, x),
            OnePass::log_prob,
        )
    }

    fn prob(&self, x: impl ArrayLike<C::Value>) -> Result<ArrayD<f64>, Error> {
        self.at_every_point(
            x,
            |member, x| self.member_prob(member, x),
            OnePass::prob,
        )
    }

    fn sample<R: Rng + ?Sized>(
        &self,
        shape: impl IntoDimension,
        rng: &mut R,
    ) -> ArrayD<C::Value> {
        let shape = sample_shape(shape, self.batch_shape());
        let draws = match self.one_pass_without_batch() {
            Some(one_pass) => bulk::sample(
                shape.size(),
                || [rng.next_u64(), rng.next_u64()],
                |bits, draws| one_pass.draw(bits, draws),
            ),
            None => {
                sample_members(self.batch_shape(), shape.size(), |member| {
                    self.member_draw(member, rng)
                })
            }
        };
        shaped(shape, draws)
    }
}

impl<C: Cumulative> Cumulative for MixtureSameFamily<C> {
    fn tail(
        &self,
        tail: Tail,
        x: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        self.at_every_point(
            x,
            |member, x| self.member_tail(member, tail, x),
            |one_pass, x, values| one_pass.tail(tail, x, values),
        )
    }

    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        let tail = self.average(member, |component| {
            self.components.member_tail(component, tail, x)
        });
        // Written so that NaN stays.
        if tail > 1.0 { 1.0 } else { tail }
    }

    fn member_log_between(&self, member: usize, ends: [f64; 2]) -> f64 {
        let logs = (0..self.num_components()).map(|k| {
            let place = self.place(member, k);
            self.mixture.member_log_prob(member, k)
                + self.components.member_log_between(place, ends)
        });
        // Written so that NaN stays.
        let log = log_sum_exp(logs);
        if log > 0.0 { 0.0 } else { log }
    }

    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        let logs = (0..self.num_components()).map(|k| {
            self.mixture.member_log_prob(member, k)
                + self.components.member_log_tail(
                    self.place(member, k),
                    tail,
                    x,
                )
        });
        let log = log_sum_exp(logs);
        if log < -LN_2 || log.is_nan() {
            log
        } else {
            libm::log1p(-self.member_tail(member, tail.other(), x))
        }
    }
}

/// The mean is ∑ πₖμₖ. The variance is the sum of two parts: ∑ πₖσₖ² within the components, and
/// ∑ πₖ(μₖ − mean)² between them.
///
/// Means are measured from that of the component with the largest weight: so means that are large
/// beside their distances leave these their digits.
impl<C: Moments> Moments for MixtureSameFamily<C> {
    fn member_mean(&self, member: usize) -> f64 {
        let mean = |component| self.components.member_mean(component);
        let origin = mean(self.heaviest(member));
        let shift = self.average(member, |component| mean(component) - origin);
        if shift.is_finite() {
            origin + shift
        } else {
            self.average(member, mean)
        }
    }

    fn member_variance(&self, member: usize) -> f64 {
        let between = self.between(member, 1.0);
        let variance = self.average(member, |component| {
            let between = between(component);
            self.components.member_variance(component) + between * between
        });
        if variance.is_normal() {
            return variance;
        }
        let (unit, square) = self.spread(member);
        unit * square * unit
    }

    fn member_stddev(&self, member: usize) -> f64 {
        let (unit, square) = self.spread(member);
        unit * square.sqrt()
    }
}

impl<C: Moments> MixtureSameFamily<C> {
    /// The place of the component with the largest weight.
    fn heaviest(&self, member: usize) -> usize {
        let heaviest = first_largest(self.mixture.row(member));
        self.place(member, heaviest.unwrap_or(0))
    }

    /// How far the mean of each component is from that of the mixture, in a unit.
    fn between(&self, member: usize, unit: f64) -> impl Fn(usize) -> f64 {
        let mean =
            move |component| self.components.member_mean(component) / unit;
        let origin = mean(self.heaviest(member));
        let shift = self.average(member, |component| mean(component) - origin);
        move |component| (mean(component) - origin) - shift
    }

    /// A unit, a power of two, and the variance in its square: neither is too large or too small a
    /// number where the standard deviation is none.
    fn spread(&self, member: usize) -> (f64, f64) {
        let weights = self.mixture.row(member).iter().enumerate();
        let places = weights
            .filter(|(_, weight)| **weight > 0.0)
            .map(|(k, _)| self.place(member, k));
        // A quarter, so that no difference of two means is too large.
        let between = self.between(member, 4.0);
        let sizes = places.map(|component| {
            let between = between(component).abs();
            between.max(self.components.member_stddev(component) / 4.0)
        });
        let largest = sizes.fold(0.0, f64::max);
        if !(largest > 0.0 && largest.is_finite()) {
            return (1.0, largest);
        }
        let unit = libm::ldexp(1.0, libm::ilogb(largest));
        let square = self.average(member, |component| {
            let within = self.components.member_stddev(component) / 4.0 / unit;
            let between = between(component) / unit;
            within * within + between * between
        });
        (unit, 16.0 * square)
    }
}
