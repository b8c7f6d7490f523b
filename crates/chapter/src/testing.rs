//! What holds of every chapter, for the chapters' own tests.

#![allow(clippy::expect_used, reason = "tests stop at the first surprise")]

use std::collections::HashSet;

use figure::{NARROW, WIDE};
use roxmltree::{Document, Node};

use crate::{Among, Chapter, Control, Figure, Guess, Handle, Kind, Settings};

/// The widths of the pictures that a page has, and one between them.
const WIDTHS: [f64; 3] = [WIDE, 400.0, NARROW];

/// On a screen 390 pixels wide a picture of 336 units has 340: no letter is smaller than this there.
const SMALLEST: f64 = 12.0;

/// What a hostile reader would set any control to.
const HOSTILE: [f64; 11] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    -1.0,
    0.0,
    -0.0,
    f64::MIN_POSITIVE,
    1e-9,
    1e9,
    f64::MAX,
    f64::MIN,
];

/// Asserts what the contract asks of a chapter: names that are unique and fit an address, controls
/// that start inside their bounds, captions and facts that can be told, guesses that can be right,
/// and a sound picture for every figure, in every width, whatever its controls are set to.
///
/// # Panics
///
/// If the chapter breaks the contract; this is a test.
pub fn assert_contract(chapter: &Chapter) {
    let facts = (chapter.facts)().expect("the facts");
    assert_names(facts.iter().map(|fact| fact.name));
    assert!(facts.iter().all(|fact| fact.value.is_finite()), "{facts:?}");
    assert_names(chapter.figures.iter().map(|figure| figure.name));
    for figure in chapter.figures {
        assert_names(figure.controls.iter().map(|control| control.name));
        figure.controls.iter().for_each(assert_control);
        if let Some(guess) = &figure.guess {
            assert_guess(guess, figure);
        }
        let id = chapter.figure_id(figure);
        let start = figure.shown(&figure.defaults()).expect("the defaults");
        let frames = start.plot.frames();
        for settings in settings(figure, reachable) {
            let shown = figure.shown(&settings);
            let shown = shown.expect("what a reader can set is shown");
            for width in WIDTHS {
                let [plot, start] = [&shown.plot, &start.plot]
                    .map(|plot| plot.clone().width(width));
                let picture = plot.draw(&id);
                let picture = picture.expect("what a reader can set is drawn");
                assert_sound(&picture.svg, &id);
                assert_legible(&picture.svg, &id);
                let alike = plot.alike_in_grey();
                assert!(alike.is_empty(), "{id} in grey: {alike:?}");
                // While a reader drags no axis moves: neither its place in the picture nor its ends.
                if !settings.refits() {
                    let name = figure.name;
                    let frames = (plot.frames(), start.frames());
                    assert_eq!(frames.0, frames.1, "{name}: {settings:?}");
                }
            }
            for handle in &shown.handles {
                assert_handle(handle, figure, &settings, frames.len());
            }
            let caption = figure.caption(&shown.facts);
            assert!(caption.is_ok(), "{}: {caption:?}", figure.name);
        }
        for settings in settings(figure, |_| HOSTILE.to_vec()) {
            for width in WIDTHS {
                assert_sound(&figure.picture(&id, &settings, width).svg, &id);
            }
        }
    }
}

fn assert_names<'a>(names: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for name in names {
        let fits =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            !name.is_empty() && name.chars().all(fits),
            "`{name}` is not kebab-case"
        );
        assert!(seen.insert(name), "`{name}` is the name of two things");
    }
}

fn assert_control(control: &Control) {
    match control.kind {
        Kind::Slider { min, max, step, default, .. } => {
            assert!(step > 0.0 && min < max, "{control:?}");
            assert!((min..=max).contains(&default), "{control:?}");
        }
        Kind::Choice { options, default } => {
            assert!(default < options.len(), "{control:?}");
        }
    }
}

/// Asserts that the truth can be guessed, and that the question does not tell it.
fn assert_guess(guess: &Guess, figure: &Figure) {
    let shown = figure.shown(&figure.defaults()).expect("the defaults");
    let answer = guess.answer(&shown.facts).expect("the fact that answers");
    guess.question(&shown.facts).expect("a question of the figure's facts");
    let quoted = format!("{{{}}}", guess.fact);
    assert!(!guess.question.contains(&quoted), "{guess:?}");
    match guess.among {
        Among::Options(options) => {
            let different: HashSet<_> =
                options.iter().map(|option| option.0).collect();
            assert!(different.len() == options.len(), "{guess:?}");
            assert!(options.len() > 1, "{guess:?}");
            assert!(different.contains(&*answer.text), "{guess:?}: {answer:?}");
            // Every answer is answered.
            assert!(options.iter().all(|option| option.1.ends_with('.')));
        }
        Among::Numbers { min, max, step } => {
            assert!(step > 0.0 && min < max, "{guess:?}");
            assert!((min..=max).contains(&answer.value), "{answer:?}");
        }
    }
}

/// Asserts that a handle stands in a panel, and that a slider which is dragged to where its handle
/// stands stays where it is.
fn assert_handle(
    handle: &Handle,
    figure: &Figure,
    settings: &Settings,
    panels: usize,
) {
    assert!(handle.panel < panels, "{handle:?}");
    let pulls = handle.pulls(handle.at);
    assert!(!pulls.is_empty(), "{handle:?} moves nothing");
    for (name, pulled) in pulls {
        let mut controls = figure.controls.iter();
        let control = controls.find(|control| control.name == name);
        let control = control.expect("a handle moves a control of its figure");
        let is_slider = matches!(control.kind, Kind::Slider { .. });
        assert!(is_slider, "{control:?} is no slider");
        let set = settings.get(name).expect("its setting");
        let near = (pulled - set).abs() <= 1e-9 * set.abs().max(1.0);
        assert!(near, "{handle:?} pulls {name} from {set} to {pulled}");
    }
}

/// What a reader can set a control to: its ends, or every option.
fn reachable(control: &Control) -> Vec<f64> {
    match control.kind {
        Kind::Slider { min, max, .. } => vec![min, max],
        Kind::Choice { options, .. } => {
            (0..options.len()).map(|option| option as f64).collect()
        }
    }
}

/// The defaults, and each control in turn at each of its `values`.
fn settings(
    figure: &Figure,
    values: impl Fn(&Control) -> Vec<f64>,
) -> Vec<Settings> {
    let mut all = vec![figure.defaults()];
    for control in figure.controls {
        let moved = values(control).into_iter().map(|value| {
            let settings = figure.defaults().with(control.name, value);
            settings.expect("a control of the figure")
        });
        all.extend(moved);
    }
    all
}

/// Figures by name, each with settings beside its defaults.
pub type Moved =
    &'static [(&'static str, &'static [&'static [(&'static str, f64)]])];

/// Every picture that a chapter's snapshots hold, with the name of its snapshot: each figure at its
/// defaults, then those of `moved`; on a desk and on a phone.
///
/// # Panics
///
/// If a figure with controls is not moved at least twice or a control of it never; this is a test.
#[must_use]
pub fn pictures(chapter: &Chapter, moved: Moved) -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for figure in chapter.figures {
        let id = chapter.figure_id(figure);
        let mut take = |title: &str, settings: &Settings| {
            for (width, ending) in [(WIDE, ""), (NARROW, " (narrow)")] {
                let picture = figure.picture(&id, settings, width);
                pictures.push((format!("{title}{ending}"), picture.svg));
            }
        };
        take(figure.name, &figure.defaults());
        let moves = moved.iter().find(|(name, _)| *name == figure.name);
        let moves = moves.map_or(&[][..], |(_, moves)| moves);
        let moved: HashSet<&str> = moves
            .iter()
            .flat_map(|settings| settings.iter())
            .map(|setting| setting.0)
            .collect();
        let controls = || figure.controls.iter().map(|control| control.name);
        assert!(controls().all(|name| moved.contains(name)), "{id}");
        assert!(figure.controls.is_empty() || moves.len() >= 2, "{id}");
        for values in moves {
            let mut settings = figure.defaults();
            let mut title = vec![format!("{} at", figure.name)];
            for (name, value) in *values {
                title.push(format!("{name} {value}"));
                settings = settings.with(name, *value).expect("a control");
            }
            take(&title.join(" "), &settings);
        }
    }
    pictures
}

/// What a chapter's run prints.
///
/// # Panics
///
/// If the run fails, or prints more than fits a page; this is a test.
#[must_use]
pub fn printed(chapter: &Chapter) -> String {
    let mut out = Vec::new();
    (chapter.run)(&mut out).expect("a run that succeeds");
    let printed = String::from_utf8(out).expect("a run that prints text");
    let long = printed.lines().find(|line| line.chars().count() > 80);
    assert_eq!(long, None, "{}", chapter.name());
    assert!(printed.lines().count() <= 60, "{}", chapter.name());
    printed
}

/// The tests that every chapter has: that it keeps the contract, and that its figures, at their
/// defaults and as `moved`, and its run are those that were last looked at.
///
/// The crate that calls it has `insta` among its own dependencies.
#[macro_export]
macro_rules! snapshot_tests {
    ($chapter:expr, $moved:expr) => {
        #[test]
        fn the_chapter_keeps_the_contract() {
            $crate::testing::assert_contract(&$chapter);
        }

        #[test]
        fn every_figure_is_drawn_as_it_was_last_looked_at() {
            for (name, svg) in $crate::testing::pictures(&$chapter, $moved) {
                insta::assert_snapshot!(name, svg);
            }
        }

        #[test]
        fn the_run_prints_what_it_printed() {
            let printed = $crate::testing::printed(&$chapter);
            insta::assert_snapshot!("run", printed);
        }
    };
}

/// Asserts that a picture is well-formed, has a text alternative, has no id that is not its own,
/// and that its words neither overlap nor leave the frame.
///
/// # Panics
///
/// If one of these does not hold; this is a test.
pub fn assert_sound(svg: &str, id: &str) {
    let document = Document::parse(svg).expect("well-formed XML");
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(
        root.attribute("aria-labelledby"),
        Some(&*format!("{id}-title {id}-desc"))
    );
    for part in ["title", "desc"] {
        let part = root.children().find(|child| {
            child.has_tag_name(("http://www.w3.org/2000/svg", part))
        });
        assert!(
            part.and_then(|part| part.text())
                .is_some_and(|text| !text.is_empty()),
            "{id}"
        );
    }
    for name in root.descendants().filter_map(|node| node.attribute("id")) {
        assert!(
            name.starts_with(id),
            "the id `{name}` is not prefixed by `{id}`"
        );
    }
    let view_box = numbers(root.attribute("viewBox").unwrap_or_default());
    let words: Vec<Line> = root
        .descendants()
        .filter(|node| node.tag_name().name() == "text")
        .map(Line::of)
        .collect();
    for (index, one) in words.iter().enumerate() {
        let inside = one.left >= view_box[0]
            && one.right <= view_box[2]
            && one.top >= 0.0
            && one.bottom <= view_box[3];
        assert!(inside, "{id}: {one:?} leaves the frame {view_box:?}");
        for other in &words[..index] {
            assert!(!one.overlaps(other), "{id}: {one:?} lies over {other:?}");
        }
    }
}

/// Asserts that every letter of a picture can be read on a phone.
fn assert_legible(svg: &str, id: &str) {
    let document = Document::parse(svg).expect("well-formed XML");
    let texts = document.descendants();
    for text in texts.filter(|node| node.tag_name().name() == "text") {
        let size = size_of(text);
        assert!(size >= SMALLEST, "{id}: {:?} in {size}", text.text());
    }
}

/// The size of the letters of a line of words.
fn size_of(text: Node) -> f64 {
    let style = text.attribute("style").unwrap_or_default();
    let size = style.split("font-size:").nth(1);
    let size = size.and_then(|rest| rest.split("px").next());
    size.and_then(|size| size.parse().ok()).unwrap_or(f64::NAN)
}

fn numbers(list: &str) -> Vec<f64> {
    list.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// The box of a line of words in a picture.
#[derive(Debug)]
#[allow(
    dead_code,
    reason = "the words are there to be printed when a test fails"
)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Line {
    fn of(node: Node) -> Self {
        let number = |name| {
            node.attribute(name)
                .and_then(|value| value.parse().ok())
                .unwrap_or(f64::NAN)
        };
        let style = node.attribute("style").unwrap_or_default();
        let size = size_of(node);
        let text = node.text().unwrap_or_default().to_owned();
        let width =
            figure::text_width(&text, size, style.contains("font-weight"));
        let left = match node.attribute("text-anchor") {
            Some("middle") => number("x") - width / 2.0,
            Some("end") => number("x") - width,
            _ => number("x"),
        };
        Self {
            text,
            left,
            right: left + width,
            top: number("y") - 0.7 * size,
            bottom: number("y") + 0.2 * size,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
