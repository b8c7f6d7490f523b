use ch01::Gaussian;
use ch03::check_weights;
use chapter::Error;

/// The joint distribution of a group z and a grade x: p(z, x) = `π_z p_z(x)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Joint {
    pub(crate) probs: Vec<f64>,
    pub(crate) bells: Vec<Gaussian>,
}

impl Joint {
    /// The joint of groups in these shares, each with its bell.
    ///
    /// # Errors
    ///
    /// As [`check_weights`]; [`Error::Argument`] if there are not as many shares as bells.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch01::Gaussian;
    /// use ch05::Joint;
    ///
    /// let bells = [Gaussian::new(2.5, 0.6)?, Gaussian::new(4.8, 0.3)?];
    /// let joint = Joint::new([0.6, 0.4], bells)?;
    /// assert_eq!(joint.by_index(1, 4.8)?, 0.4 * bells[1].prob(4.8));
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn new(
        probs: impl Into<Vec<f64>>,
        bells: impl Into<Vec<Gaussian>>,
    ) -> Result<Self, Error> {
        let (probs, bells) = (probs.into(), bells.into());
        check_weights(&probs)?;
        if probs.len() == bells.len() {
            Ok(Self { probs, bells })
        } else {
            let (argument, count) = ("the number of probs", probs.len() as f64);
            Err(Error::argument(argument, "that of the bells", count))
        }
    }

    /// The joint of groups with these shares, means and deviations.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), and for a deviation that is not positive.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch05::Joint;
    ///
    /// let model = Joint::of_numbers(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3])?;
    /// assert_eq!(model, Joint::of_the_model()?);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn of_numbers(
        probs: &[f64],
        loc: &[f64],
        scale: &[f64],
    ) -> Result<Self, Error> {
        let pairs = loc.iter().zip(scale);
        let bells: Result<Vec<Gaussian>, Error> =
            pairs.map(|(loc, scale)| Gaussian::new(*loc, *scale)).collect();
        Self::new(probs, bells?)
    }

    /// The joint of the book's model.
    ///
    /// # Errors
    ///
    /// None: the numbers are a mixture's.
    pub fn of_the_model() -> Result<Self, Error> {
        let bells = [0, 1].map(|d| Gaussian::new(ch03::LOC[d], ch03::SCALE[d]));
        let [prepared, unprepared] = bells;
        Self::new(ch03::PROBS, [prepared?, unprepared?])
    }

    /// The share of each group.
    #[must_use]
    pub fn probs(&self) -> &[f64] {
        &self.probs
    }

    /// The bell of each group.
    #[must_use]
    pub fn bells(&self) -> &[Gaussian] {
        &self.bells
    }

    /// How many groups there are.
    #[must_use]
    pub fn num_groups(&self) -> usize {
        self.probs.len()
    }

    /// The joint as a product over all groups, d = 0 … D−1, in which all factors but one are
    /// switched off: ∏ `(π_d p_d(x))^[z = d]`.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `z` that is no group.
    pub fn by_indicators(&self, z: usize, x: f64) -> Result<f64, Error> {
        self.check(z)?;
        let indicator = |d: usize| if z == d { 1.0 } else { 0.0 };
        let groups = self.probs.iter().zip(&self.bells).enumerate();
        let factors = groups
            .map(|(d, (pi, bell))| libm::pow(pi * bell.prob(x), indicator(d)));
        Ok(factors.product())
    }

    /// The joint by looking up the group: `π_z p_z(x)`.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `z` that is no group.
    pub fn by_index(&self, z: usize, x: f64) -> Result<f64, Error> {
        self.check(z)?;
        Ok(self.probs[z] * self.bells[z].prob(x))
    }

    /// The density of the grade alone: Σ p(z, x), the mixture of chapter 3.
    #[must_use]
    pub fn marginal(&self, x: f64) -> f64 {
        self.heights(x).sum()
    }

    /// The probability of each group once the grade is known, by Bayes' rule as it is written:
    /// p(z, x) / p(x). Far from all bells it divides zero by zero; [`log_posterior`] does not.
    ///
    /// [`log_posterior`]: Self::log_posterior
    #[must_use]
    pub fn naive_posterior(&self, x: f64) -> Vec<f64> {
        let marginal = self.marginal(x);
        self.heights(x).map(|height| height / marginal).collect()
    }

    /// The height of each group's curve at `x`: p(z, x) for every z.
    fn heights(&self, x: f64) -> impl Iterator<Item = f64> {
        let groups = self.probs.iter().zip(&self.bells);
        groups.map(move |(pi, bell)| pi * bell.prob(x))
    }

    pub(crate) fn check(&self, z: usize) -> Result<(), Error> {
        if z < self.num_groups() {
            Ok(())
        } else {
            let requirement = "below the number of groups";
            Err(Error::argument("z", requirement, z as f64))
        }
    }
}
