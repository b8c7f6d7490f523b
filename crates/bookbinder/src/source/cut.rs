//! The text of an item, as the page shows it.

use std::{ops::Range, path::Path};

use super::{Cut, item::Item};

/// Cuts the item out of its file.
pub(super) fn cut(item: &Item, root: &Path) -> Cut {
    let source = item.file.source.as_str();
    let margin = indentation(source, item.range.start);
    let mut text = String::new();
    let mut first = None;
    for (start, line) in lines(source, &item.range) {
        if item.dropped.iter().any(|dropped| covers(dropped, start, line)) {
            continue;
        }
        first.get_or_insert(start);
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
