use scraper::{ElementRef, Node};

use crate::{Finding, Pages};

/// Where braces are meant as they stand: code, scripts, styles, and the LaTeX that a formula keeps.
const LITERAL: [&str; 7] =
    ["code", "pre", "script", "style", "template", "annotation", "math"];

/// Directives that nobody resolved: a `{{` that the reader would see.
#[must_use]
pub fn leftovers(pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages.iter() {
        let elements = page.elements().filter(|element| !is_literal(*element));
        for text in elements.flat_map(texts) {
            if let Some((_, rest)) = text.split_once("{{") {
                let rest: String = rest
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .chars()
                    .take(40)
                    .collect();
                let what = format!("an unresolved directive: `{{{{{rest}`");
                findings.push(Finding::new(page.path(), what));
            }
        }
    }
    findings
}

/// Whether an element is, or stands in, a place where braces are meant.
fn is_literal(element: ElementRef<'_>) -> bool {
    let above = element.ancestors().filter_map(ElementRef::wrap);
    above
        .chain([element])
        .any(|element| LITERAL.contains(&element.value().name()))
}

/// The texts directly in an element, and its attributes.
fn texts(element: ElementRef<'_>) -> Vec<&str> {
    let children = element.children().filter_map(|child| match child.value() {
        Node::Text(text) => Some(&**text),
        _ => None,
    });
    let attributes = element.value().attrs().map(|(_, value)| value);
    children.chain(attributes).collect()
}
