use ch01::Gaussian;
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use datasets::{CLASS, GRADE_SCALE};
use figure::{Axis, Ink, Panel, Plot, curve, number};

use crate::{PROBS, weighted_sum, weights::bells};

/// The book in four steps, for its Introduction.
pub(super) const HEAPS: Figure = Figure {
    name: "heaps",
    caption: "A dot for each of {students} students, over the grade. {told}",
    // Each step shows something else, so that no ghost tells the end at the beginning.
    controls: &[Control::slider("step", "step", (0.0, 3.0, 1.0), 3.0)
        .played()
        .refits()],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let step = settings.count("step")?;
    let one = Gaussian::fit(&datasets::grades())?;
    let bells = bells()?;
    // A bin holds a step of the scale: a density makes so many students of it.
    let a_step = CLASS.len() as f64 * ch01::BIN_WIDTH;
    let over =
        |density: &dyn Fn(f64) -> f64| curve(0.4, 6.2, |x| a_step * density(x));
    let dots = GRADE_SCALE.into_iter().flat_map(|grade| {
        let heap = CLASS.iter().filter(move |student| student.grade == grade);
        heap.zip(0..).map(move |(_, below)| (grade, f64::from(below) + 0.5))
    });
    let x = ch01::grade_axis(0.4, 6.2).ticks(ch01::WHOLE_GRADES);
    let heaps = Panel::new(x, Axis::new("students", 0.0, 42.0)).dots(
        "",
        dots,
        Ink::Muted,
    );
    let mean = number(one.loc(), 1);
    let (panel, told) = match step {
        0 => (heaps, "There are two heaps.".to_owned()),
        1 => (
            heaps.rule(one.loc(), "the mean"),
            format!("The mean is {mean}, and hardly anybody is there."),
        ),
        2 => (
            heaps.rule(one.loc(), "the mean").line(
                "one bell",
                over(&|x| one.prob(x)),
                Ink::Accent,
            ),
            "One bell has its top where the class has its gap.".to_owned(),
        ),
        _ => {
            let part = |z: usize| over(&|x| PROBS[z] * bells[z].prob(x));
            let sum = over(&|x| weighted_sum(&PROBS, &bells, x));
            let panel = heaps
                .area("", part(0), Ink::First)
                .area("", part(1), Ink::Second)
                .line("two bells in shares", sum, Ink::Whole);
            let told =
                "Two bells, each with its share of the class, have both tops.";
            (panel, told.to_owned())
        }
    };
    let plot = Plot::new("The grades of the class in two heaps").panel(panel);
    let told = Fact { name: "told", value: step as f64, text: told };
    Ok(Shown::new(plot, [Fact::count("students", CLASS.len()), told]))
}
