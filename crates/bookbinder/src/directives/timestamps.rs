//! `{{#timestamps}}`: the video's timestamps, and the sections that take them up.

use chapter::{TIMESTAMPS, Timestamp};

use super::{Binding, Directive, Place, home_name, link, video};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "timestamps",
    usage: "{{#timestamps}}",
    arguments: 0..=0,
    is_block: true,
    expand,
};

#[expect(clippy::unnecessary_wraps, reason = "other directives refuse")]
fn expand(
    binding: &Binding<'_>,
    place: Place<'_>,
    _: &[String],
) -> Result<String, String> {
    let row = |timestamp: &Timestamp| {
        let section = section(binding, place, timestamp);
        let (at, url, heading) =
            (timestamp.at, timestamp.url(), timestamp.heading);
        format!("\n| [{at}]({url}) | {heading} | {section} |")
    };
    let rows: String = TIMESTAMPS.iter().map(row).collect();
    let head = "| Time | In the video | In this book |\n| --- | --- | --- |";
    Ok(format!("{head}{rows}"))
}

/// A link to the section that takes up a timestamp, or the words that there is none yet.
fn section(
    binding: &Binding<'_>,
    place: Place<'_>,
    timestamp: &Timestamp,
) -> String {
    let home = home_name(timestamp.home);
    let Some(video) = binding.survey.videos.get(timestamp.at) else {
        return format!("{home}, not yet written");
    };
    let page = &binding.pages[video.page];
    let heading =
        page.section(video.offset).map(|heading| heading.words.clone());
    // What is wrong in the heading is refused where it stands, and so is its absence.
    let words = heading.and_then(|words| binding.bind(page, words).ok());
    let words = words.unwrap_or(home);
    format!(
        "[{}]({})",
        words.trim(),
        link(place.page, page, &video::id(timestamp))
    )
}
