//! Reads the built book as its reader does: in a real browser, with a keyboard.
//!
//! A [`Book`](book::Book) is built and served once; a [`Reader`](reader::Reader) opens its pages in
//! Chromium or Firefox, which `chromedriver` and `geckodriver` steer. The tests are in `tests/reader`.

pub mod book;
pub mod browser;
pub mod budget;
pub mod figures;
pub mod reader;
pub mod site;
pub mod tools;
pub mod traffic;
pub mod view;

mod chromium;
mod command;
mod driver;
mod firefox;
