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
    reduce::log_sum_exp,
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
impl<C: Moments> Moments for MixtureSameFamily<C> {
    fn member_mean(&self, member: usize) -> f64 {
        self.average(member, |component| self.components.member_mean(component))
    }

    fn member_variance(&self, member: usize) -> f64 {
        let mean = self.member_mean(member);
        self.average(member, |component| {
            let between = self.components.member_mean(component) - mean;
            self.components.member_variance(component) + between * between
        })
    }

    fn member_stddev(&self, member: usize) -> f64 {
        // Measured by the largest, whose square may be no number.
        let mean = self.member_mean(member);
        let weights = self.mixture.row(member).iter().enumerate();
        let parts =
            weights.filter(|(_, weight)| **weight > 0.0).map(|(k, _)| {
                let component = self.place(member, k);
                let between = self.components.member_mean(component) - mean;
                self.components.member_stddev(component).max(between.abs())
            });
        let unit = parts.fold(0.0, f64::max);
        if unit == 0.0 {
            return 0.0;
        }
        let square = self.average(member, |component| {
            let within = self.components.member_stddev(component) / unit;
            let between =
                (self.components.member_mean(component) - mean) / unit;
            within * within + between * between
        });
        unit * square.sqrt()
    }
}
