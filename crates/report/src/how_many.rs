use fit::{Chosen, Compared, Sample};

use crate::counted;

/// Two fits whose BIC is nearer than this are hard to tell apart (Kass and Raftery 1995, *Journal of the
/// American Statistical Association* 90, 773–795: "not worth more than a bare mention").
const NEAR: f64 = 2.0;

/// How many numbers there are, how many bells were chosen, and how clear that was.
pub(crate) fn sentences(chosen: &Chosen) -> Vec<String> {
    let mut sentences = vec![size(chosen.best().sample())];
    let bells = chosen.best().num_components();
    let table = chosen.table();
    let (Some(first), Some(last)) = (table.first(), table.last()) else {
        return sentences;
    };
    if table.len() == 1 {
        let bells = counted(bells, "bell");
        sentences.push(format!("{bells} {} asked for.", was(first.components)));
        return sentences;
    }
    sentences.push(format!(
        "Of {} to {} bells, {bells} {} chosen.",
        first.components,
        last.components,
        was(bells),
    ));
    let Some(own) = table.iter().find(|row| row.components == bells) else {
        return sentences;
    };
    let others = table.iter().filter(|row| row.components != bells);
    let next = others.min_by(|one, other| one.bic.total_cmp(&other.bic));
    if let Some(next) = next {
        sentences.push(beside(own, next));
    }
    sentences
}

fn size(sample: &Sample) -> String {
    let (len, weight) = (sample.len(), sample.total_weight());
    let numbers = counted(len, "number");
    let different = sample.distinct();
    let are = if different < len {
        format!("{numbers}, {different} of them different")
    } else {
        numbers
    };
    if (weight - len as f64).abs() < 1e-9 * weight {
        format!("{are}.")
    } else {
        format!("{are}, which count as {weight}.")
    }
}

fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// How the next best number of bells compares by BIC.
fn beside(own: &Compared, next: &Compared) -> String {
    let bells = counted(next.components, "bell");
    let behind = next.bic - own.bic;
    if behind.abs() < NEAR {
        format!(
            "{bells} would do as well (BIC {:.1} against {:.1}): these numbers cannot tell.",
            next.bic, own.bic,
        )
    } else if behind < 0.0 {
        format!("By BIC {bells} would be better, by {:.1}.", -behind)
    } else {
        format!("The next best, {bells}, is {behind:.1} of BIC behind.")
    }
}
