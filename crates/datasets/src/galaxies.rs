/// The velocities of 82 galaxies in the Corona Borealis region, in km/s, ascending.
///
/// # Source
///
/// Roeder (1990), "Density estimation with confidence sets exemplified by superclusters and voids
/// in the galaxies", *Journal of the American Statistical Association* 85, 617–624, by way of R's
/// `MASS::galaxies`. That copy has a slip, 26690 in place of the paper's 26960 as its 78th value;
/// here the value is the paper's.
///
/// # Examples
///
/// ```
/// use datasets::GALAXIES;
///
/// assert_eq!(GALAXIES[77], 26960.0);
/// assert!(GALAXIES.is_sorted());
/// ```
pub static GALAXIES: [f64; 82] =
    include!(concat!(env!("OUT_DIR"), "/galaxies.rs"));
