//! The button *Fit* of the page *Your own data*: a module apart, which is loaded when the button is pressed.

use live::json;
use own_data::BELLS;
use report::{Answer, Listing, Question, Recorded, Section};
use wasm_bindgen::prelude::wasm_bindgen;

/// Fits so many bells, or as many as BIC chooses if they are zero, to numbers that are `"exact"`,
/// `"rounded"` or as they seem to be.
///
/// The answer is JSON: the report, section by section, of each bell its share, its mean and its
/// deviation, and the files that rebuild them. Where there is no fit it has a `refusal`.
#[wasm_bindgen]
#[must_use]
pub fn fit(values: &[f64], bells: usize, recorded: &str) -> String {
    let recorded = match recorded {
        "exact" => Recorded::Exactly,
        "rounded" => Recorded::Rounded(None),
        _ => Recorded::AsTheySeem,
    };
    let bells = (bells > 0).then_some(bells);
    let members =
        match (Question { bells, most: BELLS, recorded }).answer(values) {
            Ok(answer) => vec![
                ("report", sections(&answer)),
                ("bells", bells_of(&answer)),
                ("listings", listings(&answer)),
            ],
            Err(error) => vec![("refusal", json::string(&error.to_string()))],
        };
    json::object(&members)
}

fn sections(answer: &Answer) -> String {
    let section = |section: &Section| {
        let sentences = section.sentences.iter().map(|it| json::string(it));
        json::object(&[
            ("heading", json::string(section.heading)),
            ("sentences", json::array(&sentences.collect::<Vec<_>>())),
        ])
    };
    let sections = answer.report.sections.iter().map(section);
    json::array(&sections.collect::<Vec<_>>())
}

fn bells_of(answer: &Answer) -> String {
    let mixture = answer.chosen.best().mixture();
    let bells = mixture.components_distribution();
    let numbers = mixture.mixture_distribution().probs().iter().copied();
    let numbers = numbers.zip(bells.loc()).zip(bells.scale());
    let bells = numbers.map(|((share, loc), scale)| {
        json::array(&[share, loc, scale].map(|number| number.to_string()))
    });
    json::array(&bells.collect::<Vec<_>>())
}

fn listings(answer: &Answer) -> String {
    let listing = |Listing { language, file, text }: Listing| {
        json::object(&[
            ("language", json::string(language)),
            ("file", json::string(file)),
            ("text", json::string(&text)),
        ])
    };
    let listings = report::listings(answer.chosen.best().mixture());
    json::array(&listings.map(listing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_fitted_or_refused() {
        let values = [1.0, 1.5, 1.25, 2.0, 8.0, 8.25, 9.0, 8.5, 8.75];
        let fitted = fit(&values, 2, "exact");
        assert!(fitted.contains(r#""heading":"How many""#), "{fitted}");
        assert!(fitted.contains(r#""bells":[[0.44"#), "{fitted}");
        assert!(fitted.contains(r#""file":"two-peaks.R""#), "{fitted}");
        let refused = fit(&[1.0, 1.0], 2, "");
        assert!(
            refused.contains(r#""refusal":"2 components need"#),
            "{refused}"
        );
    }
}
