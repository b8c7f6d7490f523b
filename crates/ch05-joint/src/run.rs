use std::io::Write;

use chapter::Error;
use datasets::GRADE_SCALE;

use crate::Joint;

/// What `just chapter 5` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    let joint = Joint::of_the_model()?;
    print_ways(out, &joint)?;
    print_grades(out, &joint)?;
    print_far(out, &joint)?;
    print_class(out, &joint)
}

fn print_ways(out: &mut dyn Write, joint: &Joint) -> Result<(), Error> {
    writeln!(out, "The joint in three ways\n")?;
    writeln!(
        out,
        "  z      x   by indicators       by index     by the graph"
    )?;
    for (z, x) in [(0, 2.5), (1, 2.5), (0, 4.0), (1, 4.0), (1, 5.0)] {
        writeln!(
            out,
            "  {z}{x:>7.1}{:>16.10}{:>15.10}{:>17.10}",
            joint.by_indicators(z, x)?,
            joint.by_index(z, x)?,
            joint.by_the_graph(z, x)?
        )?;
    }
    Ok(())
}

fn print_grades(out: &mut dyn Write, joint: &Joint) -> Result<(), Error> {
    writeln!(out, "\nWhat the grade says about the group\n")?;
    writeln!(
        out,
        "  grade    p(0, x)    p(1, x)       p(x)   p(prepared | x)   p(unprepared | x)"
    )?;
    for x in GRADE_SCALE {
        let posterior = joint.posterior(x);
        writeln!(
            out,
            "{x:>7.1}{:>11.5}{:>11.5}{:>11.5}{:>18.4}{:>20.4}",
            joint.by_index(0, x)?,
            joint.by_index(1, x)?,
            joint.marginal(x),
            posterior[0],
            posterior[1]
        )?;
    }
    let (from, to) = joint.doubtful_stretches()?[0];
    let borders = joint.boundaries()?;
    writeln!(out, "\n  doubtful from {from:.3} to {to:.3}")?;
    writeln!(
        out,
        "  equally probable at {:.4} and at {:.4}",
        borders[0], borders[1]
    )?;
    Ok(())
}

fn print_far(out: &mut dyn Write, joint: &Joint) -> Result<(), Error> {
    let mixture = ch03::model()?;
    writeln!(out, "\nFar out: the probability of being prepared\n")?;
    writeln!(
        out,
        "     grade       p(x)   multiplied out       ln p(x)   by logarithms   library"
    )?;
    for x in [5.0, 10.0, 20.0, 25.0, 26.0, 40.0, 1e3, 1e100, 1e200] {
        let library = mixture.posterior_marginal(x)?.probs()[[0]];
        let grade = if x < 1e4 { format!("{x}") } else { format!("{x:e}") };
        writeln!(
            out,
            "{grade:>10}{:>11.1e}{:>17.4}{:>14.3e}{:>16.4}{library:>10.4}",
            joint.marginal(x),
            joint.naive_posterior(x)[0],
            joint.log_marginal(x),
            joint.posterior(x)[0],
        )?;
    }
    Ok(())
}

fn print_class(out: &mut dyn Write, joint: &Joint) -> Result<(), Error> {
    let grades = datasets::grades();
    writeln!(out, "\nThe whole class\n")?;
    writeln!(
        out,
        "  sum of the logarithms of its {} densities   {:.4}",
        grades.len(),
        joint.log_likelihood(&grades)?
    )?;
    writeln!(
        out,
        "  their product                                {:.4e}",
        grades.iter().map(|&x| joint.marginal(x)).product::<f64>()
    )?;
    writeln!(
        out,
        "  class upon class, the product is zero after  {} students",
        joint.product_dies_after(&grades)?
    )?;
    Ok(())
}
