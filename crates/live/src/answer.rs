use std::fmt;

use chapter::{Fact, Figure};
use figure::Plot;

use crate::{FIGURES, json};

/// A figure, drawn, with all that changes with it on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The picture, on one line, as it stands in the page.
    pub svg: String,
    /// The plotted numbers, as the page's HTML.
    pub table: String,
    /// The numbers of the caption, by name, as the caption prints them.
    pub facts: Vec<(&'static str, String)>,
}

impl Drawing {
    /// A plot, drawn into an element with this `id`, and its facts.
    pub(crate) fn of(
        id: &str,
        plot: &Plot,
        facts: Vec<Fact>,
    ) -> Result<Self, figure::Error> {
        let picture = plot.draw(id)?;
        let facts = facts.into_iter();
        Ok(Self {
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
        json::object(&[
            ("svg", json::string(&self.svg)),
            ("table", json::string(&self.table)),
            ("facts", json::object(&facts)),
        ])
    }
}

/// What the page is told: a drawing, or why there is none.
pub(crate) fn answer(drawing: Result<Drawing, impl fmt::Display>) -> String {
    match drawing {
        Ok(drawing) => drawing.to_json(),
        Err(reason) => {
            let reason = json::string(&reason.to_string());
            json::object(&[("refusal", reason)])
        }
    }
}

/// The figure that the prose calls `name`, with its controls set to `values`, in their order.
///
/// # Errors
///
/// In words, why there is no picture: no figure of this name, not one value for each control, or
/// what the figure itself refuses.
pub fn drawing(name: &str, values: &[f64]) -> Result<Drawing, String> {
    let (id, figure) =
        find(name).ok_or_else(|| format!("no figure is called `{name}`"))?;
    if values.len() != figure.controls.len() {
        return Err(format!(
            "`{name}` has {} controls, got {} values",
            figure.controls.len(),
            values.len()
        ));
    }
    draw(&id, figure, values).map_err(|error| error.to_string())
}

/// A figure, and the `id` of its picture.
fn find(name: &str) -> Option<(String, &'static Figure)> {
    let (chapter, name) = name.split_once('/')?;
    let (_, figures) =
        FIGURES.iter().find(|(candidate, _)| *candidate == chapter)?;
    let figure = figures.iter().find(|figure| figure.name == name)?;
    Some((format!("{chapter}-{name}"), figure))
}

fn draw(
    id: &str,
    figure: &Figure,
    values: &[f64],
) -> Result<Drawing, chapter::Error> {
    let mut settings = figure.defaults();
    for (control, value) in figure.controls.iter().zip(values) {
        settings = settings.with(control.name, *value)?;
    }
    let shown = (figure.show)(&settings)?;
    Ok(Drawing::of(id, &shown.plot, shown.facts)?)
}
