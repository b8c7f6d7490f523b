//! Each claim of chapter 7, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::Gaussian;
use ch05::Joint;
use ch07::{
    Climb, Part, START, STOPS, as_mixture, bound, distribution, e_step,
    known_groups, left_by_aitken, m_step, overlapping, quantile, round, update,
};
use chapter::Fact;
use datasets::{CLASS, FAITHFUL, grades};
use fit::{Em, GaussianMixture, Sample};
use proptest::prelude::*;

fn guess() -> impl Strategy<Value = Joint> {
    let bell = || (1.0..5.0, 0.3..2.0);
    (0.1..0.9, bell(), bell()).prop_map(|(share, one, other)| {
        let bells = [one, other]
            .map(|(loc, scale): (f64, f64)| Gaussian::new(loc, scale).unwrap());
        Joint::new([share, 1.0 - share], bells).unwrap()
    })
}

fn numbers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.5..5.5, 6..40)
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1.0)
}

fn fact(name: &str) -> Fact {
    let facts = (ch07::CHAPTER.facts)().unwrap();
    facts.into_iter().find(|fact| fact.name == name).unwrap()
}

proptest! {
    #[test]
    fn the_quantile_inverts_the_distribution(groups in guess(), part in 0.001..0.999) {
        let x = quantile(&groups, part);
        prop_assert!((distribution(&groups, x) - part).abs() < 1e-9);
    }

    #[test]
    fn no_round_makes_the_grades_less_probable(x in numbers(), start in guess()) {
        let mut groups = start;
        for _ in 0..10 {
            let before = groups.log_likelihood(&x).unwrap();
            let Ok(next) = round(&groups, &x) else { return Ok(()) };
            let after = next.log_likelihood(&x).unwrap();
            prop_assert!(after >= before - 1e-9 * before.abs().max(1.0), "{before} {after}");
            groups = next;
        }
    }

    #[test]
    fn soft_counts_sum_to_the_number_of_students(x in numbers(), groups in guess()) {
        let counts: f64 = e_step(&groups, &x).iter().flatten().sum();
        prop_assert!(near(counts, x.len() as f64));
    }

    #[test]
    fn the_two_steps_are_those_of_the_library(x in numbers(), groups in guess()) {
        let mut em = Em::new(&Sample::new(x.clone()).unwrap(), as_mixture(&groups).unwrap()).unwrap();
        let labels = e_step(&groups, &x);
        for (ours, theirs) in labels.iter().flatten().zip(&em.responsibilities()) {
            prop_assert!((ours - theirs).abs() < 1e-9);
        }
        for part in [Part::Shares, Part::Means, Part::Deviations] {
            let Ok(ours) = update(part, &groups, &x, &labels) else { return Ok(()) };
            let mut em = em.clone();
            match part {
                Part::Shares => em.update_probs(),
                Part::Means => em.update_loc(),
                Part::Deviations => em.update_scale(),
            }.unwrap();
            prop_assert!((em.log_likelihood() - ours.log_likelihood(&x).unwrap()).abs() < 1e-6);
        }
        em.step().unwrap();
        let Ok(next) = m_step(&x, &labels) else { return Ok(()) };
        prop_assert!((em.log_likelihood() - next.log_likelihood(&x).unwrap()).abs() < 1e-6);
    }

    #[test]
    fn the_bound_is_nowhere_above_and_touches_where_its_labels_come_from(
        x in numbers(), here in guess(), there in guess(),
    ) {
        let labels = e_step(&here, &x);
        let touching = bound(&here, &x, &labels);
        prop_assert!(near(touching, here.log_likelihood(&x).unwrap()));
        let other = there.log_likelihood(&x).unwrap();
        prop_assert!(bound(&there, &x, &labels) <= other + 1e-9 * other.abs().max(1.0));
    }

    #[test]
    fn the_m_step_goes_to_the_top_of_the_bound(x in numbers(), here in guess(), beside in guess()) {
        let labels = e_step(&here, &x);
        let Ok(next) = m_step(&x, &labels) else { return Ok(()) };
        let top = bound(&next, &x, &labels);
        prop_assert!(bound(&beside, &x, &labels) <= top + 1e-9 * top.abs().max(1.0));
    }

    #[test]
    fn the_step_of_a_mean_is_one_up_the_gradient(x in numbers(), groups in guess()) {
        let labels = e_step(&groups, &x);
        let Ok(next) = m_step(&x, &labels) else { return Ok(()) };
        let bell = groups.bells()[0];
        let at = |loc: f64| {
            let moved = [Gaussian::new(loc, bell.scale()).unwrap(), groups.bells()[1]];
            Joint::new(groups.probs(), moved).unwrap().log_likelihood(&x).unwrap()
        };
        let slope = (at(bell.loc() + 1e-5) - at(bell.loc() - 1e-5)) / 2e-5;
        let count: f64 = labels.iter().map(|label| label[0]).sum();
        prop_assume!(count > 0.1);
        let step = bell.scale() * bell.scale() / count * slope;
        prop_assert!((next.bells()[0].loc() - bell.loc() - step).abs() < 1e-4);
    }

    #[test]
    fn shifted_and_stretched_grades_have_shifted_and_stretched_bells(
        x in numbers(), groups in guess(), shift in -9.0_f64..9.0, stretch in 0.1_f64..9.0,
    ) {
        let moved: Vec<f64> = x.iter().map(|x| stretch * x + shift).collect();
        let bells: Vec<Gaussian> = groups.bells().iter().map(|bell| {
            Gaussian::new(stretch * bell.loc() + shift, stretch * bell.scale()).unwrap()
        }).collect();
        let there = Joint::new(groups.probs(), bells).unwrap();
        let (Ok(here), Ok(there)) = (round(&groups, &x), round(&there, &moved)) else { return Ok(()) };
        for (one, other) in here.bells().iter().zip(there.bells()) {
            prop_assert!((stretch * one.loc() + shift - other.loc()).abs() < 1e-6);
            prop_assert!((stretch * one.scale() - other.scale()).abs() < 1e-6);
        }
    }

    #[test]
    fn gains_that_shrink_evenly_leave_what_aitken_says(
        first in 0.1_f64..9.0, factor in 0.05_f64..0.95, rounds in 3_usize..9,
    ) {
        let power = |n: usize| libm::pow(factor, n as f64);
        let history: Vec<f64> = (0..rounds).map(|n| first * (1.0 - power(n)) / (1.0 - factor)).collect();
        let top = first / (1.0 - factor);
        let left = left_by_aitken(&history).unwrap();
        prop_assert!((left - (top - history[rounds - 1])).abs() < 1e-6 * top);
    }
}

#[test]
fn the_climb_of_the_class_ends_at_the_top_of_the_library() {
    let grades = grades();
    let climb = Climb::from(START.groups().unwrap(), &grades).unwrap();
    let climb = climb.half_steps(400, None, &grades).unwrap();
    let fit =
        GaussianMixture::new(2).fit(&Sample::new(grades).unwrap()).unwrap();
    assert!((climb.history[200] - fit.log_likelihood()).abs() < 1e-9);
}

#[test]
fn if_the_groups_are_known_no_other_bells_make_the_class_more_probable() {
    let groups = known_groups(&CLASS).unwrap();
    let value = |groups: &Joint| -> f64 {
        let of = |student: &datasets::Student| {
            let z = usize::from(student.group == datasets::Group::Unprepared);
            groups.log_joint(student.grade)[z]
        };
        CLASS.iter().map(of).sum()
    };
    let top = value(&groups);
    for (share, loc, scale) in [
        (0.01, 0.0, 0.0),
        (-0.01, 0.0, 0.0),
        (0.0, 0.01, 0.0),
        (0.0, -0.01, 0.0),
        (0.0, 0.0, 0.01),
        (0.0, 0.0, -0.01),
    ] {
        let first = groups.probs()[0] + share;
        let bells: Vec<Gaussian> = groups
            .bells()
            .iter()
            .map(|bell| {
                Gaussian::new(bell.loc() + loc, bell.scale() + scale).unwrap()
            })
            .collect();
        let beside = Joint::new([first, 1.0 - first], bells).unwrap();
        assert!(value(&beside) < top);
    }
}

#[test]
fn bells_that_are_the_same_never_part() {
    let bell = Gaussian::new(3.2, 1.0).unwrap();
    let start = Joint::new([0.3, 0.7], [bell, bell]).unwrap();
    let grades = grades();
    let climb = Climb::from(start, &grades).unwrap();
    let groups = climb.half_steps(20, None, &grades).unwrap().groups;
    let [one, other] = [groups.bells()[0], groups.bells()[1]];
    assert!((one.loc() - other.loc()).abs() < 1e-9);
    assert!((groups.probs()[0] - 0.3).abs() < 1e-9);
}

#[test]
fn exchanged_bells_come_out_exchanged() {
    let start = START.groups().unwrap();
    let turned = Joint::new(
        [start.probs()[1], start.probs()[0]],
        [start.bells()[1], start.bells()[0]],
    )
    .unwrap();
    let grades = grades();
    let [one, other] =
        [start, turned].map(|start| round(&start, &grades).unwrap());
    assert_eq!(one.bells()[0], other.bells()[1]);
    assert_eq!(one.probs()[1], other.probs()[0]);
}

#[test]
fn in_hundredths_of_a_grade_the_log_likelihood_is_another_number_and_the_bells_are_the_same()
 {
    let grades = grades();
    let hundredths: Vec<f64> = grades.iter().map(|x| 100.0 * x).collect();
    let climb = |x: &[f64], start: Joint| {
        Climb::from(start, x).unwrap().half_steps(40, None, x).unwrap()
    };
    let start = START.groups().unwrap();
    let wide: Vec<Gaussian> = start
        .bells()
        .iter()
        .map(|b| Gaussian::new(100.0 * b.loc(), 100.0 * b.scale()).unwrap())
        .collect();
    let there = climb(&hundredths, Joint::new(start.probs(), wide).unwrap());
    assert!((there.history[20] - fact("in-hundredths").value).abs() < 1e-6);
    let here = climb(&grades, start);
    assert!(
        (there.groups.bells()[1].loc() / 100.0 - here.groups.bells()[1].loc())
            .abs()
            < 1e-9
    );
}

#[test]
fn hard_labels_make_the_first_bell_narrower_and_hand_the_second_strangers() {
    let [first, second] = ["first-deviation", "second-deviation"];
    assert!(fact("hard-first-deviation").value < fact(first).value);
    assert!(fact("hard-second-deviation").value > fact(second).value);
}

#[test]
fn others_stop_below_the_top_where_groups_overlap_and_near_it_where_they_do_not()
 {
    let top = |x: Vec<f64>| {
        GaussianMixture::new(2).fit(&Sample::new(x).unwrap()).unwrap()
    };
    let waiting = FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let geyser = top(waiting.collect());
    let overlap = top(overlapping().unwrap());
    let [sklearn, mclust, mixtools] = STOPS;
    let missing = |fit: &fit::Fit, stop: ch07::Stop| {
        fit.log_likelihood() - stop.log_likelihood
    };
    assert!(missing(&overlap, sklearn) > 0.5);
    let first = overlap.mixture().mixture_distribution().probs()[0];
    assert!((first - 0.25).abs() < 0.01 && sklearn.first > 0.35);
    assert!((1e-3..0.01).contains(&missing(&geyser, mclust)));
    assert!((-1e-9..1e-4).contains(&missing(&geyser, mixtools)));
}
