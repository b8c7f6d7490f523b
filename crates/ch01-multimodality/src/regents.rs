use chapter::Error;
use datasets::Exam;

use crate::Histogram;

/// How many pupils scored from `from` to `to` in an exam, both included.
pub(crate) fn pupils(exam: Exam, from: u32, to: u32) -> usize {
    let counts = &exam.counts()[from as usize..=to as usize];
    counts.iter().map(|&count| count as usize).sum()
}

/// The scores of an exam in bins of five points.
pub(crate) fn in_fives(exam: Exam) -> Result<Histogram, Error> {
    let fives = exam.counts().chunks(5);
    let counts =
        fives.map(|five| five.iter().map(|&count| count as usize).sum());
    Histogram::of_counts(counts.collect(), 0.0, 5.0)
}
