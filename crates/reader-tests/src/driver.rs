use std::{
    io::{self, BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    thread,
};

use anyhow::Context as _;

use crate::tools::{Engine, Tools};

/// A running `chromedriver` or `geckodriver`, stopped when this is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it at a port that it chooses itself, so that two runs never meet.
    pub(crate) fn start(tools: &Tools) -> anyhow::Result<Self> {
        let program = tools.driver.display();
        let mut command = Command::new(&tools.driver);
        command.arg("--port=0").stdin(Stdio::null());
        if tools.engine == Engine::Firefox {
            // Two Firefoxes would meet at the port that is meant for one.
            command.args(["--websocket-port=0", "--allow-system-access"]);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot start {program}"))?;
        let output = child.stdout.take();
        // From here on it is stopped, whatever happens.
        let mut driver = Self { child, port: 0 };
        let mut output =
            BufReader::new(output.context("the driver has no output")?);
        let mut line = String::new();
        while driver.port == 0 {
            line.clear();
            let length = output.read_line(&mut line)?;
            anyhow::ensure!(length > 0, "{program} ended at once");
            driver.port = port(&line).unwrap_or(0);
        }
        // What it says later is read too, or it would wait for somebody to do so.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Ok(driver)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 43567.` or `Listening on
/// 127.0.0.1:43567`.
fn port(line: &str) -> Option<u16> {
    let beginnings =
        ["started successfully on port ", "Listening on 127.0.0.1:"];
    let (_, rest) =
        beginnings.iter().find_map(|beginning| line.split_once(beginning))?;
    rest.trim().trim_end_matches('.').parse().ok()
}
