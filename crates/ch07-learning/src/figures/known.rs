use chapter::{Error, Figure, Settings, Shown};
use datasets::{CLASS, Group};
use figure::Plot;

use super::{bars, bells, class_panel, facts_of, students_at};
use crate::known_groups;

/// If somebody told the groups.
pub(super) const KNOWN: Figure = Figure {
    name: "known",
    caption: "The class with its secret told. Counting gives the shares {first} and {second}, averaging the means \
              {first-mean} and {second-mean}, and averaging the squares the deviations {first-deviation} and \
              {second-deviation}. The bells are drawn from these numbers.",
    controls: &[],
    guess: None,
    show,
};

fn show(_: &Settings) -> Result<Shown, Error> {
    let groups = known_groups(&CLASS)?;
    let prepared = |grade: f64| {
        let among = Group::Prepared.among(&CLASS);
        let here = among.filter(|student| student.grade == grade).count();
        let all = students_at(grade);
        (all > 0.0).then(|| here as f64 / all)
    };
    let panel = bells(bars(class_panel(), prepared), &groups);
    let plot = Plot::new("The class with its groups known").panel(panel);
    Ok(Shown::new(plot, facts_of(&groups)))
}
