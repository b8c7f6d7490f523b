//! `{{#output ch02}}`: what the chapter's run prints.

use super::{Context, Directive, Error, Expanded, Place, fenced};
use crate::library::output;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "output",
    usage: "{{#output CHAPTER}}, such as {{#output ch02}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

fn expand(context: &Context<'_>, _: Place<'_>, names: &[String]) -> Expanded {
    let name = &names[0];
    let chapter = context.library.chapter(name)?;
    let printed = output(chapter).map_err(|error| {
        Error::from(error).within(format!("cannot run {name}"))
    })?;
    Ok(fenced("text", &printed))
}
