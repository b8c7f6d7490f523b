//! Replaces the directives and formulas of a page: the engine, which stands above the directives.

use std::ops::Range;

use crate::{
    block,
    context::{Context, Fault},
    directives,
    page::{Kind, Page, Piece, calls_in},
};

/// A page's Markdown in a range of bytes, with its directives and formulas replaced.
///
/// # Errors
///
/// Every piece that cannot be replaced.
pub(crate) fn bind(
    context: &Context<'_>,
    page: &Page,
    range: Range<usize>,
) -> Result<String, Vec<Fault>> {
    let mut bound = String::with_capacity(2 * range.len());
    let mut faults = Vec::new();
    let mut from = range.start;
    let within = |piece: &&Piece| {
        range.start <= piece.range.start && piece.range.end <= range.end
    };
    for piece in page.pieces.iter().filter(within) {
        bound.push_str(&page.source[from..piece.range.start]);
        from = piece.range.end;
        match expand(context, page, piece) {
            Ok(expanded) => {
                let rest = &page.source[from..range.end];
                let mark = punctuation_after(piece, rest);
                from += mark.len();
                if mark.is_empty() {
                    bound.push_str(&expanded);
                } else {
                    // A browser may break a line after a formula, whatever comes next.
                    let parts = [
                        r#"<span class="no-break">"#,
                        &expanded,
                        mark,
                        "</span>",
                    ];
                    bound.extend(parts);
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    bound.push_str(&page.source[from..range.end]);
    if faults.is_empty() { Ok(bound) } else { Err(faults) }
}

/// What is to stand in the place of a piece.
fn expand(
    context: &Context<'_>,
    page: &Page,
    piece: &Piece,
) -> Result<String, Fault> {
    let here = |message: String| (piece.range.start, message);
    let (expanded, is_block, what) = match &piece.kind {
        Kind::Stray(why) => return Err(here((*why).to_owned())),
        Kind::Directive(call) => {
            let expanded =
                directives::expand(context, page, piece.range.start, call);
            let (expanded, is_block) =
                expanded.map_err(|error| here(error.to_string()))?;
            (expanded, is_block, format!("{{{{#{}}}}}", call.name))
        }
        Kind::Formula { latex, display } => {
            let latex = fill(context, page, piece, latex)?;
            let math = if *display {
                context.typesetter.display(&latex)
            } else {
                context.typesetter.inline(&latex)
            };
            let math = math.map_err(|error| here(error.to_string()))?;
            (math, *display, "a formula between `$$`".to_owned())
        }
    };
    if !is_block {
        return Ok(expanded);
    }
    block::place(&page.source, &piece.range, &expanded)
        .ok_or_else(|| here(format!("{what} must stand on lines of its own")))
}

/// A formula with its facts filled in.
fn fill(
    context: &Context<'_>,
    page: &Page,
    piece: &Piece,
    latex: &str,
) -> Result<String, Fault> {
    let mut filled = String::new();
    let mut from = 0;
    // In a list or a quotation the source has more characters than the formula.
    let written = calls_in(&page.source[piece.range.clone()]);
    for ((range, call), (at, _)) in calls_in(latex).zip(written) {
        let fact =
            directives::expand_in_formula(context, &call).map_err(|error| {
                (piece.range.start + at.start, error.to_string())
            })?;
        filled.push_str(&latex[from..range.start]);
        filled.push_str(&fact);
        from = range.end;
    }
    filled.push_str(&latex[from..]);
    Ok(filled)
}

/// The mark that stands right behind a formula within a line.
fn punctuation_after<'a>(piece: &Piece, rest: &'a str) -> &'a str {
    let Kind::Formula { display: false, .. } = piece.kind else { return "" };
    let end = rest.find(|c| !".,;:?!)".contains(c)).unwrap_or(rest.len());
    &rest[..end]
}
