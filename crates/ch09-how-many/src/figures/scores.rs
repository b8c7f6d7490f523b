use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use datasets::{Exam, PASS_MARK};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{data::with, expected, recorded::SCORES};

const BELLS: Control = Control::slider("bells", "bells", (1.0, 6.0, 1.0), 2.0);

/// Where no number of bells is right.
pub(super) const SCORES_FITTED: Figure = Figure {
    name: "scores",
    caption: "The scores of {pupils} pupils in Global History. {before} scored 64, and {at} scored 65, the pass mark. \
              With {bells} bells the curve has {predicted-before} and {predicted-at} there; {misplaced} of the pupils \
              would have to have another score for it to be right.",
    controls: &[BELLS],
    guess: Some(Guess {
        question: "In Global History one passes with 65. For a hundred pupils who scored 65, how many scored 64?",
        fact: "per-hundred",
        among: Among::Numbers { min: 0.0, max: 150.0, step: 1.0 },
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let bells = settings.count("bells")?;
    let groups = with(&SCORES, bells)?.groups()?;
    let exam = Exam::GlobalHistory;
    let pupils = f64::from(exam.total());
    let edges: Vec<f64> = (0..=101_i32).map(|at| f64::from(at) - 0.5).collect();
    let counts = exam.counts().map(f64::from);
    let expected = expected(&groups, &edges, pupils);
    let pairs = counts.iter().zip(&expected);
    let misplaced: f64 = pairs.map(|(one, other)| (one - other).abs()).sum();
    let sum = curve(-0.5, 100.5, |x| pupils * groups.marginal(x));
    let highest = counts.iter().copied().fold(0.0, f64::max);
    let top = 1000.0 * (1.1 * highest / 1000.0).ceil();
    let panel = Panel::new(
        Axis::new("score", -0.5, 100.5)
            .ticks([0.0, 20.0, 40.0, 65.0, 80.0, 100.0]),
        Axis::new("pupils", 0.0, top),
    )
    .height(230.0)
    .bars("", edges, counts, Ink::Muted)
    .line("", sum, Ink::Whole)
    .rule(f64::from(PASS_MARK), "");
    let pass = PASS_MARK as usize;
    let hundred = 100.0 * counts[pass - 1] / counts[pass];
    let facts = [
        Fact::count("pupils", exam.total() as usize),
        Fact::count("before", exam.counts()[pass - 1] as usize),
        Fact::count("at", exam.counts()[pass] as usize),
        Fact::count("bells", bells),
        Fact::number("predicted-before", expected[pass - 1], 0),
        Fact::number("predicted-at", expected[pass], 0),
        Fact::percent("misplaced", 0.5 * misplaced / pupils, 0),
        Fact::number("per-hundred", hundred, 0),
    ];
    let plot = Plot::new("Scores with a rule in them").panel(panel);
    Ok(Shown::new(plot, facts))
}
