//! How the reader looks at the book.

use serde_json::{Value, json};

/// A window, and what its reader likes. By default: wide, light, on a screen, with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The width of the page, in CSS pixels.
    pub width: u16,
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether the page is to be printed.
    pub paper: bool,
    /// Whether the page's own scripts run.
    pub scripts: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { width: 1280, dark: false, paper: false, scripts: true }
    }
}

impl View {
    /// The commands that make a tab show pages so.
    pub(crate) fn commands(self) -> [(&'static str, Value); 3] {
        let scheme = if self.dark { "dark" } else { "light" };
        let medium = if self.paper { "print" } else { "screen" };
        [
            (
                "Emulation.setDeviceMetricsOverride",
                json!({
                    "width": self.width, "height": 900,
                    "deviceScaleFactor": 1, "mobile": false,
                }),
            ),
            (
                "Emulation.setEmulatedMedia",
                json!({
                    "media": medium,
                    "features": [{"name": "prefers-color-scheme", "value": scheme}],
                }),
            ),
            (
                "Emulation.setScriptExecutionDisabled",
                json!({"value": !self.scripts}),
            ),
        ]
    }
}
