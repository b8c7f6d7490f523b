use std::ops::Range;

use anyhow::Context as _;
use syn::{Expr, Item, spanned::Spanned as _};

use super::request::Request;

/// The registry with the chapter in it.
pub(super) fn register(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    let (place, mut chapters) = array(text, "CHAPTERS")?;
    chapters.push(format!("&{}::CHAPTER", request.name()));
    let (before, after) = (&text[..place.start], &text[place.end..]);
    Ok(format!("{before}[{}]{after}", chapters.join(", ")))
}

/// Where the array of a constant stands, and its elements as they are written.
fn array(
    text: &str,
    name: &str,
) -> anyhow::Result<(Range<usize>, Vec<String>)> {
    let file = syn::parse_file(text)?;
    let array = file.items.iter().find_map(|item| match item {
        Item::Const(constant) if constant.ident == name => {
            match &*constant.expr {
                Expr::Reference(reference) => match &*reference.expr {
                    Expr::Array(array) => Some(array),
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    });
    let array = array.with_context(|| {
        format!("it has no constant {name} that is a slice")
    })?;
    let written = |element: &Expr| text[element.span().byte_range()].to_owned();
    Ok((array.span().byte_range(), array.elems.iter().map(written).collect()))
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
        let registered = register(&registry(before), &Request::example());
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
            "[&ch01::CHAPTER, &ch02::CHAPTER, &ch03::CHAPTER]",
        );
    }

    #[test]
    fn a_registry_of_another_shape_is_refused() {
        let text = "pub const CHAPTERS: u8 = 1;";
        let error = register(text, &Request::example()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "it has no constant CHAPTERS that is a slice"
        );
    }
}
