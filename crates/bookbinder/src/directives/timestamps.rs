//! `{{#timestamps}}`: the video's timestamps, and the sections that take them up.

use chapter::{TIMESTAMPS, Timestamp};

use super::{
    Context, Directive, Error, Expanded, Place, home_name, link, video,
};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "timestamps",
    usage: "{{#timestamps}}",
    arguments: 0..=0,
    is_block: true,
    expand,
};

fn expand(context: &Context<'_>, place: Place<'_>, _: &[String]) -> Expanded {
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    for timestamp in &TIMESTAMPS {
        let (at, url, heading) =
            (timestamp.at, timestamp.url(), timestamp.heading);
        match section(context, place, timestamp) {
            Some(section) => {
                rows.push(format!("| [{at}]({url}) | {heading} | {section} |"));
            }
            None => missing.push(at),
        }
    }
    if !missing.is_empty() {
        return Err(Error::Misplaced(format!(
            "no section takes up {}",
            missing.join(", ")
        )));
    }
    let head = "| Time | In the video | In this book |\n| --- | --- | --- |";
    Ok(format!("{head}\n{}", rows.join("\n")))
}

/// A link to the section that takes up a timestamp, if one does.
fn section(
    context: &Context<'_>,
    place: Place<'_>,
    timestamp: &Timestamp,
) -> Option<String> {
    let video = context.survey.videos.get(timestamp.at)?;
    let page = &context.pages[video.page];
    let heading =
        page.section(video.offset).map(|heading| heading.words.clone());
    // What is wrong in the heading is refused where it stands, and so is its absence.
    let words = heading.and_then(|words| context.bind(page, words).ok());
    let words = words.unwrap_or_else(|| home_name(timestamp.home));
    let link = link(place.page, page, &video::id(timestamp));
    Some(format!("[{}]({link})", words.trim()))
}
