//! Pages open, ask nobody else, and are light.

use anyhow::ensure;
use reader_tests::{
    book::Place,
    budget::Budget,
    reader::Reader,
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
    for page in reader.book().pages_and_print() {
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

/// Or the silence of the pages would say nothing.
pub(crate) fn an_error_and_a_request_of_a_page_are_heard(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("outro.html")?;
    reader.console()?;
    reader.listen()?;
    reader.run(
        "const script = document.createElement('script');
         script.textContent = `
             const image = new Image();
             image.onerror = () => document.body.classList.add('asked');
             image.src = '/nobody';
             throw new Error('heard');`;
         document.body.append(script);",
    )?;
    reader.wait_until("document.body.classList.contains('asked')")?;
    let said = reader.console()?;
    let is_said = said.iter().any(|line| line.contains("heard"));
    ensure!(is_said, "the console says {said:?}");
    let asked = reader.asked()?;
    let nobody = reader.address(Place::Host) + "nobody";
    let is_asked = asked.requests().any(|request| request.url == nobody);
    ensure!(is_asked, "{asked:?}");
    Ok(())
}

pub(crate) fn every_page_is_light_and_asks_for_few_files(
    reader: &Reader,
) -> anyhow::Result<()> {
    let budget = Budget::read()?;
    let mut faults = Vec::new();
    for page in reader.book().pages() {
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
            let most = budget.script.kilobytes;
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
