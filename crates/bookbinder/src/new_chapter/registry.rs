use std::ops::Range;

use anyhow::Context as _;
use syn::{Expr, Item, spanned::Spanned as _};

use super::request::Request;

/// The registry with the chapter in it, and off the list of those not yet written.
pub(super) fn register(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    let entry = format!("&{}::CHAPTER", request.name());
    let excuse = format!("Home::Chapter({})", request.number);
    let text = change(text, "CHAPTERS", |entries| entries.push(entry))?;
    change(&text, "NOT_YET_WRITTEN", |homes| {
        homes.retain(|home| *home != excuse);
    })
}

/// The source with the elements of one constant array changed.
fn change(
    text: &str,
    name: &str,
    edit: impl FnOnce(&mut Vec<String>),
) -> anyhow::Result<String> {
    let (place, mut elements) = array(text, name)?;
    edit(&mut elements);
    let (before, after) = (&text[..place.start], &text[place.end..]);
    Ok(format!("{before}[{}]{after}", elements.join(", ")))
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

    fn registry(chapters: &str, homes: &str) -> String {
        format!(
            "//! The σ chapters.\n\n/// Every one.\npub const CHAPTERS: &[&Chapter] = &{chapters};\n\n\
             pub const NOT_YET_WRITTEN: &[Home] = &{homes};\n"
        )
    }

    #[track_caller]
    fn assert_registers(number: u8, before: (&str, &str), after: (&str, &str)) {
        let request = Request {
            number,
            slug: "joint".to_owned(),
            title: "The joint".to_owned(),
        };
        assert_eq!(
            register(&registry(before.0, before.1), &request).unwrap(),
            registry(after.0, after.1)
        );
    }

    #[test]
    fn a_chapter_is_entered_and_struck_off() {
        assert_registers(
            2,
            ("[&ch01::CHAPTER]", "[Home::Chapter(2), Home::Outro]"),
            ("[&ch01::CHAPTER, &ch02::CHAPTER]", "[Home::Outro]"),
        );
    }

    #[test]
    fn a_list_of_many_lines_is_read_too() {
        assert_registers(
            3,
            (
                "[\n    &ch01::CHAPTER,\n    &ch02::CHAPTER,\n]",
                "[\n    Home::Chapter(3),\n    Home::Outro,\n]",
            ),
            (
                "[&ch01::CHAPTER, &ch02::CHAPTER, &ch03::CHAPTER]",
                "[Home::Outro]",
            ),
        );
    }

    #[test]
    fn a_chapter_that_nobody_expected_is_entered() {
        let homes = "[Home::Outro]";
        assert_registers(
            2,
            ("[&ch01::CHAPTER]", homes),
            ("[&ch01::CHAPTER, &ch02::CHAPTER]", homes),
        );
    }

    #[test]
    fn a_registry_of_another_shape_is_refused() {
        let request = Request {
            number: 2,
            slug: "joint".to_owned(),
            title: "The joint".to_owned(),
        };
        let error =
            register("pub const CHAPTERS: u8 = 1;", &request).unwrap_err();
        assert_eq!(
            error.to_string(),
            "it has no constant CHAPTERS that is a slice"
        );
    }
}
