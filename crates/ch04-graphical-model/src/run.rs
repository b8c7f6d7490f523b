use std::io::Write;

use chapter::Error;
use mixture::Distribution as _;

use crate::{
    Assignment, CLASS_SEED, SAMPLE_SEED, STUDENTS, Summary, class, class_draws,
    gmm, gmm_model, gmm_with_class_plate, gmm_with_observations, nearest_grade,
    samples, with_numbers,
};

/// How many students are printed one by one.
const PRINTED: usize = 5;

/// What `just chapter 4` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    for (title, graph) in [
        ("The graph of the model", gmm()?),
        ("Its groups on a plate", gmm_with_class_plate(2)?),
        ("Its students on a plate", gmm_with_observations(STUDENTS)?),
    ] {
        writeln!(out, "{title}\n\n  {}\n", graph.factorization_text())?;
    }
    let draws = class_draws()?;
    writeln!(out, "Down the arrows with seed {CLASS_SEED}\n")?;
    writeln!(out, "  student   z   group          x   grade")?;
    for (n, draw) in (1..).zip(&draws[..PRINTED]) {
        let (z, x) = (draw.get("Z")?, draw.get("X")?);
        let group = if z == 0.0 { "prepared" } else { "unprepared" };
        let grade = nearest_grade(x)?;
        writeln!(out, "{n:>9}{z:>4}   {group}{x:>11.3}{grade:>8.1}")?;
    }
    let class = class()?;
    let pairs = class.iter().zip(&datasets::CLASS);
    let same = pairs.filter(|(drawn, row)| drawn == row).count();
    writeln!(
        out,
        "\nOf the {STUDENTS} rows of the class of chapter 1, {same} are drawn again."
    )?;
    print_log_joint(out, &draws)?;
    print_samples(out)
}

/// The class by the graph with a plate, and student by student.
fn print_log_joint(
    out: &mut dyn Write,
    draws: &[Assignment],
) -> Result<(), Error> {
    let mut together = Assignment::default();
    let mut one_by_one = 0.0;
    let one = gmm_model()?;
    for (n, draw) in (1..).zip(draws) {
        one_by_one += one.log_joint(draw)?;
        for (node, value) in draw.iter() {
            together.set(&format!("{node}_{n}"), value);
        }
    }
    let all = with_numbers(&gmm_with_observations(draws.len())?)?;
    writeln!(out, "\nThe logarithm of the joint density of all {STUDENTS}\n")?;
    for (how, value) in [
        ("by the graph, its plate unrolled", all.log_joint(&together)?),
        ("student by student, summed", one_by_one),
    ] {
        writeln!(out, "  {how:<34}{value:>14.6}")?;
    }
    Ok(())
}

fn print_samples(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "\nMore samples, with seed {SAMPLE_SEED}\n")?;
    writeln!(out, "        n   share of z = 0    mean   deviation")?;
    for n in [10, 100, 1_000, 10_000] {
        let summary = Summary::of(&samples(n, SAMPLE_SEED)?)?;
        writeln!(
            out,
            "{n:>9}{:>17.3}{:>8.3}{:>12.3}",
            summary.prepared, summary.mean, summary.stddev
        )?;
    }
    let model = ch03::model()?;
    let (prepared, model) = (ch03::PROBS[0], model.scalar()?);
    let (mean, stddev) = (model.mean(), model.stddev());
    writeln!(out, "    model{prepared:>17.3}{mean:>8.3}{stddev:>12.3}")?;
    Ok(())
}
