//! Peaks without a model.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{drawn, near};
use fit::{
    Error, Sample,
    modality::{bandwidth_test, critical_bandwidth, dip, dip_test},
};
use proptest::prelude::*;

/// The dip by its definition: the least d for which some function that is convex up to a datum and concave
/// from it on, or from it on, stays within d of the distribution function, for every datum as the peak.
///
/// Within d means between the steps: at x at most F(x−) + d and at least F(x) − d. Convex functions on the left
/// exist as long as no line from an upper end through a lower one comes above an upper end farther on.
fn by_definition(x: &[f64]) -> f64 {
    let mut x = x.to_vec();
    x.sort_by(f64::total_cmp);
    let n = x.len() as f64;
    let mut places: Vec<(f64, f64, f64)> = Vec::new();
    for (index, x) in x.iter().enumerate() {
        match places.last_mut() {
            Some(last) if last.0 == *x => last.2 = (index + 1) as f64 / n,
            _ => places.push((*x, index as f64 / n, (index + 1) as f64 / n)),
        }
    }
    let fits =
        |d: f64| (0..places.len()).any(|peak| fits_with_peak(&places, peak, d));
    let (mut too_small, mut enough) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(too_small, enough);
        if fits(middle) {
            enough = middle;
        } else {
            too_small = middle;
        }
    }
    enough
}

/// Whether a function that is convex below the peak, may jump there and is concave above it lies within d of
/// the distribution function.
fn fits_with_peak(places: &[(f64, f64, f64)], peak: usize, d: f64) -> bool {
    let (at, before, after) = places[peak];
    // At each place a function is at least d below what was reached, and at most d above what was before.
    let side = |places: &[(f64, f64, f64)], end: f64| {
        let lower = places.iter().map(|(x, _, after)| (*x, after - d));
        let upper = places.iter().map(|(x, before, _)| (*x, before + d));
        let upper = upper.chain([(at, end + d)]);
        (lower.collect::<Vec<_>>(), upper.collect::<Vec<_>>())
    };
    // The side above the peak is one below it, turned upside down.
    let turned: Vec<(f64, f64, f64)> = places[peak + 1..]
        .iter()
        .rev()
        .map(|(x, before, after)| (2.0 * at - x, 1.0 - after, 1.0 - before))
        .collect();
    let left = least_end(side(&places[..peak], before), at);
    let right = least_end(side(&turned, 1.0 - after), at);
    match (left, right) {
        (Some(left), Some(right)) => left <= 1.0 - right + 1e-12,
        _ => false,
    }
}

type Bounds = (Vec<(f64, f64)>, Vec<(f64, f64)>);

/// How high a rising convex function is at its end at least, which lies above the one and below the other
/// points; none if there is none.
fn least_end((lower, upper): Bounds, end: f64) -> Option<f64> {
    let mut least: f64 = 0.0;
    for &(x, y) in &lower {
        least = least.max(y);
        for &(a, top) in &upper {
            if a >= x && top < y - 1e-12 {
                return None;
            }
            if a >= x {
                continue;
            }
            // It comes from below here: then it goes on as steeply.
            let slope = ((y - top) / (x - a)).max(0.0);
            least = least.max(y + slope * (end - x));
            let is_above = |&(b, other): &(f64, f64)| {
                b > x && other < y + slope * (b - x) - 1e-12
            };
            if upper.iter().any(is_above) {
                return None;
            }
        }
    }
    Some(least)
}

fn few() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0_u8..20).prop_map(|n| f64::from(n) / 2.0), 4..14)
}

proptest! {
    #[test]
    fn the_dip_is_the_distance_to_the_nearest_function_with_one_peak(x in few()) {
        let expected = by_definition(&x).max(0.5 / x.len() as f64);
        let actual = dip(&Sample::new(x).unwrap()).unwrap();
        prop_assert!(near(actual, expected, 1e-9), "{actual} {expected}");
    }

    #[test]
    fn a_count_is_as_many_copies(x in few(), counts in prop::collection::vec(1_u8..4, 14)) {
        let counts = &counts[..x.len()];
        let copies = x.iter().zip(counts).flat_map(|(x, n)| vec![*x; usize::from(*n)]);
        let copies = Sample::new(copies).unwrap();
        let counted = Sample::new(x.clone()).unwrap().weights(counts.iter().map(|n| f64::from(*n))).unwrap();
        prop_assert_eq!(dip(&counted).unwrap(), dip(&copies).unwrap());
        if let Ok(bandwidth) = critical_bandwidth(&copies, 1) {
            prop_assert!(near(critical_bandwidth(&counted, 1).unwrap(), bandwidth, 1e-8));
        }
    }

    #[test]
    fn shifted_and_stretched_numbers_dip_as_much_and_need_as_much_more_bandwidth(
        x in few(), shift in -100.0..100.0, power in -6_i32..7,
    ) {
        let stretch = libm::exp2(f64::from(power));
        let moved = x.iter().map(|x| stretch * (x + shift));
        let (here, there) = (Sample::new(x.clone()).unwrap(), Sample::new(moved).unwrap());
        prop_assert!(near(dip(&here).unwrap(), dip(&there).unwrap(), 1e-9));
        if let (Ok(here), Ok(there)) = (critical_bandwidth(&here, 1), critical_bandwidth(&there, 1)) {
            prop_assert!(near(there / stretch, here, 1e-6), "{here} {there}");
        }
    }

    #[test]
    fn below_the_critical_bandwidth_there_is_a_peak_more(x in few(), modes in 1_usize..3) {
        let sample = Sample::new(x.clone()).unwrap();
        let Ok(bandwidth) = critical_bandwidth(&sample, modes) else { return Ok(()) };
        let peaks = |bandwidth: f64| {
            let curve = |at: f64| -> f64 {
                let z = |x: &f64| (x - at) / bandwidth;
                x.iter().map(|x| libm::exp(-0.5 * z(x) * z(x))).sum()
            };
            let values: Vec<f64> = (0..6000).map(|n| curve(-1.0 + f64::from(n) / 500.0)).collect();
            values.windows(3).filter(|three| three[1] > three[0] && three[1] >= three[2]).count()
        };
        prop_assert!(peaks(1.01 * bandwidth) <= modes);
        prop_assert!(peaks(0.98 * bandwidth) > modes);
    }
}

#[test]
fn the_dips_of_the_geyser_are_those_of_r() {
    // diptest 0.76 under R 4.2.
    let of = |x: Vec<f64>| dip(&Sample::new(x).unwrap()).unwrap();
    let faithful = || datasets::FAITHFUL.iter();
    let waiting = of(faithful().map(|eruption| eruption.waiting_min).collect());
    let duration =
        of(faithful().map(|eruption| eruption.duration_min).collect());
    assert!((waiting - 0.041_436_887_255).abs() < 1e-12);
    assert!((duration - 0.092_381_026_307).abs() < 1e-12);
}

#[test]
fn rounded_numbers_are_compared_with_rounded_ones() {
    let waiting =
        || datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let exact = dip_test(&Sample::new(waiting()).unwrap(), 2000, 1).unwrap();
    let rounded =
        dip_test(&Sample::rounded(waiting(), 1.0).unwrap(), 2000, 1).unwrap();
    assert_eq!(exact.dip(), rounded.dip());
    // R interpolates 0.0018 in a table of exact numbers.
    assert!((0.0005..0.004).contains(&exact.p()), "{}", exact.p());
    assert!((0.004..0.02).contains(&rounded.p()), "{}", rounded.p());
    assert_eq!(exact.null().len(), 2000);
}

#[test]
fn two_peaks_are_seen_and_a_third_is_not() {
    let sample = Sample::new(drawn(300, 11)).unwrap();
    let [one, two] =
        [1, 2].map(|modes| bandwidth_test(&sample, modes, 99, 1).unwrap());
    assert_eq!(one.p(), 0.01);
    assert!(two.p() > 0.05, "{}", two.p());
    assert!(one.bandwidth() > two.bandwidth());
    assert!(dip_test(&sample, 99, 1).unwrap().p() < 0.05);
    let one_peak: Vec<f64> =
        drawn(300, 12).into_iter().filter(|x| *x < 3.5).collect();
    let sample = Sample::new(one_peak).unwrap();
    assert!(dip_test(&sample, 99, 1).unwrap().p() > 0.2);
}

#[test]
fn what_has_no_place_is_refused() {
    let open = Sample::intervals([1.0, 4.85], [1.5, f64::INFINITY]).unwrap();
    assert_eq!(
        dip(&open).unwrap_err().to_string(),
        "upper[1] must be finite where peaks are asked for, got inf"
    );
    let two = Sample::new([1.0, 2.0]).unwrap();
    assert_eq!(
        critical_bandwidth(&two, 0).unwrap_err().to_string(),
        "modes must be at least one, got 0.0"
    );
    let error = critical_bandwidth(&two, 2).unwrap_err();
    assert_eq!(error, Error::Components { components: 3, distinct: 2 });
    assert_eq!(dip(&Sample::new([7.0; 5]).unwrap()).unwrap(), 0.1);
}
