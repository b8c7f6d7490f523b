use chapter::{
    Among, Control, Error, Fact, Figure, Guess, Handle, Settings, Shown,
};
use figure::{Axis, Ink, Panel, Plot, curve};

use super::{bars, bells, class_panel, height, students, with_mean};

const MEAN: Control =
    Control::slider("mean", "second mean μ₁", (3.0, 6.0, 0.05), 4.0)
        .ink(Ink::Second);

/// The hill that is climbed, along one of its five directions.
pub(super) const CLIMBED: Figure = Figure {
    name: "climbed",
    caption: "All numbers but one are those of the model; the second mean is {mean}. The class has the \
              log-likelihood {log-likelihood}, and {best} at the top, where that mean is {top}.",
    controls: &[MEAN],
    guess: Some(Guess {
        question: "Everything is as the model has it, only the second bell may be moved. Under which second mean \
                   is the class most probable?",
        fact: "top",
        among: Among::Numbers { min: 3.0, max: 6.0, step: 0.05 },
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let mean = settings.get("mean")?;
    let students = students();
    let groups = with_mean(1, mean)?;
    let here = height(&groups, &students);
    let hill = curve(3.0, 6.0, |mean| {
        with_mean(1, mean).map_or(f64::NAN, |it| height(&it, &students))
    });
    let top =
        hill.iter().copied().fold((0.0, f64::NEG_INFINITY), |best, at| {
            if at.1 > best.1 { at } else { best }
        });
    let class = bells(bars(class_panel().height(150.0), |_| None), &groups);
    let x = Axis::new("second mean μ₁", 3.0, 6.0);
    let panel = Panel::new(x, Axis::new("log-likelihood", -900.0, -200.0))
        .height(170.0)
        .line("", hill, Ink::Whole)
        .note(mean, here, "", Ink::Accent);
    let title = "The log-likelihood of the class over the second mean";
    let facts = [
        Fact::number("mean", mean, 2),
        Fact::number("log-likelihood", here, 1),
        Fact::number("best", top.1, 1),
        Fact::number("top", top.0, 2),
    ];
    let handle = Handle::new(1, (mean, here), Ink::Accent).across("mean");
    let plot = Plot::new(title).panel(class).panel(panel);
    Ok(Shown::new(plot, facts).with_handles([handle]))
}
