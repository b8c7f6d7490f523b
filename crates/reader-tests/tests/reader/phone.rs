//! Pictures on the screens of phones.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};
use serde_json::Value;

/// The widths of phones, in CSS pixels.
const WIDTHS: [u16; 4] = [320, 360, 375, 390];

/// The pictures that are cut off, and so have to be scrolled.
const CUT: &str = "
    const pictures = [...document.querySelectorAll('.plot-picture')];
    const cut = pictures.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    return cut.map((picture) => picture.ariaLabel);
";

pub(crate) fn every_picture_is_seen_whole_on_a_phone(
    reader: &Reader,
) -> anyhow::Result<()> {
    for page in reader.pages() {
        reader.read(page)?;
        for width in WIDTHS {
            reader.look(View { width, ..View::default() })?;
            let cut = reader.run(CUT)?;
            let none = Value::Array(Vec::new());
            ensure!(cut == none, "{page} at {width}: {cut}");
        }
    }
    Ok(())
}
