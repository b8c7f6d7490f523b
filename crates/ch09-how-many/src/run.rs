use std::io::Write;

use chapter::Error;

use crate::{DATA, criteria::Criterion};

/// What `just chapter 9` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "How many bells?\n")?;
    writeln!(out, "                    AIC    BIC    ICL    held out")?;
    for data in &DATA {
        let [aic, bic, icl, held_out] = [
            Criterion::Aic,
            Criterion::Bic,
            Criterion::Icl,
            Criterion::HeldOut,
        ]
        .map(|criterion| data.chosen(criterion));
        let name = data.name;
        writeln!(out, "  {name:<14}{aic:>7}{bic:>7}{icl:>7}{held_out:>12}")?;
    }
    writeln!(out, "\nHow many peaks?\n")?;
    writeln!(
        out,
        "                     dip   by luck   bandwidth   by luck   supported"
    )?;
    writeln!(out, "                                   of 1 peak")?;
    for data in &DATA {
        let Some(peaks) = data.peaks else { continue };
        writeln!(
            out,
            "  {:<14}{:>8.4}{:>10.3}{:>12.2}{:>10.3}{:>12}",
            data.name,
            peaks.dip,
            peaks.dip_p,
            peaks.bandwidths[0],
            peaks.bandwidth_ps[0],
            peaks.supported(),
        )?;
    }
    Ok(())
}
