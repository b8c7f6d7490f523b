use ch01::Gaussian;
use chapter::{Control, Error, Fact, Figure, Handle, Settings, Shown};
use datasets::{CLASS, GRADE_SCALE};
use figure::{Axis, Ink, Panel, Plot, curve, number};

use crate::{
    PROBS, bell_handles, controls::shares, weighted_sum, weights::bells,
};

/// How the bells stand that the reader drags: a share and two means, none of them right.
const SHARE: f64 = 0.7;
const MEANS: [f64; 2] = [1.8, 4.0];

/// The last step, in which the bells are the reader's.
const YOURS: usize = 4;

/// The book in four steps, for its Introduction, and a fifth that is the reader's.
pub(super) const HEAPS: Figure = Figure {
    name: "heaps",
    caption: "A dot for each of {students} students, over the grade. {told}",
    // Each step shows something else, so that no ghost tells the end at the beginning.
    controls: &[
        Control::slider("step", "step", (0.0, YOURS as f64, 1.0), 3.0)
            .played()
            .refits(),
        Control::slider("share", "share of the left", (0.0, 1.0, 0.05), SHARE)
            .ink(Ink::First)
            .refits(),
        Control::slider("loc-0", "left middle", (1.0, 6.0, 0.1), MEANS[0])
            .ink(Ink::First)
            .refits(),
        Control::slider("loc-1", "right middle", (1.0, 6.0, 0.1), MEANS[1])
            .ink(Ink::Second)
            .refits(),
    ],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let yours = Yours::of(settings)?;
    let step = settings.count("step")?;
    // Who moves a bell where two stand has gone on to the last step.
    let step = if step + 1 == YOURS && yours.is_moved() { YOURS } else { step };
    let one = Gaussian::fit(&datasets::grades())?;
    let bells = bells()?;
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
        3 => {
            let told =
                "Two bells, each with its share of the class, have both tops.";
            (with_bells(heaps, PROBS, &bells), told.to_owned())
        }
        _ => {
            let missed = yours.missed(&bells)?;
            let best = missed_by(PROBS, &bells);
            let told = format!(
                "Now you: drag the two bells by their tops. Yours miss {missed} of the students, \
                 those before {best}."
            );
            (with_bells(heaps, yours.shares, &yours.bells(&bells)?), told)
        }
    };
    let plot = Plot::new("The grades of the class in two heaps").panel(panel);
    let told = Fact { name: "told", value: step as f64, text: told };
    let shown = Shown::new(plot, [Fact::count("students", CLASS.len()), told]);
    if step < YOURS {
        return Ok(shown);
    }
    let of = |bell: Gaussian| (bell.loc(), bell.scale());
    let bells = yours.bells(&bells)?.map(of);
    let [left, _, right, _] = bell_handles(yours.shares, bells, "share");
    Ok(shown.with_handles([left, right].map(in_students)))
}

/// A handle of a density in a picture of students.
fn in_students(mut handle: Handle) -> Handle {
    handle.at.1 *= a_step();
    if let Some(pull) = &mut handle.up {
        pull.slope /= a_step();
    }
    handle
}

/// The heaps with two bells in these shares over them.
fn with_bells(heaps: Panel, shares: [f64; 2], bells: &[Gaussian; 2]) -> Panel {
    let part = |z: usize| over(&|x| shares[z] * bells[z].prob(x));
    let sum = over(&|x| weighted_sum(&shares, bells, x));
    heaps.area("", part(0), Ink::First).area("", part(1), Ink::Second).line(
        "two bells in shares",
        sum,
        Ink::Whole,
    )
}

/// How many students are not in the heap where the bells expect them.
fn missed_by(shares: [f64; 2], bells: &[Gaussian; 2]) -> usize {
    let apart: f64 = GRADE_SCALE
        .into_iter()
        .map(|grade| {
            let here = CLASS.iter().filter(|student| student.grade == grade);
            let expected = a_step() * weighted_sum(&shares, bells, grade);
            (here.count() as f64 - expected).abs()
        })
        .sum();
    // Each of them is missing in one heap and too many in another.
    libm::round(apart / 2.0) as usize
}

/// The bells as the reader has set them; their widths are those of the model.
struct Yours {
    shares: [f64; 2],
    means: [f64; 2],
}

impl Yours {
    fn of(settings: &Settings) -> Result<Self, Error> {
        let means = [settings.get("loc-0")?, settings.get("loc-1")?];
        Ok(Self { shares: shares(settings)?, means })
    }

    fn is_moved(&self) -> bool {
        self.shares[0] != SHARE || self.means != MEANS
    }

    fn bells(&self, model: &[Gaussian; 2]) -> Result<[Gaussian; 2], Error> {
        let bell = |z: usize| Gaussian::new(self.means[z], model[z].scale());
        Ok([bell(0)?, bell(1)?])
    }

    fn missed(&self, model: &[Gaussian; 2]) -> Result<usize, Error> {
        Ok(missed_by(self.shares, &self.bells(model)?))
    }
}

/// A bin holds a step of the scale: a density makes so many students of it.
fn a_step() -> f64 {
    CLASS.len() as f64 * ch01::BIN_WIDTH
}

/// The curve of a density over the heaps.
fn over(density: &dyn Fn(f64) -> f64) -> Vec<(f64, f64)> {
    curve(0.4, 6.2, |x| a_step() * density(x))
}
