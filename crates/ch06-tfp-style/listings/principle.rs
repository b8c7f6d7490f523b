//! A mixture by hand.

use ch03::{LOC, PROBS, SCALE};
use mixture::{Categorical, Distribution, Error, Normal};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn main() -> Result<(), Error> {
    let cat = Categorical::from_probs(PROBS)?;
    let normal = Normal::new(LOC, SCALE)?;
    let mut rng = Pcg64::seed_from_u64(6);

    // One student: the group, its bell, the grade.
    let z = cat.sample((), &mut rng);
    let x = normal.gather(&z)?.sample((), &mut rng);
    println!("group {z} grade {x:.5}");

    // A thousand: the groups, a bell for each, the grades.
    let z = cat.sample(1000, &mut rng);
    let bells = normal.gather(&z)?;
    let x = bells.sample((), &mut rng);
    println!(
        "batch {:?} sample {:?}",
        bells.batch_shape(),
        x.shape()
    );
    println!("unprepared {}", z.sum());
    println!("mean grade {:.7}", x.sum() / 1000.0);
    Ok(())
}
