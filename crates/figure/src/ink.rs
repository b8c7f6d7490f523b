//! The colours, by the part that they play.
//!
//! A picture never fixes a colour. It names an ink, and the page decides what the ink looks like
//! in its theme through a CSS custom property; [`declarations`] has the book's.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// What a stroke, a fill or a word is coloured with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Words, and the curve that is the whole of the parts.
    Whole,
    /// Axes, ticks and what stands back.
    Muted,
    /// The first part: blue.
    First,
    /// The second part: orange.
    Second,
    /// What the figure is about, across the parts: purple.
    Accent,
}

impl Ink {
    /// All inks.
    pub const ALL: [Self; 5] =
        [Self::Whole, Self::Muted, Self::First, Self::Second, Self::Accent];

    /// The CSS custom property that colours it.
    #[must_use]
    pub fn property(self) -> &'static str {
        match self {
            Self::Whole => "--figure-whole",
            Self::Muted => "--figure-muted",
            Self::First => "--figure-first",
            Self::Second => "--figure-second",
            Self::Accent => "--figure-accent",
        }
    }

    /// Its colour on a light page, as red, green and blue.
    #[must_use]
    pub fn light(self) -> [u8; 3] {
        match self {
            Self::Whole => [0x1c, 0x1f, 0x26],
            Self::Muted => [0x5a, 0x61, 0x6b],
            Self::First => [0x00, 0x5f, 0xa8],
            Self::Second => [0xa8, 0x42, 0x00],
            Self::Accent => [0x7a, 0x2c, 0x96],
        }
    }

    /// Its colour on a dark page, as red, green and blue.
    #[must_use]
    pub fn dark(self) -> [u8; 3] {
        match self {
            Self::Whole => [0xec, 0xee, 0xf2],
            Self::Muted => [0x9d, 0xa7, 0xb3],
            Self::First => [0x66, 0xb8, 0xf5],
            Self::Second => [0xf7, 0x9a, 0x4b],
            Self::Accent => [0xd6, 0xa0, 0xee],
        }
    }

    /// How CSS calls the ink: the page's property, and the light colour where a page has none.
    #[must_use]
    pub(crate) fn css(self) -> String {
        format!("var({},{})", self.property(), hex(self.light()))
    }
}

/// Whether a stroke is whole or broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dash {
    /// One unbroken stroke.
    #[default]
    Solid,
    /// Long strokes.
    Dashed,
    /// Dots.
    Dotted,
    /// Long strokes and dots in turn.
    Alternating,
}

impl Dash {
    const ALL: [Self; 4] =
        [Self::Solid, Self::Dashed, Self::Dotted, Self::Alternating];
}

/// A style as plotters hands it from the chart to the backend.
///
/// plotters knows a colour only as three bytes. Ours are the places of an ink and of a dash in
/// their lists, and whether it is hatched: the backend reads them back and never sees a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pen {
    pub(crate) ink: Ink,
    pub(crate) dash: Dash,
    pub(crate) opacity: f64,
    /// Whether what it fills is hatched.
    pub(crate) hatched: bool,
}

impl Pen {
    pub(crate) fn new(ink: Ink) -> Self {
        Self { ink, dash: Dash::Solid, opacity: 1.0, hatched: false }
    }

    pub(crate) fn dash(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }

    pub(crate) fn opacity(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }

    /// The pen for what is filled: of the second part it is hatched, so that the two parts are told
    /// apart without colours too.
    pub(crate) fn fill(self, opacity: f64) -> Self {
        Self { opacity, hatched: self.ink == Ink::Second, ..self }
    }

    /// The pen that a backend colour stands for; `None` for a colour that is not ours.
    pub(crate) fn read(color: BackendColor) -> Option<Self> {
        let (ink, dash, hatched) = color.rgb;
        Some(Self {
            ink: *Ink::ALL.get(usize::from(ink))?,
            dash: *Dash::ALL.get(usize::from(dash))?,
            opacity: color.alpha,
            hatched: hatched == 1,
        })
    }
}

impl Color for Pen {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor {
            alpha: self.opacity,
            rgb: (self.ink as u8, self.dash as u8, u8::from(self.hatched)),
        }
    }
}

/// Whether a page is light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

/// The declarations that give every ink its colour on a page of this theme.
///
/// ```
/// let css = figure::declarations(figure::Theme::Dark);
/// assert!(css.contains("--figure-first: #66b8f5;"));
/// ```
#[must_use]
pub fn declarations(theme: Theme) -> String {
    let color = |ink: Ink| match theme {
        Theme::Light => ink.light(),
        Theme::Dark => ink.dark(),
    };
    let declaration =
        |ink: Ink| format!("  {}: {};\n", ink.property(), hex(color(ink)));
    Ink::ALL.map(declaration).concat()
}

/// The style of a picture that is a file of its own and has no page around it.
pub(crate) fn standalone_style() -> String {
    let [light, dark] = [Theme::Light, Theme::Dark].map(declarations);
    format!(
        "<style>\nsvg {{\n  background: #ffffff;\n{light}}}\n\
         @media (prefers-color-scheme: dark) {{\nsvg {{\n  background: #161923;\n{dark}}}\n}}\n</style>"
    )
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grey::{contrast, linear};

    /// The backgrounds of mdBook's five themes.
    const LIGHT_PAGES: [[u8; 3]; 2] = [[0xff, 0xff, 0xff], [0xe1, 0xe1, 0xdb]];
    const DARK_PAGES: [[u8; 3]; 3] =
        [[0x13, 0x17, 0x19], [0x16, 0x19, 0x23], [0x18, 0x20, 0x28]];

    /// Linear colour as an eye without one kind of cone receives it
    /// (Viénot, Brettel & Mollon 1999, and Machado, Oliveira & Fernandes 2009 at severity 1).
    fn without_a_cone(color: [u8; 3], matrix: [[f64; 3]; 3]) -> [f64; 3] {
        let color = linear(color);
        matrix.map(|row| {
            row.iter().zip(color).map(|(weight, part)| weight * part).sum()
        })
    }

    const PROTANOPIA: [[f64; 3]; 3] = [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ];
    const DEUTERANOPIA: [[f64; 3]; 3] = [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ];

    #[test]
    fn every_ink_can_be_read_as_text_on_every_theme() {
        for ink in Ink::ALL {
            for page in LIGHT_PAGES {
                assert!(
                    contrast(ink.light(), page) >= 4.5,
                    "{ink:?} on {page:?}"
                );
            }
            for page in DARK_PAGES {
                assert!(
                    contrast(ink.dark(), page) >= 4.5,
                    "{ink:?} on {page:?}"
                );
            }
        }
    }

    #[test]
    fn the_two_parts_stay_apart_for_eyes_without_red_or_green_cones() {
        for color in [Ink::light as fn(Ink) -> [u8; 3], Ink::dark] {
            for matrix in [PROTANOPIA, DEUTERANOPIA] {
                let first = without_a_cone(color(Ink::First), matrix);
                let second = without_a_cone(color(Ink::Second), matrix);
                let distance: f64 = first
                    .iter()
                    .zip(second)
                    .map(|(one, other)| (one - other) * (one - other))
                    .sum();
                assert!(distance.sqrt() > 0.25, "{first:?} {second:?}");
            }
        }
    }

    #[test]
    fn a_pen_survives_its_way_through_plotters() {
        let pen = Pen::new(Ink::Accent).dash(Dash::Dashed).opacity(0.25);
        for pen in [pen, Pen::new(Ink::Second).fill(0.5)] {
            assert_eq!(Pen::read(pen.to_backend_color()), Some(pen));
        }
    }

    #[test]
    fn every_ink_has_a_colour_in_both_themes() {
        for ink in Ink::ALL {
            let declared =
                |theme| declarations(theme).matches(ink.property()).count();
            assert_eq!([Theme::Light, Theme::Dark].map(declared), [1, 1]);
        }
    }
}
