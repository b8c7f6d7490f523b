//! The live figures, and what they show in the browser.

use std::{
    collections::HashMap,
    iter,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use anyhow::{Context as _, bail, ensure};
use book::LIBRARY;
use bookbinder::library::figure_name;
use chapter::{Chapter, Control, Figure, Kind};
use figure::{NARROW, WIDE};
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;

const FUNCTIONS: &str = include_str!("figures.js");

/// The live figure that opens the book, and its page: that of no chapter.
const ELSEWHERE: [(&str, &str); 1] = [("ch03/heaps", "introduction.html")];

/// A figure whose reader can move something.
#[derive(Clone, Copy, Debug)]
pub struct LiveFigure {
    chapter: &'static Chapter,
    figure: &'static Figure,
}

/// What a figure shows, once it has followed its controls.
#[derive(Clone, Debug, Deserialize)]
pub struct Shown {
    /// Where its controls stand.
    pub values: Vec<f64>,
    width: f64,
    place: f64,
    answer: String,
    fault: Option<String>,
}

impl LiveFigure {
    /// Every live figure of the book.
    pub fn all() -> impl Iterator<Item = Self> {
        let figures = LIBRARY.chapters.iter().flat_map(|chapter| {
            chapter.figures.iter().map(|figure| Self { chapter, figure })
        });
        figures.filter(|live| !live.controls().is_empty())
    }

    /// The figure that the prose calls by this name.
    ///
    /// # Errors
    ///
    /// When there is none, or it has no controls.
    pub fn named(name: &str) -> anyhow::Result<Self> {
        Self::all()
            .find(|live| live.name() == name)
            .with_context(|| format!("no live figure is called {name}"))
    }

    /// Its name in the prose: `ch03/map`.
    #[must_use]
    pub fn name(self) -> String {
        figure_name(self.chapter, self.figure)
    }

    /// The page where it stands.
    #[must_use]
    pub fn page(self) -> String {
        let name = self.name();
        if let Some((_, page)) = ELSEWHERE.iter().find(|(of, _)| *of == name) {
            return (*page).to_owned();
        }
        format!("chapter-{}.html", self.chapter.number)
    }

    /// What its reader can move.
    #[must_use]
    pub fn controls(self) -> &'static [Control] {
        self.figure.controls
    }

    /// How many numbers its caption quotes.
    #[must_use]
    pub fn numbers(self) -> usize {
        self.figure.caption.matches('{').count()
    }

    /// Whether a reader can set its controls to these values.
    #[must_use]
    pub fn reaches(self, values: &[f64]) -> bool {
        let mut pairs = iter::zip(self.controls(), values);
        pairs.all(|(control, value)| match control.kind {
            Kind::Slider { min, max, .. } => (min..=max).contains(value),
            Kind::Choice { options, .. } => {
                (0..options.len()).any(|option| option as f64 == *value)
            }
        })
    }

    /// Its defaults, and each control in turn at its ends and between them, or at each option.
    #[must_use]
    pub fn settings(self) -> Vec<Vec<f64>> {
        let defaults: Vec<f64> =
            self.controls().iter().map(Control::default).collect();
        let mut all = vec![defaults.clone()];
        for (index, control) in self.controls().iter().enumerate() {
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

    /// Every control off its default.
    #[must_use]
    pub fn moved(self) -> Vec<f64> {
        let moved = self.controls().iter().map(|control| match control.kind {
            Kind::Slider { min, max, step, default, .. } => {
                let between = min + ((max - min) / step * 0.37).floor() * step;
                if between == default { between + step } else { between }
            }
            Kind::Choice { options, default } => {
                ((default + 1) % options.len()) as f64
            }
        });
        moved.collect()
    }
}

impl Shown {
    /// Asserts that the page shows what this machine draws at the same values: the module's answer
    /// byte for byte, and in the page whatever the browser makes of that.
    ///
    /// # Errors
    ///
    /// What is another.
    pub fn ensure_native(&self, figure: LiveFigure) -> anyhow::Result<()> {
        let name = figure.name();
        let at = format!("{name} at {:?}", self.values);
        let controls = figure.controls().len();
        ensure!(self.values.len() == controls, "{at}: {controls} controls");
        let native = drawn(figure.chapter, &name, &self.values, self.width);
        if self.answer != *native {
            let pairs = self.answer.bytes().zip(native.bytes());
            let same = pairs.take_while(|(one, other)| one == other).count();
            let part = |text: &str| {
                let rest = text.as_bytes().get(same.saturating_sub(40)..);
                let rest = String::from_utf8_lossy(rest.unwrap_or_default());
                rest.chars().take(80).collect::<String>()
            };
            bail!(
                "{at}: the module draws …{}… and this machine …{}…",
                part(&self.answer),
                part(&native)
            );
        }
        // In a narrow place the picture is drawn narrow.
        let fits = if self.place > 500.0 { WIDE } else { NARROW };
        ensure!(self.width == fits, "{at}: {} in {}", self.width, self.place);
        if let Some(fault) = &self.fault {
            bail!("{at}: {fault}");
        }
        Ok(())
    }
}

/// What this machine draws. Each picture is drawn once, for the tests ask for many of them again.
fn drawn(
    chapter: &Chapter,
    name: &str,
    values: &[f64],
    width: f64,
) -> Arc<str> {
    type Drawn = HashMap<(String, Vec<u64>), Arc<str>>;
    static DRAWN: LazyLock<Mutex<Drawn>> = LazyLock::new(Mutex::default);
    let key = (
        name.to_owned(),
        values.iter().chain([&width]).map(|value| value.to_bits()).collect(),
    );
    let drawn = || DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = drawn().get(&key) {
        return Arc::clone(known);
    }
    // Others look theirs up meanwhile.
    let answer =
        live::draw(&chapter.name(), chapter.figures, name, values, width);
    let answer: Arc<str> = answer.into();
    drawn().insert(key, Arc::clone(&answer));
    answer
}

impl Browser {
    /// Runs an asynchronous script that may use the functions of `figures.js`, and gives what it
    /// returns.
    ///
    /// # Errors
    ///
    /// What the script throws.
    pub fn ask(&self, script: &str) -> anyhow::Result<Value> {
        let answer = self.run_async(&format!(
            "{FUNCTIONS}\n(async () => {{ {script} }})().then(\
             (answer) => done({{ answer }}), (error) => done({{ error: error.stack }}))"
        ))?;
        match answer.get("error") {
            Some(error) => bail!("{error}"),
            None => Ok(answer["answer"].clone()),
        }
    }

    /// What a figure of the page shows, once it has followed its controls.
    ///
    /// # Errors
    ///
    /// When it is not alive.
    pub fn shown(&self, figure: LiveFigure) -> anyhow::Result<Shown> {
        let name = figure.name();
        let shown = self.ask(&format!("return settled({name:?})"));
        Ok(serde_json::from_value(shown.context(name)?)?)
    }

    /// Moves the controls of a figure of the page, and gives what it shows then.
    ///
    /// # Errors
    ///
    /// When it is not alive.
    pub fn set(
        &self,
        figure: LiveFigure,
        values: &[f64],
    ) -> anyhow::Result<Shown> {
        self.ask(&format!("set({:?}, {values:?})", figure.name()))?;
        self.shown(figure)
    }
}
