//! `{{#cite lyness-1969 section 2}}`: a link to an entry of the references, in a sentence.

use super::{
    Context, Directive, Expanded, Place, check_running, link_to_entry,
};
use crate::entry::REFERENCES;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "cite",
    usage: "{{#cite KEY …}}, such as {{#cite lyness-1969}} or {{#cite lyness-1969 section 2}},",
    arguments: 1..=usize::MAX,
    is_block: false,
    expand,
};

fn expand(
    context: &Context<'_>,
    place: Place<'_>,
    arguments: &[String],
) -> Expanded {
    check_running(place, DIRECTIVE.name)?;
    let work = context.survey.references.find(&arguments[0])?;
    let words = in_sentence(&work.name, &arguments[1..].join(" "));
    let address = link_to_entry(place.page, REFERENCES, &work.name);
    Ok(format!("[{words}]({address})"))
}

/// A work as a sentence names it: `Lyness (1969, section 2)`.
fn in_sentence(name: &str, part: &str) -> String {
    let starts_with_digit =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let (authors, year) = match name.rsplit_once(' ') {
        Some((authors, year)) if starts_with_digit(year) => (authors, year),
        _ => (name, ""),
    };
    let inside: Vec<_> =
        [year, part].into_iter().filter(|text| !text.is_empty()).collect();
    if inside.is_empty() {
        authors.to_owned()
    } else {
        format!("{authors} ({})", inside.join(", "))
    }
}
