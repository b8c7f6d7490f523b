use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{NULLS, chi_squared_tail};

const TEST: Control = Control::choice(
    "test",
    "test",
    &["one bell against two", "two against three", "three against four"],
    2,
);

/// The null that is no χ².
pub(super) const NULL: Figure = Figure {
    name: "null",
    caption: "Twice the gain of one bell more, for {samples} samples that were drawn without it, and the textbook's χ². \
              The flippers themselves gain {statistic}. The textbook calls that luck {textbook} of the time; of the \
              samples {luck} gain as much.",
    controls: &[TEST],
    guess: Some(Guess {
        question: "A fourth bell on the flippers brings twice the log-likelihood up by {statistic}. By the textbook's χ² \
                   luck does that {textbook} of the time. How often does it, in samples that are drawn from three bells?",
        fact: "luck",
        among: Among::Options(&[
            (
                "0.6%",
                "Luck has more ways to gain than the textbook counts: the new bell may sit anywhere.",
            ),
            (
                "3.0%",
                "That is the textbook's answer, and its conditions do not hold here.",
            ),
            (
                "11.9%",
                "The new bell may sit wherever luck has left a small heap.",
            ),
        ]),
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let null = NULLS[settings.choice("test")?];
    let samples = null.samples as f64;
    let edges: Vec<f64> = (0..=29_i32).map(f64::from).collect();
    let heights = null.bins.iter().take(29);
    let heights: Vec<f64> = heights.map(|count| f64::from(*count)).collect();
    // How many the textbook expects between half a step before and half a step after.
    let textbook = curve(0.5, 28.5, |x| {
        samples * (chi_squared_tail(x - 0.5) - chi_squared_tail(x + 0.5))
    });
    let x = Axis::new("twice the gain of one bell more", 0.0, 29.0);
    let mut panel = Panel::new(x, Axis::new("samples", 0.0, 300.0))
        .height(220.0)
        .bars("", edges, heights, Ink::Muted)
        .line("χ² with 3 degrees of freedom", textbook, Ink::Accent);
    if null.statistic < 29.0 {
        panel = panel.rule(null.statistic, "the flippers");
    }
    let luck = (1 + null.as_much) as f64 / (1.0 + samples);
    let facts = [
        Fact::count("samples", null.samples),
        Fact::number("statistic", null.statistic, 2),
        Fact::percent("textbook", chi_squared_tail(null.statistic), 1),
        Fact::percent("luck", luck, 1),
    ];
    let plot = Plot::new("What luck gains by one bell more").panel(panel);
    Ok(Shown::new(plot, facts))
}
