//! `{{#own-data}}`: the form in which the reader's own numbers are read and looked at.

use std::fs;

use chapter::{CaptionPart, Control, Fact};
use own_data::{BELLS, ByHand, Choice, Decimal, Example, Reading, words};

use super::{
    Context, Directive, Error, Expanded, Place,
    figure::{Drawings, control_html},
};
use crate::{
    html::{escape, on_one_line},
    live::{OWN_DATA, OWN_FIT},
};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "own-data",
    usage: "{{#own-data}}",
    arguments: 0..=0,
    is_block: true,
    expand,
};

/// What makes the page work.
const SCRIPT: &str = "book/theme/own-data.js";

fn expand(context: &Context<'_>, _: Place<'_>, _: &[String]) -> Expanded {
    let still = Still::new()?;
    let Still { drawings, facts, controls } = &still;
    let Drawings { html: drawings, table } = drawings;
    let is_live = context.live.has(OWN_DATA);
    let only_if_live =
        |html: String| if is_live { html + "\n" } else { String::new() };
    let source = only_if_live(source());
    let settings = only_if_live(settings(controls, facts));
    let fitting = if context.live.has(OWN_FIT) {
        only_if_live(fitting())
    } else {
        String::new()
    };
    let downloads = only_if_live(downloads());
    // In the page itself, since no other needs it.
    let script = fs::read_to_string(context.root.join(SCRIPT))
        .map_err(|source| Error::Read { file: SCRIPT.to_owned(), source })?;
    let script =
        only_if_live(format!("\n\n<script>\n{}\n</script>", script.trim()));
    let caption = caption(facts)?;
    let score = score(facts);
    let [picture, numbers, open_numbers] =
        [words::PICTURE, words::TABLE, words::OPEN_TABLE];
    Ok(format!(
        r#"<div class="own-data">
{source}<figure class="plot">
{score}
<div class="plot-picture" tabindex="0" role="group" aria-label="{picture}">{drawings}</div>
{settings}<details><summary>{numbers}</summary>
<div class="table-scroll" tabindex="0" role="region" aria-label="{open_numbers}">{table}</div>
</details>
<figcaption>{caption}</figcaption>
{downloads}</figure>
{fitting}</div>{script}"#
    ))
}

/// What the page shows before anybody does anything: Old Faithful.
struct Still {
    drawings: Drawings,
    facts: Vec<Fact>,
    controls: Vec<Control>,
}

impl Still {
    fn new() -> Result<Self, own_data::Error> {
        let text = Example::Faithful.text();
        let data = Reading::of(&text, Choice::default()).into_data()?;
        let controls = data.controls();
        let values: Vec<f64> = controls.iter().map(Control::default).collect();
        let look = ByHand::new(&values)?.look_at(&data)?;
        let drawings = Drawings::of(look.plot, OWN_DATA)?;
        Ok(Self { drawings, facts: look.facts, controls })
    }
}

/// A number that the page can change.
fn output(name: &str, text: &str) -> String {
    format!(r#"<output data-fact="{name}">{}</output>"#, escape(text))
}

fn caption(facts: &[Fact]) -> Expanded {
    let parts = words::caption(facts)?;
    let html = parts.iter().map(|part| match part {
        CaptionPart::Text(text) => escape(text),
        CaptionPart::Fact(fact) => output(fact.name, &fact.text),
    });
    Ok(html.collect())
}

/// What the reader climbs, and by how much the last move climbed.
fn score(facts: &[Fact]) -> String {
    let total = facts.iter().find(|fact| fact.name == "log-likelihood");
    let text = total.map_or("", |fact| &fact.text);
    let (name, value) = (words::SCORE, output("log-likelihood", text));
    format!(r#"<p class="score">{name} {value} <span data-gain></span></p>"#)
}

/// What can be taken home.
fn downloads() -> String {
    let [picture, table] = [words::SAVE_PICTURE, words::SAVE_TABLE];
    format!(
        r#"<div class="downloads"><button type="button" data-save="picture">{picture}</button><button type="button" data-save="table">{table}</button></div>"#
    )
}

/// Where numbers come in.
fn source() -> String {
    let examples = Example::ALL.map(|example| {
        let text = escape(&example.text()).replace('\n', "&#10;");
        format!(
            r#"<button type="button" data-example="{}" data-text="{text}">{}</button>"#,
            example.name(),
            example.title()
        )
    });
    let examples = examples.concat();
    let decimals = Decimal::ALL.map(|decimal| {
        let (name, label) = (decimal.name(), decimal.label());
        format!(r#"<option value="{name}">{label}</option>"#)
    });
    let decimals = decimals.concat();
    let [form, try_them, text, file] =
        [words::SOURCE, words::EXAMPLES, words::TEXT, words::FILE];
    let [decimal, column, automatic] =
        [words::DECIMALS, words::COLUMN, words::AUTOMATIC];
    let [stop, complaints, numbers] =
        [words::STOP, words::COMPLAINTS, words::NUMBERS];
    on_one_line(&format!(
        r#"<form class="controls" autocomplete="off" aria-label="{form}">
<div class="controls-end"><span>{try_them}</span>{examples}</div>
<details class="wide"><summary>{numbers}</summary>
<div class="fields"><label class="wide" for="own-data-text">{text}</label>
<textarea class="wide" id="own-data-text" name="text" rows="6" spellcheck="false" autocapitalize="off"></textarea>
<label for="own-data-file">{file}</label><input type="file" id="own-data-file" name="file" accept=".csv,.tsv,.txt,text/*">
<label for="own-data-decimal">{decimal}</label><select id="own-data-decimal" name="decimal"><option value="">{automatic}</option>{decimals}</select>
<label for="own-data-column">{column}</label><select id="own-data-column" name="column" disabled><option value="-1">{automatic}</option></select></div></details>
<div class="wide reading"><p role="status" tabindex="-1"></p><button type="button" data-stop hidden>{stop}</button></div>
<div class="wide complaints" role="region" aria-label="{complaints}" tabindex="0" hidden><ul></ul></div>
</form>"#
    ))
}

/// The sliders: of the bins, and of every bell. They are no figure's, so they stand deeper than the
/// script of the figures looks.
fn settings(controls: &[Control], facts: &[Fact]) -> String {
    let (first, bells) =
        controls.split_at(controls.len().saturating_sub(3 * BELLS));
    let first = html(first);
    let bell = words::BELL;
    let label = bell.to_lowercase();
    let choices = (1..=BELLS).map(|number| {
        let hidden = if number > 2 { " hidden" } else { "" };
        let pressed = number == 1;
        let name = format!("share-{number}");
        // The still picture has two bells, and so two shares.
        let value = facts.iter().find(|fact| fact.name == name);
        let text = value.map_or("", |fact| &fact.text);
        let value = output(&name, text);
        format!(
            r#"<button type="button" data-choose="{number}" aria-pressed="{pressed}"{hidden}>{bell} {number}: {value}</button>"#
        )
    });
    let choices = choices.collect::<Vec<_>>().concat();
    let bells = bells.chunks(3).zip(1..).map(|(controls, number)| {
        let hidden = if number > 1 { " hidden" } else { "" };
        let controls = html(controls);
        format!(
            r#"<div class="bell" data-bell="{number}" role="group" aria-label="{label} {number}"{hidden}>{controls}</div>"#
        )
    });
    let bells = bells.collect::<Vec<_>>().concat();
    let [form, reset, which] =
        [words::SETTINGS, words::RESET, words::WHICH_BELL];
    format!(
        r#"<div><form class="controls" autocomplete="off" aria-label="{form}">{first}<div class="choices wide" role="group" aria-label="{which}">{choices}<button type="button" data-reset>{reset}</button></div>{bells}<span class="wide" role="status"></span></form></div>"#
    )
}

/// The button that fits, what it is told, and where it answers.
fn fitting() -> String {
    let bells = (1..=BELLS).map(|count| {
        let bells = words::BELL.to_lowercase();
        let bells = if count == 1 { bells } else { bells + "s" };
        format!(r#"<option value="{count}">{count} {bells}</option>"#)
    });
    let bells = bells.collect::<Vec<_>>().concat();
    let recordings = words::RECORDINGS.map(|[value, words]| {
        format!(r#"<option value="{value}">{words}</option>"#)
    });
    let recordings = recordings.concat();
    let [form, groups, chosen, recorded] =
        [words::FITTING, words::GROUPS, words::CHOSEN, words::RECORDED];
    let [fit, stop, undo] = [words::FIT, words::STOP, words::UNDO];
    let [report, take_along] = [words::REPORT, words::TAKE_ALONG];
    format!(
        r#"<div><form class="controls" autocomplete="off" aria-label="{form}"><label for="own-data-groups">{groups}</label><select id="own-data-groups" name="groups"><option value="0">{chosen}</option>{bells}</select><label for="own-data-recorded">{recorded}</label><select id="own-data-recorded" name="recorded">{recordings}</select><div class="controls-end"><button type="submit">{fit}</button><button type="button" data-stop-fit hidden>{stop}</button><button type="button" data-undo hidden>{undo}</button><span role="status" tabindex="-1"></span></div><div class="wide report" role="region" aria-label="{report}" hidden></div><p class="wide take-along" hidden>{take_along} <span class="downloads"></span></p></form></div>"#
    )
}

fn html(controls: &[Control]) -> String {
    let html = controls.iter().map(|control| control_html(control, OWN_DATA));
    html.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_label_and_every_bell_its_three_sliders() {
        let Still { facts, controls, .. } = Still::new().unwrap();
        let html = source() + &settings(&controls, &facts) + &fitting();
        let html = scraper::Html::parse_fragment(&html);
        let count = |selector: &str| {
            let selector = scraper::Selector::parse(selector).unwrap();
            html.select(&selector).count()
        };
        let fields = scraper::Selector::parse("input, select, textarea");
        for field in html.select(&fields.unwrap()) {
            let id = field.attr("id").unwrap();
            assert_eq!(count(&format!("label[for={id}]")), 1, "{id}");
        }
        assert_eq!(count("input[type=range]"), 1 + 3 * BELLS);
        assert_eq!(count("[data-bell] input[type=range]"), 3 * BELLS);
        assert_eq!(count("[data-bell]:not([hidden])"), 1);
        assert_eq!(count("[data-choose]:not([hidden])"), 2);
        assert_eq!(count("[data-example]"), Example::ALL.len());
    }

    #[test]
    fn the_caption_has_every_number_that_the_page_can_change() {
        let Still { facts, controls, .. } = Still::new().unwrap();
        let html = caption(&facts).unwrap()
            + &settings(&controls, &facts)
            + &score(&facts);
        for fact in facts {
            let output = format!(
                r#"<output data-fact="{}">{}</output>"#,
                fact.name, fact.text
            );
            assert!(html.contains(&output), "{output}");
        }
    }
}
