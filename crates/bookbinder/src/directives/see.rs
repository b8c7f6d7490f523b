//! `{{#see ch02/sum-of-two}}`: a link to a figure, under its number.

use super::{Context, Directive, Error, Expanded, Place, link};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "see",
    usage: "{{#see NAME}}, such as {{#see ch02/sum-of-two}},",
    arguments: 1..=1,
    is_block: false,
    expand,
};

fn expand(
    context: &Context<'_>,
    place: Place<'_>,
    names: &[String],
) -> Expanded {
    let name = &names[0];
    context.library.figure(name)?;
    let figure = context.survey.figures.get(name);
    let figure = figure.ok_or_else(|| {
        Error::Misplaced(format!("figure `{name}` is shown on no page"))
    })?;
    let link = link(place.page, &context.pages[figure.page], &figure.id());
    Ok(format!("[Figure {}]({link})", figure.number))
}
