use ch07::{height, students};
use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{interval_log_likelihood, narrowed, prior_takes};

const POWER: Control = Control::slider(
    "power",
    "deviation, as a power of ten",
    (-8.0, 0.0, 0.25),
    -8.0,
);

/// The grade on which the bell closes in.
const AT: f64 = 3.7;

/// The floor of `fit`, as a part of the deviation of all data.
const FLOOR: f64 = 0.001;

/// The bell on one grade.
pub(super) const COLLAPSE: Figure = Figure {
    name: "collapse",
    caption: "A wide bell over the whole class, and a bell with a fiftieth of the students on the grade 3.7. From the \
              deviation 1 down to {deviation} the log-likelihood gains {numbers} with grades as numbers, {floored} with \
              a floor at {floor}, and {intervals} with grades as intervals. With a prior \
              narrowing gains nothing: the best deviation is {best}.",
    controls: &[POWER],
    guess: Some(Guess {
        question: "A bell with a fiftieth of the students sits on the grade 3.7 and gets narrower, from the deviation 1 \
                   down to {deviation}. What does the log-likelihood gain, if grades are exact numbers?",
        fact: "numbers",
        among: Among::Numbers { min: -100.0, max: 100.0, step: 1.0 },
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let power = settings.get("power")?;
    if !power.is_finite() {
        return Err(Error::argument("power", "finite", power));
    }
    let students = students();
    let numbers = |power: f64| -> f64 {
        let groups = narrowed(AT, libm::pow(10.0, power));
        groups.map_or(f64::NAN, |groups| height(&groups, &students))
    };
    let intervals = |power: f64| -> f64 {
        let groups = narrowed(AT, libm::pow(10.0, power));
        groups.map_or(f64::NAN, |groups| {
            interval_log_likelihood(&groups, &students)
        })
    };
    // From where the bell is as wide as a grade.
    let [of_numbers, of_intervals] = [numbers(0.0), intervals(0.0)];
    let gained = |power: f64| numbers(power) - of_numbers;
    let gained_of_intervals = |power: f64| intervals(power) - of_intervals;
    // Below the floor nothing is gained any more.
    let all = ch01::Gaussian::fit(&datasets::grades())?.scale();
    let floor = FLOOR * all;
    let at_floor = libm::log10(floor);
    let floored = |power: f64| gained(power.max(at_floor));
    let count: f64 = students.iter().sum();
    let takes = |power| prior_takes(libm::pow(10.0, power), all, count);
    let gains = curve(-8.0, 0.0, gained);
    let of_the_floor = gained(at_floor);
    let over_floor = gains.iter().map(|&(power, gain)| {
        (power, if power < at_floor { of_the_floor } else { gain })
    });
    let over_floor: Vec<(f64, f64)> = over_floor.collect();
    let none = takes(0.0);
    let prior = gains.iter();
    let prior: Vec<(f64, f64)> = prior
        .map(|&(power, gain)| (power, gain - takes(power) + none))
        .collect();
    let best = prior.iter().max_by(|one, other| one.1.total_cmp(&other.1));
    let best = best.map_or(0.0, |point| point.0);
    // It falls out of the picture.
    let prior = prior.into_iter().filter(|point| point.1 >= -10.0);
    let panel = Panel::new(
        Axis::new("deviation, as a power of ten", -8.0, 0.0),
        Axis::new("log-likelihood gained", -10.0, 50.0),
    )
    .height(220.0)
    .line("grades as numbers", gains, Ink::Whole)
    .dashed_line(
        "as intervals",
        curve(-8.0, 0.0, gained_of_intervals),
        Ink::Accent,
    )
    .dotted_line("with a floor", over_floor, Ink::Second)
    .dash_dotted_line("with a prior", prior, Ink::First)
    .note(power, gained(power), "", Ink::Whole)
    .note(power, gained_of_intervals(power), "", Ink::Accent);
    let facts = [
        Fact::number("deviation", libm::pow(10.0, power), 8),
        Fact::number("numbers", gained(power), 1),
        Fact::number("floored", floored(power), 1),
        Fact::number("floor", floor, 4),
        Fact::number("intervals", gained_of_intervals(power), 1),
        Fact::number("best", libm::pow(10.0, best), 2),
    ];
    let plot = Plot::new("A bell that closes in on one grade").panel(panel);
    Ok(Shown::new(plot, facts))
}
