use fit::{Fit, with_error};

/// A line for each bell, with what its numbers scatter.
pub(crate) fn sentences(fit: &Fit) -> Vec<String> {
    let bells = fit.mixture().components_distribution();
    let (loc, scale) = (bells.loc(), bells.scale());
    let probs = fit.mixture().mixture_distribution().probs();
    let errors = fit.standard_errors().ok();
    let bell = |k: usize| {
        let of = errors
            .as_ref()
            .map(|it| [100.0 * it.probs()[k], it.loc()[k], it.scale()[k]]);
        let [share, mean, deviation] = of.map_or([None; 3], |of| of.map(Some));
        let share = if probs.len() == 1 {
            "all".to_owned()
        } else {
            format!("{}%", with_error(100.0 * probs[k], share))
        };
        format!(
            "Bell {}: {share} of the numbers, mean {}, deviation {}.",
            k + 1,
            with_error(loc[k], mean),
            with_error(scale[k], deviation),
        )
    };
    let mut sentences: Vec<String> =
        (0..fit.num_components()).map(bell).collect();
    sentences.push(match errors {
        Some(_) => "Behind ± stands the standard error: in two of three such samples the truth is within it.".to_owned(),
        None => "How far they scatter these numbers cannot tell: they do not determine them all.".to_owned(),
    });
    sentences
}
