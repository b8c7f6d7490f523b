//! The directives that stand in the prose for what the crates hold.
//!
//! | in Markdown | becomes |
//! | --- | --- |
//! | `{{#code ch02::superpose}}` | the source of that item; several, if they share a file |
//! | `{{#figure ch02/sum-of-two}}` | the figure, numbered, with caption and table |
//! | `{{#see ch02/sum-of-two}}` | a link to the figure: Figure 2.1 |
//! | `{{#fact ch02/naive-area}}` | the number, also within a formula |
//! | `{{#exercise 3.1}}` | the exercise, with its hint and its solution folded away |
//! | `{{#output ch02}}` | what the chapter's run prints |
//! | `{{#video 02:04}}` | a link to that second of the video |
//! | `{{#timestamps}}` | the table of all timestamps and where the book takes them up |
//!
//! All but `see` and `fact` stand on lines of their own. The page of chapter 2 is the file
//! `chapter-2.md`; figures are counted within their page.

mod code;
pub(crate) mod exercise;
mod fact;
mod figure;
mod output;
mod see;
mod timestamps;
mod video;

use std::ops::RangeInclusive;

use chapter::Home;

use crate::{
    binding::Binding,
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
    expand: fn(&Binding<'_>, Place<'_>, &[String]) -> Result<String, String>,
}

static DIRECTIVES: [Directive; 8] = [
    code::DIRECTIVE,
    exercise::DIRECTIVE,
    fact::DIRECTIVE,
    figure::DIRECTIVE,
    output::DIRECTIVE,
    see::DIRECTIVE,
    timestamps::DIRECTIVE,
    video::DIRECTIVE,
];

/// What is to stand in the place of a call, and whether it stands on lines of its own.
pub(crate) fn expand(
    binding: &Binding<'_>,
    page: &Page,
    offset: usize,
    call: &Call,
) -> Result<(String, bool), String> {
    let directive = find(call)?;
    let place = Place { page, offset };
    let expanded = (directive.expand)(binding, place, &call.arguments)?;
    Ok((expanded, directive.is_block))
}

/// The LaTeX that is to stand in the place of a call within a formula.
pub(crate) fn expand_in_formula(
    binding: &Binding<'_>,
    call: &Call,
) -> Result<String, String> {
    match &call.arguments[..] {
        [name] if find(call)?.name == fact::DIRECTIVE.name => {
            fact::find(binding, name).map(fact::in_formula)
        }
        _ => {
            find(call)?;
            Err("a formula can hold no directive but {{#fact …}}".to_owned())
        }
    }
}

/// The directive that is called, if there is one and it takes so many arguments.
fn find(call: &Call) -> Result<&'static Directive, String> {
    DIRECTIVES
        .iter()
        .find(|directive| directive.name == call.name)
        .ok_or_else(|| {
            let known = DIRECTIVES.iter().map(|directive| directive.name);
            Unknown::new("directive", &call.name, known).to_string()
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
                Err(format!(
                    "{} is written here with {number}",
                    directive.usage
                ))
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

/// Rust code under the name of its file.
fn listing(file: &str, code: &str) -> String {
    format!(
        "<div class=\"listing\">\n<div class=\"listing-source\">{}</div>\n\n{}\n\n</div>",
        escape(file),
        fenced("rust", code)
    )
}

/// A link to a place on a page that works from the page `from`.
fn link(from: &Page, to: &Page, id: &str) -> String {
    let up = "../".repeat(from.path.matches('/').count());
    format!("{up}{}#{id}", to.path)
}
