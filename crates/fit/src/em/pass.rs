use crate::moments::Moments;

/// What an M-step needs of an E-step, for each component: how much belongs to it, and the sums of the
/// first two moments about its mean, in its deviations; and the log-likelihood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sums {
    pub(crate) counts: Vec<f64>,
    pub(crate) firsts: Vec<f64>,
    pub(crate) seconds: Vec<f64>,
    pub(crate) log_likelihood: f64,
}

impl Sums {
    pub(crate) fn new(components: usize) -> Self {
        let zeros = || vec![0.0; components];
        Self {
            counts: zeros(),
            firsts: zeros(),
            seconds: zeros(),
            log_likelihood: 0.0,
        }
    }

    /// Adds a datum of a weight; whether it has any probability.
    pub(crate) fn add(
        &mut self,
        weight: f64,
        probs: &[f64],
        moments: &[Moments],
    ) -> bool {
        if weight == 0.0 {
            return true;
        }
        let (shares, log_prob) = shares(probs, moments);
        if !log_prob.is_finite() {
            return false;
        }
        self.log_likelihood += weight * log_prob;
        self.spread(weight, &shares, moments);
        true
    }

    /// Adds the draws outside a window that are to be expected beside `total` inside it; whether there
    /// can be any inside.
    pub(crate) fn add_unseen(
        &mut self,
        total: f64,
        probs: &[f64],
        inside: &[Moments],
        outside: &[Vec<Moments>; 2],
    ) -> bool {
        let (_, log_inside) = shares(probs, inside);
        if !log_inside.is_finite() {
            return false;
        }
        self.log_likelihood -= total * log_inside;
        for moments in outside {
            let (shares, log_outside) = shares(probs, moments);
            let expected = total * libm::exp(log_outside - log_inside);
            if expected > 0.0 {
                self.spread(expected, &shares, moments);
            }
        }
        true
    }

    fn spread(&mut self, weight: f64, shares: &[f64], moments: &[Moments]) {
        for (k, (share, moments)) in shares.iter().zip(moments).enumerate() {
            // What has no share may have moments that are no numbers.
            if *share > 0.0 {
                let part = weight * share;
                self.counts[k] += part;
                self.firsts[k] += part * moments.powers[0];
                self.seconds[k] += part * moments.powers[1];
            }
        }
    }
}

/// The responsibilities for a datum, and the logarithm of its probability.
pub(crate) fn shares(probs: &[f64], moments: &[Moments]) -> (Vec<f64>, f64) {
    let logs: Vec<f64> = probs
        .iter()
        .zip(moments)
        .map(|(prob, moments)| libm::log(*prob) + moments.log_prob)
        .collect();
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !most.is_finite() {
        return (vec![0.0; logs.len()], most);
    }
    let odds: Vec<f64> = logs.iter().map(|log| libm::exp(log - most)).collect();
    let sum: f64 = odds.iter().sum();
    let shares = odds.iter().map(|odds| odds / sum).collect();
    (shares, most + libm::log(sum))
}
