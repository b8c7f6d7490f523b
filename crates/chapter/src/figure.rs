use figure::{Picture, Plot};

use crate::{Control, Error, Fact, Guess, Settings};

/// A figure: a pure function of its settings.
///
/// The same function is snapshot-tested, drawn into the page, and run in the reader's browser.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Its name in the prose: `sum-of-two`.
    pub name: &'static str,
    /// What stands under it; `{name}` quotes one of the figure's own facts.
    pub caption: &'static str,
    /// What the reader may change; empty for a still picture.
    pub controls: &'static [Control],
    /// What the reader is asked before anything is shown.
    pub guess: Option<Guess>,
    /// What it shows at the given settings.
    pub show: fn(&Settings) -> Result<Shown, Error>,
}

/// What a figure shows at some settings: the picture and the numbers of its caption, which come out
/// of one computation.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The picture.
    pub plot: Plot,
    /// The numbers that the caption quotes.
    pub facts: Vec<Fact>,
}

impl Shown {
    /// A picture and the numbers of its caption.
    pub fn new(plot: Plot, facts: impl Into<Vec<Fact>>) -> Self {
        Self { plot, facts: facts.into() }
    }
}

/// A picture whose caption quotes no number.
impl From<Plot> for Shown {
    fn from(plot: Plot) -> Self {
        Self::new(plot, [])
    }
}

/// A piece of a caption, or of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum CaptionPart {
    /// Words.
    Text(&'static str),
    /// A number of the picture.
    Fact(Fact),
}

impl Figure {
    /// The settings at first.
    #[must_use]
    pub fn defaults(&self) -> Settings {
        Settings::defaults(self.controls)
    }

    /// Draws the figure into an SVG element with the given `id`.
    ///
    /// Whatever the settings are there is a picture: where they cannot be drawn, it says why.
    #[must_use]
    pub fn picture(&self, id: &str, settings: &Settings) -> Picture {
        (self.show)(settings)
            .and_then(|shown| Ok(shown.plot.draw(id)?))
            .unwrap_or_else(|error| Picture::refusal(id, &error.to_string()))
    }

    /// The caption with these [facts](Shown::facts) filled in.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFact`] if the caption quotes a fact that is not among them.
    pub fn caption(&self, facts: &[Fact]) -> Result<Vec<CaptionPart>, Error> {
        filled(self.caption, facts)
    }
}

/// A text in which `{name}` quotes a fact, taken apart.
///
/// # Errors
///
/// [`Error::UnknownFact`] if it quotes a fact that is not among them.
pub fn filled(
    text: &'static str,
    facts: &[Fact],
) -> Result<Vec<CaptionPart>, Error> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((text, tail)) = rest.split_once('{') {
        let (name, tail) = tail.split_once('}').unwrap_or((tail, ""));
        let fact = Fact::find(facts, name)?.clone();
        parts.extend([CaptionPart::Text(text), CaptionPart::Fact(fact)]);
        rest = tail;
    }
    parts.push(CaptionPart::Text(rest));
    Ok(parts)
}
