//! LaTeX to MathML, at build time: no script and no network in the reader's browser.

use std::{error, fmt, thread};

use math_core::{LatexToMathML, MathDisplay};

use crate::html::escape_for_markdown;

/// How many bytes a formula may have: as deep as so many can nest, there is room for.
const MOST: usize = 1000;

/// How many fit on any stack.
const FEW: usize = 80;

/// A stack for the longest formula.
const ROOM: usize = 64 << 20;

/// Typesets formulas.
#[derive(Debug, Default)]
pub struct Typesetter {
    converter: LatexToMathML,
}

/// A formula that is not LaTeX as we know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFormula {
    latex: String,
    reason: String,
}

impl fmt::Display for BadFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot typeset `{}`: {}", self.latex, self.reason)
    }
}

impl error::Error for BadFormula {}

impl Typesetter {
    /// A typesetter that knows LaTeX and no macros beside.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A formula in a line of text, as a `<math>` element that Markdown leaves as it is.
    ///
    /// # Errors
    ///
    /// [`BadFormula`] if `latex` cannot be read.
    pub fn inline(&self, latex: &str) -> Result<String, BadFormula> {
        self.convert(latex, MathDisplay::Inline)
    }

    /// A formula on a line of its own, as an HTML block of one line.
    ///
    /// A wide formula scrolls sideways on a narrow screen, also by keyboard: hence the
    /// `tabindex`.
    ///
    /// # Errors
    ///
    /// [`BadFormula`] if `latex` cannot be read.
    pub fn display(&self, latex: &str) -> Result<String, BadFormula> {
        let math = self.convert(latex, MathDisplay::Block)?;
        Ok(format!(
            r#"<div class="equation" tabindex="0" role="group" aria-label="equation">{math}</div>"#
        ))
    }

    fn convert(
        &self,
        latex: &str,
        display: MathDisplay,
    ) -> Result<String, BadFormula> {
        let latex = latex.split_whitespace().collect::<Vec<_>>().join(" ");
        let bad = |reason: &str| BadFormula {
            latex: latex.clone(),
            reason: reason.to_owned(),
        };
        if latex.len() > MOST {
            return Err(BadFormula {
                latex: latex.chars().take(20).chain(['…']).collect(),
                reason: format!("it has {} bytes of {MOST}", latex.len()),
            });
        }
        let convert =
            || self.converter.convert_with_local_state(&latex, display);
        let converted = if latex.len() > FEW {
            with_room(convert).ok_or_else(|| bad("it nests too deep"))?
        } else {
            convert()
        };
        let converted = converted.map_err(|error| {
            bad(error.error_message().trim_end_matches('.'))
        })?;
        if converted.warnings.has_any() {
            return Err(bad("it refers to a formula that has no such label"));
        }
        let mathml = lower_primes(converted.mathml);
        let mathml = lift_indices(draw_braces(mathml));
        let mathml = escape_text(&mathml);
        // The source of the formula: what is copied, and what a screen reader falls back to.
        let source = escape_for_markdown(&latex);
        Ok(mathml.replacen("<math", &format!("<math alttext=\"{source}\""), 1))
    }
}

/// What `work` gives on a large stack; none if there is no such stack to be had.
fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let room = thread::Builder::new().stack_size(ROOM);
        room.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

/// Replaces what Markdown could take for its own in the text between the tags.
fn escape_text(mathml: &str) -> String {
    let mut escaped = String::with_capacity(mathml.len());
    for piece in mathml.split_inclusive('>') {
        let (text, tag) =
            piece.split_at(piece.find('<').unwrap_or(piece.len()));
        // Text may hold entities already, and their `&`, `#` and `;` stay.
        for c in text.chars() {
            match c {
                '*' | '_' | '`' | '\'' | '"' | '\\' | '[' | ']' | '~' | '|'
                | '$' | '!' | '^' | '{' | '}' => {
                    escaped.push_str(&escape_for_markdown(
                        c.encode_utf8(&mut [0; 4]),
                    ));
                }
                c => escaped.push(c),
            }
        }
        escaped.push_str(tag);
    }
    escaped
}

/// Takes primes out of superscripts: their glyphs are raised already.
///
/// A prime that shares its superscript with something else stays there.
fn lower_primes(mut mathml: String) -> String {
    for (script, lowered) in [("msup", None), ("msubsup", Some("msub"))] {
        let (opening, closing) =
            (format!("<{script}>"), format!("</{script}>"));
        for prime in ["′", "″", "‴", "⁗"] {
            let raised = format!("<mo>{prime}</mo>{closing}");
            while let Some(at) = mathml.find(&raised) {
                let Some(start) = matching(&mathml[..at], &opening, &closing)
                else {
                    break;
                };
                let inside = &mathml[start + opening.len()..at];
                let base = match lowered {
                    Some(tag) => format!("<{tag}>{inside}</{tag}>"),
                    None => inside.to_owned(),
                };
                let prime =
                    format!(r#"<mo lspace="0" rspace="0">{prime}</mo>"#);
                let row = format!("<mrow>{base}{prime}</mrow>");
                mathml.replace_range(start..at + raised.len(), &row);
            }
        }
    }
    mathml
}

/// Draws the braces under groups as borders, by a class for the styles: Chromium paints a stretched
/// brace in part only.
fn draw_braces(mut mathml: String) -> String {
    const BRACE: &str = "<mo>⏟</mo></munder>";
    const OPENING: &str = r#"<munder accentunder="true">"#;
    while let Some(at) = mathml.find(BRACE) {
        let start = matching(&mathml[..at], "<munder", "</munder>");
        let Some(start) =
            start.filter(|&start| mathml[start..].starts_with(OPENING))
        else {
            break;
        };
        let group = mathml[start + OPENING.len()..at].to_owned();
        let drawn = format!(r#"<mrow class="braced">{group}</mrow>"#);
        mathml.replace_range(start..at + BRACE.len(), &drawn);
    }
    mathml
}

/// Takes the letters that reach below the line as high as the others where they have an index, which
/// Chromium would set lower.
fn lift_indices(mathml: String) -> String {
    ["p", "μ"].into_iter().fold(mathml, |mathml, letter| {
        let letter = format!("<mi>{letter}</mi>");
        let lifted = format!(r#"<mpadded depth="0">{letter}</mpadded>"#);
        ["msub", "msubsup"].into_iter().fold(mathml, |mathml, script| {
            let from = format!("<{script}>{letter}");
            mathml.replace(&from, &format!("<{script}>{lifted}"))
        })
    })
}

/// Where the last `opening` stands in `before` that no `closing` closes.
fn matching(before: &str, opening: &str, closing: &str) -> Option<usize> {
    let mut end = before.len();
    let mut closed = 0;
    loop {
        let opened_at = before[..end].rfind(opening)?;
        match before[..end].rfind(closing) {
            Some(closed_at) if closed_at > opened_at => {
                closed += 1;
                end = closed_at;
            }
            _ if closed == 0 => return Some(opened_at),
            _ => {
                closed -= 1;
                end = opened_at;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use pulldown_cmark::{Event, Options, Parser, html::push_html};

    use super::*;

    fn inline(latex: &str) -> String {
        Typesetter::new().inline(latex).unwrap()
    }

    #[test]
    fn a_formula_becomes_mathml_that_remembers_its_latex() {
        assert_snapshot!(inline(r"p_1(x)"), @r#"<math alttext="p&#95;1&#40;x&#41;"><msub><mpadded depth="0"><mi>p</mi></mpadded><mn>1</mn></msub><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></math>"#);
    }

    #[test]
    fn a_formula_on_its_own_line_becomes_one_line_of_html() {
        let html = Typesetter::new().display("\na = b\n\\\\ c\n").unwrap();
        assert_snapshot!(html, @r#"<div class="equation" tabindex="0" role="group" aria-label="equation"><math alttext="a &#61; b &#92;&#92; c" display="block"><mi>a</mi><mo>=</mo><mi>b</mi><mrow></mrow><mi>c</mi></math></div>"#);
    }

    #[test]
    fn primes_stand_beside_their_letter_and_not_above_it() {
        assert_snapshot!(lowered("f'"), @r#"<mrow><mi>f</mi><mo lspace="0" rspace="0">′</mo></mrow></math>"#);
        assert_snapshot!(lowered("f_1''"), @r#"<mrow><msub><mi>f</mi><mn>1</mn></msub><mo lspace="0" rspace="0">″</mo></mrow></math>"#);
        assert_snapshot!(lowered("{f'}'"), @r#"<mrow><mrow><mi>f</mi><mo lspace="0" rspace="0">′</mo></mrow><mo lspace="0" rspace="0">′</mo></mrow></math>"#);
        assert_snapshot!(lowered("x^2 f'"), @r#"<msup><mi>x</mi><mn>2</mn></msup><mrow><mi>f</mi><mo lspace="0" rspace="0">′</mo></mrow></math>"#);
    }

    #[test]
    fn a_brace_under_a_group_is_a_border_whatever_stands_in_the_group() {
        assert_snapshot!(lowered(r"\underbrace{\underset{d}{x} + y}_{z}"), @r#"<munder><mrow class="braced"><mrow><munder><mi>x</mi><mi>d</mi></munder><mo>+</mo><mi>y</mi></mrow></mrow><mi>z</mi></munder></math>"#);
    }

    #[test]
    fn an_index_of_a_letter_that_reaches_low_stands_as_high_as_others() {
        assert_snapshot!(lowered("p_1 + \\pi_1"), @r#"<msub><mpadded depth="0"><mi>p</mi></mpadded><mn>1</mn></msub><mo>+</mo><msub><mi>π</mi><mn>1</mn></msub></math>"#);
    }

    fn lowered(latex: &str) -> String {
        let mathml = inline(latex);
        mathml[mathml.find('>').unwrap() + 1..].to_owned()
    }

    #[test]
    fn markdown_leaves_a_formula_as_it_is() {
        for latex in [
            r"a * b * c",
            r"f'(x) = \text{a~b `c`}",
            r"\{x \mid x > 0\}",
            "x_1 y_1",
            "[a](b)",
        ] {
            let formula = inline(latex);
            let text = format!("so {formula} it *is*");
            let mut html = String::new();
            push_html(&mut html, Parser::new_ext(&text, Options::all()));
            let events = Parser::new_ext(&text, Options::all());
            let emphases =
                events.filter(|event| matches!(event, Event::Start(_))).count();
            assert_eq!(
                emphases, 2,
                "a paragraph and *is*, nothing within {latex}: {html}"
            );
        }
    }

    #[test]
    fn a_formula_nests_as_deep_as_it_may_be_long_and_a_longer_one_is_refused() {
        let typesetter = Typesetter::new();
        let nested = |open: &str, close: &str, length: usize| {
            let depth = (length - 1) / (open.len() + close.len());
            format!("{}x{}", open.repeat(depth), close.repeat(depth))
        };
        for (open, close) in [
            ("{", "}"),
            ("\\sqrt ", ""),
            ("\\left(", "\\right)"),
            ("\\frac1", ""),
            ("x^{", "}"),
            ("\\text{", "}"),
        ] {
            for length in [FEW, MOST] {
                // Whether it can be read is its own affair.
                let _ = typesetter.inline(&nested(open, close, length));
            }
            let error = typesetter.inline(&nested(open, close, 20 * MOST));
            let told = error.unwrap_err().to_string();
            assert!(told.ends_with(" bytes of 1000"), "{told}");
            assert!(told.len() < 100, "{told}");
        }
    }

    #[test]
    fn a_formula_that_is_not_latex_is_refused_with_the_formula() {
        assert_eq!(
            Typesetter::new().inline(r"\frac{1}").unwrap_err().to_string(),
            r"cannot typeset `\frac{1}`: Expected argument but reached end of input"
        );
        assert_eq!(
            Typesetter::new().inline(r"\eqref{a}").unwrap_err().to_string(),
            r"cannot typeset `\eqref{a}`: it refers to a formula that has no such label"
        );
    }
}
