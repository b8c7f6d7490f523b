//! `{{#linked ch03/weighted-sum first}}…{{#end}}`: words, or a formula in them, that light up a part of
//! a picture; `{{#line ch03::weighted_sum ch03/weighted-sum first bells}}`: a line of a listing that does.

use figure::Ink;

use super::{Context, Directive, Error, Expanded, Place};
use crate::{
    html::{escape, escape_for_markdown},
    nearest::Unknown,
};

pub(super) const LINKED: Directive = Directive {
    name: "linked",
    usage: "{{#linked FIGURE INK}}…{{#end}}, such as {{#linked ch03/weighted-sum first}}prepared{{#end}},",
    arguments: 2..=2,
    is_block: false,
    expand: open,
};

pub(super) const END: Directive = Directive {
    name: "end",
    usage: "{{#end}}",
    arguments: 0..=0,
    is_block: false,
    expand: close,
};

pub(super) const LINE: Directive = Directive {
    name: "line",
    usage: "{{#line ITEM FIGURE INK WORDS}}, such as {{#line ch03::weighted_sum ch03/weighted-sum first bells}},",
    arguments: 4..=usize::MAX,
    is_block: true,
    expand: line,
};

/// The inks by which a part of a picture is called.
const PARTS: [(&str, Ink); 5] = [
    ("whole", Ink::Whole),
    ("muted", Ink::Muted),
    ("first", Ink::First),
    ("second", Ink::Second),
    ("accent", Ink::Accent),
];

fn open(
    context: &Context<'_>,
    place: Place<'_>,
    arguments: &[String],
) -> Expanded {
    let paragraph = &place.page.source[place.offset..];
    let (paragraph, _) =
        paragraph.split_once("\n\n").unwrap_or((paragraph, ""));
    let inside = paragraph.split("{{#end}}").next().unwrap_or_default();
    let ends = inside.len() < paragraph.len();
    if !ends || inside.matches("{{#linked").count() != 1 {
        return Err(Error::Misplaced(
            "{{#linked …}} needs an {{#end}} in its paragraph, before the next one".to_owned(),
        ));
    }
    let target = target(context, &arguments[0], &arguments[1])?;
    Ok(format!(r#"<span class="linked"{target}>"#))
}

fn close(_: &Context<'_>, place: Place<'_>, _: &[String]) -> Expanded {
    let before = &place.page.source[..place.offset];
    let (begun, ended) = (before.rfind("{{#linked"), before.rfind("{{#end}}"));
    if begun > ended {
        Ok("</span>".to_owned())
    } else {
        Err(Error::Misplaced("{{#end}} ends nothing".to_owned()))
    }
}

fn line(context: &Context<'_>, _: Place<'_>, arguments: &[String]) -> Expanded {
    let (item, words) = (&arguments[0], arguments[3..].join(" "));
    let target = target(context, &arguments[1], &arguments[2])?;
    let cut = context.sources.cut(item)?;
    if !cut.text.lines().any(|line| line.contains(&words)) {
        return Err(Error::Misplaced(format!(
            "no line of `{item}` has `{words}` in it"
        )));
    }
    let (item, words) = (escape(item), escape_for_markdown(&words));
    Ok(format!(
        r#"<div class="line-link" hidden data-item="{item}" data-words="{words}"{target}></div>"#
    ))
}

/// The attributes that lead to a part of a picture which is there.
fn target(context: &Context<'_>, name: &str, part: &str) -> Expanded {
    let (chapter, figure) = context.library.figure(name)?;
    let known = || PARTS.iter().map(|(name, _)| *name);
    let ink = PARTS.iter().find(|(name, _)| *name == part);
    let (_, ink) = ink.ok_or_else(|| Unknown::new("part", part, known()))?;
    let id = chapter.figure_id(figure);
    let picture = figure.picture(&id, &figure.defaults(), figure::WIDE);
    if !picture.svg.contains(ink.property()) {
        return Err(Error::Misplaced(format!(
            "nothing in the picture of `{name}` is {part}"
        )));
    }
    let (name, property) = (escape(name), ink.property());
    Ok(format!(r#" data-lights="{name}" data-ink="{property}""#))
}
