use mixture::{Categorical, MixtureSameFamily, Normal};

use crate::Error;

/// With more components than this they are matched by the order of their means.
const MOST: usize = 10;

/// A mixture with its components in the order of those of another that they are most like: the sum of the
/// squared distances between means and between logarithms of deviations, in deviations, is smallest.
pub(super) fn like(
    other: &MixtureSameFamily<Normal>,
    mixture: &MixtureSameFamily<Normal>,
) -> Result<MixtureSameFamily<Normal>, Error> {
    let k = mixture.num_components();
    let parts = |of: &MixtureSameFamily<Normal>| {
        let normal = of.components_distribution();
        (normal.loc(), normal.scale())
    };
    let ((locs, scales), (other_locs, other_scales)) =
        (parts(mixture), parts(other));
    let cost = |place: usize, component: usize| {
        let (scale, other) = (scales[component], other_scales[place]);
        let away = locs[component] - other_locs[place];
        let wider = libm::log(scale / other);
        away * away / (scale * other) + wider * wider
    };
    let order = if k > MOST {
        let by = |locs: &ndarray::ArrayD<f64>| {
            crate::order::order(locs.iter().copied())
        };
        let (ours, theirs) = (by(&locs), by(&other_locs));
        let mut order = vec![0; k];
        for (component, place) in ours.into_iter().zip(theirs) {
            order[place] = component;
        }
        order
    } else {
        assigned(k, cost)
    };
    let probs = mixture.mixture_distribution().probs();
    let pick = |of: &ndarray::ArrayD<f64>| -> Vec<f64> {
        order.iter().map(|&component| of[component]).collect()
    };
    let cat = Categorical::from_weights(pick(probs))?;
    let normal = Normal::new(pick(&locs), pick(&scales))?;
    Ok(MixtureSameFamily::new(cat, normal)?)
}

/// Which component goes to each place for the least cost together: the best of every set of components for
/// the first places, from those of the sets with one less.
fn assigned(k: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    let mut best = vec![(f64::INFINITY, 0); 1 << k];
    best[0] = (0.0, 0);
    for set in 1_usize..1 << k {
        let place = set.count_ones() as usize - 1;
        for component in (0..k).filter(|component| set >> component & 1 == 1) {
            let before = best[set & !(1 << component)].0;
            let all = before + cost(place, component);
            if all < best[set].0 {
                best[set] = (all, component);
            }
        }
    }
    let mut set = (1 << k) - 1;
    let mut order = vec![0; k];
    for place in (0..k).rev() {
        order[place] = best[set].1;
        set &= !(1 << order[place]);
    }
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;

    fn mixture(
        probs: &[f64],
        loc: &[f64],
        scale: &[f64],
    ) -> MixtureSameFamily<Normal> {
        MixtureSameFamily::new(
            Categorical::from_weights(probs).unwrap(),
            Normal::new(loc, scale).unwrap(),
        )
        .unwrap()
    }

    #[test]
    fn components_take_the_places_of_those_they_are_like() {
        let other =
            mixture(&[0.2, 0.3, 0.5], &[4.0, 0.0, 0.1], &[1.0, 0.1, 2.0]);
        let turned =
            mixture(&[0.5, 0.2, 0.3], &[-0.1, 4.1, 0.1], &[2.1, 1.1, 0.1]);
        let matched = like(&other, &turned).unwrap();
        let loc = matched.components_distribution().loc();
        assert_eq!([loc[0], loc[1], loc[2]], [4.1, 0.1, -0.1]);
        let probs = matched.mixture_distribution().probs();
        assert_eq!([probs[0], probs[1], probs[2]], [0.2, 0.3, 0.5]);
    }

    #[test]
    fn no_assignment_costs_less() {
        let costs = [[3.0, 1.0, 2.0], [1.0, 5.0, 2.0], [2.0, 2.0, 9.0]];
        let order = assigned(3, |place, component| costs[place][component]);
        let cost = |order: &[usize]| -> f64 {
            order.iter().enumerate().map(|(at, k)| costs[at][*k]).sum()
        };
        for other in
            [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        {
            assert!(cost(&order) <= cost(&other));
        }
    }
}
