use chapter::{Handle, Pull};
use figure::{Frame, Ink};

use crate::json;

/// A [`Handle`] as the page has it: all in the units of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Grip {
    /// Where it stands; not outside its panel, so that it can be reached.
    pub at: (f64, f64),
    /// The ink of what it moves.
    pub ink: Ink,
    /// The slider that follows it to the left and to the right, if there is one.
    pub across: Option<Pull>,
    /// The slider that follows it up and down, in units from the upper edge of the picture.
    pub up: Option<Pull>,
}

impl Grip {
    /// A handle in the panel that stands there; none if its place is no number.
    #[must_use]
    pub fn of(handle: &Handle, frame: &Frame) -> Option<Self> {
        let Frame { plot, x, y } = frame;
        let across = Scale::between(*x, [plot.left, plot.right]);
        let up = Scale::between(*y, [plot.bottom, plot.top]);
        let at = (across.unit(handle.at.0), up.unit(handle.at.1));
        if !(at.0.is_finite() && at.1.is_finite()) {
            return None;
        }
        let seen = (
            at.0.clamp(plot.left, plot.right),
            at.1.clamp(plot.top, plot.bottom),
        );
        // Where it is seen it pulls as it does where it is: who takes it moves nothing yet.
        let pulled = |pull: Pull, off: f64| Pull {
            from: pull.from + pull.slope * off,
            ..pull
        };
        let across = handle.across.map(|pull| across.in_units(pull));
        let up = handle.up.map(|pull| up.in_units(pull));
        Some(Self {
            at: seen,
            ink: handle.ink,
            across: across.map(|pull| pulled(pull, at.0 - seen.0)),
            up: up.map(|pull| pulled(pull, at.1 - seen.1)),
        })
    }

    /// As the script reads it: place, ink, and of each slider its name, `from`, `slope`, and `others`.
    pub(crate) fn to_json(&self) -> String {
        let pull = |pull: Option<Pull>| {
            let Some(Pull { control, from, slope, others }) = pull else {
                return "null".to_owned();
            };
            let others =
                others.map_or("null".to_owned(), |all| all.to_string());
            let (from, slope) = (from.to_string(), slope.to_string());
            json::array(&[json::string(control), from, slope, others])
        };
        json::array(&[
            self.at.0.to_string(),
            self.at.1.to_string(),
            json::string(self.ink.property()),
            pull(self.across),
            pull(self.up),
        ])
    }
}

/// An axis: the number at the zero of the picture, and by how much it grows with each unit.
struct Scale {
    zero: f64,
    per_unit: f64,
}

impl Scale {
    /// The axis with these numbers at its ends, which stand there.
    fn between([min, max]: [f64; 2], [from, to]: [f64; 2]) -> Self {
        let per_unit = (max - min) / (to - from);
        Self { zero: min - per_unit * from, per_unit }
    }

    fn unit(&self, number: f64) -> f64 {
        (number - self.zero) / self.per_unit
    }

    fn in_units(&self, pull: Pull) -> Pull {
        Pull {
            from: pull.from + pull.slope * self.zero,
            slope: pull.slope * self.per_unit,
            ..pull
        }
    }
}

#[cfg(test)]
mod tests {
    use chapter::Handle;
    use figure::{Axis, Panel, Plot};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_slider_that_follows_a_handle_reads_the_number_under_it(
            x in -9.0..15.0, y in -60.0..90.0, width in figure::NARROW..figure::WIDE,
        ) {
            let axes = (Axis::new("x", -3.0, 9.0), Axis::new("y", -20.0, 40.0));
            let plot = Plot::new("Nothing").panel(Panel::new(axes.0, axes.1));
            let frame = plot.width(width).frames()[0];
            let handle = Handle::new(0, (x, y), Ink::Accent)
                .across("x")
                .pulled_up(Pull::evenly("y", 1.0, -2.0));
            let grip = Grip::of(&handle, &frame).unwrap();
            let [across, up] = [grip.across, grip.up].map(Option::unwrap);
            prop_assert!(frame.plot.left <= grip.at.0 && grip.at.0 <= frame.plot.right);
            prop_assert!((across.at(grip.at.0) - x).abs() < 1e-9);
            prop_assert!((up.at(grip.at.1) - (1.0 - 2.0 * y)).abs() < 1e-9);
        }
    }
}
