//! One object for it all.

use ch03::{LOC, PROBS, SCALE};
use mixture::{
    Categorical, Distribution, Error, MixtureSameFamily,
    Normal,
};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn main() -> Result<(), Error> {
    let cat = Categorical::from_probs(PROBS)?;
    let normal = Normal::new(LOC, SCALE)?;
    let gmm = MixtureSameFamily::new(cat, normal)?;

    println!(
        "{:?}",
        (gmm.batch_shape(), gmm.event_shape())
    );
    let mut rng = Pcg64::seed_from_u64(42);
    println!("{:?}", gmm.sample([5, 7], &mut rng).shape());
    println!("{:.7} {:.7}", gmm.mean(), gmm.stddev());

    let x = [2.5, 3.6, 4.8];
    println!("{:.7}", gmm.prob(x)?);
    println!("{:.7}", gmm.log_prob(x)?);
    println!("{:.7}", gmm.cdf(x)?);

    // From which group does a grade come?
    let posterior = gmm.posterior_marginal(x)?;
    println!("{:.7e}", posterior.probs());
    println!("{}", gmm.posterior_mode(x)?);
    Ok(())
}
