//! What the browser keeps a page from doing.

use anyhow::ensure;
use reader_tests::reader::{Place, Reader};

/// Ways to send what a reader has typed, and what refuses each.
const WAYS: [(&str, &str); 4] = [
    ("fetch('https://example.org/').catch(() => {})", "connect-src"),
    ("navigator.sendBeacon('https://example.org/', '1.3')", "connect-src"),
    (
        "const form = document.createElement('form');
         form.action = 'https://example.org/';
         document.body.append(form);
         form.submit();
         form.remove()",
        "form-action",
    ),
    (
        "const base = document.createElement('base');
         base.href = 'https://example.org/';
         document.head.append(base)",
        "base-uri",
    ),
];

pub(crate) fn the_browser_lets_no_page_send_anything(
    reader: &Reader,
) -> anyhow::Result<()> {
    let pages = reader.pages_and_print().map(str::to_owned);
    let pages: Vec<String> = pages.chain(["404.html".to_owned()]).collect();
    for page in pages {
        reader.read(&page)?;
        ensure_refused(reader, &page, WAYS[0])?;
    }
    for place in [Place::Host, Place::Disk] {
        reader.open(&(reader.address(place) + "your-own-data.html"))?;
        for way in WAYS {
            ensure_refused(reader, &format!("{place:?}"), way)?;
        }
    }
    // The browser has said it too, which is no fault of the pages.
    reader.console()?;
    Ok(())
}

fn ensure_refused(
    reader: &Reader,
    place: &str,
    (way, directive): (&str, &str),
) -> anyhow::Result<()> {
    let refused = reader.run_async(&format!(
        "const told = ({{ effectiveDirective }}) => {{ clearTimeout(late); done(effectiveDirective); }};
         const late = setTimeout(() => done('nothing'), 2000);
         document.addEventListener('securitypolicyviolation', told, {{ once: true }});
         {way};"
    ))?;
    ensure!(refused == directive, "{place}: {way}: {refused} refused it");
    Ok(())
}
