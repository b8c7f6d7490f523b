//! Where the climbs begin.

use rand::RngExt as _;
use rand_pcg::{Pcg64, rand_core::SeedableRng as _};

use crate::{
    em::{Parameters, Scaled},
    order::by_place,
};

/// A datum as a start sees it: its middle and its weight.
type Place = (f64, f64);

/// So many places at the most are cut exactly; more are first gathered into as many cells.
const MOST: usize = 2000;

/// The places where a sample lies, at which starts are looked for.
pub(super) struct Places {
    places: Vec<Place>,
    /// No start is narrower.
    narrowest: f64,
}

impl Places {
    pub(super) fn of(scaled: &Scaled, floor: f64) -> Self {
        Self { places: gathered(scaled), narrowest: 50.0 * floor }
    }

    /// The best cut of the numbers into stretches, and the cut at their quantiles.
    pub(super) fn cuts(&self, components: usize) -> Vec<Parameters> {
        [best_cut, at_quantiles]
            .map(|cut| self.of_stretches(&cut(&self.places, components)))
            .into()
    }

    /// So many starts at random.
    pub(super) fn at_random(
        &self,
        components: usize,
        starts: usize,
        seed: u64,
    ) -> Vec<Parameters> {
        let mut rng = Pcg64::seed_from_u64(seed);
        (0..starts)
            .map(|_| {
                at_random(&self.places, components, &mut rng, self.narrowest)
            })
            .collect()
    }

    fn of_stretches(&self, ends: &[usize]) -> Parameters {
        of_stretches(&self.places, ends, self.narrowest)
    }
}

/// A mixture with each component split in turn, once side by side and once into a narrow and a wide one:
/// its mean and its variance stay.
pub(super) fn splits(mixture: &Parameters) -> Vec<Parameters> {
    const APART: f64 = 0.7;
    const WIDER: f64 = 1.3;
    let split = |k: usize, [locs, scales]: [[f64; 2]; 2]| {
        let mut start = mixture.clone();
        let (loc, scale) = (mixture.loc[k], mixture.scale[k]);
        start.probs[k] /= 2.0;
        start.probs.insert(k + 1, start.probs[k]);
        start.loc[k] = loc + scale * locs[0];
        start.loc.insert(k + 1, loc + scale * locs[1]);
        start.scale[k] = scale * scales[0];
        start.scale.insert(k + 1, scale * scales[1]);
        start
    };
    let left = (1.0 - APART * APART).sqrt();
    let narrower = (2.0 - WIDER * WIDER).sqrt();
    let ways =
        [[[-APART, APART], [left, left]], [[0.0, 0.0], [narrower, WIDER]]];
    let components = 0..mixture.len();
    components.flat_map(|k| ways.map(|way| split(k, way))).collect()
}

/// The middles of the rows, ascending, with their weights.
fn gathered(scaled: &Scaled) -> Vec<Place> {
    let rows = scaled.rows().filter(|row| row.weight > 0.0);
    let mut places: Vec<Place> =
        rows.map(|row| (row.middle(), row.weight)).collect();
    by_place(&mut places);
    let per_cell = places.len().div_ceil(MOST).max(1);
    let cells = places.chunks(per_cell).map(|cell| {
        let weight: f64 = cell.iter().map(|place| place.1).sum();
        let sum: f64 = cell.iter().map(|place| place.0 * place.1).sum();
        (sum / weight, weight)
    });
    cells.collect()
}

/// The ends of the stretches into which ascending places are cut with the least squares within them,
/// found exactly by dynamic programming (Fisher 1958, *JASA* 53, 789–798; Wang & Song 2011, *The R
/// Journal* 3(2), 29–33): k-means on a line has no local tops.
fn best_cut(places: &[Place], components: usize) -> Vec<usize> {
    let n = places.len();
    // Sums of the weights, of the places and of their squares, up to each.
    let mut sums = vec![[0.0_f64; 3]; n + 1];
    for (index, (x, weight)) in places.iter().enumerate() {
        let [w, s, q] = sums[index];
        sums[index + 1] = [w + weight, s + weight * x, q + weight * x * x];
    }
    let squares = |from: usize, to: usize| {
        let [w, s, q] = [0, 1, 2].map(|sum| sums[to][sum] - sums[from][sum]);
        (q - s * s / w).max(0.0)
    };
    let mut least: Vec<f64> =
        (0..=n).map(|to| if to == 0 { 0.0 } else { squares(0, to) }).collect();
    let mut begins = vec![vec![0; n + 1]];
    for stretch in 1..components {
        let mut next = vec![f64::INFINITY; n + 1];
        let mut begin = vec![0; n + 1];
        // Where the last stretch begins rises with where it ends: each half has its own part.
        let mut parts = vec![(stretch + 1, n, stretch, n - 1)];
        while let Some((low, high, from, to)) = parts.pop() {
            if low > high {
                continue;
            }
            let middle = usize::midpoint(low, high);
            let cuts = least.iter().enumerate().take(to.min(middle - 1) + 1);
            for (cut, least) in cuts.skip(from) {
                let cost = least + squares(cut, middle);
                if cost < next[middle] {
                    (next[middle], begin[middle]) = (cost, cut);
                }
            }
            parts.push((low, middle - 1, from, begin[middle]));
            parts.push((middle + 1, high, begin[middle], to));
        }
        least = next;
        begins.push(begin);
    }
    let mut ends = vec![n];
    for begin in begins.iter().skip(1).rev() {
        let last = ends[ends.len() - 1];
        ends.push(begin[last]);
    }
    ends.reverse();
    ends
}

/// The ends of stretches that weigh the same, as nearly as can be; none is empty.
fn at_quantiles(places: &[Place], components: usize) -> Vec<usize> {
    let total: f64 = places.iter().map(|place| place.1).sum();
    let (mut ends, mut below) = (Vec::new(), 0.0);
    for (index, place) in places.iter().enumerate() {
        below += place.1;
        let cut = ends.len() + 1;
        let left = places.len() - index - 1;
        let is_due = below >= total * cut as f64 / components as f64;
        if cut < components && (is_due || left < components - cut + 1) {
            ends.push(index + 1);
        }
    }
    ends.push(places.len());
    ends
}

/// A component for each stretch.
fn of_stretches(
    places: &[Place],
    ends: &[usize],
    narrowest: f64,
) -> Parameters {
    let total: f64 = places.iter().map(|place| place.1).sum();
    let mut start =
        Parameters { probs: Vec::new(), loc: Vec::new(), scale: Vec::new() };
    let mut from = 0;
    for &to in ends {
        let stretch = &places[from..to];
        from = to;
        let weight: f64 = stretch.iter().map(|place| place.1).sum();
        let sum: f64 = stretch.iter().map(|place| place.0 * place.1).sum();
        let mean = sum / weight;
        let squares: f64 = stretch
            .iter()
            .map(|(x, weight)| weight * (x - mean) * (x - mean))
            .sum();
        start.probs.push(weight / total);
        start.loc.push(mean);
        start.scale.push((squares / weight).sqrt().max(narrowest));
    }
    start
}

/// Components at places drawn by their weights, as wide as the sample has room for them.
fn at_random(
    places: &[Place],
    components: usize,
    rng: &mut Pcg64,
    narrowest: f64,
) -> Parameters {
    let total: f64 = places.iter().map(|place| place.1).sum();
    let mut draw = || {
        let mut left = rng.random::<f64>() * total;
        for (x, weight) in places {
            left -= weight;
            if left < 0.0 {
                return *x;
            }
        }
        places.last().map_or(0.0, |place| place.0)
    };
    let loc: Vec<f64> = (0..components).map(|_| draw()).collect();
    let widths: Vec<f64> =
        (0..components).map(|_| 0.2 + 1.3 * rng.random::<f64>()).collect();
    let scale =
        widths.iter().map(|width| (width / components as f64).max(narrowest));
    Parameters {
        probs: vec![1.0 / components as f64; components],
        loc,
        scale: scale.collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The least squares over all cuts, tried one by one.
    fn by_trying(places: &[Place], components: usize) -> f64 {
        let within = |part: &[Place]| {
            let weight: f64 = part.iter().map(|place| place.1).sum();
            let mean = part.iter().map(|place| place.0 * place.1).sum::<f64>()
                / weight;
            part.iter().map(|(x, w)| w * (x - mean) * (x - mean)).sum::<f64>()
        };
        if components == 1 {
            return within(places);
        }
        (components - 1..places.len())
            .map(|cut| {
                by_trying(&places[..cut], components - 1)
                    + within(&places[cut..])
            })
            .fold(f64::INFINITY, f64::min)
    }

    proptest! {
        #[test]
        fn no_cut_has_smaller_squares_than_the_best(
            mut xs in prop::collection::vec((-9.0..9.0, 0.5..3.0), 3..12),
            components in 1_usize..4,
        ) {
            xs.sort_by(|one: &Place, other| one.0.total_cmp(&other.0));
            let ends = best_cut(&xs, components);
            let mut from = 0;
            let mut squares = 0.0;
            for &to in &ends {
                squares += by_trying(&xs[from..to], 1);
                from = to;
            }
            prop_assert_eq!(ends.len(), components);
            prop_assert!(squares <= by_trying(&xs, components) + 1e-9);
        }

        #[test]
        fn no_stretch_between_quantiles_is_empty(
            xs in prop::collection::vec((0.0..1.0, 0.0001..100.0), 4..12),
            components in 1_usize..5,
        ) {
            let ends = at_quantiles(&xs, components);
            prop_assert_eq!(ends.len(), components);
            prop_assert!(ends[0] > 0 && ends.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
