use chapter::Error;

/// This many bins fit on no page; a width that asks for more is a slip.
const MOST_BINS: f64 = 1_000.0;

/// What lies so near to an edge, in bins, lies on it: a grade of 2.0 is on an edge that is
/// computed to be 2.0000000000000004.
const SNAP: f64 = 1e-9;

/// A histogram drawn as a density: the area of a bar, not its height, is the share of the data in
/// its bin, so that all bars together have the area one.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    edges: Vec<f64>,
    counts: Vec<usize>,
    densities: Vec<f64>,
}

impl Histogram {
    /// Sorts `data` into bins of one width, with `origin` among their edges.
    ///
    /// A value on an edge, or less than a billionth of a bin to its left, belongs to the bin on
    /// its right. The first and the last bin are those that hold the smallest and the largest
    /// value.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without data. [`Error::Argument`] for a value that is not finite, and for a
    /// width that is not positive or so small that it asks for more than a thousand bins.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch01::Histogram;
    ///
    /// let histogram = Histogram::of(&[1.0, 2.0, 2.3, 5.0], 0.0, 2.0)?;
    /// assert_eq!(histogram.counts(), [1, 2, 1]);
    /// assert_eq!(histogram.densities(), [0.125, 0.25, 0.125]);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn of(
        data: &[f64],
        origin: f64,
        bin_width: f64,
    ) -> Result<Self, Error> {
        let [first, last] = bin_range(data, origin, bin_width)?;
        let mut counts = vec![0; (last - first) as usize + 1];
        for &value in data {
            let bin = bin_of(value, origin, bin_width) - first;
            counts[bin as usize] += 1;
        }
        Self::of_counts(counts, origin + first * bin_width, bin_width)
    }

    /// [`Histogram::of`] data that ascend: a search for each edge, however many data there are.
    ///
    /// # Errors
    ///
    /// As [`Histogram::of`], by the first and the last of the data.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch01::Histogram;
    ///
    /// let data = [1.0, 2.0, 2.3, 5.0];
    /// assert_eq!(
    ///     Histogram::of_sorted(&data, 0.0, 2.0)?,
    ///     Histogram::of(&data, 0.0, 2.0)?,
    /// );
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn of_sorted(
        sorted: &[f64],
        origin: f64,
        bin_width: f64,
    ) -> Result<Self, Error> {
        let ends: Vec<f64> = [sorted.first(), sorted.last()]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        let [first, last] = bin_range(&ends, origin, bin_width)?;
        let before = |bin: f64| {
            let is_before =
                |&value: &f64| bin_of(value, origin, bin_width) < bin;
            sorted.partition_point(is_before)
        };
        let count = |bin: usize| {
            let bin = first + bin as f64;
            before(bin + 1.0).saturating_sub(before(bin))
        };
        let counts = (0..=(last - first) as usize).map(count).collect();
        Self::of_counts(counts, origin + first * bin_width, bin_width)
    }

    /// A histogram of values that somebody else has counted, from the left edge of the first bin.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] if nothing was counted. [`Error::Argument`] for a left edge that is not
    /// finite, and for a width that is not positive, or too small or too large for its edges and
    /// densities to be numbers.
    pub fn of_counts(
        counts: Vec<usize>,
        left: f64,
        bin_width: f64,
    ) -> Result<Self, Error> {
        check_number("left", left)?;
        check_width(bin_width)?;
        let total: f64 = counts.iter().map(|&count| count as f64).sum();
        if total == 0.0 {
            return Err(Error::Empty { argument: "counts" });
        }
        let edge = |bin: usize| left + bin as f64 * bin_width;
        let density = |&count: &usize| count as f64 / total / bin_width;
        let histogram = Self {
            edges: (0..=counts.len()).map(edge).collect(),
            densities: counts.iter().map(density).collect(),
            counts,
        };
        histogram.check(bin_width)
    }

    fn check(self, bin_width: f64) -> Result<Self, Error> {
        let ascend = self.edges.windows(2).all(|edge| edge[0] < edge[1]);
        let mut numbers = self.edges.iter().chain(&self.densities);
        if ascend && numbers.all(|number| number.is_finite()) {
            return Ok(self);
        }
        let requirement = "of a size that tells edges and densities apart";
        Err(Error::argument("bin_width", requirement, bin_width))
    }

    /// The edges of the bins, one more than there are bins.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    /// How many values each bin holds.
    #[must_use]
    pub fn counts(&self) -> &[usize] {
        &self.counts
    }

    /// The height of each bar: the share of the data in its bin, divided by the bin's width.
    #[must_use]
    pub fn densities(&self) -> &[f64] {
        &self.densities
    }

    /// The bin that holds `x`; the first or the last for an `x` beyond them.
    pub(crate) fn bin_of(&self, x: f64) -> usize {
        let begun = self.edges.iter().filter(|&&edge| edge <= x).count();
        begun.clamp(1, self.counts.len()) - 1
    }

    /// The middle of a bin.
    pub(crate) fn middle(&self, bin: usize) -> f64 {
        f64::midpoint(self.edges[bin], self.edges[bin + 1])
    }
}

/// The bin of a value, counted from the one that begins at `origin`.
fn bin_of(value: f64, origin: f64, bin_width: f64) -> f64 {
    libm::floor((value - origin) / bin_width + SNAP)
}

/// The first and the last bin that hold a value.
fn bin_range(
    data: &[f64],
    origin: f64,
    bin_width: f64,
) -> Result<[f64; 2], Error> {
    check_finite("data", data)?;
    check_number("origin", origin)?;
    check_width(bin_width)?;
    let bins = data.iter().map(|&value| bin_of(value, origin, bin_width));
    let first = bins.clone().fold(f64::INFINITY, f64::min);
    let last = bins.fold(f64::NEG_INFINITY, f64::max);
    // Written so that the NaN of an overflow is refused as well.
    if last - first < MOST_BINS && first.abs() < 1e15 && last.abs() < 1e15 {
        Ok([first, last])
    } else {
        let requirement = "wide enough for at most 1000 bins";
        Err(Error::argument("bin_width", requirement, bin_width))
    }
}

fn check_width(bin_width: f64) -> Result<(), Error> {
    if bin_width > 0.0 && bin_width.is_finite() {
        return Ok(());
    }
    Err(Error::argument("bin_width", "finite and positive", bin_width))
}

fn check_number(argument: &str, value: f64) -> Result<(), Error> {
    if value.is_finite() {
        return Ok(());
    }
    Err(Error::argument(argument, "finite", value))
}

/// Refuses values of which there are none, or which are not all finite.
pub(crate) fn check_finite(
    argument: &'static str,
    values: &[f64],
) -> Result<(), Error> {
    if values.is_empty() {
        return Err(Error::Empty { argument });
    }
    match values.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(index) => {
            check_number(&format!("{argument}[{index}]"), values[index])
        }
    }
}
