//! The book without a mouse.

use std::{iter, thread, time::Duration};

use anyhow::{bail, ensure};
use fantoccini::key::Key;
use reader_tests::{reader::Reader, view::View};

const SIDEBAR: &str = "#mdbook-sidebar-toggle";
const THEMES: &str = "#mdbook-theme-toggle";
const SEARCH: &str = "#mdbook-search-toggle";

pub(crate) fn the_sidebar_opens_and_closes_by_keyboard(
    reader: &Reader,
) -> anyhow::Result<()> {
    let is_open = "document.documentElement.matches('.sidebar-visible') \
                   && document.querySelector('#mdbook-sidebar').checkVisibility()";
    let is_said = |said: &str| {
        format!("document.activeElement.ariaExpanded === '{said}'")
    };
    for width in [390, 1280] {
        reader.look(View { width, ..View::default() })?;
        reader.read("chapter-1.html")?;
        tab_to(reader, SIDEBAR)?;
        let mut open = reader.is(is_open)?;
        for key in [Key::Enter.into(), ' ', Key::Enter.into()] {
            reader.press([key])?;
            open = !open;
            let is_so = format!("({is_open}) === {open}");
            reader.wait_until(&is_so)?;
            reader.wait_until(&is_said(&open.to_string()))?;
        }
    }
    Ok(())
}

/// On a desk, where the sidebar stays: without scripts it is closed at first.
pub(crate) fn the_sidebar_opens_by_keyboard_without_scripts(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View { scripts: false, ..View::default() })?;
    reader.read("chapter-1.html")?;
    tab_to(reader, "#mdbook-sidebar-toggle-anchor")?;
    let is_open = "document.querySelector('#mdbook-sidebar').getBoundingClientRect().left === 0";
    ensure!(!reader.is(is_open)?, "it was open");
    reader.press([' '])?;
    reader.wait_until(is_open)
}

pub(crate) fn a_search_leads_to_a_page_by_keyboard(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("introduction.html")?;
    tab_to(reader, SEARCH)?;
    reader.press([Key::Enter])?;
    reader.wait_until("document.activeElement.id === 'mdbook-searchbar'")?;
    reader.press("prominence".chars())?;
    let results =
        "document.querySelectorAll('#mdbook-searchresults li').length";
    reader.wait_until(&format!("{results} > 0"))?;
    reader.press([Key::Down, Key::Enter])?;
    reader.wait_until("location.search.includes('highlight=prominence')")?;
    reader.wait_until("document.querySelector('main mark')?.checkVisibility()")
}

pub(crate) fn a_theme_is_chosen_by_keyboard_and_kept(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("introduction.html")?;
    tab_to(reader, THEMES)?;
    reader.press([Key::Enter])?;
    let in_list = "document.activeElement.matches('#mdbook-theme-list button')";
    reader.wait_until(in_list)?;
    reader.press([Key::End, Key::Up])?;
    reader.wait_until("document.activeElement.id === 'mdbook-theme-navy'")?;
    reader.press([Key::Enter])?;
    let is_navy = "document.documentElement.matches('.navy')";
    reader.wait_until(is_navy)?;
    reader.press([Key::Escape])?;
    reader.wait_until(
        "!document.querySelector('#mdbook-theme-list').checkVisibility()",
    )?;
    let is_back = format!("document.activeElement.matches('{THEMES}')");
    reader.wait_until(&is_back)?;
    reader.read("chapter-1.html")?;
    reader.wait_until(is_navy)
}

pub(crate) fn arrow_keys_turn_the_page_except_in_a_field_a_listing_or_a_button(
    reader: &Reader,
) -> anyhow::Result<()> {
    let is_at = |page: &str| {
        format!(
            "location.pathname === '/{page}' && document.readyState === 'complete'"
        )
    };
    let [first, second] = ["chapter-1.html", "chapter-2.html"];
    reader.read(first)?;
    reader.press([Key::Right])?;
    reader.wait_until(&is_at(second))?;
    reader.press([Key::Left])?;
    reader.wait_until(&is_at(first))?;
    reader.press(['s'])?;
    reader.wait_until("document.activeElement.id === 'mdbook-searchbar'")?;
    reader.press([Key::Right, Key::Left, Key::Right])?;
    // A page that is about to be left has begun to go by then.
    thread::sleep(Duration::from_millis(300));
    reader.wait_until(&is_at(first))?;
    // A listing is scrolled, and a button has no use for an arrow.
    reader.look(View { width: 500, ..View::default() })?;
    reader.read(first)?;
    for focused in ["pre > code[tabindex]", "main button", "main summary"] {
        reader.wait_until(&format!(
            "document.querySelector('{focused}') !== null"
        ))?;
        reader.run(&format!("document.querySelector('{focused}').focus()"))?;
        reader.press([Key::Right, Key::Left, Key::Right])?;
    }
    thread::sleep(Duration::from_millis(300));
    reader.wait_until(&is_at(first))
}

pub(crate) fn the_focus_is_always_seen(reader: &Reader) -> anyhow::Result<()> {
    for dark in [false, true] {
        reader.look(View { dark, ..View::default() })?;
        reader.read("chapter-1.html")?;
        for _ in 0..60 {
            reader.press([Key::Tab])?;
            let unseen = reader.run(UNSEEN_FOCUS)?;
            ensure!(unseen.is_null(), "no ring around {unseen}");
        }
    }
    Ok(())
}

/// The element with the focus, if it has no ring that stands off its ground.
const UNSEEN_FOCUS: &str = "
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && outlineColor !== ground;
    return seen && element.checkVisibility() || element === document.body
        ? null : element.outerHTML.slice(0, 160);
";

/// Presses the tab key until an element has the focus.
fn tab_to(reader: &Reader, selector: &str) -> anyhow::Result<()> {
    let has_focus = format!("document.activeElement.matches('{selector}')");
    for tab in iter::repeat_n(Key::Tab, 80) {
        reader.press([tab])?;
        if reader.is(&has_focus)? {
            return Ok(());
        }
    }
    bail!("the tab key never comes to {selector}")
}
