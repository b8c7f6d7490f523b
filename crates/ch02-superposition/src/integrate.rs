use chapter::Error;

/// After this many evaluations strips are no longer halved, and their errors are taken as they are.
const MOST_EVALUATIONS: usize = 1_000_000;

/// An area under a curve, and how far off it is by the rule's own estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Integral {
    /// The area.
    pub value: f64,
    /// What the rule estimates its error to be.
    pub error: f64,
    /// How often the curve was evaluated.
    pub evaluations: usize,
}

/// The area under `f` from `from` to `to`, by the midpoint rule: `strips` rectangles of one width,
/// each as high as the curve is at its middle.
///
/// # Errors
///
/// [`Error::Argument`] for a bound that is not finite, for a `to` below `from`, for no strips, and
/// for an `f` whose area is not finite.
///
/// # Examples
///
/// ```
/// let area = ch02::midpoint_rule(|x| x * x, 0.0, 1.0, 1000)?;
/// assert!((area - 1.0 / 3.0).abs() < 1e-6);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn midpoint_rule(
    f: impl Fn(f64) -> f64,
    from: f64,
    to: f64,
    strips: usize,
) -> Result<f64, Error> {
    for (bound, value) in [("from", from), ("to", to)] {
        if !value.is_finite() {
            return Err(Error::argument(bound, "finite", value));
        }
    }
    if !(from <= to && (to - from).is_finite()) {
        return Err(Error::argument("to", "at or above from", to));
    }
    if strips == 0 {
        return Err(Error::argument("strips", "at least 1", 0.0));
    }
    let width = (to - from) / strips as f64;
    let middles = (0..strips).map(|strip| from + (strip as f64 + 0.5) * width);
    let area: f64 = middles.map(|x| f(x) * width).sum();
    if !area.is_finite() {
        return Err(Error::argument("the area under f", "finite", area));
    }
    Ok(area)
}

/// The area under `f` over the stretches between neighbouring `breaks`, by Simpson's rule, with
/// strips that are halved wherever the rule and its refinement still disagree.
///
/// `tolerance` is the error allowed in all. The error that is reported is the sum of what the rule
/// estimates on every strip. The breaks should stand where the curve is interesting: a rule that
/// never looks at a peak cannot know of it.
///
/// # Errors
///
/// [`Error::Argument`] for a tolerance that is not positive, for breaks that are not finite or do
/// not ascend, and where `f` is not finite; [`Error::Empty`] without breaks.
///
/// # Examples
///
/// ```
/// let area = ch02::integrate(|x| x * x, &[0.0, 3.0], 1e-9)?;
/// assert!((area.value - 9.0).abs() <= 1e-9);
/// # Ok::<(), chapter::Error>(())
/// ```
///
/// # References
///
/// Lyness, *Notes on the Adaptive Simpson Quadrature Routine*, Journal of the ACM 16 (1969),
/// 483–495.
pub fn integrate(
    f: impl Fn(f64) -> f64,
    breaks: &[f64],
    tolerance: f64,
) -> Result<Integral, Error> {
    check_stretches(breaks)?;
    if !(tolerance > 0.0 && tolerance.is_finite()) {
        return Err(Error::argument(
            "tolerance",
            "finite and positive",
            tolerance,
        ));
    }
    let mut total = Integral { value: 0.0, error: 0.0, evaluations: 0 };
    let share = tolerance / breaks.len() as f64;
    for stretch in breaks.windows(2).filter(|stretch| stretch[0] < stretch[1]) {
        total.evaluations += 3;
        Strip::over(&f, stretch[0], stretch[1])
            .refine(&f, share, &mut total)?;
    }
    if !total.value.is_finite() {
        let area = "the area under f";
        return Err(Error::argument(area, "finite", total.value));
    }
    Ok(total)
}

/// A strip under a curve: its ends and its middle, and how high the curve is there.
#[derive(Clone, Copy)]
struct Strip {
    x: [f64; 3],
    y: [f64; 3],
}

impl Strip {
    fn over(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> Self {
        let x = [from, f64::midpoint(from, to), to];
        Self { x, y: x.map(f) }
    }

    /// The area under the parabola through the strip's three points.
    fn area(&self) -> f64 {
        let [left, middle, right] = self.y;
        (self.x[2] - self.x[0]) / 6.0 * (left + 4.0 * middle + right)
    }

    fn halves(&self, f: &impl Fn(f64) -> f64) -> [Self; 2] {
        [0, 1].map(|half| {
            let ([from, to], [left, right]) = (
                [self.x[half], self.x[half + 1]],
                [self.y[half], self.y[half + 1]],
            );
            let middle = f64::midpoint(from, to);
            Self { x: [from, middle, to], y: [left, f(middle), right] }
        })
    }

    /// Adds the strip to the total, halved as often as it takes.
    fn refine(
        &self,
        f: &impl Fn(f64) -> f64,
        tolerance: f64,
        total: &mut Integral,
    ) -> Result<(), Error> {
        self.check()?;
        let [left, right] = self.halves(f);
        total.evaluations += 2;
        let fine = left.area() + right.area();
        // Halving divides the error of Simpson's rule by sixteen, so the
        // difference is fifteen times what is left of it.
        let error = (fine - self.area()) / 15.0;
        if error.abs() > tolerance && total.evaluations < MOST_EVALUATIONS {
            left.refine(f, tolerance / 2.0, total)?;
            return right.refine(f, tolerance / 2.0, total);
        }
        left.check()?;
        right.check()?;
        total.value += fine;
        total.error += error.abs();
        Ok(())
    }

    fn check(&self) -> Result<(), Error> {
        match self.y.iter().position(|y| !y.is_finite()) {
            None => Ok(()),
            Some(index) => {
                let argument = format!("f({:?})", self.x[index]);
                Err(Error::argument(argument, "finite", self.y[index]))
            }
        }
    }
}

fn check_stretches(breaks: &[f64]) -> Result<(), Error> {
    if breaks.is_empty() {
        return Err(Error::Empty { argument: "breaks" });
    }
    if let Some(index) = breaks.iter().position(|x| !x.is_finite()) {
        let element = format!("breaks[{index}]");
        return Err(Error::argument(element, "finite", breaks[index]));
    }
    let refused = |stretch: &[f64]| {
        !(stretch[0] <= stretch[1] && (stretch[1] - stretch[0]).is_finite())
    };
    match breaks.windows(2).position(refused) {
        None => Ok(()),
        Some(index) => {
            let element = format!("breaks[{}]", index + 1);
            let requirement = "at or above the break before it";
            Err(Error::argument(element, requirement, breaks[index + 1]))
        }
    }
}
