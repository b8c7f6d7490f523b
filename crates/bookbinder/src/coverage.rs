//! What the prose leaves out: a figure or exercise that no page shows, a fact that none quotes, a
//! timestamp that none takes up, a term, a work or a symbol without its entry or of no use.

use std::collections::BTreeMap;

use chapter::{Fact, Home, TIMESTAMPS};

use crate::{
    context::Context, glossary, library::figure_name, notation, page::file_of,
    references, refusal::Refusal,
};

/// Refuses everything that has a page and is missing from it.
pub(crate) fn check(context: &Context<'_>) -> Vec<Refusal> {
    let mut refusals = unused(context, &context.facts);
    refusals.extend(exercises(context));
    refusals.extend(timestamps(context));
    refusals.extend(glossary::check(&context.survey.glossary, context.pages));
    refusals
        .extend(references::check(&context.survey.references, context.pages));
    refusals.extend(notation::check(context));
    refusals
}

fn unused(
    context: &Context<'_>,
    facts: &BTreeMap<String, Fact>,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for chapter in context.library.chapters {
        let home = file_of(Home::Chapter(chapter.number));
        let Some(page) = context.pages.iter().find(|page| page.path == home)
        else {
            continue;
        };
        let figures =
            chapter.figures.iter().map(|figure| figure_name(chapter, figure));
        let hidden =
            figures.filter(|name| !context.survey.figures.contains_key(name));
        let prefix = format!("{}/", chapter.name());
        let unquoted = facts.keys().filter(|name| {
            name.starts_with(&prefix) && !context.survey.quoted.contains(*name)
        });
        let messages =
            hidden.map(|name| format!("figure `{name}` is never shown")).chain(
                unquoted.map(|name| format!("fact `{name}` is never quoted")),
            );
        refusals.extend(messages.map(|message| Refusal {
            file: page.file.clone(),
            line: None,
            message,
        }));
    }
    refusals
}

fn exercises(context: &Context<'_>) -> impl Iterator<Item = Refusal> {
    context.exercises.iter().filter_map(|exercise| {
        let name = exercise.name();
        let home = exercise.page();
        let page = context.pages.iter().find(|page| page.path == home)?;
        let is_shown = context.survey.exercises.contains_key(&name);
        (!is_shown).then(|| Refusal {
            file: page.file.clone(),
            line: None,
            message: format!("exercise {name} is never shown"),
        })
    })
}

/// The timestamps that their own pages leave out.
fn timestamps(context: &Context<'_>) -> impl Iterator<Item = Refusal> {
    TIMESTAMPS
        .iter()
        .filter(|timestamp| !context.survey.videos.contains_key(timestamp.at))
        .filter_map(|timestamp| {
            let home = file_of(timestamp.home);
            let page = context.pages.iter().find(|page| page.path == home)?;
            let (at, heading) = (timestamp.at, timestamp.heading);
            Some(Refusal {
                file: page.file.clone(),
                line: None,
                message: format!(
                    "no section has {{{{#video {at}}}}}: {heading}"
                ),
            })
        })
}
