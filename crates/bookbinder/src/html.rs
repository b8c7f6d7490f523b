//! Text that may stand in HTML.

pub(crate) use figure::{escaped as escape, on_one_line};

/// Text of which neither HTML nor Markdown reads a single character as its own.
pub(crate) fn escape_for_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Of all ASCII punctuation, only these never mean anything to Markdown.
            '.' | ',' | ';' | '?' | '/' | '%' => escaped.push(c),
            c if c.is_ascii_punctuation() => {
                escaped.push_str("&#");
                escaped.push_str(&u32::from(c).to_string());
                escaped.push(';');
            }
            c if c.is_whitespace() && c.is_ascii() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_reads_is_escaped() {
        assert_eq!(escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }

    #[test]
    fn what_markdown_reads_is_escaped() {
        assert_eq!(
            escape_for_markdown("a_b*\n'x'"),
            "a&#95;b&#42; &#39;x&#39;"
        );
    }
}
