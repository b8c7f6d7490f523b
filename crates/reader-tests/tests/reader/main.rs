//! The book in a real browser. Each test is a sentence about what its reader finds.
//!
//! They read in Chromium and in Firefox, two at a time. Without a browser its tests are skipped, and
//! one line says what to install; without a compiler for WebAssembly those of live figures are. With
//! the variable `REQUIRE_BROWSER=1` they fail.

#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod access;
mod address;
mod controls;
mod failure;
mod hands;
mod kept;
mod keyboard;
mod layers;
mod layout;
mod links;
mod own_data;
mod own_files;
mod own_fit;
mod own_trouble;
mod pages;
mod paper;
mod pictures;
mod predict;
mod promise;
mod search;
mod stability;

use std::{
    env,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use libtest_mimic::{Arguments, Trial};
use reader_tests::{
    book::Book,
    reader::Reader,
    tools::{self, Engine, Tools},
};

/// A test: its name, what it does with the reader, and where.
type Test = (&'static str, Run, &'static [Engine]);

type Run = fn(&Reader) -> anyhow::Result<()>;

const BOTH: &[Engine] = &[Engine::Chromium, Engine::Firefox];

/// Where a test needs what Chromium's driver alone can do: weigh what came, see what shifts, run a
/// script before the page's own, show it as on paper, touch, download.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// Functions with their names, and where they run: in both browsers, if nothing else is said.
macro_rules! tests {
    ($($module:ident::$name:ident $(in $engines:ident)?),* $(,)?) => {
        [$((stringify!($name), $module::$name, tests!(@ $($engines)?))),*]
    };
    (@) => { BOTH };
    (@ $engines:ident) => { $engines };
}

const TESTS: &[Test] = &tests![
    pages::every_page_opens_from_a_host_without_a_word_in_the_console,
    pages::every_page_opens_from_the_disk_without_a_word_in_the_console,
    pages::an_error_and_a_request_of_a_page_are_heard,
    promise::a_page_can_send_nothing_anywhere,
    pages::every_page_is_light_and_asks_for_few_files in CHROMIUM,
    layout::nothing_is_wider_than_the_page_on_a_phone_or_a_desk_light_or_dark,
    hands::what_is_dragged_moves_its_sliders_and_stays_under_the_pointer,
    hands::the_bells_of_the_readers_own_data_are_dragged,
    kept::what_was_read_guessed_and_solved_is_told_and_forgotten_at_a_press,
    kept::a_link_to_a_page_keeps_every_figure_that_was_moved,
    search::a_word_of_the_trade_is_found_first_where_it_is_explained,
    layers::checks_of_a_listing_are_opened_and_folded_where_they_stand,
    layers::a_term_shows_what_it_means_and_escape_puts_it_away,
    layers::python_and_rust_stand_beside_each_other_or_one_at_a_time in CHROMIUM,
    layers::what_tells_the_answer_is_covered_until_one_has_guessed,
    layers::what_the_prose_names_lights_up_in_the_picture,
    layers::who_points_into_a_picture_answers_with_the_place,
    paper::the_book_is_a_pdf_with_title_contents_and_solutions_at_the_end in CHROMIUM,
    layout::every_picture_fits_the_page_of_a_small_phone,
    layout::while_one_drags_picture_sliders_and_numbers_are_in_view_together,
    layout::what_is_pressed_on_a_phone_is_24_pixels_high in CHROMIUM,
    layout::no_formula_is_broken_or_runs_off_the_page_of_a_phone,
    layout::a_page_is_light_or_dark_as_its_reader_prefers,
    layout::pictures_and_numbers_are_there_without_scripts,
    layout::paper_shows_what_is_folded_and_leaves_the_chrome_away in CHROMIUM,
    keyboard::the_sidebar_opens_and_closes_by_keyboard,
    keyboard::the_sidebar_opens_by_keyboard_without_scripts,
    keyboard::a_search_leads_to_a_page_by_keyboard,
    keyboard::a_theme_is_chosen_by_keyboard_and_kept,
    keyboard::arrow_keys_turn_the_page_except_in_a_field_a_listing_or_a_button,
    keyboard::the_focus_is_always_seen,
    predict::a_figure_that_asks_shows_itself_with_the_answer_and_nothing_shifts,
    predict::a_guess_is_made_by_keyboard,
    predict::who_would_rather_see_it_is_told_the_answer,
    predict::nobody_is_asked_who_was_sent_a_picture_or_has_no_scripts_or_reads_print,
    links::the_glossary_leads_to_the_first_use_of_a_term_and_the_term_leads_back,
];

/// Tests that need live figures.
const LIVE_TESTS: &[Test] = &tests![
    pictures::a_figure_shows_what_this_machine_draws_wherever_its_controls_stand,
    pictures::a_page_on_the_disk_is_as_live_as_on_a_host,
    pictures::a_module_imports_nothing_but_the_runtime_of_wasm_bindgen in CHROMIUM,
    pictures::no_control_is_seen_without_scripts_or_on_paper in CHROMIUM,
    controls::keys_move_a_slider_and_neither_the_page_nor_the_chapter,
    controls::a_finger_drags_a_slider in CHROMIUM,
    controls::a_choice_is_made_by_keyboard,
    controls::reset_brings_the_first_picture_and_its_address_back,
    controls::play_goes_to_the_end_and_pause_stops_it in CHROMIUM,
    controls::nothing_moves_by_itself_for_those_who_prefer_that in CHROMIUM,
    address::the_address_of_a_moved_figure_opens_the_same_picture,
    address::nonsense_in_the_address_leaves_the_page_sound in CHROMIUM,
    address::back_leads_to_the_moved_figure_and_then_to_the_page_before_it,
    stability::nothing_shifts_when_figures_come_alive_or_go_to_and_fro in CHROMIUM,
    failure::the_last_good_picture_stays_and_the_next_good_setting_works in CHROMIUM,
    failure::a_figure_whose_script_is_missing_says_that_it_stays_still in CHROMIUM,
    failure::a_figure_whose_script_is_broken_says_that_it_stays_still in CHROMIUM,
    failure::a_figure_in_an_old_browser_says_that_it_stays_still in CHROMIUM,
    own_data::numbers_of_the_book_are_drawn_as_on_this_machine,
    own_data::junk_is_refused_line_by_line_and_the_rest_is_read,
    own_data::one_number_and_equal_numbers_have_a_picture,
    own_data::typed_numbers_are_read_and_keys_move_their_sliders,
    own_data::what_is_easily_misread_gives_numbers_or_a_complaint_with_its_line in CHROMIUM,
    own_data::the_reader_chooses_decimals_and_column,
    own_data::a_file_is_read_where_it_is_dropped_or_chosen,
    own_data::the_page_answers_while_a_million_numbers_are_read in CHROMIUM,
    own_data::dragging_over_a_million_numbers_draws_the_last_place in CHROMIUM,
    own_data::picture_and_table_are_downloaded_as_this_machine_makes_them in CHROMIUM,
    own_data::the_page_works_from_the_disk_and_asks_nobody,
    own_fit::a_fit_says_in_the_page_what_it_says_on_this_machine,
    own_fit::a_fit_is_taken_back_stopped_and_forgotten_with_its_numbers,
    own_fit::what_cannot_be_fitted_is_told_in_the_page,
    own_data::without_scripts_and_on_paper_there_is_the_picture_alone in CHROMIUM,
    own_files::the_same_file_is_chosen_twice,
    own_files::of_a_refused_file_nothing_stays_but_the_reason,
    own_files::a_file_that_is_no_unicode_keeps_its_letters,
    own_files::a_header_that_is_html_stays_text in CHROMIUM,
    own_trouble::after_a_trap_the_page_says_so_and_goes_on in CHROMIUM,
    own_trouble::a_reading_that_takes_long_is_stopped_by_the_reader in CHROMIUM,
];

/// Tests that need axe-core.
const AXE_TESTS: &[Test] = &tests![
    access::no_light_page_on_a_phone_breaks_a_rule_of_axe_core in CHROMIUM,
    access::no_dark_page_on_a_desk_breaks_a_rule_of_axe_core in CHROMIUM,
    access::no_open_menu_breaks_a_rule_of_axe_core in CHROMIUM,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut missing = Vec::new();
    let mut found = |tools: anyhow::Result<Tools>| {
        tools.map_err(|reason| missing.push(reason)).ok()
    };
    let browsers: Vec<Tools> =
        BOTH.iter().filter_map(|engine| found(Tools::find(*engine))).collect();
    let mut is_ruled = false;
    let mut is_still = true;
    if !browsers.is_empty() && !arguments.list {
        match tools::axe() {
            Ok(_) => is_ruled = true,
            Err(reason) => missing.push(reason),
        }
        match Book::figures(&tools::root()) {
            Ok(()) => is_still = false,
            Err(reason) => missing.push(reason),
        }
    }
    if without(&missing) == ExitCode::FAILURE {
        return ExitCode::FAILURE;
    }
    let book = Arc::new(LazyBook { is_still, book: OnceLock::new() });
    let mut trials = Vec::new();
    for tools in browsers {
        let engine = tools.engine;
        let readers = Arc::new(Readers {
            tools,
            book: Arc::clone(&book),
            free: Mutex::default(),
        });
        for (tests, is_ignored) in
            [(LIVE_TESTS, is_still), (AXE_TESTS, !is_ruled), (TESTS, false)]
        {
            let here = tests.iter().filter(|test| test.2.contains(&engine));
            for &(name, test, _) in here {
                let readers = Arc::clone(&readers);
                let run = move || {
                    readers
                        .run(test)
                        .map_err(|error| format!("{error:#}").into())
                };
                let trial = Trial::test(name, run).with_kind(engine.name());
                trials.push(trial.with_ignored_flag(is_ignored));
            }
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The readers in one browser, as many as tests run at a time. Each is one test's alone meanwhile.
struct Readers {
    tools: Tools,
    book: Arc<LazyBook>,
    free: Mutex<Vec<Reader>>,
}

impl Readers {
    fn run(&self, test: Run) -> anyhow::Result<()> {
        let free = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = free().pop();
        let reader = match waiting {
            Some(reader) => reader,
            None => Reader::start(&self.tools, self.book.built()?)?,
        };
        reader.begin()?;
        let outcome = test(&reader);
        // A test that failed leaves the browser as good as any other.
        free().push(reader);
        outcome
    }
}

/// The book, which the first test builds, so that a list of the tests needs none.
struct LazyBook {
    is_still: bool,
    book: OnceLock<Result<Arc<Book>, String>>,
}

impl LazyBook {
    fn built(&self) -> anyhow::Result<Arc<Book>> {
        let book = self.book.get_or_init(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
            let folder = folder.join("the-book-in-a-browser");
            let book = Book::build(&tools::root(), &folder, self.is_still);
            book.map(Arc::new).map_err(|error| format!("{error:#}"))
        });
        book.clone().map_err(anyhow::Error::msg)
    }
}

/// Says what is missing, and whether that is a failure.
fn without(missing: &[anyhow::Error]) -> ExitCode {
    let is_required =
        env::var_os("REQUIRE_BROWSER").is_some_and(|value| value == "1");
    for reason in missing {
        if is_required {
            eprintln!("error: {reason:#}");
        } else {
            eprintln!("SKIPPED: the book is not fully tested: {reason:#}");
        }
    }
    if is_required && !missing.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
