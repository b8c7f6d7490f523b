//! `{{#output ch02}}`: what the chapter's run prints.

use super::{Binding, Directive, Place, fenced};
use crate::library::output;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "output",
    usage: "{{#output CHAPTER}}, such as {{#output ch02}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

fn expand(
    binding: &Binding<'_>,
    _: Place<'_>,
    names: &[String],
) -> Result<String, String> {
    let name = &names[0];
    let chapter =
        binding.library.chapter(name).map_err(|error| error.to_string())?;
    let printed = output(chapter)
        .map_err(|error| format!("cannot run {name}: {error}"))?;
    Ok(fenced("text", &printed))
}
