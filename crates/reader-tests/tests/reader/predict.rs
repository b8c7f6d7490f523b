//! A figure may ask for a guess before it shows anything.

use anyhow::{Context as _, ensure};
use book::LIBRARY;
use bookbinder::library::figure_name;
use chapter::{Among, Fact, Guess};
use fantoccini::key::Key;
use reader_tests::{book::PRINT, reader::Reader, view::View};
use serde_json::json;

/// A figure that asks, and what it will say.
struct Asking {
    name: String,
    page: String,
    guess: &'static Guess,
    answer: Fact,
}

impl Asking {
    /// Every figure of the book that asks.
    fn all() -> anyhow::Result<Vec<Self>> {
        let mut all = Vec::new();
        for (chapter, figure) in LIBRARY.figures() {
            let Some(guess) = &figure.guess else { continue };
            let facts = figure.shown(&figure.defaults())?.facts;
            all.push(Self {
                name: figure_name(chapter, figure),
                page: format!("chapter-{}.html", chapter.number),
                guess,
                answer: guess.answer(&facts)?.clone(),
            });
        }
        ensure!(!all.is_empty(), "no figure asks");
        Ok(all)
    }

    /// What a reader may say that is not so.
    fn wrong(&self) -> anyhow::Result<String> {
        match self.guess.among {
            Among::Options(options) => {
                let wrong =
                    options.iter().find(|one| one.0 != self.answer.text);
                Ok(wrong.context("every option is true")?.0.to_owned())
            }
            Among::Numbers { min, max, .. } => {
                let wrong = if self.answer.value == min { max } else { min };
                Ok(wrong.to_string())
            }
        }
    }

    /// Runs a script with the `figure`, its `form`, its `status` and whether a part `isSeen`.
    fn run(
        &self,
        reader: &Reader,
        script: &str,
    ) -> anyhow::Result<serde_json::Value> {
        reader.run(&format!(
            r#"const figure = document.querySelector('figure[data-figure="{}"]');
               const form = figure.querySelector("form.guess");
               const status = figure.querySelector(".guess-answer");
               const isSeen = (part) => figure.querySelector(part).checkVisibility({{ visibilityProperty: true }});
               const seen = () => [".plot-picture", "summary", "figcaption"].map(isSeen);
               const place = () => [figure, document.body].map((part) => part.getBoundingClientRect().height);
               {script}"#,
            self.name
        ))
    }

    fn ensure_seen(&self, reader: &Reader, seen: bool) -> anyhow::Result<()> {
        let is = self.run(reader, "return seen()")?;
        ensure!(
            is == json!([seen, seen, seen]),
            "{}: seen are {is}",
            self.name
        );
        Ok(())
    }
}

pub(crate) fn a_figure_that_asks_shows_itself_with_the_answer_and_nothing_shifts(
    reader: &Reader,
) -> anyhow::Result<()> {
    for width in [1280, 390] {
        // What was guessed is remembered.
        reader.begin()?;
        reader.look(View { width, ..View::default() })?;
        for asking in Asking::all()? {
            reader.read(&asking.page)?;
            asking.ensure_seen(reader, false)?;
            let before =
                asking.run(reader, "form.requestSubmit(); return place();")?;
            // Nothing was said.
            asking.ensure_seen(reader, false)?;
            let wrong = asking.wrong()?;
            let said = asking.run(
                reader,
                &format!(
                    "const fields = [...form.querySelectorAll('[name=guess]')];
                     const field = fields.find((field) => field.value === {wrong:?}) ?? fields[0];
                     if (field.type === 'radio') field.checked = true;
                     else field.value = {wrong:?};
                     form.requestSubmit();
                     return [status.textContent, document.activeElement === status];"
                ),
            )?;
            let (name, answer) = (&asking.name, &asking.answer.text);
            let words = said[0].as_str().unwrap_or_default();
            let is_told = words.starts_with("You said ")
                && words.to_lowercase().contains(&format!("it is {answer}"));
            ensure!(is_told, "{name}: {words}");
            ensure!(said[1] == json!(true), "{name}: the focus is lost");
            asking.ensure_seen(reader, true)?;
            let after = asking.run(reader, "return place()")?;
            ensure!(after == before, "{name}: {before} has become {after}");
        }
    }
    Ok(())
}

pub(crate) fn a_guess_is_made_by_keyboard(
    reader: &Reader,
) -> anyhow::Result<()> {
    for asking in Asking::all()? {
        reader.read(&asking.page)?;
        let url = reader.url()?;
        let answer = &asking.answer.text;
        asking.run(
            reader,
            &format!(
                "const fields = [...form.querySelectorAll('[name=guess]')];
                 (fields.find((field) => field.value === {answer:?}) ?? fields[0]).focus();"
            ),
        )?;
        match asking.guess.among {
            Among::Options(_) => reader.press([' '])?,
            // The nearest that the field takes.
            Among::Numbers { step, .. } => {
                let nearest = (asking.answer.value / step).round() * step;
                reader.press(format!("{nearest:.3}").chars())?;
            }
        }
        reader.press([Key::Enter])?;
        let words = asking.run(reader, "return status.textContent")?;
        let words = words.as_str().unwrap_or_default();
        let is_told = words.contains(", and so it is.")
            || words.contains(&format!("; it is {answer}, "));
        ensure!(is_told, "{}: {words}", asking.name);
        if let Among::Options(_) = asking.guess.among {
            ensure!(words.contains(", and so it is. "), "{words}");
        }
        ensure!(reader.url()? == url, "{} leads away", asking.name);
        asking.ensure_seen(reader, true)?;
    }
    Ok(())
}

pub(crate) fn who_would_rather_see_it_is_told_the_answer(
    reader: &Reader,
) -> anyhow::Result<()> {
    for asking in Asking::all()? {
        reader.read(&asking.page)?;
        let words = asking.run(
            reader,
            "form.querySelector('[data-skip]').click(); return status.textContent;",
        )?;
        let told = format!("It is {}.", asking.answer.text);
        ensure!(words == json!(told), "{}: {words}", asking.name);
        asking.ensure_seen(reader, true)?;
    }
    Ok(())
}

pub(crate) fn nobody_is_asked_who_was_sent_a_picture_or_has_no_scripts_or_reads_print(
    reader: &Reader,
) -> anyhow::Result<()> {
    for asking in Asking::all()? {
        reader.read(&asking.page)?;
        let id = asking.run(reader, "return figure.id")?;
        let id = id.as_str().context("a figure without an id")?;
        reader.open("about:blank")?;
        reader.read(&format!("{}#{id}?", asking.page))?;
        asking.ensure_seen(reader, true)?;
    }
    reader.read(PRINT)?;
    for asking in Asking::all()? {
        asking.ensure_seen(reader, true)?;
    }
    reader.look(View { scripts: false, ..View::default() })?;
    for asking in Asking::all()? {
        reader.read(&asking.page)?;
        asking.ensure_seen(reader, true)?;
        let asks = asking.run(reader, "return form.checkVisibility()")?;
        ensure!(asks == json!(false), "{} asks in vain", asking.name);
    }
    Ok(())
}
