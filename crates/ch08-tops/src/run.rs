use std::io::Write;

use chapter::Error;

use crate::{class_as_intervals, class_as_numbers, tops_of_the_clumps};

/// What `just chapter 8` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "Two tops for twelve numbers\n")?;
    writeln!(out, "     π₀     μ₀     μ₁     σ₀     σ₁   log-likelihood")?;
    for top in tops_of_the_clumps()? {
        let bells = top.groups.bells();
        writeln!(
            out,
            "  {:>5.3}{:>7.3}{:>7.3}{:>7.3}{:>7.3}{:>17.4}",
            top.groups.probs()[0],
            bells[0].loc(),
            bells[1].loc(),
            bells[0].scale(),
            bells[1].scale(),
            top.log_likelihood,
        )?;
    }
    for (name, fit) in
        [("numbers", class_as_numbers()?), ("intervals", class_as_intervals()?)]
    {
        writeln!(out, "\nThe class, its grades as {name}\n")?;
        // The warnings are longer than a line here.
        for line in fit.to_string().lines().take(4) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}
