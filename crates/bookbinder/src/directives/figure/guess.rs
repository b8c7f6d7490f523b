//! What a figure asks before it shows anything, as a form over the covered picture.

use chapter::{Among, Error, Fact, Guess};
use figure::{NARROW, Plot, WIDE};

use super::Drawings;
use crate::html::escape;

/// The form of a guess, and the line for what is true, on one line; `number` is the figure's on its
/// page, `id` that of its picture. Without scripts neither is seen.
pub(super) fn form(
    guess: &Guess,
    facts: &[Fact],
    (id, number): (&str, &str),
) -> Result<String, Error> {
    let question = escape(&guess.question(facts)?);
    let Fact { value, text, .. } = guess.answer(facts)?;
    let answer = escape(text);
    let (truth, field) = match guess.among {
        Among::Options(options) => {
            let options = options.iter().map(|(option, reply)| {
                let [option, reply] = [option, reply].map(|it| escape(it));
                format!(
                    r#"<label><input type="radio" name="guess" value="{option}" data-reply="{reply}" required> {option}</label>"#
                )
            });
            let options: String = options.collect();
            let legend = format!("<legend>{question}</legend>");
            (String::new(), format!("<fieldset>{legend}{options}</fieldset>"))
        }
        Among::Numbers { min, max, step } => {
            let mode =
                if guess.among.is_whole() { "numeric" } else { "decimal" };
            (
                format!(r#" data-value="{value}""#),
                format!(
                    r#"<label>{question} <input type="number" name="guess" min="{min}" max="{max}" step="{step}" inputmode="{mode}" required></label>"#
                ),
            )
        }
    };
    let replies =
        if matches!(guess.among, Among::Options(_)) { " replies" } else { "" };
    let pointing = match (guess.drawn, guess.among) {
        (Some(draw), Among::Numbers { step, .. }) => {
            pointing(&draw()?, id, step)?
        }
        _ => String::new(),
    };
    Ok(format!(
        r#"<form class="guess" autocomplete="off" aria-label="guess before you see figure {number}" data-answer="{answer}"{truth}><p>Predict first</p>{field}{pointing}<div class="guess-end"><button type="submit">Show me</button><button type="button" data-skip>I’d rather see it</button></div></form><p class="guess-answer{replies}" role="status" tabindex="-1"></p>"#
    ))
}

/// A picture to point into: a slider lies over it, from end to end of its horizontal axis.
fn pointing(plot: &Plot, id: &str, step: f64) -> Result<String, Error> {
    let axis = axis(plot);
    let [min, max] = plot.frames().first().map_or([0.0, 1.0], |frame| frame.x);
    let drawings = Drawings::of(plot.clone(), &format!("{id}-asked"))?.html;
    Ok(format!(
        r#"<div class="pointing"{axis}>{drawings}<input type="range" min="{min}" max="{max}" step="{step}" aria-label="your answer, in the picture"></div>"#
    ))
}

/// The attributes that tell the page where the horizontal axis of a plot's first panel begins and how
/// long it is, on a desk and on a phone, and from which number to which it goes.
pub(super) fn axis(plot: &Plot) -> String {
    let place = |width: f64| {
        let frame = plot.clone().width(width).frames().first().copied();
        let plot = frame.map(|frame| frame.plot);
        let share = |x: f64| 100.0 * x / width;
        plot.map_or([0.0, 100.0], |plot| {
            [share(plot.left), share(plot.right - plot.left)]
        })
    };
    let [wide, narrow] = [WIDE, NARROW].map(place);
    let [min, max] = plot.frames().first().map_or([0.0, 1.0], |frame| frame.x);
    format!(
        r#" data-min="{min}" data-max="{max}" style="--desk-left:{:.2}%;--desk-width:{:.2}%;--phone-left:{:.2}%;--phone-width:{:.2}%""#,
        wide[0], wide[1], narrow[0], narrow[1]
    )
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;
    use crate::library::Library;

    fn count(html: &Html, selector: &str) -> usize {
        html.select(&Selector::parse(selector).unwrap()).count()
    }

    #[test]
    fn every_guess_of_the_book_can_be_right_and_begins_with_nothing() {
        let library = Library { chapters: chapters::CHAPTERS };
        let mut asking = 0;
        for (_, figure) in library.figures() {
            let Some(guess) = &figure.guess else { continue };
            asking += 1;
            let facts = figure.shown(&figure.defaults()).unwrap().facts;
            let html = form(guess, &facts, ("x", "4.2")).unwrap();
            let html = Html::parse_fragment(&html);
            let answer = &guess.answer(&facts).unwrap().text;
            let right = match guess.among {
                Among::Options(_) => format!(
                    "form[data-answer=\"{answer}\"] input[value=\"{answer}\"]"
                ),
                Among::Numbers { .. } => format!(
                    "form[data-answer=\"{answer}\"][data-value] input[type=number]"
                ),
            };
            assert_eq!(count(&html, &right), 1, "{right}");
            assert_eq!(count(&html, "input:not([required], [type=range])"), 0);
            assert_eq!(count(&html, "[checked], [type=number][value]"), 0);
            assert_eq!(count(&html, "[data-skip]"), 1);
        }
        assert!(asking > 0);
    }

    #[test]
    fn a_guess_at_a_fact_that_there_is_not_is_refused() {
        let among = Among::Options(&[("1", "No."), ("2", "Yes.")]);
        let (question, fact, drawn) = ("How many?", "peaks", None);
        let guess = Guess { question, fact, among, drawn };
        let facts = [Fact::count("tops", 2)];
        assert_eq!(
            form(&guess, &facts, ("x", "4.2")).unwrap_err().to_string(),
            "no fact is called `peaks`; this figure has tops"
        );
    }
}
