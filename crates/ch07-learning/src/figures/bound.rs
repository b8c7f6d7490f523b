use ch05::Joint;
use chapter::{Control, Error, Fact, Figure, Handle, Settings, Shown};
use datasets::GRADE_SCALE;
use figure::{Axis, Ink, Panel, Plot, curve};

use super::{height, students, with_mean};
use crate::{bound, e_step};

const HERE: Control =
    Control::slider("here", "where we stand", (1.6, 3.8, 0.05), 3.4);

/// The bound that touches, over one number.
pub(super) const BOUND: Figure = Figure {
    name: "bound",
    caption: "The log-likelihood over the first mean, and below it the bound that the labels of {here} make. They \
              touch there. The bound's top is at {next}: there the log-likelihood is higher by {gain} at least, and \
              by {gained} in fact.",
    controls: &[HERE],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let here = settings.get("here")?;
    let students = students();
    let groups = with_mean(0, here)?;
    let labels = e_step(&groups, &GRADE_SCALE);
    let value = |mean: f64| {
        with_mean(0, mean).map_or(f64::NAN, |it| height(&it, &students))
    };
    let below = |mean: f64| {
        let of_grades = |groups: Joint| -> f64 {
            let grades = GRADE_SCALE.iter().zip(&labels).zip(&students);
            let term = |((x, label), count): ((&f64, &Vec<f64>), &f64)| {
                count * bound(&groups, &[*x], std::slice::from_ref(label))
            };
            grades.map(term).sum()
        };
        with_mean(0, mean).map_or(f64::NAN, of_grades)
    };
    // The average of the students, each as much as it belongs to the first group.
    let firsts = || {
        let first = labels.iter().map(|label| label[0]).zip(&students);
        first.map(|(r, count)| r * count).zip(&GRADE_SCALE)
    };
    let next = firsts().map(|(r, x)| r * x).sum::<f64>()
        / firsts().map(|(r, _)| r).sum::<f64>();
    let x = Axis::new("first mean μ₀", 1.5, 3.9);
    let panel = Panel::new(x, Axis::new("log-likelihood", -550.0, -200.0))
        .height(230.0)
        .line("log-likelihood", curve(1.5, 3.9, value), Ink::Whole)
        .dashed_line("bound", curve(1.5, 3.9, below), Ink::Accent)
        .note(here, value(here), "", Ink::Accent)
        .note(next, below(next), "", Ink::Accent);
    let title = "The log-likelihood and a bound that touches it";
    let facts = [
        Fact::number("here", here, 2),
        Fact::number("next", next, 2),
        Fact::number("gain", below(next) - value(here), 1),
        Fact::number("gained", value(next) - value(here), 1),
    ];
    let handle =
        Handle::new(0, (here, value(here)), Ink::Accent).across("here");
    let shown = Shown::new(Plot::new(title).panel(panel), facts);
    Ok(shown.with_handles([handle]))
}
