use figure::{Picture, Plot};

use crate::{
    CaptionPart, Control, Error, Fact, Guess, Handle, Settings, caption::filled,
};

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
    /// What it shows at the given settings, for [`Figure::shown`].
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
    /// The points that the reader drags.
    pub handles: Vec<Handle>,
}

impl Shown {
    /// A picture and the numbers of its caption.
    pub fn new(plot: Plot, facts: impl Into<Vec<Fact>>) -> Self {
        Self { plot, facts: facts.into(), handles: Vec::new() }
    }

    /// The same with points that the reader drags.
    #[must_use]
    pub fn with_handles(
        mut self,
        handles: impl IntoIterator<Item = Handle>,
    ) -> Self {
        for handle in handles {
            // A dot is drawn there: no word is.
            self.plot = self.plot.clear(handle.panel, handle.at);
            self.handles.push(handle);
        }
        self
    }
}

/// A picture whose caption quotes no number.
impl From<Plot> for Shown {
    fn from(plot: Plot) -> Self {
        Self::new(plot, [])
    }
}

impl Figure {
    /// The settings at first.
    #[must_use]
    pub fn defaults(&self) -> Settings {
        Settings::defaults(self.controls)
    }

    /// What it shows at the given settings. Once a slider has been moved, the axes are still those of
    /// the start and its curves stay as ghosts, so that what moves is seen to move; but where a
    /// control was moved that [refits](Control::refits) the axes.
    ///
    /// # Errors
    ///
    /// What the figure refuses.
    pub fn shown(&self, settings: &Settings) -> Result<Shown, Error> {
        let shown = (self.show)(settings)?;
        let start = self.defaults();
        if *settings == start || settings.refits() {
            return Ok(shown);
        }
        let start = (self.show)(&start)?.plot;
        Ok(Shown { plot: shown.plot.beside(start), ..shown })
    }

    /// Draws the figure into an SVG element with the given `id`, in a width from [`figure::NARROW`] to
    /// [`figure::WIDE`].
    ///
    /// There is a picture whatever the settings are: where they cannot be drawn, it says why.
    #[must_use]
    pub fn picture(
        &self,
        id: &str,
        settings: &Settings,
        width: f64,
    ) -> Picture {
        self.shown(settings)
            .and_then(|shown| Ok(shown.plot.width(width).draw(id)?))
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
