mod answers;

/// One distribution, with plain numbers in and out: a view of a distribution whose batch shape is
/// `[]`, made by [`Distribution::scalar`](crate::Distribution::scalar).
///
/// A density costs no allocation. It is a distribution of the crate `rand`, and where it is a
/// [`Normal`](crate::Normal) or a mixture of them also one of statrs.
///
/// # Examples
///
/// ```
/// use mixture::{Distribution, Normal};
/// use rand::distr::Distribution as _;
/// use rand_pcg::{Pcg64, rand_core::SeedableRng};
///
/// let passed = Normal::new(2.5, 0.6)?;
/// let passed = passed.scalar()?;
/// assert_eq!(passed.cdf(2.5), 0.5);
///
/// let rng = Pcg64::seed_from_u64(42);
/// let grades: Vec<f64> = passed.sample_iter(rng).take(3).collect();
/// assert_eq!(grades.len(), 3);
/// # Ok::<(), mixture::Error>(())
/// ```
#[derive(Debug)]
pub struct Scalar<'a, D>(&'a D);

impl<D> Clone for Scalar<'_, D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Scalar<'_, D> {}

impl<'a, D> Scalar<'a, D> {
    /// A view of a distribution whose batch shape is `[]`.
    pub(crate) fn of(distribution: &'a D) -> Self {
        Self(distribution)
    }

    /// The distribution that this is a view of.
    #[must_use]
    pub fn distribution(self) -> &'a D {
        self.0
    }
}
