//! Chapter 4: Graphical model.
//!
//! Which variable is drawn first, and on what it depends, is a drawing of circles and arrows. The
//! drawing is data: nodes, arrows and plates, checked. From it come its picture, the factorization
//! of the joint density, the sum that is the joint's logarithm, and the order in which a sample is
//! drawn. The class of chapter 1 was drawn this way, and is drawn again.

mod class;
mod drawing;
mod error;
mod figures;
mod gmm;
mod graph;
mod model;
mod notation;
mod run;
mod samples;

pub use class::{CLASS_SEED, STUDENTS, class, class_draws, nearest_grade};
pub use drawing::{Arrow, Layout, Side, Sketch};
pub use error::GraphError;
pub use gmm::{
    class_given_shares, gmm, gmm_model, gmm_with_both_plates,
    gmm_with_class_plate, gmm_with_observations, grade_given_class,
    with_numbers,
};
pub use graph::{
    Graph,
    builder::GraphBuilder,
    node::{Kind, Node},
    plate::Plate,
};
pub use model::{
    Model,
    assignment::Assignment,
    builder::ModelBuilder,
    conditional::{Conditional, Parents, Value},
};
pub use samples::{SAMPLE_SEED, Summary, samples};

use chapter::{Chapter, Error, Fact};
use datasets::Group;
use mixture::Distribution as _;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 4,
    slug: "graphical-model",
    title: "Graphical model",
    run: run::run,
    figures: figures::FIGURES,
    facts,
};

/// The names of the facts about the first students: class, draw and grade.
const FIRST: [[&str; 3]; 3] = [
    ["first-z", "first-x", "first-grade"],
    ["second-z", "second-x", "second-grade"],
    ["third-z", "third-x", "third-grade"],
];

fn facts() -> Result<Vec<Fact>, Error> {
    let draws = class_draws()?;
    let class = class()?;
    let drawn = Summary::of(&draws)?;
    let xs = samples::values(&draws, "X")?;
    let count =
        |holds: &dyn Fn(f64) -> bool| xs.iter().filter(|&&x| holds(x)).count();
    let moved =
        xs.iter().zip(&class).map(|(x, student)| (x - student.grade).abs());
    let many = 10_000;
    let sampled = Summary::of(&samples(many, SAMPLE_SEED)?)?;
    let model = ch03::model()?;
    let model = model.scalar()?;
    let both = gmm_with_both_plates(2, STUDENTS)?.unroll()?;
    let mut facts = vec![
        Fact::count("students", draws.len()),
        Fact::count("class-seed", CLASS_SEED as usize),
        Fact::percent("class-prepared", drawn.prepared, 1),
        Fact::count(
            "class-prepared-students",
            Group::Prepared.among(&class).count(),
        ),
        Fact::count(
            "class-unprepared-students",
            Group::Unprepared.among(&class).count(),
        ),
        Fact::number("class-mean", drawn.mean, 2),
        Fact::count("beyond-worst", count(&|x| x > 5.0)),
        Fact::number("worst-draw", xs.iter().copied().fold(0.0, f64::max), 2),
        Fact::count(
            "at-worst",
            class.iter().filter(|student| student.grade == 5.0).count(),
        ),
        Fact::percent("model-beyond-worst", model.survival_function(5.0), 1),
        Fact::number("most-moved", moved.fold(0.0, f64::max), 2),
        Fact::percent("model-prepared", ch03::PROBS[0], 0),
        Fact::count("samples", many),
        Fact::count("sample-seed", SAMPLE_SEED as usize),
        Fact::percent("sample-prepared", sampled.prepared, 1),
        Fact::number("sample-mean", sampled.mean, 2),
        Fact::number("sample-variance", sampled.stddev * sampled.stddev, 2),
        Fact::count("unrolled-nodes", both.nodes().len()),
        Fact::count("unrolled-arrows", both.arrows().count()),
    ];
    for ([z, x, grade], (draw, student)) in
        FIRST.into_iter().zip(draws.iter().zip(&class))
    {
        facts.extend([
            Fact::number(z, draw.get("Z")?, 0),
            Fact::number(x, draw.get("X")?, 3),
            Fact::number(grade, student.grade, 1),
        ]);
    }
    Ok(facts)
}
