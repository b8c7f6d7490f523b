//! Chapter 1: Multimodality.
//!
//! Two hundred grades have two peaks. This chapter says what a peak is, shows that the width of
//! the bins decides how many of them are seen, finds that no single bell has two, and cuts the
//! class in half at the valley between them.

mod class;
mod figures;
mod gaussian;
mod histogram;
mod peaks;
mod run;
mod split;

pub use class::{PROMINENCE, class_histogram};
pub use gaussian::Gaussian;
pub use histogram::Histogram;
pub use peaks::{Peak, peaks};
pub use split::{Split, split, valley};

use chapter::{Chapter, Error, Fact};
use datasets::{Exam, PASS_MARK};

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
    let class = class_histogram(class::BIN_WIDTH)?;
    let narrow = class_histogram(0.1)?;
    let bell = Gaussian::fit(&datasets::grades())?;
    let cut = split(&datasets::CLASS, class::CUT)?;
    let peaks_of = |histogram: &Histogram| peaks(histogram.densities(), PROMINENCE);
    let pupils = |exam: Exam, from: u32, to: u32| -> usize {
        let counts = &exam.counts()[from as usize..=to as usize];
        counts.iter().map(|&count| count as usize).sum()
    };
    let doubtful = datasets::grades()
        .into_iter()
        .filter(|grade| (4.0..=4.3).contains(grade));
    let history = Exam::GlobalHistory;
    Ok(vec![
        Fact::count("students", datasets::CLASS.len()),
        Fact::count("narrow-peaks", peaks_of(&narrow)?.len()),
        Fact::count("class-peaks", peaks_of(&class)?.len()),
        Fact::number("first-peak-height", peaks_of(&class)?[0].height, 2),
        Fact::number("second-peak-height", peaks_of(&class)?[1].height, 2),
        Fact::percent("prominence", PROMINENCE, 0),
        Fact::count("history-pupils", pupils(history, 0, 100)),
        Fact::count(
            "history-just-below",
            pupils(history, PASS_MARK - 5, PASS_MARK - 1),
        ),
        Fact::count(
            "history-just-above",
            pupils(history, PASS_MARK, PASS_MARK + 4),
        ),
        Fact::count("history-at-the-mark", pupils(history, PASS_MARK, PASS_MARK)),
        Fact::number("fitted-mean", bell.loc(), 2),
        Fact::number("fitted-deviation", bell.scale(), 2),
        Fact::number("fitted-height", bell.prob(bell.loc()), 2),
        Fact::count("fitted-left", cut.left),
        Fact::count("misplaced", cut.misplaced),
        Fact::count("doubtful", doubtful.count()),
    ])
}
