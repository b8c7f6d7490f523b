//! Shapes are those of TensorFlow Probability: sample + batch + event, and arguments are stretched
//! against the batch.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{Plain, grades};
use mixture::{
    ArrayLike, Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use ndarray::{Array, Array2, ArrayD, arr1, arr2};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

#[test]
fn components_of_3_1_5_and_scales_of_1_4_5_are_a_batch_of_3_4() {
    let loc = Array::from_shape_fn((3, 1, 5), |(i, _, k)| (10 * i + k) as f64);
    let scale =
        Array::from_shape_fn((1, 4, 5), |(_, j, k)| 1.0 + (j + k) as f64);
    let normal = Normal::new(&loc, &scale).unwrap();
    assert_eq!(normal.batch_shape(), [3, 4, 5]);
    let classes = Categorical::from_weights([1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    let gmm = MixtureSameFamily::new(classes.clone(), normal).unwrap();
    assert_eq!(gmm.batch_shape(), [3, 4]);
    assert_eq!(gmm.num_components(), 5);
    assert_eq!(gmm.mean().shape(), [3, 4]);
    assert_eq!(
        gmm.sample([2], &mut Pcg64::seed_from_u64(1)).shape(),
        [2, 3, 4]
    );
    assert_eq!(gmm.component(2).unwrap().batch_shape(), [3, 4]);
    assert_eq!(gmm.posterior_marginal(0.5).unwrap().probs().shape(), [3, 4, 5]);

    // Every member is the mixture that its parameters make alone.
    let log_prob = gmm.log_prob([[[0.5]], [[7.0]]]).unwrap();
    assert_eq!(log_prob.shape(), [2, 3, 4]);
    for i in 0..3 {
        for j in 0..4 {
            let alone = MixtureSameFamily::new(
                classes.clone(),
                Normal::new(
                    (0..5).map(|k| loc[[i, 0, k]]).collect::<Vec<_>>(),
                    (0..5).map(|k| scale[[0, j, k]]).collect::<Vec<_>>(),
                )
                .unwrap(),
            )
            .unwrap();
            for (point, x) in [0.5, 7.0].into_iter().enumerate() {
                assert_eq!(
                    log_prob[[point, i, j]],
                    alone.log_prob(x).unwrap()[[]]
                );
            }
            let member = gmm.gather(4 * i + j).unwrap();
            assert_eq!(member, alone);
            assert_eq!(gmm.mean()[[i, j]], alone.mean()[[]]);
            assert_eq!(
                gmm.quantile(0.3).unwrap()[[i, j]],
                alone.quantile(0.3).unwrap()[[]]
            );
        }
    }
}

#[test]
fn a_batch_of_classes_stretches_over_one_set_of_components() {
    let classes = Categorical::from_probs([[0.9, 0.1], [0.1, 0.9]]).unwrap();
    let normal = Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap();
    let gmm = MixtureSameFamily::new(classes, normal.clone()).unwrap();
    assert_eq!(gmm.batch_shape(), [2]);
    assert_eq!(gmm.components_distribution().batch_shape(), [2, 2]);
    let prob = gmm.prob([[1.0], [4.0], [5.0]]).unwrap();
    assert_eq!(prob.shape(), [3, 2]);
    for (i, x) in [1.0, 4.0, 5.0].into_iter().enumerate() {
        let parts = normal.prob(x).unwrap();
        let by_hand = 0.1 * parts[0] + 0.9 * parts[1];
        assert!((prob[[i, 1]] - by_hand).abs() < 1e-15);
    }
}

#[test]
fn whatever_looks_like_an_array_is_taken_as_one() {
    fn shape<T>(x: impl ArrayLike<T>) -> Vec<usize> {
        x.view().shape().to_vec()
    }
    assert_eq!(shape(2.5), [0; 0]);
    let column = arr2(&[[1.0], [2.0]]);
    assert_eq!(shape([1.0, 2.0, 3.0]), [3]);
    assert_eq!(shape([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), [2, 3]);
    assert_eq!(shape([[[1_usize], [2]], [[3], [4]]]), [2, 2, 1]);
    assert_eq!(shape([[0.0; 3]; 0]), [0, 3]);
    assert_eq!(shape([[0.0; 0]; 3]), [3, 0]);
    assert_eq!(shape(vec![1.0, 2.0]), [2]);
    assert_eq!(shape(vec![[1.0, 2.0]]), [1, 2]);
    assert_eq!(shape(&[1.0, 2.0][..]), [2]);
    assert_eq!(shape(arr1(&[1.0, 2.0])), [2]);
    assert_eq!(shape(&column), [2, 1]);
    assert_eq!(shape(column.t()), [1, 2]);
    assert_eq!(
        shape(ArrayD::<f64>::zeros(vec![1, 2, 3, 4, 5])),
        [1, 2, 3, 4, 5]
    );
    let nested = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(nested.view(), arr2(&nested).into_dyn());
}

#[test]
fn answers_keep_the_order_of_their_points_whatever_the_layout() {
    let x = Array2::from_shape_fn((3, 4), |(i, j)| (i + 3 * j) as f64 * 0.5);
    let mut column_major = Array2::zeros(ndarray::ShapeBuilder::f((3, 4)));
    column_major.assign(&x);
    let (normal, gmm) = (Normal::new(2.0, 1.0).unwrap(), grades());
    assert_eq!(normal.prob(&column_major), normal.prob(&x));
    assert_eq!(gmm.prob(&column_major), gmm.prob(&x));
    assert_eq!(gmm.posterior_mode(&column_major), gmm.posterior_mode(&x));
    assert_eq!(
        gmm.posterior_marginal(&column_major),
        gmm.posterior_marginal(&x)
    );
    let columns = Normal::new(&column_major, 1.0).unwrap();
    assert_eq!(columns, Normal::new(&x, 1.0).unwrap());
    assert_eq!(columns.loc(), x.clone().into_dyn());
    let weights = Categorical::from_weights(&column_major).unwrap();
    assert_eq!(weights, Categorical::from_weights(&x).unwrap());
}

#[test]
fn a_component_of_any_kind_can_be_mixed() {
    // Dice with four, six and eight faces: which one was it?
    let faces = |n: usize| -> Vec<f64> {
        (0..8).map(|face| if face < n { 1.0 } else { 0.0 }).collect()
    };
    let dice = [faces(4), faces(6), faces(8)].concat();
    let dice = ArrayD::from_shape_vec(vec![3, 8], dice).unwrap();
    let any_die = MixtureSameFamily::new(
        Categorical::from_weights([1.0, 1.0, 1.0]).unwrap(),
        Categorical::from_weights(dice).unwrap(),
    )
    .unwrap();
    let third = 1.0 / 3.0;
    let seven = any_die.prob(7).unwrap()[[]];
    assert!((seven - third / 8.0).abs() < 1e-16);
    assert_eq!(
        any_die.posterior_mode([0, 5, 7]).unwrap(),
        arr1(&[0, 1, 2]).into_dyn()
    );
    assert_eq!(any_die.prob(8).unwrap()[[]], 0.0);

    // Mixtures themselves.
    let two = MixtureSameFamily::new(
        Categorical::from_probs([[0.5, 0.5], [0.2, 0.8]]).unwrap(),
        Normal::new([[0.0, 1.0], [5.0, 6.0]], 1.0).unwrap(),
    )
    .unwrap();
    let nested = MixtureSameFamily::new(
        Categorical::from_probs([0.3, 0.7]).unwrap(),
        two,
    )
    .unwrap();
    let flat = MixtureSameFamily::new(
        Categorical::from_probs([0.15, 0.15, 0.14, 0.56]).unwrap(),
        Normal::new([0.0, 1.0, 5.0, 6.0], 1.0).unwrap(),
    )
    .unwrap();
    for x in [-2.0, 0.5, 3.0, 7.0] {
        let (ours, theirs) =
            (nested.log_prob(x).unwrap()[[]], flat.log_prob(x).unwrap()[[]]);
        assert!((ours - theirs).abs() < 1e-14);
        let (ours, theirs) =
            (nested.cdf(x).unwrap()[[]], flat.cdf(x).unwrap()[[]]);
        assert!((ours - theirs).abs() < 1e-15);
    }
    assert!((nested.mean()[[]] - flat.mean()[[]]).abs() < 1e-14);
    assert!((nested.variance()[[]] - flat.variance()[[]]).abs() < 1e-13);
}

#[test]
fn a_point_that_no_component_could_have_given_has_no_posterior() {
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.0]).unwrap(),
    )
    .unwrap();
    let season = weather.posterior_marginal([0.5, 1.0]).unwrap();
    assert!(season.probs().iter().take(4).all(|p| p.is_nan()));
    assert_eq!(season.probs()[[1, 3]], 0.0);
    let labels = weather.posterior_mode([0.5, 1.0]).unwrap();
    assert_eq!(labels.as_slice().unwrap(), [4, 1]);
}

#[test]
fn a_mixture_of_bernoullis_is_a_bernoulli() {
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3]).unwrap(),
    )
    .unwrap();
    let coin = Bernoulli::from_probs(0.525).unwrap();
    let x = [-1.0, 0.0, 0.5, 1.0, 2.0];
    assert_eq!(weather.prob(x).unwrap(), coin.prob(x).unwrap());
    let (ours, theirs) = (weather.cdf(x).unwrap(), coin.cdf(x).unwrap());
    assert!((ours - theirs).iter().all(|off| off.abs() < 1e-15));
    assert!((weather.variance()[[]] - coin.variance()[[]]).abs() < 1e-15);
    assert_eq!(
        coin.quantile([0.0, 0.475, 0.476, 1.0]).unwrap(),
        arr1(&[0.0, 0.0, 1.0, 1.0]).into_dyn()
    );
    assert_eq!(coin.mode()[[]], 1.0);
    let entropy = -(0.525 * libm::log(0.525) + 0.475 * libm::log(0.475));
    assert!((coin.entropy()[[]] - entropy).abs() < 1e-15);
    assert_eq!(coin.kl_divergence(&coin).unwrap()[[]], 0.0);
    let sure = Bernoulli::from_probs([0.0, 1.0]).unwrap();
    assert_eq!(sure.entropy(), arr1(&[0.0, 0.0]).into_dyn());
    assert_eq!(
        coin.kl_divergence(&sure).unwrap(),
        arr1(&[f64::INFINITY; 2]).into_dyn()
    );
}

#[test]
fn a_component_without_a_fast_way_has_the_same_shapes() {
    let plain = MixtureSameFamily::new(
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Plain(Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap()),
    )
    .unwrap();
    let x = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(plain.log_prob(x).unwrap().shape(), [2, 3]);
    assert_eq!(plain.log_prob(1.0).unwrap().shape(), [0; 0]);
    assert_eq!(plain.posterior_marginal(x).unwrap().probs().shape(), [2, 3, 2]);
    assert_eq!(plain.posterior_mode(x).unwrap().shape(), [2, 3]);
    assert_eq!(plain.sample((), &mut Pcg64::seed_from_u64(1)).shape(), [0; 0]);
}
