//! `{{#term modes}}`: a link from a word to its entry in the glossary, with the definition at hand.

use super::{
    Context, Directive, Expanded, Place, check_running, define::first_use_id,
    link_to_entry,
};
use crate::{entry::GLOSSARY, glossary::halves, html::escape_for_markdown};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "term",
    usage: "{{#term WORDS}}, such as {{#term modes}} or {{#term mode|two tops}},",
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
    let (term, words) = halves(arguments);
    let term = context.survey.glossary.find(&term)?;
    let address = link_to_entry(place.page, GLOSSARY, &term.name);
    let is_first = term.first.is_some_and(|site| {
        context.pages[site.page].path == place.page.path
            && site.offset == place.offset
    });
    let id = if is_first {
        format!(r#" id="{}""#, first_use_id(&term.name))
    } else {
        String::new()
    };
    let definition = escape_for_markdown(&term.definition);
    Ok(format!(
        r#"<a class="term"{id} href="{address}" data-definition="{definition}">{words}</a>"#
    ))
}
