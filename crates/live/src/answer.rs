use std::fmt;

use chapter::{Figure, Shown};
use figure::{NARROW, WIDE};

use crate::{Grip, json};

/// A figure, drawn, with all that changes with it on its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The picture, on one line, as it stands in the page.
    pub svg: String,
    /// The plotted numbers, as the page's HTML.
    pub table: String,
    /// The numbers of the caption, by name, as the caption prints them.
    pub facts: Vec<(&'static str, String)>,
    /// The points that can be dragged.
    pub handles: Vec<Grip>,
}

impl Drawing {
    /// What is shown, its plot drawn into an element with this `id`. It is as wide as its place in the
    /// page, which has this `width`, or as the widest or the narrowest picture there is.
    ///
    /// # Errors
    ///
    /// When the plot cannot be drawn.
    pub fn of(
        id: &str,
        Shown { plot, facts, handles }: Shown,
        width: f64,
    ) -> Result<Self, figure::Error> {
        let width = width.clamp(NARROW, WIDE);
        let picture = plot.width(width).draw(id)?;
        let facts = facts.into_iter();
        let grips = handles.iter().filter_map(|handle| {
            Grip::of(handle, picture.frames.get(handle.panel)?)
        });
        Ok(Self {
            handles: grips.collect(),
            svg: figure::on_one_line(&picture.svg),
            table: picture.table.to_html(),
            facts: facts.map(|fact| (fact.name, fact.text)).collect(),
        })
    }

    pub(crate) fn to_json(&self) -> String {
        let facts: Vec<_> = self
            .facts
            .iter()
            .map(|(name, text)| (*name, json::string(text)))
            .collect();
        let handles: Vec<_> = self.handles.iter().map(Grip::to_json).collect();
        json::object(&[
            ("svg", json::string(&self.svg)),
            ("table", json::string(&self.table)),
            ("facts", json::object(&facts)),
            ("handles", json::array(&handles)),
        ])
    }
}

/// What the page is told: a drawing, or why there is none.
///
/// The answer is JSON: `{"svg": …, "table": …, "facts": {NAME: TEXT, …}}`, or `{"refusal": …}` with
/// the reason in words.
pub fn answer(drawing: Result<Drawing, impl fmt::Display>) -> String {
    match drawing {
        Ok(drawing) => drawing.to_json(),
        Err(reason) => {
            let reason = json::string(&reason.to_string());
            json::object(&[("refusal", reason)])
        }
    }
}

/// Draws the figure that the prose calls `name`, such as `ch03/map`, with its controls set to
/// `values`, in their order, in a place of this `width`; `figures` are those of `chapter`. The
/// [`answer`] is JSON.
#[must_use]
pub fn draw(
    chapter: &str,
    figures: &[Figure],
    name: &str,
    values: &[f64],
    width: f64,
) -> String {
    answer(drawing(chapter, figures, name, values, width))
}

/// What [`draw`] answers, as numbers and texts.
///
/// # Errors
///
/// In words, why there is no picture: no figure of this name, not one value for each control, or
/// what the figure itself refuses.
pub fn drawing(
    chapter: &str,
    figures: &[Figure],
    name: &str,
    values: &[f64],
    width: f64,
) -> Result<Drawing, String> {
    let (id, figure) = find(chapter, figures, name)
        .ok_or_else(|| format!("no figure is called `{name}`"))?;
    if values.len() != figure.controls.len() {
        return Err(format!(
            "`{name}` has {} controls, got {} values",
            figure.controls.len(),
            values.len()
        ));
    }
    set_and_draw(&id, figure, values, width).map_err(|error| error.to_string())
}

/// A figure, and the `id` of its picture.
fn find<'a>(
    chapter: &str,
    figures: &'a [Figure],
    name: &str,
) -> Option<(String, &'a Figure)> {
    let name = name.strip_prefix(chapter)?.strip_prefix('/')?;
    let figure = figures.iter().find(|figure| figure.name == name)?;
    Some((format!("{chapter}-{name}"), figure))
}

fn set_and_draw(
    id: &str,
    figure: &Figure,
    values: &[f64],
    width: f64,
) -> Result<Drawing, chapter::Error> {
    let mut settings = figure.defaults();
    for (control, value) in figure.controls.iter().zip(values) {
        settings = settings.with(control.name, *value)?;
    }
    let shown = figure.shown(&settings)?;
    Ok(Drawing::of(id, shown, width)?)
}
