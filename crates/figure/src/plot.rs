#![allow(missing_docs, reason="skeleton")]
use crate::{Error, Picture, Table};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink { First, Second, Whole, Accent, Muted }
#[derive(Clone, Debug)]
pub struct Axis { pub label: String, pub min: f64, pub max: f64 }
impl Axis { #[must_use] pub fn new(label: &str, min: f64, max: f64) -> Self { Self { label: label.into(), min, max } } }
#[derive(Clone, Debug)]
pub struct Panel { pub x: Axis, pub y: Axis }
impl Panel { #[must_use] pub fn new(x: Axis, y: Axis) -> Self { Self { x, y } }
 #[must_use] pub fn line(self, _label: &str, _points: impl IntoIterator<Item=(f64,f64)>, _ink: Ink) -> Self { self }
 #[must_use] pub fn rule(self, _x: f64, _label: &str) -> Self { self } }
#[derive(Clone, Debug)]
pub struct Plot { title: String }
impl Plot { #[must_use] pub fn new(title: &str) -> Self { Self { title: title.into() } }
 #[must_use] pub fn panel(self, _p: Panel) -> Self { self }
 pub fn draw(&self, id: &str) -> Result<Picture, Error> { let t=&self.title;
  Ok(Picture { svg: format!("<svg id=\"{id}\" role=\"img\" viewBox=\"0 0 520 300\" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{t}</title><desc id=\"{id}-desc\">x is highest at 1</desc></svg>"), title: t.clone(), description: "highest at 1".into(), table: Table { header: vec!["x".into(), "y".into()], rows: vec![vec!["1".into(), "2".into()]] } }) } }
impl Picture { #[must_use] pub fn refusal(id: &str, why: &str) -> Self { Self { svg: format!("<svg id=\"{id}\"/>"), title: "no".into(), description: why.into(), table: Table::default() } }
 #[must_use] pub fn standalone(&self) -> String { self.svg.clone() } }
#[must_use] pub fn number(value: f64, decimals: usize) -> String { let t=format!("{value:.decimals$}"); if let Some(r)=t.strip_prefix('-') { format!("\u{2212}{r}") } else { t } }
#[must_use] pub fn stylesheet() -> String { String::new() }
