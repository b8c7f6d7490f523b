use std::io::Write;

use chapter::Error;

use crate::{
    ASKED, area, area_up_to, breakpoints, figures::STRETCH, integrate,
    midpoint_rule, sketch::sketch, superpose,
};

/// What `just chapter 2` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    let bells = sketch()?;
    writeln!(out, "Two bells and their sum\n")?;
    writeln!(
        out,
        "                  mean   deviation   height           area     estimated error"
    )?;
    for (name, bell) in ["wide", "narrow"].into_iter().zip(&bells) {
        let area = area(&[*bell])?;
        writeln!(
            out,
            "  {name:<14}{:>6.1}{:>12.1}{:>9.3}{:>15.9}{:>16.0e}",
            bell.loc(),
            bell.scale(),
            bell.prob(bell.loc()),
            area.value,
            area.error
        )?;
    }
    let both = area(&bells)?;
    writeln!(
        out,
        "  {:<41}{:>15.9}{:>16.0e}",
        "their sum", both.value, both.error
    )?;

    writeln!(out, "\nThe sum by the midpoint rule, from -2 to 8\n")?;
    writeln!(out, "  strips           area      too much by")?;
    for strips in [5, 10, 20, 40, 80] {
        let area = midpoint_rule(
            |x| superpose(&bells, x),
            STRETCH.0,
            STRETCH.1,
            strips,
        )?;
        writeln!(out, "{strips:>8}{area:>15.9}{:>+17.9}", area - 2.0)?;
    }

    writeln!(
        out,
        "\nIf the sum were a density, the probability of a grade up to\n"
    )?;
    writeln!(out, "   grade   \"probability\"")?;
    for grade in [2.0, 3.0, 4.0, 4.3, ASKED, 5.0] {
        writeln!(
            out,
            "{grade:>8.1}{:>16.4}",
            area_up_to(&bells, grade)?.value
        )?;
    }

    let average =
        integrate(|x| x * superpose(&bells, x), &breakpoints(&bells), 1e-9)?;
    writeln!(
        out,
        "\n... and the average grade {:.1}, on a scale that ends at 5.0",
        average.value
    )?;
    Ok(())
}
