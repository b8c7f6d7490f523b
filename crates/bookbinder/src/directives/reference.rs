//! `{{#reference lyness-1969 Lyness 1969}}`: the head of an entry of the references.

use super::{Context, Directive, Error, Expanded, Place};
use crate::entry::{self, REFERENCES};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "reference",
    usage: "{{#reference KEY NAME}}, such as {{#reference lyness-1969 Lyness 1969}},",
    arguments: 2..=usize::MAX,
    is_block: false,
    expand,
};

fn expand(_: &Context<'_>, place: Place<'_>, arguments: &[String]) -> Expanded {
    entry::check_place(place.page, place.offset, REFERENCES)
        .map_err(Error::Misplaced)?;
    Ok(arguments[1..].join(" "))
}
