//! The group.

use ch03::PROBS;
use mixture::{Categorical, Distribution, Error};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn main() -> Result<(), Error> {
    let cat = Categorical::from_probs(PROBS)?;

    println!("{}", cat.prob([0, 1])?);
    println!("{:.7}", cat.log_prob([0, 1])?);

    // The groups of twelve students.
    let mut rng = Pcg64::seed_from_u64(42);
    println!("{}", cat.sample(12, &mut rng));
    Ok(())
}
