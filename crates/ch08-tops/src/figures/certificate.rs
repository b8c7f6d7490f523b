use ch01::Gaussian;
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{certificate::waiting, gain_of_a_bell, geyser};

const BELLS: Control =
    Control::choice("bells", "fitted", &["one bell", "two bells"], 0);

const WIDTH: Control = Control::slider(
    "width",
    "deviation of a bell more, in minutes",
    (2.0, 15.0, 0.5),
    5.0,
);

/// What a bell more could gain.
pub(super) const CERTIFICATE: Figure = Figure {
    name: "certificate",
    caption: "What the log-likelihood of Old Faithful's waiting times gains at once, per share, from a bell more of the \
              deviation {width} at each place. It is {most} at the most.",
    controls: &[WIDTH, BELLS],
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let width = settings.get("width")?;
    if !(width > 0.0 && width.is_finite()) {
        return Err(Error::argument("width", "finite and positive", width));
    }
    let mixture = geyser(settings.choice("bells")? + 1)?;
    let waiting = waiting();
    let gains = curve(35.0, 105.0, |x| {
        Gaussian::new(x, width)
            .map_or(f64::NAN, |bell| gain_of_a_bell(&mixture, &waiting, &bell))
    });
    let most = gains.iter().map(|point| point.1).fold(f64::MIN, f64::max);
    let top = (50.0 * (most / 50.0).ceil()).max(50.0);
    let panel = Panel::new(
        Axis::new("minutes until the next eruption", 35.0, 105.0),
        Axis::new("gain per share", -300.0, top),
    )
    .height(220.0)
    .level(0.0, "")
    .line("", gains, Ink::Accent);
    let facts =
        [Fact::number("width", width, 1), Fact::number("most", most, 1)];
    let plot = Plot::new("What a bell more would gain").panel(panel);
    Ok(Shown::new(plot, facts))
}
