//! What a fitted mixture says, in plain words: how many bells and how sure that is, which, where one ends and
//! the next begins, whether there are peaks, and whether it fits.
//!
//! ```
//! use fit::{Criterion, GaussianMixture, Sample};
//! use report::Report;
//!
//! let minutes = datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
//! let sample = Sample::rounded(minutes, 1.0)?;
//! let chosen = GaussianMixture::choose(1..=3, Criterion::Bic).fit(&sample)?;
//! let report = Report::of(&chosen);
//! let ends = report.sections.iter().find(|section| section.heading == "Where one ends");
//! assert_eq!(
//!     ends.map(|section| &section.sentences[0][..]),
//!     Some("At 66.6 (64.6 to 68.6, nineteen times in twenty) bell 2 takes over from bell 1."),
//! );
//! # Ok::<(), fit::Error>(())
//! ```
//!
//! A sentence says *cannot tell* where that is the truth.

mod bells;
mod borders;
mod how_many;
mod known;
mod listings;
mod misfit;
mod peaks;
mod question;

pub use listings::{Listing, listings};
pub use question::{Answer, Question, Recorded};

use std::fmt;

use fit::Chosen;
use textwrap::Options;

/// A report, section by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The sections, each of which has something to say.
    pub sections: Vec<Section>,
}

/// A section of a [`Report`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub heading: &'static str,
    /// What it says.
    pub sentences: Vec<String>,
}

impl Report {
    /// What the fit that was chosen says of its sample, beside those that were not.
    #[must_use]
    pub fn of(chosen: &Chosen) -> Self {
        let fit = chosen.best();
        let section = |heading, sentences| Section { heading, sentences };
        let mut sections = vec![
            section("How many", how_many::sentences(chosen)),
            section("Which", bells::sentences(fit)),
            section("Where one ends", borders::sentences(fit)),
            section("Peaks", peaks::sentences(fit.sample())),
            section("Does it fit", misfit::sentences(fit)),
            section("To be known", known::sentences(fit)),
        ];
        sections.retain(|section| !section.sentences.is_empty());
        Self { sections }
    }
}

/// So wide is a report on a terminal.
const COLUMNS: usize = 78;

/// The report on a terminal: a heading, and each sentence on a line of its own or more.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, section) in self.sections.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            writeln!(f, "{}", section.heading)?;
            for sentence in &section.sentences {
                let indented = Options::new(COLUMNS)
                    .initial_indent("  ")
                    .subsequent_indent("    ");
                writeln!(f, "{}", textwrap::fill(sentence, indented))?;
            }
        }
        Ok(())
    }
}

/// A share in percent.
fn percent(share: f64) -> String {
    let decimals = usize::from(share > 0.0 && share < 0.1);
    format!("{:.decimals$}%", 100.0 * share)
}

/// So many of these, in the singular if it is one.
fn counted(count: usize, of: &str) -> String {
    if count == 1 { format!("1 {of}") } else { format!("{count} {of}s") }
}
