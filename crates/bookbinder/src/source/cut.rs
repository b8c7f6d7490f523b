//! The text of an item, as the page shows it.

use std::{ops::Range, path::Path};

use super::{Cut, item::Item};

/// What stands over statements that only check arguments, and opens them.
const ELISION: &str = "// ⋯ checks";

/// What mdBook takes off a line that is folded away.
const FOLDED: &str = "# ";

/// Cuts the item out of its file. One line stands for the checks of its arguments that follow each
/// other; they are there, but folded away.
pub(super) fn cut(item: &Item, root: &Path) -> Cut {
    let source = item.file.source.as_str();
    let margin = indentation(source, item.range.start);
    let mut text = String::new();
    let mut first = None;
    let mut elides = false;
    for (start, line) in lines(source, &item.range) {
        if item.dropped.iter().any(|dropped| covers(dropped, start, line)) {
            continue;
        }
        first.get_or_insert(start);
        let elided =
            item.elided.iter().find(|elided| touches(elided, start, line));
        if let Some(elided) = elided {
            if !elides {
                let indent = indentation(source, elided.start);
                text.push_str(indent.strip_prefix(margin).unwrap_or(indent));
                text.push_str(ELISION);
                text.push('\n');
            }
            elides = true;
            text.push_str(FOLDED);
            text.push_str(line.strip_prefix(margin).unwrap_or(line));
            continue;
        }
        elides = false;
        text.push_str(line.strip_prefix(margin).unwrap_or(line));
    }
    let first = first.unwrap_or(item.range.start);
    let file = item.file.path.strip_prefix(root).unwrap_or(&item.file.path);
    Cut {
        text: text.trim().to_owned(),
        file: file.to_string_lossy().replace('\\', "/"),
        line: 1 + source[..first].matches('\n').count(),
    }
}

/// The white space between the beginning of the line and `offset`.
fn indentation(source: &str, offset: usize) -> &str {
    let line_start =
        source[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &source[line_start..offset];
    if before.trim().is_empty() { before } else { "" }
}

/// The lines of `range`, each with where it starts.
fn lines<'a>(
    source: &'a str,
    range: &Range<usize>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let mut start = range.start;
    source[range.clone()].split_inclusive('\n').map(move |line| {
        let this = start;
        start += line.len();
        (this, line)
    })
}

/// Whether `dropped` leaves nothing of the line but white space.
fn covers(dropped: &Range<usize>, start: usize, line: &str) -> bool {
    let indent = line.len() - line.trim_start().len();
    let end = start + line.trim_end().len();
    !line.trim().is_empty()
        && dropped.start <= start + indent
        && end <= dropped.end
}

/// Whether a part of `elided` stands on the line.
fn touches(elided: &Range<usize>, start: usize, line: &str) -> bool {
    start < elided.end && elided.start < start + line.len()
}
