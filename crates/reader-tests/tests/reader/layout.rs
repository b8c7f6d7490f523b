//! Pages fit the screen and the paper, with scripts and without.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};
use serde_json::Value;

use crate::{own_data, pictures};

/// What stands out of the page: elements beyond its right edge that are in no box of their own which
/// scrolls. The page itself may hide what is too wide, so its width alone says nothing.
const TOO_WIDE: &str = r#"
    const page = document.getElementById("mdbook-content") ?? document.body;
    const edge = document.documentElement.clientWidth + 1;
    const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX);
    const inBox = (element) => {
        for (let box = element.parentElement; box !== page && box; box = box.parentElement) {
            if (scrolls(box) && box.getBoundingClientRect().right <= edge) return true;
        }
        return false;
    };
    const wide = [...page.querySelectorAll("*")].filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > edge && !inBox(element);
    });
    for (const box of [document.scrollingElement, page]) {
        if (box.scrollWidth > box.clientWidth + 1) wide.push(box);
    }
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
"#;

pub(crate) fn nothing_is_wider_than_the_page_on_a_phone_or_a_desk_light_or_dark(
    reader: &Reader,
) -> anyhow::Result<()> {
    let mut faults = Vec::new();
    for width in [390, 1280] {
        let [light, dark] =
            [false, true].map(|dark| View { width, dark, ..View::default() });
        for page in reader.book().pages() {
            reader.look(light)?;
            reader.read(page)?;
            for view in [light, dark] {
                reader.look(view)?;
                let wide = reader.run(TOO_WIDE)?;
                if wide != Value::Array(Vec::new()) {
                    faults.push(format!("{page}, {view:?}: {wide}"));
                }
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

pub(crate) fn every_picture_fits_the_page_of_a_small_phone(
    reader: &Reader,
) -> anyhow::Result<()> {
    let mut faults = Vec::new();
    for page in reader.book().pages() {
        reader.look(View { width: 375, ..View::default() })?;
        reader.read(page)?;
        for width in [375, 360, 320] {
            reader.look(View { width, ..View::default() })?;
            let cut = reader.run(CUT_PICTURES)?;
            if cut != Value::Array(Vec::new()) {
                faults.push(format!("{page}, {width} wide: {cut}"));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

pub(crate) fn while_one_drags_picture_sliders_and_numbers_are_in_view_together(
    reader: &Reader,
) -> anyhow::Result<()> {
    let mut faults = Vec::new();
    let mut pages = pictures::pages();
    pages.push(own_data::PAGE.to_owned());
    for (width, height) in [(390, 844), (1280, 800)] {
        reader.look(View { width, ..View::default() })?;
        for page in &pages {
            reader.read(page)?;
            let tall = reader
                .run(&format!("const height = {height}; {TALL_FIGURES}"))?;
            if tall != Value::Array(Vec::new()) {
                faults.push(format!("{page}, {width} by {height}: {tall}"));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The figures of which less is in view than their picture, their sliders and their caption.
const TALL_FIGURES: &str = r#"
    const room = height - document.getElementById("mdbook-menu-bar").offsetHeight;
    const figures = [...document.querySelectorAll("figure.plot:has(form.controls)")];
    const parts = (figure) => [...figure.querySelectorAll(".score, .plot-picture, form.controls, figcaption")];
    const needed = (figure) => {
        const boxes = parts(figure).map((part) => part.getBoundingClientRect());
        return Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    };
    return figures.filter((figure) => needed(figure) > room)
        .map((figure) => `${figure.dataset.figure} needs ${needed(figure)} of ${room}`);
"#;

/// The figures whose picture is wider than what is seen of it, and by how much.
const CUT_PICTURES: &str = r#"
    const boxes = [...document.querySelectorAll("main .plot-picture")];
    const cut = (box) => Math.max(
        box.scrollWidth - box.clientWidth,
        box.getBoundingClientRect().right - document.documentElement.clientWidth,
    );
    return boxes.filter((box) => cut(box) > 1)
        .map((box) => `${box.closest("figure")?.id ?? box.className} by ${cut(box)}`);
"#;

pub(crate) fn what_is_pressed_on_a_phone_is_24_pixels_high(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View { width: 390, ..View::default() })?;
    for page in reader.book().pages() {
        reader.read(page)?;
        let low = reader.run(LOW_TARGETS)?;
        ensure!(low == Value::Array(Vec::new()), "{page}: {low}");
    }
    Ok(())
}

/// What is pressed and too low for a finger, links inside of text aside.
const LOW_TARGETS: &str = r#"
    const targets = "summary, button, select, input:not([type=hidden]), aside a, .right-buttons a";
    return [...document.querySelectorAll(`main :is(${targets}), #mdbook-menu-bar :is(${targets})`)]
        .filter((target) => target.checkVisibility())
        // A box in its label is pressed by the label too.
        .map((target) => [(target.closest("label") ?? target).getBoundingClientRect(), target])
        .filter(([box]) => box.height > 0 && box.height < 24)
        .map(([box, target]) => `${target.outerHTML.slice(0, 80)} is ${box.height} high`);
"#;

pub(crate) fn no_formula_is_broken_or_runs_off_the_page_of_a_phone(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View { width: 390, ..View::default() })?;
    let mut faults = Vec::new();
    for page in reader.book().pages() {
        reader.read(page)?;
        let broken = reader.run(BROKEN_FORMULAS)?;
        if broken != Value::Array(Vec::new()) {
            faults.push(format!("{page}: {broken}"));
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The formulas that go on in another line, or beyond the page where nothing scrolls.
const BROKEN_FORMULAS: &str = r#"
    const page = document.documentElement.clientWidth + 1;
    const scrolls = (element) => element && element.localName !== "main"
        && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const broken = (math) => {
        const lines = [...math.getClientRects()];
        return lines.length > 1 || lines.some(({ right }) => right > page) && !scrolls(math.parentElement);
    };
    return [...document.querySelectorAll("main math")].filter(broken).slice(0, 5)
        .map((math) => `${math.textContent}: ${math.getClientRects().length} lines`);
"#;

pub(crate) fn a_page_is_light_or_dark_as_its_reader_prefers(
    reader: &Reader,
) -> anyhow::Result<()> {
    for scripts in [true, false] {
        let mut brightness = [0.0; 2];
        for (dark, brightness) in [false, true].into_iter().zip(&mut brightness)
        {
            reader.look(View { dark, scripts, ..View::default() })?;
            reader.read("chapter-1.html")?;
            *brightness = reader.run(BRIGHTNESS)?.as_f64().unwrap_or(0.5);
        }
        let [light, dark] = brightness;
        ensure!(light > 0.9, "scripts {scripts}: light is {light}");
        ensure!(dark < 0.2, "scripts {scripts}: dark is {dark}");
    }
    Ok(())
}

/// How bright the ground of the page is, from 0 to 1.
const BRIGHTNESS: &str = r#"
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 765;
"#;

pub(crate) fn pictures_and_numbers_are_there_without_scripts(
    reader: &Reader,
) -> anyhow::Result<()> {
    let count = |page: &str| -> anyhow::Result<Value> {
        reader.read(page)?;
        reader.run(PICTURES_AND_NUMBERS)
    };
    for page in reader.book().pages() {
        reader.look(View::default())?;
        let with = count(page)?;
        reader.look(View { scripts: false, ..View::default() })?;
        let without = count(page)?;
        let is_off = reader
            .run("return !document.documentElement.classList.contains('js')")?;
        ensure!(is_off == Value::Bool(true), "scripts ran on {page}");
        ensure!(
            with == without,
            "{page}: {with} with scripts, {without} without"
        );
        if page.starts_with("chapter-") {
            let all_there = without.as_array().is_some_and(|counts| {
                counts.iter().all(|count| count.as_u64() > Some(0))
            });
            ensure!(all_there, "{page}: {without} pictures and numbers");
        }
    }
    Ok(())
}

/// How many pictures a page shows, and how many numbers.
const PICTURES_AND_NUMBERS: &str = r#"
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && element.textContent.trim() !== "";
    }).length;
    return [shown("figure.plot > .plot-picture svg[role=img]"), shown(".fact")];
"#;

pub(crate) fn paper_shows_what_is_folded_and_leaves_the_chrome_away(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View { paper: true, ..View::default() })?;
    for page in reader.book().pages_and_print() {
        reader.read(page)?;
        let faults = reader.run(ON_PAPER)?;
        ensure!(faults == Value::Array(Vec::new()), "{page}: {faults}");
    }
    Ok(())
}

/// What is on paper and should not be, or is not and should. The numbers of a figure are in its
/// picture, so their table stays away.
const ON_PAPER: &str = r#"
    const height = (element) => element.getBoundingClientRect().height;
    const folded = [...document.querySelectorAll("main details:not(figure.plot details, form details) > :not(summary)")];
    const chrome = [...document.querySelectorAll("nav:not(.contents), #mdbook-menu-bar, main .buttons, figure.plot details")];
    return [
        ...folded.filter((element) => !element.checkVisibility({ contentVisibilityAuto: true }) || height(element) === 0),
        ...chrome.filter((element) => element.checkVisibility() && height(element) > 0),
    ].map((element) => element.outerHTML.slice(0, 120));
"#;
