//! What a page asked for while it was opened.

use std::collections::BTreeMap;

use serde_json::Value;

/// The requests of a page, by the browser's own account.
#[derive(Clone, Debug, Default)]
pub struct Traffic {
    requests: BTreeMap<String, Request>,
}

/// A file that a page asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its address.
    pub url: String,
    /// The bytes that came, headers and packing included; `None` while it is on its way, or if
    /// nobody counts.
    pub bytes: Option<u64>,
    /// Whether it is the next page, fetched while the reader reads.
    pub is_ahead: bool,
}

impl Traffic {
    /// Adds entries of Chromium's log `performance`.
    pub(crate) fn add(&mut self, entries: &[Value]) {
        for entry in entries {
            let message = entry["message"].as_str().unwrap_or_default();
            if let Ok(event) = serde_json::from_str::<Value>(message) {
                self.add_event(&event["message"]);
            }
        }
    }

    /// Adds what was asked for, if nothing but the addresses is known.
    pub(crate) fn add_addresses(&mut self, urls: Vec<String>) {
        for url in urls {
            let request = Request { url, bytes: None, is_ahead: false };
            self.requests.insert(self.requests.len().to_string(), request);
        }
    }

    fn add_event(&mut self, event: &Value) {
        let parameters = &event["params"];
        let text =
            |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let id = text(&parameters["requestId"]);
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let url = text(&parameters["request"]["url"]);
                // What a page holds in itself is asked of nobody.
                let is_held = |scheme: &&str| url.starts_with(scheme);
                if !["data:", "about:", "blob:"].iter().any(is_held) {
                    let is_ahead = parameters["type"] == "Prefetch";
                    let request = Request { url, bytes: None, is_ahead };
                    self.requests.insert(id, request);
                }
            }
            Some("Network.loadingFinished") => {
                let bytes = &parameters["encodedDataLength"];
                self.end(&id, bytes.as_f64().unwrap_or_default() as u64);
            }
            Some("Network.loadingFailed") => self.end(&id, 0),
            _ => {}
        }
    }

    fn end(&mut self, id: &str, bytes: u64) {
        if let Some(request) = self.requests.get_mut(id) {
            request.bytes = Some(bytes);
        }
    }

    /// Every request.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.requests.values()
    }

    /// The requests of the page itself, without the next page.
    pub fn own(&self) -> impl Iterator<Item = &Request> {
        self.requests().filter(|request| !request.is_ahead)
    }

    /// Whether everything that the page itself asked for has come.
    pub(crate) fn is_complete(&self) -> bool {
        self.own().all(|request| request.bytes.is_some())
    }

    /// The bytes that came for the page itself.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.own().filter_map(|request| request.bytes).sum()
    }
}
