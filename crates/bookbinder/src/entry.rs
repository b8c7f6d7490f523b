//! What the entries of the glossary and of the references have in common: each is a directive above
//! its definition, `{{#define mode}}` and below it `: A place where …`, and they are in the order
//! of the alphabet.

use crate::{page::Page, refusal::Refusal};

/// The page of the terms.
pub(crate) const GLOSSARY: &str = "glossary.md";
/// The page of the cited works.
pub(crate) const REFERENCES: &str = "references.md";
/// The page of the symbols.
pub(crate) const NOTATION: &str = "notation.md";

/// Whether a page is read from its beginning to its end, and not looked up.
pub(crate) fn is_read_through(page: &Page) -> bool {
    ![GLOSSARY, REFERENCES, NOTATION].contains(&page.path.as_str())
}

/// The `id` that mdBook gives to an entry of this name.
pub(crate) fn id(name: &str) -> String {
    let kept = |c: char| match c {
        c if c.is_whitespace() => Some('-'),
        c => (c.is_alphanumeric() || c == '-' || c == '_').then_some(c),
    };
    name.trim().to_lowercase().chars().filter_map(kept).collect()
}

/// Refuses an entry that is not on its page, or not alone on a line above its definition.
pub(crate) fn check_place(
    page: &Page,
    offset: usize,
    home: &str,
) -> Result<(), String> {
    if page.path != home {
        return Err(format!("an entry like this one belongs into {home}"));
    }
    let (above, from) = page.source.split_at(offset);
    let begins_line = above.is_empty() || above.ends_with('\n');
    let (_, after) = from.split_once("}}").unwrap_or_default();
    let (line, below) = after.split_once('\n').unwrap_or_default();
    let is_alone = begins_line && line.trim().is_empty();
    if is_alone && below.trim_start().starts_with(": ") {
        Ok(())
    } else {
        Err("an entry stands on a line of its own, above a line that begins with `: `".to_owned())
    }
}

/// Refuses entries, each a name and where it begins, that are not in the order of the alphabet.
pub(crate) fn check_order<'a>(
    page: &Page,
    entries: impl Iterator<Item = (&'a str, usize)>,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut last: Option<&str> = None;
    for (name, offset) in entries {
        match last {
            Some(last) if name.to_lowercase() < last.to_lowercase() => {
                let message =
                    format!("`{name}` comes before `{last}` in the alphabet");
                refusals.push(page.refuse(offset, message));
            }
            _ => last = Some(name),
        }
    }
    refusals
}
