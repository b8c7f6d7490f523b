use ch01::Gaussian;
use ch05::Joint;
use chapter::Error;
use fit::{Fit, GaussianMixture, Sample};
use mixture::{Categorical, MixtureSameFamily, Normal};

/// The groups, as the library has them.
///
/// # Errors
///
/// None: groups are a mixture, unless a share is too small for the library.
///
/// # Examples
///
/// ```
/// let groups = ch05::Joint::of_the_model()?;
/// let mixture = ch07::as_mixture(&groups).expect("a mixture");
/// assert_eq!(ch07::as_groups(&mixture)?, groups);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn as_mixture(
    groups: &Joint,
) -> Result<MixtureSameFamily<Normal>, mixture::Error> {
    let loc: Vec<f64> = groups.bells().iter().map(Gaussian::loc).collect();
    let scale: Vec<f64> = groups.bells().iter().map(Gaussian::scale).collect();
    MixtureSameFamily::new(
        Categorical::from_weights(groups.probs().to_vec())?,
        Normal::new(loc, scale)?,
    )
}

/// A mixture of the library, as the chapters write it.
///
/// # Errors
///
/// None: a mixture is one.
pub fn as_groups(mixture: &MixtureSameFamily<Normal>) -> Result<Joint, Error> {
    let normal = mixture.components_distribution();
    let listed = |numbers: &mut dyn Iterator<Item = f64>| -> Vec<f64> {
        numbers.collect()
    };
    let probs = mixture.mixture_distribution().probs();
    Joint::of_numbers(
        &listed(&mut probs.iter().copied()),
        &listed(&mut normal.loc().into_iter()),
        &listed(&mut normal.scale().into_iter()),
    )
}

/// So many bells fitted to a sample by the library.
///
/// # Errors
///
/// [`Error::Argument`] if the sample is none, or cannot be fitted.
pub fn fitted(
    sample: Result<Sample, fit::Error>,
    bells: usize,
) -> Result<Fit, Error> {
    let fit = sample.and_then(|it| GaussianMixture::new(bells).fit(&it));
    fit.map_err(|_| {
        let requirement = "such that the sample can be fitted";
        Error::argument("bells", requirement, bells as f64)
    })
}
