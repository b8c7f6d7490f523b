use std::io::Write;

use chapter::Error;
use datasets::Exam;

use crate::{
    BIN_WIDTH, CUT, Gaussian, PROMINENCE, class_histogram, figures::NARROW,
    peaks, regents::in_fives, split, valley,
};

/// What `just chapter 1` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(
        out,
        "The class: {} grades in Thermodynamics\n",
        datasets::CLASS.len()
    )?;
    writeln!(out, "  bin width   peaks   at grades")?;
    for bin_width in [NARROW, BIN_WIDTH, 0.5, 0.75, 1.0, 1.5, 2.0] {
        let histogram = class_histogram(bin_width)?;
        let peaks = peaks(histogram.densities(), PROMINENCE)?;
        let places = peaks
            .iter()
            .map(|peak| format!("{:.2}", histogram.middle(peak.index)));
        let places = places.collect::<Vec<_>>().join("  ");
        writeln!(out, "{bin_width:>11.3}{:>8}   {places}", peaks.len())?;
    }

    let class = class_histogram(BIN_WIDTH)?;
    let bell = Gaussian::fit(&datasets::grades())?;
    writeln!(
        out,
        "\nOne bell for all: mean {:.2}, standard deviation {:.2}",
        bell.loc(),
        bell.scale()
    )?;
    writeln!(out, "\n       grade   the class   the bell")?;
    for (bin, density) in class.densities().iter().enumerate() {
        let middle = class.middle(bin);
        writeln!(
            out,
            "{middle:>12.2}{density:>12.3}{:>11.3}",
            bell.prob(middle)
        )?;
    }

    if let Some([from, to]) = valley(&class, PROMINENCE)? {
        writeln!(
            out,
            "\nThe valley is from {from:.2} to {to:.2}; cuts around it"
        )?;
    }
    writeln!(out, "\n         cut   left   right   misplaced")?;
    for cut in [2.85, 3.15, 3.5, 3.85, CUT, 4.5, 4.85] {
        let split = split(&datasets::CLASS, cut)?;
        writeln!(
            out,
            "{cut:>12.2}{:>7}{:>8}{:>12}",
            split.left, split.right, split.misplaced
        )?;
    }

    writeln!(
        out,
        "\nRegents exams 2010: pupils just below and just above the pass mark of 65\n"
    )?;
    writeln!(
        out,
        "  {:<20}  60 to 64   65 to 69   peaks of the fives",
        "exam"
    )?;
    for exam in Exam::ALL {
        let scores = in_fives(exam)?;
        let [under, over] =
            [60, 65].map(|score: usize| scores.counts()[score / 5]);
        let peaks = peaks(scores.densities(), PROMINENCE)?;
        let places = peaks
            .iter()
            .map(|peak| format!("{:.0}", scores.edges()[peak.index]));
        let places = places.collect::<Vec<_>>().join(", ");
        writeln!(out, "  {:<20}{under:>10}{over:>11}   {places}", exam.name())?;
    }
    Ok(())
}
