use chapter::{Among, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights, number};

use crate::controls::{MODEL, joint};

pub(super) const BOUNDARIES: Figure = Figure {
    name: "boundaries",
    caption: "The logarithm of the joint is a parabola for each group. Where they cross, neither \
              group is more probable: there are {count} such grades.",
    controls: MODEL,
    guess: Some(Guess {
        question: "At how many grades is neither group more probable than the other?",
        fact: "count",
        among: Among::Options(&[
            (
                "none",
                "Each group is the more probable one somewhere, so the parabolas cross.",
            ),
            (
                "one",
                "They cross once more, on the far side: the wider bell wins at both ends.",
            ),
            ("two", "The wider bell wins on both sides of the narrow one."),
            (
                "three",
                "Two parabolas that are not the same cross at most twice.",
            ),
        ]),
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let joint = joint(settings)?;
    let (from, to) = (0.0, 9.0);
    let parabola =
        |z: usize| curve(from, to, |x| joint.log_joint(x).swap_remove(z));
    let [prepared, unprepared] = [parabola(0), parabola(1)];
    let top =
        heights(&prepared).chain(heights(&unprepared)).fold(0.0, f64::max);
    let y = Axis::new("logarithm of the joint", -40.0, top + 3.0);
    let mut panel = Panel::new(ch01::grade_axis(from, to), y)
        .line("prepared", prepared, Ink::First)
        .line("unprepared", unprepared, Ink::Second);
    let borders = joint.boundaries()?;
    for border in &borders {
        let height = joint.log_joint(*border).swap_remove(0);
        panel =
            panel.drop_line(*border, height, number(*border, 2), Ink::Accent);
    }
    let plot = Plot::new("Where the more probable group changes").panel(panel);
    Ok(Shown::new(plot, [Fact::count_in_words("count", borders.len())]))
}
