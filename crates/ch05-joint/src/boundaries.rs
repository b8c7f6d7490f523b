use ch01::Gaussian;
use chapter::Error;
use libm::{log, sqrt};

use crate::Joint;

impl Joint {
    /// The grades at which the two groups are equally probable, ascending: at most two.
    ///
    /// The logarithm of π₀p₀(x) minus that of π₁p₁(x) is a parabola in x, or a line if both bells
    /// are equally wide; the boundaries are where it is zero.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] if there are not two groups, or if one of them has no share.
    pub fn boundaries(&self) -> Result<Vec<f64>, Error> {
        let ([pi_0, pi_1], [bell_0, bell_1]) =
            (&self.probs[..], &self.bells[..])
        else {
            let count = self.num_groups() as f64;
            return Err(Error::argument("the number of groups", "two", count));
        };
        if let Some(z) = self.probs.iter().position(|&share| share == 0.0) {
            let argument = format!("probs[{z}]");
            return Err(Error::argument(argument, "above zero", 0.0));
        }
        let precision = |bell: &Gaussian| 1.0 / (bell.scale() * bell.scale());
        let (tau_0, tau_1) = (precision(bell_0), precision(bell_1));
        // Measured from the first mean, so that large grades do not cancel.
        let gap = bell_1.loc() - bell_0.loc();
        let a = (tau_1 - tau_0) / 2.0;
        let b = -tau_1 * gap;
        let c = tau_1 * gap * gap / 2.0
            + log(pi_0 / pi_1)
            + log(bell_1.scale() / bell_0.scale());
        let mut roots = roots(a, b, c);
        roots.retain(|root| root.is_finite());
        Ok(roots.into_iter().map(|root| bell_0.loc() + root).collect())
    }
}

/// Where a x² + b x + c is zero and changes its sign, ascending.
fn roots(a: f64, b: f64, c: f64) -> Vec<f64> {
    if a == 0.0 {
        return if b == 0.0 { Vec::new() } else { vec![-c / b] };
    }
    let discriminant = b * b - 4.0 * a * c;
    if !(discriminant > 0.0) {
        return Vec::new();
    }
    // The root in which nothing cancels, and the other one from the product of both.
    let q = -(b + sqrt(discriminant).copysign(b)) / 2.0;
    let (one, other) = (q / a, c / q);
    if one < other { vec![one, other] } else { vec![other, one] }
}
