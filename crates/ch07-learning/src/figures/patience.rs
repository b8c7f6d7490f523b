use ch01::Gaussian;
use ch05::Joint;
use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use crate::{logs_of_what_is_left, quantile, round};

const APART: Control = Control::slider(
    "apart",
    "distance of the means, in deviations",
    (1.5, 5.0, 0.25),
    2.5,
);

/// So many rounds are shown.
const ROUNDS: usize = 60;

/// How slowly it arrives where groups overlap.
pub(super) const PATIENCE: Figure = Figure {
    name: "patience",
    caption: "Two bells as wide as each other, {apart} deviations apart, and what is left to gain after each round, \
              in powers of ten. Every round leaves {factor} of what was left.",
    controls: &[APART],
    guess: Some(Guess {
        question: "Two bells as wide as each other, {apart} deviations apart. How much of what is left to gain does \
                   a round leave, once it has found its pace?",
        fact: "factor",
        among: Among::Options(&[
            (
                "10%",
                "So fast it is where hardly any label is in doubt, at four deviations.",
            ),
            (
                "50%",
                "That would be over in ten rounds; here too many labels are in doubt.",
            ),
            (
                "95%",
                "Each round moves the labels only a little, and they move the bells only a little.",
            ),
        ]),
        drawn: None,
    }),
    show,
};

/// So many numbers stand for a pair of bells.
const NUMBERS: usize = 60;

/// Numbers that lie as a pair of bells does: the places that cut each of the two into equal parts.
fn numbers(apart: f64) -> Result<Vec<f64>, Error> {
    let one = Joint::new([1.0], [Gaussian::new(0.0, 1.0)?])?;
    let part = |index: usize| (index as f64 + 0.5) / (NUMBERS as f64 / 2.0);
    let places: Vec<f64> =
        (0..NUMBERS / 2).map(|index| quantile(&one, part(index))).collect();
    let other = places.iter().map(|z| z + apart);
    Ok(places.iter().copied().chain(other).collect())
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let apart = settings.get("apart")?;
    let numbers = numbers(apart)?;
    let start = [Gaussian::new(-0.5, 1.5)?, Gaussian::new(apart + 0.5, 1.5)?];
    let mut groups = Joint::new([0.4, 0.6], start)?;
    let mut history = vec![groups.log_likelihood(&numbers)?];
    for _ in 0..4 * ROUNDS {
        groups = round(&groups, &numbers)?;
        history.push(groups.log_likelihood(&numbers)?);
    }
    let [.., before, last] = history[..] else {
        return Err(Error::argument("rounds", "some", 0.0));
    };
    let early = &history[..=ROUNDS];
    let [first, second, third] =
        [ROUNDS - 2, ROUNDS - 1, ROUNDS].map(|round| early[round]);
    let factor = ((third - second) / (second - first)).clamp(0.0, 1.0);
    // What the last rounds shown leave, if every round goes on leaving as much of it.
    let rest = (last - before) * factor / (1.0 - factor).max(1e-3);
    let left = logs_of_what_is_left(early, last + rest.max(0.0));
    let seen: Vec<(f64, f64)> =
        left.into_iter().filter(|point| point.1 > -10.0).collect();
    let panel = Panel::new(
        Axis::new("rounds", 0.0, ROUNDS as f64),
        Axis::new("left to gain, as a power of ten", -10.0, 2.0),
    )
    .height(200.0)
    .dots("", seen, Ink::Whole);
    let title = "What is left to gain, round by round";
    let facts =
        [Fact::number("apart", apart, 2), Fact::percent("factor", factor, 0)];
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}
