use ndarray::{ArrayD, Dimension, IntoDimension};
use rand::Rng;

use super::MixtureSameFamily;
use crate::{
    Distribution, Error, Normal,
    batch::{sample_members, sample_shape, shaped},
};

impl<C: Distribution> MixtureSameFamily<C> {
    /// A sample, and the component from which each draw comes: the draws are those of
    /// [`sample`](Distribution::sample) with the same generator.
    ///
    /// Shapes: `shape` + batch shape.
    ///
    /// # Panics
    ///
    /// As [`sample`](Distribution::sample).
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};
    /// use rand_pcg::{Pcg64, rand_core::SeedableRng};
    ///
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.6, 0.4])?,
    ///     Normal::new([2.5, 4.8], [0.6, 0.3])?,
    /// )?;
    /// let rng = || Pcg64::seed_from_u64(42);
    /// let (draws, components) = gmm.sample_with_components(100, &mut rng());
    /// assert_eq!(draws, gmm.sample(100, &mut rng()));
    /// assert_eq!(components.shape(), [100]);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn sample_with_components<R: Rng + ?Sized>(
        &self,
        shape: impl IntoDimension,
        rng: &mut R,
    ) -> (ArrayD<C::Value>, ArrayD<usize>) {
        let shape = sample_shape(shape, self.batch_shape());
        let mut draws = Vec::with_capacity(shape.size());
        let classes =
            sample_members(self.batch_shape(), shape.size(), |member| {
                let class = self.mixture.member_draw(member, rng);
                let place = self.place(member, class);
                draws.push(self.components.member_draw(place, rng));
                class
            });
        (shaped(shape.clone(), draws), shaped(shape, classes))
    }
}

impl MixtureSameFamily<Normal> {
    /// The same mixtures, the components of each by ascending mean, and those of one mean as they
    /// are.
    ///
    /// # Errors
    ///
    /// None: the mixtures are what they were.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.4, 0.6])?,
    ///     Normal::new([4.8, 2.5], [0.3, 0.6])?,
    /// )?;
    /// let sorted = gmm.sorted_by_mean()?;
    /// assert_eq!(sorted.components_distribution().loc().as_slice(), Some(&[2.5, 4.8][..]));
    /// assert_eq!(sorted.mixture_distribution().probs().as_slice(), Some(&[0.6, 0.4][..]));
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn sorted_by_mean(&self) -> Result<Self, Error> {
        let k = self.num_components();
        let shape = self.components.batch_shape().to_vec();
        let mean = |place: usize| self.components.gaussian(place).loc;
        let mut places: Vec<usize> = (0..shape.iter().product()).collect();
        for row in places.chunks_mut(k) {
            row.sort_by(|a, b| mean(*a).total_cmp(&mean(*b)));
        }
        let places = shaped(ndarray::IxDyn(&shape), places);
        let components = self.components.gather(places.view())?;
        Self::new(self.mixture.permuted(&places), components)
    }
}
