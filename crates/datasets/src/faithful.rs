/// One eruption of the Old Faithful geyser in Yellowstone National Park.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eruption {
    /// How long it lasted, in minutes.
    pub duration_min: f64,
    /// How long one had to wait for the next, in minutes.
    pub waiting_min: f64,
}

/// The eruptions of Old Faithful: short ones and long ones, with few between.
///
/// # Source
///
/// Azzalini and Bowman (1990), "A look at some data on the Old Faithful geyser", *Applied
/// Statistics* 39, 357–365, by way of R's `datasets::faithful`.
///
/// # Examples
///
/// ```
/// use datasets::FAITHFUL;
///
/// let long = FAITHFUL.iter().filter(|eruption| eruption.duration_min > 3.0).count();
/// assert_eq!((FAITHFUL.len() - long, long), (97, 175));
/// ```
pub static FAITHFUL: [Eruption; 272] =
    include!(concat!(env!("OUT_DIR"), "/faithful.rs"));
