use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use crate::race;

const ROUNDS: Control =
    Control::slider("rounds", "rounds", (0.0, 12.0, 1.0), 12.0).played();

/// After so many rounds only so many go on.
const SIEVES: [(usize, usize); 2] = [(2, 6), (5, 2)];

/// The race of the sieve.
pub(super) const RACE: Figure = Figure {
    name: "race",
    caption: "Twenty starts on the twelve numbers. After 2 rounds the best six go on, after 5 the best two. After \
              {rounds} rounds {running} are in the race, and the best has the log-likelihood {best}.",
    controls: &[ROUNDS],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let rounds = settings.count("rounds")?;
    let runners = race(12)?;
    let at = |runner: &[f64], round: usize| {
        runner.get(round).copied().unwrap_or(f64::NEG_INFINITY)
    };
    let mut running: Vec<usize> = (0..runners.len()).collect();
    let mut last = vec![rounds; runners.len()];
    for (round, survivors) in SIEVES {
        if round >= rounds {
            break;
        }
        running.sort_by(|one, other| {
            at(&runners[*other], round).total_cmp(&at(&runners[*one], round))
        });
        for dropped in running.split_off(survivors.min(running.len())) {
            last[dropped] = round;
        }
    }
    let mut panel = Panel::new(
        Axis::new("rounds", 0.0, 12.0),
        Axis::new("log-likelihood", -34.0, -24.0),
    )
    .height(230.0);
    let line = |index: usize| -> Vec<(f64, f64)> {
        let values = runners[index].iter().take(last[index] + 1).enumerate();
        let seen = values.filter(|(_, value)| **value >= -34.0);
        seen.map(|(round, value)| (round as f64, *value)).collect()
    };
    for index in 0..runners.len() {
        let points = line(index);
        if points.len() > 1 && !running.contains(&index) {
            panel = panel.line("", points, Ink::Muted);
        }
    }
    for &index in &running {
        let points = line(index);
        if points.len() > 1 {
            panel = panel.line("", points, Ink::Whole);
        }
    }
    let best = running.iter().map(|&index| at(&runners[index], rounds));
    let facts = [
        Fact::count("rounds", rounds),
        Fact::count("running", running.len()),
        Fact::number("best", best.fold(f64::NEG_INFINITY, f64::max), 2),
    ];
    let plot = Plot::new("A race of twenty starts").panel(panel);
    Ok(Shown::new(plot, facts))
}
