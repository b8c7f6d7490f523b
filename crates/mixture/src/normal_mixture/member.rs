use super::NormalMixture;
use crate::{MixtureSameFamily, Normal};

impl MixtureSameFamily<Normal> {
    /// One member of the batch, made ready.
    pub(super) fn member(&self, member: usize) -> NormalMixture {
        let components = self.components_distribution();
        NormalMixture::new(
            self.mixture_distribution(),
            |place| components.gaussian(place),
            member,
        )
    }
}
