//! `{{#figure ch02/sum-of-two}}`: a picture with its number, its caption and its numbers.

mod controls;
mod guess;

pub(super) use controls::html as control_html;

use chapter::{CaptionPart, Fact, Figure};
use figure::{NARROW, Plot};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::{Context, Directive, Error, Expanded, Place, fact::in_formula};
use crate::html::{escape, on_one_line};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "figure",
    usage: "{{#figure NAME}}, such as {{#figure ch02/sum-of-two}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

fn expand(context: &Context<'_>, _: Place<'_>, names: &[String]) -> Expanded {
    let name = &names[0];
    let (chapter, figure) = context.library.figure(name)?;
    let place = context.survey.figures.get(name);
    let place = place.ok_or_else(|| {
        Error::Misplaced(format!("figure `{name}` is shown on no page"))
    })?;
    // Not `picture`: at its defaults a figure that refuses stops the build.
    let refuse = |error: chapter::Error| {
        Error::from(error).within(format!("cannot draw `{name}`"))
    };
    let shown = figure.shown(&figure.defaults()).map_err(refuse)?;
    let drawings = Drawings::of(shown.plot.clone(), &chapter.figure_id(figure));
    let drawings = drawings.map_err(|error| refuse(error.into()))?;
    let caption = figure
        .caption(&shown.facts)
        .map_err(Error::from)
        .and_then(|parts| caption_html(context, &parts))
        .map_err(|error| error.within(format!("in the caption of `{name}`")))?;
    let (id, number) = (place.id(), &place.number);
    let Drawings { html: drawings, table } = drawings;
    let is_live =
        !figure.controls.is_empty() && context.live.has(&chapter.name());
    let controls = if is_live {
        let has_handles = !shown.handles.is_empty();
        controls::form(figure, &id, number, has_handles) + "\n"
    } else {
        String::new()
    };
    let guess = figure.guess.as_ref().map_or(Ok(String::new()), |guess| {
        let picture = chapter.figure_id(figure);
        let form = guess::form(guess, &shown.facts, (&picture, number));
        form.map(|form| form + "\n").map_err(|error| {
            let what = format!("what `{name}` asks cannot be answered");
            Error::from(error).within(what)
        })
    })?;
    let is_pointed = figure.guess.is_some_and(|guess| guess.drawn.is_some());
    let axis =
        if is_pointed { guess::axis(&shown.plot) } else { String::new() };
    let covered = if guess.is_empty() { "" } else { " covered" };
    Ok(format!(
        r#"<figure class="plot{covered}" id="{id}" data-figure="{name}">
{guess}<div class="plot-picture"{axis} tabindex="0" role="group" aria-label="picture of figure {number}">{drawings}</div>
{controls}<details><summary>The numbers of this figure</summary>
<div class="table-scroll" tabindex="0" role="region" aria-label="numbers of figure {number}">{table}</div>
</details>
<figcaption><span class="figure-number">Figure {number}</span> {caption}</figcaption>
</figure>"#
    ))
}

/// A picture as a page has it: drawn for a desk and for a phone, of which a reader sees one.
pub(super) struct Drawings {
    pub(super) html: String,
    /// The plotted numbers, as HTML.
    pub(super) table: String,
}

impl Drawings {
    /// Draws a plot; the narrow drawing has an `id` of its own.
    pub(super) fn of(plot: Plot, id: &str) -> Result<Self, figure::Error> {
        let wide = plot.draw(id)?;
        let narrow = plot.width(NARROW).draw(&format!("{id}-narrow"))?;
        let [on_a_desk, on_a_phone] =
            [&wide, &narrow].map(|picture| on_one_line(&picture.svg));
        let html = format!(
            r#"<div class="on-a-desk">{on_a_desk}</div><div class="on-a-phone">{on_a_phone}</div>"#
        );
        Ok(Self { html, table: wide.table.to_html() })
    }
}

/// The formulas of a caption, each with a private character in place of its facts.
pub(crate) fn caption_formulas(
    figure: &Figure,
) -> Result<Vec<String>, chapter::Error> {
    let shown = figure.shown(&figure.defaults())?;
    let parts = figure.caption(&shown.facts)?;
    let (markdown, _) = with_marks(&parts);
    let events = Parser::new_ext(&markdown, Options::ENABLE_MATH);
    let formulas = events.filter_map(|event| match event {
        Event::InlineMath(latex) | Event::DisplayMath(latex) => {
            Some(latex.to_string())
        }
        _ => None,
    });
    Ok(formulas.collect())
}

/// The Markdown of a caption with a private character in place of each fact, and the facts.
fn with_marks(parts: &[CaptionPart]) -> (String, Vec<(char, &Fact)>) {
    // While Markdown is read, each fact is one private character: no rule of Markdown sees it.
    let mut markdown = String::new();
    let mut facts = Vec::new();
    for part in parts {
        match part {
            CaptionPart::Text(text) => markdown.push_str(text),
            CaptionPart::Fact(fact) => {
                let mark = char::from_u32(0xe000 + facts.len() as u32)
                    .unwrap_or('\u{f8ff}');
                markdown.push(mark);
                facts.push((mark, fact));
            }
        }
    }
    (markdown, facts)
}

/// The caption: Markdown within a line, formulas included.
fn caption_html(context: &Context<'_>, parts: &[CaptionPart]) -> Expanded {
    let (markdown, facts) = with_marks(parts);
    let mut events = Vec::new();
    let options = Options::ENABLE_MATH | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::InlineMath(latex) | Event::DisplayMath(latex) => {
                let mut latex = latex.to_string();
                for (mark, fact) in &facts {
                    latex = latex.replace(*mark, &in_formula(fact));
                }
                let math = context.typesetter.inline(&latex);
                events.push(Event::InlineHtml(math?.into()));
            }
            event => events.push(event),
        }
    }
    let mut html = String::new();
    push_html(&mut html, events.into_iter());
    for (mark, fact) in facts {
        let (name, text) = (escape(fact.name), escape(&fact.text));
        html = html.replace(
            mark,
            &format!(r#"<output data-fact="{name}">{text}</output>"#),
        );
    }
    Ok(on_one_line(&html))
}
