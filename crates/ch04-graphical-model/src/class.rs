use ch03::{LOC, PROBS, SCALE};
use chapter::Error;
use datasets::{GRADE_SCALE, Group, Student};
use rand::{Rng, RngExt as _};
use rand_distr::StandardNormal;
use rand_pcg::{Pcg64, rand_core::SeedableRng as _};

use crate::{
    Assignment, Conditional, Model, Parents, class_given_shares, gmm,
    grade_given_class,
};

/// The seed of the class of chapter 1.
pub const CLASS_SEED: u64 = 58;

/// How many students the class has.
pub const STUDENTS: usize = 200;

/// A conditional with a sampler of its own: the same distribution, other random numbers.
struct DrawnBy<C, S>(C, S);

impl<C, S> Conditional for DrawnBy<C, S>
where
    C: Conditional,
    S: Fn(&Parents, &mut dyn Rng) -> Result<f64, Error>,
{
    fn log_prob(&self, value: f64, parents: &Parents) -> Result<f64, Error> {
        self.0.log_prob(value, parents)
    }

    fn sample(
        &self,
        parents: &Parents,
        rng: &mut dyn Rng,
    ) -> Result<f64, Error> {
        (self.1)(parents, rng)
    }
}

/// A student is unprepared unless a uniform number lies below the share of the prepared.
fn draw_class(parents: &Parents, rng: &mut dyn Rng) -> Result<f64, Error> {
    let prepared = parents.values("π")?.first().copied().unwrap_or(1.0);
    Ok(if rng.random::<f64>() >= prepared { 1.0 } else { 0.0 })
}

/// A standard normal number, stretched by the deviation of the class and moved to its mean.
fn draw_grade(parents: &Parents, rng: &mut dyn Rng) -> Result<f64, Error> {
    let z = parents.class("Z")?;
    let (loc, scale) = (parents.values("μ")?, parents.values("σ")?);
    let standard: f64 = rng.sample(StandardNormal);
    match (loc.get(z), scale.get(z)) {
        (Some(loc), Some(scale)) => Ok(loc + scale * standard),
        _ => Err(Error::argument("Z", "a class that has a bell", z as f64)),
    }
}

/// The grade of the scale nearest to `x`; of two equally near the better one.
///
/// # Errors
///
/// [`Error::Argument`] if `x` is not finite.
///
/// # Examples
///
/// ```
/// assert_eq!(ch04::nearest_grade(2.44)?, 2.3);
/// assert_eq!(ch04::nearest_grade(5.6)?, 5.0);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn nearest_grade(x: f64) -> Result<f64, Error> {
    if !x.is_finite() {
        return Err(Error::argument("x", "finite", x));
    }
    let nearer = |best: f64, grade: f64| {
        if (grade - x).abs() < (best - x).abs() { grade } else { best }
    };
    Ok(GRADE_SCALE.into_iter().fold(f64::INFINITY, nearer))
}

/// The class of chapter 1 as it was drawn, before anything was rounded: for each student the class
/// `Z` and the grade `X`, by ancestral sampling on the graph of the book.
///
/// The samplers are those of the day on which the class was made, and not those of [`mixture`].
///
/// # Errors
///
/// None: the model is one.
pub fn class_draws() -> Result<Vec<Assignment>, Error> {
    let model = Model::of(&gmm()?)
        .parameter("π", PROBS)
        .parameter("μ", LOC)
        .parameter("σ", SCALE)
        .conditional("Z", DrawnBy(class_given_shares, draw_class))
        .conditional("X", DrawnBy(grade_given_class, draw_grade))
        .build()?;
    let mut rng = Pcg64::seed_from_u64(CLASS_SEED);
    (0..STUDENTS).map(|_| model.sample_ancestral(&mut rng)).collect()
}

/// The class of chapter 1, drawn again: the draws of [`class_draws`], rounded to the scale.
///
/// # Errors
///
/// None: the model is one.
///
/// # Examples
///
/// ```
/// assert_eq!(ch04::class()?, datasets::CLASS);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn class() -> Result<Vec<Student>, Error> {
    class_draws()?.iter().map(student).collect()
}

/// A draw as a row of the class.
pub(crate) fn student(draw: &Assignment) -> Result<Student, Error> {
    let unprepared = draw.get("Z")? == 1.0;
    let group = if unprepared { Group::Unprepared } else { Group::Prepared };
    Ok(Student { grade: nearest_grade(draw.get("X")?)?, group })
}
