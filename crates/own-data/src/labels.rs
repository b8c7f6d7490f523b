use std::fmt::Write as _;

use crate::{ByHand, Data, Error};

impl ByHand {
    /// The head of the table of labels: `value,bell,responsibility_1,…`.
    #[must_use]
    pub fn labels_head(&self) -> String {
        let mut head = "value,bell".to_owned();
        for bell in 1..=self.bells() {
            // Nothing to fail in a String.
            let _ = write!(head, ",responsibility_{bell}");
        }
        head + "\n"
    }

    /// Rows of the table of labels for some numbers, in their order: each with the bell that most
    /// probably gave it, counted from 1, and the responsibility of every bell.
    ///
    /// The first of equally probable bells is taken.
    ///
    /// # Errors
    ///
    /// What the mixture refuses.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::ByHand;
    ///
    /// let settings = [0.5, 1.0, 6.0, 2.5, 0.6, 4.0, 4.8, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    /// let by_hand = ByHand::new(&settings)?;
    /// assert_eq!(by_hand.labels_head(), "value,bell,responsibility_1,responsibility_2\n");
    /// assert_eq!(
    ///     by_hand.labels(&[4.7, 2.5])?,
    ///     "4.7,2,0.000954,0.999046\n2.5,1,1.000000,0.000000\n",
    /// );
    /// # Ok::<(), own_data::Error>(())
    /// ```
    pub fn labels(&self, values: &[f64]) -> Result<String, Error> {
        let posterior = self.mixture.posterior_marginal(values)?;
        let mut probs = posterior.probs().iter().copied();
        let mut rows = String::with_capacity(values.len() * 32);
        let mut row = vec![0.0; self.bells()];
        for &value in values {
            row.fill_with(|| probs.next().unwrap_or(f64::NAN));
            let likeliest = row.iter().copied().fold(0.0, f64::max);
            let bell = row.iter().position(|&prob| prob == likeliest);
            // Nothing to fail in a String.
            let _ =
                write!(rows, "{},{}", written(value), bell.unwrap_or(0) + 1);
            for prob in &row {
                let _ = write!(rows, ",{prob:.6}");
            }
            rows.push('\n');
        }
        Ok(rows)
    }

    /// The whole table of labels.
    ///
    /// # Errors
    ///
    /// As [`labels`](Self::labels).
    pub fn table(&self, data: &Data) -> Result<String, Error> {
        Ok(self.labels_head() + &self.labels(data.values())?)
    }
}

/// A number in the fewest digits that tell it from all others.
fn written(value: f64) -> String {
    if value == 0.0 || (1e-5..1e16).contains(&value.abs()) {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}
