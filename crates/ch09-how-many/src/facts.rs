use chapter::{Error, Fact};
use datasets::{PENGUINS, Species};

use crate::{DATA, chi_squared_tail, criteria::Criterion};

/// The numbers that the prose of the chapter quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    let [class, geyser, galaxies, crabs, flippers, ..] = DATA;
    let gain = |data: &crate::Data, bells: usize| {
        data.fits[bells].log_likelihood - data.fits[bells - 1].log_likelihood
    };
    let among = |species| {
        let all = PENGUINS.iter().filter(|it| it.species == species);
        all.count() as f64 / PENGUINS.len() as f64
    };
    let third = flippers.with(3)?;
    let peaks = |data: &crate::Data| {
        data.peaks.ok_or(Error::Empty { argument: "peaks" })
    };
    Ok(vec![
        Fact::number("second-gains", gain(&class, 1), 1),
        Fact::number("third-gains", gain(&class, 2), 1),
        Fact::number("price", 0.5 * libm::log(class.count), 1),
        Fact::count_in_words("galaxies-aic", galaxies.chosen(Criterion::Aic)),
        Fact::count_in_words("galaxies-bic", galaxies.chosen(Criterion::Bic)),
        Fact::count_in_words("crabs-bic", crabs.chosen(Criterion::Bic)),
        Fact::count_in_words("crabs-icl", crabs.chosen(Criterion::Icl)),
        Fact::percent("third-share", third.probs[2], 1),
        Fact::number("third-mean", third.loc[2], 0),
        Fact::percent("chinstraps", among(Species::Chinstrap), 0),
        Fact::percent("five-percent", chi_squared_tail(7.81), 0),
        Fact::number("geyser-dip", peaks(&geyser)?.dip, 3),
        Fact::percent("geyser-luck", peaks(&geyser)?.dip_p, 1),
        Fact::percent("galaxies-luck", peaks(&galaxies)?.dip_p, 0),
    ])
}
