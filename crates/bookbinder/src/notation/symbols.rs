//! The symbols of a formula in LaTeX.

use std::ops::Range;

/// Something in a formula that has a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// As LaTeX writes it: `x`, `\mu`, `\mathcal{N}`, `\exp`.
    pub(super) name: String,
    /// The byte of the formula at which it begins.
    pub(super) offset: usize,
    pub(super) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A letter on the line or above it: it has to be in the notation.
    Letter,
    /// A letter in an index, which counts what the letter that bears it counts.
    Index,
    /// A function, an operation or a relation with a name.
    Operator,
}

/// The letters that have a command of their own.
const LETTERS: &str = "alpha beta gamma delta epsilon varepsilon zeta eta theta \
    vartheta iota kappa varkappa lambda mu nu xi omicron pi varpi rho varrho sigma \
    varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi \
    Sigma Upsilon Phi Psi Omega ell";

/// Commands that make another letter of a letter.
const FONTS: &str =
    "bm boldsymbol mathbb mathbf mathcal mathfrak mathit mathscr mathsf";

/// Commands whose argument is a name.
const NAMES: &str = "mathrm operatorname text textbf textit textrm";

/// Commands whose argument is for the typesetter.
const SETTINGS: &str = "begin color end eqref hspace label ref tag";

/// Commands that place or decorate what stands beside them, and mean nothing by themselves.
const LAYOUT: &str = "bar big bigg biggl biggr bigl bigr Big Bigg Biggl Biggr Bigl \
    Bigr cdots dfrac displaystyle dot dots frac hat ldots left limits middle \
    nolimits not overbrace overline phantom qquad quad right substack textstyle \
    tfrac tilde underbrace underline vec widehat widetilde";

/// The symbols of a formula, in the order in which they are written.
pub(super) fn of(latex: &str) -> Vec<Symbol> {
    let mut found = Vec::new();
    scan(latex, 0..latex.len(), Role::Letter, &mut found);
    found
}

/// Finds the symbols in a part of a formula; `letter` is what a letter there is.
fn scan(
    latex: &str,
    part: Range<usize>,
    letter: Role,
    found: &mut Vec<Symbol>,
) {
    let mut at = part.start;
    while let Some(c) = latex[at..part.end].chars().next() {
        let offset = at;
        at += c.len_utf8();
        match c {
            '\\' => at = command(latex, offset..part.end, letter, found),
            '_' => {
                let index = argument(latex, at..part.end);
                at = index.end;
                scan(latex, index, Role::Index, found);
            }
            c if c.is_alphabetic() => {
                found.push(Symbol { name: c.into(), offset, role: letter });
            }
            _ => {}
        }
    }
}

/// Reads the command at the start of a part of a formula, and returns where it ends.
fn command(
    latex: &str,
    part: Range<usize>,
    letter: Role,
    found: &mut Vec<Symbol>,
) -> usize {
    let offset = part.start;
    let rest = &latex[offset + 1..part.end];
    let name = &rest
        [..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
    if name.is_empty() {
        // A space, a brace, or the end of a line and the room below it: `\\[2pt]`.
        let length = match rest.strip_prefix(r"\[") {
            Some(room) => 3 + room.find(']').unwrap_or(room.len()),
            None => rest.chars().next().map_or(0, char::len_utf8),
        };
        return (offset + 1 + length).min(part.end);
    }
    let end = offset + 1 + name.len();
    let mut push = |name: String, role| {
        found.push(Symbol { name, offset, role });
    };
    if is_among(LETTERS, name) {
        push(format!(r"\{name}"), letter);
    } else if is_among(FONTS, name) {
        let inside = argument(latex, end..part.end);
        let letters = latex[inside.clone()].trim();
        push(format!(r"\{name}{{{letters}}}"), letter);
        return inside.end;
    } else if is_among(NAMES, name) {
        let inside = argument(latex, end..part.end);
        let word = &latex[inside.clone()];
        push(format!(r"\{name}{{{word}}}"), Role::Operator);
        return inside.end;
    } else if is_among(SETTINGS, name) {
        let inside = argument(latex, end..part.end);
        if &latex[inside.clone()] == "array" && name == "begin" {
            // Its columns: `\begin{array}{cc}`.
            let after = (inside.end + 1).min(part.end);
            return argument(latex, after..part.end).end;
        }
        return inside.end;
    } else if !is_among(LAYOUT, name) {
        push(format!(r"\{name}"), Role::Operator);
    }
    end
}

fn is_among(names: &str, name: &str) -> bool {
    names.split(' ').any(|known| known == name)
}

/// What a command or an index at the start of a part of a formula applies to: a group, without its
/// braces, or else one character or command.
fn argument(latex: &str, part: Range<usize>) -> Range<usize> {
    let text = &latex[part.clone()];
    let skipped = text.trim_start_matches([' ', '\n', '*']);
    let start = part.start + text.len() - skipped.len();
    if let Some(group) = skipped.strip_prefix('{') {
        let mut depth = 1;
        let closes = |c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        };
        let length = group.find(closes).unwrap_or(group.len());
        return start + 1..start + 1 + length;
    }
    let width = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    let length = match skipped.strip_prefix('\\') {
        Some(name) => {
            let rest =
                name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            1 + (name.len() - rest.len()).max(width(name))
        }
        None => width(skipped),
    };
    start..start + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(latex: &str, role: Role) -> Vec<String> {
        let symbols = of(latex).into_iter();
        symbols.filter(|s| s.role == role).map(|s| s.name).collect()
    }

    #[track_caller]
    fn assert_letters(latex: &str, letters: &[&str]) {
        assert_eq!(names(latex, Role::Letter), letters, "{latex}");
    }

    #[test]
    fn letters_are_latin_or_greek_and_each_is_one_symbol() {
        assert_letters(r"\frac{x-\mu}{\sigma}", &["x", r"\mu", r"\sigma"]);
        assert_letters(r"\int f(x)\,dx", &["f", "x", "d", "x"]);
        assert_letters("σ^2", &["σ"]);
    }

    #[test]
    fn an_index_is_no_letter_of_its_own_and_an_exponent_is() {
        assert_letters(r"\sum_{n=1}^{N} x_n", &["N", "x"]);
        assert_eq!(names(r"\sum_{n=1}^{N} x_n", Role::Index), ["n", "n"]);
        assert_letters(r"\mu_\alpha^{t}", &[r"\mu", "t"]);
        assert_letters(r"\sigma_{z_i}x", &[r"\sigma", "x"]);
    }

    #[test]
    fn decorations_and_layout_are_no_symbols() {
        assert_letters(
            r"\hat{\mu} \bar x \begin{aligned} &y' \\ &z \end{aligned} \left(a\right)",
            &[r"\mu", "x", "y", "z", "a"],
        );
        assert_eq!(
            names(r"\tfrac{1}{2}\,\bigl(x\bigr)", Role::Operator),
            [""; 0]
        );
    }

    #[test]
    fn what_is_for_the_typesetter_is_no_symbol() {
        assert_letters(r"x \\[2pt] y \hspace*{1em} z", &["x", "y", "z"]);
        assert_letters(r"\begin{array}{cc} x \end{array}", &["x"]);
    }

    #[test]
    fn a_letter_in_another_font_is_another_symbol() {
        assert_letters(
            r"\mathcal{N}(\boldsymbol{\mu}, N) \mathbb 1",
            &[r"\mathcal{N}", r"\boldsymbol{\mu}", "N", r"\mathbb{1}"],
        );
    }

    #[test]
    fn words_and_functions_are_operators() {
        let latex = r"\exp(x)\text{ if }\operatorname{Cat}(z) \log y";
        assert_letters(latex, &["x", "z", "y"]);
        assert_eq!(
            names(latex, Role::Operator),
            [r"\exp", r"\text{ if }", r"\operatorname{Cat}", r"\log"]
        );
    }

    #[test]
    fn an_unfinished_formula_is_read_to_its_end() {
        for latex in [
            "\\",
            "_",
            r"\\[",
            r"\begin{array}",
            r"\mathbb",
            r"\mathbb{",
            "x_{",
            r"x_\",
            "_σ",
            r"_\σ",
        ] {
            of(latex);
        }
    }
}
