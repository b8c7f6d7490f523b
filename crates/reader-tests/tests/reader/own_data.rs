//! The page *Your own data*: what is pasted, typed, dropped or chosen is read where it is.

use std::{fs, thread, time::Duration};

use anyhow::{Context as _, bail, ensure};
use fantoccini::key::Key;
use figure::{NARROW, WIDE};
use own_data::{ByHand, Choice, Example, Reading};
use reader_tests::{
    book::{PRINT, Place},
    reader::Reader,
    view::View,
};
use serde_json::{Value, json};

pub(crate) const PAGE: &str = "your-own-data.html";

/// What the page says about the text that it read.
const SAID: &str =
    "document.querySelector('.own-data [role=status]').textContent";

/// What the page complains of, a line each.
const COMPLAINTS: &str = "return [...source.querySelectorAll('.complaints li')].map((line) => line.textContent)";

/// Steps of a reader, to be called in the page.
const STEPS: &str = r#"
    const root = document.querySelector(".own-data");
    const [source, settings] = root.querySelectorAll("form");
    const field = source.elements.text;
    // What the reader does first who has numbers.
    const open = () => (source.querySelector("details").open = true);
    const said = () => source.querySelector("[role=status]").textContent;
    const carrying = (put) => {
        const transfer = new DataTransfer();
        put(transfer);
        return transfer;
    };
    const text = (text) => carrying((transfer) => transfer.setData("text/plain", text));
    const fileOf = (name, parts) => carrying((transfer) => transfer.items.add(new File(parts, name)));
    const paste = (pasted) => {
        const event = { clipboardData: text(pasted), bubbles: true, cancelable: true };
        // What the page leaves to the field, the field does.
        if (field.dispatchEvent(new ClipboardEvent("paste", event))) {
            field.value = pasted;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }
    };
    const drop = (dataTransfer) => {
        field.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    };
    const set = (name, value) => {
        settings.elements[name].value = value;
        settings.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
    };
    const choose = (name, value) => {
        source.elements[name].value = value;
        source.elements[name].dispatchEvent(new Event("change", { bubbles: true }));
    };
    const million = () => Array.from({ length: 1e6 }, (_, n) => ((n * 7919) % 1000003) / 1000).join("\n");
"#;

/// Opens the page, and waits until it shows what it begins with.
pub(crate) fn open(reader: &Reader, place: Place) -> anyhow::Result<()> {
    reader.open(&(reader.address(place) + PAGE))?;
    wait_for(
        reader,
        "Old Faithful: read 272 numbers (column 1 of 2 (“waiting_min”), set apart by commas, decimal points).",
    )
}

/// Waits until the page says this, and has drawn what it read.
pub(crate) fn wait_for(reader: &Reader, said: &str) -> anyhow::Result<()> {
    let is_said = format!("{SAID} === {}", json!(said));
    for _ in 0..6 {
        if reader.wait_until(&is_said).is_ok() {
            return reader.wait_until(
                "!('busy' in document.querySelector('.own-data').dataset)",
            );
        }
    }
    bail!("it says {} and not {said}", reader.run(&format!("return {SAID}"))?)
}

pub(crate) fn act(reader: &Reader, steps: &str) -> anyhow::Result<Value> {
    reader.run(&format!("{STEPS} {steps}"))
}

/// The picture in the page, and the one that this machine draws of the text and the settings.
pub(crate) fn ensure_drawn(
    reader: &Reader,
    text: &str,
    choice: Choice,
) -> anyhow::Result<()> {
    let values = act(
        reader,
        "return [...settings.querySelectorAll('input, select')].map((control) => Number(control.value))",
    )?;
    let values: Vec<f64> = serde_json::from_value(values)?;
    let data = Reading::of(text, choice).into_data()?;
    let look = ByHand::new(&values)?.look_at(&data)?;
    let width = act(
        reader,
        "return root.querySelector('.plot-picture svg').viewBox.baseVal.width",
    )?;
    let width = width.as_f64().context("a width")?;
    ensure!([NARROW, WIDE].contains(&width), "it is {width} wide");
    let svg = look.plot.width(width).draw("own-data")?.svg;
    let page = act(
        reader,
        &format!(
            "const parsed = document.createElement('div');
             parsed.innerHTML = {};
             return parsed.innerHTML === root.querySelector('.plot-picture svg').outerHTML",
            json!(svg.replace('\n', " "))
        ),
    )?;
    ensure!(page == true, "another picture at {values:?}");
    for fact in look.facts {
        let shown = act(
            reader,
            &format!(
                "return root.querySelector('[data-fact={}]').textContent",
                fact.name
            ),
        )?;
        ensure!(
            shown == fact.text,
            "{}: {shown}, not {}",
            fact.name,
            fact.text
        );
    }
    Ok(())
}

pub(crate) fn numbers_of_the_book_are_drawn_as_on_this_machine(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    for (example, said) in [
        (
            Example::Class,
            "The class: read 200 numbers (one number a line, decimal commas).",
        ),
        (
            Example::Galaxies,
            "Galaxies: read 82 numbers (one number a line, decimal points).",
        ),
    ] {
        let name = example.name();
        act(
            reader,
            &format!("source.querySelector('[data-example={name}]').click()"),
        )?;
        wait_for(reader, said)?;
        ensure_drawn(reader, &example.text(), Choice::default())?;
        let shown = act(reader, "return field.value")?;
        ensure!(shown == example.text(), "{name} is not in the field");
    }
    act(
        reader,
        "set('bells', 2); set('middle-3', settings.elements['middle-3'].max); set('amount-1', 9.9)",
    )?;
    idle(reader)?;
    ensure_drawn(reader, &Example::Galaxies.text(), Choice::default())?;
    act(reader, "settings.querySelector('[data-reset]').click()")?;
    idle(reader)?;
    ensure_drawn(reader, &Example::Galaxies.text(), Choice::default())
}

pub(crate) fn idle(reader: &Reader) -> anyhow::Result<()> {
    reader
        .wait_until("!('busy' in document.querySelector('.own-data').dataset)")
}

pub(crate) fn junk_is_refused_line_by_line_and_the_rest_is_read(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let junk = "1.5\nabc\n2.5\nNaN\n1e999\n<b>x</b>\n\n3.5";
    act(reader, &format!("paste({})", json!(junk)))?;
    wait_for(
        reader,
        "Your text: read 3 numbers (one number a line, decimal points). 4 lines were not read:",
    )?;
    let lines = act(reader, COMPLAINTS)?;
    let complaints = Reading::of(junk, Choice::default()).complaints;
    let complaints: Vec<_> =
        complaints.iter().map(ToString::to_string).collect();
    ensure!(lines == json!(complaints), "{lines}");
    ensure_drawn(reader, junk, Choice::default())?;
    // Nothing but junk: the last picture stays.
    act(reader, "paste('no\\nnumber\\n')")?;
    wait_for(
        reader,
        "Your text: there is no number in it. The last picture stays.",
    )?;
    ensure_drawn(reader, junk, Choice::default())?;
    let many = "1\n".to_owned() + &"x\n".repeat(10_300);
    act(reader, &format!("paste({})", json!(many)))?;
    wait_for(
        reader,
        "Your text: read 1 number (one number a line, decimal points). 10,300 lines were not read:",
    )?;
    let last = "source.querySelector('.complaints li:last-child').textContent";
    let last = act(reader, &format!("return {last}"))?;
    ensure!(last == "and 10,200 more", "{last}");
    Ok(())
}

pub(crate) fn one_number_and_equal_numbers_have_a_picture(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    for (text, said) in [
        ("7", "Your text: read 1 number (one number a line, decimal points)."),
        (
            "2,5\n2,5",
            "Your text: read 2 numbers (one number a line, decimal commas).",
        ),
        (
            "1e-12\n3e-12",
            "Your text: read 2 numbers (one number a line, decimal points).",
        ),
    ] {
        act(reader, &format!("paste({})", json!(text)))?;
        wait_for(reader, said)?;
        ensure_drawn(reader, text, Choice::default())?;
    }
    act(reader, "paste('1e300\\n1')")?;
    wait_for(
        reader,
        "Your text: numbers beyond 1e150 fit into no picture, and there is 1e300. The last picture stays.",
    )
}

pub(crate) fn typed_numbers_are_read_and_keys_move_their_sliders(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    act(reader, "open(); field.value = ''; field.focus()")?;
    reader.press("1,5\u{e007}2,5\u{e007}4".chars())?;
    wait_for(
        reader,
        "Your text: read 3 numbers (one number a line, decimal commas).",
    )?;
    act(reader, "settings.elements['middle-1'].focus()")?;
    let middle = "settings.elements['middle-1'].value";
    let before = act(reader, &format!("return {middle}"))?;
    reader.press([Key::Right, Key::Right])?;
    idle(reader)?;
    let after = act(reader, &format!("return {middle}"))?;
    ensure!(before != after, "the slider stays at {before}");
    ensure!(reader.url()?.ends_with(PAGE), "the page was turned");
    ensure_drawn(reader, "1,5\n2,5\n4", Choice::default())
}

/// What people paste that is easily misread.
const EASILY_MISREAD: &[&str] = &[
    "1,234.50\n2,345.60",
    "1,5 2,5\n3,5 4,5",
    "Height, cm\n170,5\n180,2",
    "1,234\n985\n2,345",
    "region,2023,2024\nEMEA,10,20\nAPAC,5,6",
    "# of the day\ngrade\n1.3\n2.7",
    "1|2|3\n4|5|6",
    "1.0 2.0\n3.0 4.0",
    "12.05.2020\n13.05.2020\n3.5",
    "\"1,5\",2.5\n\"3,5\",4.5",
    "1.5\r2.5\r\n3.5",
    "\u{200b}3.5\n\u{feff}4.5",
    "sep=;\n;a\n1;2,5\n2;3,5",
    "[2.5, 3.5, 4.7]",
    "24\"\n27\"",
    "place;n\nA;10\nB;20\nTotal;30",
];

pub(crate) fn what_is_easily_misread_gives_numbers_or_a_complaint_with_its_line(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    for text in EASILY_MISREAD {
        let reading = Reading::of(text, Choice::default());
        let complaints: Vec<_> =
            reading.complaints.iter().map(ToString::to_string).collect();
        let (count, unread) = (reading.values.len(), reading.complaint_count);
        let layout = reading.layout.to_string();
        act(reader, &format!("paste({})", json!(text)))?;
        if let Err(refusal) = reading.into_data() {
            let kept = format!("Your text: {refusal}. The last picture stays.");
            wait_for(reader, &kept)?;
            continue;
        }
        let numbers = if count == 1 { "number" } else { "numbers" };
        let read = format!("Your text: read {count} {numbers} ({layout}).");
        wait_for(
            reader,
            &match unread {
                0 => read,
                1 => read + " 1 line was not read:",
                _ => format!("{read} {unread} lines were not read:"),
            },
        )?;
        let lines = act(reader, COMPLAINTS)?;
        ensure!(lines == json!(complaints), "{text:?}: {lines}");
        ensure_drawn(reader, text, Choice::default())
            .with_context(|| format!("{text:?}"))?;
    }
    Ok(())
}

pub(crate) fn the_reader_chooses_decimals_and_column(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    act(reader, "paste('1,5\\n2,5\\n')")?;
    wait_for(
        reader,
        "Your text: read 2 numbers (one number a line, decimal commas).",
    )?;
    act(reader, "choose('decimal', 'point')")?;
    wait_for(
        reader,
        "Your text: read 2 numbers (column 1 of 2, set apart by commas, decimal points).",
    )?;
    act(reader, "choose('column', '1')")?;
    wait_for(
        reader,
        "Your text: read 2 numbers (column 2 of 2, set apart by commas, decimal points).",
    )?;
    let choice =
        Choice { decimal: Some(own_data::Decimal::Point), column: Some(1) };
    ensure_drawn(reader, "1,5\n2,5\n", choice)
}

pub(crate) fn a_file_is_read_where_it_is_dropped_or_chosen(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let text = "\u{feff}name;grade\r\nA;1,3\r\nB;4,7\r\n";
    act(reader, &format!("drop(fileOf('grades.csv', [{}]))", json!(text)))?;
    let layout =
        "column 2 of 2 (“grade”), set apart by semicolons, decimal commas";
    wait_for(reader, &format!("grades.csv: read 2 numbers ({layout})."))?;
    ensure_drawn(reader, text, Choice::default())?;
    // As a spreadsheet saves Unicode text.
    act(
        reader,
        "const units = Uint16Array.from('\u{feff}5\\n6\\n7\\n', (c) => c.charCodeAt(0));
         source.elements.file.files = fileOf('wide.txt', [units]).files;
         source.elements.file.dispatchEvent(new Event('change', { bubbles: true }));",
    )?;
    wait_for(
        reader,
        "wide.txt: read 3 numbers (one number a line, decimal points).",
    )?;
    ensure_drawn(reader, "5\n6\n7\n", Choice::default())
}

/// While the worker reads, the page goes on: its clock ticks, and a button answers.
pub(crate) fn the_page_answers_while_a_million_numbers_are_read(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let steps = r#"
        const events = [];
        const pasted = million();
        settings.querySelector("[data-reset]").addEventListener("click", () => events.push("click"));
        paste(pasted);
        const tick = () => {
            if (!said().startsWith("Reading")) return done({ events, said: said(), shown: field.value });
            events.push("tick");
            if (events.length === 3) settings.querySelector("[data-reset]").click();
            setTimeout(tick, 0);
        };
        setTimeout(tick, 0);
    "#;
    let seen = reader.run_async(&format!("{STEPS} {steps}"))?;
    ensure!(
        seen["said"]
            == "Your text, too long to be shown: read 1,000,000 numbers (one number a line, decimal points).",
        "{}",
        seen["said"]
    );
    ensure!(seen["shown"] == "", "the field holds {}", seen["shown"]);
    let events = seen["events"].as_array().context("no events")?;
    let clicked = events.iter().position(|event| event == "click");
    let clicked = clicked.context("no click was answered")?;
    ensure!(events.len() - clicked > 5, "{events:?}");
    idle(reader)
}

/// Of a slider that moves on, only the newest place waits.
pub(crate) fn dragging_over_a_million_numbers_draws_the_last_place(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    reader.run_async(&format!(
        "{STEPS} paste(million());
         const wait = () => said().startsWith('Reading') ? setTimeout(wait, 10) : done();
         wait();"
    ))?;
    let steps = "
        let pictures = 0;
        const observer = new MutationObserver(() => (pictures += 1));
        observer.observe(root.querySelector('.drawing'), { childList: true });
        let place = 100;
        const drag = () => {
            set('middle-1', place);
            place += 5;
            if (place <= 400) setTimeout(drag, 5);
            else wait();
        };
        const wait = () => 'busy' in root.dataset ? setTimeout(wait, 10) : done(pictures);
        drag();
    ";
    let pictures = reader.run_async(&format!("{STEPS} {steps}"))?;
    let pictures = pictures.as_u64().context("no count")?;
    ensure!((1..60).contains(&pictures), "{pictures} pictures of 61 places");
    let text: Vec<String> = (0..1_000_000_u64)
        .map(|n| ((n * 7919 % 1_000_003) as f64 / 1000.0).to_string())
        .collect();
    ensure_drawn(reader, &text.join("\n"), Choice::default())
}

pub(crate) fn picture_and_table_are_downloaded_as_this_machine_makes_them(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let folder = tempfile::tempdir()?;
    let to = json!({"behavior": "allow", "downloadPath": folder.path()});
    reader.tell("Browser.setDownloadBehavior", &to)?;
    act(reader, "set('middle-1', 54.6)")?;
    act(
        reader,
        "root.querySelector('[data-save=picture]').click(); root.querySelector('[data-save=table]').click()",
    )?;
    let values = act(
        reader,
        "return [...settings.querySelectorAll('input, select')].map((control) => Number(control.value))",
    )?;
    let values: Vec<f64> = serde_json::from_value(values)?;
    let text = Example::Faithful.text();
    let data = Reading::of(&text, Choice::default()).into_data()?;
    let by_hand = ByHand::new(&values)?;
    let picture = by_hand.look_at(&data)?.plot.draw("own-data")?;
    for (name, content) in [
        ("two-peaks.svg", picture.standalone()),
        ("two-peaks.csv", by_hand.table(&data)?),
    ] {
        let path = folder.path().join(name);
        for _ in 0..100 {
            if fs::read_to_string(&path).is_ok_and(|came| came == content) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let came = fs::read_to_string(&path);
        let came = came.with_context(|| format!("{name} did not come"))?;
        ensure!(came == content, "{name} is another one");
    }
    Ok(())
}

/// Pastes three numbers, and looks at what is made of them.
pub(crate) fn paste_three(reader: &Reader) -> anyhow::Result<()> {
    act(reader, "paste('1\\n2\\n4')")?;
    wait_for(
        reader,
        "Your text: read 3 numbers (one number a line, decimal points).",
    )?;
    ensure_drawn(reader, "1\n2\n4", Choice::default())
}

pub(crate) fn the_page_works_from_the_disk_and_asks_nobody(
    reader: &Reader,
) -> anyhow::Result<()> {
    for place in [Place::Host, Place::Disk] {
        open(reader, place)?;
        reader.listen()?;
        paste_three(reader)?;
        act(reader, "root.querySelector('[data-save=table]').click()")?;
        idle(reader)?;
        let asked = reader.asked()?;
        let asked: Vec<_> = asked.requests().collect();
        ensure!(asked.is_empty(), "{place:?}: {asked:?}");
        let kept = reader.run(
            "return [localStorage, sessionStorage].some((store) => Object.keys(store).some((key) => !key.startsWith('mdbook') && !key.startsWith('sidebar')))",
        );
        ensure!(kept.is_ok_and(|kept| kept == false), "something is kept");
        let said = reader.console()?;
        ensure!(said.is_empty(), "{said:?}");
    }
    Ok(())
}

pub(crate) fn without_scripts_and_on_paper_there_is_the_picture_alone(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View { scripts: false, ..View::default() })?;
    reader.read(PAGE)?;
    let seen = |selector: &str| {
        let all = format!("[...document.querySelectorAll('{selector}')]");
        reader
            .is(&format!("{all}.some((element) => element.checkVisibility())"))
    };
    ensure!(seen(".own-data svg")?, "there is no picture");
    ensure!(!seen(".own-data form")?, "there is a form");
    ensure!(seen("noscript")?, "nobody says why");
    reader.look(View { paper: true, ..View::default() })?;
    for page in [PAGE, PRINT] {
        reader.read(page)?;
        ensure!(seen(".own-data svg")?, "{page}: there is no picture");
        ensure!(!seen(".own-data form")?, "{page}: there is a form");
    }
    Ok(())
}
