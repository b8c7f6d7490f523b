use scraper::ElementRef;

use crate::{Finding, Page, Pages};

/// Images and figures that tell nothing to a reader who cannot see them.
#[must_use]
pub fn alternatives(pages: &Pages) -> Vec<Finding> {
    pages.faults(fault)
}

fn fault(page: &Page, element: ElementRef<'_>) -> Option<String> {
    match element.value().name() {
        "img" if element.attr("alt").is_none() => {
            let source = element.attr("src").unwrap_or_default();
            Some(format!("the image `{source}` has no `alt`"))
        }
        "figure" if !has_text(element, "figcaption") => {
            Some(format!("{} has no <figcaption>", called(element, "a figure")))
        }
        "svg" if is_picture(element) => {
            let faults = svg_faults(page, element);
            (!faults.is_empty()).then(|| {
                format!(
                    "{} {}",
                    called(element, "a picture"),
                    faults.join(", ")
                )
            })
        }
        _ => None,
    }
}

/// Whether an `<svg>` is a picture of its own: one in a figure or one that says so, but neither a
/// part of another nor an ornament.
fn is_picture(svg: ElementRef<'_>) -> bool {
    let inside =
        |name| ancestors(svg).any(|ancestor| ancestor.value().name() == name);
    let hidden = svg.attr("aria-hidden") == Some("true");
    !hidden
        && !inside("svg")
        && (svg.attr("role") == Some("img") || inside("figure"))
}

/// What an `<svg>` lacks to be read aloud.
fn svg_faults(page: &Page, svg: ElementRef<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if svg.attr("role") != Some("img") {
        faults.push("has no role=\"img\"".to_owned());
    }
    for name in ["title", "desc"] {
        if !has_text(svg, name) {
            faults.push(format!("has no <{name}>"));
        }
    }
    let labels: Vec<&str> = svg
        .attr("aria-labelledby")
        .unwrap_or_default()
        .split_ascii_whitespace()
        .collect();
    if labels.is_empty() {
        faults.push("has no aria-labelledby".to_owned());
    }
    // mdBook renames the ids on its page of all chapters, and leaves those who quote them.
    if !page.is_print() {
        let within = |id: &&str| {
            let mut elements = svg.descendent_elements();
            !elements.any(|element| element.value().id() == Some(id))
        };
        let missing = labels.into_iter().filter(within);
        faults.extend(missing.map(|id| {
            format!("is labelled by `{id}`, which it does not have")
        }));
    }
    faults
}

/// Whether a child of this name has any text.
fn has_text(element: ElementRef<'_>, name: &str) -> bool {
    element
        .child_elements()
        .filter(|child| child.value().name() == name)
        .any(|child| child.text().any(|text| !text.trim().is_empty()))
}

/// An element by its id, or by what it is.
fn called(element: ElementRef<'_>, kind: &str) -> String {
    let id = element.value().id();
    id.map_or_else(|| kind.to_owned(), |id| format!("{kind} (`{id}`)"))
}

fn ancestors(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap)
}
