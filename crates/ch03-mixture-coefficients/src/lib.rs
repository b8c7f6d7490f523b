//! Chapter 3: Mixture coefficients.

mod figures;
mod model;

pub use model::{LOC, PROBS, SCALE, model};

use std::io::Write;

use chapter::{Chapter, Error, Fact};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 3,
    slug: "mixture-coefficients",
    title: "Mixture coefficients",
    run,
    figures: figures::FIGURES,
    facts,
};

/// The height over `x` of the line through the origin with this slope: slope · x.
///
/// # Errors
///
/// [`Error::Argument`] if an argument is not finite.
pub fn line(slope: f64, x: f64) -> Result<f64, Error> {
    for (argument, value) in [("slope", slope), ("x", x)] {
        if !value.is_finite() {
            return Err(Error::argument(argument, "finite", value));
        }
    }
    Ok(slope * x)
}

fn facts() -> Result<Vec<Fact>, Error> {
    Ok(vec![Fact::number("height-at-two", line(0.5, 2.0)?, 1)])
}

fn run(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "A line with slope 0.5\n")?;
    writeln!(out, "  x   height")?;
    for x in [0.0, 1.0, 2.0] {
        writeln!(out, "{x:>3}{:>9.1}", line(0.5, x)?)?;
    }
    Ok(())
}
