use std::{convert::Infallible, fmt::Debug};

use crate::Tail;

/// Mixtures of one kind of component, computed in one pass over the data.
///
/// [`MixtureSameFamily`](crate::MixtureSameFamily) asks its components for it, by
/// [`Distribution::one_pass`](crate::Distribution::one_pass), and computes component by component
/// where there is none. What is computed is the same up to rounding.
///
/// The methods with slices are called where the batch shape is `[]`: with parts of the data, by
/// several threads at once. What a point gets depends on nothing but the point. There are as many
/// values and draws as points and pairs of bits, and K times as many probabilities.
pub trait OnePass<T>: Debug + Send + Sync {
    /// log p(x) of one member of the batch.
    fn member_log_prob(&self, member: usize, x: T) -> f64;

    /// p(x) of one member of the batch.
    fn member_prob(&self, member: usize, x: T) -> f64;

    /// Appends log p(k ∣ x) for every component k of one member of the batch.
    fn member_log_posterior(&self, member: usize, x: T, logs: &mut Vec<f64>);

    /// log p(x) at every point.
    fn log_prob(&self, x: &[T], values: &mut [f64]);

    /// p(x) at every point.
    fn prob(&self, x: &[T], values: &mut [f64]);

    /// The probability on one side of every point.
    fn tail(&self, tail: Tail, x: &[T], values: &mut [f64]);

    /// p(k ∣ x) for every point and, next to each other, every component. `true` if a probability
    /// underflowed that is not zero.
    fn posterior_marginal(&self, x: &[T], probs: &mut [f64]) -> bool;

    /// A draw out of each pair of 64 random bits: the first choose the component, the second draw
    /// from it.
    fn draw(&self, bits: &[[u64; 2]], draws: &mut [T]);
}

/// There is none.
impl<T> OnePass<T> for Infallible {
    fn member_log_prob(&self, _: usize, _: T) -> f64 {
        match *self {}
    }

    fn member_prob(&self, _: usize, _: T) -> f64 {
        match *self {}
    }

    fn member_log_posterior(&self, _: usize, _: T, _: &mut Vec<f64>) {
        match *self {}
    }

    fn log_prob(&self, _: &[T], _: &mut [f64]) {
        match *self {}
    }

    fn prob(&self, _: &[T], _: &mut [f64]) {
        match *self {}
    }

    fn tail(&self, _: Tail, _: &[T], _: &mut [f64]) {
        match *self {}
    }

    fn posterior_marginal(&self, _: &[T], _: &mut [f64]) -> bool {
        match *self {}
    }

    fn draw(&self, _: &[[u64; 2]], _: &mut [T]) {
        match *self {}
    }
}
