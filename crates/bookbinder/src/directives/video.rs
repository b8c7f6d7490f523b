//! `{{#video 02:04}}`: a link to a second of the video, in the section that takes it up.

use chapter::{Home, TIMESTAMPS, Timestamp};
use pulldown_cmark::HeadingLevel;

use super::{Context, Directive, Error, Expanded, Place, home_name};
use crate::{html::escape, nearest::Unknown};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "video",
    usage: "{{#video TIME}}, such as {{#video 02:04}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

fn expand(_: &Context<'_>, place: Place<'_>, times: &[String]) -> Expanded {
    let at = &times[0];
    let timestamp = Timestamp::find(at).ok_or_else(|| {
        Unknown::new("timestamp", at, TIMESTAMPS.iter().map(|known| known.at))
    })?;
    check_place(timestamp, place)?;
    let heading = escape(timestamp.heading);
    // Each `aside` is a landmark, so each has a name of its own.
    Ok(format!(
        r#"<aside class="video" aria-label="The video at {at}"><a id="{}" href="{}" title="{heading}" aria-label="Watch: {heading}, at {at}">{at}</a></aside>"#,
        id(timestamp),
        escape(&timestamp.url())
    ))
}

/// The `id` of the link in its section: `video-02-04`.
pub(super) fn id(timestamp: &Timestamp) -> String {
    format!("video-{}", timestamp.at.replace(':', "-"))
}

fn check_place(timestamp: &Timestamp, place: Place<'_>) -> Result<(), Error> {
    let (at, home) = (timestamp.at, timestamp.home);
    if place.page.home() != Some(home) {
        return Err(Error::Misplaced(format!(
            "{at} belongs to {}",
            home_name(home)
        )));
    }
    let heading = place.page.section(place.offset).map(|heading| heading.level);
    match (heading, home) {
        (Some(HeadingLevel::H2), _)
        | (Some(HeadingLevel::H1), Home::Introduction | Home::Outro) => Ok(()),
        (_, Home::Chapter(_)) => Err(Error::Misplaced(format!(
            "{{{{#video {at}}}}} must stand under a `##` heading"
        ))),
        (None, _) => Err(Error::Misplaced(format!(
            "{{{{#video {at}}}}} must stand under a heading"
        ))),
        _ => Ok(()),
    }
}
