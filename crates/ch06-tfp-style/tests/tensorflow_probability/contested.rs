//! What TensorFlow Probability has wrong, or should not have.

use ch06::{
    RECORDED_TAILS, Recorded, batched_normal, log_survival, mixture, recorded,
};
use mixture::{Categorical, Distribution, Normal};

use crate::{
    distance,
    ours::{posterior, standard_twice, tail},
    recording::recording,
};

#[test]
fn far_out_ours_is_exact_and_tensorflow_probability_loses_its_digits() {
    let grades = oracle::mixtures().case("grades").unwrap();
    let exact: Vec<(f64, f64)> = grades
        .x
        .iter()
        .copied()
        .zip(grades.exact.log_survival.iter().copied())
        .collect();
    let mut compared = 0;
    for &(grade, tfp) in RECORDED_TAILS {
        let found = exact.iter().find(|(x, _)| *x == grade);
        let Some(&(x, exact)) = found else { continue };
        let off = |value: f64| distance(exact, value);
        assert!(off(log_survival(x).unwrap()) < 1e-14, "{x}");
        assert!(off(tfp.float32) > off(tfp.float64), "{x}");
        assert_eq!(off(tfp.float32) > 1e-5, x >= 5.75, "{x}");
        assert_eq!(off(tfp.float64) > 1e-9, x >= 6.5, "{x}");
        compared += 1;
    }
    assert_eq!(compared, 9);
}

#[test]
fn two_standard_normals_mixed_end_at_5_4_in_float32_and_at_8_3_in_float64() {
    let [single, double] =
        recording().array("standard_twice.log_survival_function(tail)");
    let exact = oracle::standard_normal();
    let ours = standard_twice();
    let tails = exact.z.iter().zip(&exact.log_upper_tail);
    for (&z, &log_upper_tail) in tails {
        let ours = ours.log_survival_function(z).unwrap()[[]];
        assert!(distance(log_upper_tail, ours) < 1e-14, "{z}");
    }
    for (z, (single, double)) in
        tail().into_iter().zip(single.into_iter().zip(double))
    {
        let ours = ours.log_survival_function(z).unwrap()[[]];
        assert_eq!(single == f64::NEG_INFINITY, z > 5.4, "{z}");
        assert_eq!(double == f64::NEG_INFINITY, z > 8.3, "{z}");
        assert!(distance(ours, single) > 1e-3, "{z}: noise");
    }
}

#[test]
fn what_cannot_be_is_computed_with_there_and_refused_here() {
    let theirs = |expression| {
        let Recorded { float32, float64 } = recorded(expression).unwrap();
        [float32, float64]
    };
    assert_eq!(theirs("unnormalised.mean()"), [4.0, 4.0]);
    assert!(Categorical::from_probs([3.0, 7.0]).is_err());
    assert!(theirs("negative.log_prob(4.8)[1]").iter().all(|x| x.is_nan()));
    assert!(Normal::new([2.5, 4.8], [0.6, -0.3]).is_err());
    assert!(theirs("normal.quantile(1.5)[0]").iter().all(|x| x.is_nan()));
    assert!(batched_normal().unwrap().quantile(1.5).is_err());
}

#[test]
fn far_from_everything_their_posterior_is_no_number_and_ours_is_the_limit() {
    let Recorded { float32, float64 } = recorded("posterior(1e20)[0]").unwrap();
    assert!(float32.is_nan() && float64 == 1.0);
    let Recorded { float32, float64 } =
        recorded("posterior(1e200)[0]").unwrap();
    assert!(float32.is_nan() && float64.is_nan());
    assert_eq!(posterior([1e20, 1e200])[[1, 0]], 1.0);
}

#[test]
fn asked_alone_or_among_many_float32_answers_differently_and_we_do_not() {
    let alone = recorded("gmm.log_survival_function(6.5)").unwrap().float32;
    let among =
        RECORDED_TAILS.iter().find(|(grade, _)| *grade == 6.5).unwrap().1;
    assert!(alone == f64::NEG_INFINITY && among.float32 > -17.0);
    let ours = mixture().unwrap().log_survival_function(tail()).unwrap();
    for (&grade, &ours) in tail().iter().zip(&ours) {
        assert_eq!(ours, log_survival(grade).unwrap());
    }
}

#[test]
fn what_is_left_of_the_sum_in_float32_is_zero_for_one_grade_and_above_it_for_many()
 {
    let alone = recorded("gmm.log_cdf(6.5)").unwrap().float32;
    let [among, _] = recording().array("gmm.log_cdf(tail)");
    assert_eq!(alone, 0.0);
    let above = f64::from(f32::EPSILON) / 2.0;
    assert_eq!(above, libm::ldexp(1.0, -24));
    for (grade, log_cdf) in tail().into_iter().zip(among) {
        assert_eq!(log_cdf == above, grade > 6.35, "{grade}");
    }
}

#[test]
fn float32_stays_at_two_to_the_minus_24_once_its_digits_are_spent() {
    let stuck = -24.0 * std::f64::consts::LN_2;
    for &(grade, tfp) in RECORDED_TAILS {
        let stays = (tfp.float32 - stuck).abs() < 1e-6;
        assert_eq!(stays, grade > 6.3, "{grade}");
    }
}
