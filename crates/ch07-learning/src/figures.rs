mod bound;
mod climbed;
mod em;
mod known;
mod patience;
mod you_first;

use ch01::Gaussian;
use ch05::Joint;
use chapter::{Error, Fact, Figure};
use datasets::{CLASS, GRADE_SCALE};
use figure::{Axis, Ink, Panel, curve};

use crate::round;

pub(crate) const FIGURES: &[Figure] = &[
    you_first::YOU_FIRST,
    climbed::CLIMBED,
    known::KNOWN,
    em::STEPS,
    em::EM,
    bound::BOUND,
    patience::PATIENCE,
];

/// How many students a density of one makes: a step of the scale holds as many.
const STUDENTS: f64 = CLASS.len() as f64 * ch01::BIN_WIDTH;

/// Half of how wide the bar of a grade is.
const HALF: f64 = 0.1;

/// The students of the class at a grade.
fn students_at(grade: f64) -> f64 {
    CLASS.iter().filter(|student| student.grade == grade).count() as f64
}

/// How many students have each grade of the scale.
#[must_use]
pub fn students() -> [f64; GRADE_SCALE.len()] {
    GRADE_SCALE.map(students_at)
}

/// The log-likelihood of the class, grade by grade: so many students have each.
#[must_use]
pub fn height(groups: &Joint, students: &[f64; GRADE_SCALE.len()]) -> f64 {
    let terms = GRADE_SCALE.iter().zip(students);
    terms.map(|(x, count)| count * groups.log_marginal(*x)).sum()
}

/// The model with the mean of one group moved.
fn with_mean(group: usize, mean: f64) -> Result<Joint, Error> {
    let model = Joint::of_the_model()?;
    let mut bells = model.bells().to_vec();
    bells[group] = Gaussian::new(mean, bells[group].scale())?;
    Joint::new(model.probs(), bells)
}

/// The axes of the class and its bells.
#[must_use]
pub fn class_panel() -> Panel {
    let x = ch01::grade_axis(0.4, 6.2).ticks(ch01::WHOLE_GRADES);
    Panel::new(x, Axis::new("students", 0.0, 50.0))
}

/// The bars of the class, each divided as the students of its grade belong to two groups: `first` is how much
/// of them belongs to the first. Undivided where nobody is labelled yet.
#[must_use]
pub fn bars(mut panel: Panel, first: impl Fn(f64) -> Option<f64>) -> Panel {
    for grade in GRADE_SCALE {
        let edges = [grade - HALF, grade + HALF];
        let all = students_at(grade);
        panel = match first(grade) {
            None => panel.bars("", edges, [all], Ink::Muted),
            Some(part) => {
                let first = part * all;
                panel.bars("", edges, [first], Ink::First).stacked_bars(
                    "",
                    edges,
                    [first],
                    [all],
                    Ink::Second,
                )
            }
        };
    }
    panel
}

/// The curves of two groups, as high as the bars.
#[must_use]
pub fn bells(panel: Panel, groups: &Joint) -> Panel {
    let bell = |k: usize| {
        let (share, bell) = (groups.probs()[k], groups.bells()[k]);
        curve(0.4, 6.2, move |x| STUDENTS * share * bell.prob(x))
    };
    panel.line("", bell(0), Ink::First).dashed_line("", bell(1), Ink::Second)
}

/// The numbers of two groups, as captions quote them.
fn facts_of(groups: &Joint) -> [Fact; 6] {
    let [first, second] = [groups.bells()[0], groups.bells()[1]];
    [
        Fact::number("first", groups.probs()[0], 2),
        Fact::number("second", groups.probs()[1], 2),
        Fact::number("first-mean", first.loc(), 2),
        Fact::number("second-mean", second.loc(), 2),
        Fact::number("first-deviation", first.scale(), 2),
        Fact::number("second-deviation", second.scale(), 2),
    ]
}

/// The top that the chapter climbs to, from its start: where nothing moves any more.
fn top() -> Result<Joint, Error> {
    let grades = datasets::grades();
    let mut groups = crate::START.groups()?;
    for _ in 0..ROUNDS_TO_THE_TOP {
        groups = round(&groups, &grades)?;
    }
    Ok(groups)
}

/// After so many rounds the digits that are shown stand.
const ROUNDS_TO_THE_TOP: usize = 40;
