//! Chapter 1: Multimodality.
//!
//! Two hundred grades have two peaks. This chapter says what a peak is, shows that the width of
//! the bins decides how many of them are seen, finds that no single bell has two, and cuts the
//! class in half at the valley between them.

mod class;
mod figures;
mod gaussian;
mod histogram;
mod kernels;
mod peaks;
mod regents;
mod run;
mod split;

pub use class::{BIN_WIDTH, CUT, PROMINENCE, class_histogram};
pub use gaussian::Gaussian;
pub use histogram::Histogram;
pub use kernels::kernel_density;
pub use peaks::{Peak, peaks};
pub use split::{Split, split, valley};

use chapter::{Chapter, Error, Fact};
use datasets::{Exam, PASS_MARK};
use figure::Axis;

/// An axis of German grades, on which right is worse.
#[must_use]
pub fn grade_axis(min: f64, max: f64) -> Axis {
    Axis::new("grade", min, max).ends(BETTER_TO_WORSE)
}

/// What it means to be at either end of an axis of grades.
pub const BETTER_TO_WORSE: [&str; 2] = ["← better", "worse →"];

/// The ticks of an axis on which the steps between the whole grades do not matter.
pub const WHOLE_GRADES: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 1,
    slug: "multimodality",
    title: "Multimodality",
    run: run::run,
    figures: figures::FIGURES,
    facts,
};

fn facts() -> Result<Vec<Fact>, Error> {
    let grades = datasets::grades();
    let between = |from: f64, to: f64| {
        let inside = grades.iter().filter(|grade| (from..=to).contains(*grade));
        inside.count()
    };
    let pupils = |from, to| regents::pupils(Exam::GlobalHistory, from, to);
    let class = class_histogram(BIN_WIDTH)?;
    let peaks_of =
        |histogram: &Histogram| peaks(histogram.densities(), PROMINENCE);
    let count_peaks = |bin_width: f64| -> Result<usize, Error> {
        Ok(peaks_of(&class_histogram(bin_width)?)?.len())
    };
    let [first, second] = peaks_of(&class)?[..] else {
        let found = peaks_of(&class)?.len() as f64;
        return Err(Error::argument("the peaks of the class", "two", found));
    };
    let bell = Gaussian::fit(&grades)?;
    let at_the_mean = class.densities()[class.bin_of(bell.loc())];
    let cut = split(&datasets::CLASS, CUT)?;
    Ok(vec![
        Fact::count("students", grades.len()),
        Fact::count("near-the-mean", between(3.3, 3.7)),
        Fact::number("first-peak-height", first.height, 2),
        Fact::count("first-peak-students", class.counts()[first.index]),
        Fact::number("first-peak-area", first.height * BIN_WIDTH, 2),
        Fact::number("second-peak-height", second.height, 2),
        Fact::count_in_words("narrow-peaks", count_peaks(figures::NARROW)?),
        Fact::count_in_words("class-peaks", count_peaks(BIN_WIDTH)?),
        Fact::count_in_words("wide-peaks", count_peaks(figures::WIDE)?),
        Fact::percent("prominence", PROMINENCE, 0),
        Fact::count("history-pupils", Exam::GlobalHistory.total() as usize),
        Fact::count("history-just-below", pupils(PASS_MARK - 5, PASS_MARK - 1)),
        Fact::count("history-just-above", pupils(PASS_MARK, PASS_MARK + 4)),
        Fact::count("history-at-the-mark", pupils(PASS_MARK, PASS_MARK)),
        Fact::count("history-at-55", pupils(55, 55)),
        Fact::number("fitted-mean", bell.loc(), 2),
        Fact::number("fitted-deviation", bell.scale(), 2),
        Fact::number("fitted-height", bell.prob(bell.loc()), 2),
        Fact::number("class-at-the-mean", at_the_mean, 2),
        Fact::count("cut-left", cut.left),
        Fact::count("cut-right", cut.right),
        Fact::percent("share-right", cut.right as f64 / grades.len() as f64, 0),
        Fact::count_in_words("misplaced", cut.misplaced),
        Fact::count_in_words("doubtful", between(4.0, 4.3)),
        Fact::number("cut", CUT, 2),
    ])
}
