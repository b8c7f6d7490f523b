//! Every directive, what it becomes and what it refuses.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/bind.rs"]
mod bind;
#[path = "common/library.rs"]
mod library;
#[path = "common/workspace.rs"]
mod workspace;

use std::fs;

use bind::{bind, bind_in};
use bookbinder::{library::Library, live::Live, preprocess::preprocess};
use chapter::Chapter;
use insta::assert_snapshot;
use library::LIBRARY;
use mdbook_preprocessor::book::{Book, BookItem, Chapter as Page};

/// A page of no chapter, bound.
fn page(text: &str) -> String {
    bind(LIBRARY, &[("notes.md", text)]).unwrap().remove(0)
}

/// What is refused on a page of no chapter.
fn refusal(text: &str) -> String {
    bind(LIBRARY, &[("notes.md", text)]).unwrap_err()
}

#[test]
fn a_formula_inside_a_directive_is_refused() {
    assert_snapshot!(refusal("a {{#fact $x$}} b"), @"book/src/notes.md:1: a formula cannot stand inside a directive");
    assert_snapshot!(refusal("a {{#fact $$x$$}} b"), @"book/src/notes.md:1: a formula cannot stand inside a directive");
    assert_snapshot!(refusal("{{#fact $x$ $y$}} $z$"), @"book/src/notes.md:1: a formula cannot stand inside a directive");
}

#[test]
fn code_is_shown_under_its_name_and_tells_its_file() {
    assert_snapshot!(page("{{#code ch42::superpose ch42::Gaussian::SCALE}}"), @r#"
    <div class="listing">
    <details class="listing-source"><summary>ch42::superpose, ch42::Gaussian::SCALE</summary>crates/ch42-example/src/lib.rs</details>

    ```rust
    pub fn superpose(a: f64, b: f64) -> f64 { a + b }

    pub const SCALE: f64 = 1.0;
    ```

    </div>
    "#);
}

#[test]
fn code_stays_within_its_list_item() {
    assert_snapshot!(page("1. first\n\n   {{#code ch42::superpose}}\n2. second"), @r#"
    1. first

       <div class="listing">
       <details class="listing-source"><summary>ch42::superpose</summary>crates/ch42-example/src/lib.rs</details>

       ```rust
       pub fn superpose(a: f64, b: f64) -> f64 { a + b }
       ```

       </div>

    2. second
    "#);
}

#[test]
fn code_that_does_not_exist_is_refused_with_the_nearest_path() {
    assert_snapshot!(refusal("a\n\n{{#code ch42::superpoze}}"), @"book/src/notes.md:3: no item is called `ch42::superpoze`; the nearest is `ch42::superpose`");
}

#[test]
fn code_of_two_files_in_one_listing_is_refused() {
    assert_snapshot!(refusal("{{#code ch42::superpose ch42::Peak}}"), @"book/src/notes.md:1: one listing shows one file: `ch42::superpose` is in crates/ch42-example/src/lib.rs, `ch42::Peak` is in crates/ch42-example/src/peaks.rs");
}

#[test]
fn a_whole_file_is_shown_under_its_name_in_the_language_of_its_kind() {
    assert_snapshot!(page("{{#file ch42-example/Cargo.toml}}"), @r#"
    <div class="listing">
    <details class="listing-source"><summary>Cargo.toml</summary>crates/ch42-example/Cargo.toml</details>

    ```toml
    [package]
    name = "ch42-example"

    [lib]
    name = "ch42"
    ```

    </div>
    "#);
    let python = page("{{#file ch42-example/tfp/mixture.py}}");
    assert!(
        python.contains("```python\nprint(\"{{#fact x}}\")\n```"),
        "{python}"
    );
    let rust = page("{{#file mixture/src/lib.rs}}");
    assert!(rust.contains("```rust\n/// One.\npub fn one() {}\n```"), "{rust}");
}

#[test]
fn a_file_that_does_not_exist_is_refused_with_the_nearest() {
    assert_snapshot!(refusal("{{#file ch42-example/tfp/mixtrue.py}}\n\n{{#file ch42-example}}"), @r"
    book/src/notes.md:1: no file of a crate is called `ch42-example/tfp/mixtrue.py`; the nearest is `ch42-example/tfp/mixture.py`
    book/src/notes.md:3: no file of a crate is called `ch42-example`; the nearest is `ch42-example/Cargo.toml`
    ");
}

#[test]
fn a_file_outside_the_crates_is_refused() {
    assert_snapshot!(refusal("{{#file ../Cargo.toml}}\n\n{{#file mixture/../../Cargo.toml}}\n\n{{#file /etc/hosts}}"), @r"
    book/src/notes.md:1: `../Cargo.toml` leaves crates/
    book/src/notes.md:3: `mixture/../../Cargo.toml` leaves crates/
    book/src/notes.md:5: `/etc/hosts` leaves crates/
    ");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_crates_is_refused() {
    let root = workspace::workspace();
    let outside = root.path().join("notes.txt");
    std::fs::write(&outside, "notes").unwrap();
    let link = root.path().join("crates/mixture/notes.txt");
    std::os::unix::fs::symlink(&outside, link).unwrap();
    let sources = bookbinder::source::Sources::new(root.path());
    let error = sources.file("mixture/notes.txt").unwrap_err();
    assert_eq!(error.to_string(), "`mixture/notes.txt` leaves crates/");
}

#[test]
fn a_file_of_an_unknown_kind_is_refused_with_the_nearest() {
    assert_snapshot!(refusal("{{#file ch42-example/tfp/mixture.pyi}}"), @"book/src/notes.md:1: no kind of file is called `pyi`; the nearest is `py`");
}

#[test]
fn a_figure_is_a_picture_with_number_caption_and_table() {
    let mut html = page("{{#figure ch42/line}}");
    assert!(html.contains(r#"<table><thead><tr><th scope="col">"#), "{html}");
    assert!(html.contains("</tr></thead><tbody><tr><td>"), "{html}");
    // What is drawn is the figure's affair.
    for (opening, closing) in [
        ("<svg xmlns", "</svg></div><div"),
        ("<svg xmlns", "</svg></div></div>"),
        ("<table", "</table>"),
    ] {
        let (start, end) =
            (html.find(opening).unwrap(), html.find(closing).unwrap());
        let opening = opening.split(' ').next().unwrap();
        html.replace_range(start..end, &format!("{opening}>…"));
    }
    assert_snapshot!(html, @r#"
    <figure class="plot" id="figure-1" data-figure="ch42/line">
    <div class="plot-picture" tabindex="0" role="group" aria-label="picture of figure 1"><div class="on-a-desk"><svg>…</svg></div><div class="on-a-phone"><svg>…</svg></div></div>
    <details><summary>The numbers of this figure</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label="numbers of figure 1"><table>…</table></div>
    </details>
    <figcaption><span class="figure-number">Figure 1</span> The <em>line</em> <math alttext="y &#61; &#45;1.5&#39;"><mi>y</mi><mo>=</mo><mo lspace="0" rspace="0">−</mo><mrow><mn>1.5</mn><mo lspace="0" rspace="0">′</mo></mrow></math> ends at <output data-fact="end">−1.5</output>, <math alttext="f&#95;1&#39;"><mrow><msub><mi>f</mi><mn>1</mn></msub><mo lspace="0" rspace="0">′</mo></mrow></math> &amp; <b>so</b> on.</figcaption>
    </figure>
    "#);
}

#[test]
fn figures_are_counted_within_their_chapter_and_linked_from_every_page() {
    let chapter = "{{#figure ch42/point}}\n\n{{#figure ch42/line}}\n\n{{#fact ch42/area}} {{#fact ch42/count}} {{#fact ch42/share}}";
    let notes = "{{#see ch42/line}}, {{#see ch42/point}}";
    let pages = [
        ("chapter-42.md", chapter),
        ("notes.md", notes),
        ("deep/notes.md", notes),
    ];
    let bound = bind(LIBRARY, &pages).unwrap();
    assert!(bound[0].contains(r#"id="figure-42-2" data-figure="ch42/line""#));
    assert_snapshot!(bound[1], @"[Figure 42.2](chapter-42.md#figure-42-2), [Figure 42.1](chapter-42.md#figure-42-1)");
    assert_snapshot!(bound[2], @"[Figure 42.2](../chapter-42.md#figure-42-2), [Figure 42.1](../chapter-42.md#figure-42-1)");
}

#[test]
fn a_figure_that_does_not_exist_is_refused_with_the_nearest_name() {
    assert_snapshot!(refusal("{{#figure ch42/lime}}\n\nsee {{#see ch42/lime}}"), @r"
    book/src/notes.md:1: no figure is called `ch42/lime`; the nearest is `ch42/line`
    book/src/notes.md:3: no figure is called `ch42/lime`; the nearest is `ch42/line`
    ");
}

#[test]
fn a_figure_that_is_shown_twice_is_refused() {
    assert_snapshot!(refusal("{{#figure ch42/line}}\n\n{{#figure ch42/line}}"), @"book/src/notes.md:3: figure `ch42/line` is shown already, at book/src/notes.md:1");
}

#[test]
fn a_figure_that_is_referred_to_and_never_shown_is_refused() {
    assert_snapshot!(refusal("{{#see ch42/line}}"), @"book/src/notes.md:1: figure `ch42/line` is shown on no page");
}

#[test]
fn a_figure_that_cannot_be_drawn_or_captioned_is_refused() {
    let text = "{{#figure ch43/no-plot}}\n\n{{#figure ch43/no-fact}}\n\n{{#figure ch43/no-formula}}";
    assert_snapshot!(refusal(text), @r#"
    book/src/notes.md:1: cannot draw `ch43/no-plot`: scale must be positive, got -0.3
    book/src/notes.md:3: in the caption of `ch43/no-fact`: no fact is called `nothing`; this figure has 
    book/src/notes.md:5: in the caption of `ch43/no-formula`: cannot typeset `\nothing`: Unknown command "\nothing"
    "#);
}

#[test]
fn a_fact_is_a_number_in_the_prose_and_in_formulas() {
    assert_snapshot!(page("It is {{#fact ch42/area}}, {{#fact ch42/share}}."), @r#"It is <span class="fact" data-fact="ch42/area">−2.000</span>, <span class="fact" data-fact="ch42/share">60.5%</span>."#);
    assert_snapshot!(page("$a = {{#fact ch42/area}}$"), @r#"<math alttext="a &#61; &#45;2.000"><mi>a</mi><mo>=</mo><mo lspace="0" rspace="0">−</mo><mn>2.000</mn></math>"#);
    assert_snapshot!(page("$a = {{#fact ch42/share}} n + {{#fact ch42/count}}$"), @r#"<math alttext="a &#61; 60.5&#92;% n &#43; 113&#123;,&#125;804"><mi>a</mi><mo>=</mo><mn>60.5</mn><mi>%</mi><mi>n</mi><mo>+</mo><mn>113</mn><mo rspace="0">,</mo><mn>804</mn></math>"#);
}

#[test]
fn a_fact_that_does_not_exist_is_refused_with_the_nearest_name() {
    assert_snapshot!(refusal("a\nb {{#fact ch42/aera}}\n\n$$\nx =\n{{#fact ch24/area}}\n$$"), @r"
    book/src/notes.md:2: no fact is called `ch42/aera`; the nearest is `ch42/area`
    book/src/notes.md:6: no fact is called `ch24/area`; the nearest is `ch42/area`
    ");
}

#[test]
fn facts_that_cannot_be_computed_are_refused() {
    const CHAPTER: Chapter = Chapter {
        facts: || Err(chapter::Error::Empty { argument: "data" }),
        ..library::CHAPTER
    };
    let chapters = Library { chapters: &[&CHAPTER] };
    assert_snapshot!(bind(chapters, &[("notes.md", "")]).unwrap_err(), @"crates/ch42-example: its facts cannot be computed: data must not be empty");
}

#[test]
fn the_output_of_a_chapter_is_what_its_run_prints() {
    assert_snapshot!(page("{{#output ch42}}"), @r"
    ```text
    six by nine
      is 42
    ```
    ");
}

#[test]
fn a_run_that_fails_or_does_not_exist_is_refused() {
    assert_snapshot!(refusal("{{#output ch43}}\n\n{{#output chapter-42}}"), @r"
    book/src/notes.md:1: cannot run ch43: scale must be positive, got -0.3
    book/src/notes.md:3: no chapter is called `chapter-42`; the nearest is `ch42`
    ");
}

#[test]
fn directives_in_code_and_comments_are_left_alone() {
    let text = "`{{#fact x}}` <!-- {{#fact x}} -->\n\n```text\n{{#fact x}} {{y}}\n```\n";
    assert_eq!(page(text), text);
}

#[test]
fn an_unknown_directive_is_refused_with_the_nearest_name() {
    assert_snapshot!(refusal("{{#figur ch42/line}} {{# }} $x = {{#fac ch42/area}}$"), @r"
    book/src/notes.md:1: no directive is called `figur`; the nearest is `figure`
    book/src/notes.md:1: no directive is called ``; the nearest is `end`
    book/src/notes.md:1: no directive is called `fac`; the nearest is `fact`
    ");
}

#[test]
fn braces_that_are_no_directive_are_refused() {
    assert_snapshot!(refusal("a {{x}}\n{{#fact ch42/area\n}}"), @r"
    book/src/notes.md:1: outside code, `{{` must open a directive, such as `{{#fact …}}`
    book/src/notes.md:2: this `{{#` has no `}}` on its line
    ");
}

#[test]
fn a_directive_with_missing_or_superfluous_arguments_is_refused() {
    assert_snapshot!(refusal("{{#fact}}\n{{#fact a b}}\n\n{{#code}}\n\n{{#timestamps all}}\n\n$x {{#fact}}$"), @r"
    book/src/notes.md:1: {{#fact NAME}}, such as {{#fact ch02/naive-area}}, is written here with 0 arguments
    book/src/notes.md:2: {{#fact NAME}}, such as {{#fact ch02/naive-area}}, is written here with 2 arguments
    book/src/notes.md:4: {{#code PATH …}}, such as {{#code ch02::superpose}}, is written here with 0 arguments
    book/src/notes.md:6: {{#timestamps}} is written here with 1 argument
    book/src/notes.md:8: {{#fact NAME}}, such as {{#fact ch02/naive-area}}, is written here with 0 arguments
    ");
}

#[test]
fn a_block_that_shares_its_line_is_refused() {
    assert_snapshot!(refusal("see {{#output ch42}}\n\nso $$a$$ it is"), @r"
    book/src/notes.md:1: {{#output}} must stand on lines of its own
    book/src/notes.md:3: a formula between `$$` must stand on lines of its own
    ");
}

#[test]
fn a_formula_holds_facts_and_nothing_else() {
    assert_snapshot!(refusal("$x = {{#see ch42/line}}$"), @"book/src/notes.md:1: a formula can hold no directive but {{#fact …}}");
}

#[test]
fn a_formula_that_is_not_latex_is_refused_with_its_line() {
    assert_snapshot!(refusal("a $x$\nb $\\frac{1}$"), @r"book/src/notes.md:2: cannot typeset `\frac{1}`: Expected argument but reached end of input");
}

#[test]
fn a_displayed_formula_is_a_block_of_one_line() {
    assert_snapshot!(page("so\n$$\na = \\\\\nb'\n$$\nand\n\n- in a list\n\n  $$c$$\n"), @r#"
    so

    <div class="equation" tabindex="0" role="group" aria-label="equation"><math alttext="a &#61; &#92;&#92; b&#39;" display="block"><mi>a</mi><mo rspace="0">=</mo><mrow></mrow><mrow><mi>b</mi><mo lspace="0" rspace="0">′</mo></mrow></math></div>

    and

    - in a list

      <div class="equation" tabindex="0" role="group" aria-label="equation"><math alttext="c" display="block"><mi>c</mi></math></div>
    "#);
}

#[test]
fn figures_and_facts_that_a_chapters_page_leaves_out_are_refused() {
    let page = "{{#figure ch42/line}} \n\n$x = {{#fact ch42/area}}$ {{#fact ch42/area}}";
    assert_snapshot!(bind(LIBRARY, &[("chapter-42.md", page)]).unwrap_err(), @r"
    book/src/chapter-42.md: figure `ch42/point` is never shown
    book/src/chapter-42.md: fact `ch42/count` is never quoted
    book/src/chapter-42.md: fact `ch42/share` is never quoted
    ");
}

#[test]
fn a_book_with_a_refusal_stays_as_it_was() {
    let root = workspace::workspace();
    let text = "{{#fact ch42/area}} {{#fact x}}".to_owned();
    let page = Page::new("notes", text, "notes.md", Vec::new());
    let mut book = Book::new_with_items(vec![BookItem::Chapter(page)]);
    let before = book.clone();
    preprocess(&LIBRARY, &Live::still(), &mut book, root.path(), "book/src")
        .unwrap_err();
    assert_eq!(book, before);
}

mod exercise {
    use super::*;

    const ATTEMPT: &str = "//! Exercise 42.1. Fill the hole.\n\n/// Twice `x`.\npub fn twice(x: f64) -> f64 {\n    todo!()\n}\n";
    const SOLUTION: &str = "//! The solution.\n\n/// Twice `x`.\npub fn twice(x: f64) -> f64 {\n    // Once more.\n    x + x\n}\n";

    /// The page of chapter 42, bound where it has an exercise with this statement.
    fn chapter(statement: &str, text: &str) -> Result<String, String> {
        pages(statement, &[("chapter-42.md", text)])
    }

    fn pages(
        statement: &str,
        pages: &[(&str, &str)],
    ) -> Result<String, String> {
        let root = workspace::workspace();
        let folder = root.path().join("crates/exercises/42.1-twice");
        fs::create_dir_all(&folder).unwrap();
        for (file, text) in [
            ("statement.md", statement),
            ("hint.md", "Add, as $x + x$.\n"),
            ("attempt.rs", ATTEMPT),
            ("solution.rs", SOLUTION),
        ] {
            fs::write(folder.join(file), text).unwrap();
        }
        let library = Library { chapters: &[] };
        Ok(bind_in(root.path(), library, pages)?.remove(0))
    }

    #[test]
    fn an_exercise_is_its_statement_and_file_with_hint_and_solution_folded_away()
     {
        assert_snapshot!(chapter("Twice $x$.\n\nAll of it.\n", "So.\n{{#exercise 42.1}}").unwrap(), @r#"
        <div class="chapter-number">Chapter 42</div>

        So.

        <div class="exercise" id="exercise-42-1">

        **42.1** Twice <span class="no-break"><math alttext="x"><mi>x</mi></math>.</span>

        All of it.

        <div class="listing">
        <div class="listing-source">crates/exercises/42.1-twice/attempt.rs</div>

        ```rust
        /// Twice `x`.
        pub fn twice(x: f64) -> f64 {
            todo!()
        }
        ```

        </div>

        ```console
        cargo book exercise 42.1
        ```

        <details>
        <summary>Hint</summary>

        Add, as <span class="no-break"><math alttext="x &#43; x"><mi>x</mi><mo>+</mo><mi>x</mi></math>.</span>

        </details>
        <details>
        <summary>Solution</summary>

        <div class="listing">
        <div class="listing-source">crates/exercises/42.1-twice/solution.rs</div>

        ```rust
        pub fn twice(x: f64) -> f64 {
            // Once more.
            x + x
        }
        ```

        </div>

        </details>
        </div>
        "#);
    }

    #[test]
    fn a_statement_quotes_facts_and_they_count_as_quoted() {
        let root = workspace::workspace();
        let folder = root.path().join("crates/exercises/42.1-twice");
        fs::create_dir_all(&folder).unwrap();
        for file in ["hint.md", "attempt.rs", "solution.rs"] {
            fs::write(folder.join(file), "x\n").unwrap();
        }
        let statement = "{{#fact ch42/area}} and ${{#fact ch42/share}}$, {{#see ch42/line}}";
        fs::write(folder.join("statement.md"), statement).unwrap();
        let text = "{{#figure ch42/line}}\n\n{{#figure ch42/point}}\n\n{{#fact ch42/count}}\n\n{{#exercise 42.1}}";
        let bound =
            bind_in(root.path(), LIBRARY, &[("chapter-42.md", text)]).unwrap();
        let (_, exercise) = bound[0].split_once("**42.1** ").unwrap();
        assert_snapshot!(exercise.lines().next().unwrap(), @r#"<span class="fact" data-fact="ch42/area">−2.000</span> and <span class="no-break"><math alttext="60.5&#92;%"><mn>60.5</mn><mi>%</mi></math>,</span> [Figure 42.1](chapter-42.md#figure-42-1)"#);
    }

    #[test]
    fn what_is_wrong_in_a_statement_is_refused_in_its_own_file() {
        let statement = "One\n{{#fact ch42/aera}}\n\n$\\frac{1}$\n";
        assert_snapshot!(chapter(statement, "{{#exercise 42.1}}").unwrap_err(), @r"
        crates/exercises/42.1-twice/statement.md:2: no fact is called `ch42/aera`; there is none at all
        crates/exercises/42.1-twice/statement.md:4: cannot typeset `\frac{1}`: Expected argument but reached end of input
        ");
    }

    #[test]
    fn a_statement_that_holds_a_figure_or_an_exercise_is_refused() {
        let statement = "{{#exercise 42.1}}\n\n{{#figure ch42/line}}\n";
        assert_snapshot!(chapter(statement, "{{#exercise 42.1}}").unwrap_err(), @r"
        crates/exercises/42.1-twice/statement.md:1: an exercise cannot hold {{#exercise …}}
        crates/exercises/42.1-twice/statement.md:3: an exercise cannot hold {{#figure …}}
        ");
    }

    #[test]
    fn an_exercise_that_does_not_exist_is_refused_with_the_nearest_number() {
        assert_snapshot!(chapter("One", "{{#exercise 42.1}}\n\n{{#exercise 42.2}}").unwrap_err(), @"book/src/chapter-42.md:3: no exercise is called `42.2`; the nearest is `42.1`");
    }

    #[test]
    fn an_exercise_that_is_shown_twice_is_refused() {
        assert_snapshot!(chapter("One", "{{#exercise 42.1}}\n\n{{#exercise 42.1}}").unwrap_err(), @"book/src/chapter-42.md:3: exercise 42.1 is shown already, at book/src/chapter-42.md:1");
    }

    #[test]
    fn an_exercise_that_its_chapters_page_leaves_out_is_refused() {
        assert_snapshot!(chapter("One", "Nothing.").unwrap_err(), @"book/src/chapter-42.md: exercise 42.1 is never shown");
    }

    #[test]
    fn an_exercise_on_another_page_than_its_chapters_is_refused() {
        assert_snapshot!(pages("One", &[("notes.md", "{{#exercise 42.1}}")]).unwrap_err(), @"book/src/notes.md:1: exercise 42.1 belongs to chapter 42");
    }

    #[test]
    fn an_exercise_without_all_its_files_is_refused() {
        let root = workspace::workspace();
        let folder = root.path().join("crates/exercises/42.1-twice");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("statement.md"), "One").unwrap();
        let library = Library { chapters: &[] };
        let pages = [("chapter-42.md", "{{#exercise 42.1}}")];
        assert_snapshot!(bind_in(root.path(), library, &pages).unwrap_err(), @r"
        book/src/chapter-42.md:1: cannot read crates/exercises/42.1-twice/attempt.rs: No such file or directory (os error 2)
        crates/exercises/42.1-twice/hint.md: cannot be read: No such file or directory (os error 2)
        ");
    }
}

mod video {
    use super::*;

    const NONE: Library = Library { chapters: &[] };

    #[test]
    fn a_timestamp_is_a_link_to_its_second() {
        let pages = [(
            "chapter-2.md",
            "# Two\n\n## Adding $p'$ {#add}\n{{#video 02:04}}\ntext",
        )];
        assert_snapshot!(bind(NONE, &pages).unwrap()[0], @r#"
        <div class="chapter-number">Chapter 2</div>

        # Two

        ## Adding <math alttext="p&#39;"><mrow><mi>p</mi><mo lspace="0" rspace="0">′</mo></mrow></math> {#add}

        <aside class="video" aria-label="The video at 02:04"><a id="video-02-04" href="https://www.youtube.com/watch?v=atDp5bkzej4&amp;t=124" title="A Superposition of Gaussians?" aria-label="Watch: A Superposition of Gaussians?, at 02:04">02:04</a></aside>

        text
        "#);
    }

    /// Pages that take up every timestamp.
    const PAGES: [(&str, &str); 8] = [
        ("introduction.md", "# In\n\n{{#video 00:00}}"),
        (
            "chapter-1.md",
            "## A\n\n{{#video 00:38}}\n\n## B\n\n{{#video 01:10}}",
        ),
        ("chapter-2.md", "## *Adding* $p$ {#add}\n\n{{#video 02:04}}"),
        ("chapter-3.md", "## A\n\n{{#video 03:59}}\n\n{{#video 05:05}}"),
        ("chapter-4.md", "## A\n\n{{#video 05:33}}\n\n{{#video 07:52}}"),
        ("chapter-5.md", "## A\n\n{{#video 08:45}}"),
        (
            "chapter-6.md",
            "## A\n\n{{#video 10:28}}\n\n{{#video 11:27}}\n\n{{#video 12:12}}\n\n\
             {{#video 13:13}}\n\n{{#video 14:13}}\n\n{{#video 15:15}}",
        ),
        ("outro.md", "# Out\n\n{{#video 17:05}}"),
    ];

    #[test]
    fn the_table_has_every_timestamp_and_its_section() {
        let table = ("follow-the-video.md", "{{#timestamps}}");
        let pages = [&[table], &PAGES[..]].concat();
        assert_snapshot!(bind(NONE, &pages).unwrap()[0], @r#"
        | Time | In the video | In this book |
        | --- | --- | --- |
        | [00:00](https://www.youtube.com/watch?v=atDp5bkzej4&t=0) | Introduction | [In](introduction.md#video-00-00) |
        | [00:38](https://www.youtube.com/watch?v=atDp5bkzej4&t=38) | A Multi-Modal Distribution | [A](chapter-1.md#video-00-38) |
        | [01:10](https://www.youtube.com/watch?v=atDp5bkzej4&t=70) | Clustering of Points | [B](chapter-1.md#video-01-10) |
        | [02:04](https://www.youtube.com/watch?v=atDp5bkzej4&t=124) | A Superposition of Gaussians? | [*Adding* <math alttext="p"><mi>p</mi></math>](chapter-2.md#video-02-04) |
        | [03:59](https://www.youtube.com/watch?v=atDp5bkzej4&t=239) | Using Mixture Coefficients | [A](chapter-3.md#video-03-59) |
        | [05:05](https://www.youtube.com/watch?v=atDp5bkzej4&t=305) | A special case of Mixture Distributions | [A](chapter-3.md#video-05-05) |
        | [05:33](https://www.youtube.com/watch?v=atDp5bkzej4&t=333) | The Directed Graphical Model | [A](chapter-4.md#video-05-33) |
        | [07:52](https://www.youtube.com/watch?v=atDp5bkzej4&t=472) | Alternative Model with plates | [A](chapter-4.md#video-07-52) |
        | [08:45](https://www.youtube.com/watch?v=atDp5bkzej4&t=525) | The joint | [A](chapter-5.md#video-08-45) |
        | [10:28](https://www.youtube.com/watch?v=atDp5bkzej4&t=628) | TFP: Defining the Parameters | [A](chapter-6.md#video-10-28) |
        | [11:27](https://www.youtube.com/watch?v=atDp5bkzej4&t=687) | TFP: The Categorical | [A](chapter-6.md#video-11-27) |
        | [12:12](https://www.youtube.com/watch?v=atDp5bkzej4&t=732) | TFP: The batched Normal | [A](chapter-6.md#video-12-12) |
        | [13:13](https://www.youtube.com/watch?v=atDp5bkzej4&t=793) | TFP: GMM in Principle | [A](chapter-6.md#video-13-13) |
        | [14:13](https://www.youtube.com/watch?v=atDp5bkzej4&t=853) | TFP: Using the TFP Mixture Distribution | [A](chapter-6.md#video-14-13) |
        | [15:15](https://www.youtube.com/watch?v=atDp5bkzej4&t=915) | TFP: Plotting the probability density | [A](chapter-6.md#video-15-15) |
        | [17:05](https://www.youtube.com/watch?v=atDp5bkzej4&t=1025) | Outro | [Out](outro.md#video-17-05) |
        "#);
    }

    #[test]
    fn a_table_of_timestamps_that_no_section_takes_up_is_refused() {
        let table = ("follow-the-video.md", "{{#timestamps}}");
        let pages = [&[table], &PAGES[2..7]].concat();
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/follow-the-video.md:1: no section takes up 00:00, 00:38, 01:10, 17:05");
    }

    #[test]
    fn an_unknown_timestamp_is_refused_with_the_nearest() {
        let pages =
            [("chapter-2.md", "## A\n\n{{#video 02:04}}\n\n{{#video 02:14}}")];
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/chapter-2.md:5: no timestamp is called `02:14`; the nearest is `02:04`");
    }

    #[test]
    fn a_timestamp_on_another_chapters_page_is_refused() {
        let pages = [("chapter-7.md", "## A\n\n{{#video 02:04}}")];
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/chapter-7.md:3: 02:04 belongs to chapter 2");
    }

    #[test]
    fn a_timestamp_under_no_section_is_refused() {
        let pages = [("chapter-2.md", "# A\n\n{{#video 02:04}}\n\n## B")];
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/chapter-2.md:3: {{#video 02:04}} must stand under a `##` heading");
    }

    #[test]
    fn a_timestamp_that_is_taken_up_twice_is_refused() {
        let pages =
            [("chapter-2.md", "## A\n\n{{#video 02:04}}\n\n{{#video 02:04}}")];
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/chapter-2.md:5: 02:04 is taken up already, at book/src/chapter-2.md:3");
    }

    #[test]
    fn a_timestamp_that_no_section_takes_up_is_refused() {
        assert_snapshot!(bind(NONE, &[("chapter-2.md", "## A")]).unwrap_err(), @"book/src/chapter-2.md: no section has {{#video 02:04}}: A Superposition of Gaussians?");
    }

    #[test]
    fn introduction_and_outro_take_up_their_timestamps_under_their_titles() {
        bind(NONE, &[PAGES[0], PAGES[7]]).unwrap();
        let pages = [("introduction.md", "{{#video 00:00}}")];
        assert_snapshot!(bind(NONE, &pages).unwrap_err(), @"book/src/introduction.md:1: {{#video 00:00}} must stand under a heading");
    }
}

#[test]
fn a_page_says_what_comes_next_and_the_last_one_cannot() {
    let pages = [
        (
            "chapter-42.md",
            "# One\n\n{{#figure ch42/point}}\n\n{{#figure ch42/line}}\n\n{{#fact ch42/area}} {{#fact ch42/count}} {{#fact ch42/share}}\n\n{{#next two bells}}",
        ),
        ("notes.md", "# Two & more"),
    ];
    let bound = bind(LIBRARY, &pages).unwrap();
    let next = bound[0].lines().find(|line| line.contains("next-page"));
    assert_snapshot!(next.unwrap(), @r#"<p class="next-page"><strong>Next:</strong> <a href="notes.md">Two &#38; more</a>: two bells.</p>"#);
    assert_snapshot!(refusal("{{#next two bells}}"), @"book/src/notes.md:1: no page follows this one");
}

#[test]
fn words_that_light_up_a_picture_name_a_part_that_is_there_and_end() {
    let words = "the {{#linked ch42/line first}}line{{#end}} rises";
    let around = format!(
        "# One\n\n{{{{#figure ch42/point}}}}\n\n{{{{#figure ch42/line}}}}\n\n{{{{#fact ch42/area}}}} {{{{#fact ch42/count}}}} {{{{#fact ch42/share}}}}\n\n{words}"
    );
    let bound = bind(LIBRARY, &[("chapter-42.md", &*around)]).unwrap();
    let line = bound[0].lines().find(|line| line.contains("rises")).unwrap();
    assert_snapshot!(line, @r#"the <span class="linked" data-lights="ch42/line" data-ink="--figure-first">line</span> rises"#);
    assert_snapshot!(refusal("{{#linked ch42/lime first}}x{{#end}}"), @"book/src/notes.md:1: no figure is called `ch42/lime`; the nearest is `ch42/line`");
    assert_snapshot!(refusal("{{#linked ch42/line firs1}}x{{#end}}"), @"book/src/notes.md:1: no part is called `firs1`; the nearest is `first`");
    assert_snapshot!(refusal("{{#linked ch42/line second}}x{{#end}}"), @"book/src/notes.md:1: nothing in the picture of `ch42/line` is second");
    assert_snapshot!(refusal("{{#linked ch42/line first}}x\n\ny{{#end}}"), @"
    book/src/notes.md:1: {{#linked …}} needs an {{#end}} in its paragraph, before the next one
    ");
    assert_snapshot!(refusal("x{{#end}}"), @"book/src/notes.md:1: {{#end}} ends nothing");
    assert_snapshot!(refusal("{{#line ch42::superpose ch42/line first b - a}}"), @"book/src/notes.md:1: no line of `ch42::superpose` has `b - a` in it");
}
