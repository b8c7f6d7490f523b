//! Each claim of chapter 4, as a test named after it; graphs, models and layouts have theirs beside.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::sync::LazyLock;

use ch03::{LOC, PROBS, SCALE};
use ch04::{
    Assignment, CHAPTER, Model, SAMPLE_SEED, Summary, class_draws,
    class_given_shares, gmm, gmm_with_both_plates, gmm_with_class_plate,
    gmm_with_observations, grade_given_class, samples,
};
use chapter::Fact;
use datasets::{CLASS, GRADE_SCALE, Group};
use statrs::distribution::{ContinuousCDF, Normal};

fn fact(name: &str) -> f64 {
    static FACTS: LazyLock<Vec<Fact>> =
        LazyLock::new(|| (CHAPTER.facts)().unwrap());
    FACTS.iter().find(|fact| fact.name == name).unwrap().value
}

fn draws(node: &str) -> Vec<f64> {
    let draws = class_draws().unwrap();
    draws.iter().map(|draw| draw.get(node).unwrap()).collect()
}

#[test]
fn the_draws_beyond_the_scale_are_all_graded_5_0_and_are_not_the_only_ones() {
    let beyond = draws("X").into_iter().zip(&CLASS).filter(|(x, _)| *x > 5.0);
    let beyond: Vec<_> = beyond.collect();
    assert!(beyond.iter().all(|(_, student)| student.grade == 5.0));
    assert_eq!(fact("beyond-worst"), beyond.len() as f64);
    let worst = CLASS.iter().filter(|student| student.grade == 5.0).count();
    assert_eq!(fact("at-worst"), worst as f64);
    assert!(beyond.len() < worst);
}

#[test]
fn the_groups_of_the_class_are_the_classes_that_were_drawn() {
    for (z, student) in draws("Z").into_iter().zip(&CLASS) {
        assert_eq!(z == 0.0, student.group == Group::Prepared);
    }
    let prepared = Group::Prepared.among(&CLASS).count() as f64;
    assert_eq!(fact("class-prepared-students"), prepared);
    assert_eq!(
        fact("class-unprepared-students"),
        CLASS.len() as f64 - prepared
    );
    assert_eq!(fact("class-prepared"), prepared / CLASS.len() as f64);
}

#[test]
fn within_the_scale_rounding_moves_no_draw_farther_than_half_of_its_widest_gap()
{
    let gaps = GRADE_SCALE.windows(2).map(|pair| pair[1] - pair[0]);
    let widest = gaps.fold(0.0, f64::max);
    for (x, student) in draws("X").into_iter().zip(&CLASS) {
        if (1.0..=5.0).contains(&x) {
            assert!((x - student.grade).abs() <= widest / 2.0 + 1e-12);
        }
    }
    assert!(fact("most-moved") > widest / 2.0, "beyond the scale it may");
}

#[test]
fn the_model_gives_a_tenth_of_all_students_a_grade_beyond_the_scale() {
    let beyond = (0..2).map(|z| {
        let bell = Normal::new(LOC[z], SCALE[z]).unwrap();
        PROBS[z] * bell.sf(5.0)
    });
    let beyond: f64 = beyond.sum();
    assert!((fact("model-beyond-worst") - beyond).abs() < 1e-9);
    assert!((0.09..0.11).contains(&beyond));
}

#[test]
fn ten_times_as_many_samples_come_nearer_to_the_model() {
    let mean = PROBS[0] * LOC[0] + PROBS[1] * LOC[1];
    let summaries = [10, 100, 1_000, 10_000]
        .map(|n| Summary::of(&samples(n, SAMPLE_SEED).unwrap()).unwrap());
    for pair in summaries.windows(2) {
        let errors = |summary: &Summary| {
            [summary.prepared - PROBS[0], summary.mean - mean].map(f64::abs)
        };
        let (few, many) = (errors(&pair[0]), errors(&pair[1]));
        assert!(many[0] < few[0] && many[1] < few[1], "{pair:?}");
    }
    let first = &samples(1, SAMPLE_SEED).unwrap()[0];
    assert_eq!(first.get("Z").unwrap(), 1.0, "the first student is unprepared");
}

#[test]
fn a_sample_of_ten_is_the_beginning_of_a_sample_of_a_hundred() {
    let hundred = samples(100, SAMPLE_SEED).unwrap();
    assert_eq!(samples(10, SAMPLE_SEED).unwrap(), hundred[..10]);
    assert_ne!(samples(10, SAMPLE_SEED + 1).unwrap(), hundred[..10]);
}

#[test]
fn a_summary_of_no_draws_is_refused() {
    let error = Summary::of(&[]).unwrap_err().to_string();
    assert_eq!(error, "draws must not be empty");
}

#[test]
fn unrolled_every_student_has_one_arrow_into_its_class_for_each_share_and_five_into_its_grade()
 {
    for students in [1, 2, 5] {
        let graph =
            gmm_with_both_plates(2, students).unwrap().unroll().unwrap();
        assert_eq!(graph.nodes().len(), 6 + 2 * students);
        assert_eq!(graph.arrows().count(), 7 * students);
    }
    assert_eq!(fact("unrolled-nodes"), 406.0);
    assert_eq!(fact("unrolled-arrows"), 1400.0);
}

#[test]
fn the_formulas_of_the_page_are_those_that_the_graphs_print() {
    let page = include_str!("../../../book/src/chapter-4.md");
    let page = page.replace(r"\;", r"\, ");
    for graph in [gmm(), gmm_with_class_plate(2), gmm_with_observations(200)] {
        let formula = graph.unwrap().factorization_latex();
        assert!(page.contains(&formula), "{formula}");
    }
}

#[test]
fn once_the_group_is_known_the_shares_tell_nothing_about_the_grade() {
    let student = Assignment::from([("Z", 1.0), ("X", 4.6)]);
    let given_the_group = |shares: [f64; 2]| {
        let model = Model::of(&gmm().unwrap())
            .parameter("π", shares)
            .parameter("μ", ch03::LOC)
            .parameter("σ", ch03::SCALE)
            .conditional("Z", class_given_shares)
            .conditional("X", grade_given_class)
            .build()
            .unwrap();
        model.log_joint(&student).unwrap() - libm::log(shares[1])
    };
    let (few, many) =
        (given_the_group([0.9, 0.1]), given_the_group([0.2, 0.8]));
    assert!((few - many).abs() < 1e-12);
}

#[test]
fn the_first_student_and_the_third_were_almost_equally_good_on_either_side_of_2_5()
 {
    let x = draws("X");
    assert!((x[0] - x[2]).abs() < 0.03 && x[2] < 2.5 && 2.5 < x[0]);
}

#[test]
fn one_student_lies_beyond_the_better_end() {
    let beyond = draws("X").into_iter().zip(&CLASS).filter(|(x, _)| *x < 1.0);
    let grades: Vec<f64> = beyond.map(|(_, student)| student.grade).collect();
    assert_eq!(grades, [1.0]);
}

#[test]
fn the_student_who_was_moved_the_farthest_is_the_one_farthest_out() {
    let farthest = draws("X").into_iter().fold(0.0, f64::max);
    assert_eq!(fact("worst-draw"), farthest);
    assert_eq!(fact("most-moved"), farthest - 5.0);
}

#[test]
fn mean_and_variance_of_ten_thousand_students_are_the_models_to_two_decimals() {
    let summary = Summary::of(&samples(10_000, SAMPLE_SEED).unwrap()).unwrap();
    assert!((summary.mean - 3.42).abs() < 0.005);
    assert!((summary.stddev * summary.stddev - 1.5216).abs() < 0.005);
}
