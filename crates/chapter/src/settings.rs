use crate::{Control, Error, Kind};

/// A value for each of a figure's controls.
///
/// Any number may be set, NaN and the infinities included: a figure refuses what it cannot draw
/// with an error that names the control and the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    controls: &'static [Control],
    values: Vec<f64>,
}

impl Settings {
    /// Every control where it stands at first.
    #[must_use]
    pub fn defaults(controls: &'static [Control]) -> Self {
        Self {
            controls,
            values: controls.iter().map(Control::default).collect(),
        }
    }

    /// The same settings with one control moved.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownControl`] if the figure has no control of this name.
    pub fn with(mut self, name: &str, value: f64) -> Result<Self, Error> {
        let index = self.index(name)?;
        self.values[index] = value;
        Ok(self)
    }

    /// The value of a control.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownControl`] if the figure has no control of this name.
    pub fn get(&self, name: &str) -> Result<f64, Error> {
        Ok(self.values[self.index(name)?])
    }

    /// Whether a control that [refits](Control::refits) the axes was moved.
    pub(crate) fn refits(&self) -> bool {
        let moved = self.controls.iter().zip(&self.values);
        let mut moved = moved.filter(|(control, at)| control.default() != **at);
        moved.any(|(control, _)| control.refits)
    }

    /// The index of the option that a [`Kind::Choice`] is set to.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownControl`] if the figure has no choice of this name, [`Error::Argument`] if
    /// the value is not the index of one of its options.
    pub fn choice(&self, name: &str) -> Result<usize, Error> {
        let index = self.index(name)?;
        let Kind::Choice { options, .. } = self.controls[index].kind else {
            return Err(self.unknown(name));
        };
        let value = self.values[index];
        (0..options.len()).find(|&option| option as f64 == value).ok_or_else(
            || Error::argument(name, "the index of one of its options", value),
        )
    }

    /// What a [`Kind::Slider`] that counts something is set to.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownControl`] if the figure has no slider of this name, [`Error::Argument`] if
    /// the value is not a whole number between the slider's ends.
    pub fn count(&self, name: &str) -> Result<usize, Error> {
        let index = self.index(name)?;
        let Kind::Slider { min, max, .. } = self.controls[index].kind else {
            return Err(self.unknown(name));
        };
        let value = self.values[index];
        if (min.max(0.0)..=max).contains(&value) && value.fract() == 0.0 {
            return Ok(value as usize);
        }
        let requirement = "a whole number that its slider reaches";
        Err(Error::argument(name, requirement, value))
    }

    fn index(&self, name: &str) -> Result<usize, Error> {
        self.controls
            .iter()
            .position(|control| control.name == name)
            .ok_or_else(|| self.unknown(name))
    }

    fn unknown(&self, name: &str) -> Error {
        Error::UnknownControl {
            name: name.to_owned(),
            known: self.controls.iter().map(|control| control.name).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROLS: &[Control] = &[
        Control::slider("bin-width", "bin width", (0.1, 2.0, 0.1), 0.5),
        Control::choice("exam", "exam", &["history", "algebra"], 1),
    ];

    #[test]
    fn a_control_that_nobody_moved_is_at_its_default() -> Result<(), Error> {
        let settings = Settings::defaults(CONTROLS);
        assert_eq!(settings.get("bin-width")?, 0.5);
        assert_eq!(settings.choice("exam")?, 1);
        Ok(())
    }

    #[test]
    fn moving_one_control_leaves_the_others() -> Result<(), Error> {
        let settings = Settings::defaults(CONTROLS).with("bin-width", 1.0)?;
        assert_eq!(settings.get("bin-width")?, 1.0);
        assert_eq!(settings.choice("exam")?, 1);
        Ok(())
    }

    #[test]
    fn an_unknown_control_is_refused_with_the_names_of_those_that_exist() {
        let error = Settings::defaults(CONTROLS).get("bins").unwrap_err();
        assert_eq!(
            error.to_string(),
            "no control is called `bins`; this figure has bin-width, exam"
        );
    }

    #[test]
    fn what_counts_is_a_whole_number_between_the_ends_of_its_slider() {
        const STUDENTS: &[Control] = &[
            Control::slider("students", "students", (1.0, 6.0, 1.0), 3.0),
            CONTROLS[1],
        ];
        let count = |value| {
            let settings = Settings::defaults(STUDENTS);
            settings.with("students", value).unwrap().count("students")
        };
        assert_eq!(count(6.0).unwrap(), 6);
        for value in [0.0, 2.5, 7.0, f64::NAN, f64::INFINITY] {
            assert_eq!(
                count(value).unwrap_err().to_string(),
                format!(
                    "students must be a whole number that its slider reaches, got {value:?}"
                )
            );
        }
        assert_eq!(
            Settings::defaults(STUDENTS).count("exam").unwrap_err().to_string(),
            "no control is called `exam`; this figure has students, exam"
        );
    }

    #[test]
    fn a_choice_outside_its_options_is_refused_with_the_value() {
        for value in [-1.0, 0.5, 2.0, f64::NAN, f64::INFINITY] {
            let settings =
                Settings::defaults(CONTROLS).with("exam", value).unwrap();
            assert_eq!(
                settings.choice("exam").unwrap_err().to_string(),
                format!(
                    "exam must be the index of one of its options, got {value:?}"
                )
            );
        }
    }
}
