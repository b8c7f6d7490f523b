//! Puts a block of Markdown in the place of a directive or formula that has lines of its own.

use std::ops::Range;

/// `block`, ready to replace `range` of `source`: set apart by blank lines, and indented or
/// quoted as the list item or quotation around it asks.
///
/// None if anything else stands on the lines of `range`.
pub(crate) fn place(
    source: &str,
    range: &Range<usize>,
    block: &str,
) -> Option<String> {
    let line_start =
        source[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let opening = &source[line_start..range.start];
    let rest = &source[range.end..];
    let (same_line, below) = rest.split_once('\n').unwrap_or((rest, ""));
    if !same_line.trim().is_empty() {
        return None;
    }
    let (margin, opens_item) = margin(opening)?;
    let above = source[..line_start].lines().next_back().unwrap_or("");

    let mut placed = String::new();
    if !opens_item && !is_blank(above) {
        placed.push('\n');
        placed.push_str(&margin);
    }
    for (index, line) in block.lines().enumerate() {
        if index > 0 {
            placed.push('\n');
            placed.push_str(if line.is_empty() {
                margin.trim_end()
            } else {
                &margin
            });
        }
        placed.push_str(line);
    }
    if !is_blank(below.lines().next().unwrap_or("")) {
        placed.push('\n');
        placed.push_str(margin.trim_end());
    }
    Some(placed)
}

/// What the lines below `opening` begin with, to stay in the same container; and whether
/// `opening` itself begins a list item.
fn margin(opening: &str) -> Option<(String, bool)> {
    let marker = opening.trim_start_matches([' ', '\t', '>']);
    let quotes = &opening[..opening.len() - marker.len()];
    if marker.is_empty() {
        return Some((quotes.to_owned(), false));
    }
    let number =
        marker.trim_end().trim_start_matches(|c: char| c.is_ascii_digit());
    let is_marker = marker.ends_with(' ')
        && matches!(number, "-" | "*" | "+" | "." | ")" | ":");
    is_marker.then(|| (format!("{quotes}{}", " ".repeat(marker.len())), true))
}

fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t', '>']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::place;

    fn placed(source: &str) -> Option<String> {
        let start = source.find("XX").unwrap();
        let range = start..start + 2;
        let block = place(source, &range, "one\n\ntwo")?;
        Some(format!("{}{block}{}", &source[..start], &source[range.end..]))
    }

    #[test]
    fn a_block_between_blank_lines_is_put_there_as_it_is() {
        assert_eq!(placed("a\n\nXX\n\nb").unwrap(), "a\n\none\n\ntwo\n\nb");
    }

    #[test]
    fn a_block_within_a_paragraph_is_set_apart() {
        assert_eq!(placed("a\nXX\nb").unwrap(), "a\n\none\n\ntwo\n\nb");
    }

    #[test]
    fn a_block_stays_within_its_list_item_and_its_quotation() {
        assert_eq!(placed("- a\n\n  XX").unwrap(), "- a\n\n  one\n\n  two");
        assert_eq!(placed("2. XX\n3. b").unwrap(), "2. one\n\n   two\n\n3. b");
        assert_eq!(
            placed("> a\n> XX\n> b").unwrap(),
            "> a\n> \n> one\n>\n> two\n>\n> b"
        );
    }

    #[test]
    fn a_block_that_shares_its_line_is_refused() {
        for source in ["a XX", "XX b", "- a XX"] {
            assert_eq!(placed(source), None, "{source}");
        }
    }
}
