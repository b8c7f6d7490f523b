//! Every wrong argument is refused with its name, its index and its value.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{Plain, grades};
use mixture::{
    Bernoulli, Categorical, Distribution, Error, MixtureSameFamily, Normal,
};
use ndarray::ArrayD;
use proptest::prelude::*;

fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn a_normal_refuses_what_is_no_mean_and_no_standard_deviation() {
    let normal = |loc: f64, scale: f64| refusal(Normal::new([0.0, loc], scale));
    assert_eq!(normal(f64::NAN, 1.0), "loc[1] must be finite, got NaN");
    assert_eq!(normal(f64::INFINITY, 1.0), "loc[1] must be finite, got inf");
    for scale in [0.0, -0.0, -0.3, f64::NAN, f64::INFINITY] {
        assert_eq!(
            normal(0.0, scale),
            format!("scale must be finite and positive, got {scale:?}")
        );
    }
    assert_eq!(
        refusal(Normal::new(0.0, [[1.0, 2.0], [-3.0, 4.0]])),
        "scale[1, 0] must be finite and positive, got -3.0"
    );
    assert_eq!(
        refusal(Normal::new([1.0, 2.0], [1.0, 2.0, 3.0])),
        "loc of shape [2] and scale of shape [3] do not broadcast"
    );
}

#[test]
fn a_categorical_refuses_what_are_no_probabilities() {
    let probs = |probs: [f64; 2]| refusal(Categorical::from_probs(probs));
    assert_eq!(
        probs([1.5, -0.5]),
        "probs[1] must be finite and not negative, got -0.5"
    );
    assert_eq!(
        probs([f64::NAN, 0.5]),
        "probs[0] must be finite and not negative, got NaN"
    );
    assert_eq!(
        probs([0.5, 0.4]),
        "probs must sum to one within 1e-9, got 0.9; from_weights divides by the sum"
    );
    assert_eq!(
        refusal(Categorical::from_probs([[0.5, 0.5], [0.5, 0.6]])),
        "probs[1] must sum to one within 1e-9, got 1.1; from_weights divides by the sum"
    );
    assert_eq!(
        refusal(Categorical::from_probs([[[1.0], [1.0]], [[1.0], [0.0]]])),
        "probs[1, 1] must sum to one within 1e-9, got 0.0; from_weights divides by the sum"
    );
    assert_eq!(
        refusal(Categorical::from_probs([0.0; 0])),
        "probs must have at least one element along its last axis, got shape [0]"
    );
    assert_eq!(
        refusal(Categorical::from_probs(1.0)),
        "probs must have at least one element along its last axis, got shape []"
    );
}

#[test]
fn a_categorical_refuses_weights_and_logits_that_leave_no_class() {
    assert_eq!(
        refusal(Categorical::from_weights([[1.0, 2.0], [0.0, 0.0]])),
        "the largest of weights[1] must be positive, got 0.0"
    );
    assert_eq!(
        refusal(Categorical::from_weights([1.0, f64::INFINITY])),
        "weights[1] must be finite and not negative, got inf"
    );
    assert_eq!(
        refusal(Categorical::from_logits([0.0, f64::NAN])),
        "logits[1] must be a number below infinity, got NaN"
    );
    assert_eq!(
        refusal(Categorical::from_logits([f64::INFINITY, 0.0])),
        "logits[0] must be a number below infinity, got inf"
    );
    assert_eq!(
        refusal(Categorical::from_logits([f64::NEG_INFINITY; 2])),
        "the largest of logits must be finite, got -inf"
    );
}

#[test]
fn probabilities_that_miss_one_by_rounding_are_taken() {
    let tenths = Categorical::from_probs([0.1; 10]).unwrap();
    assert!(tenths.probs().iter().all(|&p| p == 0.1));
    let nearly = Categorical::from_probs([0.5, 0.5 + 5e-10]).unwrap();
    assert!((nearly.probs().sum() - 1.0).abs() < 1e-15);
}

#[test]
fn a_bernoulli_refuses_what_is_no_probability() {
    for p in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(
            refusal(Bernoulli::from_probs([0.5, p])),
            format!("probs[1] must be in [0, 1], got {p:?}")
        );
    }
}

#[test]
fn a_mixture_refuses_parts_that_do_not_fit() {
    let classes = || Categorical::from_probs([0.6, 0.4]).unwrap();
    assert_eq!(
        refusal(MixtureSameFamily::new(
            classes(),
            Normal::new([1.0, 2.0, 3.0], 1.0).unwrap()
        )),
        "mixture_distribution has 2 categories, but components_distribution has 3 components"
    );
    assert_eq!(
        refusal(MixtureSameFamily::new(
            classes(),
            Normal::new(1.0, 1.0).unwrap()
        )),
        "components_distribution must have at least one element along its last axis, got shape []"
    );
    let three = Categorical::from_probs([[0.6, 0.4]; 3]).unwrap();
    assert_eq!(
        refusal(MixtureSameFamily::new(
            three,
            Normal::new([[0.0, 1.0]; 2], 1.0).unwrap()
        )),
        "mixture_distribution of shape [3] and components_distribution of shape [2] do not broadcast"
    );
}

#[test]
fn the_posterior_of_a_point_that_has_none_is_no_mixture_distribution() {
    let nobody = grades().posterior_marginal(f64::NAN).unwrap();
    let normal = Normal::new([0.0, 1.0], 1.0).unwrap();
    assert_eq!(
        refusal(MixtureSameFamily::new(nobody, normal)),
        "mixture_distribution's probs[0] must be a number, got NaN"
    );
}

#[test]
fn categoricals_of_different_sizes_have_no_divergence() {
    let [two, three] = [[0.5, 0.5, 0.0], [0.2, 0.3, 0.5]];
    let two = Categorical::from_probs(&two[..2]).unwrap();
    let three = Categorical::from_probs(three).unwrap();
    assert_eq!(
        refusal(two.kl_divergence(&three)),
        "self has 2 categories, but other has 3"
    );
}

#[test]
fn shapes_that_cannot_be_are_refused_though_they_are_empty() {
    let [one, other] = [vec![1 << 40, 1, 0], vec![1, 1 << 40, 0]];
    assert_eq!(
        refusal(Normal::new(
            ArrayD::<f64>::zeros(one),
            ArrayD::<f64>::ones(other)
        )),
        "an array of shape [1099511627776, 1099511627776, 0] has too many elements"
    );
    let x = ArrayD::<f64>::zeros(vec![1 << 62, 0]);
    assert_eq!(
        refusal(grades().posterior_marginal(&x)),
        "an array of shape [4611686018427387904, 0, 2] has too many elements"
    );
}

#[test]
fn a_probability_outside_zero_and_one_has_no_quantile() {
    let gmm = grades();
    for q in [-1e-9, 1.0 + 1e-9, f64::NAN, f64::INFINITY] {
        assert_eq!(
            refusal(gmm.quantile([0.5, q])),
            format!("q[1] must be in [0, 1], got {q:?}")
        );
        assert_eq!(
            refusal(gmm.quantile(q)),
            format!("q must be in [0, 1], got {q:?}")
        );
        assert!(gmm.scalar().unwrap().quantile(q).is_nan());
    }
}

#[test]
fn what_answers_for_one_mixture_refuses_a_batch() {
    let batch = MixtureSameFamily::new(
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Normal::new([[0.0, 1.0]; 2], 1.0).unwrap(),
    )
    .unwrap();
    let needs =
        |method: &str| format!("{method} needs a batch_shape of [], got [2]");
    assert_eq!(refusal(batch.modes()), needs("modes"));
    assert_eq!(refusal(batch.antimodes()), needs("antimodes"));
    assert_eq!(refusal(batch.is_unimodal()), needs("is_unimodal"));
    assert_eq!(
        refusal(batch.decision_boundaries()),
        needs("decision_boundaries")
    );
    assert_eq!(refusal(batch.scalar()), needs("scalar"));
    let one = batch.gather(1).unwrap();
    assert_eq!(refusal(one.kl_divergence(&batch)), needs("kl_divergence"));
    assert_eq!(refusal(batch.cross_entropy(&one)), needs("cross_entropy"));
}

#[test]
fn members_and_components_that_do_not_exist_are_refused() {
    let gmm = grades();
    assert_eq!(refusal(gmm.component(2)), "k must be below 2, got 2");
    assert_eq!(
        refusal(gmm.gather([0, 1])),
        "members[1] must be below 1, got 1"
    );
    let normal = Normal::new([0.0, 1.0], 1.0).unwrap();
    assert_eq!(refusal(normal.gather(7)), "members must be below 2, got 7");
    let classes = Categorical::from_probs([[0.5, 0.5]; 2]).unwrap();
    assert_eq!(
        refusal(classes.gather([[2]])),
        "members[0, 0] must be below 2, got 2"
    );
}

#[test]
fn points_that_do_not_broadcast_are_refused_by_every_method() {
    let batch = MixtureSameFamily::new(
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Normal::new([[0.0, 1.0]; 2], 1.0).unwrap(),
    )
    .unwrap();
    let x = [1.0, 2.0, 3.0];
    let message =
        "x of shape [3] and batch_shape of shape [2] do not broadcast";
    assert_eq!(refusal(batch.log_prob(x)), message);
    assert_eq!(refusal(batch.prob(x)), message);
    assert_eq!(refusal(batch.cdf(x)), message);
    assert_eq!(refusal(batch.log_survival_function(x)), message);
    assert_eq!(refusal(batch.posterior_marginal(x)), message);
    assert_eq!(refusal(batch.posterior_mode(x)), message);
    assert_eq!(
        refusal(batch.quantile([0.1, 0.2, 0.3])),
        "q of shape [3] and batch_shape of shape [2] do not broadcast"
    );
    let (two, three) = (
        Normal::new([0.0; 2], 1.0).unwrap(),
        Normal::new([0.0; 3], 1.0).unwrap(),
    );
    assert_eq!(
        refusal(two.kl_divergence(&three)),
        "batch_shape of shape [2] and other's batch_shape of shape [3] do not broadcast"
    );
}

#[test]
fn batches_and_samples_of_nothing_are_empty() {
    let nobody = Normal::new(ArrayD::<f64>::zeros(vec![0]), 1.0).unwrap();
    assert_eq!(nobody.batch_shape(), [0]);
    assert_eq!(nobody.log_prob(1.0).unwrap().shape(), [0]);
    assert!(nobody.member_log_prob(0, 1.0).is_nan());
    let mut rng = rand_pcg::Pcg64::new(1, 1);
    assert_eq!(nobody.sample(3, &mut rng).shape(), [3, 0]);
    assert_eq!(grades().sample([0, 4], &mut rng).shape(), [0, 4]);
    assert_eq!(grades().log_prob([0.0; 0]).unwrap().shape(), [0]);
    let none: [[f64; 3]; 0] = [];
    assert_eq!(grades().prob(none).unwrap().shape(), [0, 3]);
    assert_eq!(
        grades().posterior_marginal(none).unwrap().probs().shape(),
        [0, 3, 2]
    );
}

#[test]
fn the_errors_are_the_same_whatever_the_components_are() {
    let classes = Categorical::from_probs([0.6, 0.4]).unwrap();
    let plain = Plain(Normal::new([0.0; 3], 1.0).unwrap());
    assert!(matches!(
        MixtureSameFamily::new(classes, plain),
        Err(Error::Components { categories: 2, components: 3 })
    ));
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        prop::sample::select(vec![
            0.0,
            -0.0,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
            1e-300,
            1e300
        ]),
        -10.0..10.0,
    ]
}

proptest! {
    #[test]
    fn whatever_the_numbers_are_there_is_an_answer_or_a_refusal(
        weights in prop::collection::vec(any_number(), 0..4),
        loc in prop::collection::vec(any_number(), 0..4),
        scale in prop::collection::vec(any_number(), 0..4),
        x in prop::collection::vec(any_number(), 0..12),
        q in any_number(),
    ) {
        let abs = |numbers: Vec<f64>| -> Vec<f64> { numbers.into_iter().map(f64::abs).collect() };
        let _ = Categorical::from_probs(&weights);
        let _ = Categorical::from_logits(&weights);
        let _ = Bernoulli::from_probs(&weights);
        let _ = Normal::new(&loc, &scale);
        if let (Ok(classes), Ok(normal)) =
            (Categorical::from_weights(abs(weights)), Normal::new(&loc, abs(scale)))
            && let Ok(gmm) = MixtureSameFamily::new(classes, normal)
        {
            let log_prob = gmm.log_prob(&x).unwrap();
            for (x, log_prob) in x.iter().zip(&log_prob) {
                prop_assert_eq!(x.is_nan(), log_prob.is_nan(), "{} {}", x, log_prob);
            }
            let cdf = gmm.cdf(&x).unwrap();
            for (x, cdf) in x.iter().zip(&cdf) {
                prop_assert!(x.is_nan() || (0.0..=1.0).contains(cdf), "{x} {cdf}");
            }
            let posterior = gmm.posterior_marginal(&x).unwrap();
            for (x, row) in x.iter().zip(posterior.probs().rows()) {
                prop_assert_eq!(x.is_nan(), row.sum().is_nan(), "{} {}", x, row);
                prop_assert!(x.is_nan() || (row.sum() - 1.0).abs() < 1e-9, "{x} {row}");
            }
            let _ = gmm.posterior_mode(&x).unwrap();
            let _ = gmm.quantile(q);
            let _ = gmm.modes().unwrap();
            let _ = gmm.decision_boundaries().unwrap();
            let _ = (gmm.mean(), gmm.variance(), gmm.stddev());
        }
    }
}
