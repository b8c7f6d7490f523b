/// How many crabs had a ratio of forehead to body length in one interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrabBin {
    /// The lower end, minus infinity in the first bin.
    pub from: f64,
    /// The upper end, infinity in the last bin.
    pub to: f64,
    /// How many crabs lay between.
    pub count: u32,
}

/// Weldon's thousand crabs from the bay of Naples, by the ratio of forehead to body length: the data
/// to which Pearson fitted the first mixture of two normals, by hand.
///
/// The bins adjoin, and the outer two are open.
///
/// # Source
///
/// Pearson (1894), "Contributions to the mathematical theory of evolution", *Philosophical
/// Transactions of the Royal Society A* 185, 71–110; the measurements are Weldon's.
///
/// # Examples
///
/// ```
/// use datasets::CRABS;
///
/// assert_eq!(CRABS.iter().map(|bin| bin.count).sum::<u32>(), 1000);
/// assert!(CRABS.windows(2).all(|bins| bins[0].to == bins[1].from));
/// ```
pub static CRABS: [CrabBin; 29] =
    include!(concat!(env!("OUT_DIR"), "/crabs.rs"));
