use crate::{elementary::Double, normal_mixture::Part};

/// The exponential of anything below minus this is zero.
pub(super) const VANISHING: f64 = 745.2;

/// The most that rounding does to a number of this crate, as a share of it.
pub(super) const ROUNDING: f64 = 1e-15;

impl Part {
    /// log(πₖ/σₖ²), by which the component takes part in p′(x): that is, up to a factor, the sum of
    /// πₖ/σₖ²·exp(−z²/2)·(−z).
    pub(super) fn log_slope(&self) -> f64 {
        self.log_weight - 2.0 * self.log_scale
    }

    /// How many standard deviations of it are between its mean and the nearest and the farthest
    /// point of a stretch.
    pub(super) fn distances(&self, from: Double, to: Double) -> (f64, f64) {
        let [a, b] = [from, to].map(|x| self.gaussian.z_of(x));
        let (near, far) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
        (if a <= 0.0 && 0.0 <= b { 0.0 } else { near }, far)
    }

    /// The largest value of `log_slope` − z²/2 on a stretch.
    pub(super) fn largest(&self, from: Double, to: Double) -> f64 {
        let (near, _) = self.distances(from, to);
        self.log_slope() - 0.5 * near * near
    }
}
