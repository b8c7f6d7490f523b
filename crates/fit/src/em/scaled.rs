use mixture::{MixtureSameFamily, Normal};

use super::{
    Parameters, mixture_of,
    pass::{Depth, Points, Slopes, shares},
};
use crate::{
    Error, Sample,
    moments::Tails,
    order::{by_place, order},
    sample::Row,
};

/// What an M-step needs of an E-step, for each component: how much belongs to it, and the sums of the
/// first two moments about its mean, in its deviations; and the log-likelihood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sums {
    pub(crate) counts: Vec<f64>,
    pub(crate) firsts: Vec<f64>,
    pub(crate) seconds: Vec<f64>,
    pub(crate) log_likelihood: f64,
}

/// A sample around zero and about as wide as one, so that the units of the data do not matter. The unit
/// is a power of two: data that are stretched by one have the same bits.
#[derive(Clone, Debug)]
pub(crate) struct Scaled {
    /// The exact numbers, each once, ascending.
    points: Points,
    /// The intervals, each once.
    intervals: Vec<Row>,
    window: [f64; 2],
    pub(crate) total: f64,
    /// How much the exact numbers weigh: their densities have a unit.
    exact: f64,
    center: f64,
    unit: f64,
    tails: std::sync::Arc<Normal>,
}

impl Scaled {
    pub(crate) fn of(sample: &Sample) -> Result<Self, Error> {
        let total = sample.total_weight();
        if !(total > 0.0) {
            return Err(Error::Empty);
        }
        let center = median(sample.rows(), total);
        let squares: f64 = sample
            .rows()
            .iter()
            .map(|row| {
                let away = row.middle() - center;
                row.weight / total * away * away
            })
            .sum();
        let spread = squares.sqrt();
        // The power of two below it; equal data have none of their own.
        let unit = if spread > 0.0 && spread.is_finite() {
            libm::exp2(libm::floor(libm::log2(spread)))
        } else {
            1.0
        };
        let at = |x: f64| (x - center) / unit;
        let rows = sample.rows().iter().map(|row| Row {
            lower: at(row.lower),
            upper: at(row.upper),
            weight: row.weight,
        });
        let window = sample.window().map(at);
        let tails = std::sync::Arc::new(Normal::new(0.0, 1.0)?);
        let empty = Self {
            points: Points::default(),
            intervals: Vec::new(),
            window,
            total,
            exact: 0.0,
            center,
            unit,
            tails,
        };
        Ok(empty.with_rows(rows))
    }

    /// The same with other rows, of the same weight together.
    fn with_rows(&self, rows: impl Iterator<Item = Row>) -> Self {
        let (exact, intervals): (Vec<Row>, Vec<Row>) =
            rows.partition(Row::is_exact);
        Self {
            points: Points::of(&exact),
            intervals,
            exact: exact.iter().map(|row| row.weight).sum(),
            tails: self.tails.clone(),
            ..*self
        }
    }

    /// The same sample with so many rows at the most, if it has more: neighbours are gathered, numbers at
    /// their mean and intervals from end to end.
    pub(crate) fn thinned(&self, most: usize) -> Option<Self> {
        let count = self.len();
        if count <= most {
            return None;
        }
        let cell = count.div_ceil(most);
        let numbers: Vec<Row> = self.points.rows().collect();
        let numbers = numbers.chunks(cell).filter_map(|cell| {
            let weight: f64 = cell.iter().map(|row| row.weight).sum();
            let terms = cell.iter().map(|row| row.weight * row.lower);
            let mean = terms.sum::<f64>() / weight;
            (weight > 0.0).then_some(Row { lower: mean, upper: mean, weight })
        });
        let (finite, open): (Vec<Row>, Vec<Row>) = self
            .intervals
            .iter()
            .partition(|row| row.lower.is_finite() && row.upper.is_finite());
        let finite: Vec<Row> = order(finite.iter().map(Row::middle))
            .into_iter()
            .map(|index| finite[index])
            .collect();
        let stretches = finite.chunks(cell).map(|cell| Row {
            lower: cell.iter().map(|row| row.lower).fold(f64::MAX, f64::min),
            upper: cell.iter().map(|row| row.upper).fold(f64::MIN, f64::max),
            weight: cell.iter().map(|row| row.weight).sum(),
        });
        let rows = numbers.chain(stretches).chain(open);
        Some(self.with_rows(rows))
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.points.len() + self.intervals.len()
    }

    /// The exact numbers ascending, and then the intervals.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        self.points.rows().chain(self.intervals.iter().copied())
    }

    pub(crate) fn standard(&self) -> &Normal {
        &self.tails
    }

    pub(crate) fn window(&self) -> Option<[f64; 2]> {
        self.window.iter().any(|end| end.is_finite()).then_some(self.window)
    }

    /// The standard deviation of the middles, in these units.
    pub(crate) fn spread(&self) -> f64 {
        let mean =
            self.rows().map(|row| row.weight * row.middle()).sum::<f64>()
                / self.total;
        let squares = self.rows().map(|row| {
            let away = row.middle() - mean;
            row.weight * away * away
        });
        let spread = (squares.sum::<f64>() / self.total).sqrt();
        if spread > 0.0 { spread } else { 1.0 }
    }

    /// Where a number lies in these units.
    pub(crate) fn place(&self, x: f64) -> f64 {
        (x - self.center) / self.unit
    }

    /// How uncertain the components of the data are: the entropy of the responsibilities.
    pub(crate) fn entropy(&self, parameters: &Parameters) -> f64 {
        // Of the exact numbers from the sums of a pass: the logarithm of a share is that of the weighted
        // density under its component less that under all of them.
        let mut sums = Slopes::new(Depth::Moments, parameters.len());
        sums.add_points(&self.points, parameters);
        let complete: f64 = (0..parameters.len())
            .filter(|&k| parameters.probs[k] > 0.0)
            .map(|k| {
                parameters.log_peak(k) * sums.power(k, 0)
                    - 0.5 * sums.power(k, 2)
            })
            .sum();
        // It is that of equal shares at most; where a deviation is as small as no number is, it is no number.
        let most = self.exact * libm::log(parameters.len() as f64);
        let mut entropy = (sums.log_likelihood() - complete).max(0.0).min(most);
        each(self.intervals.iter().copied(), &self.tails, parameters, {
            |row, _, shares| {
                let shares = shares.iter().filter(|share| **share > 0.0);
                let terms = shares.map(|share| share * libm::log(*share));
                entropy -= row.weight * terms.sum::<f64>();
            }
        });
        entropy
    }

    /// The unit of the parameters, in that of the data.
    pub(crate) fn unit(&self) -> f64 {
        self.unit
    }

    /// A mixture in these units.
    pub(crate) fn parameters(
        &self,
        mixture: &MixtureSameFamily<Normal>,
    ) -> Parameters {
        let normal = mixture.components_distribution();
        let probs = mixture.mixture_distribution().probs();
        Parameters {
            probs: probs.iter().copied().collect(),
            loc: normal.loc().iter().map(|x| self.place(*x)).collect(),
            scale: normal.scale().iter().map(|x| x / self.unit).collect(),
        }
    }

    /// The mixture of these parameters, in the units of the data.
    pub(crate) fn mixture(
        &self,
        Parameters { probs, loc, scale }: &Parameters,
    ) -> Result<MixtureSameFamily<Normal>, Error> {
        let loc: Vec<f64> =
            loc.iter().map(|x| self.center + x * self.unit).collect();
        let scale: Vec<f64> = scale.iter().map(|x| x * self.unit).collect();
        mixture_of(probs, &loc, &scale)
    }

    /// The log-likelihood in the units of the data.
    pub(crate) fn log_likelihood(&self, sums: &Sums) -> f64 {
        sums.log_likelihood - self.exact * libm::log(self.unit)
    }

    /// A log-likelihood in the units of the data in these units.
    #[cfg(feature = "serde")]
    pub(crate) fn without_unit(&self, log_likelihood: f64) -> f64 {
        log_likelihood + self.exact * libm::log(self.unit)
    }

    /// The E-step: what the M-step needs of it.
    ///
    /// None if some datum has no probability: [`lost`](Self::lost) tells which.
    pub(crate) fn sums(&self, parameters: &Parameters) -> Option<Sums> {
        // A bell that has closed in on one number is none any more.
        if parameters.scale.iter().any(|scale| !(*scale > 0.0)) {
            return None;
        }
        let sums = self.pass(Depth::Moments, parameters);
        let log_likelihood = sums.log_likelihood();
        if !log_likelihood.is_finite() {
            return None;
        }
        let power = |power: usize| {
            (0..parameters.len()).map(|k| sums.power(k, power)).collect()
        };
        let [counts, firsts, seconds] = [0, 1, 2].map(power);
        Some(Sums { counts, firsts, seconds, log_likelihood })
    }

    /// The sums that the derivatives of the log-likelihood are made of.
    pub(crate) fn slopes(&self, parameters: &Parameters) -> Slopes {
        self.pass(Depth::Slopes, parameters)
    }

    fn pass(&self, depth: Depth, parameters: &Parameters) -> Slopes {
        let tails = Tails::of(&self.tails);
        let mut sums = Slopes::new(depth, parameters.len());
        sums.add_points(&self.points, parameters);
        sums.add_intervals(&self.intervals, parameters, &tails);
        if let Some(window) = self.window() {
            self.add_unseen(window, parameters, &tails, &mut sums);
        }
        sums
    }

    /// Adds the draws outside a window that are to be expected beside those inside it; to the slopes, what
    /// lies inside counts against as much as all that was seen.
    fn add_unseen(
        &self,
        [lower, upper]: [f64; 2],
        parameters: &Parameters,
        tails: &Tails,
        sums: &mut Slopes,
    ) {
        let (mut moments, mut odds) = (Vec::new(), Vec::new());
        let mut stretch = |lower, upper| {
            let row = Row { lower, upper, weight: 1.0 };
            parameters.within(tails, &row, &mut moments);
            let log_prob = shares(&parameters.probs, &moments, &mut odds);
            (log_prob, odds.clone(), moments.clone())
        };
        let (log_inside, shares, inside) = stretch(lower, upper);
        sums.add_log_likelihood(-self.total * log_inside);
        if sums.depth() == Depth::Slopes {
            sums.add(-self.total, &shares, &inside);
            return;
        }
        for (lower, upper) in
            [(f64::NEG_INFINITY, lower), (upper, f64::INFINITY)]
        {
            let (log_outside, shares, outside) = stretch(lower, upper);
            let expected = self.total * libm::exp(log_outside - log_inside);
            if expected > 0.0 {
                sums.add(expected, &shares, &outside);
            }
        }
    }

    /// The logarithm of the probability of each row, and its responsibilities, in turn.
    pub(crate) fn each_row(
        &self,
        parameters: &Parameters,
        f: impl FnMut(&Row, f64, &[f64]),
    ) {
        each(self.rows(), &self.tails, parameters, f);
    }

    /// The logarithm of the probability of what is recorded at all.
    pub(crate) fn log_recorded(&self, parameters: &Parameters) -> f64 {
        let mut log_prob = 0.0;
        let window = self.window().map(|[lower, upper]| Row {
            lower,
            upper,
            weight: 1.0,
        });
        each(window.into_iter(), &self.tails, parameters, |_, log, _| {
            log_prob = log;
        });
        log_prob
    }

    /// The first row that has no probability.
    pub(crate) fn lost(&self, parameters: &Parameters) -> usize {
        let (mut index, mut lost) = (0, None);
        self.each_row(parameters, |_, log_prob, _| {
            if !log_prob.is_finite() && lost.is_none() {
                lost = Some(index);
            }
            index += 1;
        });
        lost.unwrap_or(0)
    }

    /// The responsibilities of each row.
    pub(crate) fn responsibilities(
        &self,
        parameters: &Parameters,
    ) -> Vec<Vec<f64>> {
        let mut rows = Vec::new();
        self.each_row(parameters, |_, _, shares| rows.push(shares.to_vec()));
        rows
    }
}

fn each(
    rows: impl Iterator<Item = Row>,
    standard: &Normal,
    parameters: &Parameters,
    mut f: impl FnMut(&Row, f64, &[f64]),
) {
    let tails = Tails::of(standard);
    let (mut moments, mut odds) = (Vec::new(), Vec::new());
    for row in rows {
        parameters.within(&tails, &row, &mut moments);
        let log_prob = shares(&parameters.probs, &moments, &mut odds);
        f(&row, log_prob, &odds);
    }
}

/// The weighted median of the middles of the rows.
fn median(rows: &[Row], total: f64) -> f64 {
    let mut middles: Vec<(f64, f64)> =
        rows.iter().map(|row| (row.middle(), row.weight)).collect();
    by_place(&mut middles);
    let mut below = 0.0;
    for (middle, weight) in &middles {
        below += weight;
        if below >= total / 2.0 {
            return *middle;
        }
    }
    middles.last().map_or(0.0, |last| last.0)
}
