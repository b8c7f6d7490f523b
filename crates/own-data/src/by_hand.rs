use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};

use crate::{BELLS, Data, Error};

/// So many numbers go through the mixture at a time.
const PART: usize = 4096;

/// What the reader has set: the width of the bins, and a mixture.
///
/// Its weights are the amounts over their sum, so that they are weights whatever was set.
#[derive(Clone, Debug)]
pub struct ByHand {
    pub(crate) bin_width: f64,
    pub(crate) mixture: MixtureSameFamily<Normal>,
    pub(crate) amounts: Vec<f64>,
}

impl ByHand {
    /// The mixture of these settings, in the order of [`Data::controls`].
    ///
    /// # Errors
    ///
    /// [`Error::Settings`] if there is not one value for each control, [`Error::NoAmount`] if no
    /// bell has an amount, and what the number of bells, the amounts, the middles and the widths
    /// must not be.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::ByHand;
    ///
    /// let settings = [0.5, 1.0, 3.0, 2.5, 0.6, 1.0, 4.8, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    /// assert_eq!(ByHand::new(&settings)?.shares(), [0.75, 0.25]);
    /// # Ok::<(), own_data::Error>(())
    /// ```
    pub fn new(settings: &[f64]) -> Result<Self, Error> {
        let expected = 2 + 3 * BELLS;
        let [bin_width, bells, settings @ ..] = settings else {
            return Err(Error::Settings { expected, actual: settings.len() });
        };
        if settings.len() != 3 * BELLS {
            let actual = settings.len() + 2;
            return Err(Error::Settings { expected, actual });
        }
        let count = (1..=BELLS).find(|&count| count as f64 == bells + 1.0);
        let count = count.ok_or_else(|| {
            let requirement = "the index of one of its options";
            chapter::Error::argument("bells", requirement, *bells)
        })?;
        let (bells, _) = settings.as_chunks::<3>();
        let bells = &bells[..count];
        let of = |part: usize| -> Vec<f64> {
            bells.iter().map(|bell| bell[part]).collect()
        };
        let amounts = of(0);
        if amounts.iter().all(|&amount| amount == 0.0) {
            return Err(Error::NoAmount);
        }
        let mixture = MixtureSameFamily::new(
            Categorical::from_weights(amounts.clone())?,
            Normal::new(of(1), of(2))?,
        )?;
        Ok(Self { bin_width: *bin_width, mixture, amounts })
    }

    /// How many bells there are.
    #[must_use]
    pub fn bells(&self) -> usize {
        self.mixture.num_components()
    }

    /// The share of each bell: its amount over the sum of all.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        self.mixture.mixture_distribution().probs().iter().copied().collect()
    }

    /// The logarithm of the density of the numbers: ∑ₙ log p(xₙ).
    ///
    /// # Errors
    ///
    /// What the mixture refuses.
    pub fn log_likelihood(&self, data: &Data) -> Result<f64, Error> {
        let mut sum = 0.0;
        let mut counted = data.counted();
        loop {
            let part = counted.by_ref().take(PART);
            let (values, counts): (Vec<f64>, Vec<usize>) = part.unzip();
            if values.is_empty() {
                return Ok(sum);
            }
            let logs = self.mixture.log_prob(&values)?;
            for (log, count) in logs.iter().zip(counts) {
                sum += count as f64 * log;
            }
        }
    }
}
