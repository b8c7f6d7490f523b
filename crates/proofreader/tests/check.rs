//! What the proofreader finds, each on a small page, and what it lets pass.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;

use proofreader::{self as check, Finding, Pages};

/// A page whose `<main>` is given, with mdBook's kind of frame around it.
fn page(main: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><link rel=\"stylesheet\" href=\"book.css\">\
         <link rel=\"canonical\" href=\"https://example.org/\"></head>\
         <body><nav><noscript><iframe src=\"toc.html\"></iframe></noscript></nav>\
         <h1 class=\"menu-title\">The book</h1><main>{main}</main></body></html>"
    )
}

/// The pages of a book of these files, beside a style sheet and a table of contents.
fn book(files: &[(&str, &str)]) -> Pages {
    let folder = tempfile::tempdir().unwrap();
    let frame = [
        ("book.css", "body { background: url(\"data:image/png;base64,AA\") }"),
        ("toc.html", "<ol><li><a href=\"index.html\">The book</a></li></ol>"),
    ];
    for (path, text) in frame.iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Pages::read(folder.path()).unwrap()
}

/// What a check finds on a page with this `<main>`, as it is printed.
fn found(check: fn(&Pages) -> Vec<Finding>, main: &str) -> Vec<String> {
    let main = format!("<h1 id=\"top\">Top</h1>{main}");
    printed(&check(&book(&[("index.html", &page(&main))])))
}

fn printed(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_clean_book_passes_every_check() {
    let chapter = page(
        "<h1 id=\"sum\"><a href=\"#sum\">Sum</a></h1><h2 id=\"σ\">σ</h2><h3>Deep</h3><h2>Back</h2>\
         <p><math><mfrac><mn>1</mn><mi>K</mi></mfrac></math></p>\
         <p><a href=\"index.html#top\">up</a> <a href=\"https://example.org\">out</a> \
         <a href=\"#%CF%83\">σ</a> <a href=\"data/numbers.csv\">data</a></p>\
         <figure><svg role=\"img\" aria-labelledby=\"f-title f-desc\"><title id=\"f-title\">Sum</title>\
         <desc id=\"f-desc\">Two bells.</desc><clipPath id=\"f-clip\"></clipPath>\
         <g clip-path=\"url(#f-clip)\"></g></svg><figcaption>The sum.</figcaption></figure>\
         <p><img src=\"data/one.png\" alt=\"\"></p>\
         <pre><code>let braces = \"{{}}\"; // https://example.org</code></pre>",
    );
    let print = page(
        "<h1>One</h1><h1 id=\"two\">Two</h1><p><a href=\"#two\">there</a></p>\
         <svg><use href=\"#renamed-away\"/></svg>",
    );
    let missing = "<html><head><base href=\"/\"></head><body><main><h1>Not found</h1>\
                   <a href=\"index.html#top\">home</a></main></body></html>";
    let pages = book(&[
        (
            "index.html",
            &page("<h1 id=\"top\">Top</h1><a href=\"one/\">one</a>"),
        ),
        (
            "one/index.html",
            "<meta http-equiv=\"refresh\" content=\"0; URL=../chapter.html\">",
        ),
        ("chapter.html", &chapter),
        ("print.html", &print),
        ("404.html", missing),
        ("data/numbers.csv", "1,2"),
        ("data/one.png", ""),
    ]);
    assert_eq!(check::all(&pages), []);
}

#[test]
fn a_link_to_a_page_that_is_not_there_is_found() {
    assert_eq!(
        found(check::links, "<a href=\"chapter-9.html\">nine</a>"),
        [
            "index.html: `chapter-9.html` leads nowhere: the book has no chapter-9.html"
        ]
    );
}

#[test]
fn a_fragment_that_is_not_there_is_found_on_its_own_and_on_another_page() {
    assert_eq!(
        found(check::links, "<a href=\"#tpo\">here</a>"),
        ["index.html: `#tpo` leads nowhere: index.html has no id `tpo`"]
    );
    let pages = book(&[
        ("index.html", &page("<a href=\"other.html#sum\">there</a>")),
        ("other.html", &page("<h1 id=\"product\">Product</h1>")),
    ]);
    assert_eq!(
        printed(&check::links(&pages)),
        [
            "index.html: `other.html#sum` leads nowhere: other.html has no id `sum`"
        ]
    );
}

#[test]
fn a_link_on_the_page_of_all_chapters_that_leads_nowhere_is_found() {
    let pages = book(&[("print.html", &page("<a href=\"#sum\">there</a>"))]);
    let found = printed(&check::links(&pages));
    let print: Vec<_> =
        found.iter().filter(|line| line.starts_with("print")).collect();
    assert_eq!(
        print,
        ["print.html: `#sum` leads nowhere: print.html has no id `sum`"]
    );
}

#[test]
fn a_link_out_of_the_book_is_found() {
    for address in ["../README.md", "/index.html"] {
        assert_eq!(
            found(check::links, &format!("<a href=\"{address}\">out</a>")),
            [format!(
                "index.html: `{address}` leads nowhere: it is not in the book"
            )]
        );
    }
}

#[test]
fn an_empty_link_is_found() {
    assert_eq!(
        found(check::links, "<a href=\"\">nothing</a>"),
        ["index.html: `` leads nowhere: it is empty"]
    );
}

#[test]
fn an_image_script_or_font_that_is_not_there_is_found() {
    assert_eq!(
        found(
            check::links,
            "<img src=\"a.png\" alt=\"\"><script src=\"c.js\"></script>\
             <svg><use href=\"#d\"/><g clip-path=\"url(#e)\"/></svg>"
        )
        .len(),
        4
    );
    let pages = book(&[("css/more.css", "p { src: url(../fonts/x.woff2) }")]);
    assert!(printed(&check::links(&pages)).contains(
        &"css/more.css: `../fonts/x.woff2` leads nowhere: the book has no fonts/x.woff2".to_owned()
    ));
}

#[test]
fn every_way_to_ask_another_host_is_found() {
    let ways = [
        "<script src=\"https://cdn.example/x.js\"></script>",
        "<script>fetch(\"https://cdn.example/x.json\")</script>",
        "<link rel=\"stylesheet\" href=\"//cdn.example/x.css\">",
        "<link rel=\"preconnect\" href=\"https://cdn.example\">",
        "<img alt=\"\" src=\"http://cdn.example/x.png\">",
        "<iframe src=\"https://www.example/embed\"></iframe>",
        "<noscript><iframe src=\"https://www.example/embed\"></iframe></noscript>",
        "<video src=\"https://cdn.example/x.mp4\"></video>",
        "<p style=\"background: url('https://cdn.example/x.png')\">x</p>",
        "<style>@import \"https://cdn.example/x.css\";</style>",
        "<svg><image href=\"https://cdn.example/x.png\"/></svg>",
        "<svg><use xlink:href=\"https://cdn.example/x.svg#a\"/></svg>",
        "<svg><rect fill=\"url(https://cdn.example/x.svg#a)\"/></svg>",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://www.example/\">",
        "<pre><code class=\"language-rust playground\">fn main() {}</code></pre>",
    ];
    for way in ways {
        let findings = found(check::other_hosts, way);
        assert_eq!(findings.len(), 1, "{way}: {findings:?}");
        assert!(
            findings[0].starts_with("index.html: asks another host: "),
            "{findings:?}"
        );
    }
}

#[test]
fn a_style_sheet_that_asks_another_host_is_found() {
    let css = "@import url(//cdn.example/a.css); p { src: url(https://cdn.example/b.woff2) }";
    let pages = book(&[("css/more.css", css)]);
    assert_eq!(
        printed(&check::other_hosts(&pages)),
        [
            "css/more.css: asks another host: `//cdn.example/a.css`",
            "css/more.css: asks another host: `https://cdn.example/b.woff2`",
        ]
    );
}

#[test]
fn a_script_file_that_names_another_host_is_found() {
    let pages = book(&[
        ("theme/more.js", "fetch('https://cdn.example/a.json')"),
        ("more.mjs", "import x from \"https://cdn.example/b.js\""),
    ]);
    assert_eq!(
        printed(&check::other_hosts(&pages)),
        [
            "more.mjs: asks another host: `https://cdn.example/b.js`",
            "theme/more.js: asks another host: `https://cdn.example/a.json`",
        ]
    );
}

#[test]
fn a_script_of_mdbook_that_names_a_host_it_never_named_is_found() {
    let known = "fetch('https://play.rust-lang.org/meta/crates')";
    let new = "fetch('https://cdn.example/a.json')";
    let pages = book(&[
        ("book-01234567.js", &format!("{known}; {new}")),
        ("mark-01234567.min.js", known),
        ("searchindex-01234567.js", new),
    ]);
    assert_eq!(
        printed(&check::other_hosts(&pages)),
        [
            "book-01234567.js: asks another host: `https://cdn.example/a.json`",
            "mark-01234567.min.js: asks another host: `https://play.rust-lang.org/meta/crates`",
        ]
    );
}

#[test]
fn every_way_in_which_a_picture_file_asks_another_host_is_found() {
    let ways = [
        "<image href=\"https://cdn.example/x.png\"/>",
        "<use xlink:href=\"//cdn.example/x.svg#a\"/>",
        "<script src=\"https://cdn.example/x.js\"/>",
        "<script>fetch('https://cdn.example/x.json')</script>",
        "<rect fill=\"url(https://cdn.example/x.svg#a)\"/>",
        "<style><![CDATA[@import url(https://cdn.example/x.css);]]></style>",
    ];
    for way in ways {
        let svg = format!(
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\">{way}</svg>"
        );
        let found =
            printed(&check::other_hosts(&book(&[("data/x.svg", &svg)])));
        assert_eq!(found.len(), 1, "{way}: {found:?}");
        assert!(
            found[0].starts_with("data/x.svg: asks another host: "),
            "{found:?}"
        );
    }
}

#[test]
fn what_a_picture_file_states_or_offers_asks_nobody() {
    let svg = "<!-- https://www.example --><svg xmlns=\"http://www.w3.org/2000/svg\">\
               <a href=\"https://www.example\"><use href=\"#a\"/></a></svg>";
    assert_eq!(check::other_hosts(&book(&[("x.svg", svg)])), []);
}

#[test]
fn what_a_page_states_or_offers_asks_nobody() {
    let offers = "<a href=\"https://www.example\">a link</a>\
                  <svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"https://www.example\"/></svg>\
                  <script type=\"application/ld+json\">{\"@context\": \"https://schema.org\"}</script>\
                  <p>https://www.example</p>";
    assert_eq!(found(check::other_hosts, offers), Vec::<String>::new());
}

#[test]
fn an_image_without_a_text_alternative_is_found() {
    assert_eq!(
        found(check::alternatives, "<img src=\"a.png\">"),
        ["index.html: the image `a.png` has no `alt`"]
    );
}

#[test]
fn a_figure_without_a_caption_is_found() {
    for figure in [
        "<figure id=\"f\"></figure>",
        "<figure id=\"f\"><figcaption> </figcaption></figure>",
    ] {
        assert_eq!(
            found(check::alternatives, figure),
            ["index.html: a figure (`f`) has no <figcaption>"]
        );
    }
}

#[test]
fn a_picture_without_title_or_description_is_found() {
    assert_eq!(
        found(
            check::alternatives,
            "<figure><svg id=\"p\" role=\"img\" aria-labelledby=\"t\"><title id=\"t\"> </title></svg>\
             <figcaption>A picture.</figcaption></figure>"
        ),
        ["index.html: a picture (`p`) has no <title>, has no <desc>"]
    );
}

#[test]
fn a_picture_that_is_labelled_by_something_else_is_found() {
    assert_eq!(
        found(
            check::alternatives,
            "<svg role=\"img\" aria-labelledby=\"top\"><title>T</title><desc>D</desc></svg>\
             <svg role=\"img\"><title>T</title><desc>D</desc></svg>"
        ),
        [
            "index.html: a picture is labelled by `top`, which it does not have",
            "index.html: a picture has no aria-labelledby",
        ]
    );
}

#[test]
fn a_picture_in_a_figure_that_hides_its_role_is_found_and_an_ornament_is_not() {
    let caption = "<figcaption>A picture.</figcaption>";
    let svg = "<title id=\"t\">T</title><desc>D</desc>";
    assert_eq!(
        found(
            check::alternatives,
            &format!(
                "<figure><svg aria-labelledby=\"t\">{svg}<svg></svg></svg>\
                 <svg aria-hidden=\"true\"></svg>{caption}</figure><svg></svg>"
            )
        ),
        ["index.html: a picture has no role=\"img\""]
    );
}

#[test]
fn a_directive_that_nobody_resolved_is_found() {
    assert_eq!(
        found(
            check::leftovers,
            "<p>The area is {{#fact ch02/naive-area}}.</p>"
        ),
        ["index.html: an unresolved directive: `{{#fact ch02/naive-area}}.`"]
    );
    assert_eq!(
        found(check::leftovers, "<p title=\"{{#fact a/b}}\">x</p>"),
        ["index.html: an unresolved directive: `{{#fact a/b}}`"]
    );
}

#[test]
fn braces_in_code_and_formulas_are_meant() {
    let meant = "<p><code>{{#fact}}</code></p><pre>{{</pre><script>let a = {b: {{}}}</script>\
                 <math><annotation>\\frac{{a}}{b}</annotation></math>";
    assert_eq!(found(check::leftovers, meant), Vec::<String>::new());
}

#[test]
fn a_page_without_one_h1_is_found() {
    let headings = |main: &str| {
        printed(&check::headings(&book(&[("a.html", &page(main))])))
    };
    assert_eq!(headings("<p>x</p>"), ["a.html: has no <h1>"]);
    assert_eq!(
        headings("<h1>A</h1><h1>B</h1>"),
        ["a.html: has 2 <h1>, not one"]
    );
    assert_eq!(headings("<h1></h1>"), ["a.html: has an empty <h1>"]);
    assert_eq!(
        headings("<h2>A</h2><h1>B</h1>"),
        ["a.html: <h2> “A” has no <h1> above it"]
    );
}

#[test]
fn a_level_left_out_is_found() {
    assert_eq!(
        found(check::headings, "<h2>A</h2><h4>B</h4>"),
        ["index.html: <h4> “B” has no <h3> above it"]
    );
}

#[test]
fn a_page_without_content_is_found() {
    let pages = book(&[("a.html", "<h1>No main</h1>")]);
    assert_eq!(printed(&check::headings(&pages)), ["a.html: has no <main>"]);
}

#[test]
fn an_id_given_twice_is_found_once() {
    assert_eq!(
        found(
            check::ids,
            "<p id=\"a\"></p><p id=\"a\"></p><p id=\"a\"></p><p id=\"b\"></p>"
        ),
        ["index.html: has the id `a` more than once"]
    );
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let error = Pages::read(&missing).unwrap_err();
    assert!(
        format!("{error:#}").starts_with(&format!(
            "cannot read the folder {}",
            missing.display()
        ))
    );
}

#[test]
fn the_program_says_what_is_wrong_and_fails() {
    use std::process::Command;

    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index.html");
    let read = || {
        let program = env!("CARGO_BIN_EXE_proofreader");
        let output = Command::new(program).arg(folder.path()).output();
        let output = output.unwrap();
        let told = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(told).unwrap())
    };
    let style = "<link rel=\"stylesheet\" href=\"data:text/css,\">";
    fs::write(&index, format!("{style}<main><h1>A</h1></main>")).unwrap();
    assert_eq!(read(), (true, String::new()));
    fs::write(&index, "<main><p>A</p></main>").unwrap();
    assert_eq!(
        read(),
        (
            false,
            "index.html: has no <h1>\nerror: 1 thing is wrong with the pages\n"
                .to_owned()
        )
    );
}

#[test]
fn a_formula_with_a_part_too_few_or_too_many_is_found() {
    let main = "<math><mfrac><mn>1</mn></mfrac>\
                <msubsup><mi>x</mi><mn>1</mn><mn>2</mn><mn>3</mn></msubsup>\
                <msqrt><mn>1</mn><mo>+</mo><mi>x</mi></msqrt></math>";
    assert_eq!(
        found(check::formulas, main),
        [
            "index.html: the <mfrac> of “1” has 1 parts, not 2",
            "index.html: the <msubsup> of “x123” has 4 parts, not 3",
        ]
    );
}
