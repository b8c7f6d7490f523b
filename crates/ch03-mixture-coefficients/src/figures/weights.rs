use ch01::{BIN_WIDTH, Gaussian, class_histogram};
use chapter::{
    Control, Error, Fact, Figure, Handle, Pull, Settings, Shown, peak,
};
use figure::{Axis, Ink, Panel, Plot, curve, heights};
use mixture::{Categorical, MixtureSameFamily, Normal};

use crate::{
    Moments, chosen_bells,
    controls::{MODEL, SHARE, bell_handles, shares},
    weighted_area, weighted_sum,
    weights::bells as model,
};

const HALF: Control = Control::slider("", "", (0.0, 1.0, 0.05), 0.5);

const ANY_WEIGHT: (f64, f64, f64) = (-0.5, 1.5, 0.05);

pub(super) const SHARES: Figure = Figure {
    name: "shares",
    caption: "The class, and two bells in shares: drag the first by its top. The area under the curve is {area}. Which share \
              fits?",
    // A half of each, as chapter 2 left them.
    controls: &[Control { kind: HALF.kind, ..SHARE }],
    guess: None,
    show: over_the_class,
};

pub(super) const WEIGHTS: Figure = Figure {
    name: "weights",
    caption: "Above: every pair of weights is a point; drag it. Below: the weighted sum of the bells for \
              the pair that is marked, {first} and {second}. Its area is {area}; its lowest height is {lowest}.",
    controls: &[
        Control::slider("w-0", "first weight", ANY_WEIGHT, 1.2).ink(Ink::First),
        Control::slider("w-1", "second weight", ANY_WEIGHT, -0.2)
            .ink(Ink::Second),
    ],
    guess: None,
    show: any_weights,
};

pub(super) const WEIGHTED_SUM: Figure = Figure {
    name: "weighted-sum",
    caption: "Two weighted bells, to be dragged by their tops and flanks, and their sum. Area: {area}. Mean: {mean}. Variance: {variance}. \
              Peaks: {peaks}.",
    controls: MODEL,
    guess: None,
    show: weighted,
};

fn over_the_class(settings: &Settings) -> Result<Shown, Error> {
    let (weights, bells) = (shares(settings)?, model()?);
    let class = class_histogram(BIN_WIDTH)?;
    let sum = curve(0.4, 6.0, |x| weighted_sum(&weights, &bells, x));
    let x = ch01::grade_axis(0.4, 6.0).ticks(ch01::WHOLE_GRADES);
    let tops = heights(&sum).chain(class.densities().iter().copied());
    let panel = Panel::new(x, Axis::from_zero("density", tops))
        .bars("the class", class.edges(), class.densities(), Ink::Muted)
        .line("two bells in shares", sum, Ink::Whole);
    let plot = Plot::new("The class, and two bells in shares").panel(panel);
    let area = weighted_area(&weights, &bells)?.value;
    let [bell, _] = bells;
    let top = (bell.loc(), weights[0] * peak(bell.scale()));
    let pull = Pull::evenly("share", 0.0, 1.0 / peak(bell.scale()));
    let handle = Handle::new(0, top, Ink::First).pulled_up(pull);
    Ok(Shown::new(plot, [Fact::number("area", area, 3)]).with_handles([handle]))
}

fn chosen_weights(settings: &Settings) -> Result<[f64; 2], Error> {
    let [first, second] = ["w-0", "w-1"].map(|name| settings.get(name));
    let weights = [first?, second?];
    for (index, weight) in weights.into_iter().enumerate() {
        if !(-10.0..=10.0).contains(&weight) {
            let argument = format!("w-{index}");
            return Err(Error::argument(argument, "from -10 to 10", weight));
        }
    }
    Ok(weights)
}

fn any_weights(settings: &Settings) -> Result<Shown, Error> {
    let weights = chosen_weights(settings)?;
    let bells = model()?;
    let sum = curve(0.4, 6.0, |x| weighted_sum(&weights, &bells, x));
    let axis =
        |name| Axis::new(name, -0.6, 1.6).ticks([-0.5, 0.0, 0.5, 1.0, 1.5]);
    let plane = Panel::new(
        axis("weight of the first bell"),
        axis("weight of the second"),
    )
    .height(170.0)
    .line("no weight negative", [(0.0, 1.0), (1.0, 0.0)], Ink::Whole)
    .dashed_line("one weight negative", [(-0.5, 1.5), (0.0, 1.0)], Ink::Muted)
    .dashed_line("", [(1.0, 0.0), (1.5, -0.5)], Ink::Muted)
    .note(weights[0], weights[1], "", Ink::Accent);
    let lowest = heights(&sum).fold(f64::INFINITY, f64::min);
    let highest = heights(&sum).fold(0.4, f64::max);
    let bottom = lowest.min(0.0);
    let margin = 0.08 * (highest - bottom);
    let y = Axis::new("weighted sum", bottom - margin, highest + margin);
    let below = Panel::new(ch01::grade_axis(0.4, 6.0), y)
        .height(120.0)
        .area("", sum.clone(), Ink::Muted)
        .line("", sum, Ink::Whole);
    let plot = Plot::new("Two weights, and what they make of the bells")
        .panel(plane)
        .panel(below);
    let facts = [
        Fact::number("first", weights[0], 2),
        Fact::number("second", weights[1], 2),
        Fact::number("area", weighted_area(&weights, &bells)?.value, 2),
        Fact::number("lowest", lowest, 2),
    ];
    let handle = Handle::new(0, (weights[0], weights[1]), Ink::Accent)
        .across("w-0")
        .pulled_up(Pull::along("w-1"));
    Ok(Shown::new(plot, facts).with_handles([handle]))
}

fn weighted(settings: &Settings) -> Result<Shown, Error> {
    let (weights, bells) = (shares(settings)?, chosen_bells(settings)?);
    let part = |k: usize| {
        move |bell: Gaussian| {
            curve(0.0, 7.0, move |x| weights[k] * bell.prob(x))
        }
    };
    let sum = curve(0.0, 7.0, |x| weighted_sum(&weights, &bells, x));
    let y = Axis::from_zero("density", heights(&sum));
    let panel = Panel::new(ch01::grade_axis(0.0, 7.0), y)
        .area("", sum.clone(), Ink::Muted)
        .line("𝜋₀𝑝₀ + 𝜋₁𝑝₁", sum, Ink::Whole)
        .dashed_line("𝜋₀𝑝₀", part(0)(bells[0]), Ink::First)
        .dashed_line("𝜋₁𝑝₁", part(1)(bells[1]), Ink::Second);
    let plot = Plot::new("Two weighted bells and their sum").panel(panel);
    let moments = Moments::of(&weights, &bells)?;
    let facts = [
        Fact::number("area", weighted_area(&weights, &bells)?.value, 3),
        Fact::number("mean", moments.mean, 2),
        Fact::number("variance", moments.variance(), 2),
        Fact::count("peaks", peaks(weights, bells)?),
    ];
    let bells = bells.map(|bell| (bell.loc(), bell.scale()));
    let handles = bell_handles(weights, bells, "share");
    Ok(Shown::new(plot, facts).with_handles(handles))
}

/// How many peaks the weighted bells have.
fn peaks(weights: [f64; 2], bells: [Gaussian; 2]) -> Result<usize, Error> {
    let loc = bells.map(|bell| bell.loc());
    let scale = bells.map(|bell| bell.scale());
    let (cat, normal) =
        (Categorical::from_probs(weights)?, Normal::new(loc, scale)?);
    Ok(MixtureSameFamily::new(cat, normal)?.modes()?.len())
}
