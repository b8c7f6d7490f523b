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
    /// [`Error::Argument`] if there are not two groups, if one of them has no share, and for bells
    /// so far apart or so unlike that a boundary is no number.
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
        // Measured from the first mean, in deviations of the second bell.
        let unit = bell_1.scale();
        let ratio = unit / bell_0.scale();
        let gap = (bell_1.loc() - bell_0.loc()) / unit;
        let lead = log(*pi_0) - log(*pi_1) + log(ratio);
        let a = (1.0 - ratio) * (1.0 + ratio) / 2.0;
        let roots = roots(a, gap, lead, ratio);
        let places = roots.into_iter().map(|root| bell_0.loc() + unit * root);
        let places: Vec<f64> = places.collect();
        match places.iter().find(|place| !place.is_finite()) {
            None => Ok(places),
            Some(&place) => {
                Err(Error::argument("a boundary of the bells", "finite", place))
            }
        }
    }
}

/// Where a y² − gap y + gap²/2 + lead is zero and changes its sign, ascending; a = (1 − ratio²)/2.
fn roots(a: f64, gap: f64, lead: f64, ratio: f64) -> Vec<f64> {
    if a == 0.0 {
        let root = gap / 2.0 + lead / gap;
        return if gap == 0.0 { Vec::new() } else { vec![root] };
    }
    // Multiplied out, so that nothing cancels.
    let discriminant = (ratio * gap) * (ratio * gap) - 4.0 * a * lead;
    if discriminant <= 0.0 {
        return Vec::new();
    }
    // The root in which nothing cancels, and the other one from the product of both.
    let q = f64::midpoint(gap, sqrt(discriminant).copysign(gap));
    let (one, other) = (q / a, (gap * gap / 2.0 + lead) / q);
    if one < other { vec![one, other] } else { vec![other, one] }
}
