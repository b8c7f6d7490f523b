//! `{{#see ch02/sum-of-two}}`: a link to a figure, under its number.

use super::{Binding, Directive, Error, Expanded, Place, link};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "see",
    usage: "{{#see NAME}}, such as {{#see ch02/sum-of-two}},",
    arguments: 1..=1,
    is_block: false,
    expand,
};

fn expand(
    binding: &Binding<'_>,
    place: Place<'_>,
    names: &[String],
) -> Expanded {
    let name = &names[0];
    binding.library.figure(name)?;
    let figure = binding.survey.figures.get(name);
    let figure = figure.ok_or_else(|| {
        Error::Misplaced(format!("figure `{name}` is shown on no page"))
    })?;
    let link = link(place.page, &binding.pages[figure.page], &figure.id());
    Ok(format!("[Figure {}]({link})", figure.number))
}
