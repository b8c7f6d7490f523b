//! What the page draws is what the chapter draws.

use std::iter;

use anyhow::{Context as _, ensure};
use reader_tests::{
    book::{PRINT, Place},
    figures::{LiveFigure, Shown},
    reader::Reader,
    view::View,
};

pub(crate) fn a_figure_shows_what_this_machine_draws_wherever_its_controls_stand(
    reader: &Reader,
) -> anyhow::Result<()> {
    for page in pages() {
        reader.read(&page)?;
        for figure in on(&page) {
            let numbers = reader.run(&format!(
                "return document.querySelectorAll('[data-figure=\"{}\"] figcaption output').length",
                figure.name()
            ))?;
            let is_so = numbers == figure.numbers();
            ensure!(is_so, "{}: {numbers} numbers can move", figure.name());
            follow(reader, figure, &figure.settings())?;
        }
    }
    Ok(())
}

pub(crate) fn a_page_on_the_disk_is_as_live_as_on_a_host(
    reader: &Reader,
) -> anyhow::Result<()> {
    for page in pages() {
        reader.open(&(reader.address(Place::Disk) + &page))?;
        for figure in on(&page) {
            follow(reader, figure, &[figure.moved()])?;
        }
    }
    Ok(())
}

/// Moves the controls of a figure from one setting to the next and looks at what it shows.
fn follow(
    reader: &Reader,
    figure: LiveFigure,
    settings: &[Vec<f64>],
) -> anyhow::Result<()> {
    let name = figure.name();
    let seen = reader.ask(&format!(
        "const seen = [];
         for (const values of {settings:?}) {{
             set({name:?}, values);
             seen.push(await settled({name:?}));
         }}
         return seen;"
    ));
    let seen: Vec<Shown> = serde_json::from_value(seen.context(name.clone())?)?;
    ensure!(seen.len() == settings.len(), "{name} was not moved");
    for (shown, wanted) in iter::zip(&seen, settings) {
        let mut pairs = iter::zip(&shown.values, wanted);
        // The page reads a decimal, and the sum of steps is off in the last digit.
        let is_set = pairs.all(|(is, wanted)| (is - wanted).abs() < 1e-9);
        ensure!(is_set, "{name} stands at {:?}, not {wanted:?}", shown.values);
        shown.ensure_native(figure)?;
    }
    Ok(())
}

pub(crate) fn a_module_imports_nothing_but_the_runtime_of_wasm_bindgen(
    reader: &Reader,
) -> anyhow::Result<()> {
    for page in pages() {
        reader.read(&page)?;
        let figure = on(&page).next().context("a page without figures")?;
        let imports = reader.ask(&format!(
            r"const compile = WebAssembly.compile;
               let imports;
               WebAssembly.compile = async (bytes) => {{
                   const module = await compile(bytes);
                   imports = WebAssembly.Module.imports(module);
                   return module;
               }};
               await drawOf({:?});
               return imports.map(({{ module, name }}) => `${{module}} ${{name}}`);",
            figure.name()
        ))?;
        let imports: Vec<String> = serde_json::from_value(imports)?;
        let is_foreign = |name: &&String| {
            let (_, name) = name.split_once(' ').unwrap_or_default();
            let name = name.trim_start_matches("__wbg_");
            !name.starts_with("__wbindgen_")
        };
        let foreign: Vec<_> = imports.iter().filter(is_foreign).collect();
        ensure!(foreign.is_empty(), "{page}: {foreign:?}");
        ensure!(!imports.is_empty(), "{page}: no import was seen");
    }
    Ok(())
}

pub(crate) fn no_control_is_seen_without_scripts_or_on_paper(
    reader: &Reader,
) -> anyhow::Result<()> {
    let without = View { scripts: false, ..View::default() };
    let paper = View { paper: true, ..View::default() };
    let screen = View::default();
    for (view, page, are_there) in [
        (without, "chapter-5.html", false),
        (paper, "chapter-5.html", false),
        (screen, "chapter-5.html", true),
        (without, PRINT, false),
        (screen, PRINT, false),
    ] {
        reader.look(view)?;
        reader.read(page)?;
        let seen = reader.run(CONTROLS_SEEN)?;
        let is_so = (seen != 0) == are_there;
        ensure!(is_so, "{page}, {view:?}: {seen} controls are seen");
    }
    Ok(())
}

/// How many controls of figures are on the page for somebody who looks.
const CONTROLS_SEEN: &str = "
    const controls = document.querySelectorAll('figure.plot :is(input, select, button, label, .grip)');
    return [...controls].filter((control) => control.checkVisibility()).length;
";

/// The pages with live figures.
pub(crate) fn pages() -> Vec<String> {
    let mut pages: Vec<String> =
        LiveFigure::all().map(LiveFigure::page).collect();
    pages.dedup();
    pages
}

/// The live figures of a page.
pub(crate) fn on(page: &str) -> impl Iterator<Item = LiveFigure> {
    LiveFigure::all().filter(move |figure| figure.page() == page)
}
