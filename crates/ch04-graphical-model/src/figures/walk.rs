//! The figure of one sample that walks down the graph.

use ch03::{LOC, PROBS, SCALE};
use chapter::{Error, Fact, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, number};
use mixture::{Distribution as _, Normal};

use crate::{Side, Sketch, gmm, nearest_grade, samples};

/// A student and how far the walk has come: 0 nowhere, 1 the class is drawn, 2 the grade, 3 rounded.
struct Walk {
    step: usize,
    z: usize,
    x: f64,
    grade: f64,
}

impl Walk {
    fn at(settings: &Settings) -> Result<Self, Error> {
        let step = settings.count("step")?;
        let seed = settings.count("seed")?;
        let draw = samples(1, seed as u64)?.pop().unwrap_or_default();
        let (z, x) = (draw.get("Z")? as usize, draw.get("X")?);
        Ok(Self { step, z, x, grade: nearest_grade(x)? })
    }

    /// What has happened so far, in words.
    fn told(&self) -> String {
        let (z, x) = (self.z, number(self.x, 2));
        match self.step {
            0 => "Nothing is drawn yet.".to_owned(),
            1 => format!("The group is drawn: {z}."),
            2 => format!(
                "The group is {z}, and from its bell the grade {x} is drawn."
            ),
            _ => format!(
                "The group is {z}, the draw {x}, and the grade of the scale {:.1}.",
                self.grade
            ),
        }
    }

    /// The ink of a class, once it is the drawn one.
    fn ink(&self, class: usize) -> Ink {
        match class {
            _ if self.step == 0 || class != self.z => Ink::Muted,
            0 => Ink::First,
            _ => Ink::Second,
        }
    }
}

pub(crate) fn show(settings: &Settings) -> Result<Shown, Error> {
    let walk = Walk::at(settings)?;
    let graph = gmm()?;
    let given =
        |values: [f64; 2]| format!("({:.1}, {:.1})", values[0], values[1]);
    let mut sketch = Sketch::of(&graph)
        .note("π", Side::Right, given(PROBS))?
        .note("μ", Side::Left, given(LOC))?
        .note("σ", Side::Right, given(SCALE))?;
    if walk.step >= 1 {
        sketch = sketch.note("Z", Side::Right, format!("𝑧 = {}", walk.z))?;
    }
    if walk.step >= 2 {
        let rounded = if walk.step == 3 {
            format!(", graded {:.1}", walk.grade)
        } else {
            String::new()
        };
        let x = format!("𝑥 = {}{rounded}", number(walk.x, 2));
        sketch = sketch.note("X", Side::Right, x)?;
    }
    let ink = walk.ink(walk.z);
    sketch = match walk.step {
        0 => sketch,
        1 => sketch.emphasize("Z", ink)?,
        _ => sketch.emphasize("X", ink)?,
    };
    let plot = Plot::new("One student drawn along the arrows")
        .diagram(sketch.diagram())
        .panel(classes(&walk))
        .panel(bells(&walk)?);
    let (value, text) = (walk.step as f64, walk.told());
    Ok(Shown::new(plot, [Fact { name: "told", value, text }]))
}

fn classes(walk: &Walk) -> Panel {
    let x = Axis::new("group 𝑧", -0.6, 1.6).ticks([0.0, 1.0]);
    let y = Axis::new("probability", 0.0, 1.0).ticks([0.0, 0.5, 1.0]);
    ["prepared", "unprepared"].into_iter().zip(PROBS).zip([0.0, 1.0]).fold(
        Panel::new(x, y).height(54.0),
        |panel, ((name, share), class)| {
            let edges = [class - 0.3, class + 0.3];
            let ink = walk.ink(class as usize);
            panel.bars(name, edges, [share], ink)
        },
    )
}

fn bells(walk: &Walk) -> Result<Panel, Error> {
    let (from, to) = (0.0, 6.4);
    let y = Axis::new("density", 0.0, 1.6).ticks([0.0, 0.5, 1.0, 1.5]);
    let mut panel = Panel::new(ch01::grade_axis(from, to), y).height(66.0);
    for class in 0..2 {
        let bell = Normal::new(LOC[class], SCALE[class])?;
        let bell = bell.scalar()?;
        let density = curve(from, to, |x| bell.prob(x));
        let ink = walk.ink(class);
        if ink == Ink::Muted {
            panel = panel.dashed_line("", density, ink);
            continue;
        }
        panel = panel.area("", density.clone(), ink).line("", density, ink);
        if walk.step >= 2 {
            let x = number(walk.x, 2);
            panel = panel.note(walk.x, bell.prob(walk.x), x, ink);
        }
        if walk.step == 3 {
            panel = panel.rule(walk.grade, format!("{:.1}", walk.grade));
        }
    }
    Ok(panel)
}
