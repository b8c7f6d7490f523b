//! A web host on this machine, for one folder, whose pages reload when they are told to.

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    path::Path,
};

use anyhow::{Context as _, Result, bail};
use axum::{
    Router,
    extract::ws::{Message, WebSocket, WebSocketUpgrade},
    http::{HeaderValue, header::CACHE_CONTROL},
    routing::get,
};
use tokio::{net, runtime::Runtime, sync::broadcast};
use tower_http::{
    services::{ServeDir, ServeFile},
    set_header::SetResponseHeaderLayer,
};

/// Where mdBook's pages listen for a reload.
pub(super) const RELOAD: &str = "__livereload";

/// The host, bound to its port.
pub(super) struct Host {
    port: u16,
    listeners: Vec<TcpListener>,
    runtime: Runtime,
    reload: broadcast::Sender<()>,
}

impl Host {
    /// Takes a port, at every address that a browser may mean by `localhost`.
    pub(super) fn bind(port: u16) -> Result<Self> {
        let mut listeners = Vec::new();
        for address in [
            SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            SocketAddr::from((Ipv6Addr::LOCALHOST, port)),
        ] {
            match TcpListener::bind(address) {
                Ok(listener) => listeners.push(listener),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    bail!("port {port} is taken; choose another with --port")
                }
                // A machine without IPv6 still has an IPv4 address to serve at.
                Err(_) if !listeners.is_empty() => {}
                Err(error) => bail!(
                    "port {port} may not be used ({error}); choose another with --port"
                ),
            }
        }
        let runtime = Runtime::new().context("cannot start a web host")?;
        let (reload, _) = broadcast::channel(1);
        Ok(Self { port, listeners, runtime, reload })
    }

    pub(super) fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Serves a folder from now on, in the background.
    pub(super) fn serve(&self, folder: &Path) -> Result<()> {
        let router = router(folder, &self.reload);
        for listener in &self.listeners {
            let listener = listener.try_clone()?;
            listener.set_nonblocking(true)?;
            let router = router.clone();
            let _context = self.runtime.enter();
            let listener = net::TcpListener::from_std(listener)?;
            self.runtime.spawn(async { axum::serve(listener, router).await });
        }
        Ok(())
    }

    /// Has every open page load itself again.
    pub(super) fn reload(&self) {
        // No page may be open.
        let _ = self.reload.send(());
    }
}

fn router(folder: &Path, reload: &broadcast::Sender<()>) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(missing);
    let reload = reload.clone();
    let listen = move |upgrade: WebSocketUpgrade| {
        let told = reload.subscribe();
        async { upgrade.on_upgrade(|page| tell(page, told)) }
    };
    // A browser that keeps a page would not see that it has changed.
    let ask_again = SetResponseHeaderLayer::overriding(
        CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    );
    Router::new()
        .route(&format!("/{RELOAD}"), get(listen))
        .fallback_service(files)
        .layer(ask_again)
}

/// Tells a page to reload as soon as there is a new one, and then is done with it.
async fn tell(mut page: WebSocket, mut told: broadcast::Receiver<()>) {
    loop {
        tokio::select! {
            news = told.recv() => {
                // One that was missed is one all the same.
                if !matches!(news, Err(broadcast::error::RecvError::Closed)) {
                    // The page may have been closed.
                    let _ = page.send(Message::text("reload")).await;
                }
                return;
            }
            word = page.recv() => {
                if word.is_none_or(|word| word.is_err()) {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{Read as _, Write as _},
        net::TcpStream,
    };

    use super::*;

    /// A port that nobody has.
    fn free_port() -> u16 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.local_addr().unwrap().port()
    }

    fn asked(port: u16, path: &str) -> String {
        let mut host = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        );
        host.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        host.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn pages_are_served_as_they_are_now_and_nothing_outside_the_folder_is() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("book");
        fs::create_dir(&folder).unwrap();
        fs::write(root.path().join("secret"), "secret").unwrap();
        fs::write(folder.join("404.html"), "not here").unwrap();
        let port = free_port();
        let host = Host::bind(port).unwrap();
        host.serve(&folder).unwrap();
        for text in ["first", "second"] {
            fs::write(folder.join("index.html"), text).unwrap();
            let answer = asked(port, "/");
            assert!(answer.ends_with(text), "{answer}");
            assert!(answer.contains("cache-control: no-cache"), "{answer}");
        }
        for path in ["/a.html", "/../secret", "/%2e%2e/secret"] {
            let answer = asked(port, path);
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
            assert!(!answer.contains("secret\n"), "{path}: {answer}");
        }
        let module = folder.join("a.wasm");
        fs::write(module, "").unwrap();
        assert!(asked(port, "/a.wasm").contains("application/wasm"));
    }

    #[test]
    fn an_open_page_is_told_to_reload() {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let host = Host::bind(port).unwrap();
        host.serve(folder.path()).unwrap();
        let mut page = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        let request = format!(
            "GET /{RELOAD} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        page.write_all(request.as_bytes()).unwrap();
        let mut answer = [0; 512];
        let length = page.read(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer[..length]);
        assert!(answer.starts_with("HTTP/1.1 101"), "{answer}");
        host.reload();
        let mut told = Vec::new();
        page.read_to_end(&mut told).unwrap();
        // A frame of text, six bytes long.
        assert!(told.starts_with(b"\x81\x06reload"), "{told:?}");
    }

    #[test]
    fn a_port_that_is_taken_is_refused() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let error = Host::bind(port).err().unwrap();
        assert_eq!(
            error.to_string(),
            format!("port {port} is taken; choose another with --port")
        );
    }
}
