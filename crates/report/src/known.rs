use fit::{Fit, Warning, with_error};

/// What should be known before the fit is believed.
pub(crate) fn sentences(fit: &Fit) -> Vec<String> {
    fit.warnings().iter().map(sentence).collect()
}

/// A warning of `fit`, with the bells counted from one as a report counts them.
fn sentence(warning: &Warning) -> String {
    match warning {
        Warning::OnePeak { components } => {
            format!(
                "The {components} bells make one peak: the curve alone shows no groups."
            )
        }
        Warning::FewData { component, count } => format!(
            "Bell {} holds {count:.1} numbers, fewer than five: its mean and deviation are guesses.",
            component + 1,
        ),
        Warning::OnFloor { component, scale } => format!(
            "Bell {} is as narrow as it may be, {}: it has closed in on a few numbers, and its likelihood says nothing.",
            component + 1,
            with_error(*scale, None),
        ),
        Warning::TwoTops { gap } => format!(
            "Another fit with as many bells is only {gap:.3} of log-likelihood behind: these numbers cannot tell the two apart."
        ),
        Warning::LooksRounded { step } => format!(
            "The numbers look rounded to {step}, and were taken as exact."
        ),
        Warning::AroundAnother { component } => format!(
            "Bell {} wins at both ends, around another one: its label is no side of a cut.",
            component + 1,
        ),
        Warning::DidNotArrive { steps } => format!(
            "The climb was cut off after {steps} steps: a little may be left to gain."
        ),
        other => format!("{other}."),
    }
}
