//! The book in a real browser. Each test is a sentence about what its reader finds.
//!
//! Without a browser they are skipped, and one line says what to install; without a compiler for
//! WebAssembly those of live figures are. With the variable `REQUIRE_BROWSER=1` they fail.

#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod access;
mod address;
mod controls;
mod failure;
mod keyboard;
mod layout;
mod links;
mod own_data;
mod own_files;
mod own_trouble;
mod pages;
mod phone;
mod pictures;
mod policy;
mod predict;
mod stability;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use book::{LIBRARY, scripts};
use libtest_mimic::{Arguments, Trial};
use reader_tests::{
    reader::Reader,
    tools::{self, Tools},
};

/// A test: its name, and what it does with the reader.
type Test = (&'static str, fn(&Reader) -> anyhow::Result<()>);

/// Functions with their names.
macro_rules! tests {
    ($($module:ident::$name:ident),* $(,)?) => {
        [$((stringify!($name), $module::$name)),*]
    };
}

const TESTS: &[Test] = &tests![
    pages::every_page_opens_from_a_host_without_a_word_in_the_console,
    pages::every_page_opens_from_the_disk_without_a_word_in_the_console,
    pages::every_page_is_light_and_asks_for_few_files,
    layout::nothing_is_wider_than_the_page_on_a_phone_or_a_desk_light_or_dark,
    phone::every_picture_is_seen_whole_on_a_phone,
    layout::a_page_is_light_or_dark_as_its_reader_prefers,
    layout::pictures_and_numbers_are_there_without_scripts,
    layout::paper_shows_what_is_folded_and_leaves_the_chrome_away,
    keyboard::the_sidebar_opens_and_closes_by_keyboard,
    keyboard::the_sidebar_opens_by_keyboard_without_scripts,
    keyboard::a_search_leads_to_a_page_by_keyboard,
    keyboard::a_theme_is_chosen_by_keyboard_and_kept,
    keyboard::arrow_keys_turn_the_page_except_in_a_field,
    keyboard::the_focus_is_always_seen,
    predict::a_figure_that_asks_shows_itself_with_the_answer_and_nothing_shifts,
    predict::a_guess_is_made_by_keyboard,
    predict::who_would_rather_see_it_is_told_the_answer,
    predict::nobody_is_asked_who_was_sent_a_picture_or_has_no_scripts_or_reads_print,
    policy::the_browser_lets_no_page_send_anything,
    links::the_glossary_leads_to_the_first_use_of_a_term_and_the_term_leads_back,
];

/// Tests that need live figures.
const LIVE_TESTS: &[Test] = &tests![
    pictures::a_figure_shows_what_this_machine_draws_wherever_its_controls_stand,
    pictures::a_page_on_the_disk_is_as_live_as_on_a_host,
    pictures::a_module_imports_nothing_but_the_runtime_of_wasm_bindgen,
    pictures::no_control_is_seen_without_scripts_or_on_paper,
    controls::keys_move_a_slider_and_neither_the_page_nor_the_chapter,
    controls::a_finger_drags_a_slider,
    controls::a_choice_is_made_by_keyboard,
    controls::reset_brings_the_first_picture_and_its_address_back,
    controls::play_goes_to_the_end_and_pause_stops_it,
    controls::nothing_moves_by_itself_for_those_who_prefer_that,
    address::the_address_of_a_moved_figure_opens_the_same_picture,
    address::nonsense_in_the_address_leaves_the_page_sound,
    address::back_leads_to_the_moved_figure_and_then_to_the_page_before_it,
    stability::nothing_shifts_when_figures_come_alive_or_go_to_and_fro,
    failure::the_last_good_picture_stays_and_the_next_good_setting_works,
    failure::a_figure_whose_script_is_missing_says_that_it_stays_still,
    failure::a_figure_whose_script_is_broken_says_that_it_stays_still,
    failure::a_figure_in_an_old_browser_says_that_it_stays_still,
    own_data::numbers_of_the_book_are_drawn_as_on_this_machine,
    own_data::junk_is_refused_line_by_line_and_the_rest_is_read,
    own_data::one_number_and_equal_numbers_have_a_picture,
    own_data::typed_numbers_are_read_and_keys_move_their_sliders,
    own_data::the_reader_chooses_decimals_and_column,
    own_data::a_file_is_read_where_it_is_dropped_or_chosen,
    own_data::the_page_answers_while_a_million_numbers_are_read,
    own_data::dragging_over_a_million_numbers_draws_the_last_place,
    own_data::picture_and_table_are_downloaded_as_this_machine_makes_them,
    own_data::the_page_works_from_the_disk_and_asks_nobody,
    own_data::without_scripts_and_on_paper_there_is_the_picture_alone,
    own_files::the_same_file_is_chosen_twice,
    own_files::of_a_refused_file_nothing_stays_but_the_reason,
    own_files::a_file_that_is_no_unicode_keeps_its_letters,
    own_files::a_header_that_is_html_stays_text,
    own_trouble::after_a_trap_the_page_says_so_and_goes_on,
    own_trouble::a_reading_that_takes_long_is_stopped_by_the_reader,
];

/// A test that needs axe-core: its script comes last.
type AxeTest = (&'static str, fn(&Reader, &str) -> anyhow::Result<()>);

const AXE_TESTS: &[AxeTest] = &tests![
    access::no_light_page_on_a_phone_breaks_a_rule_of_axe_core,
    access::no_dark_page_on_a_desk_breaks_a_rule_of_axe_core,
    access::no_open_menu_breaks_a_rule_of_axe_core,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tools = match Tools::find() {
        Ok(tools) => tools,
        Err(missing) => return without(&missing),
    };
    let axe = tools::axe(&root);
    let live = if arguments.list { Ok(()) } else { live(&root) };
    for missing in [axe.as_ref().err(), live.as_ref().err()] {
        if missing.is_some_and(|missing| without(missing) == ExitCode::FAILURE)
        {
            return ExitCode::FAILURE;
        }
    }
    let is_still = live.is_err();
    let shared =
        Arc::new(Shared { tools, root, is_still, reader: Mutex::new(None) });
    let trial = |name, test: Box<Run>| {
        let shared = Arc::clone(&shared);
        Trial::test(name, move || {
            shared.run(&*test).map_err(|error| format!("{error:#}").into())
        })
    };
    let mut trials: Vec<Trial> = Vec::new();
    for &(name, test) in TESTS {
        trials.push(trial(name, Box::new(test)));
    }
    for &(name, test) in LIVE_TESTS {
        let run = trial(name, Box::new(test));
        trials.push(run.with_ignored_flag(is_still));
    }
    for &(name, test) in AXE_TESTS {
        let is_missing = axe.is_err();
        let axe = axe.as_deref().unwrap_or_default().to_owned();
        let run = trial(name, Box::new(move |reader| test(reader, &axe)));
        trials.push(run.with_ignored_flag(is_missing));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    // The browser ends here, whatever the tests found.
    drop(shared);
    conclusion.exit_code()
}

type Run = dyn Fn(&Reader) -> anyhow::Result<()> + Send;

/// One reader for all tests, each of which has it for itself.
struct Shared {
    tools: Tools,
    root: PathBuf,
    is_still: bool,
    reader: Mutex<Option<Reader>>,
}

impl Shared {
    /// Runs a test. The first builds the book and starts the browser, so that a list of the tests
    /// needs neither.
    fn run(&self, test: &Run) -> anyhow::Result<()> {
        let reader = self.reader.lock();
        // A test that failed leaves the browser as good as any other.
        let mut reader = reader.unwrap_or_else(PoisonError::into_inner);
        let reader = match &mut *reader {
            Some(reader) => reader,
            none => {
                let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
                let folder = folder.join("the-book-in-a-browser");
                none.insert(Reader::start(
                    &self.tools,
                    &self.root,
                    &folder,
                    self.is_still,
                )?)
            }
        };
        reader.begin()?;
        test(reader)
    }
}

/// Compiles the live figures that are not up to date.
fn live(root: &Path) -> anyhow::Result<()> {
    scripts::make(&LIBRARY, root, |_| {})
}

/// Says what is missing, and whether that is a failure.
fn without(missing: &anyhow::Error) -> ExitCode {
    if env::var_os("REQUIRE_BROWSER").is_some_and(|value| value == "1") {
        eprintln!("error: {missing:#}");
        return ExitCode::FAILURE;
    }
    eprintln!("SKIPPED: the book is not fully tested: {missing:#}");
    ExitCode::SUCCESS
}
