//! What is folded away and opened where it stands: checks in listings, the meaning of terms, the other
//! language.

use anyhow::ensure;
use fantoccini::key::Key;
use reader_tests::{reader::Reader, view::View};
use serde_json::json;

pub(crate) fn checks_of_a_listing_are_opened_and_folded_where_they_stand(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("chapter-2.html")?;
    let steps = "
        const opener = document.querySelector('button.checks');
        const code = opener.closest('code');
        const seen = () => [code.innerText.includes('return Err'), opener.ariaExpanded];
        const states = [seen()];
        for (const _ of [1, 2]) { opener.click(); states.push(seen()); }
        return states;";
    let states = reader.run(steps)?;
    let told = json!([[false, "false"], [true, "true"], [false, "false"]]);
    ensure!(states == told, "{states}");
    Ok(())
}

pub(crate) fn a_term_shows_what_it_means_and_escape_puts_it_away(
    reader: &Reader,
) -> anyhow::Result<()> {
    for width in [390, 1280] {
        reader.look(View { width, ..View::default() })?;
        reader.read("chapter-3.html")?;
        let note = "
            const note = document.getElementById('term-note');
            const { left, right } = note.getBoundingClientRect();
            const isInside = left >= 0 && right <= document.documentElement.clientWidth;
            return [note.checkVisibility(), note.textContent.length > 20, isInside,
                document.activeElement.getAttribute('aria-describedby')];";
        reader.run("document.querySelectorAll('a.term')[1].focus({ focusVisible: true })")?;
        let shown = reader.run(note)?;
        ensure!(shown == json!([true, true, true, "term-note"]), "{shown}");
        reader.press([Key::Escape])?;
        let hidden =
            reader.run("return document.getElementById('term-note').hidden")?;
        ensure!(hidden == true, "Escape leaves it open");
    }
    Ok(())
}

pub(crate) fn python_and_rust_stand_beside_each_other_or_one_at_a_time(
    reader: &Reader,
) -> anyhow::Result<()> {
    let seen = "
        const sides = [...document.querySelector('.side-by-side').children];
        return sides.map((side) => side.checkVisibility());";
    reader.look(View { width: 1600, ..View::default() })?;
    reader.read("chapter-6.html")?;
    ensure!(reader.run(seen)? == json!([true, true]), "not both on a desk");
    reader.look(View { width: 390, ..View::default() })?;
    reader.read("chapter-6.html")?;
    ensure!(reader.run(seen)? == json!([true, false]), "not Python first");
    reader.run("document.querySelectorAll('.tabs button')[1].click()")?;
    ensure!(reader.run(seen)? == json!([false, true]), "not Rust when pressed");
    let without = View { width: 390, scripts: false, ..View::default() };
    reader.look(without)?;
    reader.read("chapter-6.html")?;
    ensure!(
        reader.run(seen)? == json!([true, true]),
        "not both without scripts"
    );
    Ok(())
}

pub(crate) fn what_tells_the_answer_is_covered_until_one_has_guessed(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("chapter-5.html")?;
    let seen = "
        const figure = document.querySelector('[data-figure=\"ch05/boundaries\"]');
        let tells = [];
        for (let next = figure.nextElementSibling; !next.matches('h2, h3, figure'); next = next.nextElementSibling) {
            if (next.getBoundingClientRect().height > 0) tells.push(next.checkVisibility({ visibilityProperty: true }));
        }
        return tells.length > 3 && tells.every((seen) => seen === tells[0]) ? tells[0] : tells;";
    ensure!(reader.run(seen)? == false, "the next lines tell");
    reader.run(
        "document.querySelector('[data-figure=\"ch05/boundaries\"] [data-skip]').click()",
    )?;
    ensure!(reader.run(seen)? == true, "the next lines stay covered");
    // Who would rather see it is not asked again.
    reader.read("chapter-5.html")?;
    ensure!(reader.run(seen)? == true, "it is asked again");
    Ok(())
}

pub(crate) fn who_points_into_a_picture_answers_with_the_place(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("chapter-1.html")?;
    let told = reader.run(
        "const figure = document.querySelector('[data-figure=\"ch01/one-gaussian\"]');
         const pointing = figure.querySelector('.pointing input');
         pointing.value = 4;
         pointing.dispatchEvent(new Event('input', { bubbles: true }));
         pointing.form.requestSubmit();
         return [figure.querySelector('.guess-answer').textContent, figure.querySelectorAll('.guess-mark').length];",
    )?;
    let words = told[0].as_str().unwrap_or_default();
    ensure!(words.starts_with("You said 4.00; it is 3.42"), "{told}");
    ensure!(told[1] == 1, "the place is not marked");
    Ok(())
}

pub(crate) fn what_the_prose_names_lights_up_in_the_picture(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("chapter-2.html")?;
    // Every link of the page leads to a part of a picture, a line of a listing among them.
    let seen = reader.run(
        "const words = [...document.querySelectorAll('.linked')];
         const lit = words.map((one) => {
             one.focus();
             const figure = document.querySelector(`[data-figure=\"${one.dataset.lights}\"]`);
             const lit = figure.querySelectorAll('.is-lit').length;
             const dim = figure.querySelectorAll('.is-dim').length;
             one.blur();
             return lit > 0 && dim > 0 && figure.querySelectorAll('.is-lit, .is-dim').length === 0;
         });
         return [lit.length >= 5, lit.every(Boolean), words.some((one) => one.closest('code'))];",
    )?;
    ensure!(seen == json!([true, true, true]), "{seen}");
    Ok(())
}
