//! The passes over the data: once for an E-step, once for the derivatives.
//!
//! Exact numbers go through the same formula eight at a time; no matrix of responsibilities is made.
//! Sums are taken over parts of a fixed size and these are added in their order, so that the bits are the
//! same with one thread and with many.

use std::ops::Range;

use mixture::lanes::{Lanes, Pass, exp_normal, ln, widest};

use super::Parameters;
use crate::{
    moments::{Moments, Tails},
    parallel::each,
    sample::Row,
};

/// So many numbers go through a formula side by side.
const SIDE_BY_SIDE: usize = 8;

/// So many exact numbers are summed before their sum is added to the others.
const PART: usize = 4096;

/// So many intervals are.
const PART_OF_INTERVALS: usize = 256;

/// The lowest exponent that the formulas see: what lies below counts as nothing.
const LOWEST: f64 = -708.0;

/// Exact numbers and their weights, filled up to whole groups with copies of the last that weigh nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Points {
    len: usize,
    x: Vec<[f64; SIDE_BY_SIDE]>,
    weights: Vec<[f64; SIDE_BY_SIDE]>,
}

impl Points {
    pub(super) fn of(rows: &[Row]) -> Self {
        let groups = rows.chunks(SIDE_BY_SIDE);
        let group = |rows: &[Row]| {
            let last = rows.len() - 1;
            let x = std::array::from_fn(|lane| rows[lane.min(last)].lower);
            let weight =
                |lane| rows.get(lane).map_or(0.0, |row: &Row| row.weight);
            (x, std::array::from_fn(weight))
        };
        let (x, weights) = groups.map(group).unzip();
        Self { len: rows.len(), x, weights }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        let x = self.x.as_flattened().iter();
        let points = x.zip(self.weights.as_flattened()).take(self.len);
        points.map(|(&x, &weight)| Row { lower: x, upper: x, weight })
    }
}

/// A component that has a share: which one, its mean, one over its deviation, and the logarithm of its
/// weighted density at the mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bell {
    pub(super) k: usize,
    pub(super) loc: f64,
    pub(super) rate: f64,
    pub(super) log_peak: f64,
}

/// How far a pass goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// For each component the sums of z⁰, z and z², as an M-step needs them.
    Moments,
    /// Up to z⁴, and the products of the slopes: see [`Slopes`].
    Slopes,
}

/// The sums of a pass: the log-likelihood; for each component the powers of z, as far as the pass goes;
/// and, row by row from the diagonal on, the products of the slopes of each datum, which are for each
/// component r, r·z and r·(z² − 1), r being its responsibility.
#[derive(Clone, Debug)]
pub(crate) struct Slopes {
    sums: Vec<f64>,
    depth: Depth,
    components: usize,
}

impl Depth {
    const fn powers(self) -> usize {
        match self {
            Self::Moments => 3,
            Self::Slopes => 5,
        }
    }

    const fn len(self, components: usize) -> usize {
        let slopes = 3 * components;
        let products = match self {
            Self::Moments => 0,
            Self::Slopes => slopes * (slopes + 1) / 2,
        };
        1 + self.powers() * components + products
    }
}

impl Slopes {
    pub(super) fn new(depth: Depth, components: usize) -> Self {
        let sums = vec![0.0; depth.len(components)];
        Self { sums, depth, components }
    }

    pub(super) fn depth(&self) -> Depth {
        self.depth
    }

    pub(super) fn log_likelihood(&self) -> f64 {
        self.sums[0]
    }

    /// The sum of the powers of z of a component.
    pub(crate) fn power(&self, component: usize, power: usize) -> f64 {
        self.sums[1 + component * self.depth.powers() + power]
    }

    /// The products of the slopes, from the diagonal on.
    pub(crate) fn products(&self) -> &[f64] {
        &self.sums[1 + self.components * self.depth.powers()..]
    }

    pub(super) fn add_log_likelihood(&mut self, log_likelihood: f64) {
        self.sums[0] += log_likelihood;
    }

    /// Adds a datum under the components, whose responsibilities are given.
    pub(super) fn add(
        &mut self,
        weight: f64,
        shares: &[f64],
        moments: &[Moments],
    ) {
        let powers = self.depth.powers();
        for (k, (share, moments)) in shares.iter().zip(moments).enumerate() {
            // What has no share may have moments that are no numbers.
            if *share > 0.0 {
                let sums = &mut self.sums[1 + k * powers..][..powers];
                let part = weight * share;
                sums[0] += part;
                for (sum, power) in sums[1..].iter_mut().zip(moments.powers) {
                    *sum += part * power;
                }
            }
        }
        if self.depth == Depth::Moments {
            return;
        }
        let slopes: Vec<f64> = shares
            .iter()
            .zip(moments)
            .flat_map(|(share, moments)| {
                let [first, second, ..] = moments.powers;
                let slope =
                    |of: f64| if *share > 0.0 { share * of } else { 0.0 };
                [*share, slope(first), slope(second - 1.0)]
            })
            .collect();
        let from = 1 + self.components * powers;
        let products = &mut self.sums[from..];
        let pairs = slopes.iter().enumerate().flat_map(|(row, one)| {
            slopes[row..].iter().map(move |other| one * other)
        });
        for (sum, product) in products.iter_mut().zip(pairs) {
            *sum += weight * product;
        }
    }

    fn add_all(&mut self, sums: &[f64]) {
        for (sum, part) in self.sums.iter_mut().zip(sums) {
            *sum += part;
        }
    }

    /// Adds the exact numbers.
    pub(super) fn add_points(
        &mut self,
        points: &Points,
        parameters: &Parameters,
    ) {
        let probs = &parameters.probs;
        let bells: Vec<Bell> = (0..probs.len())
            .filter(|&k| probs[k] > 0.0)
            .map(|k| parameters.bell(k))
            .collect();
        let (depth, components) = (self.depth, self.components);
        in_parts(points.x.len(), PART / SIDE_BY_SIDE, self, |part| {
            let (x, weights) = (&points.x[part.clone()], &points.weights[part]);
            let bells = &bells;
            widest(OverPoints { x, weights, bells, depth, components })
        });
    }

    /// Adds intervals.
    pub(super) fn add_intervals(
        &mut self,
        rows: &[Row],
        parameters: &Parameters,
        tails: &Tails,
    ) {
        let (depth, components) = (self.depth, self.components);
        in_parts(rows.len(), PART_OF_INTERVALS, self, |part| {
            let mut sums = Self::new(depth, components);
            let (mut moments, mut odds) = (Vec::new(), Vec::new());
            for row in rows[part].iter().filter(|row| row.weight > 0.0) {
                parameters.within(tails, row, &mut moments);
                let log_prob = shares(&parameters.probs, &moments, &mut odds);
                sums.add_log_likelihood(row.weight * log_prob);
                sums.add(row.weight, &odds, &moments);
            }
            sums.sums
        });
    }
}

/// Adds the sums of all parts in their order, which may be taken by several threads.
fn in_parts(
    len: usize,
    size: usize,
    sums: &mut Slopes,
    sum: impl Fn(Range<usize>) -> Vec<f64> + Sync + Send,
) {
    let part = |start: usize| start..len.min(start + size);
    if len >= 4 * size {
        let parts = each(len.div_ceil(size), |index| sum(part(index * size)));
        for part in &parts {
            sums.add_all(part);
        }
        return;
    }
    for start in (0..len).step_by(size) {
        sums.add_all(&sum(part(start)));
    }
}

/// A pass over groups of exact numbers.
struct OverPoints<'a> {
    x: &'a [[f64; SIDE_BY_SIDE]],
    weights: &'a [[f64; SIDE_BY_SIDE]],
    bells: &'a [Bell],
    depth: Depth,
    components: usize,
}

type Group = Lanes<SIDE_BY_SIDE>;

/// A group under a bell: how far away it is, and what its share is made of.
type Under = [Group; 2];

const ZERO: Group = Lanes([0.0; SIDE_BY_SIDE]);

impl Pass for OverPoints<'_> {
    type Output = Vec<f64>;

    /// Few components are known to the compiler by their number: then their sums stay in registers.
    #[inline(always)]
    fn run(self) -> Vec<f64> {
        match (self.depth, self.bells) {
            (Depth::Moments, &[a]) => {
                self.moments(&[a], &mut [[ZERO; 2]; 1], &mut [ZERO; 4])
            }
            (Depth::Moments, &[a, b]) => {
                self.moments(&[a, b], &mut [[ZERO; 2]; 2], &mut [ZERO; 7])
            }
            (Depth::Moments, &[a, b, c]) => {
                self.moments(&[a, b, c], &mut [[ZERO; 2]; 3], &mut [ZERO; 10])
            }
            (Depth::Moments, many) => {
                let len = self.depth.len(many.len());
                let mut under = vec![[ZERO; 2]; many.len()];
                self.moments(many, &mut under, &mut vec![ZERO; len])
            }
            (Depth::Slopes, many) => self.slopes(many),
        }
    }
}

impl OverPoints<'_> {
    /// The sums of a group's log-likelihood, and the shares of the bells in what the group weighs.
    #[inline(always)]
    fn shares(
        bells: &[Bell],
        x: Group,
        weights: Group,
        under: &mut [Under],
    ) -> Group {
        let mut most = Lanes::splat(f64::NEG_INFINITY);
        for (bell, under) in bells.iter().zip(under.iter_mut()) {
            let z = (x - bell.loc) * bell.rate;
            let log = bell.log_peak - z * z * 0.5;
            most = most.max(log);
            *under = [z, log];
        }
        let mut sum = ZERO;
        for [_, share] in under.iter_mut() {
            let below = (*share - most).max(Lanes::splat(LOWEST));
            *share = exp_normal(below);
            sum = sum + *share;
        }
        let per_odds = weights / sum;
        for [_, share] in under.iter_mut() {
            *share = *share * per_odds;
        }
        weights * (most + ln(sum))
    }

    #[inline(always)]
    fn moments(
        &self,
        bells: &[Bell],
        under: &mut [Under],
        sums: &mut [Group],
    ) -> Vec<f64> {
        for (&x, &weights) in self.x.iter().zip(self.weights) {
            let log_prob = Self::shares(bells, Lanes(x), Lanes(weights), under);
            sums[0] = sums[0] + log_prob;
            let of_bells = sums[1..].chunks_exact_mut(3);
            for (sums, &[z, share]) in of_bells.zip(under.iter()) {
                let first = share * z;
                sums[0] = sums[0] + share;
                sums[1] = sums[1] + first;
                sums[2] = sums[2] + first * z;
            }
        }
        self.placed(bells, sums)
    }

    #[inline(always)]
    fn slopes(&self, bells: &[Bell]) -> Vec<f64> {
        let powers = self.depth.powers();
        let mut sums = vec![ZERO; self.depth.len(bells.len())];
        let mut under = vec![[ZERO; 2]; bells.len()];
        let mut slopes = vec![ZERO; 3 * bells.len()];
        let one = Lanes::splat(1.0);
        for (&x, &weights) in self.x.iter().zip(self.weights) {
            let log_prob = Self::shares(bells, Lanes(x), one, &mut under);
            let weights = Lanes(weights);
            sums[0] = sums[0] + weights * log_prob;
            let (of_bells, products) =
                sums[1..].split_at_mut(powers * bells.len());
            let of_bells = of_bells.chunks_exact_mut(powers);
            let slopes_of_bells = slopes.chunks_exact_mut(3);
            for ((sums, slopes), &[z, share]) in
                of_bells.zip(slopes_of_bells).zip(&under)
            {
                let [first, second] = [share * z, share * z * z];
                slopes[0] = share;
                slopes[1] = first;
                slopes[2] = second - share;
                let mut term = weights * share;
                for sum in sums {
                    *sum = *sum + term;
                    term = term * z;
                }
            }
            let mut products = products.iter_mut();
            for (row, one) in slopes.iter().enumerate() {
                let weighed = *one * weights;
                for (other, sum) in slopes[row..].iter().zip(&mut products) {
                    *sum = *sum + weighed * *other;
                }
            }
        }
        self.placed(bells, &sums)
    }

    /// The sums of the lanes, at the places of all components, those without a share included.
    #[inline(always)]
    fn placed(&self, bells: &[Bell], sums: &[Group]) -> Vec<f64> {
        let total = |sum: &Group| sum.0.iter().sum::<f64>();
        if bells.len() == self.components {
            return sums.iter().map(total).collect();
        }
        let powers = self.depth.powers();
        let mut all = vec![0.0; self.depth.len(self.components)];
        all[0] = total(&sums[0]);
        let (of_bells, products) = sums[1..].split_at(powers * bells.len());
        for (bell, sums) in bells.iter().zip(of_bells.chunks_exact(powers)) {
            let place = &mut all[1 + bell.k * powers..][..powers];
            for (all, sum) in place.iter_mut().zip(sums) {
                *all = total(sum);
            }
        }
        let size = 3 * self.components;
        let from = 1 + powers * self.components;
        let places = bells
            .iter()
            .flat_map(|bell| [3 * bell.k, 3 * bell.k + 1, 3 * bell.k + 2]);
        let places: Vec<usize> = places.collect();
        let pairs = places.iter().enumerate().flat_map(|(index, row)| {
            places[index..].iter().map(move |column| (row, column))
        });
        for ((row, column), sum) in pairs.zip(products) {
            // As many places as the rows above have from their diagonal on.
            let before = row * size - row * (row.max(&1) - 1) / 2;
            all[from + before + column - row] = total(sum);
        }
        all
    }
}

/// The responsibilities for a datum, and the logarithm of its probability.
pub(crate) fn shares(
    probs: &[f64],
    moments: &[Moments],
    shares: &mut Vec<f64>,
) -> f64 {
    shares.clear();
    let logs = probs
        .iter()
        .zip(moments)
        .map(|(prob, moments)| libm::log(*prob) + moments.log_prob);
    shares.extend(logs);
    let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !most.is_finite() {
        shares.fill(0.0);
        return most;
    }
    let mut sum = 0.0;
    for share in shares.iter_mut() {
        *share = libm::exp(*share - most);
        sum += *share;
    }
    for share in shares.iter_mut() {
        *share /= sum;
    }
    most + libm::log(sum)
}
