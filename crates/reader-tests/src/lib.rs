//! Reads the built book as its reader does: in a real browser, with a keyboard.
//!
//! A [`Reader`](reader::Reader) builds the book, serves it, and opens its pages in a Chromium that
//! `chromedriver` steers. The tests are in `tests/reader`.

pub mod browser;
pub mod budget;
pub mod figures;
pub mod reader;
pub mod site;
pub mod tools;
pub mod traffic;
pub mod view;

mod command;
mod driver;
