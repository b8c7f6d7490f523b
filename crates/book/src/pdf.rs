//! Makes a PDF of the book, by a browser that is there: no other program sets type and pictures as the
//! pages do.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail, ensure};

/// What Chromium and its kin are called where programs are looked for.
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
];

/// Where they are installed on systems that look elsewhere.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The variable that names the browser, if it is none of these.
const VARIABLE: &str = "CHROME";

/// Prints the book in the folder `book` into the file `pdf`.
///
/// # Errors
///
/// When there is no browser, or it makes no PDF.
pub fn make(book: &Path, pdf: &Path) -> anyhow::Result<()> {
    let browser = browser(env::var_os(VARIABLE), env::var_os("PATH").as_ref())?;
    let profile = tempfile::tempdir().context("cannot make a folder")?;
    let page = fs::canonicalize(book.join("print.html"))
        .context("cannot find the page of the whole book")?;
    let page = url(&page);
    let pdf = &std::path::absolute(pdf)?;
    if let Some(folder) = pdf.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    // An older one would pass for this one.
    if pdf.exists() {
        fs::remove_file(pdf)
            .with_context(|| format!("cannot replace {}", pdf.display()))?;
    }
    let printed = Command::new(&browser)
        // Its sandbox does not start for root or in a container; it reads our own page alone.
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update"])
        .args(["--no-pdf-header-footer", "--generate-pdf-document-outline"])
        .arg(joined("--user-data-dir=", profile.path()))
        .arg(joined("--print-to-pdf=", pdf))
        .arg(page)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("cannot start {}", browser.display()))?;
    ensure!(
        printed.success() && pdf.is_file(),
        "{} made no PDF ({printed})",
        browser.display()
    );
    Ok(())
}

/// The browser that is named, or the first that is found.
fn browser(
    named: Option<OsString>,
    path: Option<&OsString>,
) -> anyhow::Result<PathBuf> {
    if let Some(named) = named {
        let named = PathBuf::from(named);
        ensure!(
            named.is_file(),
            "{VARIABLE} is {}, and no such file",
            named.display()
        );
        return Ok(named);
    }
    let folders: Vec<PathBuf> =
        path.into_iter().flat_map(env::split_paths).collect();
    let in_folders = folders.iter().flat_map(|folder| {
        NAMES.map(|name| {
            folder.join(name).with_extension(env::consts::EXE_EXTENSION)
        })
    });
    let found =
        in_folders.chain(PLACES.map(PathBuf::from)).find(|path| path.is_file());
    let Some(found) = found else {
        bail!(
            "no Chromium, Chrome or Edge is found, which makes the PDF: install one \
             (https://www.chromium.org), or name it in the variable {VARIABLE}"
        );
    };
    Ok(found)
}

fn joined(option: &str, path: &Path) -> OsString {
    let mut joined = OsString::from(option);
    joined.push(path);
    joined
}

/// The address of a file.
fn url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let path = path.trim_start_matches("//?/").trim_start_matches('/');
    format!(
        "file:///{}",
        path.replace('%', "%25").replace(' ', "%20").replace('#', "%23")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_browser_it_says_what_to_install_and_how_to_name_one() {
        let nowhere = Some(OsString::from("/nowhere"));
        let Err(error) = browser(None, nowhere.as_ref()) else { return };
        let error = error.to_string();
        assert!(
            error.contains("install one") && error.contains("CHROME"),
            "{error}"
        );
        let error = browser(nowhere, None).unwrap_err().to_string();
        assert_eq!(error, "CHROME is /nowhere, and no such file");
    }

    #[test]
    fn the_address_of_a_file_survives_blanks_and_number_signs() {
        assert_eq!(url(Path::new("/a b/#1.html")), "file:///a%20b/%231.html");
    }
}
