use anyhow::Context as _;
use syn::{Expr, ExprArray, Item, spanned::Spanned as _};

use super::request::Request;

/// The registry with the chapter in it.
pub(super) fn chapters(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    append(text, "CHAPTERS", &format!("&{}::CHAPTER", request.name()))
}

/// The table of contents of the live figures with the chapter's in it.
pub(super) fn live_figures(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    let name = request.name();
    let figures = format!(
        "#[cfg(feature = \"{name}\")]\n(\"{name}\", {name}::CHAPTER.figures)"
    );
    append(text, "FIGURES", &figures)
}

/// A text with one more element in the array of a constant.
fn append(text: &str, name: &str, element: &str) -> anyhow::Result<String> {
    let array = array(text, name)?;
    let place = array.span().byte_range().end - 1;
    let comma = if array.elems.empty_or_trailing() { "" } else { ", " };
    let (before, after) = text.split_at(place);
    Ok(format!("{before}{comma}{element}{after}"))
}

/// The array of a constant that is a slice.
fn array(text: &str, name: &str) -> anyhow::Result<ExprArray> {
    let file = syn::parse_file(text)?;
    let array = file.items.into_iter().find_map(|item| match item {
        Item::Const(constant) if constant.ident == name => {
            match *constant.expr {
                Expr::Reference(reference) => match *reference.expr {
                    Expr::Array(array) => Some(array),
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    });
    array.with_context(|| format!("it has no constant {name} that is a slice"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry(chapters: &str) -> String {
        format!(
            "//! The σ chapters.\n\n/// Every one.\npub const CHAPTERS: &[&Chapter] = &{chapters};\n"
        )
    }

    #[track_caller]
    fn assert_registers(before: &str, after: &str) {
        let registered = chapters(&registry(before), &Request::example());
        assert_eq!(registered.unwrap(), registry(after));
    }

    #[test]
    fn a_chapter_is_entered() {
        assert_registers(
            "[&ch01::CHAPTER, &ch02::CHAPTER]",
            "[&ch01::CHAPTER, &ch02::CHAPTER, &ch03::CHAPTER]",
        );
    }

    #[test]
    fn a_list_of_many_lines_is_read_too() {
        assert_registers(
            "[\n    &ch01::CHAPTER,\n    &ch02::CHAPTER,\n]",
            "[\n    &ch01::CHAPTER,\n    &ch02::CHAPTER,\n&ch03::CHAPTER]",
        );
    }

    #[test]
    fn its_figures_are_compiled_with_the_feature_of_its_name() {
        let text = "pub const FIGURES: &[F] = &[\n    // All.\n    #[cfg(feature = \"ch02\")]\n    \
                    (\"ch02\", ch02::CHAPTER.figures),\n];\n";
        let entered = text.replace(
            "];",
            "#[cfg(feature = \"ch03\")]\n(\"ch03\", ch03::CHAPTER.figures)];",
        );
        assert_eq!(live_figures(text, &Request::example()).unwrap(), entered);
    }

    #[test]
    fn a_registry_of_another_shape_is_refused() {
        let text = "pub const CHAPTERS: u8 = 1;";
        let error = chapters(text, &Request::example()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "it has no constant CHAPTERS that is a slice"
        );
    }
}
