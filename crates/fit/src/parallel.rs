use rand_pcg::{Pcg64, rand_core::SeedableRng as _};

/// What `f` makes of the numbers below `len`, in their order, worked off by several threads.
#[cfg(feature = "rayon")]
pub(crate) fn each<T: Send>(
    len: usize,
    f: impl Fn(usize) -> T + Sync + Send,
) -> Vec<T> {
    use rayon::prelude::*;
    (0..len).into_par_iter().map(f).collect()
}

/// What `f` makes of the numbers below `len`, in their order.
#[cfg(not(feature = "rayon"))]
pub(crate) fn each<T>(len: usize, f: impl Fn(usize) -> T) -> Vec<T> {
    (0..len).map(f).collect()
}

/// The random numbers of one of many repetitions, which may come in any order.
pub(crate) fn generator(seed: u64, repetition: usize) -> Pcg64 {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let places = (repetition as u64).wrapping_mul(GOLDEN);
    Pcg64::seed_from_u64(seed.wrapping_add(places))
}
