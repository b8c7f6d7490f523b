//! What the prose leaves out: a figure or exercise that no page shows, a fact that none quotes, a
//! timestamp that none takes up.

use std::collections::BTreeMap;

use chapter::{Fact, Home, TIMESTAMPS};

use crate::{
    binding::Binding, directives::home_name, library::figure_name,
    page::file_of, refusal::Refusal,
};

/// The file of the list of what is not yet written.
const LIST: &str = "crates/bookbinder/src/library.rs";

/// Refuses everything that has a page and is missing from it.
pub(crate) fn check(binding: &Binding<'_>) -> Vec<Refusal> {
    let mut refusals = unused(binding, &binding.facts);
    refusals.extend(exercises(binding));
    refusals.extend(timestamps(binding));
    refusals.extend(written(binding));
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

fn timestamps(binding: &Binding<'_>) -> impl Iterator<Item = Refusal> {
    TIMESTAMPS
        .iter()
        .filter(|timestamp| !binding.survey.videos.contains_key(timestamp.at))
        .filter(|timestamp| {
            !binding.library.not_yet_written.contains(&timestamp.home)
        })
        .map(|timestamp| {
            let (at, heading) = (timestamp.at, timestamp.heading);
            Refusal {
                file: format!(
                    "{}/{}",
                    binding.source_folder,
                    file_of(timestamp.home)
                ),
                line: None,
                message: format!(
                    "no section has {{{{#video {at}}}}}: {heading}"
                ),
            }
        })
}

/// Refuses an excuse for something that is written.
fn written(binding: &Binding<'_>) -> Vec<Refusal> {
    let is_written = |home: &&Home| match home {
        Home::Chapter(number)
            if binding.library.chapters.iter().any(|c| c.number == *number) =>
        {
            true
        }
        home => TIMESTAMPS.iter().any(|t| {
            t.home == **home && binding.survey.videos.contains_key(t.at)
        }),
    };
    let homes = binding.library.not_yet_written.iter().filter(is_written);
    homes
        .map(|home| Refusal {
            file: LIST.to_owned(),
            line: None,
            message: format!(
                "{} exists: take it off NOT_YET_WRITTEN",
                home_name(*home)
            ),
        })
        .collect()
}
