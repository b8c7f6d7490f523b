use scraper::ElementRef;

use crate::{Finding, Pages};

/// Pages whose headings are no outline: without one `<h1>` at their head, or with a level left out.
#[must_use]
pub fn headings(pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    let has_outline =
        |page: &&crate::Page| !page.is_print() && !page.is_signpost();
    for page in pages.iter().filter(has_outline) {
        let Some(main) = page.main() else {
            findings.push(Finding::new(page.path(), "has no <main>"));
            continue;
        };
        let headings: Vec<_> =
            main.descendent_elements().filter_map(heading).collect();
        let faults = faults(&headings).into_iter();
        findings.extend(faults.map(|what| Finding::new(page.path(), what)));
    }
    findings
}

/// A heading's level and text.
fn heading(element: ElementRef<'_>) -> Option<(u32, String)> {
    let level = element.value().name().strip_prefix('h')?.parse().ok()?;
    let text = element.text().collect::<String>();
    Some((level, text.trim().to_owned()))
}

fn faults(headings: &[(u32, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    match headings.iter().filter(|(level, _)| *level == 1).count() {
        1 => {}
        0 => faults.push("has no <h1>".to_owned()),
        count => faults.push(format!("has {count} <h1>, not one")),
    }
    let mut above = 0;
    for (level, text) in headings {
        if text.is_empty() {
            faults.push(format!("has an empty <h{level}>"));
        }
        if *level > above + 1 && *level > 1 {
            let parent = level - 1;
            faults.push(format!(
                "<h{level}> “{text}” has no <h{parent}> above it"
            ));
        }
        above = *level;
    }
    faults
}
