use std::convert::Infallible;

use ndarray::ArrayD;
use rand::Rng;

use crate::{
    ArrayLike, Cumulative, Distribution, Error, Moments, Quantile, Tail,
    array::check, batch::Batch, elementary::uniform,
};

/// A batch of distributions over zero and one.
///
/// The probability of one is p, that of zero is 1 − p, and that of anything else is zero.
///
#[doc = concat!("<div>\n", include_str!("../doc/bernoulli.svg"), "</div>\n")]
///
/// Every draw takes one number, 64 bits, from the generator.
///
/// # Examples
///
/// ```
/// use mixture::{Bernoulli, Distribution};
///
/// // Good weather in spring, summer, fall and winter.
/// let good = Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3])?;
/// assert_eq!(good.prob(1.0)?, good.probs());
/// assert_eq!(good.gather(2)?.prob([0.0, 0.5, 1.0])?.as_slice(), Some(&[0.5, 0.0, 0.5][..]));
/// # Ok::<(), mixture::Error>(())
/// ```
///
/// # References
///
/// Bishop, *Pattern Recognition and Machine Learning* (2006), section 2.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Bernoulli {
    coins: Batch<Coin>,
}

/// One distribution over zero and one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Coin {
    zero: f64,
    one: f64,
}

impl Coin {
    /// The logarithms of both probabilities: that of a probability near one keeps its digits.
    fn logs(self) -> [f64; 2] {
        [libm::log1p(-self.one), libm::log(self.one)]
    }

    /// The average of two values.
    fn average(self, [zero, one]: [f64; 2]) -> f64 {
        let share = |p: f64, x: f64| if p == 0.0 { 0.0 } else { p * x };
        share(self.zero, zero) + share(self.one, one)
    }
}

impl Bernoulli {
    /// Distributions that give one with these probabilities.
    ///
    /// Batch shape: the shape of `probs`.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a probability outside [0, 1].
    pub fn from_probs(probs: impl ArrayLike) -> Result<Self, Error> {
        let probs = probs.view();
        check("probs", &probs, "in [0, 1]", |p| (0.0..=1.0).contains(&p))?;
        let coins = Batch::of_one(&probs, |p| Coin { zero: 1.0 - p, one: p });
        Ok(Self { coins })
    }

    /// The probabilities of one. Shape: the batch shape.
    #[must_use]
    pub fn probs(&self) -> ArrayD<f64> {
        self.coins.map(|coin| coin.one)
    }

    /// The more probable of zero and one, and zero if both are as probable. Shape: the batch
    /// shape.
    #[must_use]
    pub fn mode(&self) -> ArrayD<f64> {
        self.coins.map(|coin| f64::from(u8::from(coin.one > coin.zero)))
    }

    /// The entropy, in nats. Shape: the batch shape.
    #[must_use]
    pub fn entropy(&self) -> ArrayD<f64> {
        self.coins.map(|coin| 0.0 - coin.average(coin.logs()))
    }

    /// The Kullback–Leibler divergence KL(self ‖ other) = ∑ p log(p/q), in nats, with p of `self` and q
    /// of `other`.
    ///
    /// Shape: the batch shapes broadcast with each other. Infinite where only `other` lacks a value.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if the batch shapes do not broadcast.
    pub fn kl_divergence(&self, other: &Self) -> Result<ArrayD<f64>, Error> {
        self.coins.zip(&other.coins, |p, q| {
            let ([p_zero, p_one], [q_zero, q_one]) = (p.logs(), q.logs());
            p.average([p_zero - q_zero, p_one - q_one])
        })
    }

    /// One distribution of the batch; NaN where the batch has no such member.
    fn coin(&self, member: usize) -> Coin {
        let nobody = Coin { zero: f64::NAN, one: f64::NAN };
        self.coins.get(member).unwrap_or(nobody)
    }
}

impl Distribution for Bernoulli {
    type Value = f64;
    type OnePass = Infallible;

    fn batch_shape(&self) -> &[usize] {
        self.coins.shape()
    }

    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
        Ok(Self { coins: self.coins.gather(&members.view())? })
    }

    fn member_log_prob(&self, member: usize, x: f64) -> f64 {
        let [zero, one] = self.coin(member).logs();
        if x.is_nan() {
            x
        } else if x == 1.0 {
            one
        } else if x == 0.0 {
            zero
        } else {
            f64::NEG_INFINITY
        }
    }

    fn member_prob(&self, member: usize, x: f64) -> f64 {
        let coin = self.coin(member);
        if x.is_nan() {
            x
        } else if x == 1.0 {
            coin.one
        } else if x == 0.0 {
            coin.zero
        } else {
            0.0
        }
    }

    fn member_draw<R: Rng + ?Sized>(&self, member: usize, rng: &mut R) -> f64 {
        let below = uniform(rng.next_u64()) < self.coin(member).one;
        f64::from(u8::from(below))
    }
}

impl Cumulative for Bernoulli {
    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        let coin = self.coin(member);
        let (lower, upper) = if x.is_nan() {
            (x, x)
        } else if x < 0.0 {
            (0.0, 1.0)
        } else if x < 1.0 {
            (coin.zero, coin.one)
        } else {
            (1.0, 0.0)
        };
        match tail {
            Tail::Lower => lower,
            Tail::Upper => upper,
        }
    }

    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        let this = self.member_tail(member, tail, x);
        if this < 0.5 {
            libm::log(this)
        } else {
            libm::log1p(-self.member_tail(member, tail.other(), x))
        }
    }
}

impl Quantile for Bernoulli {
    fn member_quantile(&self, member: usize, q: f64) -> f64 {
        f64::from(u8::from(q > self.coin(member).zero))
    }
}

impl Moments for Bernoulli {
    fn member_mean(&self, member: usize) -> f64 {
        self.coin(member).one
    }

    fn member_variance(&self, member: usize) -> f64 {
        let coin = self.coin(member);
        coin.zero * coin.one
    }
}
