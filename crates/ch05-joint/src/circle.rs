//! The circle of the Outro: label softly, count softly, and again.

use ch01::Gaussian;
use chapter::Error;

use crate::Joint;

impl Joint {
    /// The joint after one round over some grades: every grade is labelled softly by this joint, and
    /// shares, means and deviations are counted anew, each grade as much as it belongs to the group.
    ///
    /// This is a step of expectation maximization (Dempster, Laird & Rubin 1977): no round makes the
    /// grades less probable.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] if there is no grade, or if a group is left with none or with one place.
    ///
    /// # Examples
    ///
    /// ```
    /// let joint = ch05::Joint::of_the_model()?;
    /// let grades = datasets::grades();
    /// let round = joint.round(&grades)?;
    /// assert!(round.log_likelihood(&grades)? > joint.log_likelihood(&grades)?);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn round(&self, grades: &[f64]) -> Result<Self, Error> {
        let groups = self.num_groups();
        let mut counts = vec![[0.0_f64; 3]; groups];
        let labels: Vec<Vec<f64>> =
            grades.iter().map(|&x| self.posterior(x)).collect();
        for (label, x) in labels.iter().zip(grades) {
            for (count, share) in counts.iter_mut().zip(label) {
                count[0] += share;
                count[1] += share * x;
            }
        }
        let means: Vec<f64> =
            counts.iter().map(|[count, sum, _]| sum / count).collect();
        for (label, x) in labels.iter().zip(grades) {
            for ((count, share), mean) in
                counts.iter_mut().zip(label).zip(&means)
            {
                count[2] += share * (x - mean) * (x - mean);
            }
        }
        let all = grades.len() as f64;
        let probs: Vec<f64> =
            counts.iter().map(|[count, ..]| count / all).collect();
        let bells =
            counts.iter().zip(&means).map(|([count, _, squares], mean)| {
                Gaussian::new(*mean, (squares / count).sqrt())
            });
        Self::new(probs, bells.collect::<Result<Vec<_>, _>>()?)
    }
}
