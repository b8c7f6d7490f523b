//! How wide a line of text is, by a table.
//!
//! The widths are those of the book's fonts, STIX Two Text and, for what that lacks, STIX Two
//! Math (fontsource 5, SIL Open Font License), in thousandths of the font's size. With them the
//! layout of a picture is the same on every machine, whatever fonts it has.

/// The widths of the characters from space to tilde.
const ASCII: [u16; 95] = [
    235, 283, 334, 573, 495, 692, 736, 187, 343, 343, 410, 720, 245, 315, 245,
    387, 495, 495, 495, 495, 495, 495, 495, 495, 495, 495, 245, 245, 701, 720,
    701, 411, 905, 718, 618, 670, 730, 626, 588, 720, 777, 357, 396, 702, 585,
    895, 742, 737, 569, 737, 659, 504, 603, 752, 680, 944, 664, 647, 594, 347,
    385, 347, 480, 512, 222, 480, 522, 446, 539, 464, 307, 484, 577, 285, 263,
    542, 283, 852, 576, 514, 537, 521, 380, 395, 315, 570, 481, 749, 479, 483,
    458, 312, 267, 312, 557,
];

/// The widths of α to ω.
const GREEK: [u16; 25] = [
    561, 530, 466, 479, 381, 386, 510, 514, 259, 495, 506, 552, 453, 390, 475,
    591, 515, 377, 545, 392, 491, 603, 462, 620, 660,
];

/// The widths of the mathematical italic letters 𝐴 to 𝑧; ℎ stands elsewhere in Unicode.
const ITALIC: [u16; 52] = [
    681, 593, 656, 702, 614, 583, 697, 757, 343, 398, 655, 569, 869, 714, 707,
    569, 707, 620, 534, 610, 731, 640, 913, 637, 607, 606, 555, 518, 414, 556,
    424, 577, 503, 577, 274, 431, 533, 278, 830, 565, 486, 598, 517, 412, 386,
    338, 565, 504, 727, 559, 510, 493,
];

/// The widths of the mathematical italic letters 𝛼 to 𝜔.
const ITALIC_GREEK: [u16; 25] = [
    585, 550, 500, 519, 394, 478, 509, 514, 249, 510, 525, 588, 496, 490, 466,
    634, 547, 403, 570, 464, 506, 607, 641, 632, 660,
];

/// The alphabets whose letters follow one another in Unicode: first letter, its plain form, widths.
const ALPHABETS: [(char, char, &[u16]); 4] = [
    (' ', ' ', &ASCII),
    ('α', 'α', &GREEK),
    ('𝐴', 'A', &ITALIC),
    ('𝛼', 'α', &ITALIC_GREEK),
];

/// The widths of everything else that the figures write.
const OTHERS: [(char, u16); 33] = [
    ('⁰', 412),
    ('¹', 343),
    ('²', 373),
    ('³', 374),
    ('⁴', 403),
    ('⁵', 358),
    ('⁶', 390),
    ('⁷', 364),
    ('⁸', 374),
    ('⁹', 390),
    ('⁻', 536),
    ('₀', 412),
    ('₁', 333),
    ('₂', 373),
    ('₃', 374),
    ('−', 720),
    ('×', 655),
    ('·', 282),
    ('–', 500),
    ('—', 1000),
    ('…', 887),
    ('≤', 720),
    ('≥', 720),
    ('≈', 720),
    ('≠', 720),
    ('±', 720),
    ('∞', 953),
    ('∫', 684),
    ('→', 948),
    ('°', 405),
    ('’', 245),
    ('½', 889),
    ('\u{a0}', 235),
];

/// What a character that no table has is taken to be: as wide as a wide letter.
const UNKNOWN: u16 = 1000;

/// How much wider than usual bold letters are, at most.
pub(crate) const BOLD: f64 = 1.15;

/// How high a line's letters reach above their baseline, in font sizes.
pub(crate) const ASCENT: f64 = 0.72;

/// How deep a line's letters reach below their baseline, in font sizes.
pub(crate) const DESCENT: f64 = 0.22;

/// The width of a line of text, in the unit of `size`.
///
/// ```
/// assert!(figure::text_width("grade", 12.0, false) < figure::text_width("grades", 12.0, false));
/// ```
#[must_use]
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(character(c))).sum();
    let weight = if bold { BOLD } else { 1.0 };
    f64::from(thousandths) / 1000.0 * size * weight
}

/// A text in lines that are no wider than `room`, in letters of a size; a longer word has a line alone.
///
/// ```
/// assert_eq!(figure::wrapped("one bell fails", 60.0, 12.0), ["one bell", "fails"]);
/// ```
#[must_use]
pub fn wrapped(text: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if text_width(&longer, size, false) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

fn character(c: char) -> u16 {
    ALPHABETS
        .iter()
        .find_map(|&(first, _, widths)| widths.get(place(c, first)?))
        .copied()
        .or_else(|| {
            OTHERS
                .iter()
                .find(|(other, _)| *other == c)
                .map(|&(_, width)| width)
        })
        .unwrap_or(UNKNOWN)
}

/// How many places after `first` a character stands in Unicode.
fn place(c: char, first: char) -> Option<usize> {
    u32::from(c).checked_sub(u32::from(first)).map(|places| places as usize)
}

/// A label as it is read out: a screen reader spells `𝜇` as "mathematical italic small mu".
pub(crate) fn plain(label: &str) -> String {
    label
        .chars()
        .map(|c| {
            let letter =
                ALPHABETS.iter().find_map(|&(first, plain, widths)| {
                    let place = place(c, first)
                        .filter(|&place| place < widths.len())?;
                    // The capitals and the small letters of 𝐴 to 𝑧 follow one another; ASCII has six
                    // characters between them.
                    let gap =
                        if first == '𝐴' && place >= 26 { 6 } else { 0 };
                    char::from_u32(u32::from(plain) + (place + gap) as u32)
                });
            letter.unwrap_or(c)
        })
        .collect()
}

/// A number with a fixed count of decimals and a true minus sign.
///
/// ```
/// assert_eq!(figure::number(-0.25, 1), "\u{2212}0.2");
/// assert_eq!(figure::number(-0.0, 1), "0.0");
/// ```
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.chars().all(|c| matches!(c, '0' | '.')) => {
            digits.to_owned()
        }
        Some(digits) => format!("\u{2212}{digits}"),
        None => text,
    }
}

/// A number with about three digits that count: `0.443`, `12.5`, `2.1×10⁻⁷`.
pub(crate) fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if !value.is_finite() {
        return value.to_string();
    }
    let exponent = libm::floor(libm::log10(value.abs())) as i32;
    if !(-4..6).contains(&exponent) {
        return scientific(value, 2);
    }
    let text = number(value, (2 - exponent).max(0) as usize);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A number as a product with a power of ten.
pub(crate) fn scientific(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = if mantissa.contains('.') {
        mantissa.trim_end_matches('0').trim_end_matches('.')
    } else {
        mantissa
    };
    let exponent: String = exponent
        .chars()
        .map(|c| match c {
            '-' => '⁻',
            digit => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']
                [digit.to_digit(10).unwrap_or(0) as usize],
        })
        .collect();
    format!("{}×10{exponent}", mantissa.replace('-', "\u{2212}"))
}

/// The same HTML or SVG on one line, so that Markdown reads it as one block.
#[must_use]
pub fn on_one_line(html: &str) -> String {
    let mut lines = html.lines().map(str::trim);
    let mut line = lines.next().unwrap_or_default().to_owned();
    for next in lines {
        line.push(' ');
        line.push_str(next);
    }
    line
}

/// Text as XML and HTML read it as it is meant: the content of an element, or the value of a quoted
/// attribute.
///
/// # Examples
///
/// ```
/// assert_eq!(figure::escaped("1 < \"2\" & 3"), "1 &lt; &quot;2&quot; &amp; 3");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_wide_as_its_letters() {
        assert_eq!(text_width("μ₁", 10.0, false), (552.0 + 333.0) / 100.0);
        assert!(
            text_width("grade", 10.0, true) > text_width("grade", 10.0, false)
        );
    }

    #[test]
    fn italic_letters_are_read_out_as_plain_ones() {
        assert_eq!(plain("𝑝₁ + 𝐷·𝜎² at 𝑧"), "p₁ + D·σ² at z");
    }

    #[test]
    fn short_numbers_keep_three_digits() {
        let examples =
            [0.0, 1.0, 0.664_903, -12.345, 2010.0, 113_804.0, 2.13e-7, 1e300];
        assert_eq!(
            examples.map(short),
            [
                "0",
                "1",
                "0.665",
                "−12.3",
                "2010",
                "113804",
                "2.13×10⁻⁷",
                "1×10³⁰⁰"
            ]
        );
    }
}
