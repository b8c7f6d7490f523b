use ch05::Joint;
use ch07::{as_groups, bars, bells, class_panel};
use chapter::{Among, Error, Fact, Figure, Guess, Settings, Shown};
use figure::Plot;

use crate::{class_as_intervals, class_as_numbers};

/// Grades as numbers, and as what they are.
pub(super) const INTERVALS: Figure = Figure {
    name: "intervals",
    caption: "The class fitted twice. Above, each grade is a number: the second bell has the deviation {narrow}. Below, \
              each grade is the stretch of marks that become it, and a 5.0 is anything worse than 4.85: it has \
              {wide}. The class was made with {true}.",
    controls: &[],
    guess: Some(Guess {
        question: "The second group was made with the deviation {true}. As numbers the grades give its bell {narrow}. Which \
                   does it get, if a 5.0 is taken as anything worse than 4.85?",
        fact: "wide",
        among: Among::Options(&[
            (
                "0.17",
                "It gets wider: the students at the wall may have been worse than 5.0, and some were.",
            ),
            (
                "0.23",
                "That it was with the wall; without it the bell has room on the right.",
            ),
            (
                "0.34",
                "Behind the wall there is room for the other half of the bell.",
            ),
        ]),
        drawn: None,
    }),
    show,
};

fn show(_: &Settings) -> Result<Shown, Error> {
    let [numbers, intervals] = [
        as_groups(class_as_numbers()?.mixture())?,
        as_groups(class_as_intervals()?.mixture())?,
    ];
    let model = Joint::of_the_model()?;
    let panel = |heading: &str, groups| {
        let panel = class_panel().heading(heading).height(150.0);
        bells(bars(panel, |_| None), groups)
    };
    let plot = Plot::new("The class fitted as numbers and as intervals")
        .panel(panel("grades as numbers", &numbers))
        .panel(panel("grades as intervals", &intervals));
    let facts = [
        Fact::number("narrow", numbers.bells()[1].scale(), 2),
        Fact::number("wide", intervals.bells()[1].scale(), 2),
        Fact::number("true", model.bells()[1].scale(), 1),
    ];
    Ok(Shown::new(plot, facts))
}
