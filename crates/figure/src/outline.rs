use crate::{Dash, Error, Ink, geometry::Rect};

/// How a stroke looks: its ink, how thick it is, and whether it is broken.
///
/// An [`Ink`] alone is a thin unbroken stroke of that ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub(crate) ink: Ink,
    pub(crate) dash: Dash,
    pub(crate) heavy: bool,
}

impl Stroke {
    /// The same stroke, thick: for what the picture is about.
    #[must_use]
    pub fn heavy(self) -> Self {
        Self { heavy: true, ..self }
    }

    /// The same stroke, broken.
    #[must_use]
    pub fn dashed(self) -> Self {
        Self { dash: Dash::Dashed, ..self }
    }

    pub(crate) fn width(self) -> f64 {
        if self.heavy { 2.4 } else { 1.2 }
    }
}

impl From<Ink> for Stroke {
    fn from(ink: Ink) -> Self {
        Self { ink, dash: Dash::Solid, heavy: false }
    }
}

/// A closed shape of a [`Diagram`](crate::Diagram): a circle, or a box with sharp or round corners.
///
/// ```
/// use figure::{Ink, Outline};
///
/// let circle = Outline::circle((100.0, 50.0), 20.0, Ink::Whole).shaded();
/// assert_eq!(circle.border((100.0, 90.0)), (100.0, 70.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    pub(crate) form: Form,
    pub(crate) stroke: Stroke,
    pub(crate) fill: f64,
}

/// What an outline encloses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    Circle { center: (f64, f64), radius: f64 },
    Box { rect: Rect, rounding: f64 },
}

/// How opaque the ink of a shaded shape is.
const SHADE: f64 = 0.28;

/// How opaque the ink of a tinted shape is.
const TINT: f64 = 0.1;

impl Outline {
    /// A circle.
    #[must_use]
    pub fn circle(
        center: (f64, f64),
        radius: f64,
        stroke: impl Into<Stroke>,
    ) -> Self {
        Self::new(Form::Circle { center, radius }, stroke.into())
    }

    /// A box between two opposite corners: the upper left one and the lower right one.
    #[must_use]
    pub fn rectangle(
        (left, top): (f64, f64),
        (right, bottom): (f64, f64),
        stroke: impl Into<Stroke>,
    ) -> Self {
        let rect = Rect { left, top, right, bottom };
        Self::new(Form::Box { rect, rounding: 0.0 }, stroke.into())
    }

    /// A box around a point.
    #[must_use]
    pub fn rectangle_around(
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        stroke: impl Into<Stroke>,
    ) -> Self {
        let (half, rise) = (width / 2.0, height / 2.0);
        Self::rectangle((x - half, y - rise), (x + half, y + rise), stroke)
    }

    fn new(form: Form, stroke: Stroke) -> Self {
        Self { form, stroke, fill: 0.0 }
    }

    /// The same box with corners of this radius; a circle stays as it is.
    #[must_use]
    pub fn rounded(mut self, radius: f64) -> Self {
        if let Form::Box { rounding, .. } = &mut self.form {
            *rounding = radius;
        }
        self
    }

    /// The same shape, filled with its ink so that it looks full: for what is observed.
    #[must_use]
    pub fn shaded(self) -> Self {
        Self { fill: SHADE, ..self }
    }

    /// The same shape, filled with a touch of its ink.
    #[must_use]
    pub fn tinted(self) -> Self {
        Self { fill: TINT, ..self }
    }

    /// The same shape, drawn with another stroke.
    #[must_use]
    pub fn stroke(self, stroke: impl Into<Stroke>) -> Self {
        Self { stroke: stroke.into(), ..self }
    }

    /// The middle of the shape.
    #[must_use]
    pub fn center(&self) -> (f64, f64) {
        match self.form {
            Form::Circle { center, .. } => center,
            Form::Box { rect, .. } => (
                f64::midpoint(rect.left, rect.right),
                f64::midpoint(rect.top, rect.bottom),
            ),
        }
    }

    /// Where the line from the shape's middle towards a point crosses its border: there an arrow
    /// begins, or ends. The middle itself for a point that is the middle.
    #[must_use]
    pub fn border(&self, towards: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.center();
        let (dx, dy) = (towards.0 - x, towards.1 - y);
        let share = match self.form {
            Form::Circle { radius, .. } => radius / libm::hypot(dx, dy),
            Form::Box { rect, .. } => {
                let half = (rect.right - rect.left) / 2.0;
                let rise = (rect.bottom - rect.top) / 2.0;
                (half / dx.abs()).min(rise / dy.abs())
            }
        };
        if share.is_finite() {
            (x + share * dx, y + share * dy)
        } else {
            (x, y)
        }
    }

    /// The smallest upright rectangle around the shape.
    pub(crate) fn rect(&self) -> Rect {
        match self.form {
            Form::Circle { center: (x, y), radius } => {
                Rect { left: x, top: y, right: x, bottom: y }.grown(radius)
            }
            Form::Box { rect, .. } => rect,
        }
    }

    pub(crate) fn check(&self, name: &str) -> Result<(), Error> {
        let size = match self.form {
            Form::Circle { radius, .. } => [("radius", radius, radius > 0.0)],
            Form::Box { rounding, .. } => {
                [("rounding", rounding, rounding >= 0.0)]
            }
        };
        for (part, value, fits) in size {
            if !(fits && value.is_finite()) {
                let argument = format!("{name}: {part}");
                let requirement = if part == "radius" {
                    "finite and positive"
                } else {
                    "finite and not negative"
                };
                return Err(Error::argument(argument, requirement, value));
            }
        }
        let Form::Box { rect, .. } = self.form else { return Ok(()) };
        for (part, value, least) in [
            ("right", rect.right, rect.left),
            ("bottom", rect.bottom, rect.top),
        ] {
            if !(value > least) {
                let argument = format!("{name}: {part}");
                let requirement = "beyond the opposite side";
                return Err(Error::argument(argument, requirement, value));
            }
        }
        Ok(())
    }
}
