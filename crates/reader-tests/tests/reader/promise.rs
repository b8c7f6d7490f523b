//! What a page promises, the browser keeps: whatever runs in it can send nothing anywhere.

use anyhow::ensure;
use reader_tests::{
    book::{PRINT, Place},
    reader::Reader,
};
use serde_json::json;

/// Tries to get something out of the page or in, in each way that its policy names, and notes by which
/// rules the browser refuses. No stranger's name leads anywhere in these browsers.
const ATTEMPTS: &str = r#"
    const script = document.createElement("script");
    script.textContent = `
        globalThis.refused = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
            refused.push(effectiveDirective);
        });
        const stranger = "https://example.org/";
        const add = (element, attributes) => {
            document.body.append(Object.assign(document.createElement(element), attributes));
            return document.body.lastChild;
        };
        // Where nothing forbids it, the page stays all the same.
        add("iframe", { name: "elsewhere" });
        const attempts = [
            () => fetch(stranger).catch(() => {}),
            () => new EventSource(stranger).close(),
            () => new WebSocket("wss://example.org/").close(),
            () => navigator.sendBeacon(stranger, "a word"),
            () => add("form", { action: stranger, method: "post", target: "elsewhere" }).submit(),
            () => add("object", { data: stranger }),
            () => document.head.append(Object.assign(document.createElement("base"), { href: stranger })),
        ];
        for (const attempt of attempts) {
            // Some are refused by an error.
            try { attempt(); } catch {}
        }`;
    document.body.append(script);
"#;

/// The rules that refuse, each once.
const REFUSED: &str = "[...new Set(globalThis.refused)].sort()";

pub(crate) fn a_page_can_send_nothing_anywhere(
    reader: &Reader,
) -> anyhow::Result<()> {
    let wanted =
        json!(["base-uri", "connect-src", "form-action", "object-src"]);
    for place in [Place::Host, Place::Disk] {
        for page in ["chapter-1.html", "your-own-data.html", PRINT] {
            reader.open(&(reader.address(place) + page))?;
            reader.run(ATTEMPTS)?;
            let is_refused = format!("{REFUSED}.length === 4");
            let waited = reader.wait_until(&is_refused);
            let refused = reader.run(&format!("return {REFUSED}"))?;
            ensure!(
                waited.is_ok() && refused == wanted,
                "{place:?}: {page} is refused no more than {refused}"
            );
        }
    }
    Ok(())
}
