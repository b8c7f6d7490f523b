//! `{{#next open the program that drew the class}}`: a link to the page that follows, and what comes.

use super::{Context, Directive, Error, Expanded, Place};
use crate::html::escape_for_markdown;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "next",
    usage: "{{#next WORDS}}, such as {{#next what two bells make of one class}},",
    arguments: 1..=usize::MAX,
    is_block: true,
    expand,
};

fn expand(
    context: &Context<'_>,
    place: Place<'_>,
    words: &[String],
) -> Expanded {
    let mut pages = context.pages.iter();
    let this = pages.find(|page| page.path == place.page.path);
    let next = this.and_then(|_| pages.next());
    let next = next.ok_or_else(|| {
        Error::Misplaced("no page follows this one".to_owned())
    })?;
    let title = next.headings.first().map_or("", |heading| {
        next.source.get(heading.words.clone()).unwrap_or_default()
    });
    let (title, path) = (escape_for_markdown(title), &next.path);
    let words = escape_for_markdown(&words.join(" "));
    Ok(format!(
        r#"<p class="next-page"><strong>Next:</strong> <a href="{path}">{title}</a>: {words}.</p>"#
    ))
}
