//! `{{#fact ch02/naive-area}}`: a number that a chapter computes, as the chapter prints it.

use chapter::Fact;

use super::{Context, Directive, Error, Expanded, Place};
use crate::{
    html::{escape, escape_for_markdown},
    nearest::Unknown,
};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "fact",
    usage: "{{#fact NAME}}, such as {{#fact ch02/naive-area}},",
    arguments: 1..=1,
    is_block: false,
    expand,
};

fn expand(context: &Context<'_>, _: Place<'_>, names: &[String]) -> Expanded {
    let name = &names[0];
    let fact = find(context, name)?;
    Ok(format!(
        r#"<span class="fact" data-fact="{}">{}</span>"#,
        escape(name),
        escape_for_markdown(&fact.text)
    ))
}

/// The fact of this name.
pub(super) fn find<'a>(
    context: &'a Context<'_>,
    name: &str,
) -> Result<&'a Fact, Error> {
    let known = || Unknown::new("fact", name, context.facts.keys()).into();
    context.facts.get(name).ok_or_else(known)
}

/// The number as LaTeX.
pub(super) fn in_formula(fact: &Fact) -> String {
    let mut latex = String::new();
    for c in fact.text.chars() {
        match c {
            '\u{2212}' => latex.push('-'),
            // A bare comma is followed by a space, and a bare `%` hides the rest.
            ',' => latex.push_str("{,}"),
            '%' => latex.push_str(r"\%"),
            c => latex.push(c),
        }
    }
    latex
}
