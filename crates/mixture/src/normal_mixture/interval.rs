use ndarray::ArrayD;

use crate::{
    ArrayLike, Distribution, Error, MixtureSameFamily, Normal,
    batch::mapped,
    interval::{ends, log_interval, map_intervals},
    reduce::log_sum_exp,
};

impl MixtureSameFamily<Normal> {
    /// The probability of a draw above `from` and at most `to`, with its digits however narrow the
    /// interval is and however far out; either end may be infinite.
    ///
    /// Shape: `from` broadcast with `to` and with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `to` below its `from`, [`Error::Broadcast`] if the shapes do not
    /// broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.6, 0.4])?,
    ///     Normal::new([2.5, 4.8], [0.6, 0.3])?,
    /// )?;
    /// // What an examiner calls 4.0.
    /// let share = gmm.prob_between(3.85, 4.15)?[[]];
    /// assert!((0.0112..0.0113).contains(&share));
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        let logs = self.log_prob_between(from, to)?;
        Ok(mapped(&logs, |log| libm::exp(*log)))
    }

    /// The logarithm of [`prob_between`](Self::prob_between), also where that is too small for a
    /// number.
    ///
    /// # Errors
    ///
    /// As [`prob_between`](Self::prob_between).
    pub fn log_prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        let ends = ends(&from.view(), &to.view())?;
        let k = self.num_components();
        map_intervals(self.batch_shape(), &ends, |member, ends| {
            let components = self.components_distribution();
            let log = |class: usize| {
                let log_weight =
                    self.mixture_distribution().log_p(member, class);
                let gaussian = components.gaussian(member * k + class);
                log_weight + log_interval(gaussian, ends)
            };
            log_sum_exp((0..k).map(log)).min(0.0)
        })
    }
}

impl Normal {
    /// The probability of a draw above `from` and at most `to`, as that of a
    /// [mixture](MixtureSameFamily::prob_between).
    ///
    /// Shape: `from` broadcast with `to` and with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `to` below its `from`, [`Error::Broadcast`] if the shapes do not
    /// broadcast.
    pub fn prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        let logs = self.log_prob_between(from, to)?;
        Ok(mapped(&logs, |log| libm::exp(*log)))
    }

    /// The logarithm of [`prob_between`](Self::prob_between), also where that is too small for a
    /// number.
    ///
    /// # Errors
    ///
    /// As [`prob_between`](Self::prob_between).
    pub fn log_prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        let ends = ends(&from.view(), &to.view())?;
        map_intervals(self.batch_shape(), &ends, |member, ends| {
            log_interval(self.gaussian(member), ends)
        })
    }
}
