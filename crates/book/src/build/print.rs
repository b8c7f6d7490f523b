//! The page of the whole book, for paper: a title, the contents, and the solutions at the end.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::Context as _;
use figure::escaped;
use scraper::{Html, Selector};

/// The page that mdBook makes of all pages.
const PAGE: &str = "print.html";

const SOLUTION: &str = "<summary>Solution</summary>";
const EXERCISE: &str = r#"<div class="exercise" id="exercise-"#;
const MAIN: (&str, &str) = ("<main>", "</main>");

/// Arranges the page of the whole book in `folder` for paper.
pub(super) fn arrange(
    folder: &Path,
    title: &str,
    description: &str,
) -> anyhow::Result<()> {
    let path = folder.join(PAGE);
    let html = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let front = title_page(title, description) + &contents(&html);
    let (html, solutions) = without_solutions(&html);
    let html = html.replacen(MAIN.0, &(MAIN.0.to_owned() + &front), 1);
    let html = html.replacen(MAIN.1, &(solutions + MAIN.1), 1);
    fs::write(&path, html)
        .with_context(|| format!("cannot write {}", path.display()))
}

fn title_page(title: &str, description: &str) -> String {
    format!(
        r#"<section class="title-page"><p class="title">{title}</p><p>{description}</p></section>"#
    )
}

/// The chapters and their sections, as links.
fn contents(html: &str) -> String {
    let html = Html::parse_document(html);
    let Ok(headings) = Selector::parse("main h1[id], main h2[id]") else {
        return String::new();
    };
    let mut list = String::new();
    for heading in html.select(&headings) {
        let tag = heading.value();
        let id = tag.id().unwrap_or_default();
        let words: String = heading.text().collect();
        let words = escaped(&words);
        let class = if tag.name() == "h1" { "chapter" } else { "section" };
        // A String takes whatever is written.
        let _ = write!(
            list,
            r##"<li class="{class}"><a href="#{id}">{words}</a></li>"##
        );
    }
    list.push_str(
        r##"<li class="chapter"><a href="#solutions">Solutions</a></li>"##,
    );
    format!(
        r#"<nav class="contents" aria-label="contents"><p class="title">Contents</p><ul>{list}</ul></nav>"#
    )
}

/// The page without its solutions, and these, under the numbers of their exercises.
fn without_solutions(html: &str) -> (String, String) {
    let mut rest = html;
    let mut page = String::with_capacity(html.len());
    let mut solutions = String::new();
    let mut number = String::new();
    while let Some(at) = rest.find(SOLUTION) {
        let (before, from) = rest.split_at(at);
        // The last exercise that began is the one that is solved.
        if let Some(begun) = before.rfind(EXERCISE) {
            let id = &before[begun + EXERCISE.len()..];
            number = id.split('"').next().unwrap_or_default().replace('-', ".");
        }
        let opening = before.rfind("<details").unwrap_or(before.len());
        let closing = from.find("</details>");
        let (Some(closing), false) = (closing, number.is_empty()) else {
            break;
        };
        page.push_str(&before[..opening]);
        let solution = &from[SOLUTION.len()..closing];
        let _ = write!(solutions, "<h3>Exercise {number}</h3>{solution}");
        rest = &from[closing + "</details>".len()..];
    }
    page.push_str(rest);
    if solutions.is_empty() {
        return (page, solutions);
    }
    let heading = r#"<h1 id="solutions">Solutions</h1>"#;
    (
        page,
        format!(r#"<section class="solutions">{heading}{solutions}</section>"#),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solutions_go_to_the_end_under_their_numbers_and_hints_stay() {
        let html = r#"<main><h1 id="a">A</h1><div class="exercise" id="exercise-1-4"><details><summary>Hint</summary>hint</details>
<details>
<summary>Solution</summary><pre>4</pre></details></div><div class="exercise" id="exercise-2-1"><details><summary>Solution</summary>1</details></div></main>"#;
        let (page, solutions) = without_solutions(html);
        assert!(page.contains("hint") && !page.contains("Solution"), "{page}");
        assert_eq!(
            solutions,
            r#"<section class="solutions"><h1 id="solutions">Solutions</h1><h3>Exercise 1.4</h3><pre>4</pre><h3>Exercise 2.1</h3>1</section>"#
        );
        let (same, none) = without_solutions(&page);
        assert_eq!((same, none.as_str()), (page, ""));
    }

    #[test]
    fn the_contents_are_the_chapters_and_their_sections() {
        let html = r#"<main><h1 id="a">A &amp; B</h1><h2 id="b">One</h2><h3 id="c">no</h3></main>"#;
        let contents = contents(html);
        assert!(contents.contains(r##"<li class="chapter"><a href="#a">A &amp; B</a></li><li class="section"><a href="#b">One</a></li>"##), "{contents}");
    }
}
