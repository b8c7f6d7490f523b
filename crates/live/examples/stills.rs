//! Every live figure as this machine draws it, at its defaults and with each control moved: one
//! line of JSON each. `tests/module.mjs` compares them with what WebAssembly draws.
#![allow(clippy::print_stdout, reason = "what a program prints")]

use chapter::{Control, Kind};
use live::FIGURES;
use serde_json::{Map, json};

fn main() -> Result<(), chapter::Error> {
    for (chapter, figures) in FIGURES {
        for figure in *figures {
            for values in settings(figure.controls) {
                let mut settings = figure.defaults();
                for (control, value) in figure.controls.iter().zip(&values) {
                    settings = settings.with(control.name, *value)?;
                }
                let id = format!("{chapter}-{}", figure.name);
                let shown = (figure.show)(&settings)?;
                let picture = shown.plot.draw(&id)?;
                let facts = shown.facts.into_iter();
                let facts: Map<_, _> = facts
                    .map(|fact| (fact.name.to_owned(), fact.text.into()))
                    .collect();
                let still = json!({
                    "figure": format!("{chapter}/{}", figure.name),
                    "values": values,
                    "svg": figure::on_one_line(&picture.svg),
                    "table": picture.table.to_html(),
                    "facts": facts,
                });
                println!("{still}");
            }
        }
    }
    Ok(())
}

/// The defaults, and each control in turn at its ends and between them, or at each option.
fn settings(controls: &[Control]) -> Vec<Vec<f64>> {
    let defaults: Vec<f64> = controls.iter().map(Control::default).collect();
    let mut all = vec![defaults.clone()];
    for (index, control) in controls.iter().enumerate() {
        let values: Vec<f64> = match control.kind {
            Kind::Slider { min, max, step, .. } => {
                let between = ((max - min) / step * 0.37).floor();
                vec![min, min + between * step, max]
            }
            Kind::Choice { options, .. } => {
                (0..options.len()).map(|option| option as f64).collect()
            }
        };
        all.extend(values.into_iter().map(|value| {
            let mut moved = defaults.clone();
            moved[index] = value;
            moved
        }));
    }
    all
}
