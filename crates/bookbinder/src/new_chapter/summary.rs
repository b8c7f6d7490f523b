use anyhow::Context as _;

use super::request::Request;

/// The table of contents with the chapter after the one before it.
pub(super) fn list(text: &str, request: &Request) -> anyhow::Result<String> {
    let before = format!("(chapter-{}.md)", request.number - 1);
    let number = request.number;
    let place =
        text.lines().position(|line| line.trim_end().ends_with(&before));
    let place =
        place.with_context(|| format!("no line of it ends with `{before}`"))?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let marker = lines[place].split('[').next().unwrap_or_default();
    let entry = format!("{marker}[{}](chapter-{number}.md)", request.title);
    lines.insert(place + 1, entry);
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chapter_is_listed_after_the_one_before() {
        let text = "# Summary\n\n- [One](chapter-1.md)\n- [Two](chapter-2.md)\n\n[Outro](outro.md)\n";
        assert_eq!(
            list(text, &Request::example()).unwrap(),
            text.replace(
                "2.md)\n",
                "2.md)\n- [Mixture coefficients](chapter-3.md)\n"
            )
        );
    }

    #[test]
    fn a_table_without_the_chapter_before_is_refused() {
        let error = list("# Summary\n", &Request::example()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "no line of it ends with `(chapter-2.md)`"
        );
    }
}
