//! What a figure asks before it shows anything, as a form over the covered picture.

use chapter::{Among, Error, Fact, Guess};

use super::controls::decimals;
use crate::html::escape;

/// The form of a guess, and the line for what is true, on one line; `number` is the figure's on its
/// page. Without scripts neither is seen.
pub(super) fn form(
    guess: &Guess,
    facts: &[Fact],
    number: &str,
) -> Result<String, Error> {
    let question = escape(&guess.question(facts)?);
    let Fact { value, text, .. } = guess.answer(facts)?;
    let answer = escape(text);
    let (truth, field) = match guess.among {
        Among::Options(options) => {
            let options = options.iter().map(|option| {
                let option = escape(option);
                format!(
                    r#"<label><input type="radio" name="guess" value="{option}" required> {option}</label>"#
                )
            });
            let options: String = options.collect();
            let legend = format!("<legend>{question}</legend>");
            (String::new(), format!("<fieldset>{legend}{options}</fieldset>"))
        }
        Among::Numbers { min, max, step } => {
            let mode = if decimals(step) > 0 { "decimal" } else { "numeric" };
            (
                format!(r#" data-value="{value}""#),
                format!(
                    r#"<label>{question} <input type="number" name="guess" min="{min}" max="{max}" step="{step}" inputmode="{mode}" required></label>"#
                ),
            )
        }
    };
    Ok(format!(
        r#"<form class="guess" autocomplete="off" aria-label="guess before you see figure {number}" data-answer="{answer}"{truth}><p>Predict first</p>{field}<div class="guess-end"><button type="submit">Show me</button><button type="button" data-skip>I’d rather see it</button></div></form><p class="guess-answer" role="status" tabindex="-1"></p>"#
    ))
}
