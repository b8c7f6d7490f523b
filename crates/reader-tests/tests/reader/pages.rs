//! Pages open, ask nobody else, and are light.

use anyhow::ensure;
use reader_tests::{
    reader::{Place, Reader},
    traffic::{Request, Traffic},
};

/// What a page may weigh on its way to the reader, packed, headers included.
const MOST_BYTES: u64 = 450 * 1024;
/// How many files a page may ask for.
const MOST_REQUESTS: usize = 25;

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
    let mut weighed: Vec<(&str, Traffic)> = Vec::new();
    for page in reader.pages() {
        weighed.push((page, reader.watch(Place::Host, page)?));
    }
    for (page, traffic) in &weighed {
        let requests = traffic.own().count();
        ensure!(traffic.bytes() > 0, "{page} was not weighed");
        ensure!(
            requests <= MOST_REQUESTS,
            "{page} asks for {requests} files, {MOST_REQUESTS} at most:\n{}",
            bill(traffic)
        );
    }
    let heaviest = weighed.iter().max_by_key(|(_, traffic)| traffic.bytes());
    if let Some((page, traffic)) = heaviest {
        ensure!(
            traffic.bytes() <= MOST_BYTES,
            "{page} weighs {} KB, {} KB at most:\n{}",
            traffic.bytes() / 1024,
            MOST_BYTES / 1024,
            bill(traffic)
        );
    }
    Ok(())
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
