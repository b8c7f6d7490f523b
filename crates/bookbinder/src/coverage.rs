//! What the prose leaves out: a figure or exercise that no page shows, a fact that none quotes, a
//! timestamp that none takes up, a term, a work or a symbol without its entry or of no use.

use std::collections::BTreeMap;

use chapter::{Fact, Home, TIMESTAMPS};

use crate::{
    binding::Binding, glossary, library::figure_name, notation, page::file_of,
    references, refusal::Refusal,
};

/// Refuses everything that has a page and is missing from it.
pub(crate) fn check(binding: &Binding<'_>) -> Vec<Refusal> {
    let mut refusals = unused(binding, &binding.facts);
    refusals.extend(exercises(binding));
    refusals.extend(timestamps(binding));
    refusals.extend(glossary::check(binding));
    refusals.extend(references::check(binding));
    refusals.extend(notation::check(binding));
    refusals
}

fn unused(
    binding: &Binding<'_>,
    facts: &BTreeMap<String, Fact>,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for chapter in binding.library.chapters {
        let home = file_of(Home::Chapter(chapter.number));
        let Some(page) = binding.pages.iter().find(|page| page.path == home)
        else {
            continue;
        };
        let figures =
            chapter.figures.iter().map(|figure| figure_name(chapter, figure));
        let hidden =
            figures.filter(|name| !binding.survey.figures.contains_key(name));
        let prefix = format!("{}/", chapter.name());
        let unquoted = facts.keys().filter(|name| {
            name.starts_with(&prefix) && !binding.survey.quoted.contains(*name)
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

fn exercises(binding: &Binding<'_>) -> impl Iterator<Item = Refusal> {
    binding.exercises.iter().filter_map(|exercise| {
        let name = exercise.name();
        let home = exercise.page();
        let page = binding.pages.iter().find(|page| page.path == home)?;
        let is_shown = binding.survey.exercises.contains_key(&name);
        (!is_shown).then(|| Refusal {
            file: page.file.clone(),
            line: None,
            message: format!("exercise {name} is never shown"),
        })
    })
}

/// The timestamps that their own pages leave out.
fn timestamps(binding: &Binding<'_>) -> impl Iterator<Item = Refusal> {
    TIMESTAMPS
        .iter()
        .filter(|timestamp| !binding.survey.videos.contains_key(timestamp.at))
        .filter_map(|timestamp| {
            let home = file_of(timestamp.home);
            let page = binding.pages.iter().find(|page| page.path == home)?;
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
