//! What only Chromium does: its flags, and its own protocol.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};
use serde_json::{Map, Value, json};

use crate::{browser::Browser, tools::Tools, traffic::Traffic, view::View};

/// No window, and no word to any other host.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// How it is started, with a profile in this folder.
pub(crate) fn capabilities(
    tools: &Tools,
    profile: &Path,
) -> Map<String, Value> {
    let mut flags: Vec<_> = FLAGS.map(str::to_owned).into();
    flags.push(format!("--user-data-dir={}", profile.display()));
    let mut capabilities = Map::new();
    capabilities.insert(
        "goog:chromeOptions".into(),
        json!({"binary": tools.browser, "args": flags}),
    );
    capabilities.insert(
        "goog:loggingPrefs".into(),
        json!({"browser": "ALL", "performance": "ALL"}),
    );
    capabilities
}

/// Lets the tab show its pages so.
pub(crate) fn look(browser: &Browser, view: View) -> anyhow::Result<()> {
    let scheme = if view.dark { "dark" } else { "light" };
    let motion = if view.calm { "reduce" } else { "no-preference" };
    let medium = if view.paper { "print" } else { "screen" };
    for (method, parameters) in [
        (
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": view.width, "height": 900,
                "deviceScaleFactor": 1, "mobile": false,
            }),
        ),
        (
            "Emulation.setEmulatedMedia",
            json!({
                "media": medium,
                "features": [
                    {"name": "prefers-color-scheme", "value": scheme},
                    {"name": "prefers-reduced-motion", "value": motion},
                ],
            }),
        ),
        (
            "Emulation.setScriptExecutionDisabled",
            json!({"value": !view.scripts}),
        ),
    ] {
        browser.tell(method, &parameters)?;
    }
    Ok(())
}

/// Forgets what the pages at this address have stored, and what stands in the logs.
pub(crate) fn forget(browser: &Browser, home: &str) -> anyhow::Result<()> {
    let everything = json!({"origin": home, "storageTypes": "all"});
    browser.tell("Storage.clearDataForOrigin", &everything)?;
    browser.log("browser")?;
    browser.log("performance")?;
    Ok(())
}

/// What stands in the console since it was last read.
pub(crate) fn console(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let entries = browser.log("browser")?;
    let line = |entry: &Value| {
        format!("{} {}", entry["level"], entry["message"]).replace('"', "")
    };
    Ok(entries.iter().map(line).collect())
}

/// Opens a page as if for the first time, and tells what it asked for until all of that has come.
pub(crate) fn watch(browser: &Browser, url: &str) -> anyhow::Result<Traffic> {
    let cache = |is_off: bool| {
        let disabled = json!({"cacheDisabled": is_off});
        browser.tell("Network.setCacheDisabled", &disabled)
    };
    cache(true)?;
    browser.open_until_laid_out(url)?;
    let begun = Instant::now();
    let mut traffic = Traffic::default();
    loop {
        traffic.add(&browser.log("performance")?);
        if traffic.is_complete() {
            break;
        }
        let elapsed = begun.elapsed();
        ensure!(elapsed < Duration::from_secs(10), "{url}: {traffic:?}");
        thread::sleep(Duration::from_millis(20));
    }
    cache(false)?;
    Ok(traffic)
}

impl Browser {
    /// Sends a command of Chromium's own protocol: `Emulation.setEmulatedMedia`.
    ///
    /// # Errors
    ///
    /// When the browser refuses it.
    pub fn tell(
        &self,
        method: &str,
        parameters: &Value,
    ) -> anyhow::Result<Value> {
        let body = json!({"cmd": method, "params": parameters});
        self.issue("goog/cdp/execute", body)
            .with_context(|| format!("{method} {parameters}"))
    }

    /// What a log of Chromium holds since it was last read: `browser` (the console) or
    /// `performance`.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn log(&self, kind: &str) -> anyhow::Result<Vec<Value>> {
        match self.issue("se/log", json!({"type": kind}))? {
            Value::Array(entries) => Ok(entries),
            other => bail!("the log {kind} is no list: {other}"),
        }
    }
}
