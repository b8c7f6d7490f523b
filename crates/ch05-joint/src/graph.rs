use ch01::Gaussian;
use ch04::{Assignment, Model, class_given_shares, gmm, grade_given_class};
use chapter::Error;

use crate::Joint;

impl Joint {
    /// The joint by the graph of chapter 4: the product of what it says at its nodes.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `z` that is no group.
    pub fn by_the_graph(&self, z: usize, x: f64) -> Result<f64, Error> {
        self.check(z)?;
        let model = Model::of(&gmm()?)
            .parameter("π", self.probs.iter().copied())
            .parameter("μ", self.bells.iter().map(Gaussian::loc))
            .parameter("σ", self.bells.iter().map(Gaussian::scale))
            .conditional("Z", class_given_shares)
            .conditional("X", grade_given_class)
            .build()?;
        let student = Assignment::from([("Z", z as f64), ("X", x)]);
        Ok(libm::exp(model.log_joint(&student)?))
    }
}
