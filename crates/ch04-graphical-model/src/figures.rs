mod walk;

use ch01::Histogram;
use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use datasets::{GRADE_SCALE, Group};
use figure::{Axis, Ink, Panel, Plot, curve};
use mixture::Distribution as _;

use crate::{
    SAMPLE_SEED, STUDENTS, Sketch, Summary, class, class_draws, gmm,
    gmm_with_both_plates, gmm_with_class_plate, samples, samples::values,
};

const PLATES: &[Control] =
    &[Control::slider("classes", "groups D", (1.0, 5.0, 1.0), 2.0)];

const UNROLLED: &[Control] = &[
    Control::slider("students", "students N", (1.0, 4.0, 1.0), 3.0),
    Control::slider("classes", "groups D", (1.0, 2.0, 1.0), 2.0),
];

const SEEDS: (f64, f64, f64) = (0.0, 50.0, 1.0);

const WALK: &[Control] = &[
    Control::slider("step", "step", (0.0, 3.0, 1.0), 3.0).played(),
    Control::slider("seed", "seed", SEEDS, SAMPLE_SEED as f64),
];

const SAMPLES: &[Control] = &[
    Control::slider("n", "samples n", (10.0, 2000.0, 10.0), 200.0).played(),
    Control::slider("seed", "seed", SEEDS, SAMPLE_SEED as f64),
];

pub(crate) const FIGURES: &[Figure] = &[
    Figure {
        name: "graph",
        caption: "The graph of the model. An empty circle: nobody sees it. A shaded one: it is seen. A box: it \
                  is given.",
        controls: &[],
        guess: None,
        show: graph,
    },
    Figure {
        name: "plates",
        caption: "The same model, the parameters of each group on a plate. It stands for {copies} of \
                  what is in it.",
        controls: PLATES,
        guess: None,
        show: plates,
    },
    Figure {
        name: "unrolled",
        caption: "Above: five circles and boxes on two plates. Below: the same model without plates, \
                  {nodes} circles and boxes and {arrows} arrows.",
        controls: UNROLLED,
        guess: None,
        show: unrolled,
    },
    Figure {
        name: "walk",
        caption: "One student, drawn along the arrows; not one of the class. {told}",
        controls: WALK,
        guess: None,
        show: walk::show,
    },
    Figure {
        name: "samples",
        caption: "{n} students drawn along the arrows, and the density of the mixture. Their mean is \
                  {mean}, the model's {model-mean}; {prepared} of them are of group 0, in the model \
                  {model-prepared}.",
        controls: SAMPLES,
        guess: None,
        show: histogram,
    },
    Figure {
        name: "class",
        caption: "The class of chapter 1. Above: as it was drawn, {beyond} students beyond 5.0. Below: \
                  rounded to the scale, {worst} students at 5.0.",
        controls: &[],
        guess: Some(Guess {
            question: "A bell has no end, but the scale ends at 5.0. How many of the {students} \
                       students draw a grade beyond it?",
            fact: "beyond",
            among: Among::Numbers { min: 0.0, max: STUDENTS as f64, step: 1.0 },
            drawn: None,
        }),
        show: the_class,
    },
];

fn graph(_: &Settings) -> Result<Shown, Error> {
    let graph = gmm()?;
    let plot = Plot::new("The graph of the Gaussian mixture model")
        .diagram(Sketch::of(&graph).diagram());
    Ok(plot.into())
}

fn plates(settings: &Settings) -> Result<Shown, Error> {
    let classes = settings.count("classes")?;
    let graph = gmm_with_class_plate(classes)?;
    let plot = Plot::new("The model with its groups on a plate")
        .diagram(Sketch::of(&graph).diagram());
    let copies = Fact::count_in_words("copies", classes);
    let noun = if classes == 1 { "copy" } else { "copies" };
    let text = format!("{} {noun}", copies.text);
    Ok(Shown::new(plot, [Fact { text, ..copies }]))
}

fn unrolled(settings: &Settings) -> Result<Shown, Error> {
    let classes = settings.count("classes")?;
    let students = settings.count("students")?;
    let rolled = gmm_with_both_plates(classes, students)?;
    let unrolled = rolled.unroll()?;
    let plot = Plot::new("The model with plates, and without")
        .diagram(Sketch::of(&rolled).diagram().heading("With plates"))
        .diagram(Sketch::of(&unrolled).diagram().heading("Unrolled"));
    let facts = [
        Fact::count("nodes", unrolled.nodes().len()),
        Fact::count("arrows", unrolled.arrows().count()),
    ];
    Ok(Shown::new(plot, facts))
}

/// The width of the bins of the samples.
const BIN_WIDTH: f64 = 0.2;

fn histogram(settings: &Settings) -> Result<Shown, Error> {
    let n = settings.count("n")?;
    let seed = settings.count("seed")?;
    let draws = samples(n, seed as u64)?;
    let (from, to) = (0.0, 6.4);
    let histogram = Histogram::of(&values(&draws, "X")?, 0.0, BIN_WIDTH)?;
    let model = ch03::model()?;
    let model = model.scalar()?;
    let density = curve(from, to, |x| model.prob(x));
    let tops = density.iter().map(|point| point.1);
    let y = Axis::from_zero(
        "density",
        tops.chain(histogram.densities().iter().copied()),
    );
    let panel = Panel::new(ch01::grade_axis(from, to), y)
        .bars("samples", histogram.edges(), histogram.densities(), Ink::Muted)
        .line("mixture", density, Ink::Whole);
    let title = "Samples of the model and the density of the mixture";
    let summary = Summary::of(&draws)?;
    let facts = [
        Fact::count("n", n),
        Fact::number("mean", summary.mean, 2),
        Fact::number("model-mean", model.mean(), 2),
        Fact::percent("prepared", summary.prepared, 1),
        Fact::percent("model-prepared", ch03::PROBS[0], 0),
    ];
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}

/// The width of the bins in which the draws of the class are counted.
const DRAW_WIDTH: f64 = 0.1;

fn the_class(_: &Settings) -> Result<Shown, Error> {
    let (from, to) = (0.75, 6.45);
    let draws = class_draws()?;
    let bins = libm::round((to - from) / DRAW_WIDTH) as usize;
    // Edges at 0.95, 1.05, …: every grade of the scale is the middle of a bin.
    let edges: Vec<f64> =
        (0..=bins).map(|edge| from + edge as f64 * DRAW_WIDTH).collect();
    let mut counts = [vec![0.0; bins], vec![0.0; bins]];
    for draw in &draws {
        let z = draw.get("Z")? as usize;
        let bin = ((draw.get("X")? - from) / DRAW_WIDTH) as usize;
        counts[z.min(1)][bin.min(bins - 1)] += 1.0;
    }
    let beyond = Panel::new(Axis::new("", from, to), axis(&counts))
        .heading("As they were drawn")
        .height(120.0)
        .span(5.0, to, "beyond the scale");
    let grades = class()?;
    let per_grade = Group::ALL.map(|group| {
        let count = |grade| {
            let group = group.among(&grades);
            group.filter(|student| student.grade == grade).count() as f64
        };
        GRADE_SCALE.map(count).to_vec()
    });
    let rounded = Panel::new(ch01::grade_axis(from, to), axis(&per_grade))
        .heading("Rounded to the scale")
        .height(120.0);
    let rounded = GRADE_SCALE.iter().enumerate().fold(
        rounded,
        |panel, (place, grade)| {
            let edges = [grade - 0.05, grade + 0.05];
            let counts = per_grade.each_ref().map(|counts| vec![counts[place]]);
            stacked(panel, &edges, &counts, ["", ""])
        },
    );
    let plot = Plot::new("The class before and after rounding")
        .panel(stacked(beyond, &edges, &counts, ["prepared", "unprepared"]))
        .panel(rounded);
    let beyond = values(&draws, "X")?.iter().filter(|&&x| x > 5.0).count();
    let worst = grades.iter().filter(|student| student.grade == 5.0).count();
    let facts = [
        Fact::count("students", STUDENTS),
        Fact::count("beyond", beyond),
        Fact::count("worst", worst),
    ];
    Ok(Shown::new(plot, facts))
}

/// The counts of the two groups on top of each other.
fn stacked(
    panel: Panel,
    edges: &[f64],
    [prepared, unprepared]: &[Vec<f64>; 2],
    [first, second]: [&str; 2],
) -> Panel {
    let both: Vec<f64> = prepared
        .iter()
        .zip(unprepared)
        .map(|(one, other)| one + other)
        .collect();
    panel.bars(first, edges, prepared.clone(), Ink::First).stacked_bars(
        second,
        edges,
        prepared.clone(),
        both,
        Ink::Second,
    )
}

fn axis([prepared, unprepared]: &[Vec<f64>; 2]) -> Axis {
    let both = prepared.iter().zip(unprepared).map(|(one, other)| one + other);
    Axis::from_zero("students", both)
}
