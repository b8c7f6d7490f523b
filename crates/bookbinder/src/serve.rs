//! `cargo book serve`: the book in the browser, built again at every change.

use std::{
    io::{self, Write as _},
    net::{
        IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream,
        ToSocketAddrs as _,
    },
    path::Path,
    process::{Child, Command, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context as _, bail};

use crate::{
    build,
    library::Library,
    live::{self, Live},
    tools,
};

/// How often the server is looked after.
const TICK: Duration = Duration::from_millis(50);

/// Serves the book of the workspace at `root` until it is stopped, and forwards how mdBook ended.
///
/// # Errors
///
/// A port that is taken, and mdBook's program missing and not to be installed.
pub fn serve(
    root: &Path,
    live: &Live,
    port: u16,
    open: bool,
) -> anyhow::Result<ExitCode> {
    test_port(port)?;
    // What is wrong with the book is told in one line here, and what could be built stays readable
    // when mdBook's program cannot be had.
    let destination = root.join("target/book");
    build::build_with(Library::book(), live, root, &destination)?;
    let mdbook = tools::mdbook(root)?;
    let mut command = Command::new(&mdbook);
    command.arg("serve").arg(root.join("book"));
    command.args(["--hostname", "localhost", "--port", &port.to_string()]);
    command.arg("--dest-dir").arg(root.join("target/serve"));
    if open {
        command.arg("--open");
    }
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    ctrlc::set_handler(move || stopped.store(true, Ordering::Relaxed))
        .context("cannot listen for Ctrl-C")?;
    let mut server = command
        .spawn()
        .with_context(|| format!("cannot start {}", mdbook.display()))?;
    if *live != Live::still() {
        let root = root.to_owned();
        // It ends with the program.
        thread::spawn(move || live::follow(&Library::book(), &root, say));
    }
    let code = attend(&mut server, port, &stop);
    if code.is_err() {
        // What went wrong is already being told.
        let _ = server.kill();
    }
    code
}

/// Says when the server listens, and waits until it ends or is to be stopped.
fn attend(
    server: &mut Child,
    port: u16,
    stop: &AtomicBool,
) -> anyhow::Result<ExitCode> {
    let mut said = false;
    loop {
        if stop.load(Ordering::Relaxed) {
            server.kill().context("cannot stop mdBook")?;
            server.wait().context("cannot wait for mdBook")?;
            return Ok(ExitCode::SUCCESS);
        }
        let ended = server.try_wait().context("cannot wait for mdBook")?;
        thread::sleep(TICK);
        match ended {
            // Ctrl-C reaches mdBook too, and may end it before this program hears of it.
            Some(_) if stop.load(Ordering::Relaxed) => {
                return Ok(ExitCode::SUCCESS);
            }
            Some(status) => {
                let code =
                    status.code().and_then(|code| u8::try_from(code).ok());
                return Ok(code.map_or(ExitCode::FAILURE, ExitCode::from));
            }
            None if !said && answers(port) => {
                // Who closed the output still has the page.
                let _ = say(&format!(
                    "Serving Two Peaks at http://localhost:{port} (live reload; stop with Ctrl-C)"
                ));
                said = true;
            }
            None => {}
        }
    }
}

fn say(text: &str) -> anyhow::Result<()> {
    Ok(writeln!(io::stdout(), "{text}")?)
}

/// Refuses a port on which something else listens.
///
/// # Errors
///
/// The port, if it cannot be served at.
pub fn test_port(port: u16) -> anyhow::Result<()> {
    for address in addresses(port) {
        match TcpListener::bind(address) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                bail!("port {port} is taken; choose another with --port")
            }
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                bail!(
                    "port {port} may not be used ({error}); choose another with --port"
                )
            }
            // A machine without IPv6 still has an IPv4 address to serve at.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

fn answers(port: u16) -> bool {
    addresses(port).iter().any(|address| TcpStream::connect(address).is_ok())
}

/// Where a browser looks for `http://localhost`: what the name stands for, and 127.0.0.1.
fn addresses(port: u16) -> Vec<SocketAddr> {
    let mut addresses =
        vec![SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)];
    addresses
        .extend(("localhost", port).to_socket_addrs().into_iter().flatten());
    addresses
}
