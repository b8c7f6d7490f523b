use figure::Ink;

/// A point of a picture that the reader drags, and the sliders that follow it.
///
/// Handles are for the pointer and the finger. Each of them moves sliders that are there anyway, so that
/// whoever has neither can do the same.
///
/// ```
/// use chapter::Handle;
/// use figure::Ink;
///
/// // A rule at the grade 4, from bottom to top.
/// let cut = Handle::new(0, (4.0, 20.0), Ink::Accent).across("cut");
/// assert_eq!(cut.pulls((4.5, 7.0)), [("cut", 4.5)]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// The panel in which it stands, counted from above.
    pub panel: usize,
    /// Where it stands, in the numbers of the panel's axes.
    pub at: (f64, f64),
    /// The ink of what it moves.
    pub ink: Ink,
    /// The slider that follows it to the left and to the right.
    pub across: Option<Pull>,
    /// The slider that follows it up and down.
    pub up: Option<Pull>,
}

/// How a slider follows a handle: along one axis, evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// The name of the slider.
    pub control: &'static str,
    /// What the slider would be set to at the zero of the axis.
    pub from: f64,
    /// By how much the slider moves with each unit of the axis.
    pub slope: f64,
    /// If this is a number, the slider is an amount beside others that sum up to it, and what follows
    /// the handle evenly is its share of all.
    pub others: Option<f64>,
}

impl Pull {
    /// A slider that says where the handle stands on the axis.
    #[must_use]
    pub const fn along(control: &'static str) -> Self {
        Self::evenly(control, 0.0, 1.0)
    }

    /// A slider that is `from + slope · x` where the handle stands at x.
    #[must_use]
    pub const fn evenly(control: &'static str, from: f64, slope: f64) -> Self {
        Self { control, from, slope, others: None }
    }

    /// The value to which the slider is pulled where the handle stands at `x`.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        let even = self.from + self.slope * x;
        match self.others {
            None => even,
            // Nobody has all: as near to it as a million to one.
            Some(others) => {
                let share = even.clamp(0.0, 1.0 - 1e-6);
                others * share / (1.0 - share)
            }
        }
    }
}

impl Handle {
    /// A handle that moves nothing yet.
    #[must_use]
    pub const fn new(panel: usize, at: (f64, f64), ink: Ink) -> Self {
        Self { panel, at, ink, across: None, up: None }
    }

    /// The handle with a slider that says where it stands across.
    #[must_use]
    pub const fn across(self, control: &'static str) -> Self {
        Self { across: Some(Pull::along(control)), ..self }
    }

    /// The handle with a slider that follows it to the left and to the right.
    #[must_use]
    pub const fn pulled_across(self, pull: Pull) -> Self {
        Self { across: Some(pull), ..self }
    }

    /// The handle with a slider that follows it up and down.
    #[must_use]
    pub const fn pulled_up(self, pull: Pull) -> Self {
        Self { up: Some(pull), ..self }
    }

    /// The top of a bell, by its mean and standard deviation, drawn `weight` times as high as its
    /// density; it moves the mean.
    #[must_use]
    pub fn top(
        panel: usize,
        (loc, scale): (f64, f64),
        weight: f64,
        ink: Ink,
        mean: &'static str,
    ) -> Self {
        Self::new(panel, (loc, weight * peak(scale)), ink).across(mean)
    }

    /// The flank of that bell, a deviation to the right of its mean; it moves the deviation.
    #[must_use]
    pub fn flank(
        panel: usize,
        (loc, scale): (f64, f64),
        weight: f64,
        ink: Ink,
        deviation: &'static str,
    ) -> Self {
        let height = weight * peak(scale) * libm::exp(-0.5);
        let pull = Pull::evenly(deviation, -loc, 1.0);
        Self::new(panel, (loc + scale, height), ink).pulled_across(pull)
    }

    /// What the sliders are pulled to where the handle is dragged to a place.
    #[must_use]
    pub fn pulls(&self, (x, y): (f64, f64)) -> Vec<(&'static str, f64)> {
        let pulls = self.across.iter().map(|pull| (pull.control, pull.at(x)));
        let up = self.up.iter().map(|pull| (pull.control, pull.at(y)));
        pulls.chain(up).collect()
    }
}

/// How high the density of a bell is at its mean.
#[must_use]
pub fn peak(scale: f64) -> f64 {
    1.0 / (scale * (2.0 * std::f64::consts::PI).sqrt())
}
