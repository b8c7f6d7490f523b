//! `{{#define mode, modes}}`: the head of an entry of the glossary.

use pulldown_cmark::HeadingLevel;

use super::{Context, Directive, Error, Expanded, Place, home_name, link};
use crate::{
    entry::{self, GLOSSARY},
    page::Site,
};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "define",
    usage: "{{#define TERM, …}}, such as {{#define mode, modes}},",
    arguments: 1..=usize::MAX,
    is_block: false,
    expand,
};

fn expand(
    context: &Context<'_>,
    place: Place<'_>,
    arguments: &[String],
) -> Expanded {
    entry::check_place(place.page, place.offset, GLOSSARY)
        .map_err(Error::Misplaced)?;
    let words = arguments.join(" ");
    let name = words.split(',').next().unwrap_or(&words);
    let name = name.trim_matches(|c: char| " ()".contains(c));
    let term = context.survey.glossary.find(name)?;
    // That a term is used nowhere is refused elsewhere.
    let first = term.first.map(|site| {
        let link = link_back(context, place, &term.name, site);
        format!("\n: <span class=\"first-use\">{link}</span>")
    });
    Ok(format!("{}{}", term.name, first.unwrap_or_default()))
}

/// A link to the first use of a term, under the name of its section.
fn link_back(
    context: &Context<'_>,
    place: Place<'_>,
    name: &str,
    site: Site,
) -> String {
    let page = &context.pages[site.page];
    let link = link(place.page, page, &first_use_id(name));
    let home = page.home().map(home_name);
    let heading = page.heading(site.offset);
    // The title of a page of the video says no more than its name.
    let heading =
        heading.filter(|top| home.is_none() || top.level > HeadingLevel::H1);
    // What is wrong in the heading is refused where it stands.
    let section = heading
        .and_then(|heading| context.bind(page, heading.words.clone()).ok());
    match (home, section) {
        (Some(home), None) => format!("[{home}]({link})"),
        (home, section) => {
            let home = home.map_or_else(String::new, |home| home + ", ");
            let section = section.unwrap_or_else(|| page.path.clone());
            format!("{home}[{}]({link})", section.trim())
        }
    }
}

/// The `id` of the first use of a term: `first-mode`.
pub(super) fn first_use_id(name: &str) -> String {
    format!("first-{}", entry::id(name))
}
