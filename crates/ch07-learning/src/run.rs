use std::io::Write;

use chapter::Error;
use datasets::CLASS;

use crate::{
    Climb, START, bound, e_step, known_groups, left_by_aitken, m_step,
};

/// What `just chapter 7` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    print_known(out)?;
    print_climb(out)?;
    print_bound(out)
}

fn print_known(out: &mut dyn Write) -> Result<(), Error> {
    let groups = known_groups(&CLASS)?;
    writeln!(out, "If the groups were known\n")?;
    writeln!(out, "  group    share   mean   deviation   variance")?;
    for (k, bell) in groups.bells().iter().enumerate() {
        let scale = bell.scale();
        writeln!(
            out,
            "  {k:>5}{:>9.3}{:>7.3}{scale:>12.3}{:>11.4}",
            groups.probs()[k],
            bell.loc(),
            scale * scale,
        )?;
    }
    Ok(())
}

fn print_climb(out: &mut dyn Write) -> Result<(), Error> {
    let grades = datasets::grades();
    let mut climb = Climb::from(START.groups()?, &grades)?;
    writeln!(out, "\nThey are not: label, count, and again\n")?;
    writeln!(
        out,
        "  round   π₀      μ₀     μ₁     σ₀     σ₁   log-likelihood   left, by Aitken"
    )?;
    for round in 0..=20 {
        if round > 0 {
            climb = climb.half_steps(2, None, &grades)?;
        }
        if ![0, 1, 2, 3, 5, 10, 20].contains(&round) {
            continue;
        }
        let bells = climb.groups.bells();
        let left = left_by_aitken(&climb.history)
            .map_or("–".to_owned(), |left| format!("{left:.4}"));
        writeln!(
            out,
            "  {round:>5}{:>7.3}{:>8.3}{:>7.3}{:>7.3}{:>7.3}{:>17.4}{left:>18}",
            climb.groups.probs()[0],
            bells[0].loc(),
            bells[1].loc(),
            bells[0].scale(),
            bells[1].scale(),
            climb.history.last().copied().unwrap_or(f64::NAN),
        )?;
    }
    Ok(())
}

fn print_bound(out: &mut dyn Write) -> Result<(), Error> {
    let grades = datasets::grades();
    let start = START.groups()?;
    let labels = e_step(&start, &grades);
    let next = m_step(&grades, &labels)?;
    writeln!(out, "\nWhy the first round does not fall\n")?;
    writeln!(out, "                    bound   log-likelihood")?;
    for (name, groups) in [("at the guess", &start), ("a round on", &next)] {
        writeln!(
            out,
            "  {name:<14}{:>9.3}{:>17.3}",
            bound(groups, &grades, &labels),
            groups.log_likelihood(&grades)?,
        )?;
    }
    Ok(())
}
