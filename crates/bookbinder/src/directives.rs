//! The directives that stand in the prose for what the crates hold.
//!
//! | in Markdown | becomes |
//! | --- | --- |
//! | `{{#code ch02::superpose}}` | the source of that item; several, if they share a file |
//! | `{{#file ch06-tfp-style/tfp/mixture.py}}` | a whole file below `crates/` |
//! | `{{#figure ch02/sum-of-two}}` | the figure, numbered, with caption and table |
//! | `{{#see ch02/sum-of-two}}` | a link to the figure: Figure 2.1 |
//! | `{{#fact ch02/naive-area}}` | the number, also within a formula |
//! | `{{#exercise 3.1}}` | the exercise, with its hint and its solution folded away |
//! | `{{#own-data}}` | where the reader looks at numbers of their own |
//! | `{{#linked ch02/sum-of-two first}}…{{#end}}` | words that light up what has that ink in the picture |
//! | `{{#line ch02::superpose ch02/sum-of-two whole sum}}` | the same for the line of a listing |
//! | `{{#next what comes}}` | a link to the page that follows, and what comes there |
//! | `{{#output ch02}}` | what the chapter's run prints |
//! | `{{#video 02:04}}` | a link to that second of the video |
//! | `{{#timestamps}}` | the table of all timestamps and where the book takes them up |
//! | `{{#term modes}}`, `{{#term mode\|two tops}}` | a link to the entry of that term |
//! | `{{#define mode, modes, (top)}}` | the head of an entry of the glossary |
//! | `{{#cite lyness-1969 section 2}}` | a link to that work: Lyness (1969, section 2) |
//! | `{{#reference lyness-1969 Lyness 1969}}` | the head of an entry of the references |
//!
//! All but `see`, `fact`, `term`, `cite`, `linked` and `end` stand on lines of their own. The page of chapter 2 is
//! the file `chapter-2.md`; figures are counted within their page.

mod cite;
mod code;
mod define;
mod error;
pub(crate) mod exercise;
mod fact;
mod figure;
mod file;
mod linked;
mod next;
mod output;
mod own_data;
mod reference;
mod see;
mod term;
mod timestamps;
mod video;

pub(crate) use error::Error;
pub(crate) use figure::caption_formulas;

use error::Expanded;

use std::ops::RangeInclusive;

use chapter::Home;

use crate::{
    context::Context,
    entry,
    html::escape,
    nearest::Unknown,
    page::{Call, Page},
};

/// Where a directive stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    page: &'a Page,
    offset: usize,
}

/// A directive that the prose may use.
struct Directive {
    name: &'static str,
    /// How it is written, for those who wrote it otherwise.
    usage: &'static str,
    arguments: RangeInclusive<usize>,
    /// Whether it stands on lines of its own.
    is_block: bool,
    expand: fn(&Context<'_>, Place<'_>, &[String]) -> Expanded,
}

static DIRECTIVES: [Directive; 18] = [
    cite::DIRECTIVE,
    code::DIRECTIVE,
    define::DIRECTIVE,
    exercise::DIRECTIVE,
    fact::DIRECTIVE,
    figure::DIRECTIVE,
    file::DIRECTIVE,
    linked::LINKED,
    linked::END,
    linked::LINE,
    next::DIRECTIVE,
    output::DIRECTIVE,
    own_data::DIRECTIVE,
    reference::DIRECTIVE,
    see::DIRECTIVE,
    term::DIRECTIVE,
    timestamps::DIRECTIVE,
    video::DIRECTIVE,
];

/// What is to stand in the place of a call, and whether it stands on lines of its own.
pub(crate) fn expand(
    context: &Context<'_>,
    page: &Page,
    offset: usize,
    call: &Call,
) -> Result<(String, bool), Error> {
    let directive = find(call)?;
    let place = Place { page, offset };
    let expanded = (directive.expand)(context, place, &call.arguments)?;
    Ok((expanded, directive.is_block))
}

/// The LaTeX that is to stand in the place of a call within a formula.
pub(crate) fn expand_in_formula(
    context: &Context<'_>,
    call: &Call,
) -> Expanded {
    match &call.arguments[..] {
        [name] if find(call)?.name == fact::DIRECTIVE.name => {
            fact::find(context, name).map(fact::in_formula)
        }
        _ => {
            find(call)?;
            Err(Error::Misplaced(
                "a formula can hold no directive but {{#fact …}}".to_owned(),
            ))
        }
    }
}

/// The directive that is called, if there is one and it takes so many arguments.
fn find(call: &Call) -> Result<&'static Directive, Error> {
    DIRECTIVES
        .iter()
        .find(|directive| directive.name == call.name)
        .ok_or_else(|| {
            let known = DIRECTIVES.iter().map(|directive| directive.name);
            Unknown::new("directive", &call.name, known).into()
        })
        .and_then(|directive| {
            let count = call.arguments.len();
            if directive.arguments.contains(&count) {
                Ok(directive)
            } else {
                let number = if count == 1 {
                    "1 argument"
                } else {
                    &format!("{count} arguments")
                };
                Err(Error::Misplaced(format!(
                    "{} is written here with {number}",
                    directive.usage
                )))
            }
        })
}

/// How the prose calls a part of the book: `chapter 3`.
pub(crate) fn home_name(home: Home) -> String {
    match home {
        Home::Introduction => "the introduction".to_owned(),
        Home::Chapter(number) => format!("chapter {number}"),
        Home::Outro => "the outro".to_owned(),
    }
}

/// A fenced code block whose fence is longer than any within.
fn fenced(language: &str, text: &str) -> String {
    let text = text.trim_end();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

/// A fenced code block under the name of the file that it shows.
fn listing(file: &str, language: &str, text: &str) -> String {
    let source =
        format!(r#"<div class="listing-source">{}</div>"#, escape(file));
    under(&source, language, text)
}

/// A listing under the name of what it shows; the file that it is from is folded away.
fn named_listing(name: &str, file: &str, language: &str, text: &str) -> String {
    let source = format!(
        r#"<details class="listing-source"><summary>{}</summary>{}</details>"#,
        escape(name),
        escape(file)
    );
    under(&source, language, text)
}

fn under(source: &str, language: &str, text: &str) -> String {
    let code = fenced(language, text);
    format!("<div class=\"listing\">\n{source}\n\n{code}\n\n</div>")
}

/// A link to a place on a page that works from the page `from`.
fn link(from: &Page, to: &Page, id: &str) -> String {
    link_to(from, &to.path, id)
}

/// A link to the entry of this name on the page `to`.
fn link_to_entry(from: &Page, to: &str, name: &str) -> String {
    link_to(from, to, &entry::id(name))
}

fn link_to(from: &Page, to: &str, id: &str) -> String {
    let up = "../".repeat(from.path.matches('/').count());
    format!("{up}{to}#{id}")
}

/// Refuses a link where nothing can be linked.
fn check_running(place: Place<'_>, name: &str) -> Result<(), Error> {
    if place.page.is_running(place.offset) {
        Ok(())
    } else {
        Err(Error::Misplaced(format!(
            "{{{{#{name}}}}} is a link: it cannot stand in a heading, a link or HTML"
        )))
    }
}
