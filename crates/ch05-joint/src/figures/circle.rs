use ch01::Gaussian;
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use datasets::{CLASS, GRADE_SCALE};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::Joint;

/// The rounds after which nothing is seen to change any more.
const ROUNDS: usize = 20;

/// What the book ends with: from a guess, round by round.
pub(super) const CIRCLE: Figure = Figure {
    name: "circle",
    caption: "Play it from 0: a guess, and {rounds} rounds later shares of {first} and {second}, means \
              of {first-mean} and {second-mean}, deviations of {first-deviation} and \
              {second-deviation}. Each bar is divided as its students belong to the two groups.",
    controls: &[Control::slider(
        "rounds",
        "rounds",
        (0.0, ROUNDS as f64, 1.0),
        ROUNDS as f64,
    )
    .played()
    .refits()],
    guess: None,
    show,
};

/// The guess: two bells that know nothing of the class but where it begins and ends.
fn guess() -> Result<Joint, Error> {
    let bells = [Gaussian::new(2.8, 1.0)?, Gaussian::new(3.6, 1.0)?];
    Joint::new([0.5, 0.5], bells)
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let rounds = settings.count("rounds")?;
    let grades = datasets::grades();
    let mut joint = guess()?;
    for _ in 0..rounds {
        joint = joint.round(&grades)?;
    }
    let here = |grade: f64| {
        CLASS.iter().filter(|student| student.grade == grade).count() as f64
    };
    let x = ch01::grade_axis(0.4, 6.2).ticks(ch01::WHOLE_GRADES);
    let mut panel = Panel::new(x, Axis::new("students", 0.0, 50.0));
    for grade in GRADE_SCALE {
        let edges = [grade - 0.1, grade + 0.1];
        let (all, label) = (here(grade), joint.posterior(grade));
        let first = all * label[0];
        panel = panel.bars("", edges, [first], Ink::First).stacked_bars(
            "",
            edges,
            [first],
            [all],
            Ink::Second,
        );
    }
    // A bin holds a step of the scale: a density makes so many students of it.
    let a_step = CLASS.len() as f64 * ch01::BIN_WIDTH;
    let bell = |z: usize| {
        let (share, bell) = (joint.probs[z], joint.bells[z]);
        curve(0.4, 6.2, move |x| a_step * share * bell.prob(x))
    };
    let panel = panel.line("", bell(0), Ink::First).dashed_line(
        "",
        bell(1),
        Ink::Second,
    );
    let plot = Plot::new("Two bells that find the class").panel(panel);
    let [one, other] = [&joint.bells[0], &joint.bells[1]];
    let facts = [
        Fact::count("rounds", rounds),
        Fact::number("first", joint.probs[0], 2),
        Fact::number("second", joint.probs[1], 2),
        Fact::number("first-mean", one.loc(), 2),
        Fact::number("second-mean", other.loc(), 2),
        Fact::number("first-deviation", one.scale(), 2),
        Fact::number("second-deviation", other.scale(), 2),
    ];
    Ok(Shown::new(plot, facts))
}
