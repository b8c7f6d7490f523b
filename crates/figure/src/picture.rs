use crate::{
    Error, Frame, NARROW, Plot, Table, WIDE, describe,
    ink::standalone_style,
    plot::Band,
    render::{self, Drawn},
    text::escaped,
};

/// A finished picture: the SVG, and the same content for those who cannot see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// One `<svg>` element, to be placed inline: its colours come from the page.
    pub svg: String,
    /// What the picture shows, in one line; also the SVG's `<title>`.
    pub title: String,
    /// What a sighted reader takes from the picture, in sentences; also the SVG's `<desc>`.
    pub description: String,
    /// The plotted numbers.
    pub table: Table,
    /// Where its panels stand, from top to bottom.
    pub frames: Vec<Frame>,
}

impl Picture {
    pub(crate) fn new(
        id: &str,
        title: &str,
        description: String,
        table: Table,
        Drawn { size: (width, height), frames, body }: Drawn,
    ) -> Self {
        let svg = format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" id="{id}" viewBox="0 0 {width} {height}" "#,
                r#"role="img" aria-labelledby="{id}-title {id}-desc" "#,
                r#"font-family="'STIX Two Text','STIX Two Math',serif">"#,
                r#"<title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>"#,
                "{body}</svg>"
            ),
            id = escaped(id),
            title = escaped(title),
            description = escaped(&description),
            width = width,
            height = height,
            body = body,
        );
        Self { svg, title: title.to_owned(), description, table, frames }
    }

    /// The picture that stands where none can be drawn, and says why.
    #[must_use]
    pub fn refusal(id: &str, reason: &str) -> Self {
        let title = "This picture cannot be drawn";
        let drawn = render::refusal(id, title, reason);
        let description = format!("There is nothing to plot: {reason}.");
        Self::new(id, title, description, Table::default(), drawn)
    }

    /// The picture as a file of its own, which follows the reader's preference for light or dark.
    #[must_use]
    pub fn standalone(&self) -> String {
        let (opening, content) =
            self.svg.split_once('>').unwrap_or((&self.svg, ""));
        format!("{opening}>{}{content}", standalone_style())
    }
}

impl Plot {
    /// Draws the plot into an SVG element with this `id`, by which everything in it is prefixed.
    ///
    /// # Errors
    ///
    /// Any [`Error`]: no panel, a width outside [`NARROW`] to [`WIDE`], an axis without extent, a number that is not finite, bars without
    /// an edge more than heights, a mark of a diagram outside the picture. The message names
    /// the layer, the index and the value.
    pub fn draw(&self, id: &str) -> Result<Picture, Error> {
        if self.bands.is_empty() {
            return Err(Error::Empty { argument: "panels".to_owned() });
        }
        if !(NARROW..=WIDE).contains(&self.width) {
            let requirement = "between 336 and 520";
            return Err(Error::argument("width", requirement, self.width));
        }
        self.bands.iter().try_for_each(|band| match band {
            Band::Panel(panel) => panel.check(),
            Band::Diagram(diagram) => diagram.check(self.width),
        })?;
        let drawn = render::bands(id, &self.bands, self.width)?;
        let description = describe::sentences(&self.bands);
        let table = describe::table(&self.bands);
        Ok(Picture::new(id, &self.title, description, table, drawn))
    }
}
