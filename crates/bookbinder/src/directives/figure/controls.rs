//! The controls of a live figure, as the browser's own: a slider, a choice, a button.

use chapter::{Control, Figure, Kind};

use crate::html::escape;

/// The form of a figure's controls, on one line; `id` and `number` are the figure's on its page. It is
/// said in it whether the picture has handles at first, which are drawn when it comes alive.
pub(super) fn form(
    figure: &Figure,
    id: &str,
    number: &str,
    has_handles: bool,
) -> String {
    let handles = if has_handles { " data-handles" } else { "" };
    let controls: String =
        figure.controls.iter().map(|control| html(control, id)).collect();
    let played = figure.controls.iter().find(|control| control.is_played());
    let play = played.map_or_else(String::new, |control| {
        let name = escape(control.name);
        format!(r#"<button type="button" data-play="{name}">Play</button>"#)
    });
    format!(
        r#"<form class="controls"{handles} autocomplete="off" aria-label="controls of figure {number}">{controls}<div class="controls-end">{play}<button type="button" data-reset>Reset</button><span role="status"></span></div></form>"#
    )
}

/// A control with its label; `id` is the figure's on its page.
pub(in crate::directives) fn html(control: &Control, id: &str) -> String {
    let name = escape(control.name);
    let label = escape(control.label);
    let id = format!("{id}-{name}");
    let ink = control.ink.map_or_else(String::new, |ink| {
        format!(r#" style="--ink:var({})""#, ink.property())
    });
    let input = match control.kind {
        Kind::Slider { min, max, step, default, unit, .. } => {
            let decimals = control.kind.decimals();
            let value = figure::number(default, decimals);
            let unit = match unit {
                "" => String::new(),
                unit => {
                    format!(r#" <span class="unit">{}</span>"#, escape(unit))
                }
            };
            format!(
                r#"<input type="range"{ink} id="{id}" name="{name}" min="{min}" max="{max}" step="{step}" value="{default}" data-decimals="{decimals}"><span class="control-value"><output for="{id}" aria-live="off">{value}</output>{unit}</span>"#
            )
        }
        Kind::Choice { options, default } => {
            let options = options.iter().enumerate().map(|(index, option)| {
                let selected = if index == default { " selected" } else { "" };
                format!(
                    r#"<option value="{index}"{selected}>{}</option>"#,
                    escape(option)
                )
            });
            format!(
                r#"<select id="{id}" name="{name}">{}</select>"#,
                options.collect::<String>()
            )
        }
    };
    format!(r#"<label{ink} for="{id}">{label}</label>{input}"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_value_with_endless_decimals_is_written_with_three() {
        let twelfth = 1.0 / 12.0;
        let control =
            Control::slider("width", "width", (twelfth, 2.0, twelfth), twelfth);
        let html = html(&control, "figure-1-4");
        assert!(html.contains(">0.083</output>"), "{html}");
        assert!(html.contains(&format!(r#"value="{twelfth}""#)), "{html}");
    }

    #[test]
    fn every_control_has_its_label_its_default_and_a_way_back() {
        let library = Library { chapters: chapters::CHAPTERS };
        for (_, figure) in library.figures() {
            let html = form(figure, "figure-4-2", "4.2", false);
            let html = scraper::Html::parse_fragment(&html);
            let count = |selector: &str| {
                let selector = scraper::Selector::parse(selector).unwrap();
                html.select(&selector).count()
            };
            for control in figure.controls {
                let id = format!("figure-4-2-{}", control.name);
                let default = control.default();
                assert_eq!(count(&format!("label[for={id}]")), 1, "{id}");
                let selected = match control.kind {
                    Kind::Slider { .. } => {
                        format!("input#{id}[type=range][value=\"{default}\"]")
                    }
                    Kind::Choice { .. } => {
                        format!("#{id} option[value=\"{default}\"][selected]")
                    }
                };
                assert_eq!(count(&selected), 1, "{selected}");
            }
            assert_eq!(count("button[data-reset]"), 1);
            let steps = figure.controls.iter();
            let steps = steps.filter(|control| control.is_played());
            assert_eq!(count("button[data-play]"), steps.count().min(1));
        }
    }

    /// A browser would move it to the nearest value that it reaches, and the still picture would
    /// not be that of the slider.
    #[test]
    fn every_slider_of_the_book_reaches_its_default_and_its_largest_value() {
        let library = Library { chapters: chapters::CHAPTERS };
        for (_, figure) in library.figures() {
            for control in figure.controls {
                let Kind::Slider { min, max, step, default, .. } = control.kind
                else {
                    continue;
                };
                for value in [default, max] {
                    let steps = (value - min) / step;
                    let name = (figure.name, control.name);
                    assert!((steps - steps.round()).abs() < 1e-9, "{name:?}");
                    // What the browser makes of it is what was drawn.
                    let decimals = |number: f64| {
                        let text = number.to_string();
                        text.split_once('.').map_or(0, |(_, rest)| rest.len())
                    };
                    let decimals = decimals(step).max(decimals(min));
                    let text = format!("{value:.decimals$}");
                    assert_eq!(text.parse(), Ok(value), "{name:?}");
                }
            }
        }
    }
}
