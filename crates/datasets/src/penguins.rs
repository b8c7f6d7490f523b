/// A penguin of the Palmer Archipelago.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Penguin {
    /// The species.
    pub species: Species,
    /// The sex, where it is known.
    pub sex: Option<Sex>,
    /// How long the flipper is, measured to the millimetre.
    pub flipper_mm: f64,
    /// How long the bill is, measured to the tenth of a millimetre.
    pub bill_mm: f64,
}

/// The species of a [`Penguin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Species {
    /// Adélie, *Pygoscelis adeliae*.
    Adelie,
    /// Chinstrap, *Pygoscelis antarcticus*.
    Chinstrap,
    /// Gentoo, *Pygoscelis papua*.
    Gentoo,
}

impl Species {
    /// The three, in alphabetical order.
    pub const ALL: [Self; 3] = [Self::Adelie, Self::Chinstrap, Self::Gentoo];
}

/// The sex of a [`Penguin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// 342 penguins: three species, whose flippers have two peaks.
///
/// # Source
///
/// Gorman, Williams and Fraser (2014), "Ecological sexual dimorphism and environmental variability
/// within a community of Antarctic penguins (genus *Pygoscelis*)", *PLOS ONE* 9(3), e90081, by way
/// of `palmerpenguins`; public domain (CC0). Two birds that nobody measured are left out.
///
/// # Examples
///
/// ```
/// use datasets::{PENGUINS, Species};
///
/// let long = PENGUINS.iter().filter(|penguin| penguin.flipper_mm > 206.0);
/// let gentoos = long.clone().filter(|penguin| penguin.species == Species::Gentoo);
/// assert!(gentoos.count() as f64 > 0.9 * long.count() as f64);
/// ```
pub static PENGUINS: [Penguin; 342] =
    include!(concat!(env!("OUT_DIR"), "/penguins.rs"));
