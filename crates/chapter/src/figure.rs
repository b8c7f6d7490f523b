use figure::{Picture, Plot};

use crate::{Control, Error, Fact, Settings};

/// A figure: a pure function of its settings.
///
/// The same function is snapshot-tested, drawn into the page, and run in the reader's browser.
#[derive(Debug)]
pub struct Figure {
    /// Its name in the prose: `sum-of-two`.
    pub name: &'static str,
    /// What stands under it; `{name}` quotes one of the figure's own facts.
    pub caption: &'static str,
    /// What the reader may change; empty for a still picture.
    pub controls: &'static [Control],
    /// Plots it at the given settings.
    pub plot: fn(&Settings) -> Result<Plot, Error>,
    /// The numbers of its caption at the given settings.
    pub facts: fn(&Settings) -> Result<Vec<Fact>, Error>,
}

/// A piece of a caption.
#[derive(Clone, Debug, PartialEq)]
pub enum CaptionPart {
    /// Words.
    Text(&'static str),
    /// A number of the picture.
    Fact(Fact),
}

impl Figure {
    /// The `facts` of a figure whose caption quotes no number.
    ///
    /// # Errors
    ///
    /// None.
    pub fn no_facts(_: &Settings) -> Result<Vec<Fact>, Error> {
        Ok(Vec::new())
    }

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
        (self.plot)(settings)
            .and_then(|plot| Ok(plot.draw(id)?))
            .unwrap_or_else(|error| Picture::refusal(id, &error.to_string()))
    }

    /// The caption at the given settings, its facts filled in.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFact`] if the caption quotes a fact which the figure does not have, and
    /// whatever the figure's facts refuse.
    pub fn caption(
        &self,
        settings: &Settings,
    ) -> Result<Vec<CaptionPart>, Error> {
        let facts = (self.facts)(settings)?;
        let mut parts = Vec::new();
        let mut rest = self.caption;
        while let Some((text, tail)) = rest.split_once('{') {
            let (name, tail) = tail.split_once('}').unwrap_or((tail, ""));
            let fact = facts.iter().find(|fact| fact.name == name);
            let fact = fact.ok_or_else(|| Error::UnknownFact {
                name: name.to_owned(),
                known: facts.iter().map(|fact| fact.name).collect(),
            })?;
            parts.extend([
                CaptionPart::Text(text),
                CaptionPart::Fact(fact.clone()),
            ]);
            rest = tail;
        }
        parts.push(CaptionPart::Text(rest));
        Ok(parts)
    }
}
