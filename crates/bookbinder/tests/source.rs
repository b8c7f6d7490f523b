//! Items are cut out of their crates by their paths.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/workspace.rs"]
mod workspace;

use bookbinder::source::Sources;
use insta::assert_snapshot;
use workspace::workspace;

fn cut(path: &str) -> String {
    let root = workspace();
    match Sources::new(root.path()).cut(path) {
        Ok(cut) => format!("{}:{}\n{}", cut.file, cut.line, cut.text),
        Err(error) => error
            .to_string()
            .replace(&root.path().display().to_string(), "ROOT"),
    }
}

#[test]
fn a_function_is_cut_without_its_documentation() {
    assert_snapshot!(cut("ch42::superpose"), @r"
    crates/ch42-example/src/lib.rs:44
    pub fn superpose(a: f64, b: f64) -> f64 { a + b }
    ");
}

#[test]
fn a_struct_keeps_its_other_attributes_and_the_documentation_of_its_fields() {
    assert_snapshot!(cut("ch42::Gaussian"), @r"
    crates/ch42-example/src/lib.rs:10
    #[derive(Clone, Debug)]
    pub struct Gaussian {
        /// Where it stands.
        pub loc: f64,
    }
    ");
}

#[test]
fn a_method_is_found_by_its_type_and_loses_its_indentation() {
    assert_snapshot!(cut("ch42::Gaussian::prob"), @r"
    crates/ch42-example/src/lib.rs:22
    #[inline]
    pub fn prob(&self, x: f64) -> f64 {
        // Not a bell at all.
        let z = x - self.loc;

        z / Self::SCALE
    }
    ");
}

#[test]
fn one_line_stands_for_the_statements_that_only_check_arguments() {
    assert_snapshot!(cut("ch42::first"), @r#"
    crates/ch42-example/src/peaks/rule.rs:8
    pub fn first(peaks: &[f64]) -> Result<f64, Error> {
        // ⋯ checks
    #     check_finite("peaks", peaks)?;
    #     super::check_order(
    #         peaks,
    #     )?;

        let first = peaks[0];
        // ⋯ checks
    #     first.check()?;
        // Checks nothing by itself.
        checked(first)?;
        check_finite("first", &[first])
    }
    "#);
}

#[test]
fn so_it_does_for_what_only_refuses_but_not_in_a_check_itself() {
    assert_snapshot!(cut("ch42::smallest"), @r#"
    crates/ch42-example/src/peaks/rule.rs:22
    pub fn smallest(numbers: &[f64], most: usize) -> Result<f64, Error> {
        // ⋯ checks
    #     for (index, number) in numbers.iter().enumerate() {
    #         if number.is_nan() {
    #             let argument = format!("numbers[{index}]");
    #             return Err(Error::argument(argument));
    #         }
    #     }
    #     if numbers.len() > most {
    #         return Err(Error::argument("numbers"));
    #     }
        let mut smallest = f64::INFINITY;
        for number in numbers {
            if *number < smallest {
                smallest = *number;
            }
        }
        if smallest.is_infinite() {
            return Err(Error::argument("numbers"));
        } else {
            Ok(smallest)
        }
    }
    "#);
    assert_snapshot!(cut("ch42::check_one"), @r#"
    crates/ch42-example/src/peaks/rule.rs:46
    pub fn check_one(number: f64) -> Result<(), Error> {
        if number != 1.0 {
            return Err(Error::argument("number"));
        }
        Ok(())
    }
    "#);
}

#[test]
fn a_method_of_a_trait_is_found_by_the_type_and_by_the_trait() {
    assert_snapshot!(cut("ch42::Gaussian::twice"), @r"
    crates/ch42-example/src/lib.rs:32
    fn twice(&self) -> Self {
        self.clone()
    }
    ");
    assert_snapshot!(cut("ch42::Clone2::twice"), @r"
    crates/ch42-example/src/lib.rs:40
    fn twice(&self) -> Self;
    ");
}

#[test]
fn constants_enums_and_traits_are_items() {
    assert_snapshot!(cut("ch42::Gaussian::SCALE"), @r"
    crates/ch42-example/src/lib.rs:18
    pub const SCALE: f64 = 1.0;
    ");
    assert_snapshot!(cut("ch42::Clone2"), @r"
    crates/ch42-example/src/lib.rs:38
    pub trait Clone2 {
        /// The second.
        fn twice(&self) -> Self;
    }
    ");
}

#[test]
fn an_item_is_found_by_its_module_and_by_every_reexport() {
    assert_snapshot!(cut("ch42::peaks::rule::prominence"), @r"
    crates/ch42-example/src/peaks/rule.rs:3
    pub fn prominence() -> f64 {
        super::helper()
    }
    ");
    assert_eq!(cut("ch42::prominence"), cut("ch42::peaks::rule::prominence"));
    assert_snapshot!(cut("ch42::Peak"), @r"
    crates/ch42-example/src/peaks.rs:6
    pub enum Peak {
        High,
        Low,
    }
    ");
}

#[test]
fn a_crate_without_a_chapter_is_called_by_its_own_name() {
    assert_snapshot!(cut("mixture::one"), @r"
    crates/mixture/src/lib.rs:2
    pub fn one() {}
    ");
}

#[test]
fn an_item_that_does_not_exist_is_refused_with_the_nearest_path() {
    assert_snapshot!(cut("ch42::Gausian::prob"), @"no item is called `ch42::Gausian::prob`; the nearest is `ch42::Gaussian::prob`");
    assert_snapshot!(cut("ch42::prominense"), @"no item is called `ch42::prominense`; the nearest is `ch42::prominence`");
    assert_snapshot!(cut("ch42"), @"no item is called `ch42`; the nearest is `ch42::Peak`");
    assert_snapshot!(cut(""), @"no crate is called ``; the nearest is `ch42`");
}

#[test]
fn tests_are_no_items() {
    assert_snapshot!(cut("ch42::tests::superpose"), @"no item is called `ch42::tests::superpose`; the nearest is `ch42::superpose`");
}

#[test]
fn a_crate_that_does_not_exist_is_refused_with_the_nearest_name() {
    assert_snapshot!(cut("ch24::superpose"), @"no crate is called `ch24`; the nearest is `ch42`");
}

#[test]
fn a_path_of_two_items_is_refused_with_the_places_of_both() {
    assert_snapshot!(cut("ch42::Gaussian::fmt"), @"`ch42::Gaussian::fmt` is the path of crates/ch42-example/src/peaks.rs:12 and of crates/ch42-example/src/peaks.rs:18");
}

#[test]
fn a_file_that_is_not_rust_is_refused_with_file_and_line() {
    let root = workspace();
    let path = root.path().join("crates/mixture/src/lib.rs");
    std::fs::write(&path, "fn one() {}\nfn two( {}\n").unwrap();
    let error = Sources::new(root.path()).cut("mixture::one").unwrap_err();
    assert!(
        error.to_string().contains("crates/mixture/src/lib.rs:2: "),
        "{error}"
    );
}

#[test]
fn a_module_without_a_file_is_refused_with_the_file() {
    let root = workspace();
    let path = root.path().join("crates/mixture/src/lib.rs");
    std::fs::write(&path, "mod two;\n").unwrap();
    let error =
        Sources::new(root.path()).cut("mixture::one").unwrap_err().to_string();
    assert!(
        error.starts_with("cannot read ") && error.contains("src/two/mod.rs"),
        "{error}"
    );
}
