use crate::{Data, RecordedFit};

/// How many numbers so many bells have to choose: a mean and a deviation each, and all shares but the last,
/// which is what the others leave.
///
/// # Examples
///
/// ```
/// assert_eq!(ch09::parameters(1), 2.0);
/// assert_eq!(ch09::parameters(3), 8.0);
/// ```
#[must_use]
pub fn parameters(bells: usize) -> f64 {
    3.0 * bells as f64 - 1.0
}

/// Akaike's criterion: a parameter costs two. Less is better.
#[must_use]
pub fn aic(log_likelihood: f64, bells: usize) -> f64 {
    2.0 * parameters(bells) - 2.0 * log_likelihood
}

/// Schwarz's criterion: a parameter costs the logarithm of how many data there are. Less is better.
#[must_use]
pub fn bic(log_likelihood: f64, bells: usize, count: f64) -> f64 {
    libm::log(count) * parameters(bells) - 2.0 * log_likelihood
}

/// A criterion of the chapter: what is best, is least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Criterion {
    Aic,
    Bic,
    Icl,
    HeldOut,
}

impl Data {
    /// What a criterion says of one bell, two, and so on.
    pub(crate) fn values(&self, criterion: Criterion) -> [f64; 6] {
        std::array::from_fn(|at| {
            let RecordedFit { log_likelihood, icl, held_out, .. } =
                self.fits[at];
            match criterion {
                Criterion::Aic => aic(log_likelihood, at + 1),
                Criterion::Bic => bic(log_likelihood, at + 1, self.count),
                Criterion::Icl => icl,
                Criterion::HeldOut => -2.0 * held_out,
            }
        })
    }

    /// How many bells a criterion chooses.
    pub(crate) fn chosen(&self, criterion: Criterion) -> usize {
        let values = self.values(criterion);
        let best = (0..6).min_by(|a, b| values[*a].total_cmp(&values[*b]));
        best.map_or(1, |at| at + 1)
    }
}
