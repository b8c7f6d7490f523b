//! Pages open, ask nobody else, and are light.

use anyhow::ensure;
use reader_tests::{
    budget::Budget,
    reader::{Place, Reader},
    traffic::{Request, Traffic},
};

pub(crate) fn every_page_opens_from_a_host_without_a_word_in_the_console(
    reader: &Reader,
) -> anyhow::Result<()> {
    every_page_opens_silently(reader, Place::Host)
}

pub(crate) fn every_page_opens_from_the_disk_without_a_word_in_the_console(
    reader: &Reader,
) -> anyhow::Result<()> {
    every_page_opens_silently(reader, Place::Disk)
}

fn every_page_opens_silently(
    reader: &Reader,
    place: Place,
) -> anyhow::Result<()> {
    let home = reader.address(place);
    let mut faults = Vec::new();
    for page in reader.pages_and_print() {
        let traffic = reader.watch(place, page)?;
        let arrived = reader.url()? == format!("{home}{page}");
        ensure!(arrived, "{page} leads to {}", reader.url()?);
        let said = reader.console()?;
        faults.extend(said.iter().map(|line| format!("{page}: {line}")));
        let strangers = traffic.requests().map(|request| &request.url);
        let strangers = strangers.filter(|url| !url.starts_with(&home));
        faults.extend(strangers.map(|url| format!("{page} asks for {url}")));
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

pub(crate) fn every_page_is_light_and_asks_for_few_files(
    reader: &Reader,
) -> anyhow::Result<()> {
    let budget = Budget::read()?;
    let mut faults = Vec::new();
    for page in reader.pages() {
        let traffic = reader.watch(Place::Host, page)?;
        let (bytes, requests) = (traffic.bytes(), traffic.own().count());
        ensure!(bytes > 0, "{page} was not weighed");
        if bytes > budget.page.kilobytes * 1024
            || requests > budget.page.requests
        {
            faults.push(format!(
                "{page} weighs {} KB in {requests} files, of {} in {}:\n{}",
                bytes / 1024,
                budget.page.kilobytes,
                budget.page.requests,
                bill(&traffic)
            ));
        }
        for request in traffic.own() {
            let Some(chapter) = chapter_of(&request.url) else { continue };
            let most = budget.script.most(chapter);
            let bytes = request.bytes.unwrap_or(0);
            if bytes > most * 1024 {
                faults.push(format!(
                    "the script of {chapter} weighs {} KB, of {most}",
                    bytes / 1024
                ));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The chapter whose live script has this address.
fn chapter_of(url: &str) -> Option<&str> {
    url.split_once("/live/")?.1.strip_suffix(".js")
}

/// What a page asked for, the heaviest first.
fn bill(traffic: &Traffic) -> String {
    let mut requests: Vec<&Request> = traffic.own().collect();
    requests.sort_by_key(|request| std::cmp::Reverse(request.bytes));
    let line = |request: &Request| {
        format!("{:9} {}\n", request.bytes.unwrap_or(0), request.url)
    };
    requests.into_iter().map(line).collect()
}
