use ch03::chosen_bells;
use ch05::Joint;
use chapter::{
    Control, Error, Fact, Figure, Handle, Pull, Settings, Shown, peak,
};
use figure::{Ink, Plot};

use super::{STUDENTS, bars, bells, class_panel, top};
use crate::round;

const SHARE: Control =
    Control::slider("share", "share π₀ of the first", (0.05, 0.95, 0.05), 0.5)
        .ink(Ink::First);

const MEANS: (f64, f64, f64) = (1.0, 6.0, 0.1);
const DEVIATIONS: (f64, f64, f64) = (0.1, 2.0, 0.1);

/// As the chapter's start has them.
const BELLS: [Control; 4] = [
    Control::slider("loc-0", "first mean μ₀", MEANS, 2.8).ink(Ink::First),
    Control::slider("scale-0", "first deviation σ₀", DEVIATIONS, 1.0)
        .ink(Ink::First),
    Control::slider("loc-1", "second mean μ₁", MEANS, 3.6).ink(Ink::Second),
    Control::slider("scale-1", "second deviation σ₁", DEVIATIONS, 1.0)
        .ink(Ink::Second),
];

const ROUNDS: Control =
    Control::slider("rounds", "rounds from here", (0.0, 20.0, 1.0), 0.0)
        .played();

/// The reader's own bells first, and then the rounds from there.
pub(super) const YOU_FIRST: Figure = Figure {
    name: "you-first",
    caption: "Your bells give the class a log-likelihood of {log-likelihood}; the best two bells that this chapter \
              finds have {best}, which is {behind} more.",
    controls: &[SHARE, BELLS[0], BELLS[1], BELLS[2], BELLS[3], ROUNDS],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let share = settings.get("share")?;
    let grades = datasets::grades();
    let chosen = chosen_bells(settings)?;
    let mut groups = Joint::new([share, 1.0 - share], chosen)?;
    let rounds = settings.count("rounds")?;
    for _ in 0..rounds {
        groups = round(&groups, &grades)?;
    }
    let here = groups.log_likelihood(&grades)?;
    let best = top()?.log_likelihood(&grades)?;
    let panel = bells(bars(class_panel(), |_| None), &groups);
    let plot = Plot::new("Your bells over the class").panel(panel);
    let facts = [
        Fact::number("log-likelihood", here, 1),
        Fact::number("best", best, 1),
        Fact::number("behind", best - here, 1),
    ];
    let shown = Shown::new(plot, facts);
    // After a round the bells are not the reader's own any more.
    Ok(if rounds == 0 { shown.with_handles(handles(&groups)) } else { shown })
}

/// The tops and the flanks of the reader's bells; the tops move the share too.
fn handles(groups: &Joint) -> Vec<Handle> {
    let of = |k: usize, ink, loc, scale| {
        let bell = groups.bells()[k];
        let weight = STUDENTS * groups.probs()[k];
        let (bell, high) =
            ((bell.loc(), bell.scale()), STUDENTS * peak(bell.scale()));
        let pull = match k {
            0 => Pull::evenly("share", 0.0, 1.0 / high),
            _ => Pull::evenly("share", 1.0, -1.0 / high),
        };
        [
            Handle::top(0, bell, weight, ink, loc).pulled_up(pull),
            Handle::flank(0, bell, weight, ink, scale),
        ]
    };
    let first = of(0, Ink::First, "loc-0", "scale-0");
    let second = of(1, Ink::Second, "loc-1", "scale-1");
    [first, second].concat()
}
