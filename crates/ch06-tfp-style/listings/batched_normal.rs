//! Two bells, one object.

use ch03::{LOC, SCALE};
use mixture::{Distribution, Error, Normal};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn main() -> Result<(), Error> {
    let normal = Normal::new(LOC, SCALE)?;
    let shapes =
        (normal.batch_shape(), normal.event_shape());
    println!("{shapes:?}");

    // One grade, asked of both bells.
    println!("{:.7}", normal.log_prob(3.0)?);

    // Four grades in a column.
    let x = [[1.0], [2.5], [3.6], [4.8]];
    println!("{:.7}", normal.log_prob(x)?);

    // Five by seven draws from each bell.
    let mut rng = Pcg64::seed_from_u64(42);
    println!(
        "{:?}",
        normal.sample([5, 7], &mut rng).shape()
    );
    Ok(())
}
