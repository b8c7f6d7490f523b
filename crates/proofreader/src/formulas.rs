use scraper::ElementRef;

use crate::{Finding, Pages};

/// Formulas of which a part has too few or too many parts of its own, as a fraction of three: a browser shows an
/// error in their place.
#[must_use]
pub fn formulas(pages: &Pages) -> Vec<Finding> {
    pages.faults(|_, element| fault(element))
}

fn fault(element: ElementRef<'_>) -> Option<String> {
    let name = element.value().name();
    let wanted = parts(name)?;
    let found = element.child_elements().count();
    (found != wanted).then(|| {
        let text: String = element.text().collect();
        format!(
            "the <{name}> of “{}” has {found} parts, not {wanted}",
            text.trim()
        )
    })
}

/// How many parts an element of MathML has, if that is fixed (MathML Core, sections 3.3 and 3.4).
fn parts(name: &str) -> Option<usize> {
    match name {
        "mfrac" | "mroot" | "msub" | "msup" | "munder" | "mover" => Some(2),
        "msubsup" | "munderover" => Some(3),
        _ => None,
    }
}
