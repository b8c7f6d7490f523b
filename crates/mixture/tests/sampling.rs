//! Samples have the distribution that they are drawn from, take their random numbers in the order
//! that the docs tell, and are the same on every machine.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{Parameters, Plain, grades};
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use rand::Rng;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn rng(seed: u64) -> Pcg64 {
    Pcg64::seed_from_u64(seed)
}

/// The largest distance between the distribution function and that of the sample, times √n; above
/// 1.95 once in a thousand samples (Kolmogorov, 1933).
fn kolmogorov_smirnov<D>(distribution: &D, sample: &[f64]) -> f64
where
    D: mixture::Cumulative,
{
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let cdf = distribution.cdf(&sorted).unwrap();
    let distance = cdf.iter().enumerate().map(|(i, &p)| {
        let (below, with) = (i as f64 / n, (i as f64 + 1.0) / n);
        (p - below).abs().max((p - with).abs())
    });
    distance.fold(0.0, f64::max) * n.sqrt()
}

/// The sum of squared deviations of counts from what is expected, each over what is expected.
fn chi_squared(counts: &[usize], probs: &[f64]) -> f64 {
    let n: usize = counts.iter().sum();
    let terms = counts.iter().zip(probs).map(|(&count, p)| {
        let expected = n as f64 * p;
        (count as f64 - expected) * (count as f64 - expected) / expected
    });
    terms.sum()
}

#[test]
fn a_sample_of_a_mixture_passes_the_test_of_kolmogorov_and_smirnov() {
    let three = Parameters {
        weights: vec![0.2, 0.5, 0.3],
        loc: vec![-3.0, 0.0, 8.0],
        scale: vec![0.5, 2.0, 0.1],
    };
    let many = Parameters {
        weights: (1..=40).map(f64::from).collect(),
        loc: (0..40).map(f64::from).collect(),
        scale: vec![0.3; 40],
    };
    for (name, gmm) in [
        ("grades", grades()),
        ("three", three.mixture()),
        ("many", many.mixture()),
    ] {
        // Below and above the size from which several threads draw.
        for n in [5_000, 100_000] {
            let sample = gmm.sample(n, &mut rng(7));
            let distance = kolmogorov_smirnov(&gmm, sample.as_slice().unwrap());
            assert!(distance < 1.95, "{name}, {n}: {distance}");
        }
    }
    let normal = Normal::new(2.0, 3.0).unwrap();
    let sample = normal.sample(50_000, &mut rng(8));
    let distance = kolmogorov_smirnov(&normal, sample.as_slice().unwrap());
    assert!(distance < 1.95, "{distance}");
}

#[test]
fn the_test_of_kolmogorov_and_smirnov_notices_a_wrong_weight() {
    let wrong = Parameters {
        weights: vec![0.62, 0.38],
        loc: vec![2.5, 4.8],
        scale: vec![0.6, 0.3],
    };
    let sample = grades().sample(100_000, &mut rng(7));
    let distance =
        kolmogorov_smirnov(&wrong.mixture(), sample.as_slice().unwrap());
    assert!(distance > 4.0, "{distance}");
}

#[test]
fn a_sample_of_classes_passes_the_chi_squared_test() {
    let probs = [0.1, 0.0, 0.25, 0.6, 0.05];
    let classes = Categorical::from_probs(probs).unwrap();
    let sample = classes.sample(100_000, &mut rng(3));
    let mut counts = [0; 5];
    for &class in &sample {
        counts[class] += 1;
    }
    assert_eq!(counts[1], 0);
    let possible = |numbers: [usize; 5]| [0, 2, 3, 4].map(|k| numbers[k]);
    // Above 16.3 once in a thousand samples with three degrees of freedom.
    let statistic = chi_squared(&possible(counts), &[0.1, 0.25, 0.6, 0.05]);
    assert!(statistic < 16.3, "{statistic} {counts:?}");
}

#[test]
fn the_components_of_a_sample_come_as_often_as_their_weights_say() {
    // So far apart that a draw tells its component.
    let gmm = Parameters {
        weights: vec![0.5, 0.2, 0.3],
        loc: vec![0.0, 1e6, 2e6],
        scale: vec![1.0; 3],
    };
    let sample = gmm.mixture().sample(60_000, &mut rng(11));
    let labels = gmm.mixture().posterior_mode(&sample).unwrap();
    let mut counts = [0; 3];
    for &label in &labels {
        counts[label] += 1;
    }
    // Above 13.8 once in a thousand samples with two degrees of freedom.
    let statistic = chi_squared(&counts, &[0.5, 0.2, 0.3]);
    assert!(statistic < 13.8, "{statistic} {counts:?}");
}

#[test]
fn the_weather_is_good_as_often_as_it_should_be() {
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3]).unwrap(),
    )
    .unwrap();
    let sample = weather.sample(100_000, &mut rng(5));
    assert!(sample.iter().all(|&x| x == 0.0 || x == 1.0));
    // Within four standard deviations.
    let off = (sample.sum() / 1e5 - 0.525).abs();
    assert!(off < 4.0 * (0.525_f64 * 0.475 / 1e5).sqrt(), "{off}");
}

#[test]
fn a_draw_takes_a_number_for_the_class_and_then_one_for_the_component() {
    let (classes, normal) = (
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap(),
    );
    // Ancestral sampling by hand, as the video does it.
    let mut by_hand = rng(42);
    let draws: Vec<f64> = (0..70_000)
        .map(|_| {
            let class = classes.sample((), &mut by_hand)[[]];
            let component = normal.gather(class).unwrap();
            component.sample((), &mut by_hand)[[]]
        })
        .collect();
    for n in [1, 7, 8, 9, 5_000, 70_000] {
        let mut generator = rng(42);
        let sample = grades().sample(n, &mut generator);
        assert_eq!(sample.as_slice().unwrap(), &draws[..n]);
        // Nothing else is taken.
        let mut twin = rng(42);
        for _ in 0..2 * n {
            twin.next_u64();
        }
        assert_eq!(generator.next_u64(), twin.next_u64());
    }
    let plain = MixtureSameFamily::new(classes, Plain(normal)).unwrap();
    let sample = plain.sample(1000, &mut rng(42));
    assert_eq!(sample.as_slice().unwrap(), &draws[..1000]);
}

#[test]
fn a_batch_is_drawn_member_after_member() {
    let batch = Normal::new([[0.0], [100.0]], [1.0, 2.0, 3.0]).unwrap();
    let sample = batch.sample([4], &mut rng(1));
    assert_eq!(sample.shape(), [4, 2, 3]);
    let mut generator = rng(1);
    for draw in 0..4 {
        for member in 0..6 {
            let one = batch.gather(member).unwrap();
            let expected = one.sample((), &mut generator)[[]];
            assert_eq!(sample[[draw, member / 3, member % 3]], expected);
        }
    }
    let mixtures = MixtureSameFamily::new(
        Categorical::from_probs([0.5; 2]).unwrap(),
        Normal::new([[0.0, 1e3], [1e6, 1e9]], 1.0).unwrap(),
    )
    .unwrap();
    let sample = mixtures.sample([5, 7], &mut rng(1));
    assert_eq!(sample.shape(), [5, 7, 2]);
    let first = sample.index_axis(ndarray::Axis(2), 0);
    assert!(first.iter().all(|&x| x < 2e3));
    let second = sample.index_axis(ndarray::Axis(2), 1);
    assert!(second.iter().all(|&x| x > 5e5));
}

#[test]
fn the_first_draws_of_a_seed_are_these() {
    // Golden values: a change here breaks the samples of everybody who keeps a seed.
    let sample = grades().sample(6, &mut rng(42));
    assert_eq!(sample.as_slice().unwrap(), GOLDEN);
}

const GOLDEN: [f64; 6] = [
    2.074_492_577_868_142,
    4.820_952_122_198_634,
    4.704_774_169_776_609,
    2.537_108_200_277_581_5,
    4.701_124_617_862_676,
    3.379_427_070_634_437,
];
