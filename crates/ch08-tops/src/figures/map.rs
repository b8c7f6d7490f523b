use ch07::round;
use chapter::{Control, Error, Fact, Figure, Handle, Pull, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use crate::{
    CLUMPS,
    tops::{climb, start},
    tops_of_the_clumps,
};

const MEANS: (f64, f64, f64) = (0.0, 10.0, 0.25);

const FIRST: Control =
    Control::slider("first", "first mean at the start", MEANS, 2.0)
        .ink(Ink::First);
const SECOND: Control =
    Control::slider("second", "second mean at the start", MEANS, 5.0)
        .ink(Ink::Second);

/// Which start leads to which top.
pub(super) const MAP: Figure = Figure {
    name: "map",
    caption: "Every mark is a start: two bells of the deviation 1 at these two means. The full ones climb to the top \
              {higher}, the open ones to the other, {lower}. The line is the climb from {first} and {second}, which \
              ends at {here}.",
    controls: &[FIRST, SECOND],
    guess: None,
    show,
};

/// After so many rounds one sees to which top a climb leads.
const ROUNDS: usize = 40;

/// How far apart the marks are.
const STEP: f64 = 1.25;

fn show(settings: &Settings) -> Result<Shown, Error> {
    let (first, second) = (settings.get("first")?, settings.get("second")?);
    let [higher, lower] = tops_of_the_clumps()?;
    let is_higher = |value: f64| {
        (value - higher.log_likelihood).abs()
            < (value - lower.log_likelihood).abs()
    };
    let (mut full, mut open) = (Vec::new(), Vec::new());
    for row in 0..=8 {
        for column in row + 1..=8 {
            let (low, high) = (STEP * f64::from(row), STEP * f64::from(column));
            let Some(top) = climb(start([low, high], 1.0)?, ROUNDS)? else {
                continue;
            };
            let marks = if is_higher(top.log_likelihood) {
                &mut full
            } else {
                &mut open
            };
            // Exchanged bells climb to the exchanged top.
            marks.extend([(low, high), (high, low)]);
        }
    }
    let mut groups = start([first, second], 1.0)?;
    let mut path = vec![(first, second)];
    for _ in 0..ROUNDS {
        let Ok(next) = round(&groups, &CLUMPS) else { break };
        groups = next;
        path.push((groups.bells()[0].loc(), groups.bells()[1].loc()));
    }
    let here = groups.log_likelihood(&CLUMPS)?;
    let end = path[path.len() - 1];
    let panel = Panel::new(
        Axis::new("first mean", 0.0, 10.0),
        Axis::new("second mean", 0.0, 10.0),
    )
    .height(320.0)
    .dots("", full, Ink::Whole)
    .open_dots("", open, Ink::Muted)
    .line("", path, Ink::Accent)
    .note(end.0, end.1, "", Ink::Accent);
    let facts = [
        Fact::number("higher", higher.log_likelihood, 2),
        Fact::number("lower", lower.log_likelihood, 2),
        Fact::number("first", first, 2),
        Fact::number("second", second, 2),
        Fact::number("here", here, 2),
    ];
    let plot =
        Plot::new("Starts, and the tops that they climb to").panel(panel);
    let handle = Handle::new(0, (first, second), Ink::Accent)
        .across("first")
        .pulled_up(Pull::along("second"));
    Ok(Shown::new(plot, facts).with_handles([handle]))
}
