use std::convert::Infallible;

use ndarray::ArrayD;
use rand::Rng;

use super::{Categorical, choose, row};
use crate::{
    ArrayLike, Distribution, Error,
    array::with_axis,
    batch::{batch_len, check_members, shaped},
    elementary::uniform,
};

impl Distribution for Categorical {
    type Value = usize;
    type OnePass = Infallible;

    fn batch_shape(&self) -> &[usize] {
        self.batch()
    }

    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
        let members = members.view();
        check_members(batch_len(self.batch()), &members)?;
        let gathered = |array: &ArrayD<f64>| {
            let shape = with_axis(members.shape(), self.num_categories());
            let numbers = members.iter().flat_map(|&member| row(array, member));
            shaped(shape, numbers.copied().collect())
        };
        let probs = gathered(&self.probs);
        Ok(match &self.log_probs {
            Some(log_probs) => Self::from_both(probs, gathered(log_probs)),
            None => Self::from_right_probs(probs),
        })
    }

    fn member_log_prob(&self, member: usize, class: usize) -> f64 {
        self.log_p(member, class)
    }

    fn member_prob(&self, member: usize, class: usize) -> f64 {
        self.p(member, class)
    }

    fn member_draw<R: Rng + ?Sized>(
        &self,
        member: usize,
        rng: &mut R,
    ) -> usize {
        choose(self.row(member), uniform(rng.next_u64()))
    }
}
