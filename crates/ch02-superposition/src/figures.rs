use ch01::{BIN_WIDTH, Gaussian, class_histogram};
use chapter::{
    Among, Control, Error, Fact, Figure, Guess, Handle, Settings, Shown,
};
use figure::{Axis, Ink, Panel, Plot, curve, heights};

use crate::{
    ASKED, SKETCH, area, area_up_to, area_within, breakpoints, integrate,
    midpoint_rule, superpose,
};

const MEANS: (f64, f64, f64) = (1.0, 6.0, 0.1);
const DEVIATIONS: (f64, f64, f64) = (0.1, 2.0, 0.1);

const ONE_BELL: &[Control] = &[
    Control::slider("loc", "mean μ", MEANS, SKETCH[0].0).ink(Ink::First),
    Control::slider("scale", "standard deviation σ", DEVIATIONS, SKETCH[0].1)
        .ink(Ink::First),
];

const TWO_BELLS: &[Control] = &[
    Control::slider("loc-1", "first mean", MEANS, SKETCH[0].0).ink(Ink::First),
    Control::slider("scale-1", "first deviation", DEVIATIONS, SKETCH[0].1)
        .ink(Ink::First),
    Control::slider("loc-2", "second mean", MEANS, SKETCH[1].0)
        .ink(Ink::Second),
    Control::slider("scale-2", "second deviation", DEVIATIONS, SKETCH[1].1)
        .ink(Ink::Second),
];

const STRIPS: &[Control] =
    &[Control::slider("strips", "strips", (1.0, 60.0, 1.0), 20.0)];

const UP_TO: &[Control] =
    &[Control::slider("x", "grade", (0.0, 7.0, 0.1), ASKED)];

pub(crate) const FIGURES: &[Figure] = &[
    Figure {
        name: "sketch",
        caption: "The class of chapter 1, and two bells drawn over it by hand: \
                  a wide one at {wide} and a narrow one at {narrow}.",
        controls: &[],
        guess: None,
        show: over_the_class,
    },
    Figure {
        name: "bell",
        caption: "Drag the bell by its top, and by its flank. It is {height} high at its mean, and the stretch of one standard \
                  deviation to either side holds {within} of its area.",
        controls: ONE_BELL,
        guess: None,
        show: bell,
    },
    Figure {
        name: "sum-of-two",
        caption: "Two bells, to be dragged by their tops and flanks, and their sum. Area under the first: {first-area}; under the second: \
                  {second-area}; under the sum: {area}.",
        controls: TWO_BELLS,
        guess: None,
        show: sum_of_two,
    },
    Figure {
        name: "strips",
        caption: "The midpoint rule with {strips} strips from {from} to {to}. The rectangles have the \
                  area {area}.",
        controls: STRIPS,
        guess: None,
        show: strips,
    },
    Figure {
        name: "running-area",
        caption: "Above: the sum, filled from the far left up to the grade {x}. Below: the size of \
                  the filled area, here {area}; drag the point. No probability is larger than one.",
        controls: UP_TO,
        guess: Some(Guess {
            question: "How large is the area under the sum up to the grade {x}?",
            fact: "area",
            among: Among::Numbers { min: 0.0, max: 2.0, step: 0.01 },
            drawn: None,
        }),
        show: running_area,
    },
    Figure {
        name: "halves",
        caption: "The class, and half of each bell. Its area is {area}.",
        controls: &[],
        guess: None,
        show: halves,
    },
];

fn over_the_class(_: &Settings) -> Result<Shown, Error> {
    let [wide, narrow] = crate::sketch::sketch()?;
    let class = class_histogram(BIN_WIDTH)?;
    let (first, second) = (
        curve(0.0, 6.4, |x| wide.prob(x)),
        curve(0.0, 6.4, |x| narrow.prob(x)),
    );
    let y = Axis::from_zero("density", heights(&second));
    let panel = Panel::new(ch01::grade_axis(0.0, 6.4), y)
        .bars("the class", class.edges(), class.densities(), Ink::Muted)
        .line("wide", first, Ink::First)
        .line("narrow", second, Ink::Second);
    let plot = Plot::new("Two bells drawn over the class").panel(panel);
    let facts = [
        Fact::number("wide", wide.loc(), 1),
        Fact::number("narrow", narrow.loc(), 1),
    ];
    Ok(Shown::new(plot, facts))
}

fn bell(settings: &Settings) -> Result<Shown, Error> {
    let (loc, scale) = (settings.get("loc")?, settings.get("scale")?);
    let bell = Gaussian::new(loc, scale)?;
    let (from, to) = (-1.0, 8.0);
    let density = curve(from, to, |x| bell.prob(x));
    let y = Axis::new("density", 0.0, 1.4);
    let panel = Panel::new(ch01::grade_axis(from, to), y)
        .area("", curve(loc - scale, loc + scale, |x| bell.prob(x)), Ink::First)
        .line("", density, Ink::First)
        .rule(loc, "𝜇")
        .note(loc - scale, bell.prob(loc - scale), "𝜇 − 𝜎", Ink::Accent)
        .note(loc + scale, bell.prob(loc + scale), "𝜇 + 𝜎", Ink::Accent);
    let plot = Plot::new("One bell and what its two numbers mean").panel(panel);
    let facts = [
        Fact::number("height", bell.prob(loc), 3),
        Fact::percent("within", area_within(bell, 1.0)?.value, 1),
    ];
    let bell = (loc, scale);
    let handles = [
        Handle::top(0, bell, 1.0, Ink::First, "loc"),
        Handle::flank(0, bell, 1.0, Ink::First, "scale"),
    ];
    Ok(Shown::new(plot, facts).with_handles(handles))
}

fn sum_of_two(settings: &Settings) -> Result<Shown, Error> {
    let bell =
        |loc, scale| Gaussian::new(settings.get(loc)?, settings.get(scale)?);
    let bells = [bell("loc-1", "scale-1")?, bell("loc-2", "scale-2")?];
    let [first, second] = &bells;
    let (from, to) = (0.0, 7.0);
    let sum = curve(from, to, |x| superpose(&bells, x));
    let y = Axis::from_zero("height", heights(&sum));
    let panel = Panel::new(ch01::grade_axis(from, to), y)
        .area("", sum.clone(), Ink::Muted)
        .line("𝑝₁ + 𝑝₂", sum, Ink::Whole)
        .dashed_line("𝑝₁", curve(from, to, |x| first.prob(x)), Ink::First)
        .dashed_line("𝑝₂", curve(from, to, |x| second.prob(x)), Ink::Second);
    let plot = Plot::new("Two bells and their sum").panel(panel);
    let facts = [
        Fact::number("first-area", area(&bells[..1])?.value, 3),
        Fact::number("second-area", area(&bells[1..])?.value, 3),
        Fact::number("area", area(&bells)?.value, 3),
    ];
    let [one, other] = bells.map(|bell| (bell.loc(), bell.scale()));
    let handles = [
        Handle::top(0, one, 1.0, Ink::First, "loc-1"),
        Handle::flank(0, one, 1.0, Ink::First, "scale-1"),
        Handle::top(0, other, 1.0, Ink::Second, "loc-2"),
        Handle::flank(0, other, 1.0, Ink::Second, "scale-2"),
    ];
    Ok(Shown::new(plot, facts).with_handles(handles))
}

/// The stretch under which the strips of the figure stand.
pub(crate) const STRETCH: (f64, f64) = (-2.0, 8.0);

fn strips(settings: &Settings) -> Result<Shown, Error> {
    let strips = settings.count("strips")?;
    let bells = crate::sketch::sketch()?;
    let (from, to) = STRETCH;
    let width = (to - from) / strips as f64;
    let edges: Vec<f64> =
        (0..=strips).map(|edge| from + edge as f64 * width).collect();
    let middles = edges[..strips]
        .iter()
        .map(|edge| superpose(&bells, edge + width / 2.0));
    let tops: Vec<f64> = middles.collect();
    let sum = curve(from, to, |x| superpose(&bells, x));
    let y =
        Axis::from_zero("height", heights(&sum).chain(tops.iter().copied()));
    let panel = Panel::new(ch01::grade_axis(from, to), y)
        .bars("", edges, tops, Ink::Muted)
        .line("𝑝₁ + 𝑝₂", sum, Ink::Whole);
    let plot = Plot::new("The area under the sum, in strips").panel(panel);
    let area = midpoint_rule(|x| superpose(&bells, x), from, to, strips)?;
    let facts = [
        Fact::count("strips", strips),
        Fact::number("from", from, 0),
        Fact::number("to", to, 0),
        Fact::number("area", area, 4),
    ];
    Ok(Shown::new(plot, facts))
}

fn running_area(settings: &Settings) -> Result<Shown, Error> {
    let x = settings.get("x")?;
    let bells = crate::sketch::sketch()?;
    let so_far = area_up_to(&bells, x)?.value;
    let (from, to) = (0.0, 7.0);
    let axis = || ch01::grade_axis(from, to);
    let sum = curve(from, to, |x| superpose(&bells, x));
    let filled =
        curve(from, x.clamp(from + 1e-6, to), |x| superpose(&bells, x));
    let y = Axis::from_zero("height", heights(&sum));
    let mut total = vec![(from, area_up_to(&bells, from)?.value)];
    for stretch in sum.windows(2) {
        let [left, right] = [stretch[0].0, stretch[1].0];
        let more =
            integrate(|x| superpose(&bells, x), &[left, right], 1e-9)?.value;
        total.push((right, total[total.len() - 1].1 + more));
    }
    let above = Panel::new(axis(), y)
        .height(130.0)
        .area("", filled, Ink::Accent)
        .line("𝑝₁ + 𝑝₂", sum, Ink::Whole)
        .rule(x, "");
    let below = Panel::new(
        axis(),
        Axis::new("area up to the grade", 0.0, 2.2).ticks([0.0, 1.0, 2.0]),
    )
    .height(130.0)
    .level(1.0, "all there may be: 1")
    .line("", total, Ink::Whole)
    .note(x, so_far, figure::number(so_far, 2), Ink::Accent);
    let plot = Plot::new("The area under the sum, up to a grade")
        .panel(above)
        .panel(below);
    let facts = [Fact::number("x", x, 1), Fact::number("area", so_far, 2)];
    let handle = Handle::new(1, (x, so_far), Ink::Accent).across("x");
    Ok(Shown::new(plot, facts).with_handles([handle]))
}

fn halves(_: &Settings) -> Result<Shown, Error> {
    let bells = crate::sketch::sketch()?;
    let half = |x: f64| superpose(&bells, x) / 2.0;
    let area = integrate(half, &breakpoints(&bells), 1e-9)?.value;
    let class = class_histogram(BIN_WIDTH)?;
    let (from, to) = (0.0, 6.4);
    let half = curve(from, to, half);
    let tops = heights(&half).chain(class.densities().iter().copied());
    let y = Axis::from_zero("density", tops);
    let panel = Panel::new(ch01::grade_axis(from, to), y)
        .bars("the class", class.edges(), class.densities(), Ink::Muted)
        .line("half of each", half, Ink::Whole);
    let plot = Plot::new("The class, and half of each bell").panel(panel);
    Ok(Shown::new(plot, [Fact::number("area", area, 3)]))
}
