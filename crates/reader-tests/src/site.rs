//! A web host of a folder, which packs what it sends as the hosts of books do.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use flate2::{Compression, write::GzEncoder};

/// A folder that is served until this is dropped.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    closed: Arc<AtomicBool>,
    server: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves `folder` at a free port of this machine.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or there is no port to listen at.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut answers = Answers::new();
        pack_all(folder, "", &mut answers)?;
        let answers = Arc::new(answers);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let closed = Arc::new(AtomicBool::new(false));
        let server = thread::spawn({
            let closed = Arc::clone(&closed);
            move || {
                for stream in listener.incoming().flatten() {
                    if closed.load(Ordering::Relaxed) {
                        return;
                    }
                    let answers = Arc::clone(&answers);
                    // A browser that hangs up in the middle is no fault of the book.
                    thread::spawn(move || converse(&stream, &answers));
                }
            }
        });
        Ok(Self { address, closed, server: Some(server) })
    }

    /// Where it is served, with the slash at the end: `http://127.0.0.1:41234/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::Relaxed);
        // Wakes the server, which waits for a caller.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(server) = self.server.take().filter(|_| woken) {
            let _ = server.join();
        }
    }
}

/// The answers to the requests for the files below a folder, by their paths.
type Answers = BTreeMap<String, Vec<u8>>;

/// Packs every file of a folder, once for all requests.
fn pack_all(
    folder: &Path,
    below: &str,
    answers: &mut Answers,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            pack_all(&entry.path(), &format!("{path}/"), answers)?;
        } else {
            let answer = answer(&fs::read(entry.path())?, &entry.path())?;
            answers.insert(path, answer);
        }
    }
    Ok(())
}

fn answer(body: &[u8], path: &Path) -> io::Result<Vec<u8>> {
    let (kind, is_text) = media_type(path);
    let packed = if is_text { Some(pack(body)?) } else { None };
    let encoding = if is_text { "Content-Encoding: gzip\r\n" } else { "" };
    let body = packed.as_deref().unwrap_or(body);
    let mut answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}\
         Cache-Control: max-age=600\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend(body);
    Ok(answer)
}

/// The media type of a file, and whether it is text that is worth packing.
fn media_type(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => ("text/html; charset=utf-8", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("js") => ("text/javascript; charset=utf-8", true),
        Some("svg") => ("image/svg+xml", true),
        Some("woff2") => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    }
}

fn pack(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body)?;
    encoder.finish()
}

/// Answers the requests of one connection, until the browser ends it.
fn converse(stream: &TcpStream, answers: &Answers) -> io::Result<()> {
    let missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    let mut lines = BufReader::new(stream).lines();
    while let Some(request) = lines.next().transpose()? {
        for header in lines.by_ref() {
            if header?.is_empty() {
                break;
            }
        }
        let answer = path(&request).and_then(|path| answers.get(path));
        (&mut &*stream).write_all(answer.map_or(missing, Vec::as_slice))?;
    }
    Ok(())
}

/// What a request such as `GET /chapter-1.html?highlight=mode HTTP/1.1` asks for.
fn path(request: &str) -> Option<&str> {
    let target = request.strip_prefix("GET /")?.split(' ').next()?;
    let path = target.split('?').next()?;
    Some(if path.is_empty() { "index.html" } else { path })
}
