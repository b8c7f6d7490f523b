//! What the page says beside the numbers.

use chapter::{CaptionPart, Error, Fact, filled};

/// What stands under the picture, where `{name}` quotes a fact.
const CAPTION: &str = "Above, {count} numbers as bars and the mixture over them. Below, the responsibility of each bell. The log-likelihood is {per-number} a number; that of the one bell with the mean and the deviation of the numbers is {one-bell} in all.";

/// What stands over the picture before its log-likelihood.
pub const SCORE: &str = "log-likelihood";

/// The part of the form that is folded away.
pub const NUMBERS: &str = "Your numbers";

/// The choice of the bell whose sliders are seen.
pub const WHICH_BELL: &str = "which bell the sliders move";

/// The form where numbers come in.
pub const SOURCE: &str = "your numbers";

/// The examples.
pub const EXAMPLES: &str = "Try";

/// The field for a text.
pub const TEXT: &str = "Your numbers, one a line, or a table";

/// The field for a file.
pub const FILE: &str = "or a file, also dropped here";

/// The choice of the decimals.
pub const DECIMALS: &str = "decimals";

/// The choice of the column.
pub const COLUMN: &str = "column";

/// A choice that is left to the text.
pub const AUTOMATIC: &str = "automatic";

/// The button that ends a reading.
pub const STOP: &str = "Stop";

/// The list of complaints.
pub const COMPLAINTS: &str = "lines that were not read";

/// The picture.
pub const PICTURE: &str = "picture of the numbers";

/// The plotted numbers, folded away.
pub const TABLE: &str = "The numbers of this picture";

/// The plotted numbers, unfolded.
pub const OPEN_TABLE: &str = "numbers of the picture";

/// The form of the sliders.
pub const SETTINGS: &str = "bins and bells";

/// The button that puts every slider where it was.
pub const RESET: &str = "Reset";

/// The button that saves the picture.
pub const SAVE_PICTURE: &str = "Download the picture";

/// The button that saves the table of labels.
pub const SAVE_TABLE: &str = "Download the table";

/// The form of the fit.
pub const FITTING: &str = "fit the bells";

/// The choice of how many groups are fitted.
pub const GROUPS: &str = "fit";

/// How many, if that is left to the numbers.
pub const CHOSEN: &str = "as many bells as it takes";

/// The choice of how the numbers were written down.
pub const RECORDED: &str = "numbers are";

/// How they can have been: what the module is told, and what the reader reads.
pub const RECORDINGS: [[&str; 2]; 3] =
    [["", "as they seem"], ["exact", "exact"], ["rounded", "rounded"]];

/// The button that fits.
pub const FIT: &str = "Fit";

/// The button that takes a fit back.
pub const UNDO: &str = "Undo";

/// The report of a fit.
pub const REPORT: &str = "report of the fit";

/// Before the buttons that save the fitted bells.
pub const TAKE_ALONG: &str = "Save these bells as";

/// A bell, followed by its number.
pub const BELL: &str = "Bell";

/// The caption with these facts filled in.
///
/// # Errors
///
/// [`Error::UnknownFact`] if it quotes a fact that is not among them.
pub fn caption(facts: &[Fact]) -> Result<Vec<CaptionPart>, Error> {
    filled(CAPTION, facts)
}
