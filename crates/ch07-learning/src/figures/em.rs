use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use super::{bars, bells, class_panel, facts_of};
use crate::{Climb, Part, Start, starts::STARTS};

/// So many rounds are shown.
const ROUNDS: usize = 20;

const HALF_STEPS: Control = Control::slider(
    "half-steps",
    "half steps: label, count, label, …",
    (0.0, 2.0 * ROUNDS as f64, 1.0),
    1.0,
)
.played();

const FROM: Control = Control::choice(
    "start",
    "start",
    &[STARTS[0].name, STARTS[1].name, STARTS[2].name, STARTS[3].name],
    0,
);

const MOVES: Control = Control::choice(
    "moves",
    "counting moves",
    &[
        "everything",
        "the shares alone",
        "the means alone",
        "the deviations alone",
    ],
    0,
);

/// The one figure of it all: labels, bells and the climb, half a step at a time.
pub(super) const EM: Figure = Figure {
    name: "em",
    caption: "E-steps: {labelled}, M-steps: {counted}. Shares {first} and {second}, means \
              {first-mean} and {second-mean}, deviations {first-deviation} and {second-deviation}. Below, the \
              log-likelihood round by round; it stands at {log-likelihood}.",
    controls: &[HALF_STEPS, FROM, MOVES],
    guess: None,
    show: em,
};

/// For those who touch nothing.
pub(super) const STEPS: Figure = Figure {
    name: "steps",
    caption: "From a guess to the end: before the first round, and after 1, 2, 5 and {last} rounds. Each bar is \
              divided as its students belong to the two groups.",
    controls: &[],
    guess: None,
    show: steps,
};

fn chosen(settings: &Settings) -> Result<Start, Error> {
    Ok(STARTS[settings.choice("start")?])
}

/// How much of a grade belongs to the first group, by the last labels.
fn first_part(climb: &Climb, grades: &[f64], grade: f64) -> Option<f64> {
    let labels = climb.labels.as_ref()?;
    let student = grades.iter().position(|x| *x == grade)?;
    Some(labels[student][0])
}

fn em(settings: &Settings) -> Result<Shown, Error> {
    let half_steps = settings.count("half-steps")?;
    let grades = datasets::grades();
    let start = Climb::from(chosen(settings)?.groups()?, &grades)?;
    let part =
        [None, Some(Part::Shares), Some(Part::Means), Some(Part::Deviations)]
            [settings.choice("moves")?];
    let whole = start.clone().half_steps(2 * ROUNDS, part, &grades)?;
    let climb = start.half_steps(half_steps, part, &grades)?;
    let panel = bars(class_panel().height(180.0), |grade| {
        first_part(&climb, &grades, grade)
    });
    let panel = bells(panel, &climb.groups);
    let history = |climb: &Climb| -> Vec<(f64, f64)> {
        let values = climb.history.iter().enumerate();
        values.map(|(round, value)| (round as f64, *value)).collect()
    };
    let all = history(&whole);
    let least = all.iter().map(|point| point.1).fold(f64::INFINITY, f64::min);
    let floor = (10.0 * (least / 10.0).floor()).min(-330.0);
    let now = history(&climb);
    let here = now.last().copied().unwrap_or((0.0, least));
    let trace = Panel::new(
        Axis::new("rounds", 0.0, ROUNDS as f64),
        Axis::new("log-likelihood", floor, -220.0),
    )
    .height(80.0)
    .line("", all, Ink::Muted)
    .note(here.0, here.1, "", Ink::Accent);
    let title = "Two bells that learn the class, half a step at a time";
    let mut facts = vec![
        Fact::count("labelled", half_steps.div_ceil(2)),
        Fact::count("counted", half_steps / 2),
        Fact::number("log-likelihood", here.1, 2),
    ];
    facts.extend(facts_of(&climb.groups));
    Ok(Shown::new(Plot::new(title).panel(panel).panel(trace), facts))
}

fn steps(_: &Settings) -> Result<Shown, Error> {
    let grades = datasets::grades();
    let start = Climb::from(crate::START.groups()?, &grades)?;
    let mut plot =
        Plot::new("Two bells that learn the class, in five pictures");
    for rounds in [0, 1, 2, 5, ROUNDS] {
        let climb = start.clone().half_steps(2 * rounds, None, &grades)?;
        // What the bells say now, and not what they were made of.
        let labelled = climb.clone().half_steps(1, None, &grades)?;
        let heading = match rounds {
            0 => "the guess".to_owned(),
            1 => "1 round".to_owned(),
            _ => format!("{rounds} rounds"),
        };
        let panel = class_panel().height(70.0).heading(heading);
        let panel = bars(panel, |grade| first_part(&labelled, &grades, grade));
        plot = plot.panel(bells(panel, &climb.groups));
    }
    Ok(Shown::new(plot, [Fact::count("last", ROUNDS)]))
}
