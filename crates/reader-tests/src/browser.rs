//! A browser without a window.

use std::{
    future::Future,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use fantoccini::{
    Client, ClientBuilder,
    actions::{
        InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction,
        TouchActions,
    },
    error::CmdError,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{runtime, runtime::Runtime, time};

use crate::{
    chromium,
    command::OwnCommand,
    driver::Driver,
    firefox,
    tools::{Engine, Tools},
};

/// How long a script or the loading of a page may take, by the driver's clock: far longer than any
/// does, also where the machine has much else to do.
const DRIVERS_PATIENCE: Duration = Duration::from_secs(90);

/// How long anything in the browser may take: longer, so that what has no end is ended by the driver,
/// and the browser can still be closed.
const PATIENCE: Duration = Duration::from_mins(2);

/// A browser with one tab. Dropping it ends the browser, and leaves nothing behind.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    runtime: Runtime,
    client: Client,
    // Dropped in this order: who steers the browser, then the folder in which it writes.
    _driver: Driver,
    _profile: TempDir,
}

/// What a reader points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A finger on the screen.
    Finger,
    /// A mouse with its first button.
    Mouse,
}

impl Browser {
    /// Starts a browser of its own, with a profile of its own.
    ///
    /// # Errors
    ///
    /// When the browser or its driver does not start.
    pub fn start(tools: &Tools) -> anyhow::Result<Self> {
        let driver = Driver::start(tools)?;
        let profile = tempfile::tempdir()?;
        let mut capabilities = match tools.engine {
            Engine::Chromium => chromium::capabilities(tools, profile.path()),
            Engine::Firefox => firefox::capabilities(tools, profile.path()),
        };
        let most = DRIVERS_PATIENCE.as_millis() as u64;
        let timeouts = json!({"script": most, "pageLoad": most});
        capabilities.insert("timeouts".into(), timeouts);
        let runtime =
            runtime::Builder::new_current_thread().enable_all().build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let url = driver.url();
        let client = runtime
            .block_on(async {
                time::timeout(PATIENCE, builder.connect(&url)).await
            })
            .context("the browser does not start")??;
        Ok(Self {
            engine: tools.engine,
            runtime,
            client,
            _driver: driver,
            _profile: profile,
        })
    }

    /// What draws its pages.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes back to the page before, as the reader's button does.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn go_back(&self) -> anyhow::Result<()> {
        self.wait_for(self.client.back())
    }

    /// Opens a page, and waits until it is loaded.
    ///
    /// # Errors
    ///
    /// When it cannot be opened.
    pub fn open(&self, url: &str) -> anyhow::Result<()> {
        self.wait_for(self.client.goto(url))
            .with_context(|| format!("cannot open {url}"))?;
        // A driver that has much to do says so while the page before is still there.
        self.wait_until(&format!(
            "document.readyState === 'complete' && location.href.split('#')[0] \
             === new URL({}).href.split('#')[0]",
            json!(url)
        ))
    }

    /// Opens a page, and waits until its fonts stand and a frame is drawn.
    pub(crate) fn open_until_laid_out(&self, url: &str) -> anyhow::Result<()> {
        self.open(url)?;
        self.run_async(
            "document.fonts.ready.then(() => requestAnimationFrame(() => done()))",
        )?;
        Ok(())
    }

    /// Where the tab is.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn url(&self) -> anyhow::Result<String> {
        Ok(self.wait_for(self.client.current_url())?.into())
    }

    /// Runs a script in the page, and gives what it returns.
    ///
    /// # Errors
    ///
    /// What the script throws.
    pub fn run(&self, script: &str) -> anyhow::Result<Value> {
        self.wait_for(self.client.execute(script, Vec::new()))
    }

    /// Runs a script that calls `done` with its answer, and gives that.
    ///
    /// # Errors
    ///
    /// What the script throws, and when it never calls `done`.
    pub fn run_async(&self, script: &str) -> anyhow::Result<Value> {
        let script =
            format!("const done = arguments[arguments.length - 1]; {script}");
        self.wait_for(self.client.execute_async(&script, Vec::new()))
    }

    /// Whether a condition holds in the page.
    ///
    /// # Errors
    ///
    /// What the condition throws.
    pub fn is(&self, condition: &str) -> anyhow::Result<bool> {
        Ok(self.run(&format!("return {condition}"))? == true)
    }

    /// Waits until a condition holds in the page.
    ///
    /// # Errors
    ///
    /// When it does not for longer than a fit takes on a busy machine.
    pub fn wait_until(&self, condition: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            // Between two pages there is none that could answer.
            if matches!(self.is(condition), Ok(true)) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("waited in vain for {condition} at {}", self.url()?)
    }

    /// Presses keys one after the other: letters, and [`Key`](fantoccini::key::Key)s as `char`.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn press(
        &self,
        keys: impl IntoIterator<Item = impl Into<char>>,
    ) -> anyhow::Result<()> {
        let mut actions = KeyActions::new("keyboard".into());
        for value in keys.into_iter().map(Into::into) {
            actions = actions.then(KeyAction::Down { value });
            actions = actions.then(KeyAction::Up { value });
        }
        self.wait_for(self.client.perform_actions(actions))
    }

    /// Takes hold of a place with the mouse or a finger, goes elsewhere and lets go; places are in CSS
    /// pixels from the upper left of the window.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn drag(
        &self,
        pointer: Pointer,
        from: [f64; 2],
        to: [f64; 2],
    ) -> anyhow::Result<()> {
        let at = |[x, y]: [f64; 2], milliseconds| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(milliseconds)),
            x,
            y,
        };
        let steps = [
            at(from, 0),
            PointerAction::Down { button: 0 },
            at(to, 200),
            PointerAction::Up { button: 0 },
        ];
        match pointer {
            Pointer::Finger => {
                let finger = TouchActions::new("finger".into());
                let actions =
                    steps.into_iter().fold(finger, TouchActions::then);
                self.wait_for(self.client.perform_actions(actions))
            }
            Pointer::Mouse => {
                let mouse = MouseActions::new("mouse".into());
                let actions = steps.into_iter().fold(mouse, MouseActions::then);
                self.wait_for(self.client.perform_actions(actions))
            }
        }
    }

    /// Sends a command that only one engine's driver knows.
    pub(crate) fn issue(
        &self,
        path: &'static str,
        body: Value,
    ) -> anyhow::Result<Value> {
        let command = OwnCommand { path, body };
        self.wait_for(self.client.issue_cmd(command))
    }

    fn wait_for<T>(
        &self,
        answer: impl Future<Output = Result<T, CmdError>>,
    ) -> anyhow::Result<T> {
        self.runtime.block_on(async {
            let answer = time::timeout(PATIENCE, answer).await;
            Ok(answer.context("the browser does not answer")??)
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Also when a test failed: the browser is asked to end before its driver is stopped.
        let _ = self.wait_for(self.client.clone().close());
    }
}
