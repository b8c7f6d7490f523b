//! What only Firefox does: its preferences, and scripts with the rights of the browser itself.

use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use serde_json::{Map, Value, json};

use crate::{browser::Browser, tools::Tools, view::View};

/// How it is started, with a profile in this folder.
pub(crate) fn capabilities(
    tools: &Tools,
    profile: &Path,
) -> Map<String, Value> {
    let options = json!({
        "binary": tools.browser,
        "args": [
            "--headless", "--width", "1600", "--height", "1200", "--profile", profile,
        ],
        "prefs": {
            // No word to any other host: names lead nowhere.
            "network.dns.disabled": true,
            // The page of print asks for paper by itself, and nothing else would be answered meanwhile.
            "print.enabled": false,
            // As on a phone, where no scrollbar takes room.
            "ui.useOverlayScrollbars": 1,
        },
    });
    let mut capabilities = Map::new();
    capabilities.insert("moz:firefoxOptions".into(), options);
    capabilities
}

/// Lets the tab show its pages so, on a screen.
pub(crate) fn look(browser: &Browser, view: View) -> anyhow::Result<()> {
    let View { width, dark, paper, scripts, calm } = view;
    ensure!(!paper, "Firefox shows no page as if on paper");
    let scheme = if dark { "dark" } else { "light" };
    around(
        browser,
        &format!(
            "const browser = gBrowser.selectedBrowser;
             // No window of Firefox is as narrow as a phone, but its page may be.
             Object.assign(browser.style, {{ flex: 'none', width: '{width}px', height: '900px' }});
             browser.browsingContext.allowJavascript = {scripts};
             browser.browsingContext.prefersColorSchemeOverride = '{scheme}';
             Services.prefs.setIntPref('ui.prefersReducedMotion', {});",
            u8::from(calm)
        ),
    )?;
    // The page learns of it a moment later.
    browser.wait_until(&format!("innerWidth === {width}"))
}

/// Forgets what the pages have stored and what stands in the console.
pub(crate) fn forget(browser: &Browser) -> anyhow::Result<()> {
    around(
        browser,
        "await new Promise((resolve) => Services.clearData.deleteData(
             Services.clearData.CLEAR_DOM_STORAGES, { onDataDeleted: resolve }));
         Services.console.reset();",
    )?;
    Ok(())
}

/// What stands in the console since it was last read, Firefox's words about itself left away, and those about a
/// formula of which it has received a half: whether all of its parts are there is for the proofreader to say.
pub(crate) fn console(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let lines = around(
        browser,
        "const isOwn = ({ sourceName }) => /^(chrome|resource|moz-extension|jar):/.test(sourceName);
         const isHalf = ({ errorMessage }) => errorMessage.startsWith('Invalid markup: Incorrect number of children');
         const said = Services.console.getMessageArray()
             .filter((entry) => entry instanceof Ci.nsIScriptError && !isOwn(entry) && !isHalf(entry))
             .map((entry) => entry.toString());
         Services.console.reset();
         return said;",
    )?;
    Ok(serde_json::from_value(lines)?)
}

/// Notes from now on which addresses other than files are asked for.
pub(crate) fn listen(browser: &Browser) -> anyhow::Result<()> {
    around(
        browser,
        "window.asked = [];
         window.noteAsked ??= (() => {
             const note = (request) => {
                 const channel = request.QueryInterface(Ci.nsIHttpChannel);
                 if (channel.loadInfo.browsingContextID === gBrowser.selectedBrowser.browsingContext.id)
                     window.asked.push(channel.URI.spec);
             };
             Services.obs.addObserver(note, 'http-on-opening-request');
             return note;
         })();",
    )?;
    Ok(())
}

/// What was asked for since [`listen`].
pub(crate) fn asked(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let asked = around(browser, "return window.asked.splice(0)")?;
    Ok(serde_json::from_value(asked)?)
}

/// Runs an asynchronous script with the rights of Firefox itself, in the window around the page,
/// and gives what it returns.
fn around(browser: &Browser, script: &str) -> anyhow::Result<Value> {
    browser.issue("moz/context", json!({"context": "chrome"}))?;
    let answer = browser.run_async(&format!(
        "(async () => {{ {script} }})().then(
             (answer) => done({{ answer }}), (error) => done({{ error: String(error) }}))"
    ));
    browser.issue("moz/context", json!({"context": "content"}))?;
    let answer = answer.context("around the page")?;
    match answer.get("error") {
        Some(error) => bail!("{error}: {script}"),
        None => Ok(answer["answer"].clone()),
    }
}
