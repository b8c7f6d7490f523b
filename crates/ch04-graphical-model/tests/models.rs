//! The numbers of a graph: the joint density, and walking down the arrows.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::fs;

use ch03::{LOC, PROBS, SCALE};
use ch04::{
    Assignment, Graph, Model, Parents, Plate, class, class_draws, gmm,
    gmm_model, gmm_with_both_plates, gmm_with_class_plate,
    gmm_with_observations, nearest_grade, with_numbers,
};
use datasets::{GRADE_SCALE, Group, Student};
use mixture::{Bernoulli, Categorical, Distribution, Normal};
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use statrs::distribution::Continuous;

/// log p(z) + log p(x | z) by an oracle.
fn by_definition(z: usize, x: f64) -> f64 {
    let bell = statrs::distribution::Normal::new(LOC[z], SCALE[z]).unwrap();
    libm::log(PROBS[z]) + bell.ln_pdf(x)
}

fn sampled(model: &Model, seed: u64, count: usize) -> Vec<Assignment> {
    let mut rng = Pcg64::seed_from_u64(seed);
    (0..count).map(|_| model.sample_ancestral(&mut rng).unwrap()).collect()
}

#[test]
fn the_class_of_chapter_1_is_drawn_again_to_the_byte() {
    let class = class().unwrap();
    assert_eq!(class, datasets::CLASS);
    let row = |student: &Student| {
        let group = match student.group {
            Group::Prepared => "prepared",
            Group::Unprepared => "unprepared",
        };
        format!("{:.1},{group}\n", student.grade)
    };
    let rows: String = class.iter().map(row).collect();
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../datasets/data/class.csv");
    assert_eq!(
        format!("grade,group\n{rows}"),
        fs::read_to_string(path).unwrap()
    );
}

#[test]
fn the_class_has_the_joint_density_of_the_model_whatever_samplers_drew_it() {
    let model = gmm_model().unwrap();
    for draw in class_draws().unwrap() {
        let (z, x) = (draw.get("Z").unwrap(), draw.get("X").unwrap());
        let log_joint = model.log_joint(&draw).unwrap();
        assert!((log_joint - by_definition(z as usize, x)).abs() < 1e-12);
    }
}

#[test]
fn a_draw_is_rounded_to_the_nearest_grade_of_the_scale() {
    for x in -200..900 {
        let x = f64::from(x) / 100.0;
        let grade = nearest_grade(x).unwrap();
        let nearest = GRADE_SCALE.map(|grade| (grade - x).abs());
        let least = nearest.into_iter().fold(f64::INFINITY, f64::min);
        assert_eq!((grade - x).abs(), least);
    }
    assert_eq!(nearest_grade(2.5).unwrap(), 2.3, "of two the better one");
    assert_eq!(
        nearest_grade(f64::NAN).unwrap_err().to_string(),
        "x must be finite, got NaN"
    );
}

#[test]
fn ancestral_samples_have_the_shares_and_the_bells_of_the_model() {
    let draws = sampled(&gmm_model().unwrap(), 4, 20_000);
    for z in 0..2 {
        let of_class: Vec<f64> = draws
            .iter()
            .filter(|draw| draw.get("Z").unwrap() == z as f64)
            .map(|draw| draw.get("X").unwrap())
            .collect();
        let count = of_class.len() as f64;
        assert!((count / 20_000.0 - PROBS[z]).abs() < 0.015);
        let mean = of_class.iter().sum::<f64>() / count;
        let squares = of_class.iter().map(|x| (x - mean) * (x - mean));
        let deviation = (squares.sum::<f64>() / count).sqrt();
        assert!((mean - LOC[z]).abs() < 0.02, "{mean}");
        assert!((deviation - SCALE[z]).abs() < 0.02, "{deviation}");
    }
}

#[test]
fn without_looking_at_the_class_the_samples_are_those_of_the_mixture() {
    // Kolmogorov and Smirnov: at 20,000 draws a distance of 0.0115 has the probability 0.01.
    let mixture = ch03::model().unwrap();
    let mixture = mixture.scalar().unwrap();
    let draws = sampled(&gmm_model().unwrap(), 5, 20_000);
    let mut xs: Vec<f64> =
        draws.iter().map(|draw| draw.get("X").unwrap()).collect();
    xs.sort_by(f64::total_cmp);
    let distance = xs.iter().enumerate().map(|(below, &x)| {
        (mixture.cdf(x) - (below as f64 + 0.5) / xs.len() as f64).abs()
    });
    assert!(distance.fold(0.0, f64::max) < 0.0115);
}

#[test]
fn any_conditionals_make_a_model() {
    let season = |_: &Parents| Ok(Categorical::from_probs([0.25; 4])?);
    let weather = |parents: &Parents| {
        let good = parents.values("θ")?;
        Ok(Bernoulli::from_probs(good)?.gather(parents.class("season")?)?)
    };
    let graph = Graph::builder()
        .latent("season")
        .observed("weather")
        .parameters(["θ"])
        .arrows([("season", "weather"), ("θ", "weather")])
        .build()
        .unwrap();
    let model = Model::of(&graph)
        .parameter("θ", [0.4, 0.9, 0.5, 0.3])
        .conditional("season", season)
        .conditional("weather", weather)
        .build()
        .unwrap();
    let good = (0..4).map(|season| {
        let both = [("season", f64::from(season)), ("weather", 1.0)];
        libm::exp(model.log_joint(&both.into()).unwrap())
    });
    assert!((good.sum::<f64>() - 0.525).abs() < 1e-15);
}

#[test]
fn what_is_no_model_is_refused_by_the_names_of_its_nodes() {
    let graph = gmm().unwrap();
    let numbers = || {
        Model::of(&graph)
            .parameter("π", PROBS)
            .parameter("μ", LOC)
            .conditional("Z", ch04::class_given_shares)
    };
    let whole = || {
        numbers()
            .parameter("σ", SCALE)
            .conditional("X", ch04::grade_given_class)
    };
    let refusal =
        |builder: ch04::ModelBuilder| builder.build().unwrap_err().to_string();
    assert_eq!(refusal(numbers()), "σ has no value");
    assert_eq!(
        refusal(numbers().parameter("σ", SCALE)),
        "X has no conditional"
    );
    assert_eq!(
        refusal(whole().parameter("θ", [1.0])),
        "no node is called `θ`; the nodes are π, μ, σ, Z, X"
    );
    assert_eq!(
        refusal(whole().parameter("Z", [1.0])),
        "Z is random and takes no value"
    );
    assert_eq!(
        refusal(whole().conditional("π", ch04::class_given_shares)),
        "π is a parameter and takes no conditional"
    );
    assert_eq!(
        with_numbers(&gmm_with_class_plate(3).unwrap())
            .unwrap_err()
            .to_string(),
        "π has 3 copies, but 2 values"
    );
}

#[test]
fn what_has_no_joint_density_is_refused_by_name_and_value() {
    let model = gmm_model().unwrap();
    let refusal = |values: &[(&str, f64)]| {
        let assignment = Assignment::from(values.iter().copied());
        model.log_joint(&assignment).unwrap_err().to_string()
    };
    assert_eq!(refusal(&[("Z", 1.0)]), "X has no value");
    assert_eq!(
        refusal(&[("Z", 1.0), ("X", 2.0), ("Y", 3.0)]),
        "no node is called `Y`; the nodes are X, Z"
    );
    assert_eq!(
        refusal(&[("Z", 0.5), ("X", 2.0)]),
        "Z must be a class: 0, 1, 2, …, got 0.5"
    );
    for z in [-1.0, 2.0, f64::NAN, f64::INFINITY, 1e300] {
        assert!(refusal(&[("Z", z), ("X", 2.0)]).contains(" must be "));
    }
    let nan = Assignment::from([("Z", 0.0), ("X", f64::NAN)]);
    assert!(model.log_joint(&nan).unwrap().is_nan());
}

#[test]
fn a_conditional_that_asks_for_no_parent_of_its_node_is_told_which_there_are() {
    let graph = Graph::builder().latent("A").latent("B").arrows([("A", "B")]);
    let normal = |_: &Parents| Ok(Normal::new(0.0, 1.0)?);
    let strange =
        |parents: &Parents| Ok(Normal::new(parents.value("C")?, 1.0)?);
    let graph = graph.build().unwrap();
    let model = Model::of(&graph)
        .conditional("A", normal)
        .conditional("B", strange)
        .build()
        .unwrap();
    let mut rng = Pcg64::seed_from_u64(0);
    assert_eq!(
        model.sample_ancestral(&mut rng).unwrap_err().to_string(),
        "B has no parent called `C`; its parents are A"
    );
}

proptest! {
    #[test]
    fn the_joint_by_the_graph_is_the_product_of_its_two_factors(
        z in 0_usize..2,
        x in -20.0..20.0,
    ) {
        let student = Assignment::from([("Z", z as f64), ("X", x)]);
        let by_graph = gmm_model().unwrap().log_joint(&student).unwrap();
        let expected = by_definition(z, x);
        prop_assert!((by_graph - expected).abs() <= 1e-12 * expected.abs().max(1.0));
        let plate = with_numbers(&gmm_with_class_plate(2).unwrap()).unwrap();
        prop_assert_eq!(plate.log_joint(&student).unwrap(), by_graph);
    }

    #[test]
    fn the_joint_of_the_unrolled_graph_is_the_product_over_the_plate(
        students in prop::collection::vec((0_usize..2, -3.0..9.0), 0..12),
    ) {
        let product: f64 = students.iter().map(|&(z, x)| by_definition(z, x)).sum();
        let mut assignment = Assignment::default();
        for (n, (z, x)) in (1..).zip(&students) {
            assignment.set(&format!("Z_{n}"), *z as f64);
            assignment.set(&format!("X_{n}"), *x);
        }
        let both = gmm_with_both_plates(2, students.len()).unwrap();
        let mut graphs =
            vec![gmm_with_observations(students.len()).unwrap(), both.clone()];
        if !students.is_empty() {
            graphs.push(both.unroll().unwrap());
        }
        for graph in graphs {
            let model = with_numbers(&graph).unwrap();
            let by_graph = model.log_joint(&assignment).unwrap();
            prop_assert!((by_graph - product).abs() <= 1e-12 * product.abs().max(1.0));
        }
    }

    #[test]
    fn nested_plates_multiply_over_every_index(
        levels in prop::collection::vec(
            prop::collection::vec((-3.0..3.0, prop::collection::vec(-3.0..3.0, 2)), 3),
            0..3,
        ),
    ) {
        // Classes in schools, two students each: C_{s,c} ~ N(0, 1), X_{s,c,n} ~ N(C_{s,c}, 1).
        let graph = Graph::builder()
            .latent("C")
            .observed("X")
            .arrows([("C", "X")])
            .plate(Plate::from_one("n", "N", 2).around(["X"]))
            .plate(Plate::from_one("s", "S", levels.len()).around(["C", "X"]))
            .plate(Plate::from_one("c", "C", 3).around(["C", "X"]))
            .build()
            .unwrap();
        let level = |_: &Parents| Ok(Normal::new(0.0, 1.0)?);
        let grade = |parents: &Parents| Ok(Normal::new(parents.value("C")?, 1.0)?);
        let model = Model::of(&graph)
            .conditional("C", level)
            .conditional("X", grade)
            .build()
            .unwrap();
        let log_normal = |x: f64| -0.5 * (x * x + libm::log(std::f64::consts::TAU));
        let mut assignment = Assignment::default();
        let mut product = 0.0;
        for (s, classes) in (1..).zip(&levels) {
            for (c, (level, grades)) in (1..).zip(classes) {
                assignment.set(&format!("C_{s},{c}"), *level);
                product += log_normal(*level);
                for (n, grade) in (1..).zip(grades) {
                    assignment.set(&format!("X_{s},{c},{n}"), *grade);
                    product += log_normal(grade - level);
                }
            }
        }
        let by_graph = model.log_joint(&assignment).unwrap();
        prop_assert!((by_graph - product).abs() <= 1e-12 * product.abs().max(1.0));
    }
}
