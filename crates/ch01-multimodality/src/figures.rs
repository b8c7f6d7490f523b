use chapter::{
    Among, Control, Error, Fact, Figure, Guess, Handle, Settings, Shown,
};
use datasets::{CLASS, Exam, GRADE_SCALE, Group, PASS_MARK};
use figure::{Axis, Ink, Panel, Plot};

use crate::{
    BIN_WIDTH, CUT, Gaussian, Histogram, PROMINENCE, WHOLE_GRADES,
    class_histogram, grade_axis, kernel_density, peaks, regents::pupils, split,
};

/// Bins of a twelfth of a grade: narrower than a step of the scale.
pub(crate) const NARROW: f64 = 1.0 / 12.0;

/// Bins of a grade and a half.
pub(crate) const WIDE: f64 = 1.5;

/// The heights of some hills, to tell how much of a peak each is.
const HILLS: [f64; 9] = [1.0, 3.0, 6.0, 5.0, 5.5, 3.5, 2.0, 4.0, 1.5];

const BIN_WIDTHS: (f64, f64, f64) = (NARROW, 2.0, NARROW);

const BIN_WIDTH_CONTROL: Control =
    Control::slider("bin-width", "bin width", BIN_WIDTHS, BIN_WIDTH)
        .unit("grades");

const BANDWIDTH_CONTROL: Control = Control::slider(
    "bandwidth",
    "deviation of each bell",
    (0.05, 1.2, 0.05),
    0.25,
)
.unit("grades");

const EXAM_CONTROL: Control = Control::choice(
    "exam",
    "exam",
    &[
        Exam::IntegratedAlgebra.name(),
        Exam::GlobalHistory.name(),
        Exam::LivingEnvironment.name(),
        Exam::English.name(),
        Exam::UsHistory.name(),
    ],
    1,
);

const CUT_CONTROL: Control =
    Control::slider("cut", "cut", (1.5, 5.0, 0.05), CUT);

pub(crate) const FIGURES: &[Figure] = &[
    Figure {
        name: "class",
        caption: "The grades of {students} students. The area of a bar is the \
                  share of the students in it.",
        controls: &[],
        guess: None,
        show: class,
    },
    Figure {
        name: "bin-widths",
        caption: "The same grades four times. Only the bins are different.",
        controls: &[],
        guess: None,
        show: bin_widths,
    },
    Figure {
        name: "prominence",
        caption: "Three tops, and how far one has to go down from each before \
                  one can climb to a higher one: as far as the saddle that is marked, \
                  or to the ground.",
        controls: &[],
        guess: None,
        show: prominence,
    },
    Figure {
        name: "peaks",
        caption: "The class in bins {bin-width} wide, with the peaks that the \
                  rule finds: {peaks}.",
        controls: &[BIN_WIDTH_CONTROL],
        guess: None,
        show: class_peaks,
    },
    Figure {
        name: "kernels",
        caption: "A bell with a deviation of {bandwidth} over each grade, and all of them added up. \
                  Peaks of the curve: {peaks}.",
        controls: &[BANDWIDTH_CONTROL],
        guess: None,
        show: kernels,
    },
    Figure {
        name: "regents",
        caption: "The scores of {pupils} pupils in one Regents exam, New York City, 2010. \
                  Just under the pass mark, from 60 to 64: {below} pupils. From 65 to 69: {above}.",
        controls: &[EXAM_CONTROL],
        guess: Some(Guess {
            question: "The five scores from 65 to 69 have {above} pupils between them. How many \
                       have the five just below, from 60 to 64?",
            fact: "below",
            among: Among::Numbers { min: 0.0, max: 100_000.0, step: 1.0 },
            drawn: None,
        }),
        show: regents,
    },
    Figure {
        name: "one-gaussian",
        caption: "The class and the bell with its mean, {mean}, and its standard deviation, {deviation}. \
                  Its one peak stands between the two of the class.",
        controls: &[],
        guess: Some(Guess {
            question: "At which grade does the bell have its peak?",
            fact: "mean",
            among: Among::Numbers { min: 1.0, max: 5.0, step: 0.01 },
            drawn: Some(before_the_bell),
        }),
        show: one_gaussian,
    },
    Figure {
        name: "cut",
        caption: "Every dot is a student; drag the cut. Left of it: {left}, right of it: {right}. \
                  On the wrong side of it for the group they belong to: {misplaced}.",
        controls: &[CUT_CONTROL],
        guess: None,
        show: cut,
    },
    Figure {
        name: "misplaced",
        caption: "How many students a cut puts on the wrong side, by the place \
                  of the cut. The best places still leave {fewest}.",
        controls: &[],
        guess: None,
        show: misplaced,
    },
];

/// The axis of the class, with the scale's whole grades on it.
fn class_axis(max: f64) -> Axis {
    grade_axis(0.7, max.max(5.3)).ticks(WHOLE_GRADES)
}

fn density_axis(histogram: &Histogram) -> Axis {
    Axis::from_zero("density", histogram.densities().iter().copied())
}

fn histogram_panel(histogram: &Histogram) -> Panel {
    let right = histogram.edges().iter().copied().fold(0.0, f64::max);
    Panel::new(class_axis(right), density_axis(histogram)).bars(
        "",
        histogram.edges(),
        histogram.densities(),
        Ink::Muted,
    )
}

fn class(_: &Settings) -> Result<Shown, Error> {
    let histogram = class_histogram(BIN_WIDTH)?;
    let plot =
        Plot::new("The grades of the class").panel(histogram_panel(&histogram));
    Ok(Shown::new(plot, [Fact::count("students", CLASS.len())]))
}

fn bin_widths(_: &Settings) -> Result<Shown, Error> {
    let widths = [
        (NARROW, "bins of a twelfth of a grade"),
        (BIN_WIDTH, "a third of a grade: one step of the scale in each"),
        (0.5, "half a grade: one step, two steps, one step, …"),
        (WIDE, "a grade and a half"),
    ];
    let mut plot = Plot::new("The class in bins of four widths");
    for (row, (bin_width, heading)) in widths.into_iter().enumerate() {
        // One label for each axis serves all four panels.
        let x = if row + 1 == widths.len() {
            grade_axis(0.2, 6.3)
        } else {
            Axis::new("", 0.2, 6.3)
        };
        let y = if row == 0 { "density" } else { "" };
        let histogram = class_histogram(bin_width)?;
        let heights = histogram.densities();
        let y = Axis::from_zero(y, heights.iter().copied());
        let panel =
            Panel::new(x.ticks(WHOLE_GRADES), y).heading(heading).height(80.0);
        let bars = panel.bars("", histogram.edges(), heights, Ink::Muted);
        plot = plot.panel(bars);
    }
    Ok(plot.into())
}

fn prominence(_: &Settings) -> Result<Shown, Error> {
    let edges: Vec<f64> = (0..=HILLS.len()).map(|edge| edge as f64).collect();
    let x = Axis::new("a walk in the hills", 0.0, HILLS.len() as f64);
    let y = Axis::new("height", 0.0, 7.6);
    let mut panel = Panel::new(x.ticks([]), y).height(150.0).bars(
        "",
        edges,
        HILLS,
        Ink::Muted,
    );
    for peak in peaks(&HILLS, 0.0)? {
        let top = peak.index as f64 + 0.5;
        let saddle = peak.height - peak.prominence;
        // The nearest bar as low as the saddle; from the highest top one goes down to the ground.
        let bars = HILLS.iter().enumerate();
        let saddles = bars.filter(|(_, height)| **height == saddle);
        let places = saddles.map(|(index, _)| index as f64 + 0.5);
        let nearest =
            places.min_by(|a, b| (a - top).abs().total_cmp(&(b - top).abs()));
        let label = format!("down {}", peak.prominence);
        let descent = [(top, peak.height), (top, saddle)];
        panel = panel.note(top, peak.height, "", Ink::Accent).dashed_line(
            label,
            descent,
            Ink::Accent,
        );
        if let Some(place) = nearest {
            panel = panel
                .dashed_line("", [(top, saddle), (place, saddle)], Ink::Accent)
                .note(place, saddle, "", Ink::Accent);
        }
    }
    let plot = Plot::new("Three tops and their prominences").panel(panel);
    Ok(plot.into())
}

fn class_peaks(settings: &Settings) -> Result<Shown, Error> {
    let bin_width = settings.get("bin-width")?;
    let histogram = class_histogram(bin_width)?;
    let peaks = peaks(histogram.densities(), PROMINENCE)?;
    let mut panel = histogram_panel(&histogram);
    for peak in &peaks {
        let middle = histogram.middle(peak.index);
        panel = panel.note(middle, peak.height, "", Ink::Accent);
    }
    let plot = Plot::new("The peaks of the class").panel(panel);
    let facts = [
        Fact::number("bin-width", bin_width, 2),
        Fact::count("peaks", peaks.len()),
    ];
    Ok(Shown::new(plot, facts))
}

fn regents(settings: &Settings) -> Result<Shown, Error> {
    let exam = Exam::ALL[settings.choice("exam")?];
    let counts = exam.counts().iter().map(|&count| count as usize);
    let histogram = Histogram::of_counts(counts.collect(), -0.5, 1.0)?;
    let panel = Panel::new(
        Axis::new("score", -0.5, 100.5),
        Axis::from_zero(
            "share of pupils per point",
            histogram.densities().iter().copied(),
        ),
    );
    let pass_mark = f64::from(PASS_MARK);
    let panel = panel
        .span(pass_mark - 5.5, pass_mark - 0.5, "60 to 64")
        .bars("", histogram.edges(), histogram.densities(), Ink::Muted)
        .rule(pass_mark - 0.5, "pass mark 65");
    let title = format!("Scores in {}, 2010", exam.name());
    let below = pupils(exam, PASS_MARK - 5, PASS_MARK - 1);
    let above = pupils(exam, PASS_MARK, PASS_MARK + 4);
    let facts = [
        Fact::count("pupils", exam.total() as usize),
        Fact::count("below", below),
        Fact::count("above", above),
    ];
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}

fn kernels(settings: &Settings) -> Result<Shown, Error> {
    let histogram = class_histogram(BIN_WIDTH)?;
    let bandwidth = settings.get("bandwidth")?;
    let estimate = kernel_density(&datasets::grades(), bandwidth)?;
    let curve = figure::curve(0.0, 6.5, estimate);
    let heights: Vec<f64> = figure::heights(&curve).collect();
    // Of a curve every top is a peak.
    let tops = peaks(&heights, 0.0)?.len();
    let y = Axis::from_zero(
        "density",
        heights.iter().chain(histogram.densities()).copied(),
    );
    let x = grade_axis(0.0, 6.5).ticks(WHOLE_GRADES);
    let panel = Panel::new(x, y)
        .bars("", histogram.edges(), histogram.densities(), Ink::Muted)
        .line("", curve, Ink::Whole);
    let title = "A kernel density estimate of the class";
    let facts =
        [Fact::number("bandwidth", bandwidth, 2), Fact::count("peaks", tops)];
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}

/// The class, in which the reader points at where the bell will be highest.
fn before_the_bell() -> Result<Plot, Error> {
    let panel = histogram_panel(&class_histogram(BIN_WIDTH)?).height(110.0);
    Ok(Plot::new("The class, and no bell yet").panel(panel))
}

fn one_gaussian(_: &Settings) -> Result<Shown, Error> {
    let histogram = class_histogram(BIN_WIDTH)?;
    let bell = Gaussian::fit(&datasets::grades())?;
    let curve = (0..=230)
        .map(|step| 0.7 + f64::from(step) / 50.0)
        .map(|x| (x, bell.prob(x)));
    let panel =
        histogram_panel(&histogram).line("one Gaussian", curve, Ink::Accent);
    let plot = Plot::new("One Gaussian laid over the class").panel(panel);
    let facts = [
        Fact::number("mean", bell.loc(), 2),
        Fact::number("deviation", bell.scale(), 2),
    ];
    Ok(Shown::new(plot, facts))
}

/// The students of a group as dots: each over their grade, on top of those drawn before.
fn dots(group: Group) -> Vec<(f64, f64)> {
    let mut dots = Vec::new();
    for grade in GRADE_SCALE {
        let of = |group: Group| {
            let group = group.among(&CLASS);
            group.filter(|student| student.grade == grade).count()
        };
        let below =
            if group == Group::Unprepared { of(Group::Prepared) } else { 0 };
        dots.extend(
            (0..of(group)).map(|row| (grade, (below + row) as f64 + 0.5)),
        );
    }
    dots
}

fn cut(settings: &Settings) -> Result<Shown, Error> {
    let cut = settings.get("cut")?;
    let split = split(&CLASS, cut)?;
    let panel = Panel::new(class_axis(5.3), Axis::new("students", 0.0, 42.0))
        .height(230.0)
        .dots("prepared", dots(Group::Prepared), Ink::First)
        .open_dots("unprepared", dots(Group::Unprepared), Ink::Second)
        .rule(cut, "cut");
    let plot = Plot::new("The class, cut in two").panel(panel);
    let facts = [
        Fact::count("left", split.left),
        Fact::count("right", split.right),
        Fact::count("misplaced", split.misplaced),
    ];
    let handle = Handle::new(0, (cut, 21.0), Ink::Accent).across("cut");
    Ok(Shown::new(plot, facts).with_handles([handle]))
}

/// The number of misplaced students for cuts from 2.9 to 4.9: a step at every grade.
fn misplaced_by_cut() -> Result<Vec<(f64, f64)>, Error> {
    let (from, to) = (2.9, 4.9);
    let inside = GRADE_SCALE.into_iter().filter(|g| (from..to).contains(g));
    let borders: Vec<f64> =
        [from].into_iter().chain(inside).chain([to]).collect();
    let mut steps = Vec::new();
    for step in borders.windows(2) {
        let cut = f64::midpoint(step[0], step[1]);
        let misplaced = split(&CLASS, cut)?.misplaced as f64;
        steps.extend([(step[0], misplaced), (step[1], misplaced)]);
    }
    Ok(steps)
}

fn misplaced(_: &Settings) -> Result<Shown, Error> {
    let curve = misplaced_by_cut()?;
    let fewest = curve.iter().map(|point| point.1 as usize).min().unwrap_or(0);
    let axis = Axis::from_zero("misplaced students", curve.iter().map(|p| p.1));
    let panel = Panel::new(Axis::new("cut", 2.9, 4.9), axis)
        .height(170.0)
        .line("", curve, Ink::Whole)
        .rule(CUT, figure::number(CUT, 2));
    let title = "Misplaced students by the place of the cut";
    let plot = Plot::new(title).panel(panel);
    Ok(Shown::new(plot, [Fact::count("fewest", fewest)]))
}
