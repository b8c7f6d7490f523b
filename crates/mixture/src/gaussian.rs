use crate::{
    Tail,
    elementary::{
        Double, LOG_SQRT_2PI, Lanes, log_upper_tail, lower_tail,
        standard_normal_quantile, upper_tail,
    },
};

/// What makes a sum of large numbers one.
const SMALLER: f64 = 1.0 / 1024.0;

/// One normal distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gaussian {
    pub(crate) loc: f64,
    pub(crate) scale: f64,
}

impl Gaussian {
    /// How many standard deviations `x` lies above the mean.
    pub(crate) fn z(self, x: f64) -> f64 {
        let distance = x - self.loc;
        if distance.is_infinite() && x.is_finite() {
            return (0.5 * x - 0.5 * self.loc) / self.scale * 2.0;
        }
        distance / self.scale
    }

    /// As [`z`](Self::z), of a point between the numbers. Neither may be near the largest number.
    pub(crate) fn z_of(self, x: Double) -> f64 {
        x.minus(self.loc) / self.scale
    }

    /// What lies `z` standard deviations above the mean.
    pub(crate) fn at(self, z: f64) -> f64 {
        let x = self.loc + self.scale * z;
        if x.is_finite() || z.is_infinite() {
            return x;
        }
        (SMALLER * self.loc + (SMALLER * self.scale) * z) / SMALLER
    }

    pub(crate) fn log_prob(self, x: f64) -> f64 {
        let z = self.z(x);
        -0.5 * z * z - libm::log(self.scale) - LOG_SQRT_2PI
    }

    pub(crate) fn tail(self, tail: Tail, x: f64) -> f64 {
        let z = Lanes([self.z(x)]);
        match tail {
            Tail::Lower => lower_tail(z).0[0],
            Tail::Upper => upper_tail(z).0[0],
        }
    }

    pub(crate) fn log_tail(self, tail: Tail, x: f64) -> f64 {
        match tail {
            Tail::Lower => log_upper_tail(-self.z(x)),
            Tail::Upper => log_upper_tail(self.z(x)),
        }
    }

    pub(crate) fn quantile(self, q: f64) -> f64 {
        if q <= 0.0 {
            f64::NEG_INFINITY
        } else if q >= 1.0 {
            f64::INFINITY
        } else {
            self.at(standard_normal_quantile(q))
        }
    }
}
