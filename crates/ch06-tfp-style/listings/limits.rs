//! Past TensorFlow Probability.

use ch03::{LOC, PROBS, SCALE};
use mixture::{
    Categorical, Distribution, Error, MixtureSameFamily,
    Normal,
};

fn main() -> Result<(), Error> {
    let cat = Categorical::from_probs(PROBS)?;
    let normal = Normal::new(LOC, SCALE)?;
    let gmm = MixtureSameFamily::new(cat, normal.clone())?;

    // The median, the peaks, the entropy.
    println!("{:.7}", gmm.quantile(0.5)?);
    println!("{:.7?}", gmm.modes()?);
    println!("{:.7}", gmm.entropy());

    // The probability of more than 6, of 6.5, of 8.
    let x = [6.0, 6.5, 8.0];
    println!("{:.6}", gmm.log_survival_function(x)?);

    // Whose is a point far away?
    println!("{}", gmm.posterior_marginal(1e20)?.probs());

    // Weights that do not sum to one.
    if let Err(error) = Categorical::from_probs([3.0, 7.0])
    {
        println!("refused: {error}");
    }

    // Four grades in a row, for two bells.
    if let Err(error) =
        normal.log_prob([1.0, 2.5, 3.6, 4.8])
    {
        println!("refused: {error}");
    }
    Ok(())
}
