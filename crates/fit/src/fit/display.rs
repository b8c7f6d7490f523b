use std::fmt;

use super::Fit;

/// A table of the components, each estimate with its standard error, and what should be known before it is
/// believed.
impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let normal = self.mixture.components_distribution();
        let (loc, scale) = (normal.loc(), normal.scale());
        let probs = self.mixture.mixture_distribution().probs();
        let errors = self.standard_errors().ok();
        let mut table = vec![
            ["component", "share", "mean", "deviation"].map(str::to_owned),
        ];
        for k in 0..self.num_components() {
            let [prob, mean, deviation] =
                errors.as_ref().map_or([None; 3], |it| {
                    [it.probs()[k], it.loc()[k], it.scale()[k]].map(Some)
                });
            table.push([
                k.to_string(),
                with_error(probs[k], prob),
                with_error(loc[k], mean),
                with_error(scale[k], deviation),
            ]);
        }
        let width = |column: usize| {
            let cells = table.iter().map(|row| row[column].chars().count());
            cells.max().unwrap_or(0)
        };
        let widths = [0, 1, 2, 3].map(width);
        for [name, cells @ ..] in &table {
            write!(f, "{name:<0$}", widths[0])?;
            for (cell, width) in cells.iter().zip(&widths[1..]) {
                write!(f, "  {cell:>width$}")?;
            }
            writeln!(f)?;
        }
        let (ell, aic, bic) = (self.log_likelihood, self.aic(), self.bic());
        writeln!(
            f,
            "log-likelihood {ell:.4}, AIC {aic:.2}, BIC {bic:.2}, ICL {:.2}",
            self.icl()
        )?;
        for warning in &self.warnings {
            writeln!(f, "{warning}")?;
        }
        Ok(())
    }
}

/// A number with two digits of its error; with four digits of its own if it has none.
///
/// # Examples
///
/// ```
/// assert_eq!(fit::with_error(54.614_9, Some(0.699)), "54.61 ± 0.70");
/// assert_eq!(fit::with_error(54.614_9, None), "54.61");
/// ```
#[must_use]
pub fn with_error(value: f64, error: Option<f64>) -> String {
    let digits = |size: f64, digits: i32| {
        let first = libm::floor(libm::log10(size)) as i32;
        (digits - 1 - first).clamp(0, 12) as usize
    };
    match error {
        Some(error) if error > 0.0 && error.is_finite() => {
            let places = digits(error, 2);
            format!("{value:.places$} ± {error:.places$}")
        }
        _ if value != 0.0 && value.is_finite() => {
            format!("{value:.0$}", digits(value.abs(), 4))
        }
        _ => value.to_string(),
    }
}
